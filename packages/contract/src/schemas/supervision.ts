import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, plans, rev, scopeQuery, sourceSaid, thing } from './common.ts';

const count = z.number().int();
const step = z.enum(vocabulary.SUPERVISION_STEPS);
const stands = z.enum(['registered', ...vocabulary.SUPERVISION_STEPS, 'answered']);
const light = z.enum(vocabulary.SUPERVISION_LIGHTS);

/** A matter under supervision with where it stands on the day: computed from its steps. */
export const matter = z
  .object({
    id: z.string(),
    subject: thing,
    plans,
    asked: bilingual,
    lead: thing,
    /** The departments that co-operate, each with the rev of its row. */
    departments: z.array(thing.extend({ rev })),
    dueOn: z.string(),
    registeredOn: z.string(),
    stands,
    /** True where the last step, or the answer to an ask, counts no more, as what it rested on was withdrawn or moved. */
    reopened: z.boolean(),
    /** The day of the last step that counts, or of its registration. */
    since: z.string(),
    light,
    /** Working days past the due date, until it was reported. */
    lateBy: count,
    /** The steps that may follow, and who owes the next. */
    next: z.array(step),
    owedBy: z.enum(['lead', 'office', 'asker']).nullable(),
    /** How it came under supervision; the department that asks, of a request; the decision of a meeting that it carries out. */
    origin: z.enum(vocabulary.MATTER_ORIGINS),
    askedBy: thing.nullable(),
    decision: thing.nullable(),
    /** To whom it was escalated, and when; null where it was not. */
    escalated: z.object({ level: z.enum(vocabulary.ESCALATION_LEVELS), to: bilingual, on: z.string() }).nullable(),
    /** What a gate asks for, where the matter is an ask for that; and what answered it, as it is now. */
    ask: z
      .object({
        requirement: z.string(),
        name: bilingual,
        kind: z.enum(vocabulary.REQUIREMENT_KINDS),
        answer: z
          .object({ why: z.enum(['supplied', 'answered', 'passed', 'not-asked']), on: z.string().nullable(), file: z.string().nullable() })
          .nullable(),
        /** The answer that it had and lost: the day on which the gate was passed on it, and what became of it; null for none. */
        lostAnswer: z.object({ on: z.string(), why: z.enum(['withdrawn', 'refused', 'moved']) }).nullable(),
      })
      .nullable(),
    rev,
  })
  .meta({ id: 'Matter' });

/** Who stamped a step, and when: its deed; null where it came with the district. */
const stamp = z.object({ seq: count, at: z.string(), who: z.string().nullable() }).nullable();

/** A matter with its steps, each with its stamp. */
export const matterDetail = matter
  .extend({
    instruction: bilingual,
    source: sourceSaid,
    registered: stamp,
    steps: z.array(
      z.object({ position: count, step, on: z.string(), words: bilingual, department: thing.nullable(), lost: z.boolean(), stamp }),
    ),
  })
  .meta({ id: 'MatterDetail' });

export const matterQuery = scopeQuery.extend({
  of: z.string().max(200).optional().describe('only those about this record, `kind:id`'),
  department: z.string().max(80).optional().describe('only those this department leads, co-operates in or asked for'),
  light: light.optional().describe('only those with this light'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('rows of the answer'),
  skip: z.coerce.number().int().min(0).max(100_000).default(0).describe('rows left out at the beginning'),
});

/** Matters under supervision: the overdue first, then by due date, what is closed last. */
export const matters = z
  .object({
    asOf: z.string(),
    seq: count,
    /** Of all that fit record and department, by light. */
    counts: z.record(light, count),
    total: count,
    items: z.array(matter),
  })
  .meta({ id: 'Matters' });
