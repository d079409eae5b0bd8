import { isSlug } from '@westgate/base';
import { type AnyRow, type Register, TABLES, type TableName } from '@westgate/domain';

/** Longest id made from a name; a number still fits behind it. */
const LONGEST = 48;

/**
 * An id for a new record that no record of its table has: its English name in small letters with hyphens, cut at a word; where there is
 * none, the table's name; with a number behind it where that is taken. `seq`, the number of the coming deed, keeps an id from being given
 * again after its record went.
 */
export function newId(register: Register, table: TableName, fields: Readonly<Record<string, unknown>>, seq: number): string {
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  return freeId((id) => rows.has(id), table, fields, seq);
}

/** The same where `isTaken` says which ids there are. */
export function freeId(isTaken: (id: string) => boolean, table: TableName, fields: Readonly<Record<string, unknown>>, seq: number): string {
  const named = TABLES[table].named ?? 'title';
  const stem = slugOf(fields[`${named}_en`]) ?? `${table.replaceAll('_', '-')}-d${seq}`;
  return numbered(stem, isTaken);
}

/**
 * `stem`, or with a number behind it where that is taken: one that is not, after one that is. Found by doubling and halving, as thousands may be of one stem.
 */
export function numbered(stem: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(stem)) return stem;
  const named = (number: number): string => `${stem}-${number}`;
  let free = 2;
  while (isTaken(named(free))) free *= 2;
  let taken = Math.max(1, free / 2);
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2);
    if (isTaken(named(middle))) taken = middle;
    else free = middle;
  }
  return named(free);
}

function slugOf(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return isSlug(slug) ? slug : null;
}
