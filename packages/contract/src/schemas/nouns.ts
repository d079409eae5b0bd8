import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import {
  belongs,
  bilingual,
  changed,
  confidence,
  due,
  evidence,
  figure,
  listQuery,
  pageOf,
  rev,
  sortable,
  source,
  sourceSaid,
  state,
  stateName,
  tagged,
  thing,
} from './common.ts';
import { reporting } from './loop.ts';

/** Part of a sentence, in UTF-16 code units from its start, end exclusive; null where the words do not stand in that language. */
const span = z.object({ start: z.number().int(), end: z.number().int() }).nullable();
const spans = { zh: span, en: span };

/** How many records of each noun it is linked to. The lists of ids beside it name the first 200 of each. */
export const linkCounts = z
  .object({
    sentences: z.number().int(),
    commitments: z.number().int(),
    places: z.number().int(),
    projects: z.number().int(),
    indicators: z.number().int(),
  })
  .meta({ id: 'LinkCounts' });

export const sentence = z
  .object({
    id: z.string(),
    document: z.string(),
    /** `2.4`: paragraph and position. */
    number: z.string(),
    paragraph: z.number().int(),
    position: z.number().int(),
    /** How often its words were set, from 1. */
    revision: z.number().int().min(1),
    /** False for one that is no longer in the text and is held for what hangs on it. */
    inText: z.boolean(),
    kind: z.enum(vocabulary.SENTENCE_KINDS),
    text: bilingual,
    /** True where a person checked the wording in that language. */
    checked: z.object({ zh: z.boolean(), en: z.boolean() }),
    /** Why it is narrative, where it is. */
    reason: bilingual,
    aim: z.string().nullable(),
    tags: z.array(z.string()),
    ...belongs,
    mentions: z.array(z.object({ kind: z.string(), id: z.string(), name: bilingual, aim: z.string().nullable(), ...spans })),
    clauses: z.array(z.object({ commitment: z.string(), ...spans })),
    commitmentIds: z.array(z.string()),
    placeIds: z.array(z.string()),
    projectIds: z.array(z.string()),
    indicatorIds: z.array(z.string()),
    linked: linkCounts,
    rev,
  })
  .meta({ id: 'Sentence' });

export const commitment = z
  .object({
    id: z.string(),
    sentence: z.string(),
    /** `2.4`: the number of its sentence. */
    number: z.string(),
    document: z.string(),
    title: bilingual,
    clause: bilingual,
    verbClass: z.enum(vocabulary.VERB_CLASSES).nullable(),
    /** What counts as done for its verb class. */
    rule: bilingual,
    owner: thing.nullable(),
    ownerBasis: bilingual,
    due: due.nullable(),
    noPlaceReason: bilingual,
    aim: z.string().nullable(),
    tags: z.array(z.string()),
    ...belongs,
    state,
    placeIds: z.array(z.string()),
    projectIds: z.array(z.string()),
    indicatorIds: z.array(z.string()),
    linked: linkCounts,
    reporting,
    /** The record's own cadence; null: as the rule of its kind says. */
    ownCadence: z.enum(vocabulary.CADENCES).nullable(),
    note: bilingual,
    rev,
  })
  .meta({ id: 'Commitment' });

export const stage = z.enum(['candidate', 'under-way', 'done', 'not-known']);

export const place = z
  .object({
    id: z.string(),
    name: bilingual,
    kind: z.enum(vocabulary.PLACE_KINDS),
    isSite: z.boolean(),
    position: z.enum(vocabulary.POSITIONS),
    confidence: confidence.nullable(),
    positionBasis: bilingual,
    /** The source the position was taken from, where it was taken from one. */
    positionSource: sourceSaid,
    /** What must be shown with a position of that source: whom it asks to be named, and its licence. */
    attribution: bilingual,
    noPlaceReason: bilingual,
    landTitle: z.enum(vocabulary.LAND_TITLES).nullable(),
    landTitleNote: bilingual,
    aim: z.string().nullable(),
    tags: z.array(z.string()),
    ...belongs,
    stage,
    /** `[lng, lat]` WGS 84 of the symbol; null where the position is not known. */
    centre: z.tuple([z.number(), z.number()]).nullable(),
    /** West, south, east, north of the place and its outlines. */
    bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
    /** True when an outline of it was drawn by hand. */
    illustrative: z.boolean(),
    lead: thing.nullable(),
    /** Its published area, if any. */
    area: figure.nullable(),
    sentenceIds: z.array(z.string()),
    /** The numbers of those sentences, in the order of the text, each once. */
    sentenceNumbers: z.array(z.string()),
    commitmentIds: z.array(z.string()),
    projectIds: z.array(z.string()),
    linked: linkCounts,
    note: bilingual,
    rev,
  })
  .meta({ id: 'Place' });

