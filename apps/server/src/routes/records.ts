import { commonSchema, districtSchema, nounSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { idParam, noParams, read } from '../http/route.ts';
import { type Listing, pageOf, sortText } from '../list/page.ts';
import type { Office } from '../office.ts';
import { departmentDetail, departmentsIn } from '../present/department.ts';
import { documentDetail, documentsIn } from '../present/document.ts';
import { eventDetail, eventsIn } from '../present/event.ts';
import { parkDetail, parksIn } from '../present/park.ts';
import { sourceNamed, sourceOf } from '../present/source.ts';
import { addNoun } from './noun.ts';
import { isAsked, STATES } from './nouns.ts';

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
    query: commonSchema.listQuery,
    page: districtSchema.documentPage,
    detail: districtSchema.planDocument,
    list: (view, query) => pageOf(view, query, DOCUMENTS),
    one: documentDetail,
  });
  read(app, office, '/sources', {
    summary: 'Where dates, figures and positions were read, page by page',
    tag: 'sources',
    params: noParams,
    query: commonSchema.listQuery,
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
}

type ListAsk = z.output<typeof commonSchema.listQuery>;

const EVENTS: Listing<z.output<typeof nounSchema.event>, z.output<typeof nounSchema.eventQuery>> = {
  items: (view) => eventsIn(view).values(),
  idOf: (event) => event.id,
  textsOf: (event) => [event.name, event.organisers],
  matches: (event, ask) => isAsked(ask.state, event.state.name) && isAsked(ask.place, event.place?.id ?? null),
  sorts: {
    dates: (event) => event.dates,
    name: (event, _view, language) => sortText(event.name, language),
    state: (event) => STATES.indexOf(event.state.name),
    id: (event) => event.id,
  },
};

const PARKS: Listing<z.output<typeof nounSchema.park>, z.output<typeof nounSchema.parkQuery>> = {
  items: (view) => parksIn(view).values(),
  idOf: (park) => park.id,
  textsOf: (park) => [park.name],
  matches: (park, ask) => isAsked(ask.place, park.place?.id ?? null),
  sorts: { name: (park, _view, language) => sortText(park.name, language), id: (park) => park.id },
};

const DEPARTMENTS: Listing<z.output<typeof nounSchema.department>, z.output<typeof nounSchema.departmentQuery>> = {
  items: (view) => departmentsIn(view).values(),
  idOf: (department) => department.id,
  textsOf: (department) => [department.name, department.role],
  matches: () => true,
  sorts: { name: (department, _view, language) => sortText(department.name, language), id: (department) => department.id },
};

const DOCUMENTS: Listing<z.output<typeof districtSchema.planDocument>, ListAsk> = {
  items: (view) => documentsIn(view).values(),
  idOf: (document) => document.id,
  textsOf: (document) => [document.title],
  matches: () => true,
  sorts: { order: (document, view) => [...view.register.document.keys()].findIndex((id) => String(id) === document.id) },
};

const SOURCES: Listing<z.output<typeof commonSchema.source>, ListAsk> = {
  items: (view) => [...view.register.source.values()].map(sourceOf),
  idOf: (source) => source.id,
  textsOf: (source) => [{ zh: source.title, en: source.title }],
  matches: () => true,
  sorts: { id: (source) => source.id },
};
