import { z } from 'zod';
import { indicatorValue, stage } from './beside.ts';
import { bilingual, figure, stateName, thing } from './common.ts';
import { leaderPage, moneyTold } from './leader.ts';
import { exceptionWhy } from './report.ts';

const count = z.number().int();
/** What a record is gathered by; null: it is named there itself. */
const row = z.object({ thing, by: thing.nullable() });
/** A record with a state, the day first promised, and why it needs attention. */
const judged = row.extend({ state: stateName, dueOn: z.string().nullable(), why: z.array(exceptionWhy) });
/** Areas in m², added up over those of which they are known. */
const space = z.object({ sum: z.number(), known: count, of: count });
const spaces = { total: space, let: space, vacant: space, works: space };
const measured = {
  unitName: bilingual,
  latest: indicatorValue.nullable(),
  standing: leaderPage.shape.headlines.element.shape.standing,
};

/** The first of a list, as many as fit in one answer, and how many there are. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), count });
}

/** A figure added up over the members of a group, in one unit; of each member the figure that was taken. */
const memberSum = z.object({
  label: bilingual,
  sum: z.number(),
  unitName: bilingual,
  known: count,
  of: count,
  parts: z.array(z.object({ place: thing, figure })),
});

/** What stands under a value of an axis, or in a place with its members. */
export const gathering = z
  .object({
    asOf: z.string(),
    seq: count,
    name: bilingual,
    /** The value that is gathered; null where a place is. */
    value: z.object({ axis: z.string(), axisName: bilingual, id: z.string() }).nullable(),
    place: thing.nullable(),
    states: z.record(stateName, count),
    /** `noPlace`: why it stands on no place, where that is said. */
    commitments: listOf(judged.extend({ number: z.string(), noPlace: bilingual })),
    projects: listOf(judged.extend({ noPlace: bilingual, lead: thing.nullable(), totalFen: count.nullable() })),
    places: listOf(row.extend({ kind: z.string(), stage, figures: z.array(figure) })),
    events: listOf(row.extend({ dates: z.string(), state: stateName, venue: thing.nullable() })),
    parks: listOf(row.extend(spaces)),
    industries: listOf(row.extend({ firms: z.object({ indicator: thing, ...measured }).nullable() })),
    indicators: listOf(row.extend(measured)),
    money: moneyTold,
    /** Published of the whole: of the place itself, and of the projects that stand on it or carry the value. */
    published: listOf(z.object({ of: thing, figure })),
    /** Members of a place, and what adds up over them; null where it has none, and of a value of an axis. */
    group: z
      .object({
        members: count,
        sums: z.array(memberSum),
        /** Floor space of the parks in each member; known of a member where it is of all its parks. */
        space: z.object(spaces),
        /** Members of which no figure at all is held. */
        nothingKnown: z.array(thing),
      })
      .nullable(),
  })
  .meta({ id: 'Gathering' });
