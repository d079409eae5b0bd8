import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, thing } from './common.ts';
import { paperQuery } from './export.ts';
import { healthCheckPaperQuery } from './report.ts';

const count = z.number().int().min(0);
const run = z.string().min(1).max(200).describe('the id of a run of the case that is done');
const { lang } = paperQuery.shape;
const seconds = z.number().nullable();

/** Classes of the hazard rating, from 0, 0.75, 1.25 and 2.0 on. */
export const hazardClass = z.enum(['low', 'moderate', 'significant', 'extreme']);
export const floodVariant = z.enum(['with', 'without']);

export const floodExposureQuery = z.strictObject({
  run,
  variant: floodVariant.default('with').describe('with the works of the case, or without them'),
  lead: z.coerce.number().min(0).max(240).default(2).describe('hours before the water comes by which people must be out'),
  hazard: hazardClass.optional().describe('places of that class and above alone'),
  kind: z.enum(vocabulary.PLACE_KINDS).optional().describe('places of that kind alone'),
});
export const floodExposureFileQuery = floodExposureQuery.extend({ lang });
export const floodPaperQuery = z.strictObject({
  run,
  lead: floodExposureQuery.shape.lead,
  lang,
  layout: healthCheckPaperQuery.shape.layout,
});

/** What the water of a run does to something. */
const exposed = {
  /** `beside`: some of it lies beside the ground of the run, and what does not stays dry: it is not known. */
  is: z.enum(['wet', 'beside']),
  /** The largest depth in m, speed in m/s and hazard rating; null where it is not known. */
  depth: z.number().nullable(),
  speed: z.number().nullable(),
  hazard: z.number().nullable(),
  hazardClass: hazardClass.nullable(),
  /** Seconds from the start of the run until water comes. */
  arrival: seconds,
  /** The share of it under water; where it is not known of all of it, at least that. */
  share: z.number().nullable(),
  known: z.number(),
};

/** A place, and what the water of a run does to it. */
export const exposedPlace = z
  .object({
    place: thing,
    kind: z.enum(vocabulary.PLACE_KINDS),
    /** What stands on it. */
    projects: z.array(thing),
    ...exposed,
    /** Seconds from the start of the run until people must be out, and the asset there is to be switched: the longer of both times before the arrival; below 0: before the start. */
    deadline: seconds,
    /** The dual-use asset there that takes longest to be switched, and its planned hours; null where none are recorded. */
    activation: z.object({ asset: thing, hours: z.number() }).nullable(),
    /** As the figures of the place tell them; null where none does. */
    people: z.number().nullable(),
    households: z.number().nullable(),
    centre: z.tuple([z.number(), z.number()]).nullable(),
  })
  .meta({ id: 'ExposedPlace' });

/** A road that the map of the district draws, its lines of one name together. */
export const exposedRoad = z
  .object({ id: z.string(), name: bilingual, ...exposed, centre: z.tuple([z.number(), z.number()]).nullable() })
  .meta({ id: 'ExposedRoad' });

/** The places of the register under the water of a run, by arrival, then those beside its ground. */
export const floodExposure = z
  .object({
    run: z.string(),
    variant: floodVariant,
    lead: z.number(),
    /** Whether the case and its ground are still as they were for this run. */
    isOfNow: z.boolean(),
    items: z.array(exposedPlace),
    /** All that fit what was asked; of many the first are given, the file has all. */
    total: count,
    /** Of all places, before what was asked: under water, dry, beside the ground, without a position. */
    counts: z.object({ wet: count, dry: count, beside: count, unplaced: count }),
    /** Roads under water, by arrival, then those beside the ground; of many the first are given. None where a kind of places is asked for. */
    roads: z.array(exposedRoad),
    roadCounts: z.object({ wet: count, dry: count, beside: count }),
  })
  .meta({ id: 'FloodExposure' });

export const floodWetSharesQuery = z.strictObject({
  run: z.string().min(1).max(200).describe('the id of a sensitivity run of the case that is done'),
});

/** The places of the register that are under water in one run of a sensitivity run at least, the surest first. */
export const floodWetShares = z
  .object({
    run: z.string(),
    /** Runs of the case with its works. */
    runs: count,
    /** `wet`: in how many of them it is under water; where `isWhole` is false, some of it lies beside the ground, and it is at least that. */
    items: z.array(z.object({ place: thing, kind: z.enum(vocabulary.PLACE_KINDS), wet: count, isWhole: z.boolean() })),
    /** All; of many the first are given. */
    total: count,
    /** Of all places: under water in one run at least, dry in all, not known as some of it lies beside the ground, without a position. */
    counts: z.object({ wet: count, dry: count, beside: count, unplaced: count }),
  })
  .meta({ id: 'FloodWetShares' });

/** What was adopted of the runs of a case, by a project, or in all. */
export const floodAdoptionsQuery = z.strictObject({
  case: z.string().max(80).optional().describe('of that case alone'),
  project: z.string().max(80).optional().describe('by that project alone'),
});
export const floodAdoptions = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        case: thing,
        project: thing,
        on: z.string(),
        minute: bilingual,
        run: z.string(),
        inputs: z.string(),
        engine: z.string(),
        hours: z.number(),
        cell: z.number(),
        peaks: z.array(z.object({ section: z.string(), without: z.number(), with: z.number() })),
      }),
    ),
  })
  .meta({ id: 'FloodAdoptions' });
