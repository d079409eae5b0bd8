import { type Language, WestgateError } from '@westgate/base';
import { commonSchema, type Deed as DeedRecord, exportSchema, nounSchema, supervisionSchema } from '@westgate/contract';
import { SHEET_ROWS } from '@westgate/desk';
import { fits, type Reader, type Row, readListQuery } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { DEED_COLUMNS } from '../exports/deed-columns.ts';
import { asFile, LIST_FORMATS, type ListExport, type ListFormat, listStream, MEDIA } from '../exports/download.ts';
import { parseInput } from '../http/parse.ts';
import { schemaOf } from '../http/route.ts';
import { paperColumns } from '../list/columns/column.ts';
import { MATTER_COLUMNS } from '../list/columns/matter-columns.ts';
import { firstColumns, firstLanguage, type ListAsk, type ListedTable, type Listing, rowsIn } from '../list/listing.ts';
import { COMMITMENTS, INDICATORS, PLACES, PROJECTS, SENTENCES } from '../list/noun-lists.ts';
import { matchesOf, requireAskable } from '../list/page.ts';
import { DEPARTMENTS, DOCUMENTS, EVENTS, PARKS, SOURCES } from '../list/record-lists.ts';
import type { Office } from '../office.ts';
import { readerNow } from '../people/caller.ts';
import { seenDeeds } from '../people/seen-deeds.ts';
import { deedOf } from '../present/deed.ts';
import { mattersFound } from '../present/matter.ts';
import type { View } from '../view.ts';

/** Deeds read at once. */
const DEEDS_AT_ONCE = 200;
/** A whole list has no pages, so that their size is any. */
const ANY = 1;

/** Adds every list as a file: `/exports/<list>.csv` and `.xlsx`, with the filters of the list and without its pages. */
export function addExports(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const from = { office, downloads };
  addList(app, from, {
    name: { zh: '句子', en: 'Sentences' },
    file: 'sentences',
    query: nounSchema.sentenceQuery.omit(exportSchema.PAGING).extend(exportSchema.asShown),
    find: (view, ask, language) => matching(view, { ...ask, limit: ANY }, SENTENCES, language),
  });
  addList(app, from, {
    name: { zh: '承诺', en: 'Commitments' },
    file: 'commitments',
    query: nounSchema.commitmentQuery.omit(exportSchema.PAGING).extend(exportSchema.asShown),
    find: (view, ask, language) => matching(view, { ...ask, limit: ANY }, COMMITMENTS, language),
  });
  addList(app, from, {
    name: { zh: '地点', en: 'Places' },
    file: 'places',
    query: nounSchema.placeQuery.omit(exportSchema.PAGING).extend(exportSchema.asShown),
    find: (view, ask, language) => matching(view, { ...ask, limit: ANY }, PLACES, language),
  });
  addList(app, from, {
    name: { zh: '项目', en: 'Projects' },
    file: 'projects',
    query: nounSchema.projectQuery.omit(exportSchema.PAGING).extend(exportSchema.asShown),
    find: (view, ask, language) => matching(view, { ...ask, limit: ANY }, PROJECTS, language),
  });
  addList(app, from, {
    name: { zh: '指标', en: 'Indicators' },
    file: 'indicators',
    query: nounSchema.indicatorQuery.omit(exportSchema.PAGING).extend(exportSchema.asShown),
    find: (view, ask, language) => matching(view, { ...ask, limit: ANY }, INDICATORS, language),
  });
  addList(app, from, {
    name: { zh: '活动', en: 'Events' },
    file: 'events',
    query: nounSchema.eventQuery.omit(exportSchema.PAGING).extend(exportSchema.asShown),
    find: (view, ask, language) => matching(view, { ...ask, limit: ANY }, EVENTS, language),
  });
  addList(app, from, {
    name: { zh: '园区', en: 'Parks' },
    file: 'parks',
    query: nounSchema.parkQuery.omit(exportSchema.PAGING).extend(exportSchema.asShown),
    find: (view, ask, language) => matching(view, { ...ask, limit: ANY }, PARKS, language),
  });
  addList(app, from, {
    name: { zh: '督办台账', en: 'Supervision' },
    file: 'supervision',
    query: supervisionSchema.matterQuery
      .omit({ limit: true, skip: true, group: true, pivot: true, shut: true })
      .extend({ lang: exportSchema.lang, columns: commonSchema.listAddress.columns, filter: commonSchema.listAddress.filter }),
    find(view, ask, language) {
      const seen = { view, language };
      const { query, faults } = readListQuery({ columns: ask.columns, filter: ask.filter }, MATTER_COLUMNS);
      requireAskable(faults);
      const named = (asked: string): typeof MATTER_COLUMNS => MATTER_COLUMNS.filter(({ id }) => id === asked);
      const tests = query.filter.flatMap((condition) => named(condition.column).map((column) => fits(column, condition, seen)));
      const items = mattersFound(view, ask).fitting.filter((matter) => tests.every((passes) => passes(matter)));
      return { count: items.length, items, columns: paperColumns(query.columns?.flatMap(named) ?? MATTER_COLUMNS, seen) };
    },
  });
  addList(app, from, {
    name: { zh: '部门', en: 'Departments' },
    file: 'departments',
    query: nounSchema.departmentQuery.omit(exportSchema.PAGING).extend(exportSchema.asShown),
    find: (view, ask, language) => matching(view, { ...ask, limit: ANY }, DEPARTMENTS, language),
  });
  addList(app, from, {
    name: { zh: '文件', en: 'Documents' },
    file: 'documents',
    query: nounSchema.documentQuery.omit(exportSchema.PAGING).extend(exportSchema.asShown),
    find: (view, ask, language) => matching(view, { ...ask, limit: ANY }, DOCUMENTS, language),
  });
  addList(app, from, {
    name: { zh: '来源', en: 'Sources' },
    file: 'sources',
    query: nounSchema.sourceQuery.omit(exportSchema.PAGING).extend(exportSchema.asShown),
    find: (view, ask, language) => matching(view, { ...ask, limit: ANY }, SOURCES, language),
  });
  addList(app, from, {
    name: { zh: '台账', en: 'Deeds' },
    file: 'deeds',
    query: exportSchema.deedsQuery,
    find: (view) => ({ count: view.seq, items: deedsOf(office, view.seq, readerNow()), columns: DEED_COLUMNS }),
  });
}

