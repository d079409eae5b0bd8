import type { Desk, Edit } from '@westgate/desk';
import { type AnyRow, fieldsOf, LEADING_KINDS, TABLE_NAMES, type TableName } from '@westgate/domain';

/** Tables that much rests on: half of the edits touch one of them. */
const OFTEN = ['project', 'commitment', 'place', 'link', 'outcome', ...LEADING_KINDS] as const;

/** Edits drawn by lot: a row revised or taken out, with values that the district holds elsewhere; null where the lot falls on nothing. */
export function randomEdits(desk: Desk, random: () => number): () => Edit | null {
  const any = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const pools = new Map<string, unknown[]>();
  for (const name of TABLE_NAMES)
    for (const row of desk.register[name].values())
      for (const [column, { kind }] of Object.entries(fieldsOf(name))) {
        const value = (row as AnyRow)[column];
        if (value !== null) pools.set(kind, [...(pools.get(kind) ?? []), value]);
      }
  return () => {
    const filled = TABLE_NAMES.filter((name) => desk.held()[name].size > 0 && name !== 'report');
    const table: TableName = random() < 0.5 ? (any(filled) ?? 'place') : (any(OFTEN) ?? 'place');
    const rows: ReadonlyMap<string, AnyRow> = desk.held()[table];
    const key = any([...rows.keys()]);
    const row = rows.get(key ?? '');
    if (key === undefined || row === undefined) return null;
    const read = { table, key, rev: Number(row.rev) };
    if (random() < 0.15) return { action: 'withdraw', ...read, withAll: true } as Edit;
    const [column, field] = any(Object.entries(fieldsOf(table)).filter(([name]) => name !== 'id' && name !== 'rev')) ?? [];
    if (column === undefined || field === undefined) return null;
    const value = field.kind === 'text' ? `otherwise ${Math.floor(random() * 1e6)}` : any(pools.get(field.kind) ?? []);
    return { action: 'revise', ...read, fields: { [column]: random() < 0.1 ? null : value } } as Edit;
  };
}
