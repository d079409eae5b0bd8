import { keysOf } from '@westgate/base';
import type { ListColumn, ListTable } from '@westgate/contract';
import { resultInSlices } from '@westgate/desk';
import {
  askable,
  attributeOf,
  type Condition,
  columnsIn,
  columnsNamed,
  FORM_KINDS,
  type FormKind,
  isUnknown,
  type ListQuery,
  PLURALS,
  type Plural,
  plansIn,
  readListQuery,
  TABLE_NAMES,
  type TableName,
  type Tallies,
  tallySteps,
  unnoted,
  Worked,
} from '@westgate/domain';
import { departmentNow } from '../caller/caller.ts';
import { statesReady } from '../view/states-ready.ts';
import { seqTold, type View, viewMemo } from '../view/view.ts';
import type { Column, Seen } from './columns/column.ts';
import { editedBy } from './columns/stored.ts';
import { type Group, groupedPage, pageIn, requireAskable, valuesReady } from './page.ts';
import { type Rows, seenBy, type TableAsk } from './rows.ts';

type Cell = ListTable['rows'][number]['cells'][number];

/** Answers with a page of a list as a table of the columns asked for; what it needs of every row is worked out in slices, once. */
export type TableAnswer = (view: View, ask: TableAsk) => Promise<ListTable>;

/** What was worked out of what was found, by what it was asked by. */
type Counted<Answer> = WeakMap<readonly string[], Worked<string, Promise<Answer>>>;

/** Works something out of what was found once. */
function onceFor<Answer>(counted: Counted<Answer>, ids: readonly string[], key: string, make: () => Promise<Answer>): Promise<Answer> {
  const known = counted.get(ids) ?? new Worked<string, Promise<Answer>>();
  counted.set(ids, known);
  return known.of(key, make);
}

/** What was counted in a view, by what was found. */
const tallied = viewMemo((): Counted<Tallies> => new WeakMap());

/** A list as a table of its columns. What it answers with throws `WG_INPUT_INVALID` for what the list does not have. */
export function shownBy<R>(rows: Rows<R>): TableAnswer {
  return async (view, ask) => {
    const seen = seenBy(view, ask);
    const all = rows.columns(view);
    const { query, faults } = readListQuery(ask, all);
    requireAskable(faults);
    await unnoted(() => statesReady(view));
    await rows.ready?.(view, ask);
    const { sort, filter, group, pivot, sums } = query;
    await valuesReady(all, [...[...sort, ...filter].map(({ column }) => column), group, pivot, ...sums], rows.all(view), seen);
    const matches = rows.find(view, ask);
    const byId = rows.byId(view);
    const first = rows.first.filter((id) => id !== 'plan' || hasSeveralPlans(view));
    const shown = columnsNamed(all, query.columns ?? first);
    const tallies = await talliesIn(query, matches.ids, { all, byId, seen });
    const [[grouped], [crossed]] = [columnsNamed(all, [group]), columnsNamed(all, [pivot])];
    const show = (id: string, under: string | null) => {
      const row = byId(id);
      if (row === null) return null;
      const { cells, around } = shownRow(row, shown, seen);
      const of = rows.recordOf && { of: rows.recordOf(row) };
      return { id, ...of, rev: rows.revOf(row, view), cells, around, answers: rows.answersOf(row, view), group: under };
    };
    const { items, next } =
      grouped && tallies.groups
        ? groupedPage(matches, ask, { group: grouped.id, groups: await membersIn(matches.ids, grouped, { tallies, byId, seen }), show })
        : pageIn(matches, ask, (id) => show(id, null));
    const isFirst = ask.after === undefined;
    const table = rows.table ?? tableIn(filter);
    return {
      asOf: view.asOf,
      seq: seqTold(view),
      total: matches.ids.length,
      next,
      columns: isFirst ? all.map((column) => columnSaid(column, { isFirst: first.includes(column.id), table, seen })) : null,
      table,
      named: rows.named,
      totals: isFirst ? totalsIn(view) : null,
      shown: shown.map(({ id }) => id),
      rows: items,
      sums: [...tallies.sums],
      groups: tallies.groups?.map(({ key, count, sums }) => ({ key, name: nameOf(grouped, key, seen), count, sums: [...sums] })) ?? null,
      pivot: tallies.pivot && [...tallies.pivot],
      conditions: filter.flatMap(({ column, values }) => {
        const [narrowed] = columnsNamed(all, [column]);
        return values.flatMap((key) => (key === null ? [] : [{ column, key, name: nameOf(narrowed, key, seen) }]));
      }),
      across: (tallies.pivot ?? []).flatMap(({ down, across }) =>
        down === null && across !== null ? [{ key: across, name: nameOf(crossed, across, seen) }] : [],
      ),
    };
  };
}

/** The table that the rows of a list of several are of where it is narrowed to one; null where it is not. */
function tableIn(filter: readonly Condition[]): TableName | null {
  const kinds = filter.flatMap(({ column, operator, values }) =>
    column === 'kind' && (operator === 'is' || operator === 'in') ? values : [],
  );
  return kinds.length === 1 ? (TABLE_NAMES.find((table) => table === kinds[0]) ?? null) : null;
}

/** Whether the column of the plans is worth its place. */
const hasSeveralPlans = viewMemo(({ whole }) => plansIn(whole, undefined).length > 1);

