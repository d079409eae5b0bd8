import { commonSchema, districtSchema, nounSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { idParam, noParams, read } from '../http/route.ts';
import { pageOf } from '../list/page.ts';
import { DEPARTMENTS, DOCUMENTS, EVENTS, PARKS, SOURCES } from '../list/record-lists.ts';
import type { Office } from '../office.ts';
import { departmentDetail } from '../present/department.ts';
import { documentDetail } from '../present/document.ts';
import { eventDetail } from '../present/event.ts';
import { historyOf } from '../present/history.ts';
import { parkDetail } from '../present/park.ts';
import { sourceNamed } from '../present/source.ts';
import { addNoun } from './noun.ts';

/** Adds the records beside the five nouns: events, parks, departments, documents, sources. */
export function addRecords(app: FastifyInstance, office: Office): void {
  addNoun(app, office, {
    kind: 'event',
    plural: 'events',
    query: nounSchema.eventQuery,
    page: nounSchema.eventPage,
    detail: nounSchema.event,
    list: (view, query) => pageOf(view, query, EVENTS),
    one: eventDetail,
  });
  addNoun(app, office, {
    kind: 'park',
    plural: 'parks',
    query: nounSchema.parkQuery,
    page: nounSchema.parkPage,
    detail: nounSchema.park,
    list: (view, query) => pageOf(view, query, PARKS),
    one: parkDetail,
  });
  addNoun(app, office, {
    kind: 'department',
    plural: 'departments',
    query: nounSchema.departmentQuery,
    page: nounSchema.departmentPage,
    detail: nounSchema.department,
    list: (view, query) => pageOf(view, query, DEPARTMENTS),
    one: departmentDetail,
  });
  addNoun(app, office, {
    kind: 'document',
    plural: 'documents',
    query: nounSchema.documentQuery,
    page: districtSchema.documentPage,
    detail: districtSchema.planDocument,
    list: (view, query) => pageOf(view, query, DOCUMENTS),
    one: documentDetail,
  });
  read(app, office, '/sources', {
    summary: 'Where dates, figures and positions were read, page by page',
    tag: 'sources',
    params: noParams,
    query: nounSchema.sourceQuery,
    answer: districtSchema.sourcePage,
    present: (view, { query }) => pageOf(view, query, SOURCES),
  });
  read(app, office, '/sources/:id', {
    summary: 'One source',
    tag: 'sources',
    params: idParam,
    query: commonSchema.asOfQuery,
    answer: commonSchema.source,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params }) => sourceNamed(view.register, params.id),
  });
  read(app, office, '/sources/:id/history', {
    summary: 'The deeds that touched a source, newest first',
    tag: 'sources',
    params: idParam,
    query: districtSchema.deedQuery,
    answer: commonSchema.history,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params, query }) => historyOf(office, view, 'source', params.id, query),
  });
}
