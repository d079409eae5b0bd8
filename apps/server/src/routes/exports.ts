import { type Language, WestgateError } from '@westgate/base';
import type { Deed as DeedRecord, ExportedList, listSchema, QueryRead } from '@westgate/contract';
import { SHEET_ROWS } from '@westgate/desk';
import { COMPUTED_LISTS, capital, columnsNamed, nounsOf, PLURALS, type Reader, type Row, readListQuery } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { DEED_COLUMNS } from '../exports/deed-columns.ts';
import { asFile, LIST_FORMATS, type ListExport, type ListFormat, listStream } from '../exports/download.ts';
import { serve } from '../http/route.ts';
import { paperColumns } from '../list/columns/column.ts';
import { COMPUTED } from '../list/computed-lists.ts';
import { firstColumns, firstLanguage, type ListAsk, type ListedTable, type Listing, rowsIn } from '../list/listing.ts';
import { COMMITMENTS, INDICATORS, PLACES, PROJECTS, SENTENCES } from '../list/noun-lists.ts';
import { matchesOf, readyToFind, requireAskable, valuesReady } from '../list/page.ts';
import { PLAIN_LISTINGS } from '../list/plain-listing.ts';
import { DEPARTMENTS, DOCUMENTS, EVENTS, SOURCES } from '../list/record-lists.ts';
import type { Rows } from '../list/rows.ts';
import type { Office } from '../office.ts';
import { readerNow } from '../people/caller.ts';
import { seenDeeds } from '../people/seen-deeds.ts';
import { deedOf } from '../present/deed.ts';
import { statesReady } from '../states-ready.ts';
import type { View } from '../view.ts';

/** Deeds read at once. */
const DEEDS_AT_ONCE = 200;
/** A whole list has no pages, so that their size is any. */
const ANY = 1;

/** Adds every list as a file: `/exports/<list>.csv` and `.xlsx`, with the filters of the list and without its pages. */
export function addExports(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const from = { office, downloads };
  addList(app, from, ['sentences', { zh: '句子', en: 'Sentences' }], (view, ask, language) =>
    matching(view, { ...ask, limit: ANY }, SENTENCES, language),
  );
  addList(app, from, ['commitments', { zh: '承诺', en: 'Commitments' }], (view, ask, language) =>
    matching(view, { ...ask, limit: ANY }, COMMITMENTS, language),
  );
  addList(app, from, ['places', { zh: '地点', en: 'Places' }], (view, ask, language) =>
    matching(view, { ...ask, limit: ANY }, PLACES, language),
  );
  addList(app, from, ['projects', { zh: '项目', en: 'Projects' }], (view, ask, language) =>
    matching(view, { ...ask, limit: ANY }, PROJECTS, language),
  );
  addList(app, from, ['indicators', { zh: '指标', en: 'Indicators' }], (view, ask, language) =>
    matching(view, { ...ask, limit: ANY }, INDICATORS, language),
  );
  addList(app, from, ['events', { zh: '活动', en: 'Events' }], (view, ask, language) =>
    matching(view, { ...ask, limit: ANY }, EVENTS, language),
  );
  for (const [kind, listing] of PLAIN_LISTINGS) {
    addList(app, from, [PLURALS[kind], capital(nounsOf(kind))], (view, ask, language) =>
      matching(view, { ...ask, limit: ANY }, listing, language),
    );
  }
  addList(app, from, ['supervision', COMPUTED_LISTS.supervision], (view, ask, language) =>
    found(view, ask, COMPUTED.supervision, language),
  );
  addList(app, from, ['exceptions', COMPUTED_LISTS.exceptions], (view, ask, language) => found(view, ask, COMPUTED.exceptions, language));
  addList(app, from, ['programme', COMPUTED_LISTS.programme], (view, ask, language) => found(view, ask, COMPUTED.programme, language));
  addList(app, from, ['departments', { zh: '部门', en: 'Departments' }], (view, ask, language) =>
    matching(view, { ...ask, limit: ANY }, DEPARTMENTS, language),
  );
  addList(app, from, ['documents', { zh: '文件', en: 'Documents' }], (view, ask, language) =>
    matching(view, { ...ask, limit: ANY }, DOCUMENTS, language),
  );
  addList(app, from, ['sources', { zh: '来源', en: 'Sources' }], (view, ask, language) =>
    matching(view, { ...ask, limit: ANY }, SOURCES, language),
  );
  addList(app, from, ['deeds', { zh: '台账', en: 'Deeds' }], (view) => ({
    count: view.seq,
    items: deedsOf(office, view.seq, readerNow()),
    columns: DEED_COLUMNS,
  }));
}

type Asked<L extends ExportedList> = QueryRead<`export-${L}-${ListFormat}`>;

type Found<Item> = Pick<ListExport<Item>, 'items' | 'columns'> & { readonly count: number };

function addList<L extends ExportedList, Item>(
  app: FastifyInstance,
  { office, downloads }: { readonly office: Office; readonly downloads: Downloads },
  [file, name]: readonly [file: L, name: ListExport<Item>['name']],
  find: (view: View, ask: Asked<L>, language: Language) => Found<Item> | Promise<Found<Item>>,
): void {
  for (const format of LIST_FORMATS) {
    serve(app, `export-${file}-${format}`, async (request, reply, { query }) => {
      const ask = typeof query === 'object' && query !== null ? query : {};
      const view = office.viewAsked(ask);
      const language = 'lang' in ask && (ask.lang === 'zh' || ask.lang === 'en') ? ask.lang : firstLanguage(view);
      return downloads.send(request, asFile(reply, `westgate-${file}-${view.asOf}`, format), restsOn(request, view), async () => {
        const { count, items, columns } = await find(view, query, language);
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

/** The rows that match, and the columns asked for; where none are, those that the file of the list has. */
async function matching<T extends ListedTable, Shown, Ask extends ListAsk>(
  view: View,
  ask: Ask,
  listing: Listing<T, Shown, Ask>,
  language: Language,
): Promise<Found<Row<T>>> {
  await readyToFind(view, ask, listing);
  const all = listing.columns.all(view);
  const { query, faults } = readListQuery({ columns: ask.columns }, all);
  requireAskable(faults);
  const shown = query.columns ? columnsNamed(all, query.columns) : firstColumns(listing);
  const { ids } = matchesOf(view, ask, listing);
  return { count: ids.length, items: rowsOf(rowsIn(view.register, listing.table), ids), columns: paperColumns(shown, { view, language }) };
}

/** The same of a list whose rows are worked out. */
async function found<R>(view: View, ask: z.output<typeof listSchema.fileQuery>, rows: Rows<R>, language: Language): Promise<Found<R>> {
  await statesReady(view);
  await rows.ready?.(view);
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

/** Every deed up to `seq` that `reader` may know of, newest first, without its changes. */
async function* deedsOf({ desk }: Office, seq: number, reader: Reader | null): AsyncGenerator<DeedRecord> {
  for (let before: number | null = seq + 1; before !== null && before > 1; ) {
    const { deeds, next }: Awaited<ReturnType<typeof seenDeeds>> = await seenDeeds(desk, reader, { limit: DEEDS_AT_ONCE, before });
    for (const deed of deeds) yield deedOf(desk, deed);
    before = next;
  }
}
