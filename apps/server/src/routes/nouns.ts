import type { AnswerOf } from '@westgate/contract';
import {
  FORM_KINDS,
  type FormKind,
  LINKED_KINDS,
  type LinkedKind,
  PLAIN_KINDS,
  PLURALS,
  type PlainKind,
  type Plural,
} from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { type Read, read } from '../http/route.ts';
import { LISTS, RECORD_LISTS } from '../list/lists.ts';
import type { Office } from '../office/office.ts';
import { requireRightNow } from '../people/authentication.ts';
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
import type { View } from '../view/view.ts';

type Detail<K extends FormKind> = (view: View, id: string) => AnswerOf<K>;

/** The lists of all kinds of records, as the API answers them. */
const PAGES: { readonly [K in FormKind]: Read<Plural<K>> } = RECORD_LISTS;

/** One record of each kind, as the API tells it. */
const DETAILS: { readonly [K in FormKind]: Detail<K> } = {
  sentence: sentenceDetail,
  commitment: commitmentDetail,
  place: placeDetail,
  project: projectDetail,
  indicator: indicatorDetail,
  event: eventDetail,
  department: departmentDetail,
  document: documentDetail,
  source: ({ register }, id) => sourceNamed(register, id),
  ...(Object.fromEntries(PLAIN_KINDS.map((kind) => [kind, (view: View, id: string) => plainDetail(view, kind, id)])) as {
    readonly [K in PlainKind]: Detail<K>;
  }),
};

/** Adds the lists of all kinds of records, one of each, its links and its history; and every list as a table of its columns. */
export function addNouns(app: FastifyInstance, office: Office): void {
  for (const kind of FORM_KINDS) addRecords(app, office, kind);
  for (const kind of LINKED_KINDS) addLinks(app, office, kind);
  for (const kind of FORM_KINDS) addHistory(app, office, kind);
  read(app, office, 'table', {
    isFresh: ({ params: { list } }) => LISTS[list].isFresh === true,
    present(view, { params: { list }, query }) {
      const { right, day, table } = LISTS[list];
      requireRightNow(right);
      return table(day ? office.view(day(view, query), view.plan) : view, query, office);
    },
  });
}

/** The page and the detail of a kind are those of the tables above, which name each with its answer. */
function addRecords<K extends FormKind>(app: FastifyInstance, office: Office, kind: K): void {
  read(app, office, PLURALS[kind] as 'places', PAGES[kind] as Read<'places'>);
  const detail = DETAILS[kind] as Detail<'place'>;
  read(app, office, kind as 'place', { present: (view, { params: { id } }) => detail(view, id) });
}

function addLinks(app: FastifyInstance, office: Office, kind: LinkedKind): void {
  read(app, office, `${kind}-links`, { present: (view, { params: { id } }) => linksOfRecord(view, kind, id) });
}

function addHistory(app: FastifyInstance, office: Office, kind: FormKind): void {
  read(app, office, `${kind}-history`, { present: (view, { params: { id }, query }) => historyOf(office, view, kind, id, query) });
}
