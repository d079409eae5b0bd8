import { monthlySchema } from '@westgate/contract';
import { reportMonths } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { asOfOnly, idParam, noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { monthlySheetIn, projectMoneyOf } from '../present/monthly.ts';

/** Adds the monthly sheet, the money of a project, and the report of a month. Planned amounts are made and changed by `/edits`. */
export function addMonthly(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  read(app, office, '/monthly', {
    summary: 'Money and progress of every project in one month, by department: what is missing is null, sums say over how many of how many',
    tag: 'monthly',
    params: noParams,
    query: monthlySchema.monthlyQuery,
    answer: monthlySchema.monthlySheet,
    present: (view, { query }) => monthlySheetIn(view, query),
  });
  read(app, office, '/projects/:id/money', {
    summary: 'What a project is to cost, and what was reported of its months',
    tag: 'monthly',
    params: idParam,
    query: asOfOnly,
    answer: monthlySchema.projectMoney,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params: { id } }) => projectMoneyOf(view, id),
  });
  write(app, '/monthly', {
    summary: 'Report one month of one or several projects as one deed; a month that was reported before is reported anew',
    tag: 'monthly',
    params: noParams,
    body: monthlySchema.monthRequest,
    answer: monthlySchema.monthReceipt,
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
    act: async ({ body: { who, reason, month, reports }, idem }) => {
      const { deed, projects } = await desk.write(reportMonths(month, reports, office.today()), { who, reason, idem });
      return { seq: deed?.seq ?? desk.seq, projects: [...projects] };
    },
  });
}