interface ListSpec<Query extends z.ZodType, Item> {
  readonly name: ListExport<Item>['name'];
  readonly file: string;
  readonly query: Query;
  readonly find: (view: View, ask: z.output<Query>, language: Language) => Found<Item>;
}

type Found<Item> = Pick<ListExport<Item>, 'items' | 'columns'> & { readonly count: number };

function addList<Query extends z.ZodType<object>, Item>(
  app: FastifyInstance,
  { office, downloads }: { readonly office: Office; readonly downloads: Downloads },
  spec: ListSpec<Query, Item>,
): void {
  for (const format of LIST_FORMATS) {
    const told = {
      summary: `All ${spec.file} that match, as a file (${format})`,
      tag: 'exports',
      answer: { content: { [MEDIA[format]]: { schema: exportSchema.fileBytes } } },
    };
    app.get(`/exports/${spec.file}.${format}`, { schema: schemaOf(told, { querystring: spec.query }) }, async (request, reply) => {
      const ask = parseInput(spec.query, request.query, 'query');
      const view = office.viewAsked(ask);
      const language = 'lang' in ask && (ask.lang === 'zh' || ask.lang === 'en') ? ask.lang : firstLanguage(view);
      const { name, file } = spec;
      return downloads.send(request, asFile(reply, `westgate-${file}-${view.asOf}`, format), restsOn(request, view), () => {
        const { count, items, columns } = spec.find(view, ask, language);
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
function matching<T extends ListedTable, Shown, Ask extends ListAsk>(
  view: View,
  ask: Ask,
  listing: Listing<T, Shown, Ask>,
  language: Language,
): Found<Row<T>> {
  const all = listing.columns.all(view);
  const { query, faults } = readListQuery({ columns: ask.columns }, all);
  requireAskable(faults);
  const shown = query.columns?.flatMap((asked) => all.find(({ id }) => id === asked) ?? []) ?? firstColumns(listing);
  const { ids } = matchesOf(view, ask, listing);
  return { count: ids.length, items: rowsOf(rowsIn(view.register, listing.table), ids), columns: paperColumns(shown, { view, language }) };
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
