import type { commonSchema, districtSchema, nounSchema, sheetSchema, textSchema } from '@westgate/contract';
import { type Row, templateColumns } from '@westgate/domain';
import type { z } from 'zod';
import { departmentIn } from '../present/department.ts';
import { documentIn } from '../present/document.ts';
import { eventIn } from '../present/event.ts';
import { sentenceRanks } from '../present/order.ts';
import { recipeIn } from '../present/recipe.ts';
import { sourceIn } from '../present/source.ts';
import { pair } from '../present/text.ts';
import { textQuestionIn } from '../present/text-question.ts';
import { idColumn, numberColumn, wordsColumn } from './columns/column.ts';
import { DOCUMENT_COLUMNS } from './columns/text-columns.ts';
import { DEPARTMENT_COLUMNS, EVENT_COLUMNS, SOURCE_COLUMNS } from './columns/thing-columns.ts';
import { type Asked, type Listing, listColumns } from './listing.ts';

export const EVENTS: Listing<'event', z.output<typeof nounSchema.event>, Asked<typeof nounSchema.eventQuery>> = {
  table: 'event',
  show: eventIn,
  textsOf: (row) => [row.name_zh, row.name_en, row.organisers_zh, row.organisers_en],
  narrows: { place: 'place', aim: 'aim', state: 'state' },
  columns: listColumns('event', EVENT_COLUMNS),
  order: 'dates',
  lastFirst: 'note',
};

export const DEPARTMENTS: Listing<'department', z.output<typeof nounSchema.department>, Asked<typeof nounSchema.departmentQuery>> = {
  table: 'department',
  show: departmentIn,
  textsOf: (row) => [row.name_zh, row.name_en, row.role_zh, row.role_en],
  columns: listColumns('department', DEPARTMENT_COLUMNS),
  order: 'name',
};

export const DOCUMENTS: Listing<'document', z.output<typeof districtSchema.planDocument>, Asked<typeof nounSchema.documentQuery>> = {
  table: 'document',
  show: documentIn,
  textsOf: (row) => [row.title_zh, row.title_en],
  narrows: { kind: 'kind' },
  columns: listColumns('document', DOCUMENT_COLUMNS),
  order: 'order',
  lastFirst: 'note',
};

export const SOURCES: Listing<'source', z.output<typeof commonSchema.source>, Asked<typeof nounSchema.sourceQuery>> = {
  table: 'source',
  show: sourceIn,
  textsOf: (row) => [row.title],
  narrows: { kind: 'kind' },
  columns: listColumns('source', SOURCE_COLUMNS),
  order: 'id',
};

export const RECIPES: Listing<'recipe', z.output<typeof sheetSchema.recipe>, Asked<typeof sheetSchema.recipeQuery>> = {
  table: 'recipe',
  show: recipeIn,
  textsOf: (row) => [row.name_zh, row.name_en],
  /** Templates of the monthly sheet are kept beside them. */
  passes: (ask) => (row) => (templateColumns(row.columns) === null) === (ask.reads === 'task-sheet'),
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
