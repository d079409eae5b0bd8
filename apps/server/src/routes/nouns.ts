import { FORM_KINDS, type FormKind, LINKED_KINDS, type LinkedKind, PLURALS, type Plural } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { readerNow } from '../caller/caller.ts';
import { type Read, read } from '../http/route.ts';
import { LISTS, RECORD_LISTS } from '../list/lists.ts';
import type { Office } from '../office/office.ts';
import { requireRightNow } from '../people/authentication.ts';
import { DETAILS, type Detail } from '../present/details.ts';
import { historyOf } from '../present/history.ts';
import { linksOfRecord } from '../present/links.ts';

/** The lists of all kinds of records, as the API answers them. */
const PAGES: { readonly [K in FormKind]: Read<Plural<K>> } = RECORD_LISTS;

/** Adds the lists of all kinds of records, one of each, its links and its history; and every list as a table of its columns. */
export function addNouns(app: FastifyInstance, office: Office): void {
  for (const kind of FORM_KINDS) addRecords(app, office, kind);
  for (const kind of LINKED_KINDS) addLinks(app, office, kind);
  for (const kind of FORM_KINDS) addHistory(app, office, kind);
  read(app, office, 'table', {
    isFresh: ({ params: { list } }) => LISTS[list].isFresh === true,
    // How records stand towards the public is worked out of all that is held.
    isNoted: ({ params: { list } }) => list !== 'publicity',
    present(view, { params: { list }, query }) {
      const { right, day, table } = LISTS[list];
      requireRightNow(right);
      return table(day ? office.view(day(view, query), view.plan) : view, query, office);
    },
  });
}

/** The page and the detail of a kind are those of the tables above, which name each with its answer. */
function addRecords<K extends FormKind>(app: FastifyInstance, office: Office, kind: K): void {
  read(app, office, PLURALS[kind] as 'places', { ...(PAGES[kind] as Read<'places'>), isNoted: true });
  const detail = DETAILS[kind] as Detail<'place'>;
  read(app, office, kind as 'place', { isNoted: true, present: (view, { params: { id } }) => detail(view, id) });
}

function addLinks(app: FastifyInstance, office: Office, kind: LinkedKind): void {
  read(app, office, `${kind}-links`, { isNoted: true, present: (view, { params: { id } }) => linksOfRecord(view, kind, id) });
}

function addHistory(app: FastifyInstance, office: Office, kind: FormKind): void {
  // What of its deeds may be known may change with any record that they touched.
  const isNoted = (): boolean => readerNow() === null;
  read(app, office, `${kind}-history`, { isNoted, present: (view, { params: { id }, query }) => historyOf(office, view, kind, id, query) });
}
