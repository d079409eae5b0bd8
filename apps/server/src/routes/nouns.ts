import { COMPUTED_LISTS, FORM_KINDS, type FormKind, LINKED_KINDS, type LinkedKind, PLURALS } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { read } from '../http/route.ts';
import type { ListAsk, ListedTable, Listing } from '../list/listing.ts';
import { COMMITMENTS, INDICATORS, PLACES, PROJECTS, SENTENCES } from '../list/noun-lists.ts';
import { pageOf, readyToFind } from '../list/page.ts';
import { PLAIN_LISTINGS } from '../list/plain-listing.ts';
import { DEPARTMENTS, DOCUMENTS, EVENTS, SOURCES } from '../list/record-lists.ts';
import { tableOf } from '../list/table.ts';
import type { Office } from '../office.ts';
import { requireSignedIn } from '../people/caller.ts';
import { commitmentDetail } from '../present/commitment.ts';
import { departmentDetail } from '../present/department.ts';
import { documentDetail } from '../present/document.ts';
import { eventDetail } from '../present/event.ts';
import { historyOf } from '../present/history.ts';
import { indicatorDetail } from '../present/indicator.ts';
import { linksOfRecord } from '../present/links.ts';
import { placeDetail } from '../present/place.ts';
import { plainDetail } from '../present/plain.ts';
import { projectDetail } from '../present/project.ts';
import { sentenceDetail } from '../present/sentence.ts';
import { sourceNamed } from '../present/source.ts';
import type { View } from '../view.ts';

/** Adds the lists of all kinds of records, one of each, its links and its history; and every list as a table of its columns. */
export function addNouns(app: FastifyInstance, office: Office): void {
  read(app, office, 'sentences', listOf(SENTENCES));
  read(app, office, 'sentence', { present: (view, { params: { id } }) => sentenceDetail(view, id) });
  read(app, office, 'commitments', listOf(COMMITMENTS));
  read(app, office, 'commitment', { present: (view, { params: { id } }) => commitmentDetail(view, id) });
  read(app, office, 'places', listOf(PLACES));
  read(app, office, 'place', { present: (view, { params: { id } }) => placeDetail(view, id) });
  read(app, office, 'projects', listOf(PROJECTS));
  read(app, office, 'project', { present: (view, { params: { id } }) => projectDetail(view, id) });
  read(app, office, 'indicators', listOf(INDICATORS));
  read(app, office, 'indicator', { present: (view, { params: { id } }) => indicatorDetail(view, id) });
  read(app, office, 'events', listOf(EVENTS));
  read(app, office, 'event', { present: (view, { params: { id } }) => eventDetail(view, id) });
  for (const [kind, listing] of PLAIN_LISTINGS) {
    read(app, office, PLURALS[kind], listOf(listing));
    read(app, office, kind, { present: (view, { params: { id } }) => plainDetail(view, kind, id) });
  }
  read(app, office, 'departments', listOf(DEPARTMENTS));
  read(app, office, 'department', { present: (view, { params: { id } }) => departmentDetail(view, id) });
  read(app, office, 'documents', listOf(DOCUMENTS));
  read(app, office, 'document', { present: (view, { params: { id } }) => documentDetail(view, id) });
  read(app, office, 'sources', listOf(SOURCES));
  read(app, office, 'source', { present: (view, { params: { id } }) => sourceNamed(view.register, id) });
  for (const kind of LINKED_KINDS) addLinks(app, office, kind);
  for (const kind of FORM_KINDS) addHistory(app, office, kind);
  read(app, office, 'table', {
    present(view, { params: { list }, query }) {
      if (list in COMPUTED_LISTS) requireSignedIn();
      return tableOf(list, view, query);
    },
  });
}

/** How a list is answered, page by page. */
function listOf<T extends ListedTable, Shown, Ask extends ListAsk>(listing: Listing<T, Shown, Ask>) {
  return {
    prepare: (view: View, { query }: { readonly query: Ask }) => readyToFind(view, query, listing),
    present: (view: View, { query }: { readonly query: Ask }) => pageOf(view, query, listing),
  };
}

function addLinks(app: FastifyInstance, office: Office, kind: LinkedKind): void {
  read(app, office, `${kind}-links`, { present: (view, { params: { id } }) => linksOfRecord(view, kind, id) });
}

function addHistory(app: FastifyInstance, office: Office, kind: FormKind): void {
  read(app, office, `${kind}-history`, { present: (view, { params: { id }, query }) => historyOf(office, view, kind, id, query) });
}
