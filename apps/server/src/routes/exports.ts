import { WestgateError } from '@westgate/base';
import type { Deed as DeedRecord, ExportedList, QueryRead } from '@westgate/contract';
import { SHEET_ROWS } from '@westgate/desk';
import type { Reader } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import type { Column } from '../exports/column.ts';
import { asFile, LIST_FORMATS, type ListExport, type ListFormat, listStream } from '../exports/download.ts';
import { MATTER_COLUMNS } from '../exports/matter-columns.ts';
import { COMMITMENT_COLUMNS, INDICATOR_COLUMNS, PLACE_COLUMNS, PROJECT_COLUMNS, SENTENCE_COLUMNS } from '../exports/noun-columns.ts';
import {
  DEED_COLUMNS,
  DEPARTMENT_COLUMNS,
  DOCUMENT_COLUMNS,
  EVENT_COLUMNS,
  PARK_COLUMNS,
  SOURCE_COLUMNS,
} from '../exports/record-columns.ts';
import { serve } from '../http/route.ts';
import { firstLanguage, type ListAsk, type ListedTable, type Listing } from '../list/listing.ts';
import { COMMITMENTS, INDICATORS, PLACES, PROJECTS, SENTENCES } from '../list/noun-lists.ts';
import { matchesOf } from '../list/page.ts';
import { DEPARTMENTS, DOCUMENTS, EVENTS, PARKS, SOURCES } from '../list/record-lists.ts';
import type { Office } from '../office.ts';
import { readerNow } from '../people/caller.ts';
import { seenDeeds } from '../people/seen-deeds.ts';
import { deedOf } from '../present/deed.ts';
import { matterShown, mattersFound } from '../present/matter.ts';
import type { View } from '../view.ts';

/** Deeds read at once. */
const DEEDS_AT_ONCE = 200;
/** A whole list has no pages, so that their size is any. */
const ANY = 1;

/** Adds every list as a file: `/exports/<list>.csv` and `.xlsx`, with the filters of the list and without its pages. */
export function addExports(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const from = { office, downloads };
  addList(app, from, ['sentences', { zh: '句子', en: 'Sentences' }, SENTENCE_COLUMNS], (view, ask) =>
    matching(view, { ...ask, limit: ANY }, SENTENCES),
  );
  addList(app, from, ['commitments', { zh: '承诺', en: 'Commitments' }, COMMITMENT_COLUMNS], (view, ask) =>
    matching(view, { ...ask, limit: ANY }, COMMITMENTS),
  );
  addList(app, from, ['places', { zh: '地点', en: 'Places' }, PLACE_COLUMNS], (view, ask) =>
    matching(view, { ...ask, limit: ANY }, PLACES),
  );
  addList(app, from, ['projects', { zh: '项目', en: 'Projects' }, PROJECT_COLUMNS], (view, ask) =>
    matching(view, { ...ask, limit: ANY }, PROJECTS),
  );
  addList(app, from, ['indicators', { zh: '指标', en: 'Indicators' }, INDICATOR_COLUMNS], (view, ask) =>
    matching(view, { ...ask, limit: ANY }, INDICATORS),
  );
  addList(app, from, ['events', { zh: '活动', en: 'Events' }, EVENT_COLUMNS], (view, ask) =>
    matching(view, { ...ask, limit: ANY }, EVENTS),
  );
  addList(app, from, ['parks', { zh: '园区', en: 'Parks' }, PARK_COLUMNS], (view, ask) => matching(view, { ...ask, limit: ANY }, PARKS));
  addList(app, from, ['supervision', { zh: '督办台账', en: 'Supervision' }, MATTER_COLUMNS], (view, ask) => {
    const { fitting } = mattersFound(view, ask);
    return { count: fitting.length, items: fitting.map((each) => matterShown(view, each)) };
  });
  addList(app, from, ['departments', { zh: '部门', en: 'Departments' }, DEPARTMENT_COLUMNS], (view, ask) =>
    matching(view, { ...ask, limit: ANY }, DEPARTMENTS),
  );
  addList(app, from, ['documents', { zh: '文件', en: 'Documents' }, DOCUMENT_COLUMNS], (view, ask) =>
    matching(view, { ...ask, limit: ANY }, DOCUMENTS),
  );
  addList(app, from, ['sources', { zh: '来源', en: 'Sources' }, SOURCE_COLUMNS], (view, ask) =>
    matching(view, { ...ask, limit: ANY }, SOURCES),
  );
  addList(app, from, ['deeds', { zh: '台账', en: 'Deeds' }, DEED_COLUMNS], (view) => ({
    count: view.seq,
    items: deedsOf(office, view.seq, readerNow()),
  }));
}

type Asked<L extends ExportedList> = QueryRead<`export-${L}-${ListFormat}`>;

type Found<Item> = Pick<ListExport<Item>, 'items'> & { readonly count: number };

function addList<L extends ExportedList, Item>(
  app: FastifyInstance,
  { office, downloads }: { readonly office: Office; readonly downloads: Downloads },
  [file, name, columns]: readonly [file: L, name: ListExport<Item>['name'], columns: readonly Column<Item>[]],
  find: (view: View, ask: Asked<L>) => Found<Item>,
): void {
  for (const format of LIST_FORMATS) {
    serve(app, `export-${file}-${format}`, async (request, reply, { query }) => {
      const ask = typeof query === 'object' && query !== null ? query : {};
      const view = office.viewAsked(ask);
      const language = 'lang' in ask && (ask.lang === 'zh' || ask.lang === 'en') ? ask.lang : firstLanguage(view);
      return downloads.send(request, asFile(reply, `westgate-${file}-${view.asOf}`, format), restsOn(request, view), () => {
        const { count, items } = find(view, query);
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

/** What the list was narrowed by beside its plan; language and order narrow nothing. */
function askedOf(query: unknown): readonly (readonly [string, string])[] {
  const asked = Object.entries(typeof query === 'object' && query !== null ? query : {});
  return asked.flatMap(([field, value]) => (['lang', 'sort', 'asOf', 'plan'].includes(field) ? [] : [[field, String(value)] as const]));
}

function matching<T extends ListedTable, Shown, Ask extends ListAsk>(view: View, ask: Ask, listing: Listing<T, Shown, Ask>): Found<Shown> {
  const { ids } = matchesOf(view, ask, listing);
  return { count: ids.length, items: shownOf(view, ids, listing) };
}

function* shownOf<T extends ListedTable, Shown, Ask extends ListAsk>(
  view: View,
  ids: readonly string[],
  listing: Listing<T, Shown, Ask>,
): Generator<Shown> {
  for (const id of ids) {
    const shown = listing.show(view, id);
    if (shown !== null) yield shown;
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
