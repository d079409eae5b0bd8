import type { nounSchema } from '@westgate/contract';
import { aimOf, relationsOf, STATE_ORDER, traceOf, vocabulary } from '@westgate/domain';
import type { z } from 'zod';
import { commitmentIn } from '../present/commitment.ts';
import { indicatorIn } from '../present/indicator.ts';
import { boxNamed } from '../present/map.ts';
import { commitmentRanks, sentenceRanks } from '../present/order.ts';
import { areaOf, bboxOf, leadOf, placeIn } from '../present/place.ts';
import { projectIn } from '../present/project.ts';
import { sentenceIn } from '../present/sentence.ts';
import { pair } from '../present/text.ts';
import { linksIn, type View } from '../view.ts';
import { isAsked, type Listing, sortText } from './listing.ts';
import { aimRank, areaM2, firstSentenceRank, meets } from './place-order.ts';
import { tagTest } from './tags.ts';

const STAGES: readonly string[] = ['candidate', 'under-way', 'done', 'not-known'];

export const SENTENCES: Listing<'sentence', z.output<typeof nounSchema.sentence>, z.output<typeof nounSchema.sentenceQuery>> = {
  table: 'sentence',
  show: sentenceIn,
  textsOf: (row) => [row.text_zh, row.text_en],
  among: ({ place, project }, view) => both(linked(view, 'place', place, 'sentences'), linked(view, 'project', project, 'sentences')),
  passes(ask, view) {
    const hasTags = tagTest(view, 'sentence', ask.tag);
    return (row) =>
      isAsked(ask.document, row.document) &&
      isAsked(ask.kind, row.kind) &&
      (ask.text === 'all' || row.in_text === (ask.text === 'present')) &&
      isAim(ask.aim, () => aimOf(view.register, 'sentence', row.id)) &&
      hasTags(row.id);
  },
  sorts: { number: { value: (row, view) => sentenceRanks(view.register).get(row.id) ?? null } },
};

export const COMMITMENTS: Listing<'commitment', z.output<typeof nounSchema.commitment>, z.output<typeof nounSchema.commitmentQuery>> = {
  table: 'commitment',
  show: commitmentIn,
  textsOf: (row) => [row.title_zh, row.title_en, row.clause_zh, row.clause_en],
  among: ({ place, project, sentence }, view) =>
    both(
      both(linked(view, 'place', place, 'commitments'), linked(view, 'project', project, 'commitments')),
      sentence === undefined ? null : traceOf(view.register).commitmentsOfSentence(sentence),
    ),
  passes(ask, view) {
    const { register, state } = view;
    const hasTags = tagTest(view, 'commitment', ask.tag);
    return (row) =>
      isAsked(ask.verbClass, row.verb_class) &&
      isAsked(ask.owner, row.owner) &&
      isAsked(ask.document, register.sentence.get(row.sentence)?.document ?? null) &&
      isAim(ask.aim, () => aimOf(register, 'commitment', row.id)) &&
      hasTags(row.id) &&
      (ask.state === undefined || state('commitment', row.id).name === ask.state);
  },
  sorts: {
    number: { value: (row, view) => commitmentRanks(view.register).get(row.id) ?? null },
    title: { value: (row, _view, language) => sortText(pair(row.title_zh, row.title_en), language), isWorded: true },
    state: { value: (row, { state }) => STATE_ORDER.indexOf(state('commitment', row.id).name), byDay: true },
    due: { value: (row) => row.due_on },
    owner: { value: (row, view, language) => departmentName(view, row.owner, language), isWorded: true },
  },
};

