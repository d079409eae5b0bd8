import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, rev, thing } from './common.ts';

/** A dated step of a project. `slip`: days behind the baseline, below 0 ahead of it. */
export const milestone = z
  .object({
    id: z.string(),
    position: z.number().int(),
    name: bilingual,
    baseline: z.string().nullable(),
    frozenOn: z.string().nullable(),
    forecast: z.string().nullable(),
    actual: z.string().nullable(),
    slip: z.object({ days: z.number().int(), by: z.enum(['actual', 'forecast']) }).nullable(),
    note: bilingual,
    rev,
  })
  .meta({ id: 'Milestone' });

const end = z.object({ kind: z.enum(vocabulary.DEPENDENT_KINDS), id: z.string(), name: bilingual, project: thing });

/** What waits for what. `spare`: days left between what the dates say and what is asked; below 0 it cannot hold; null: a day is not known. */
export const waiting = z
  .object({
    from: end,
    to: end,
    kind: z.enum(vocabulary.DEPENDENCY_KINDS),
    lagDays: z.number().int(),
    fromOn: z.string().nullable(),
    toOn: z.string().nullable(),
    spare: z.number().int().nullable(),
    note: bilingual,
    rev,
  })
  .meta({ id: 'Waiting' });

/** The dates of a project: its milestones, who froze them last, what it waits for and what waits for it. */
export const projectDates = z
  .object({
    project: thing,
    milestones: z.array(milestone),
    frozen: z.object({ seq: z.number().int(), at: z.string(), who: z.string().nullable(), reason: z.string() }).nullable(),
    waitsFor: z.array(waiting),
    awaited: z.array(waiting),
  })
  .meta({ id: 'ProjectDates' });
