import { MONEY_NOTES, MONTHLY_COLUMN_NAMES, vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { asOfQuery, bilingual, confidence, month, rev, scopeQuery, sourceSaid, thing } from './common.ts';
import { paperQuery } from './export.ts';
import { exceptionWhy, figuresQuery, narrative, report } from './report.ts';

const count = z.number().int();
const fen = z.number().int();
const level = z.enum(vocabulary.DECIDING_LEVELS);

/** What a project is to cost: in all (`year` null), or in one year. Amounts are whole fen. */
export const plannedAmount = z
  .object({ id: z.string(), year: count.nullable(), fen, source: sourceSaid, confidence, note: bilingual, rev })
  .meta({ id: 'PlannedAmount' });

/** What was reported of a project's month. `share`: of the work on site, 0 to 1. */
export const monthReport = z
  .object({
    month: z.string(),
    completedFen: fen.nullable(),
    share: z.number().nullable(),
    words: bilingual,
    problem: bilingual,
    level,
    fallReason: bilingual,
    reportedOn: z.string(),
    reporter: thing.nullable(),
    rev,
  })
  .meta({ id: 'MonthReport' });

/** One project in the month. What is not known is null. */
export const monthlyRow = z
  .object({
    project: thing,
    kind: z.enum(vocabulary.PROJECT_KINDS),
    total: plannedAmount.nullable(),
    plan: plannedAmount.nullable(),
    /** Null: nothing was reported of the month. */
    report: monthReport.nullable(),
    /** The last report of an earlier month. */
    before: monthReport.nullable(),
    /** The last amount of an earlier month that is known: a lower one needs its reason. */
    known: z.object({ month: z.string(), completedFen: fen }).nullable(),
    monthFen: fen.nullable(),
    yearFen: fen.nullable(),
    /** Completed in the year, of what is planned for it; 1 = all. */
    shareOfPlan: z.number().nullable(),
    notes: z.array(z.enum(MONEY_NOTES)),
  })
  .meta({ id: 'MonthlyRow' });

/** A template of superiors: their columns in order, each with what it is filled with; null: it stays empty. It is kept as a recipe. */
export const template = z
  .object({
    id: z.string(),
    name: bilingual,
    columns: z.array(z.object({ head: z.string(), name: z.enum(MONTHLY_COLUMN_NAMES).nullable() })),
    rev,
  })
  .meta({ id: 'MonthlyTemplate' });

/** What stands around the rows of a month, which are the list `months`: how many are missing, what needs attention, which reports froze it. */
export const monthlySheet = z
  .object({
    asOf: z.string(),
    seq: count,
    month: z.string(),
    projects: count,
    /** Projects of which nothing was reported though it is owed; and those that owe nothing, as they were finished before the month. */
    missing: count,
    finished: count,
    /** The day from which the month is looked at: its last, or the day asked for where that comes before it. */
    attentionOn: z.string(),
    /** How many of the projects need attention on that day, by reason and in all. */
    exceptionCounts: z.record(exceptionWhy, count),
    exceptionCount: count,
    /** The reports that froze this month, the newest first. */
    frozen: z.array(report),
    /** What was last written of this month or one before it. */
    carried: z.object({ month: z.string(), narrative }).nullable(),
    /** Templates of superiors that are kept. */
    templates: z.array(template),
  })
  .meta({ id: 'MonthlySheet' });

/** Which month is asked for. */
export const monthAsked = month.optional().describe('such as 2024-12; that of the day asked for when absent');

export const monthlyQuery = scopeQuery.extend({
  month: monthAsked,
  department: z.string().max(80).optional().describe('only what this department leads'),
});

/** The same as a workbook. */
export const monthlyFileQuery = monthlyQuery.extend({ lang: paperQuery.shape.lang, template: figuresQuery.shape.template });

export const projectMoneyQuery = asOfQuery.extend({
  month: monthAsked.describe('the month of `next`; that of the day asked for when absent'),
});

/** The money of one project: what is planned, and every month that was reported, the newest first. `next`: the month that is to be reported. */
export const projectMoney = z
  .object({ project: thing, planned: z.array(plannedAmount), months: z.array(monthlyRow), next: monthlyRow })
  .meta({ id: 'ProjectMoney' });

export const monthReceipt = z.object({ seq: count, projects: z.array(z.string()) }).meta({ id: 'MonthReceipt' });
