import { type Language, WestgateError } from '@westgate/base';
import { type Deed as DeedRecord, type ExportedList, listSchema } from '@westgate/contract';
import { SHEET_ROWS } from '@westgate/desk';
import type { Reader } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { readerNow } from '../caller/caller.ts';
import { DEED_COLUMNS } from '../exports/deed-columns.ts';
import { asFile, LIST_FORMATS, type ListFormat, listStream } from '../exports/download.ts';
import { serve } from '../http/route.ts';
import type { FileRows } from '../list/file.ts';
import type { ListAnswers } from '../list/list-answers.ts';
import { LISTS } from '../list/lists.ts';
import type { Office } from '../office/office.ts';
import { requireRightNow } from '../people/door.ts';
import { deedOf } from '../present/deed.ts';
import { seenDeeds } from '../present/seen-deeds.ts';
import type { View } from '../view/view.ts';
import { firstLanguage } from '../view/view.ts';

/** Deeds read at once. */
const DEEDS_AT_ONCE = 200;

/** Adds every list as a file: `/exports/<list>.csv` and `.xlsx`, with the filters of the list and without its pages. */
export function addExports(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const from = { office, downloads };
  for (const list of listSchema.LISTS) addList(app, from, list, LISTS[list]);
  addList(app, from, 'deeds', {
    name: { zh: '台账', en: 'Deeds' },
    right: 'export',
    file: (view) => ({ count: view.seq, items: deedsOf(office, view.seq, readerNow()), columns: DEED_COLUMNS }),
  });
}

function addList<Item>(
  app: FastifyInstance,
  { office, downloads }: { readonly office: Office; readonly downloads: Downloads },
  file: ExportedList,
  {
    name,
    right,
    isFresh = false,
    day: dayOf,
    file: find,
  }: Pick<ListAnswers, 'name' | 'right' | 'isFresh' | 'day'> & {
    readonly file: (view: View, ask: object, language: Language, office: Office) => FileRows<Item> | Promise<FileRows<Item>>;
  },
): void {
  for (const format of LIST_FORMATS) {
    serve(app, `export-${file}-${format}`, async (request, reply, { query }) => {
      requireRightNow(right);
      const ask = typeof query === 'object' && query !== null ? query : {};
      const asked = office.viewAsked(ask);
      const view = dayOf ? office.view(dayOf(asked, ask), asked.plan) : asked;
      const language = 'lang' in ask && (ask.lang === 'zh' || ask.lang === 'en') ? ask.lang : firstLanguage(view);
      const rests = isFresh ? null : restsOn(request, view);
      return downloads.send(request, asFile(reply, `westgate-${file}-${view.asOf}`, format), rests, async () => {
        const { count, items, columns } = await find(view, ask, language, office);
        requireFit(count, format);
        return listStream(view, { name, file, columns, items, asked: askedOf(request.query) }, format, language);
      });
    });
  }
}

/** A sheet has only so many rows; CSV takes more. */
function requireFit(count: number, format: ListFormat): void {
  if (format === 'csv' || count < SHEET_ROWS) return;
  throw new WestgateError('WG_INPUT_INVALID', `expected at most ${SHEET_ROWS - 1} rows in a sheet, found ${count}; take the list as CSV`);
}

/** What the list was narrowed by beside its plan; language, columns and order narrow nothing. */
function askedOf(query: unknown): readonly (readonly [string, string])[] {
  const asked = Object.entries(typeof query === 'object' && query !== null ? query : {});
  return asked.flatMap(([field, value]) =>
    ['lang', 'columns', 'sort', 'asOf', 'plan'].includes(field) ? [] : [[field, String(value)] as const],
  );
}

/** Every deed up to `seq` that `reader` may know of, newest first, without its changes. */
async function* deedsOf({ desk }: Office, seq: number, reader: Reader | null): AsyncGenerator<DeedRecord> {
  for (let before: number | null = seq + 1; before !== null && before > 1; ) {
    const { deeds, next }: Awaited<ReturnType<typeof seenDeeds>> = await seenDeeds(desk, reader, { limit: DEEDS_AT_ONCE, before });
    for (const deed of deeds) yield deedOf(desk, deed);
    before = next;
  }
}
