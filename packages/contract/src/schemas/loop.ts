import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { aimCounted, bilingual, plans, scopeQuery, state, thing } from './common.ts';
import { exceptionWhy, lookedAt, passedCounts, passedKind, yearWarnings } from './report.ts';
import { matter } from './supervision.ts';

const count = z.number().int();
export const reportedKind = z.enum(['commitment', 'project']);
const cadence = z.enum(vocabulary.CADENCES);
const step = z.enum(vocabulary.STEPS);

/** Where a record stands with its reports on the day. */
export const standing = z
  .object({
    name: z.enum(['given', 'ahead', 'near', 'due', 'open', 'late', 'overdue', 'stale']),
    /** The last working day of the first period without a report. */
    dueOn: z.string(),
    /** The department may answer up to this day before a light shows to others. */
    windowEnds: z.string(),
    escalatesOn: z.string(),
    isEscalated: z.boolean(),
    /** Working days past the due date. */
    lateBy: count,
  })
  .meta({ id: 'ReportStanding' });

/** What was last reported: it is what an owner said, and no evidence. */
export const lastReport = z
  .object({
    /** The day of the last report, also of one that nothing changed. */
    on: z.string(),
    /** The day on which something new was last said; null where it never was. */
    saidOn: z.string().nullable(),
    step: step.nullable(),
    forecastOn: z.string().nullable(),
    waitsFor: thing.nullable(),
    words: bilingual,
    /** The body outside the district that said it; both null: the department did. */
    outside: bilingual,
  })
  .meta({ id: 'LastReport' });

/** How a record is reported on; `standing` null: nobody is asked for reports on it. */
export const reporting = z
  .object({
    cadence: cadence.nullable(),
    standing: standing.nullable(),
    last: lastReport.nullable(),
    /** The account of the person who answers for the record; null: nobody is named, or not for whoever asks to know. */
    person: z.string().nullable(),
    /** The departments that co-operate with the one that answers. */
    coOperating: z.array(thing),
  })
  .meta({ id: 'Reporting' });

/** A commitment or project as a row of one who reports. */
export const reportRow = z
  .object({
    thing,
    department: thing.nullable(),
    aim: z.string().nullable(),
    plans,
    state,
    dueOn: z.string().nullable(),
    reporting,
  })
  .meta({ id: 'ReportRow' });

const ruleDays = z.number().int().min(0).max(60);
export const updateRule = z
  .object({
    subjectKind: reportedKind,
    cadence,
    askedFrom: z.string(),
    nearDays: ruleDays,
    windowDays: ruleDays,
    escalateDays: ruleDays,
    rev: count,
  })
  .meta({ id: 'UpdateRule' });

export const todayQuery = scopeQuery.extend({
  department: z.string().max(80).optional().describe('only what this department owns or leads'),
  person: z.string().max(80).optional().describe('only what this person is named for'),
  limit: z.coerce.number().int().min(1).max(500).default(60).describe('rows of what is to be reported'),
  skip: z.coerce.number().int().min(0).max(100_000).default(0).describe('rows left out at the beginning'),
});

/** A day that comes near: a promised day, or an event. */
export const comingDay = z.object({ on: z.string(), what: z.enum(['due', 'event']), thing, department: thing.nullable() });

/** A gate that waits: it can be opened, or it is missing something and its project slips, was asked for, or has begun to supply it. */
export const gateWaiting = z
  .object({
    project: thing,
    lead: thing.nullable(),
    gate: z.object({ id: z.string(), name: bilingual }),
    /** Whether the project is late, put off, blocked or expected later than promised. */
    isSlipping: z.boolean(),
    /** What it must have that is missing, the first few, each with the day by which it was asked for; and how many there are. */
    missing: z.array(z.object({ requirement: z.string(), name: bilingual, askedBy: z.string().nullable(), mayBeAsked: z.boolean() })),
    missingCount: count,
  })
  .meta({ id: 'GateWaiting' });

