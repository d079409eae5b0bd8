import { vocabulary, WORK_REACHED } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, confidence, day, rev, scopeQuery, sourceSaid, thing } from './common.ts';
import { exceptionWhy } from './report.ts';

/** Who can supply what a gate asks for. */
export const supplier = z.object({ role: z.enum(vocabulary.SUPPLIERS), departments: z.array(thing) }).meta({ id: 'Supplier' });

/** What a gate asks for. */
export const requirement = z
  .object({
    id: z.string(),
    position: z.number().int(),
    kind: z.enum(vocabulary.REQUIREMENT_KINDS),
    name: bilingual,
    suppliedBy: z.enum(vocabulary.SUPPLIERS),
    department: thing.nullable(),
    land: z.enum(vocabulary.LAND_LAWS).nullable(),
    optional: z.boolean(),
    note: bilingual,
    rev,
  })
  .meta({ id: 'Requirement' });

/** A level of the programme; the district has its names. */
const gateLevel = z.enum(vocabulary.GATE_LEVELS);

/** A gate of the rulebook. */
export const gate = z
  .object({
    id: z.string(),
    position: z.number().int(),
    name: bilingual,
    meaning: bilingual,
    level: gateLevel.nullable(),
    admits: z.boolean(),
    basis: bilingual,
    source: sourceSaid,
    confidence,
    effectiveFrom: z.string(),
    effectiveTo: z.string().nullable(),
    rev,
  })
  .meta({ id: 'Gate' });

export const missingWhy = z.enum([
  'no-file',
  'not-decided',
  'not-answered',
  'refused',
  'answered-no',
  'land-not-known',
  'no-drill',
  'drill-old',
  'drill-slow',
  'drill-not-measured',
]);

/** One thing a gate asks for, as a project stands to it. */
export const need = z
  .object({
    requirement,
    /** `evidence:<id>`, `drill:<id>` or `answer`; null while it is missing. */
    by: z.string().nullable(),
    on: z.string().nullable(),
    why: missingWhy.nullable(),
    supplier,
    /** The departments that may be asked for it, who can supply it first. */
    mayBeAsked: z.array(thing),
    /** The open ask for it; null where there is none. */
    ask: z.object({ matter: z.string(), of: thing, askedOn: z.string(), dueOn: z.string(), lateBy: z.number().int() }).nullable(),
    file: z.object({ id: z.string(), title: bilingual }).nullable(),
    /** The drill that meets it. */
    drill: thing.nullable(),
    answer: z.object({ answer: z.enum(vocabulary.ANSWERS), words: bilingual, on: z.string(), department: thing.nullable() }).nullable(),
  })
  .meta({ id: 'Need' });

const pass = z.object({
  on: z.string(),
  basis: z.array(z.string()),
  became: z.enum(vocabulary.PASS_WORDS),
  reason: bilingual,
  note: bilingual,
});

/** A gate of a project's ladder. */
export const rung = z
  .object({
    gate,
    state: z.enum(['passed', 'open', 'ahead']),
    pass: pass.nullable(),
    /** The pass that counted until what it rested on was lost: each requirement, and why. */
    reopened: z
      .object({
        pass,
        lost: z.array(
          z.object({ requirement: z.string(), name: bilingual, why: z.enum(['withdrawn', 'refused', 'moved', 'rule-changed']) }),
        ),
      })
      .nullable(),
    needs: z.array(need),
  })
  .meta({ id: 'Rung' });

/** How far a project is, from everything that is recorded of it. */
export const projectStage = z
  .object({
    /** The furthest gate it passed, by its id. */
    passed: z.string().nullable(),
    /** How far evidence shows the work, and the row that shows it; null where nothing shows that it began. */
    shown: z
      .object({
        reached: z.enum(WORK_REACHED),
        kind: z.enum(['outcome', 'component', 'monthly_progress']),
        key: z.string(),
        on: z.string().nullable(),
      })
      .nullable(),
    /** `all`: work is shown and no pass is recorded; `some`: the work is finished and the gates up to there wait for their passes. */
    unrecorded: z.enum(['none', 'some', 'all']),
    /** The work is held at `begun`: what is withheld from who asks shows less than what they are shown. */
    withheld: z.boolean(),
  })
  .meta({ id: 'ProjectStage' });

