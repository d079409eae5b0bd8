import { CRITERIA, FITS, NEED_PATTERN } from '@westgate/domain';
import { z } from 'zod';
import { floorAreas } from './beside.ts';
import { bilingual, scopeQuery, sourceSaid, thing } from './common.ts';

/** A sum in m² over the buildings of which it is known: how many these are, of how many. */
const knownSum = z.object({ sum: z.number(), known: z.number().int(), of: z.number().int() }).meta({ id: 'KnownSum' });

const sums = { total: knownSum, let: knownSum, vacant: knownSum, works: knownSum, occupancy: z.number().nullable() };

/** How an offer answers a criterion; `by` in m², m, kN/m², days or yuan. */
const answer = z.object({
  criterion: z.enum(CRITERIA),
  verdict: z.enum(['met', 'short', 'not-known']),
  by: z.number().nullable(),
});

/** Space of a building that can be rented, held against the need. */
const offer = z
  .object({
    building: z.string(),
    park: z.string(),
    kind: z.enum(['vacant', 'works']),
    areaM2: z.number().nullable(),
    largestM2: z.number().nullable(),
    /** The day from which it can be moved into; null where that is not known. */
    from: z.string().nullable(),
    fit: z.enum(FITS),
    answers: z.array(answer),
  })
  .meta({ id: 'SpaceOffer' });

/** A building of a park with its sizes, its rents and its latest floor areas. */
const building = z
  .object({
    building: thing,
    phase: bilingual,
    operator: bilingual,
    owner: thing.nullable(),
    typicalFloorM2: z.number().nullable(),
    storeyHeightM: z.number().nullable(),
    floorLoadKnM2: z.number().nullable(),
    metroM: z.number().nullable(),
    metroBasis: bilingual,
    rentLow: z.number().nullable(),
    rentHigh: z.number().nullable(),
    rentPeriod: z.string().nullable(),
    readyOn: z.string().nullable(),
    source: sourceSaid,
    areas: floorAreas.nullable(),
  })
  .meta({ id: 'ParkBuilding' });

/** A park with its buildings, its space on the day, and how that came. */
const park = z
  .object({
    park: thing,
    place: thing.nullable(),
    under: z.array(z.string()),
    space: z.object({ ...sums, coming: knownSum, since: z.string().nullable() }),
    buildings: z.array(building),
    /** One point for each day on which a building was recorded, the earliest first. */
    course: z.array(z.object({ on: z.string(), ...sums })),
    industries: z.array(z.object({ industry: z.string(), areaM2: z.number().nullable(), firms: z.number().int().nullable() })),
    /** The lowest and the highest rent asked in its buildings, in yuan for a m² and day. */
    rents: z.object({ low: z.number().nullable(), high: z.number().nullable() }),
  })
  .meta({ id: 'ParkSpace' });

/** Every park of what is shown with its space, and the offers of all of them ranked for a need. */
export const spaceBoard = z.object({ asOf: z.string(), parks: z.array(park), offers: z.array(offer) }).meta({ id: 'SpaceBoard' });

const need = z
  .string()
  .max(400)
  .regex(new RegExp(NEED_PATTERN), 'expected a need such as area:5000,load:7.5,ready:2027-03-01')
  .optional()
  .describe('what a firm needs, as area:5000,height:4.5,load:7.5,metro:800,ready:2027-03-01,rent:4,tag:tier:pillar; some of them');

export const spaceQuery = scopeQuery.extend({ need });
