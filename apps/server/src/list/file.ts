import type { Language } from '@westgate/base';
import type { listSchema } from '@westgate/contract';
import { columnsNamed, type Row, readListQuery } from '@westgate/domain';
import type { z } from 'zod';
import { statesReady } from '../view/states-ready.ts';
import type { View } from '../view/view.ts';
import { paperColumns } from './columns/column.ts';
import { firstColumns, type ListAsk, type ListedTable, type Listing, rowsIn } from './listing.ts';
import { matchesOf, readyToFind, requireAskable, valuesReady } from './page.ts';
import type { Rows } from './rows.ts';

/** What a list gives a file: so many rows, and the columns they are written in. */
export interface FileRows<Item> {
  readonly count: number;
  readonly items: Iterable<Item> | AsyncIterable<Item>;
  readonly columns: ReturnType<typeof paperColumns<Item>>;
}

/** The rows that match, and the columns asked for; where none are, those that the file of the list has. */
export async function matchingRows<T extends ListedTable, Shown, Ask extends ListAsk>(
  view: View,
  ask: Ask,
  listing: Listing<T, Shown, Ask>,
  language: Language,
): Promise<FileRows<Row<T>>> {
  await readyToFind(view, ask, listing);
  const all = listing.columns.all(view);
  const { query, faults } = readListQuery({ columns: ask.columns }, all);
  requireAskable(faults);
  const shown = query.columns ? columnsNamed(all, query.columns) : firstColumns(listing);
  const { ids } = matchesOf(view, ask, listing);
  return { count: ids.length, items: rowsOf(rowsIn(view.register, listing.table), ids), columns: paperColumns(shown, { view, language }) };
}

/** The same of a list whose rows are worked out. */
export async function foundRows<R>(
  view: View,
  ask: z.output<typeof listSchema.fileQuery>,
  rows: Rows<R>,
  language: Language,
): Promise<FileRows<R>> {
  await statesReady(view);
  await rows.ready?.(view, { ...ask, lang: language });
  const [all, seen] = [rows.columns(view), { view, language }];
  const { query, faults } = readListQuery(ask, all);
  requireAskable(faults);
  await valuesReady(
    all,
    [...query.sort, ...query.filter].map(({ column }) => column),
    rows.all(view),
    seen,
  );
  const { ids } = rows.find(view, { ...ask, lang: language });
  const byId = rows.byId(view);
  const items = ids.flatMap((id) => byId(id) ?? []);
  return { count: items.length, items, columns: paperColumns(query.columns ? columnsNamed(all, query.columns) : all, seen) };
}

function* rowsOf<R>(rows: ReadonlyMap<string, R>, ids: readonly string[]): Generator<R> {
  for (const id of ids) {
    const row = rows.get(id);
    if (row !== undefined) yield row;
  }
}