export const PLACES: Listing<'place', z.output<typeof nounSchema.place>, z.output<typeof nounSchema.placeQuery>> = {
  table: 'place',
  show: placeIn,
  textsOf: (row) => [row.name_zh, row.name_en],
  among: ({ sentence, bbox }, view) => {
    if (bbox !== undefined) boxNamed(bbox);
    return linked(view, 'sentence', sentence, 'places');
  },
  passes(ask, view) {
    const without = new Set((ask.without ?? '').split(','));
    const box = ask.bbox === undefined ? null : boxNamed(ask.bbox);
    const hasTags = tagTest(view, 'place', ask.tag);
    return (row) =>
      isAsked(ask.kind, row.kind) &&
      isAsked(ask.position, row.position) &&
      isAsked(ask.site, String(row.is_site)) &&
      !without.has(row.kind) &&
      (box === null || meets(bboxOf(view.register, row), box)) &&
      (ask.stage === undefined || view.stage(row.id) === ask.stage) &&
      isAim(ask.aim, () => aimOf(view.register, 'place', row.id)) &&
      hasTags(row.id);
  },
  sorts: {
    name: { value: (row, _view, language) => sortText(pair(row.name_zh, row.name_en), language), isWorded: true },
    kind: { value: (row) => vocabulary.PLACE_KINDS.indexOf(row.kind) },
    stage: { value: (row, { stage }) => STAGES.indexOf(stage(row.id)), byDay: true },
    id: { value: (row) => row.id },
    aim: { value: (row, view) => aimRank(view, aimOf(view.register, 'place', row.id)) },
    sentence: { value: (row, view) => firstSentenceRank(view, traceOf(view.register).sentencesOfPlace(row.id)) },
    lead: {
      value: (row, view, language) => departmentName(view, leadOf(view.register, row.id), language),
      isWorded: true,
    },
    area: { value: (row, { register }) => areaM2(areaOf(register, row.id)) },
    year: { value: (row, { register }) => areaOf(register, row.id)?.period?.slice(0, 4) ?? null },
    position: { value: (row) => vocabulary.POSITIONS.indexOf(row.position) },
  },
};

export const PROJECTS: Listing<'project', z.output<typeof nounSchema.project>, z.output<typeof nounSchema.projectQuery>> = {
  table: 'project',
  show: projectIn,
  textsOf: (row) => [row.name_zh, row.name_en],
  among: ({ sentence, place }, view) =>
    both(linked(view, 'sentence', sentence, 'projects'), place === undefined ? null : projectsAbout(view, place)),
  passes(ask, view) {
    const hasTags = tagTest(view, 'project', ask.tag);
    return (row) =>
      isAsked(ask.kind, row.kind) &&
      isAsked(ask.lead, row.lead) &&
      isAim(ask.aim, () => aimOf(view.register, 'project', row.id)) &&
      hasTags(row.id) &&
      (ask.state === undefined || view.state('project', row.id).name === ask.state) &&
      (ask.place === undefined || linksIn(view, 'project', row.id).places.some(({ id }) => id === ask.place));
  },
  sorts: {
    name: { value: (row, _view, language) => sortText(pair(row.name_zh, row.name_en), language), isWorded: true },
    kind: { value: (row) => vocabulary.PROJECT_KINDS.indexOf(row.kind) },
    state: { value: (row, { state }) => STATE_ORDER.indexOf(state('project', row.id).name), byDay: true },
    due: { value: (row) => row.due_on },
    lead: { value: (row, view, language) => departmentName(view, row.lead, language), isWorded: true },
    id: { value: (row) => row.id },
  },
};

export const INDICATORS: Listing<'indicator', z.output<typeof nounSchema.indicator>, z.output<typeof nounSchema.indicatorQuery>> = {
  table: 'indicator',
  show: indicatorIn,
  textsOf: (row) => [row.name_zh, row.name_en, row.definition_zh, row.definition_en],
  passes(ask, view) {
    const hasTags = tagTest(view, 'indicator', ask.tag);
    return (row) =>
      isAim(ask.aim, () => aimOf(view.register, 'indicator', row.id)) &&
      hasTags(row.id) &&
      (ask.project === undefined || linksIn(view, 'indicator', row.id).projects.some(({ id }) => id === ask.project));
  },
  sorts: {
    name: { value: (row, _view, language) => sortText(pair(row.name_zh, row.name_en), language), isWorded: true },
    id: { value: (row) => row.id },
  },
};

/** True where no aim is asked for, or this one; `none` asks for records without an aim. */
export function isAim(asked: string | undefined, aim: () => string | null): boolean {
  return asked === undefined || (aim() ?? 'none') === asked;
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

function departmentName({ register }: View, id: string | null, language: 'zh' | 'en'): string | null {
  const row = id === null ? undefined : register.department.get(id);
  return row ? sortText(pair(row.name_zh, row.name_en), language) : id;
}
