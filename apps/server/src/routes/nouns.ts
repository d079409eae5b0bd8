import { listSchema, nounSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import { COMMITMENTS, INDICATORS, PLACES, PROJECTS, SENTENCES } from '../list/noun-lists.ts';
import { pageOf } from '../list/page.ts';
import { tableOf } from '../list/table.ts';
import type { Office } from '../office.ts';
import { commitmentDetail } from '../present/commitment.ts';
import { indicatorDetail } from '../present/indicator.ts';
import { placeDetail } from '../present/place.ts';
import { projectDetail } from '../present/project.ts';
import { sentenceDetail } from '../present/sentence.ts';
import { addNoun } from './noun.ts';

/** Adds the five nouns: sentences, commitments, places, projects, indicators; and every list as a table of its columns. */
export function addNouns(app: FastifyInstance, office: Office): void {
  addNoun(app, office, {
    kind: 'sentence',
    plural: 'sentences',
    query: nounSchema.sentenceQuery,
    page: nounSchema.sentencePage,
    detail: nounSchema.sentenceDetail,
    list: (view, query) => pageOf(view, query, SENTENCES),
    one: sentenceDetail,
  });
  addNoun(app, office, {
    kind: 'commitment',
    plural: 'commitments',
    query: nounSchema.commitmentQuery,
    page: nounSchema.commitmentPage,
    detail: nounSchema.commitmentDetail,
    list: (view, query) => pageOf(view, query, COMMITMENTS),
    one: commitmentDetail,
  });
  addNoun(app, office, {
    kind: 'place',
    plural: 'places',
    query: nounSchema.placeQuery,
    page: nounSchema.placePage,
    detail: nounSchema.placeDetail,
    list: (view, query) => pageOf(view, query, PLACES),
    one: placeDetail,
  });
  addNoun(app, office, {
    kind: 'project',
    plural: 'projects',
    query: nounSchema.projectQuery,
    page: nounSchema.projectPage,
    detail: nounSchema.projectDetail,
    list: (view, query) => pageOf(view, query, PROJECTS),
    one: projectDetail,
  });
  addNoun(app, office, {
    kind: 'indicator',
    plural: 'indicators',
    query: nounSchema.indicatorQuery,
    page: nounSchema.indicatorPage,
    detail: nounSchema.indicatorDetail,
    list: (view, query) => pageOf(view, query, INDICATORS),
    one: indicatorDetail,
  });
  read(app, office, '/lists/:list', {
    summary: 'A list as a table: the columns asked for, filtered, in order, grouped, added up, page by page',
    tag: 'lists',
    params: listSchema.listParam,
    query: listSchema.tableQuery,
    answer: listSchema.listTable,
    present: (view, { params, query }) => tableOf(params.list, view, query),
  });
}
