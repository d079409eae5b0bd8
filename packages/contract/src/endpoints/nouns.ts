import {
  addressOf,
  COMPUTED_LIST_NAMES,
  type ComputedList,
  FORM_KINDS,
  type FormKind,
  LINKED_KINDS,
  type LinkedKind,
  MADE_KINDS,
  type MadeKind,
  nounOf,
  PLURALS,
  type PlainKind,
  type Plural,
  type TableName,
} from '@westgate/domain';
import type { z } from 'zod';
import { asOfQuery, history, links, source } from '../schemas/common.ts';
import * as districtSchema from '../schemas/district.ts';
import * as editSchema from '../schemas/edits.ts';
import * as exportSchema from '../schemas/export.ts';
import * as listSchema from '../schemas/lists.ts';
import * as nounSchema from '../schemas/nouns.ts';
import { PLAIN } from '../schemas/records.ts';
import * as reviseSchema from '../schemas/revise.ts';
import { CHANGED, type ExportedList, WITHDRAWN } from './addresses.ts';
import { type Asked, type Descriptions, fileOf, MEDIA, type Sent } from './told.ts';

/** What a list of each kind is asked, its pages, and one record in full. */
const SHOWN = {
  ...PLAIN,
  sentence: { query: nounSchema.sentenceQuery, page: nounSchema.sentencePage, detail: nounSchema.sentenceDetail },
  commitment: { query: nounSchema.commitmentQuery, page: nounSchema.commitmentPage, detail: nounSchema.commitmentDetail },
  place: { query: nounSchema.placeQuery, page: nounSchema.placePage, detail: nounSchema.placeDetail },
  project: { query: nounSchema.projectQuery, page: nounSchema.projectPage, detail: nounSchema.projectDetail },
  indicator: { query: nounSchema.indicatorQuery, page: nounSchema.indicatorPage, detail: nounSchema.indicatorDetail },
  document: { query: nounSchema.documentQuery, page: nounSchema.documentPage, detail: nounSchema.planDocument },
  source: { query: nounSchema.sourceQuery, page: nounSchema.sourcePage, detail: source },
} as const satisfies { readonly [K in FormKind]: object };

type Shown = typeof SHOWN;

type WholeLists = { readonly [K in FormKind as Plural<K>]: ReturnType<typeof wholeOf> } & Readonly<
  Record<ComputedList, typeof listSchema.fileQuery>
>;

/** What each list is asked that is taken away whole. */
const LISTS = {
  ...(Object.fromEntries([
    ...FORM_KINDS.map((kind) => [PLURALS[kind], wholeOf(kind)]),
    ...COMPUTED_LIST_NAMES.map((list) => [list, listSchema.fileQuery]),
  ]) as WholeLists),
  deeds: exportSchema.deedsQuery,
} as const satisfies Readonly<Record<ExportedList, z.ZodType>>;

type Reads<Q, A> = Omit<Asked, 'query' | 'answer'> & { readonly query: Q; readonly answer: A };
type Writes<B, A> = Omit<Sent, 'body' | 'answer'> & { readonly body: B; readonly answer: A };
type Changes<B, A> = Omit<Writes<B, A>, 'isOfRev'> & { readonly isOfRev: true };
type AsOf = typeof asOfQuery;
type Revision = ReturnType<typeof reviseSchema.revision>;
type Creation = ReturnType<typeof editSchema.creation>;
type Receipt = typeof districtSchema.receipt;
type EditsReceipt = typeof editSchema.editsReceipt;
type Nouns = { readonly [K in FormKind as Plural<K>]: Reads<Shown[K]['query'], Shown[K]['page']> } & {
  readonly [K in FormKind]: Reads<AsOf, Shown[K]['detail']>;
} & { readonly [K in FormKind as `${K}-row`]: Reads<AsOf, typeof editSchema.recordRow> } & {
  readonly [K in FormKind as `${K}-history`]: Reads<typeof districtSchema.deedQuery, typeof history>;
} & { readonly [K in FormKind as `change-${K}`]: Changes<Revision, Receipt> } & {
  readonly [K in LinkedKind as `${K}-links`]: Reads<AsOf, typeof links>;
} & { readonly [K in MadeKind as `create-${K}`]: Writes<Creation, EditsReceipt> } & {
  readonly [K in MadeKind as `withdraw-${K}`]: Changes<typeof editSchema.removal, Receipt>;
} & { readonly [K in MadeKind as `merge-${K}`]: Changes<typeof editSchema.merger, EditsReceipt> };
type Changed = (typeof CHANGED)[number];
type Rows = { readonly [K in Changed as `change-${K}`]: Changes<Revision, Receipt> } & {
  readonly [K in (typeof WITHDRAWN)[number] as `withdraw-${K}`]: Changes<typeof reviseSchema.withdrawal, Receipt>;
};
type Exports = {
  readonly [L in ExportedList as `export-${L}-csv` | `export-${L}-xlsx`]: Reads<(typeof LISTS)[L], ReturnType<typeof fileOf>>;
};