/** Where a project stands among its gates. */
export const standing = z
  .object({
    project: thing,
    kind: z.enum(vocabulary.PROJECT_KINDS),
    rulesOn: z.string(),
    admission: z
      .object({ decision: z.enum(vocabulary.ADMISSION_WORDS), on: z.string(), rulesOn: z.string(), reason: bilingual })
      .nullable(),
    rungs: z.array(rung),
    stage: projectStage,
    /** The id of the open gate. */
    open: z.string().nullable(),
    /** Requirements that keep it closed; null, and no needs and no days to ask by, for a day before today: what was there then is not known. */
    missing: z.array(z.string()).nullable(),
    /** Days by which an answer may be asked for, each so many working days ahead. */
    askBy: z.array(z.object({ days: z.number().int(), on: z.string(), isUsual: z.boolean() })),
    former: z.array(pass.extend({ gate: z.string(), name: bilingual, keptAs: z.string().nullable() })),
  })
  .meta({ id: 'GateStanding' });

/** What becomes of one passed gate under other rules. */
export const becoming = z.discriminatedUnion('becomes', [
  z.strictObject({ gate: z.string().max(80), becomes: z.literal('kept-as'), as: z.string().max(80) }),
  z.strictObject({ gate: z.string().max(80), becomes: z.literal('set-aside'), reason: z.string().trim().min(1).max(500) }),
]);

/** Which rulebook. */
export const rulebookQuery = z.strictObject({
  kind: z.enum(vocabulary.PROJECT_KINDS).describe('the kind of project'),
  asOf: day.optional().describe('the day it holds on; today where none is named'),
});

/** The rulebook of a kind of project on a day. `versions`: the days on which a gate of that kind begins to hold. */
export const rulebook = z
  .object({
    kind: z.enum(vocabulary.PROJECT_KINDS),
    on: z.string(),
    versions: z.array(z.string()),
    gates: z.array(z.object({ gate, requirements: z.array(requirement) })),
  })
  .meta({ id: 'Rulebook' });

/** Every project with its open gate, as a card of the board tells it; all else of a project tells the list `programme`. */
export const gateBoard = z
  .object({
    total: z.number().int(),
    items: z.array(
      z.object({
        project: thing,
        kind: z.enum(vocabulary.PROJECT_KINDS),
        lead: thing.nullable(),
        admission: z.enum(vocabulary.ADMISSION_WORDS).nullable(),
        passed: z.number().int(),
        /** Gates whose pass does not count any more. */
        reopened: z.number().int(),
        gates: z.number().int(),
        /** `like`: the first gate of the rulebook with the same name, by which projects of several kinds stand together. */
        open: z.object({ id: z.string(), like: z.string(), position: z.number().int(), name: bilingual }).nullable(),
        /** How much keeps the open gate closed; null, as `lacks` and `waits` are, for a day before today: what was there then is not known. */
        missing: z.number().int().nullable(),
        /** What keeps the open gate closed, by the ids in `asked`. */
        lacks: z.array(z.string()).nullable(),
        lastPass: z.string().nullable(),
        stage: projectStage,
        /** The level it is at on that day; null where its open gate has none, or nothing says. */
        level: gateLevel.nullable(),
        /** What the level follows from: recorded passes, evidence where passes were not recorded, or neither. */
        levelBy: z.enum(['passes', 'evidence', 'nothing']),
        /** The day from which it is at that level. */
        levelSince: z.string().nullable(),
        /** From whom the open gate of a project that has begun needs something, beside its lead: `of` null for the owners; since when, where they were asked. */
        waits: z.array(z.object({ of: thing.nullable(), since: z.string().nullable() })).nullable(),
        /**
         * The largest slip of its milestones, in days. Null where none has both a promised day and another one; also where none of those is late
         * but a promised day has passed of which nothing was said.
         */
        slipDays: z.number().int().nullable(),
        /** Why it needs attention, the gravest first. */
        why: z.array(exceptionWhy),
        /** Whom it waits for by its last report, where `why` has `waiting`. */
        waitsFor: thing.nullable(),
      }),
    ),
    /** The gates of every kind of project that has a rulebook on that day, in order. */
    ladders: z.array(
      z.object({
        kind: z.enum(vocabulary.PROJECT_KINDS),
        gates: z.array(z.object({ id: z.string(), position: z.number().int(), name: bilingual, level: gateLevel.nullable() })),
      }),
    ),
    asOf: z.string(),
    /** What open gates on this page ask for, each name once. */
    asked: z.array(z.object({ id: z.string(), name: bilingual })),
    /** Where the next page begins; null on the last. */
    next: z.string().nullable(),
  })
  .meta({ id: 'GateBoard' });

/** Which page of the board: as many projects as fit into an answer, from the place `after` on. */
export const gateBoardQuery = scopeQuery.extend({
  after: z.coerce.number().int().min(0).optional().describe('`next` of the page before'),
});
