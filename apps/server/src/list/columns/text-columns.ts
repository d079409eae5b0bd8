import { numberOf, type Row, registerIndex, vocabulary } from '@westgate/domain';
import { sentenceCountOf } from '../../present/document.ts';
import { commitmentRanks, sentenceRanks } from '../../present/order.ts';
import { sourceAt } from '../../present/source.ts';
import { pair } from '../../present/text.ts';
import {
  type Column,
  dayColumn,
  idColumn,
  numberColumn,
  plainColumn,
  sourceColumn,
  thingColumn,
  wordColumn,
  wordsColumn,
} from './column.ts';
import {
  aimColumn,
  belongsColumns,
  dueColumns,
  linkColumns,
  noPlaceColumn,
  noteColumn,
  placesColumn,
  reportColumns,
  rowOf,
  stateColumns,
} from './shared.ts';

type Sentence = Row<'sentence'>;
type Commitment = Row<'commitment'>;
type PlanDocument = Row<'document'>;

/** The words of plans: their sentences, what is promised in them, and the plans themselves. */
export const SENTENCE_COLUMNS: readonly Column<Sentence>[] = [
  idColumn(),
  plainColumn('document', ['文件', 'Document'], ({ document }) => document),
  {
    ...plainColumn<Sentence>('number', ['句序', 'No.'], numberOf, { width: 8 }),
    order: ({ id }, { view }) => sentenceRanks(view.register).get(id) ?? null,
  },
  wordsColumn('text', ['句子', 'Sentence'], ({ text_zh, text_en }) => pair(text_zh, text_en), { width: 70 }),
  wordColumn('kind', ['类别', 'Kind'], ['sentence.kind', vocabulary.SENTENCE_KINDS], ({ kind }) => kind, { width: 10 }),
  wordsColumn('reason', ['叙述理由', 'Reason'], ({ reason_zh, reason_en }) => pair(reason_zh, reason_en), {
    width: 30,
    without: 'nothing',
  }),
  aimColumn(rowOf('sentence')),
  ...belongsColumns<Sentence>('sentence'),
  numberColumn('revision', ['修订', 'Revision'], ({ revision }) => revision, { kind: 'integer', sums: false, width: 10 }),
  ...linkColumns<Sentence>('sentence', ['commitments', 'places', 'projects', 'indicators']),
  placesColumn('sentence'),
];

export const COMMITMENT_COLUMNS: readonly Column<Commitment>[] = [
  idColumn(),
  {
    ...plainColumn<Commitment>('number', ['句序', 'No.'], ({ sentence }, { view }) => numberIn(view.register.sentence.get(sentence)), {
      width: 8,
    }),
    order: ({ id }, { view }) => commitmentRanks(view.register).get(id) ?? null,
  },
  wordsColumn('title', ['承诺', 'Commitment'], ({ title_zh, title_en }) => pair(title_zh, title_en), { width: 40 }),
  wordsColumn('clause', ['原文', 'Clause'], ({ clause_zh, clause_en }) => pair(clause_zh, clause_en), { width: 40, without: 'nothing' }),
  aimColumn(rowOf('commitment')),
  ...belongsColumns<Commitment>('commitment'),
  thingColumn('owner', ['责任单位', 'Owner'], 'department', ({ owner }) => owner, { width: 24 }),
  wordsColumn('owner_basis', ['责任依据', 'Owner from'], (row) => pair(row.owner_basis_zh, row.owner_basis_en), {
    width: 30,
    without: 'nothing',
  }),
  ...dueColumns<Commitment>(),
  ...stateColumns<Commitment>('commitment'),
  wordsColumn('rule', ['完成标准', 'Done when'], ({ id }, { view }) => view.state('commitment', id).rule, { width: 40 }),
  noPlaceColumn(),
  ...linkColumns<Commitment>('commitment', ['places', 'projects', 'indicators']),
  noteColumn(),
  plainColumn('document', ['文件', 'Document'], ({ sentence }, { view }) => view.register.sentence.get(sentence)?.document ?? null),
  placesColumn('commitment'),
  ...reportColumns<Commitment>('commitment'),
];

export const DOCUMENT_COLUMNS: readonly Column<PlanDocument>[] = [
  idColumn(),
  wordsColumn('title', ['文件', 'Document'], ({ title_zh, title_en }) => pair(title_zh, title_en), { width: 50 }),
  dayColumn('covers', ['时段', 'Covers'], ({ covers }) => covers, { kind: 'period', without: 'unknown', width: 14 }),
  wordsColumn('publisher', ['发布', 'Publisher'], ({ publisher_zh, publisher_en }) => pair(publisher_zh, publisher_en), { width: 40 }),
  dayColumn('published_on', ['发布日期', 'Published'], ({ published_on }) => published_on, { without: 'unknown', width: 12 }),
  numberColumn('sentences', ['句子数', 'Sentences'], ({ id }, { view }) => sentenceCountOf(view.register, id), {
    kind: 'integer',
    width: 10,
    restsOnOthers: true,
  }),
  sourceColumn('source', ['来源', 'Source'], (row, { view }) => sourceAt(view.register, row), { without: 'unknown' }),
  noteColumn(),
  numberColumn('order', ['次序', 'Order'], ({ id }, { view }) => documentPlaces(view.register).get(id) ?? null, {
    kind: 'integer',
    sums: false,
    restsOnOthers: true,
  }),
];

/** Where each document stands in the folder, from 1. */
const documentPlaces = registerIndex({
  basis: { document: [] },
  build: (register) => new Map<string, number>([...register.document.keys()].map((id, index) => [id, index + 1])),
});

function numberIn(sentence: Sentence | undefined): string | null {
  return sentence ? numberOf(sentence) : null;
}
