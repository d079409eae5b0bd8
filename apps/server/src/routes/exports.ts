import { type Language, WestgateError } from '@westgate/base';
import { type Deed, type Deed as DeedRecord, type ExportedList, listSchema } from '@westgate/contract';
import { OUTSIDE, SHEET_ROWS } from '@westgate/desk';
import { doneSaid, type Reader } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { readerNow } from '../caller/caller.ts';
import type { PaperColumn, Saying } from '../exports/column.ts';
import { asFile, LIST_FORMATS, type ListFormat, listStream } from '../exports/download.ts';
import { serve } from '../http/route.ts';
import type { FileRows } from '../list/file.ts';
import type { ListAnswers } from '../list/list-answers.ts';
import { LISTS } from '../list/lists.ts';
import type { Office } from '../office/office.ts';
import { requireRightNow } from '../people/authentication.ts';
import { deedOf } from '../present/deed.ts';
import { seenDeeds } from '../present/seen-deeds.ts';
import { firstLanguage, type View } from '../view/view.ts';

/** The journal as rows. */
const DEED_COLUMNS: readonly PaperColumn<Deed>[] = [
  { head: { zh: '操作记录号', en: 'Change' }, cell: ({ seq }) => seq, width: 10 },
  { head: { zh: '时间（UTC）', en: 'Time (UTC)' }, cell: ({ at }) => at, width: 26 },
  { head: { zh: '操作人', en: 'By' }, cell: ({ who }, { say }) => whoSaid(who, say), width: 20 },
  { head: { zh: '操作内容', en: 'Action' }, cell: ({ verb }, { say }) => say.of(doneSaid(verb)), width: 24 },
  { head: { zh: '理由', en: 'Reason' }, cell: ({ reason }) => reason || null, width: 50 },
  { head: { zh: '改动条数', en: 'Changes' }, cell: ({ changeCount }) => changeCount, width: 10 },
  { head: { zh: '所撤销记录号', en: 'Undoes' }, cell: ({ undoes }) => undoes, width: 10 },
  { head: { zh: '撤销它的记录号', en: 'Undone by' }, cell: ({ undoneBy }) => undoneBy, width: 10 },
];

/** Deeds read at once. */
const DEEDS_AT_ONCE = 200;

/** Adds every list as a file: `/exports/<list>.csv` and `.xlsx`, with the filters of the list and without its pages. */
export function addExports(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const from = { office, downloads };
  for (const list of listSchema.LISTS) addList(app, from, list, LISTS[list]);
  addList(app, from, 'deeds', {
    name: { zh: '操作日志', en: 'Journal' },
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

/** Who did a deed: a name, an erased person, or a body outside with who reported for it. */
function whoSaid(who: string | null, say: Saying['say']): string {
  if (who === null) return say.text('已删除的人员', 'erased person');
  return who.startsWith(OUTSIDE) ? `${say.text('外部单位：', 'Body outside: ')}${who.slice(OUTSIDE.length)}` : who;
}
