import { type HeldProjects, monthlySheets, sayIn, writeSheet } from '@westgate/desk';
import { monthlyContentOf, NO_NARRATIVE, type Register } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { asFile } from '../exports/download.ts';
import { read, serve } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { whysIn } from '../present/attention.ts';
import { heldDistrict } from '../present/district.ts';
import { monthDayIn, monthlySheetIn, monthShown, projectMoneyOf, templateAsked } from '../present/monthly.ts';
import { languageOf } from '../present/report.ts';
import { statesReady } from '../view/states-ready.ts';

/** Adds what stands around the rows of a month, and the money of a project. Planned amounts are made and changed by `/edits`. */
export function addMonthly(app: FastifyInstance, office: Office, downloads: Downloads): void {
  read(app, office, 'monthly', {
    prepare: (view, { query }) => statesReady(office.view(monthDayIn(view, query), view.plan)),
    present: (view, { query }) => monthlySheetIn(view, query, office.view(monthDayIn(view, query), view.plan)),
  });
  read(app, office, 'project-money', { isNoted: true, present: (view, { params: { id }, query }) => projectMoneyOf(view, id, query) });
  addMonthlyFile(app, office, downloads);
}

function addMonthlyFile(app: FastifyInstance, office: Office, downloads: Downloads): void {
  serve(app, 'monthly-xlsx', async (request, reply, { query }) => {
    const view = office.viewAsked(query);
    heldDistrict(view.register);
    const month = monthShown(view, query);
    const language = languageOf(view, query.lang);
    const { text } = sayIn(language);
    const facts = [
      [text('数据截至', 'Data as of'), view.asOf],
      [text('操作记录号', 'Change'), view.seq],
    ] as const;
    const template = templateAsked(view, query.template);
    asFile(reply, `westgate-monthly-${month}-${language}`, 'xlsx');
    const onDay = office.view(monthDayIn(view, query), view.plan);
    return downloads.send(request, reply, restsOn(request, view), async () => {
      await statesReady(onDay);
      const whyOf = (project: string) => whysIn(onDay).get(`project:${project}`) ?? [];
      const content = monthlyContentOf(view.whole, month, NO_NARRATIVE, { ...query, asOf: view.asOf, whyOf });
      return writeSheet(monthlySheets(content, facts, language, template, heldIn(view.register, month)));
    });
  });
}

/** Projects and their reports of a month as they are held now. */
function heldIn({ project, monthly_progress }: Register, month: string): HeldProjects {
  return {
    projects: project,
    reports: new Map([...monthly_progress.values()].flatMap((row) => (row.month === month ? [[row.project, row] as const] : []))),
  };
}
