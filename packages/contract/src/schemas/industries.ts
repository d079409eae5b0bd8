import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { indicatorValue } from './beside.ts';
import { asOfQuery, bilingual, confidence, sourceSaid, stateName, thing } from './common.ts';

const count = z.number().int();
const until = z.string().nullable();

/** An observation of an industry: the indicator that measures it, its latest value and how it stands; null where no indicator is named. */
const measure = z
  .object({
    indicator: thing,
    unitName: bilingual,
    latest: indicatorValue.nullable(),
    standing: z.enum(vocabulary.INDICATOR_STANDINGS),
    why: bilingual,
  })
  .nullable();

/** The days on which an industry stood in a tier, with the entry that says so; `until` null: until further notice. */
const stay = z.object({ tier: z.string(), from: z.string(), until, reason: bilingual, source: sourceSaid, confidence });

const review = z.object({
  on: z.string(),
  stage: z.enum(vocabulary.PIPELINE_STAGES),
  finding: bilingual,
  source: sourceSaid,
  nextOn: z.string().nullable(),
});

/** An industry with where it stood, what is measured of it, and how far it is raised. */
export const industryRow = z
  .object({
    industry: thing,
    definition: bilingual,
    owner: thing.nullable(),
    source: sourceSaid,
    stays: z.array(stay),
    /** The tier on the day; null where it stands in none. */
    tier: z.string().nullable(),
    measures: z.object({ firms: measure, revenue: measure, jobs: measure, research: measure }),
    /** The day from which it is reviewed each quarter; null where it is not. */
    reviewFrom: z.string().nullable(),
    stage: z.enum(vocabulary.PIPELINE_STAGES).nullable(),
    /** The day by which it is to be reviewed again, and how that stands; null where no review is owed. */
    due: z.string().nullable(),
    standing: z.enum(vocabulary.REVIEW_STANDINGS).nullable(),
    /** Its reviews up to the day, the latest first. */
    reviews: z.array(review),
  })
  .meta({ id: 'IndustryRow' });

/** A scheme of the industries into tiers; `until` is its last day, null until further notice. */
const scheme = z.object({
  name: z.string(),
  from: z.string(),
  until,
  tiers: z.array(z.object({ tier: thing, definition: bilingual, source: sourceSaid })),
});

const part = z.object({ value: z.string(), projects: z.array(z.string()), leads: count });
const cell = z.object({
  area: z.string().nullable(),
  industry: z.string(),
  isPlanned: z.boolean(),
  projects: z.array(z.string()),
  parts: z.array(part),
});

/** A project of the matrix, as it is reported upward. */
const project = z.object({
  project: thing,
  lead: thing.nullable(),
  state: stateName,
  reason: bilingual,
  dueOn: z.string().nullable(),
  /** Days past the due date on the day; null where it is not late. */
  lateBy: count.nullable(),
  areas: z.array(z.string()),
  industries: z.array(z.string()),
  values: z.array(z.string()),
});

export const industryQuery = asOfQuery.extend({
  axis: z.string().max(100).optional().describe('the axis of the district whose values the parts of a cell are'),
});

/** The industries of a district: tiers by year, observations, reviews, and area × industry × value of an axis. */
export const industryBoard = z
  .object({
    asOf: z.string(),
    schemes: z.array(scheme),
    rows: z.array(industryRow),
    /** The axis that was asked for, else that with the most values beside the aims; null where the district has none. */
    axis: z.object({ id: z.string(), name: bilingual, values: z.array(z.object({ id: z.string(), name: bilingual })) }).nullable(),
    areas: z.array(thing),
    cells: z.array(cell),
    gaps: z.array(z.object({ area: z.string(), industry: z.string() })),
    overlaps: z.array(part.extend({ area: z.string().nullable(), industry: z.string() })),
    projects: z.array(project),
  })
  .meta({ id: 'IndustryBoard' });
