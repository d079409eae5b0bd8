import type { ReportRow, Today } from '@westgate/contract';

/** One string for the record of a row. */
export function keyOfRow({ thing }: ReportRow): string {
  return `${thing.kind}:${thing.id}`;
}

/** The rows in the order they were seen in, so that none jumps away when it is reported; new ones follow as they come. */
export function inOrderSeen(rows: readonly ReportRow[], seen: readonly string[]): readonly ReportRow[] {
  const places = new Map(seen.map((key, index) => [key, index]));
  return [...rows].sort((a, b) => (places.get(keyOfRow(a)) ?? seen.length) - (places.get(keyOfRow(b)) ?? seen.length));
}

/** The rows that owe a report which is near, due or past. */
export function owedRows({ rows }: Today): readonly ReportRow[] {
  return rows.filter(({ reporting }) => reporting.standing !== null && reporting.standing.name !== 'given');
}
