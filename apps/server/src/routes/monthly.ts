import { exportSchema, monthlySchema } from '@westgate/contract';
import { monthlySheets, reportMonths, sayIn, writeSheet } from '@westgate/desk';
import { monthDay, monthlyContentOf, NO_NARRATIVE } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { asFile, MEDIA } from '../exports/download.ts';
import { parseInput } from '../http/parse.ts';
import { asOfOnly, idParam, noParams, read, schemaOf, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { whysIn } from '../present/attention.ts';
import { heldDistrict } from '../present/district.ts';
import { monthlySheetIn, monthShown, projectMoneyOf, templateAsked } from '../present/monthly.ts';
import { languageOf } from '../present/report.ts';
import { statesReady } from '../states-ready.ts';

/** Adds the monthly sheet, the money of a project, and the report of a month. Planned amounts are made and changed by `/edits`. */
export function addMonthly(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const { desk } = office;
  read(app, office, '/monthly', {
    summary:
      'Money and progress of every project in one month, by department, page by page: what is missing is null, sums are over all pages',
    tag: 'monthly',
    params: noParams,
    query: monthlySchema.monthlyQuery,
    answer: monthlySchema.monthlySheet,
    prepare: (view, { query }) => statesReady(office.view(monthDay(monthShown(view, query), view.asOf), view.plan)),
    present: (view, { query }) => monthlySheetIn(view, query, office.view(monthDay(monthShown(view, query), view.asOf), view.plan)),
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
  addMonthlyFile(app, office, downloads);
}

function addMonthlyFile(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const { monthlyFileQuery } = monthlySchema;
  const told = {
    summary: 'The monthly sheet as a workbook, from what is recorded now: amounts are numbers, in 10,000 yuan',
    tag: 'exports',
    errors: ['WG_NO_DISTRICT', 'WG_NOT_FOUND'] as const,
    answer: { content: { [MEDIA.xlsx]: { schema: exportSchema.fileBytes } } },
  };
  app.get('/exports/monthly.xlsx', { schema: schemaOf(told, { querystring: monthlyFileQuery }) }, async (request, reply) => {
    const query = parseInput(monthlyFileQuery, request.query, 'query');
    const view = office.viewAsked(query);
    heldDistrict(view.register);
    const month = monthShown(view, query);
    const language = languageOf(view, query.lang);
    const { text } = sayIn(language);
    const facts = [
      [text('数据截至', 'Data as of'), view.asOf],
      [text('台账行', 'Journal line'), view.seq],
    ] as const;
    const template = templateAsked(view, query.template);
    asFile(reply, `westgate-monthly-${month}-${language}`, 'xlsx');
    const onDay = office.view(monthDay(month, view.asOf), view.plan);
    return downloads.send(request, reply, restsOn(request, view), async () => {
      await statesReady(onDay);
      const whyOf = (project: string) => whysIn(onDay).get(`project:${project}`) ?? [];
      const content = monthlyContentOf(view.whole, month, NO_NARRATIVE, { ...query, asOf: view.asOf, whyOf });
      return writeSheet(monthlySheets(content, facts, language, template));
    });
  });
}
