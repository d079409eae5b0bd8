import { CIRCULAR_FORMAT, CIRCULAR_ORIGINS, EXCEPTIONS, MONTHLY_CHANGES, PASSED_KINDS } from '@westgate/domain';
import { z } from 'zod';
import { aimCounted, bilingual, changed, day, month, scopeQuery, stateName, thing } from './common.ts';
import { paperQuery } from './export.ts';
import { healthCheckQuery } from './health-check.ts';

export const passedKind = z.enum(PASSED_KINDS);
/** How many records passed their day, by kind: reviews of industries, answers to feedback, decisions nobody was asked to carry out, outputs, follow-ups of deals. */
export const passedCounts = z.record(passedKind, z.number().int()).meta({ id: 'PassedCounts' });

const count = z.number().int();
/**
 * What the change of a year leaves open: plans that are over with none going on, indicators whose last target is over, years in which working
 * days are counted without a notice of holidays.
 */
export const yearWarnings = z
  .object({ plansOver: z.array(z.object({ thing, on: z.string() })), targetsOver: count, yearsWithoutHolidays: z.array(z.string()) })
  .meta({ id: 'YearWarnings' });
/** Why a commitment or project needs attention. */
export const exceptionWhy = z.enum(EXCEPTIONS);
/** What was looked at: that nothing needs attention is said of so many. Events are no department's and no person's: theirs is said without them. */
export const lookedAt = z.object({ commitments: count, projects: count, events: z.boolean() });
const counts = z.record(z.string(), count);
const named = z.object({ id: z.string(), name: bilingual });
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hex digits');
const value = z.object({
  value: z.number(),
  qualifier: z.string().nullable(),
  period: z.string(),
  source: z.string(),
  cautions: z.array(bilingual).optional(),
});

/** What a report holds fast, in both languages: every word and figure of its papers. */
export const reportContent = z
  .object({
    format: z.literal('westgate-report-1'),
    district: named.extend({ notice: bilingual }),
    /** The plans it is of. */
    plans: z.array(named),
    /** It is of this plan alone; absent: of the whole district. */
    plan: z.string().optional(),
    aims: z.array(z.object({ id: z.string().nullable(), name: bilingual, total: count, states: counts })),
    coverage: z.object({
      sentences: z.object({ total: count, linked: count, narrative: count, unlinked: count }),
      commitments: z.object({ total: count, withoutVerbClass: count, withoutOwner: count, withoutDueDate: count, withoutPlace: count }),
      things: z.object({ total: count, placed: count, notKnown: count, noPlace: count }),
      projects: z.object({
        total: count,
        servingNoSentence: count,
        withoutOwner: count.optional(),
        withoutDueDate: count.optional(),
      }),
      open: z.object({ sentencesWithoutCommitment: count, commitmentsWithoutMeasure: count, unmeasurable: count }),
      states: counts,
    }),
    gaps: z.array(z.object({ kind: z.string(), id: z.string(), name: bilingual, gap: z.string(), reason: bilingual })),
    /** What needed attention, the gravest first. Reports of before it was frozen have none. */
    attention: z
      .object({
        records: z.array(
          z.object({
            kind: z.enum(['commitment', 'project']),
            id: z.string(),
            name: bilingual,
            why: z.array(z.string()),
            owner: named.nullable(),
            due: z.string().nullable(),
            lapses: z.array(z.object({ milestone: bilingual.nullable(), on: z.string() })),
            reason: bilingual,
          }),
        ),
        events: z.array(named.extend({ on: z.string() })),
        /** `reopened`: not past its day, but open again as what it rested on is gone. */
        matters: z.array(named.extend({ lead: named, due: z.string(), reopened: z.literal(true).optional() })),
        warnings: z.object({
          plansOver: z.array(named.extend({ on: z.string() })),
          targetsOver: count,
          yearsWithoutHolidays: z.array(z.string()),
        }),
      })
      .optional(),
    commitments: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        document: z.string(),
        title: bilingual,
        clause: bilingual,
        aim: z.string().nullable(),
        verbClass: z.string().nullable(),
        owner: named.nullable(),
        ownerBasis: bilingual,
        due: z.object({ on: z.string(), basis: bilingual, source: z.string().nullable() }).nullable(),
        state: z.object({
          name: z.string(),
          timing: z.string().nullable(),
          since: z.string().nullable(),
          due: z.string().nullable(),
          reason: bilingual,
        }),
        places: z.array(named),
        sources: z.array(z.string()),
      }),
    ),
    indicators: z.array(
      z.object({
        id: z.string(),
        name: bilingual,
        unit: z.string(),
        unitName: bilingual,
        direction: z.string(),
        aim: z.string().nullable(),
        actual: value.nullable(),
        target: value.nullable(),
      }),
    ),
    sources: z.array(z.object({ id: z.string(), title: z.string(), kind: z.string(), dated: z.string().nullable() })),
  })
  .meta({ id: 'ReportContent' });

