import { type Period, periodSpan } from '@westgate/base';
import { parseFolder, type RowsByTable, readFolder, saveFolder, writeFolder } from '@westgate/desk';
import { type AnyRow, registerOf, type TableName } from '@westgate/domain';

/**
 * The day from which a row of a table is known; rows of a later day are left out. Not among them are outcomes, which say of themselves on which day
 * they came to be known, are shown as not counted before it, and of which a later start tells that nothing had begun; and what has no day of its own.
 * A month is known with the month it is of, whenever it was reported.
 */
const KNOWN_ON: Readonly<Partial<Record<TableName, (row: AnyRow) => unknown>>> = {
  admission: ({ on }) => on,
  comment: ({ on }) => on,
  deal_step: ({ on }) => on,
  mode_change: ({ on }) => on,
  delivery: ({ on }) => on,
  driver: ({ judged_on }) => judged_on,
  evidence: ({ on }) => on,
  floor_area: ({ on }) => on,
  gate_pass: ({ on }) => on,
  industry_review: ({ on }) => on,
  indicator_value: ({ kind, period }) => (kind === 'actual' ? periodSpan(period as Period)[1] : ''),
  monthly_progress: ({ month }) => month,
  pending_change: ({ proposed_on }) => proposed_on,
  place_value: ({ period }) => periodSpan(period as Period)[1],
  requirement_answer: ({ on }) => on,
  status_update: ({ reported_on }) => reported_on,
  supervision: ({ registered_on }) => registered_on,
  supervision_step: ({ on }) => on,
  tenancy: ({ on }) => on,
};

/** Writes to `to` the district of the folder `from` as if nothing had come to be known after a day; how many rows and values were left out, by table. */
export async function folderUntil(from: string, to: string, day: string): Promise<ReadonlyMap<string, number>> {
  const parsed = parseFolder(await readFolder(from));
  if (parsed.status !== 'valid') throw new Error(`expected a valid folder, found ${parsed.faults[0]?.message}`);
  const left = new Map<string, number>();
  const count = (table: TableName): void => {
    left.set(table, (left.get(table) ?? 0) + 1);
  };
  const all = Object.entries(parsed.rows) as readonly (readonly [TableName, readonly AnyRow[]])[];
  const kept = new Map(
    all.map(([table, rows]) => {
      const knownOn = KNOWN_ON[table];
      const own = rows.filter((row) => {
        const isKnown = String(knownOn?.(row) ?? '') <= day;
        if (!isKnown) count(table);
        return isKnown;
      });
      return [table, own.map((row) => valuesUntil(table, row, day, () => count(table)))] as const;
    }),
  );
  const idsOf = (table: TableName): ReadonlySet<unknown> => new Set((kept.get(table) ?? []).map(({ id }) => id));
  const [matters, comments] = [idsOf('supervision'), idsOf('comment')];
  const hangs = ({ supervision = null, comment = null, reply_to = null }: AnyRow): boolean =>
    (supervision === null || matters.has(supervision)) &&
    [comment, reply_to].every((each) => each === null || each === '' || comments.has(each));
  const rows = Object.fromEntries([...kept].map(([table, own]) => [table, own.filter(hangs)]));
  await saveFolder(to, writeFolder(registerOf(rows as unknown as RowsByTable)));
  return left;
}

/** The row without those of its values that are of a later day. */
function valuesUntil(table: TableName, row: AnyRow, day: string, count: () => void): AnyRow {
  const isLater = (value: unknown): boolean => typeof value === 'string' && value > day;
  const without = (values: Readonly<Record<string, unknown>>): AnyRow => {
    count();
    return { ...row, ...values };
  };
  switch (table) {
    case 'milestone': {
      const frozen = isLater(row.frozen_on) ? { baseline: null, frozen_on: null } : {};
      const reached = isLater(row.actual) ? { actual: null } : {};
      return 'baseline' in frozen || 'actual' in reached ? without({ ...frozen, ...reached }) : row;
    }
    case 'component':
      return isLater(row.stage_on) ? without({ stage: 'not-known', stage_on: null, source: null }) : row;
    case 'pending_change':
      return isLater(row.decided_on)
        ? without({ decision: null, decided_on: null, decision_words_zh: null, decision_words_en: null })
        : row;
    default:
      return row;
  }
}