/** What a day at the office begins with. */
export const today = z
  .object({
    asOf: z.string(),
    seq: count,
    /** The deed that began the district held: what was done before is of districts held in the folder then. */
    begun: count,
    department: thing.nullable(),
    warnings: yearWarnings,
    aims: z.array(aimCounted),
    rules: z.array(updateRule),
    /** The first day after this one from which reports on what is unfinished are asked for; null where there is none. */
    askedFrom: z.string().nullable(),
    /** Records reports are asked for: in all, those with nothing owed, and by standing. */
    counts: z.object({ asked: count, given: count, ahead: count, near: count, due: count, late: count, overdue: count, stale: count }),
    /** The longest late first, then by due date; what is owed by no close date last. */
    rows: z.array(reportRow),
    rowCount: count,
    exceptionCounts: z.record(exceptionWhy, count),
    exceptionCount: count,
    looked: lookedAt,
    /** Events that passed without a word on whether they were held; they are no department's. */
    silentEvents: count,
    passed: passedCounts,
    coming: z.array(comingDay),
    /** Matters under supervision whose next step is owed: by the department asked for, else by anyone, the office's first; how many are overdue, and how many are not and were re-opened. */
    matters: z.array(matter),
    matterCount: count,
    overdueMatters: count,
    reopenedMatters: count,
    /** Gates that wait, those that can be opened first, then those of projects that slip; and how many there are. */
    gates: z.array(gateWaiting),
    /** Null for a day before today: what was there then is not known. */
    gateCount: count.nullable(),
  })
  .meta({ id: 'Today' });

export const exceptionQuery = scopeQuery.extend({
  department: z.string().max(80).optional().describe('only what this department owns or leads'),
  why: exceptionWhy.optional().describe('only those with this reason'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('rows of the answer'),
  skip: z.coerce.number().int().min(0).max(100_000).default(0).describe('rows left out at the beginning'),
});
export const exceptions = z
  .object({
    asOf: z.string(),
    seq: count,
    /** Of all that fit the department, by reason; a record may have several. */
    counts: z.record(exceptionWhy, count),
    looked: lookedAt,
    total: count,
    /**
     * `lapses`: what of it passed its day without word, the record itself where no milestone is named. `unsourced`: its milestones of which a day
     * was changed without a source.
     */
    items: z.array(
      reportRow.extend({
        why: z.array(exceptionWhy),
        lapses: z.array(z.object({ milestone: bilingual.nullable(), on: z.string() })),
        unsourced: z.array(bilingual),
      }),
    ),
    /** Events that passed without a word on whether they were held, the longest ago first; and how many there are. */
    events: z.array(z.object({ thing, plans, on: z.string() })),
    eventCount: count,
    /** Records that fall due by themselves and are past their day, by kind, the longest ago first; and how many of each. Kinds of which there are none are left out. */
    passed: z.array(z.object({ kind: passedKind, count, items: z.array(z.object({ thing, owner: thing.nullable(), on: z.string() })) })),
    warnings: yearWarnings,
    /** Matters under supervision that are overdue, then those re-opened, the first; and how many there are. */
    matters: z.array(matter),
    matterCount: count,
  })
  .meta({ id: 'Exceptions' });

export const updatesReceipt = z.object({ seq: count, ids: z.array(z.string()) }).meta({ id: 'UpdatesReceipt' });

/** Departures of a country's calendar from Monday to Friday, as kept with Westgate. */
export const calendars = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: bilingual,
        sources: z.array(z.object({ id: z.string(), title: z.string(), kind: z.string(), url: z.string().nullable(), dated: z.string() })),
        days: z.array(
          z.object({
            day: z.string(),
            kind: z.enum(vocabulary.CALENDAR_DAYS),
            name_zh: z.string(),
            name_en: z.string(),
            source: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Calendars' });
