import type { AnyRow, Change, TableName } from '@westgate/domain';

/** Columns of a table that rows of older schemas lack, each with the value that such rows are read with. */
type Defaults = { readonly [table in TableName]?: Readonly<Record<string, unknown>> };

/** Until there were accounts every record was for the public. */
const WAS_PUBLIC = { visibility: 'public' } as const;

/**
 * What was added to the register since schema 1. A column once entered here stays: journals are kept for good, so lines of every older
 * schema are read with it. `add column … default` of the schema file says the same value.
 */
const ADDED: Defaults = {
  district: { first_day: '1949-01-01', last_day: '2100-12-31', opens_on: null, levels: {}, invented: false },
  gate: { level: null },
  sentence: { revision: 1, in_text: true },
  source: { ...WAS_PUBLIC, attribution_zh: null, attribution_en: null },
  document: WAS_PUBLIC,
  commitment: { ...WAS_PUBLIC, cadence: null, asked_from: null },
  place: { ...WAS_PUBLIC, source: null, source_ref: null },
  feature: { source: null },
  project: { ...WAS_PUBLIC, cadence: null, asked_from: null },
  event: WAS_PUBLIC,
  park: WAS_PUBLIC,
  indicator: WAS_PUBLIC,
  figure: WAS_PUBLIC,
  outcome: WAS_PUBLIC,
  status_update: { outside_zh: null, outside_en: null },
  report: WAS_PUBLIC,
  supervision: { requirement: null },
  supervision_step: { basis: [] },
};

/**
 * A row image of any schema as a row of the present one. Pure, and the same object where nothing is lacking. The stored images stay as they
 * were written, because the hashes of the deeds cover them.
 */
export function upgradeRow(table: TableName, row: AnyRow, added: Defaults = ADDED): AnyRow {
  const lacking = Object.entries(added[table] ?? {}).filter(([column]) => row[column] === undefined);
  return lacking.length === 0 ? row : { ...row, ...Object.fromEntries(lacking) };
}

/** The changes of a deed of any schema, their images as rows of the present one. */
export function upgradeChanges(changes: readonly Change[], added: Defaults = ADDED): readonly Change[] {
  return changes.map((change) => upgradeChange(change, added));
}

function upgradeChange(change: Change, added: Defaults): Change {
  const { table, key, before, after } = change;
  if (!added[table]) return change;
  return { table, key, before: before && upgradeRow(table, before, added), after: after && upgradeRow(table, after, added) };
}
