import { nounSchema, type Place } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { type Listing, pageOf, sortText } from '../list/page.ts';
import { aimRank, areaM2, firstSentenceRank } from '../list/place-order.ts';
import type { Office } from '../office.ts';
import { commitmentDetail, commitmentsIn } from '../present/commitment.ts';
import { indicatorDetail, indicatorsIn } from '../present/indicator.ts';
import { boxNamed } from '../present/map.ts';
import { commitmentRanks, sentenceRanks } from '../present/order.ts';
import { placeDetail, placesIn } from '../present/place.ts';
import { projectDetail, projectsIn } from '../present/project.ts';
import { sentenceDetail, sentencesIn } from '../present/sentence.ts';
import type { Box } from '../tiles/world.ts';
import { addNoun } from './noun.ts';

/** Adds the five nouns: sentences, commitments, places, projects, indicators. */
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
}

const SENTENCES: Listing<z.output<typeof nounSchema.sentence>, z.output<typeof nounSchema.sentenceQuery>> = {
  items: (view) => sentencesIn(view).values(),
  idOf: (sentence) => sentence.id,
  textsOf: (sentence) => [sentence.text],
  matches: (sentence, ask) =>
    isAsked(ask.document, sentence.document) &&
    isAsked(ask.kind, sentence.kind) &&
    isAsked(ask.aim, sentence.aim) &&
    isAmong(ask.place, sentence.placeIds) &&
    isAmong(ask.project, sentence.projectIds),
  sorts: { number: (sentence, view) => sentenceRanks(view.register).get(sentence.id) ?? null },
};

const COMMITMENTS: Listing<z.output<typeof nounSchema.commitment>, z.output<typeof nounSchema.commitmentQuery>> = {
  items: (view) => commitmentsIn(view).values(),
  idOf: (commitment) => commitment.id,
  textsOf: (commitment) => [commitment.title, commitment.clause],
  matches: (commitment, ask) =>
    isAsked(ask.document, commitment.document) &&
    isAsked(ask.sentence, commitment.sentence) &&
    isAsked(ask.state, commitment.state.name) &&
    isAsked(ask.verbClass, commitment.verbClass) &&
    isAsked(ask.owner, commitment.owner?.id ?? null) &&
    isAsked(ask.aim, commitment.aim) &&
    isAmong(ask.place, commitment.placeIds) &&
    isAmong(ask.project, commitment.projectIds),
  sorts: {
    number: (commitment, view) => commitmentRanks(view.register).get(commitment.id) ?? null,
    title: (commitment, _view, language) => sortText(commitment.title, language),
    state: (commitment) => STATES.indexOf(commitment.state.name),
    due: (commitment) => commitment.due?.on ?? null,
    owner: (commitment, _view, language) => commitment.owner && sortText(commitment.owner.name, language),
  },
};

const PLACES: Listing<z.output<typeof nounSchema.place>, z.output<typeof nounSchema.placeQuery>> = {
  items: (view) => placesIn(view).values(),
  idOf: (place) => place.id,
  textsOf: (place) => [place.name],
  matches: (place, ask) =>
    isAsked(ask.kind, place.kind) &&
    isAsked(ask.aim, place.aim) &&
    isAsked(ask.stage, place.stage) &&
    isAsked(ask.position, place.position) &&
    isAsked(ask.site, String(place.isSite)) &&
    isAmong(ask.sentence, place.sentenceIds) &&
    !(ask.without ?? '').split(',').includes(place.kind) &&
    (ask.bbox === undefined || meets(place.bbox, boxNamed(ask.bbox))),
  sorts: {
    name: (place, _view, language) => sortText(place.name, language),
    kind: (place) => vocabulary.PLACE_KINDS.indexOf(place.kind),
    stage: (place) => STAGES.indexOf(place.stage),
    id: (place) => place.id,
    aim: (place, view) => aimRank(view, place.aim),
    sentence: (place, view) => firstSentenceRank(view, place.sentenceIds),
    lead: (place, _view, language) => place.lead && sortText(place.lead.name, language),
    area: (place) => areaM2(place.area),
    year: (place) => place.area?.period?.slice(0, 4) ?? null,
    position: (place) => vocabulary.POSITIONS.indexOf(place.position),
  },
};

const PROJECTS: Listing<z.output<typeof nounSchema.project>, z.output<typeof nounSchema.projectQuery>> = {
  items: (view) => projectsIn(view).values(),
  idOf: (project) => project.id,
  textsOf: (project) => [project.name],
  matches: (project, ask) =>
    isAsked(ask.kind, project.kind) &&
    isAsked(ask.aim, project.aim) &&
    isAsked(ask.state, project.state.name) &&
    isAsked(ask.lead, project.lead?.id ?? null) &&
    isAmong(ask.sentence, project.sentenceIds) &&
    isAmong(ask.place, project.placeIds),
  sorts: {
    name: (project, _view, language) => sortText(project.name, language),
    kind: (project) => vocabulary.PROJECT_KINDS.indexOf(project.kind),
    state: (project) => STATES.indexOf(project.state.name),
    due: (project) => project.due?.on ?? null,
    lead: (project, _view, language) => project.lead && sortText(project.lead.name, language),
    id: (project) => project.id,
  },
};

const INDICATORS: Listing<z.output<typeof nounSchema.indicator>, z.output<typeof nounSchema.indicatorQuery>> = {
  items: (view) => indicatorsIn(view).values(),
  idOf: (indicator) => indicator.id,
  textsOf: (indicator) => [indicator.name, indicator.definition],
  matches: (indicator, ask) => isAsked(ask.aim, indicator.aim) && isAmong(ask.project, indicator.projectIds),
  sorts: { name: (indicator, _view, language) => sortText(indicator.name, language), id: (indicator) => indicator.id },
};

/** States in the order in which they want looking at. */
export const STATES: readonly string[] = ['late', 'slipped', 'not-known', 'unmeasurable', 'under-way', 'not-started', 'done'];
const STAGES: readonly string[] = ['candidate', 'under-way', 'done', 'not-known'];

/** True where nothing is asked, or just this. */
export function isAsked(asked: string | undefined, value: string | null): boolean {
  return asked === undefined || asked === value;
}

function isAmong(asked: string | undefined, values: readonly string[]): boolean {
  return asked === undefined || values.includes(asked);
}

function meets(bounds: Place['bbox'], asked: Box): boolean {
  return bounds !== null && bounds[0] <= asked[2] && bounds[2] >= asked[0] && bounds[1] <= asked[3] && bounds[3] >= asked[1];
}