/** Each kind of record: its list, one, its row, its history, its links, and what makes, changes, takes out and merges one. */
export const nouns = {
  ...joined(FORM_KINDS, ofEach),
  ...joined(LINKED_KINDS, ofLinked),
  ...joined(MADE_KINDS, ofMade),
} as Nouns;

/** Of rows without a form: what changes one, and what takes one out. */
export const rows = {
  ...joined(CHANGED, (name) => ({ [`change-${name}`]: changeOf(name) })),
  ...joined(WITHDRAWN, (name) => ({ [`withdraw-${name}`]: { ...removalOf(name), body: reviseSchema.withdrawal } })),
} as Rows;

/** Every list by its columns. */
export const lists = {
  table: {
    summary: 'A list as a table: the columns asked for, filtered, in order, grouped, added up, page by page',
    query: listSchema.tableQuery,
    answer: listSchema.listTable,
  },
} satisfies Partial<Descriptions>;

/** Each list as a file. */
export const exportsOfLists = joined(Object.entries(LISTS), ([list, query]) =>
  Object.fromEntries(
    (['csv', 'xlsx'] as const).map((format) => [
      `export-${list}-${format}`,
      { summary: `All ${list} that match, as a file (${format})`, query, answer: fileOf(MEDIA[format]) },
    ]),
  ),
) as Exports;

/** The list of a kind as a whole, without pages. Its type tells what all lists are asked. */
function wholeOf(kind: FormKind) {
  const query = SHOWN[kind].query as (typeof PLAIN)[PlainKind]['query'];
  return query.omit(exportSchema.PAGING).extend(exportSchema.asShown);
}

function ofEach(kind: FormKind): object {
  const many = addressOf(kind);
  const { query, page, detail } = SHOWN[kind];
  const isSource = kind === 'source';
  return {
    [many]: {
      summary: isSource ? 'Where dates, figures and positions were read, page by page' : `The ${many}, filtered, sorted, page by page`,
      query,
      answer: page,
    },
    [kind]: { summary: `One ${kind}`, query: asOfQuery, answer: detail },
    [`${kind}-row`]: { summary: `A ${kind} as its row, for a form, with what rests on it`, query: asOfQuery, answer: editSchema.recordRow },
    [`${kind}-history`]: {
      summary: `The deeds that touched a ${kind}${isSource ? '' : ' or what is recorded of it'}, newest first`,
      query: districtSchema.deedQuery,
      answer: history,
    },
    [`change-${kind}`]: changeOf(kind),
  };
}

function changeOf(table: TableName) {
  const summary = `Give fields of ${anOf(table)} other values`;
  return { summary, body: reviseSchema.revision(table), answer: districtSchema.receipt, isOfRev: true };
}

function removalOf(table: TableName) {
  return { summary: `Take ${anOf(table)} out; undoing that deed brings it back`, answer: districtSchema.receipt, isOfRev: true };
}

function anOf(table: TableName): string {
  const { en } = nounOf(table);
  return `${/^[aeiou]/.test(en) ? 'an' : 'a'} ${en}`;
}

function ofLinked(kind: LinkedKind): object {
  return {
    [`${kind}-links`]: { summary: `What a ${kind} is linked to, and how`, query: asOfQuery, answer: links },
  };
}

function ofMade(kind: MadeKind): object {
  return {
    [`create-${kind}`]: { summary: `Make a ${kind}`, body: editSchema.creation(kind), answer: editSchema.editsReceipt },
    [`withdraw-${kind}`]: { ...removalOf(kind), body: editSchema.removal },
    [`merge-${kind}`]: {
      summary: `Draw a ${kind} into another: what pointed to it points to that one`,
      body: editSchema.merger,
      answer: editSchema.editsReceipt,
      isOfRev: true,
    },
  };
}

function joined<T>(all: readonly T[], each: (one: T) => object): object {
  return Object.assign({}, ...all.map(each));
}
