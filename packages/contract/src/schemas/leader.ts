import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { aimCounted, bilingual, stateName, thing } from './common.ts';
import { boardRow } from './indicators.ts';
import { exceptionWhy } from './report.ts';

const count = z.number().int();

/** Amounts in fen added up over the projects of which they are known: how many these are, of how many, and the oldest day they are of. */
const sum = z.object({ fen: count, known: count, of: count, oldest: z.string().nullable() });
/** What projects are to cost in all and in the year of the month, and what was completed by the month and in its year. */
export const moneyTold = z.object({
  /** The last month of which a project reported; null where none did. */
  month: z.string().nullable(),
  total: sum,
  plan: sum,
  completed: sum,
  year: sum,
});

/** The sentence a record goes back to. */
const sentence = z.object({ thing, number: z.string() }).nullable();

const exception = z.object({
  thing,
  why: z.array(exceptionWhy),
  owner: thing.nullable(),
  due: z.string().nullable(),
  /** Why it is so, and where that is said: by an issue, in the report of a month, or by what the state rests on. */
  cause: bilingual,
  causeFrom: z.enum(['issue', 'month', 'state']),
  issue: thing.nullable(),
  sentence,
});

const decision = z.object({
  issue: thing,
  cause: bilingual,
  level: z.enum(vocabulary.ISSUE_LEVELS),
  owner: thing.nullable(),
  dueOn: z.string().nullable(),
  /** What it is about; null where it names no record. */
  about: thing.nullable(),
});

/** The district on one sheet: aims, the headline indicators that the office chose, the gravest exceptions, money, decisions needed. */
export const leaderPage = z
  .object({
    asOf: z.string(),
    seq: count,
    aims: z.array(aimCounted),
    states: z.record(stateName, count),
    /** In the order of their positions. */
    headlines: z.array(boardRow),
    worst: z.array(exception),
    exceptionCount: count,
    looked: z.object({ commitments: count, projects: count, events: z.boolean() }),
    money: moneyTold,
    decisions: z.array(decision),
    decisionCount: count,
  })
  .meta({ id: 'LeaderPage' });
