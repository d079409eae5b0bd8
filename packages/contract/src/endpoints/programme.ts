import { asOfQuery, history, scopeQuery } from '../schemas/common.ts';
import * as componentSchema from '../schemas/components.ts';
import * as dateSchema from '../schemas/dates.ts';
import * as districtSchema from '../schemas/district.ts';
import * as gateSchema from '../schemas/gates.ts';
import * as healthCheckSchema from '../schemas/health-check.ts';
import * as indicatorSchema from '../schemas/indicators.ts';
import * as industrySchema from '../schemas/industries.ts';
import * as loopSchema from '../schemas/loop.ts';
import * as monthlySchema from '../schemas/monthly.ts';
import * as spaceSchema from '../schemas/space.ts';
import * as supervisionSchema from '../schemas/supervision.ts';
import { type Descriptions, fileOf, MEDIA } from './told.ts';

/** The programme from day to day: reports, gates, dates, money, supervision. */
export const programme = {
  today: {
    summary: 'What a day begins with: reports that are owed, exceptions, days that come near',
    tag: 'loop',
    query: loopSchema.todayQuery,
    answer: loopSchema.today,
  },
  exceptions: {
    summary: 'Commitments and projects that are late, blocked, waiting, stale or without owner or day, the gravest first, with the cause',
    tag: 'loop',
    query: loopSchema.exceptionQuery,
    answer: loopSchema.exceptions,
  },
  calendars: {
    summary: 'Working calendars that came with Westgate, to be taken into the district',
    tag: 'loop',
    answer: loopSchema.calendars,
    isFresh: true,
  },
  rulebook: {
    summary: 'The gates of a kind of project on a day, with what each asks for',
    tag: 'gates',
    query: gateSchema.rulebookQuery,
    answer: gateSchema.rulebook,
  },
  gates: { summary: 'Every project with its open gate, page by page', query: gateSchema.gateBoardQuery, answer: gateSchema.gateBoard },
  'project-gates': {
    summary: 'Where a project stands among its gates: passed, open with what is met and missing, ahead',
    tag: 'gates',
    query: asOfQuery,
    answer: gateSchema.standing,
  },
  'project-dates': {
    summary: 'The dates of a project: milestones with baseline, forecast and actual, what it waits for and what waits for it',
    tag: 'dates',
    query: asOfQuery,
    answer: dateSchema.projectDates,
  },
  'project-components': {
    summary: 'The components of a project with shape and stage, and the stage of the project that follows',
    query: asOfQuery,
    answer: componentSchema.projectComponents,
  },
  'indicator-board': {
    summary: 'Every indicator: how it stands to the path to its target and why, its values, what it measures, who reports it',
    tag: 'indicators',
    query: scopeQuery,
    answer: indicatorSchema.indicatorBoard,
  },
  'health-check': {
    summary:
      'The health check: every indicator of it with what is known and how it stands to its threshold, and the problems with what was measured since',
    tag: 'indicators',
    query: healthCheckSchema.healthCheckQuery,
    answer: healthCheckSchema.healthCheck,
  },
  'check-units': {
    summary: 'An indicator in each survey unit: its value, how it stands to its threshold, the problem that is open there',
    tag: 'indicators',
    query: healthCheckSchema.healthCheckQuery,
    answer: healthCheckSchema.checkUnits,
  },
  'space-board': {
    summary: 'Every park with its buildings, its space and its course, and the offers of all of them ranked for a need, with the reasons',
    tag: 'indicators',
    query: spaceSchema.spaceQuery,
    answer: spaceSchema.spaceBoard,
  },
  'industry-board': {
    summary:
      'The industries: their tiers by year, observations, quarterly reviews, and area by industry by value of an axis with gaps and overlaps',
    tag: 'industries',
    query: industrySchema.industryQuery,
    answer: industrySchema.industryBoard,
  },
  monthly: {
    summary:
      'A month: how many projects are reported, missing and finished, what needs attention, the reports that froze it. Its rows are the list months',
    query: monthlySchema.monthlyQuery,
    answer: monthlySchema.monthlySheet,
  },
  'project-money': {
    summary: 'What a project is to cost, and what was reported of its months',
    tag: 'monthly',
    query: monthlySchema.projectMoneyQuery,
    answer: monthlySchema.projectMoney,
  },
  'monthly-xlsx': {
    summary: 'The monthly sheet as a workbook, from what is recorded now: amounts are numbers, in 10,000 yuan',
    query: monthlySchema.monthlyFileQuery,
    answer: fileOf(MEDIA.xlsx),
    errors: ['WG_NO_DISTRICT', 'WG_NOT_FOUND'],
  },
  supervision: {
    summary: 'Matters under supervision: the overdue first, with where each stands and its light',
    query: supervisionSchema.matterQuery,
    answer: supervisionSchema.matters,
  },
  matter: {
    summary: 'A matter under supervision with its steps, each with its stamp',
    query: asOfQuery,
    answer: supervisionSchema.matterDetail,
  },
  'supervision-history': {
    summary: 'The deeds that touched a matter under supervision, its steps or its files, newest first',
    query: districtSchema.deedQuery,
    answer: history,
  },
} satisfies Partial<Descriptions>;