export const project = z
  .object({
    id: z.string(),
    name: bilingual,
    kind: z.enum(vocabulary.PROJECT_KINDS),
    verbClass: z.enum(vocabulary.VERB_CLASSES).nullable(),
    rule: bilingual,
    lead: thing.nullable(),
    leadBasis: bilingual,
    due: due.nullable(),
    noPlaceReason: bilingual,
    aim: z.string().nullable(),
    tags: z.array(z.string()),
    ...belongs,
    state,
    sentenceIds: z.array(z.string()),
    commitmentIds: z.array(z.string()),
    placeIds: z.array(z.string()),
    indicatorIds: z.array(z.string()),
    linked: linkCounts,
    reporting,
    /** The record's own cadence; null: as the rule of its kind says. */
    ownCadence: z.enum(vocabulary.CADENCES).nullable(),
    note: bilingual,
    rev,
  })
  .meta({ id: 'Project' });

export const indicatorValue = z
  .object({
    kind: z.enum(vocabulary.INDICATOR_VALUE_KINDS),
    period: z.string(),
    value: z.number(),
    qualifier: z.enum(vocabulary.QUALIFIERS).nullable(),
    source,
    confidence,
    note: bilingual,
    changed: figure.shape.changed,
    rev,
  })
  .meta({ id: 'IndicatorValue' });

export const indicator = z
  .object({
    id: z.string(),
    name: bilingual,
    unit: z.string(),
    unitName: bilingual,
    direction: z.enum(vocabulary.DIRECTIONS),
    definition: bilingual,
    source: sourceSaid,
    aim: z.string().nullable(),
    tags: z.array(z.string()),
    ...belongs,
    /** The latest actual known on `asOf`, and the next target on or after it (else the last one). */
    actual: indicatorValue.nullable(),
    target: indicatorValue.nullable(),
    sentenceIds: z.array(z.string()),
    commitmentIds: z.array(z.string()),
    projectIds: z.array(z.string()),
    linked: linkCounts,
    rev,
  })
  .meta({ id: 'Indicator' });

export const event = z
  .object({
    id: z.string(),
    name: bilingual,
    dates: z.string(),
    place: thing.nullable(),
    noPlaceReason: bilingual,
    organisers: bilingual,
    confidence,
    source: sourceSaid,
    state,
    aim: z.string().nullable(),
    ...belongs,
    sentenceIds: z.array(z.string()),
    commitmentIds: z.array(z.string()),
    linked: linkCounts,
    figures: z.array(figure),
    note: bilingual,
    rev,
  })
  .meta({ id: 'Event' });

export const department = z
  .object({
    id: z.string(),
    name: bilingual,
    role: bilingual,
    confidence,
    source: sourceSaid,
    /** What it leads: commitments it owns and projects it leads, the first 100 of them. */
    owns: z.array(thing),
    ownsCount: z.number().int(),
    rev,
  })
  .meta({ id: 'Department' });

const evidenced = { evidence: z.array(evidence) };
const figured = { figures: z.array(figure) };
const neighbours = { previous: thing.nullable(), next: thing.nullable() };

/** The last change of what the state rests on: its evidence, and the values of the indicators bound to it. */
const stateChanged = { stateChanged: changed.nullable().optional() };

export const sentenceDetail = sentence.extend({ commitments: z.array(commitment), ...neighbours }).meta({ id: 'SentenceDetail' });
export const commitmentDetail = commitment
  .extend({ sentenceText: bilingual, ...stateChanged, ...evidenced, ...figured, ...neighbours })
  .meta({ id: 'CommitmentDetail' });
