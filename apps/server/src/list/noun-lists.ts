import type { nounSchema } from '@westgate/contract';
import { relationsOf, traceOf } from '@westgate/domain';
import type { z } from 'zod';
import { commitmentIn } from '../present/commitment.ts';
import { indicatorIn } from '../present/indicator.ts';
import { boxNamed } from '../present/map.ts';
import { bboxOf, placeIn } from '../present/place.ts';
import { projectIn } from '../present/project.ts';
import { sentenceIn } from '../present/sentence.ts';
import { linksIn, type View } from '../view/view.ts';
import { meets } from './columns/place-order.ts';
import { COMMITMENT_COLUMNS, SENTENCE_COLUMNS } from './columns/text-columns.ts';
import { INDICATOR_COLUMNS, PLACE_COLUMNS, PROJECT_COLUMNS } from './columns/thing-columns.ts';
import { type Asked, type Listing, listColumns } from './listing.ts';

export const SENTENCES: Listing<'sentence', z.output<typeof nounSchema.sentence>, Asked<typeof nounSchema.sentenceQuery>> = {
  table: 'sentence',
  show: sentenceIn,
  textsOf: (row) => [row.text_zh, row.text_en],
  among: ({ place, project }, view) => both(linked(view, 'place', place, 'sentences'), linked(view, 'project', project, 'sentences')),
  narrows: { document: 'document', kind: 'kind', aim: 'aim' },
  passes: ({ text }) => (text === 'all' ? null : (row) => row.in_text === (text === 'present')),
  columns: listColumns('sentence', SENTENCE_COLUMNS),
  order: 'number',
  lastFirst: 'indicators',
};

export const COMMITMENTS: Listing<'commitment', z.output<typeof nounSchema.commitment>, Asked<typeof nounSchema.commitmentQuery>> = {
  table: 'commitment',
  show: commitmentIn,
  textsOf: (row) => [row.title_zh, row.title_en, row.clause_zh, row.clause_en],
  among: ({ place, project, sentence }, view) =>
    both(
      both(linked(view, 'place', place, 'commitments'), linked(view, 'project', project, 'commitments')),
      sentence === undefined ? null : traceOf(view.register).commitmentsOfSentence(sentence),
    ),
  narrows: { verbClass: 'verb_class', owner: 'owner', document: 'document', aim: 'aim', state: 'state' },
  columns: listColumns('commitment', COMMITMENT_COLUMNS),
  order: 'number',
  lastFirst: 'note',
};

export const PLACES: Listing<'place', z.output<typeof nounSchema.place>, Asked<typeof nounSchema.placeQuery>> = {
  table: 'place',
  show: placeIn,
  textsOf: (row) => [row.name_zh, row.name_en],
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
};

export const PROJECTS: Listing<'project', z.output<typeof nounSchema.project>, Asked<typeof nounSchema.projectQuery>> = {
  table: 'project',
  show: projectIn,
  textsOf: (row) => [row.name_zh, row.name_en],
  among: ({ sentence, place }, view) =>
    both(linked(view, 'sentence', sentence, 'projects'), place === undefined ? null : projectsAbout(view, place)),
  narrows: { kind: 'kind', lead: 'lead', aim: 'aim', state: 'state' },
  passes: ({ place }, view) =>
    place === undefined ? null : (row) => linksIn(view, 'project', row.id).places.some(({ id }) => id === place),
  columns: listColumns('project', PROJECT_COLUMNS),
  order: 'name',
  lastFirst: 'note',
};

export const INDICATORS: Listing<'indicator', z.output<typeof nounSchema.indicator>, Asked<typeof nounSchema.indicatorQuery>> = {
  table: 'indicator',
  show: indicatorIn,
  textsOf: (row) => [row.name_zh, row.name_en, row.definition_zh, row.definition_en],
  narrows: { aim: 'aim' },
  passes: ({ project }, view) =>
    project === undefined ? null : (row) => linksIn(view, 'indicator', row.id).projects.some(({ id }) => id === project),
  columns: listColumns('indicator', INDICATOR_COLUMNS),
  order: 'name',
};

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