async function talliesIn<R>(
  { group, pivot, sums }: ListQuery,
  ids: readonly string[],
  { all, byId, seen }: { readonly all: readonly Column<R>[]; readonly byId: (id: string) => R | null; readonly seen: Seen },
): Promise<Tallies> {
  if (group === null && sums.length === 0) return { sums: [], groups: null, pivot: null };
  const asker = all.some(({ id, byAsker }) => byAsker && (id === group || id === pivot)) ? departmentNow() : null;
  const key = JSON.stringify([group, pivot, sums, seen.language, asker]);
  return onceFor(tallied(seen.view), ids, key, () =>
    resultInSlices(tallySteps(each(ids, byId), { group, pivot, sums }, { columns: all, seen })),
  );
}

/** How many rows each list has that is shown by its columns, whatever is asked of one. */
const totalsIn = viewMemo((view) => {
  const totals = new Map(FORM_KINDS.map((kind) => [PLURALS[kind], columnsIn(view.register, kind, []).size]));
  let inText = 0;
  for (const { in_text } of columnsIn(view.register, 'sentence', ['in_text']).values()) inText += in_text ? 1 : 0;
  return Object.fromEntries(totals.set('sentences', inText)) as Record<Plural<FormKind>, number>;
});

/** Which rows stand in which group, in the order of the list, by what was found and grouped by. */
const members = viewMemo((): Counted<readonly Group[]> => new WeakMap());

/** The groups of what was found, each with its rows. */
async function membersIn<R>(
  ids: readonly string[],
  column: Column<R>,
  { tallies, byId, seen }: { readonly tallies: Tallies; readonly byId: (id: string) => R | null; readonly seen: Seen },
): Promise<readonly Group[]> {
  const key = JSON.stringify([column.id, seen.language, column.byAsker ? departmentNow() : null]);
  return onceFor(members(seen.view), ids, key, () => resultInSlices(memberSteps(ids, column, { tallies, byId, seen })));
}

function* memberSteps<R>(
  ids: readonly string[],
  column: Column<R>,
  { tallies, byId, seen }: { readonly tallies: Tallies; readonly byId: (id: string) => R | null; readonly seen: Seen },
): Generator<undefined, readonly Group[]> {
  const attribute = attributeOf(column, seen);
  const groups = new Map((tallies.groups ?? []).map(({ key }): readonly [string, string[]] => [key, []]));
  for (const id of ids) {
    const row = byId(id);
    if (row !== null) for (const key of new Set(keysOf(row, attribute))) groups.get(key)?.push(id);
    yield;
  }
  return [...groups].map(([key, own]) => ({ key, ids: own }));
}

function* each<R>(ids: readonly string[], byId: (id: string) => R | null): Generator<R> {
  for (const id of ids) {
    const row = byId(id);
    if (row !== null) yield row;
  }
}

/** The cells of a row, and what stands around them, or in place of what it does not hold. */
function shownRow<R>(row: R, shown: readonly Column<R>[], seen: Seen): Pick<ListTable['rows'][number], 'cells' | 'around'> {
  const cells = shown.map((column) => cellOf(column, row, seen));
  const around: ListTable['rows'][number]['around'] = {};
  for (const [index, column] of shown.entries()) {
    if (cells[index] === null) {
      const none = column.noneIn?.(row, seen);
      if (none) around[column.id] = { before: null, after: null, note: null, none };
      continue;
    }
    if (column.around === undefined) continue;
    const { before = null, after = null, note = null } = column.around(row, seen);
    if (before || after || note) around[column.id] = { before, after, note };
  }
  return { cells, around };
}

/** What a row holds in a column, with what it is called. */
function cellOf<R>(column: Column<R>, row: R, seen: Seen): Cell {
  const value = column.of(row, seen);
  if (isUnknown(value)) return null;
  if (column.words) return column.words(row, seen);
  if (Array.isArray(value)) return value.map((key) => ({ key: String(key), name: nameOf(column, String(key), seen) }));
  if (column.nameOf) return { key: String(value), name: nameOf(column, String(value), seen) };
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

function nameOf<R>(column: Column<R> | undefined, key: string, seen: Seen): { zh: string | null; en: string | null } | null {
  const name = key === '' ? null : (column?.nameOf?.(key, seen) ?? null);
  return name && { zh: name.zh, en: name.en };
}

function columnSaid<R>(
  column: Column<R>,
  { isFirst, table, seen }: { readonly isFirst: boolean; readonly table: TableName | null; readonly seen: Seen },
): ListColumn {
  const { id, head, unit, field, links, none, width = null } = column;
  const { operators, ...may } = askable(column);
  return {
    id,
    head: { zh: head.zh, en: head.en },
    unit: unit ? { zh: unit.zh, en: unit.en } : null,
    kind: field.kind,
    operators: [...operators],
    ...may,
    isFirst,
    values: field.values?.map((key) => ({ key, name: nameOf(column, key, seen) })) ?? null,
    links: links ?? field.table ?? null,
    width,
    none: none ? { zh: none.zh, en: none.en } : null,
    edits: column.isTold ? [] : [...(column.storedAs?.(table) ?? (table === null ? [] : editedBy(table, id)))],
  };
}
