import type { commonSchema, nounSchema, QueryRead, RecordOf, ToldKind } from '@westgate/contract';
import { recordSchema } from '@westgate/contract';
import { described, type FormKind, PLAIN_KINDS, type PlainKind, type Plural, relationsOf, traceOf } from '@westgate/domain';
import type { z } from 'zod';
import { boxNamed } from '../present/map.ts';
import { bboxOf } from '../present/place.ts';
import { recordIn } from '../present/record.ts';
import { sourceIn } from '../present/source.ts';
import { textAt } from '../present/text.ts';
import { linksIn, type View } from '../view/view.ts';
import { meets } from './columns/place-order.ts';
import { plainColumns } from './columns/plain-columns.ts';
import { COMMITMENT_COLUMNS, DOCUMENT_COLUMNS, SENTENCE_COLUMNS } from './columns/text-columns.ts';
import { INDICATOR_COLUMNS, PLACE_COLUMNS, PROJECT_COLUMNS, SOURCE_COLUMNS } from './columns/thing-columns.ts';
import { type Asked, type ListAsk, type Listing, listColumns } from './listing.ts';

const SENTENCES = listing('sentence', {
  among: ({ place, project }, view) => both(linked(view, 'place', place, 'sentences'), linked(view, 'project', project, 'sentences')),
  narrows: { document: 'document', kind: 'kind', aim: 'aim' },
  passes: ({ text }) => (text === 'all' ? null : (row) => row.in_text === (text === 'present')),
  columns: listColumns('sentence', SENTENCE_COLUMNS),
  order: 'number',
  lastFirst: 'indicators',
});

const COMMITMENTS = listing('commitment', {
  among: ({ place, project, sentence }, view) =>
    both(
      both(linked(view, 'place', place, 'commitments'), linked(view, 'project', project, 'commitments')),
      sentence === undefined ? null : traceOf(view.register).commitmentsOfSentence(sentence),
    ),
  narrows: { verbClass: 'verb_class', owner: 'owner', document: 'document', aim: 'aim', state: 'state' },
  columns: listColumns('commitment', COMMITMENT_COLUMNS),
  order: 'number',
  lastFirst: 'note',
});

const PLACES = listing('place', {
  among: ({ sentence, bbox }, view) => {
    if (bbox !== undefined) boxNamed(bbox);
    return linked(view, 'sentence', sentence, 'places');
  },
  narrows: { kind: 'kind', position: 'position', site: 'is_site', stage: 'stage', aim: 'aim' },
  passes({ without, bbox }, view) {
    if (without === undefined && bbox === undefined) return null;
    const kinds = new Set((without ?? '').split(','));
    const box = bbox === undefined ? null : boxNamed(bbox);
    return (row) => !kinds.has(row.kind) && (box === null || meets(bboxOf(view.register, row), box));
  },
  columns: listColumns('place', PLACE_COLUMNS),
  order: 'name',
  lastFirst: 'note',
});

export const PROJECTS = listing('project', {
  among: ({ sentence, place }, view) =>
    both(linked(view, 'sentence', sentence, 'projects'), place === undefined ? null : projectsAbout(view, place)),
  narrows: { kind: 'kind', lead: 'lead', aim: 'aim', state: 'state' },
  passes: ({ place }, view) =>
    place === undefined ? null : (row) => linksIn(view, 'project', row.id).places.some(({ id }) => id === place),
  columns: listColumns('project', PROJECT_COLUMNS),
  order: 'name',
  lastFirst: 'note',
});

const INDICATORS = listing('indicator', {
  narrows: { aim: 'aim' },
  passes: ({ project }, view) =>
    project === undefined ? null : (row) => linksIn(view, 'indicator', row.id).projects.some(({ id }) => id === project),
  columns: listColumns('indicator', INDICATOR_COLUMNS),
  order: 'name',
});

const DOCUMENTS = listing('document', {
  narrows: { kind: 'kind' },
  columns: listColumns('document', DOCUMENT_COLUMNS),
  order: 'order',
  lastFirst: 'note',
});

const SOURCES: Listing<'source', z.output<typeof commonSchema.source>, Asked<typeof nounSchema.sourceQuery>> = {
  table: 'source',
  show: sourceIn,
  textsOf: (row) => [row.title],
  narrows: { kind: 'kind' },
  columns: listColumns('source', SOURCE_COLUMNS),
  order: 'id',
};

/** How the records of each kind are listed. */
export const LISTINGS = {
  place: PLACES,
  commitment: COMMITMENTS,
  sentence: SENTENCES,
  project: PROJECTS,
  indicator: INDICATORS,
  ...(Object.fromEntries(PLAIN_KINDS.map((kind) => [kind, plainListing(kind)])) as { readonly [K in PlainKind]: Told<K> }),
  document: DOCUMENTS,
  source: SOURCES,
} satisfies { readonly [K in FormKind]: object };

/** What a list of a kind is asked. */
type AskedOf<K extends ToldKind> = Omit<QueryRead<Plural<K>>, 'sort'> & ListAsk;
type Told<K extends ToldKind> = Listing<K, RecordOf<K>, AskedOf<K>>;

/** How a kind is listed: shown as it is told, found by its texts, and what else is said of it. */
function listing<K extends ToldKind>(table: K, more: Omit<Told<K>, 'table' | 'show' | 'textsOf'>): Told<K> {
  const found = Object.entries(described(table).search ?? {}).flatMap(([stem, weight]) => (weight === 'remark' ? [] : [stem]));
  const textsOf = (row: object) => found.flatMap((stem) => [textAt(row, `${stem}_zh`), textAt(row, `${stem}_en`)]);
  return { table, show: (view, id) => recordIn(view, table, id), textsOf, ...more };
}

/** How a plain kind is listed: it follows from its table. */
function plainListing<K extends PlainKind>(kind: K): Told<K> {
  const { order = 'name' } = described(kind);
  const narrows = Object.fromEntries(recordSchema.narrowing(kind).map((column) => [column, column])) as NonNullable<Told<K>['narrows']>;
  return listing(kind, { narrows, columns: listColumns(kind, plainColumns(kind)), order });
}

/** Ids of the records of one kind that a record is linked to; null where no record is asked for. Links read the same from both ends. */
function linked(
  view: View,
  kind: 'place' | 'project' | 'sentence',
  id: string | undefined,
  of: 'sentences' | 'commitments' | 'places' | 'projects',
) {
  return id === undefined ? null : linksIn(view, kind, id)[of].map((each) => each.id);
}

function both(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b;
  const second = new Set(b);
  return a.filter((id) => second.has(id));
}

/** Projects that may have the place among theirs: those linked to it, and those that stand on it or on a group it is a member of. */
function projectsAbout(view: View, place: string): readonly string[] {
  const relations = relationsOf(view.register);
  const groups = new Set([place]);
  for (const group of groups) {
    for (const link of relations.from('place', group))
      if (link.relation === 'member-of' && link.to_kind === 'place') groups.add(link.to_id);
  }
  const ends = [...relations.from('place', place).map((link) => link.to_id), ...relations.to('place', place).map((link) => link.from_id)];
  return [
    ...ends,
    ...[...groups].flatMap((group) => relations.projectsOn(group)),
    ...linksIn(view, 'place', place).projects.map(({ id }) => id),
  ];
}
