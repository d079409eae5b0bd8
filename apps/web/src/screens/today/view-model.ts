import type { ReportRow, Today } from '@westgate/contract';

/** One string for the record of a row. */
export function keyOfRow({ thing }: ReportRow): string {
  return `${thing.kind}:${thing.id}`;
}

/**
 * The rows in the order they were seen in, so that none jumps away when it is reported; new ones follow as they come. `told`: those that were reported here,
 * as they were then. What is given stands last, and may be on no page any more: they stay, so that the report can be taken back.
 */
export function inOrderSeen(rows: readonly ReportRow[], seen: readonly string[], told: readonly ReportRow[]): readonly ReportRow[] {
  const places = new Map(seen.map((key, index) => [key, index]));
  const present = new Set(rows.map(keyOfRow));
  return [...rows, ...told.filter((row) => !present.has(keyOfRow(row)))].sort(
    (a, b) => (places.get(keyOfRow(a)) ?? seen.length) - (places.get(keyOfRow(b)) ?? seen.length),
  );
}

/** How many reports are near, due or past. */
export function owedCount({ counts: { asked, ahead, given } }: Today): number {
  return asked - ahead - given;
}

/** The rows that owe a report which is near, due or past. */
export function owedRows({ rows }: Today): readonly ReportRow[] {
  return rows.filter(({ reporting: { standing } }) => standing !== null && standing.name !== 'given' && standing.name !== 'ahead');
}

/**
 * The deed after which Today tells what was done: the last one seen, as long as it was done in the district that is held; else the one before that
 * district was begun. `isFirst`: nobody has looked at this district here.
 */
export function lookedAt(before: number | null, begun: number): { readonly after: number; readonly isFirst: boolean } {
  return before === null || before < begun ? { after: Math.max(0, begun - 1), isFirst: true } : { after: before, isFirst: false };
}
