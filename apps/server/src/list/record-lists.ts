import type { Recipe, sheetSchema, TextQuestion, Thing, textSchema } from '@westgate/contract';
import { recipeOfRow } from '@westgate/desk';
import { hangingOn, numberOf, type Register, type Row, templateColumns } from '@westgate/domain';
import type { z } from 'zod';
import { sentenceRanks } from '../present/order.ts';
import { pair } from '../present/text.ts';
import { thingAt, thingOf } from '../present/thing.ts';
import { shownBy, type View } from '../view/view.ts';
import { idColumn, numberColumn, wordsColumn } from './columns/column.ts';
import { type Asked, type Listing, listColumns } from './listing.ts';

/** A question by its id, as it is shown; null where there is none. */
const textQuestionIn: (view: View, id: string) => TextQuestion | null = shownBy('text_question', textQuestionOf);

/** A kept recipe by its id; null where there is none. */
const recipeIn: (view: View, id: string) => Recipe | null = shownBy('recipe', (_view, row) => recipeShown(row));

export const RECIPES: Listing<'recipe', z.output<typeof sheetSchema.recipe>, Asked<typeof sheetSchema.recipeQuery>> = {
  table: 'recipe',
  show: recipeIn,
  textsOf: (row) => [row.name_zh, row.name_en],
  /** Templates of the monthly sheet are kept beside them. */
  passes: (ask) => (row) => ask.reads === 'all' || (templateColumns(row.columns) === null) === (ask.reads === 'task-sheet'),
  columns: listColumns('recipe', [
    idColumn(),
    wordsColumn<Row<'recipe'>>('name', ['名称', 'Name'], ({ name_zh, name_en }) => pair(name_zh, name_en)),
  ]),
  order: 'name',
};

export const QUESTIONS: Listing<'text_question', z.output<typeof textSchema.textQuestion>, Asked<typeof textSchema.questionQuery>> = {
  table: 'text_question',
  show: textQuestionIn,
  textsOf: (row) => [row.words_zh, row.words_en],
  narrows: { document: 'document' },
  passes: ({ sentence }) => (sentence === undefined ? null : (row) => row.sentence === sentence || row.candidates.includes(sentence)),
  columns: listColumns('text_question', [
    idColumn(),
    numberColumn<Row<'text_question'>>(
      'number',
      ['句序', 'Place in the text'],
      ({ sentence }, { view }) => sentenceRanks(view.register).get(sentence) ?? null,
      { kind: 'integer', sums: false },
    ),
  ]),
  order: 'number',
};

function recipeShown(row: Row<'recipe'>): Recipe {
  const { name, reads, document, addsSentences, year, columns, departments } = recipeOfRow(row);
  return {
    id: row.id,
    name: { ...name },
    reads: reads ?? 'task-sheet',
    document,
    addsSentences,
    year,
    columns: columns.map((column) => ({ ...column })),
    departments: departments.map((department) => ({ ...department })),
    rev: row.rev,
  };
}

function textQuestionOf({ register }: View, row: Row<'text_question'>): TextQuestion {
  const sentence = register.sentence.get(row.sentence);
  const isOfWords = row.kind === 'clause' || row.kind === 'phrase';
  return {
    id: row.id,
    rev: row.rev,
    document: row.document,
    isOfEarlier: sentence !== undefined && sentence.document !== row.document,
    kind: row.kind,
    sentence: { ...shown(register, row.sentence), inText: sentence?.in_text ?? false },
    candidates: row.candidates.map((id) => shown(register, id)),
    subject: subjectOf(register, row),
    sought: soughtBy(register, row),
    words: pair(row.words_zh, row.words_en),
    links: isOfWords ? 1 : hangingOn(register, row.sentence),
  };
}

function shown(register: Register, id: string): { id: string; number: string; text: { zh: string | null; en: string | null } } {
  const sentence = register.sentence.get(id);
  return { id, number: sentence ? numberOf(sentence) : '', text: pair(sentence?.text_zh ?? null, sentence?.text_en ?? null) };
}

function subjectOf(register: Register, row: Row<'text_question'>): Thing | null {
  if (row.commitment !== null) return thingAt(register, 'commitment', row.commitment);
  return row.mention_kind !== null && row.mention_id !== null ? thingOf(register, row.mention_kind, row.mention_id) : null;
}

function soughtBy(register: Register, row: Row<'text_question'>): { zh: string | null; en: string | null } {
  const commitment = register.commitment.get(row.commitment ?? '');
  if (commitment) return pair(commitment.clause_zh, commitment.clause_en);
  const mention = register.mention.get(`${row.sentence}|${row.mention_kind}|${row.mention_id}`);
  return pair(mention?.phrase_zh ?? null, mention?.phrase_en ?? null);
}
