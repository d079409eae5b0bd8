import type { commonSchema, districtSchema, nounSchema, sheetSchema, textSchema } from '@westgate/contract';
import { aimOf, registerIndex, STATE_ORDER, templateColumns } from '@westgate/domain';
import type { z } from 'zod';
import { departmentIn } from '../present/department.ts';
import { documentIn } from '../present/document.ts';
import { eventIn } from '../present/event.ts';
import { sentenceRanks } from '../present/order.ts';
import { parkIn } from '../present/park.ts';
import { recipeIn } from '../present/recipe.ts';
import { sourceIn } from '../present/source.ts';
import { pair } from '../present/text.ts';
import { textQuestionIn } from '../present/text-question.ts';
import { isAsked, type Listing, sortText } from './listing.ts';
import { isAim } from './noun-lists.ts';
import { tagTest } from './tags.ts';

export const EVENTS: Listing<'event', z.output<typeof nounSchema.event>, z.output<typeof nounSchema.eventQuery>> = {
  table: 'event',
  show: eventIn,
  textsOf: (row) => [row.name_zh, row.name_en, row.organisers_zh, row.organisers_en],
  passes(ask, view) {
    const hasTags = tagTest(view, 'event', ask.tag);
    return (row) =>
      isAsked(ask.place, row.place) &&
      isAim(ask.aim, () => aimOf(view.register, 'event', row.id)) &&
      hasTags(row.id) &&
      (ask.state === undefined || view.state('event', row.id).name === ask.state);
  },
  sorts: {
    dates: { value: (row) => row.dates },
    name: { value: (row, _view, language) => sortText(pair(row.name_zh, row.name_en), language), isWorded: true },
    state: {
      value: (row, { state }) => STATE_ORDER.indexOf(state('event', row.id).name),
      byDay: true,
    },
    id: { value: (row) => row.id },
  },
};

export const PARKS: Listing<'park', z.output<typeof nounSchema.park>, z.output<typeof nounSchema.parkQuery>> = {
  table: 'park',
  show: parkIn,
  textsOf: (row) => [row.name_zh, row.name_en],
  passes(ask, view) {
    const hasTags = tagTest(view, 'park', ask.tag);
    return (row) => isAsked(ask.place, row.place) && hasTags(row.id);
  },
  sorts: {
    name: { value: (row, _view, language) => sortText(pair(row.name_zh, row.name_en), language), isWorded: true },
    id: { value: (row) => row.id },
  },
};

export const DEPARTMENTS: Listing<'department', z.output<typeof nounSchema.department>, z.output<typeof nounSchema.departmentQuery>> = {
  table: 'department',
  show: departmentIn,
  textsOf: (row) => [row.name_zh, row.name_en, row.role_zh, row.role_en],
  passes: () => () => true,
  sorts: {
    name: { value: (row, _view, language) => sortText(pair(row.name_zh, row.name_en), language), isWorded: true },
    id: { value: (row) => row.id },
  },
};

const documentRanks = registerIndex({
  basis: { document: [] },
  build: (register) => new Map<string, number>([...register.document.keys()].map((id, index) => [id, index])),
});

export const DOCUMENTS: Listing<'document', z.output<typeof districtSchema.planDocument>, z.output<typeof nounSchema.documentQuery>> = {
  table: 'document',
  show: documentIn,
  textsOf: (row) => [row.title_zh, row.title_en],
  passes: (ask) => (row) => isAsked(ask.kind, row.kind),
  sorts: { order: { value: (row, view) => documentRanks(view.register).get(row.id) ?? null } },
};

export const SOURCES: Listing<'source', z.output<typeof commonSchema.source>, z.output<typeof nounSchema.sourceQuery>> = {
  table: 'source',
  show: sourceIn,
  textsOf: (row) => [row.title],
  passes: (ask) => (row) => isAsked(ask.kind, row.kind),
  sorts: { id: { value: (row) => row.id } },
};

export const RECIPES: Listing<'recipe', z.output<typeof sheetSchema.recipe>, z.output<typeof sheetSchema.recipeQuery>> = {
  table: 'recipe',
  show: recipeIn,
  textsOf: (row) => [row.name_zh, row.name_en],
  /** Templates of the monthly sheet are kept beside them. */
  passes: (ask) => (row) => (templateColumns(row.columns) === null) === (ask.reads === 'task-sheet'),
  sorts: {
    name: { value: (row, _view, language) => sortText(pair(row.name_zh, row.name_en), language), isWorded: true },
    id: { value: (row) => row.id },
  },
};

export const QUESTIONS: Listing<'text_question', z.output<typeof textSchema.textQuestion>, z.output<typeof textSchema.questionQuery>> = {
  table: 'text_question',
  show: textQuestionIn,
  textsOf: (row) => [row.words_zh, row.words_en],
  passes: (ask) => (row) =>
    isAsked(ask.document, row.document) &&
    (ask.sentence === undefined || row.sentence === ask.sentence || row.candidates.includes(ask.sentence)),
  sorts: { number: { value: (row, view) => sentenceRanks(view.register).get(row.sentence) ?? null } },
};
