import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { indicatorValue, SHARED, stage } from './beside.ts';
import { drivenLine, driverLine, outputLine } from './chain.ts';
import { bilingual, changed, evidence, listQuery, pageOf, sortable, source, stateName, tagged, thing } from './common.ts';
import { recordOf } from './records.ts';

export { indicatorValue, linkCounts, stage } from './beside.ts';

export const sentence = recordOf('sentence');
export const commitment = recordOf('commitment');
export const place = recordOf('place');
export const project = recordOf('project');
export const indicator = recordOf('indicator');
export const planDocument = recordOf('document');

const evidenced = { evidence: z.array(evidence) };
const figured = { figures: SHARED.figures };
const neighbours = { previous: thing.nullable(), next: thing.nullable() };

/** The last change of what the state rests on: its evidence, and the values of the indicators bound to it. */
const stateChanged = { stateChanged: changed.nullable().optional() };

export const sentenceDetail = sentence.extend({ commitments: z.array(commitment), ...neighbours }).meta({ id: 'SentenceDetail' });
export const commitmentDetail = commitment
  .extend({ sentenceText: bilingual, ...stateChanged, ...evidenced, ...figured, ...neighbours })
  .meta({ id: 'CommitmentDetail' });
export const placeDetail = place.extend({ ...evidenced, ...figured, ...neighbours }).meta({ id: 'PlaceDetail' });
export const projectDetail = project
  .extend({
    ...stateChanged,
    ...evidenced,
    ...figured,
    /** What it makes, and the indicators that it is meant to move. */
    outputs: z.array(outputLine),
    drives: z.array(drivenLine),
    ...neighbours,
  })
  .meta({ id: 'ProjectDetail' });
/** What a formula rests on, and what rests on it. */
const formulaEnd = thing
  .extend({ unitName: bilingual, latest: indicatorValue.nullable(), standing: z.enum(vocabulary.INDICATOR_STANDINGS) })
  .meta({ id: 'FormulaEnd' });

export const indicatorDetail = indicator
  .extend({
    values: z.array(indicatorValue),
    /** What the path to the target asks for at the end of the period of the latest value; null where there is no path. */
    expected: z.number().nullable(),
    /** The last day on which the latest value is not out of date; null where no further one is asked for. */
    freshUntil: z.string().nullable(),
    /** The indicators that it is worked out of, and those that are worked out of it. */
    inputs: z.array(formulaEnd),
    dependants: z.array(formulaEnd),
    /** The projects and outputs that move it, the strongest first. */
    drivers: z.array(driverLine),
    ...neighbours,
  })
  .meta({ id: 'IndicatorDetail' });

export const sentencePage = pageOf(sentence).meta({ id: 'SentencePage' });
export const commitmentPage = pageOf(commitment).meta({ id: 'CommitmentPage' });
export const placePage = pageOf(place).meta({ id: 'PlacePage' });
export const projectPage = pageOf(project).meta({ id: 'ProjectPage' });
export const indicatorPage = pageOf(indicator).meta({ id: 'IndicatorPage' });
export const documentPage = pageOf(planDocument).meta({ id: 'DocumentPage' });
export const sourcePage = pageOf(source).meta({ id: 'SourcePage' });

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
export const documentQuery = listQuery.extend({ kind: z.enum(vocabulary.DOCUMENT_KINDS).optional() });
export const sourceQuery = listQuery.extend({ kind: z.enum(vocabulary.SOURCE_KINDS).optional() });
