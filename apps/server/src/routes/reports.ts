import {
  coveragePaper,
  coverageSheets,
  frozenText,
  healthCheckPaper,
  reportPaper,
  reportSheets,
  writePaper,
  writeSheet,
} from '@westgate/desk';
import { coverageContentOf } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { asFile } from '../exports/download.ts';
import { read, serve } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { briefIn, dayBefore } from '../present/brief.ts';
import { coverageFound } from '../present/coverage.ts';
import { heldDistrict } from '../present/district.ts';
import { checkUnitsIn, healthCheckIn, insideOf } from '../present/health-check.ts';
import { templateAsked } from '../present/monthly.ts';
import { circularPreview, languageOf, monthlySince, reportDetail, reportRow, reportsIn } from '../present/report.ts';
import { statesReady } from '../view/states-ready.ts';
import type { View } from '../view/view.ts';

/** Adds the numbered reports with their papers, the coverage sheet, the paper of the health check, and the brief. */
export function addReports(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const { desk } = office;
  read(app, office, 'reports', { isNoted: true, present: (view) => ({ items: reportsIn(view) }) });
  read(app, office, 'report', { isNoted: true, present: (view, { params: { number } }) => reportDetail(view, number) });
  read(app, office, 'circular', { isNoted: true, present: (view, { query }) => circularPreview(view, query) });
  read(app, office, 'check-report', {
    present: async (view, { params: { number } }) => ({ number, ...(await desk.verifyReport(reportRow(view, number))) }),
  });
  read(app, office, 'monthly-since', { isNoted: true, present: (view, { params: { number } }) => monthlySince(view, number) });
  read(app, office, 'brief', {
    prepare: async (view, { query: { since } }) => {
      await statesReady(view);
      await statesReady(office.view(since ?? dayBefore(view.asOf), view.plan));
    },
    present: (view, { query: { since } }) => briefIn(view, office.view(since ?? dayBefore(view.asOf), view.plan)),
  });
  addReportFiles(app, office, downloads);
  addCoverageFiles(app, office, downloads);
  addHealthCheckFile(app, office, downloads);
}

function addReportFiles(app: FastifyInstance, office: Office, downloads: Downloads): void {
  serve(app, 'report-frozen', async (request, reply, { params: { number } }) => {
    const view = office.view();
    const report = reportRow(view, number);
    return downloads.send(request, asFile(reply, `westgate-report-${number}`, 'json'), restsOn(request, view), () => [frozenText(report)]);
  });
  serve(app, 'report-paper', async (request, reply, { params: { number }, query: { lang, layout } }) => {
    const view = office.view();
    const language = languageOf(view, lang);
    const report = reportRow(view, number);
    asFile(reply, `westgate-report-${number}-${layout}-${language}`, 'docx');
    return downloads.send(request, reply, restsOn(request, view), async () => [await writePaper(reportPaper(report, language), layout)]);
  });
  serve(app, 'report-figures', async (request, reply, { params: { number }, query: { lang, template } }) => {
    const view = office.view();
    const language = languageOf(view, lang);
    const [report, filled] = [reportRow(view, number), templateAsked(view, template)];
    asFile(reply, `westgate-report-${number}-${language}`, 'xlsx');
    return downloads.send(request, reply, restsOn(request, view), () => writeSheet(reportSheets(report, language, filled)));
  });
}

function addCoverageFiles(app: FastifyInstance, office: Office, downloads: Downloads): void {
  serve(app, 'coverage-xlsx', async (request, reply, { query }) => {
    const view = office.viewAsked(query);
    heldDistrict(view.register);
    asFile(reply, `westgate-coverage-${view.asOf}`, 'xlsx');
    return downloads.send(request, reply, restsOn(request, view), async () => {
      return writeSheet(coverageSheets(await coverageContent(view), view, languageOf(view, query.lang)));
    });
  });
  serve(app, 'coverage-docx', async (request, reply, { query }) => {
    const view = office.viewAsked(query);
    heldDistrict(view.register);
    asFile(reply, `westgate-coverage-${view.asOf}`, 'docx');
    return downloads.send(request, reply, restsOn(request, view), async () => {
      return [await writePaper(coveragePaper(await coverageContent(view), view, languageOf(view, query.lang)), query.layout)];
    });
  });
}

function addHealthCheckFile(app: FastifyInstance, office: Office, downloads: Downloads): void {
  serve(app, 'health-check-docx', async (request, reply, { query }) => {
    const view = office.viewAsked(query);
    const district = heldDistrict(view.register);
    insideOf(view, query.place);
    const language = languageOf(view, query.lang);
    asFile(reply, `westgate-health-check-${view.asOf}-${language}`, 'docx');
    return downloads.send(request, reply, restsOn(request, view), async () => {
      await statesReady(view);
      const check = healthCheckIn(view, query.place);
      const below = check.rows.filter(({ belowCount, level }) => level !== 'district' && (belowCount ?? 0) > 0);
      const units = below.map(({ indicator }) => checkUnitsIn(view, indicator.id, query.place));
      return [await writePaper(healthCheckPaper({ district, check, units }, view, language), query.layout)];
    });
  });
}

async function coverageContent(view: View): Promise<ReturnType<typeof coverageContentOf>> {
  return coverageContentOf(view.register, await coverageFound(view), (id) => view.state('commitment', id).name, view.plan ?? undefined);
}
