import type { listSchema } from '@westgate/contract';
import { capital, FORM_KINDS, type FormKind, nounsOf, PLURALS, type PlainKind } from '@westgate/domain';
import { COMPUTED } from './computed-lists.ts';
import { type ListAnswers, recordList } from './list-answers.ts';
import { COMMITMENTS, INDICATORS, PLACES, PROJECTS, SENTENCES } from './noun-lists.ts';
import { PLAIN_LISTINGS, type PlainListing } from './plain-listing.ts';
import { DEPARTMENTS, DOCUMENTS, EVENTS, SOURCES } from './record-lists.ts';

type PlainLists = { readonly [K in PlainKind]: ReturnType<typeof plainList> };

/** The list of each kind of record. */
export const RECORD_LISTS = {
  sentence: recordList(SENTENCES, 'in_text'),
  commitment: recordList(COMMITMENTS),
  place: recordList(PLACES),
  project: recordList(PROJECTS),
  indicator: recordList(INDICATORS),
  event: recordList(EVENTS),
  department: recordList(DEPARTMENTS),
  document: recordList(DOCUMENTS),
  source: recordList(SOURCES),
  ...(Object.fromEntries([...PLAIN_LISTINGS].map(([kind, listing]) => [kind, plainList(listing)])) as PlainLists),
} satisfies { readonly [K in FormKind]: object };

/** Every list by its name in an address. */
export const LISTS = {
  ...Object.fromEntries(FORM_KINDS.map((kind) => [PLURALS[kind], { ...RECORD_LISTS[kind], name: capital(nounsOf(kind)), right: 'read' }])),
  ...COMPUTED,
} as Readonly<Record<(typeof listSchema.LISTS)[number], ListAnswers>>;

function plainList(listing: PlainListing) {
  return recordList(listing);
}
