import type { DayString, Language, Said } from '@westgate/base';
import type { ListTable, Right } from '@westgate/contract';
import { COMPUTED_LISTS, type ComputedList } from '@westgate/domain';
import type { Office } from '../office/office.ts';
import type { View } from '../view/view.ts';
import { type FileRows, foundRows, matchingRows } from './file.ts';
import type { ListAsk, ListedTable, Listing } from './listing.ts';
import { pageOf, readyToFind } from './page.ts';
import { type Rows, storedRows, type TableAsk } from './rows.ts';
import { shownBy } from './table.ts';

/** How a list answers: what it is called, who is told its rows, page by page as a table of its columns, and whole as a file. */
export interface ListAnswers {
  readonly name: Said;
  /** Asked for by its page and by its file, beside what their addresses ask for. */
  readonly right: Right;
  /** It holds what no deed tells of: nobody keeps its answers. */
  readonly isFresh?: boolean;
  /** The day from which the whole list is looked at, where it is another one than that asked for. */
  readonly day?: (view: View, ask: object) => DayString;
  readonly table: (view: View, ask: TableAsk, office: Office) => Promise<ListTable>;
  readonly file: (view: View, ask: object, language: Language, office: Office) => Promise<FileRows<unknown>>;
}

/** A whole list has no pages, so that their size is any. */
const ANY = 1;

/** The records of a kind: page by page by the API, and as every list. `held`: the column that is true of them where nothing is asked of it. */
export function recordList<T extends ListedTable, Shown, Ask extends ListAsk>(listing: Listing<T, Shown, Ask>, held?: string) {
  return {
    prepare: (view: View, { query }: { readonly query: Ask }) => readyToFind(view, query, listing),
    present: (view: View, { query }: { readonly query: Ask }) => pageOf(view, query, listing),
    table: shownBy(storedRows(listing, held)),
    // What is asked was read by the endpoint of this list.
    file: async (view: View, ask: object, language: Language) =>
      ofAnyKind(await matchingRows(view, { ...(ask as Ask), limit: ANY }, listing, language)),
  };
}

/** A list whose rows are worked out. */
export function computedList<R>(
  list: ComputedList,
  rowsOf: (office: Office) => Rows<R> | Promise<Rows<R>>,
  more: Pick<ListAnswers, 'isFresh'> = {},
): ListAnswers {
  return {
    ...COMPUTED_LISTS[list],
    ...more,
    table: async (view, ask, office) => shownBy(await rowsOf(office))(view, ask),
    file: async (view, ask, language, office) => ofAnyKind(await foundRows(view, ask as TableAsk, await rowsOf(office), language)),
  };
}

/** Rows go with their own columns and no others: who writes the file need not know of what kind they are. */
function ofAnyKind<Item>(rows: FileRows<Item>): FileRows<unknown> {
  return rows as unknown as FileRows<unknown>;
}
