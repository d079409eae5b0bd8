import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { asOfQuery, bilingual, confidence, source, stateName, thing } from './common.ts';

const { CHECK_LEVELS, CHECK_STANDINGS, DIRECTIONS, PROBLEM_STANDINGS, ROLL_UPS, SURVEY_LEVELS, VALUE_STATUSES } = vocabulary;

/** The health check of the district, or of one place in it. */
export const healthCheckQuery = asOfQuery.extend({
  place: z.string().min(1).max(80).optional().describe('only what lies in this place; the whole district when absent'),
});

/** What is known of an indicator in a place, and how that stands to its threshold. */
const finding = z.object({
  standing: z.enum(CHECK_STANDINGS),
  /** Of the units that are known alone where `isWhole` is false; null where nothing is known or it is not added up. */
  value: z.number().nullable(),
  isWhole: z.boolean(),
  /** The survey units that are known, those of which all that is known is out of date, and all there are. */
  known: z.number().int(),
  stale: z.number().int(),
  of: z.number().int(),
  /** How many values it is made of, none of places that lie in each other. */
  values: z.number().int(),
  /** Those of them that were worked out from the places held, as they are on the day asked for. */
  computed: z.number().int(),
  /** Those of them that do not meet the threshold; null where there is none. */
  belowCount: z.number().int().nullable(),
  /** The last day of the newest value behind it. */
  on: z.string().nullable(),
  /** The least final of the values behind it; null where that is not said of any. */
  status: z.enum(VALUE_STATUSES).nullable(),
});

/** An indicator of the health check with what is known of it. */
export const checkRow = finding
  .extend({
    indicator: thing,
    level: z.enum(CHECK_LEVELS),
    group: bilingual,
    unitName: bilingual,
    direction: z.enum(DIRECTIONS),
    threshold: z.number().nullable(),
    thresholdBasis: bilingual,
    rollUp: z.enum(ROLL_UPS).nullable(),
    /** How it is worked out from places where no survey says it; null where it is not. */
    method: bilingual.nullable(),
    owner: thing.nullable(),
    /** The problems that are open there. */
    problems: z.number().int(),
  })
  .meta({ id: 'CheckRow' });

/** A place that the health check may be narrowed to, or is measured in. */
const unit = thing.extend({ level: z.enum(SURVEY_LEVELS).nullable(), partOf: thing.nullable() });

/** A problem: what was measured, the project, what was measured since. */
const problem = z.object({
  issue: thing,
  indicator: thing,
  place: thing.nullable(),
  unitName: bilingual,
  standing: z.enum(PROBLEM_STANDINGS),
  before: finding,
  after: finding.nullable(),
  project: thing.extend({ state: stateName }).nullable(),
  noProjectReason: bilingual,
  owner: thing.nullable(),
  raisedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
});

export const healthCheck = z
  .object({
    asOf: z.string(),
    place: thing.nullable(),
    rows: z.array(checkRow),
    /** The places that have others in them. */
    areas: z.array(unit),
    problems: z.array(problem),
  })
  .meta({ id: 'HealthCheck' });

/** A value that was measured in a place, with the key and rev it is changed by. */
const placeValue = z.object({
  key: z.string(),
  rev: z.number().int(),
  period: z.string(),
  value: z.number(),
  weight: z.number().nullable(),
  status: z.enum(VALUE_STATUSES).nullable(),
  source,
  confidence,
});

/** One indicator in each survey unit. */
export const checkUnits = z
  .object({
    asOf: z.string(),
    indicator: thing,
    /** What is known of it in the whole, or in the place that was asked for. */
    whole: finding,
    unitName: bilingual,
    rollUp: z.enum(ROLL_UPS).nullable(),
    method: bilingual.nullable(),
    ...checkRow.pick({ direction: true, threshold: true, thresholdBasis: true }).shape,
    rows: z.array(
      finding.extend({
        place: unit,
        /** The last values that were measured there, earliest first; none where nothing was. */
        held: z.array(placeValue),
        /** The open problem of this indicator there. */
        problem: thing.nullable(),
        /** Of what is worked out from places: the nearest, whether it is rough, or why it is not known. */
        nearby: bilingual.nullable(),
      }),
    ),
  })
  .meta({ id: 'CheckUnits' });

/** What the public is told of an indicator that is worked out from places: the whole, and each survey unit. */
export const publicUnits = checkUnits
  .pick({ asOf: true, whole: true, method: true })
  .extend({ rows: z.array(checkUnits.shape.rows.element.pick({ place: true, nearby: true }).extend(finding.shape)) })
  .meta({ id: 'PublicUnits' });
