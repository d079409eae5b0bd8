import { goneEnds } from '../register/cut-register.ts';
import type { Visibility } from '../register/fields/vocabulary.ts';
import type { Register } from '../register/register.ts';
import { type AnyRow, keyOf, type TableName } from '../register/tables.ts';
import { visibilityOf } from './kept.ts';

/**
 * How a row stands towards the public: told, `without` the columns that are withheld from it; withheld for its own visibility; incomplete, a
 * value without its unit, period or source; or withheld because it does not stand without another, `of`, which is withheld for its own.
 */
export type Publicity =
  | { readonly is: 'public'; readonly without: readonly string[] }
  | { readonly is: 'own'; readonly visibility: Exclude<Visibility, 'public'> }
  | { readonly is: 'incomplete' }
  | { readonly is: 'under'; readonly of: { readonly table: TableName; readonly id: string } };

/**
 * The same in one word: whole with the public, or without columns that are withheld; withheld for its own visibility; a value without its unit, period or
 * source; withheld because it does not stand without a record that is.
 */
export const PUBLIC_STANDINGS = ['public', 'partly', 'district', 'department', 'confidential', 'incomplete', 'under'] as const;
export type PublicStanding = (typeof PUBLIC_STANDINGS)[number];

export function publicStandingOf(publicity: Publicity): PublicStanding {
  if (publicity.is === 'own') return publicity.visibility;
  if (publicity.is === 'under' || publicity.is === 'incomplete') return publicity.is;
  return publicity.without.length === 0 ? 'public' : 'partly';
}

/** How `row` of `table` stands towards the public. `shown`: what the public is told of `whole`, as `registerFor` gives it. */
export function publicityOf(whole: Register, shown: Register, table: TableName, row: AnyRow): Publicity {
  const told: ReadonlyMap<string, AnyRow> = shown[table];
  const asTold = told.get(keyOf(table, row));
  if (asTold) return { is: 'public', without: Object.keys(row).filter((column) => row[column] !== asTold[column]) };
  const own = visibilityOf(table, row);
  if (own !== 'public') return row.visibility === 'public' ? { is: 'incomplete' } : { is: 'own', visibility: own };
  for (const { table: above, id, isNeeded } of goneEnds(whole, shown, table, row)) {
    const rows: ReadonlyMap<string, AnyRow> = whole[above];
    const hidden = rows.get(id);
    if (!isNeeded || !hidden) continue;
    const its = publicityOf(whole, shown, above, hidden);
    return its.is === 'under' ? its : { is: 'under', of: { table: above, id } };
  }
  throw new Error(`invariant broken: it is known why ${table} ${keyOf(table, row)} is withheld`);
}