export const placeDetail = place.extend({ ...evidenced, ...figured, ...neighbours }).meta({ id: 'PlaceDetail' });
export const projectDetail = project.extend({ ...stateChanged, ...evidenced, ...figured, ...neighbours }).meta({ id: 'ProjectDetail' });
export const indicatorDetail = indicator.extend({ values: z.array(indicatorValue), ...neighbours }).meta({ id: 'IndicatorDetail' });

export const sentencePage = pageOf(sentence).meta({ id: 'SentencePage' });
export const commitmentPage = pageOf(commitment).meta({ id: 'CommitmentPage' });
export const placePage = pageOf(place).meta({ id: 'PlacePage' });
export const projectPage = pageOf(project).meta({ id: 'ProjectPage' });
export const indicatorPage = pageOf(indicator).meta({ id: 'IndicatorPage' });
export const eventPage = pageOf(event).meta({ id: 'EventPage' });
export const departmentPage = pageOf(department).meta({ id: 'DepartmentPage' });

export const sentenceQuery = listQuery.extend({
  ...tagged,
  document: z.string().optional().describe('of this plan'),
  kind: z.enum(vocabulary.SENTENCE_KINDS).optional(),
  aim: z.string().optional().describe('a value of the axis aim'),
  place: z.string().optional().describe('linked to this place'),
  project: z.string().optional().describe('linked to this project'),
  text: z.enum(['present', 'earlier', 'all']).default('present').describe('sentences of the present text, those held outside it, or both'),
  sort: sortable(['number']),
});
export const commitmentQuery = listQuery.extend({
  ...tagged,
  document: z.string().optional().describe('of this plan'),
  sentence: z.string().optional().describe('linked to this sentence'),
  state: stateName.optional(),
  verbClass: z.enum(vocabulary.VERB_CLASSES).optional(),
  owner: z.string().optional().describe('owned by this department'),
  aim: z.string().optional().describe('a value of the axis aim'),
  place: z.string().optional().describe('linked to this place'),
  project: z.string().optional().describe('linked to this project'),
  sort: sortable(['number', 'title', 'state', 'due', 'owner']),
});
export const placeQuery = listQuery.extend({
  ...tagged,
  kind: z.enum(vocabulary.PLACE_KINDS).optional(),
  aim: z.string().optional().describe('a value of the axis aim'),
  stage: stage.optional(),
  position: z.enum(vocabulary.POSITIONS).optional(),
  site: z.enum(['true', 'false']).optional().describe('whether it can be renewed'),
  sentence: z.string().optional().describe('linked to this sentence'),
  bbox: z.string().optional().describe('west,south,east,north in degrees: places that meet it'),
  without: z.string().max(400).optional().describe('kinds of places that are left out, separated by commas'),
  sort: sortable(['name', 'kind', 'stage', 'id', 'aim', 'sentence', 'lead', 'area', 'year', 'position']),
});
export const projectQuery = listQuery.extend({
  ...tagged,
  kind: z.enum(vocabulary.PROJECT_KINDS).optional(),
  aim: z.string().optional().describe('a value of the axis aim'),
  state: stateName.optional(),
  lead: z.string().optional().describe('led by this department'),
  sentence: z.string().optional().describe('linked to this sentence'),
  place: z.string().optional().describe('linked to this place'),
  sort: sortable(['name', 'kind', 'state', 'due', 'lead', 'id']),
});
export const indicatorQuery = listQuery.extend({
  ...tagged,
  aim: z.string().optional().describe('a value of the axis aim'),
  project: z.string().optional().describe('linked to this project'),
  sort: sortable(['name', 'id']),
});
export const eventQuery = listQuery.extend({
  ...tagged,
  state: stateName.optional(),
  aim: z.string().optional().describe('a value of the axis aim'),
  place: z.string().optional().describe('linked to this place'),
  sort: sortable(['dates', 'name', 'state', 'id']),
});
export const departmentQuery = listQuery.extend({ sort: sortable(['name', 'id']) });
export const documentQuery = listQuery.extend({ kind: z.enum(vocabulary.DOCUMENT_KINDS).optional() });
export const sourceQuery = listQuery.extend({ kind: z.enum(vocabulary.SOURCE_KINDS).optional() });