const sumOf = z.object({ fen: z.number().int(), known: count, of: count, oldest: z.string().nullable().optional() });
const sums = z.object({ total: sumOf, plan: sumOf, completed: sumOf, month: sumOf, year: sumOf });
const amount = z.object({ fen: z.number().int(), source: z.string().nullable(), confidence: z.string() }).nullable();
const frozenFen = z.number().int().nullable();
/** What people wrote of a month. */
export const narrative = z.object({ overview: bilingual, problems: bilingual, next: bilingual }).meta({ id: 'Narrative' });

/** What a monthly report holds fast: every word and figure of its papers. Amounts are whole fen. */
export const monthlyContent = z
  .object({
    format: z.literal('westgate-monthly-1'),
    district: named.extend({ notice: bilingual }),
    month: z.string(),
    /** As of a report on the promises; absent in older reports, which are of the whole district. */
    plans: z.array(named).optional(),
    plan: z.string().optional(),
    narrative,
    groups: z.array(
      z.object({
        department: named.nullable(),
        rows: z.array(
          z.object({
            project: named,
            plans: z.array(z.string()).optional(),
            total: amount,
            plan: amount,
            completedFen: frozenFen,
            monthFen: frozenFen,
            yearFen: frozenFen,
            shareOfPlan: z.number().nullable(),
            reportedOn: z.string().nullable(),
            isFinished: z.literal(true).optional(),
            lastMonth: z.string().nullable(),
            share: z.number().nullable(),
            words: bilingual,
            problem: bilingual,
            level: z.string().nullable(),
            notes: z.array(z.string()),
            why: z.array(z.string()).optional(),
          }),
        ),
        sums,
        missing: count,
      }),
    ),
    sums,
    projects: count,
    missing: count,
    finished: count.optional(),
    sources: z.array(z.object({ id: z.string(), title: z.string(), kind: z.string(), dated: z.string().nullable() })),
  })
  .meta({ id: 'MonthlyContent' });

const origin = z.enum(CIRCULAR_ORIGINS);
const ofMatters = { due: count, onTime: count, late: count, waiting: count, overdue: count };
/** What a supervision circular holds fast, in both languages. */
export const circularContent = z
  .object({
    format: z.literal(CIRCULAR_FORMAT),
    district: named.extend({ notice: bilingual }),
    /** The first and last day of the period in which what is counted was due. */
    from: z.string(),
    to: z.string(),
    /** It tells of these alone; absent: of action items, decisions and requests. */
    origins: z.array(origin).optional(),
    words: bilingual,
    /** Departments by what they closed on time, the best first; `share` and `rank` are null where nothing can be ranked yet. */
    units: z.array(z.object({ rank: count.nullable(), department: named, ...ofMatters, share: z.number().nullable() })),
    sums: z.object(ofMatters),
    /** Due in the period, open, and not a working day past it. */
    notYet: count,
    /** What is overdue, by name; `before`: it was due before the period. */
    overdue: z.array(
      named.extend({
        origin: z.string(),
        lead: named,
        askedBy: named.nullable(),
        due: z.string(),
        lateBy: count,
        escalated: z.object({ level: z.string(), to: bilingual, on: z.string() }).nullable(),
        before: z.literal(true).optional(),
      }),
    ),
    plans: z.array(named).optional(),
    plan: z.string().optional(),
  })
  .meta({ id: 'CircularContent' });

/** A numbered report without what it holds. */
export const report = z
  .object({
    number: count,
    title: bilingual,
    /** The month it freezes; null: it is a report on the promises. */
    month: z.string().nullable(),
    /** The period of a supervision circular; null: it is none. */
    circular: z.object({ from: z.string(), to: z.string() }).nullable(),
    /** The plan it is of alone; null: it is of the whole district. */
    plan: named.nullable(),
    /** The day its states were computed for, and the day it was made. */
    asOf: z.string(),
    madeOn: z.string(),
    /** The last deed of the journal when it was made. */
    head: z.object({ seq: count, hash: z.string() }),
    /** SHA-256 of the bytes at `/reports/<number>/frozen.json`. */
    hash,
    /** The deed that brought it. */
    changed: changed.nullable(),
  })
  .meta({ id: 'Report' });
export const reports = z.object({ items: z.array(report) }).meta({ id: 'Reports' });
export const reportDetail = report
  .extend({
    content: z.union([reportContent, monthlyContent, circularContent]),
    /** Records of the content that are left out so that the answer is not too large; the frozen file has all. */
    leftOut: count,
  })
  .meta({ id: 'ReportDetail' });

/** Whether a report is as it was made. `elsewhere`: it came by an import from another journal, which alone can tell of its head. */
export const reportCheck = z
  .object({
    number: count,
    hash: z.string(),
    computed: hash,
    head: z.enum(['matches', 'differs', 'elsewhere']),
    ok: z.boolean(),
  })
  .meta({ id: 'ReportCheck' });

/** What the ledger now tells otherwise than a report that froze a month; amounts in 10,000 yuan. */
export const monthlySince = z
  .object({
    number: count,
    month: z.string(),
    items: z.array(z.object({ project: thing, what: z.enum(MONTHLY_CHANGES), frozen: bilingual.nullable(), now: bilingual.nullable() })),
  })
  .meta({ id: 'MonthlySince' });

const written = z.string().max(5000).nullable().default(null);
const section = z.strictObject({ zh: written, en: written }).default({ zh: null, en: null });
const title = z.string().trim().max(200).nullable().default(null);
/** The title of a report, in one language at least. */
export const reportTitle = z.strictObject({ zh: title, en: title });
/** The month that a report freezes, with what people write of it. */
export const frozenMonth = z.strictObject({
  month,
  narrative: z.strictObject({ overview: section, problems: section, next: section }),
});
/** The period of a supervision circular, what it tells of, with what people write in it. */
export const frozenCircular = z.strictObject({
  from: day,
  to: day,
  words: section,
  origins: z
    .array(origin)
    .min(1)
    .optional()
    .describe('it tells of these alone; of action items, decisions and requests where it is left out'),
});
export const reportReceipt = z.object({ seq: count, at: z.string(), number: count, hash }).meta({ id: 'ReportReceipt' });

const text = z.string();
/** A part of a paper, in one language: as its files will say it. */
const paperBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2)]), text }),
  z.object({ kind: z.literal('paragraph'), text }),
  z.object({
    kind: z.literal('records'),
    head: z.array(text).readonly(),
    rows: z.array(z.array(text).readonly()).readonly(),
    shares: z.array(z.number()).readonly(),
  }),
]);
/** What a supervision circular would say if it were made now; between `opening` and `lists` stand the remarks. */
export const circularPreview = z
  .object({ asOf: z.string(), opening: z.array(paperBlock).readonly(), lists: z.array(paperBlock).readonly() })
  .meta({ id: 'CircularPreview' });
export const circularQuery = paperQuery.extend({
  from: day.describe('the first day of the period'),
  to: day.describe('the last day of the period'),
  origins: z
    .string()
    .transform((said) => said.split(','))
    .pipe(z.array(origin))
    .optional()
    .describe('it tells of these alone, separated by commas: instruction, decision, request; of all three where it is left out'),
});

/** A report's paper: its language, and how it is laid out. */
const layout = z
  .enum(['official', 'plain'])
  .default('plain')
  .describe('official: after GB/T 9704-2012, without organ mark, number or seal; plain: with tables');
export const reportPaperQuery = paperQuery.omit({ asOf: true }).extend({ layout });
export const figuresQuery = paperQuery.omit({ asOf: true }).extend({
  template: z.string().max(80).optional().describe('of a month: the columns of this template, by the id of its recipe'),
});
export const coveragePaperQuery = paperQuery.extend({ layout });
export const healthCheckPaperQuery = paperQuery.omit({ plan: true }).extend({ layout, place: healthCheckQuery.shape.place });

/** The state of the programme on one sheet. */
export const brief = z
  .object({
    asOf: z.string(),
    /** The earlier day that changes are told against. */
    since: z.string(),
    seq: count,
    aims: z.array(aimCounted),
    states: z.record(stateName, count),
    /** How many commitments and projects need attention for each reason. */
    exceptionCounts: z.record(exceptionWhy, count),
    /** The gravest first, 100 at most. */
    exceptions: z.array(
      z.object({
        thing,
        why: z.array(exceptionWhy),
        state: stateName,
        owner: thing.nullable(),
        due: z.string().nullable(),
        reason: bilingual,
      }),
    ),
    exceptionCount: count,
    looked: lookedAt,
    /** Matters under supervision that are overdue; those that are not and were re-opened; events that passed without a word on whether they were held. */
    overdueMatters: count,
    reopenedMatters: count,
    silentEvents: count,
    passed: passedCounts,
    warnings: yearWarnings,
    /** Commitments whose state on the two days differs, 100 at most. */
    changed: z.array(z.object({ thing, before: stateName, after: stateName, reason: bilingual })),
    changedCount: count,
  })
  .meta({ id: 'Brief' });
export const briefQuery = scopeQuery.extend({
  since: day.optional().describe('the earlier day that changes are told against; three months before when absent'),
});
