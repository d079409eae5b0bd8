import { exportSchema, reportSchema } from '@westgate/contract';
import { coveragePaper, coverageSheets, frozenText, reportPaper, reportSheets, writePaper, writeSheet } from '@westgate/desk';
import { coverageContentOf } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Downloads, restsOn } from '../answers/downloads.ts';
import { asFile, MEDIA } from '../exports/download.ts';
import { parseInput } from '../http/parse.ts';
import { noParams, read, schemaOf, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { briefIn, dayBefore } from '../present/brief.ts';
import { coverageFound } from '../present/coverage.ts';
import { heldDistrict } from '../present/district.ts';
import { templateAsked } from '../present/monthly.ts';
import { languageOf, monthlySince, reportDetail, reportRow, reportsIn } from '../present/report.ts';
import { statesReady } from '../states-ready.ts';
import type { View } from '../view.ts';

/** Adds the numbered reports with their papers, the coverage sheet, and the brief. */
export function addReports(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const { desk } = office;
  read(app, office, '/reports', {
    summary: 'The numbered reports, newest first',
    tag: 'reports',
    params: noParams,
    query: z.strictObject({}),
    answer: reportSchema.reports,
    present: (view) => ({ items: reportsIn(view) }),
  });
  read(app, office, '/reports/:number', {
    summary: 'One report with what it holds fast, as far as it fits into an answer; the whole is its frozen file',
    tag: 'reports',
    params: reportSchema.numberParam,
    query: z.strictObject({}),
    answer: reportSchema.reportDetail,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params: { number } }) => reportDetail(view, number),
  });
  read(app, office, '/reports/:number/check', {
    summary: 'Whether a report is as it was made: its hash computed anew, its head looked for in the journal',
    tag: 'reports',
    params: reportSchema.numberParam,
    query: z.strictObject({}),
    answer: reportSchema.reportCheck,
    errors: ['WG_NOT_FOUND'],
    present: async (view, { params: { number } }) => ({ number, ...(await desk.verifyReport(reportRow(view, number))) }),
  });
  read(app, office, '/reports/:number/since', {
    summary: 'What the ledger now tells otherwise than a report that froze a month',
    tag: 'reports',
    params: reportSchema.numberParam,
    query: z.strictObject({}),
    answer: reportSchema.monthlySince,
    errors: ['WG_NOT_FOUND'],
    present: (view, { params: { number } }) => monthlySince(view, number),
  });
  write(app, '/reports', {
    summary: 'Make the next numbered report: it holds fast what the district says now of a day',
    tag: 'reports',
    params: noParams,
    body: reportSchema.reportDraft,
    answer: reportSchema.reportReceipt,
    errors: ['WG_NO_DISTRICT'],
    act: async ({ body: { title, asOf, monthly, plan, who, reason }, idem }) => {
      const madeOn = office.today();
      const { seq, at, changes } = await desk.makeReport({ title, asOf: asOf ?? madeOn, madeOn, monthly, plan }, { who, reason, idem });
      const row = changes[0]?.after;
      return { seq, at, number: Number(row?.number), hash: String(row?.hash) };
    },
  });
  read(app, office, '/brief', {
    summary: 'The programme on one sheet: aims, exceptions, and what changed since an earlier day',
    tag: 'district',
    params: noParams,
    query: reportSchema.briefQuery,
    answer: reportSchema.brief,
    prepare: async (view, { query: { since } }) => {
      await statesReady(view);
      await statesReady(office.view(since ?? dayBefore(view.asOf), view.plan));
    },
    present: (view, { query: { since } }) => briefIn(view, office.view(since ?? dayBefore(view.asOf), view.plan)),
  });
  addReportFiles(app, office, downloads);
  addCoverageFiles(app, office, downloads);
}

function addReportFiles(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const { numberParam, figuresQuery, reportPaperQuery } = reportSchema;
  const frozen = told('What a report freezes, byte by byte: the SHA-256 of it is its hash', 'reports', 'json');
  app.get('/reports/:number/frozen.json', { schema: schemaOf(frozen, { params: numberParam }) }, async (request, reply) => {
    const { number } = parseInput(numberParam, request.params, 'path');
    parseInput(noParams, request.query, 'query');
    const view = office.view();
    const report = reportRow(view, number);
    return downloads.send(request, asFile(reply, `westgate-report-${number}`, 'json'), restsOn(request, view), () => [frozenText(report)]);
  });
  const paper = told('A report as a Word document', 'reports', 'docx');
  app.get(
    '/reports/:number/report.docx',
    { schema: schemaOf(paper, { params: numberParam, querystring: reportPaperQuery }) },
    async (request, reply) => {
      const { number } = parseInput(numberParam, request.params, 'path');
      const { lang, layout } = parseInput(reportPaperQuery, request.query, 'query');
      const view = office.view();
      const language = languageOf(view, lang);
      const report = reportRow(view, number);
      asFile(reply, `westgate-report-${number}-${layout}-${language}`, 'docx');
      return downloads.send(request, reply, restsOn(request, view), async () => [await writePaper(reportPaper(report, language), layout)]);
    },
  );
  const figures = told('The figures of a report as a workbook', 'reports', 'xlsx');
  app.get(
    '/reports/:number/figures.xlsx',
    { schema: schemaOf(figures, { params: numberParam, querystring: figuresQuery }) },
    async (request, reply) => {
      const { number } = parseInput(numberParam, request.params, 'path');
      const { lang, template } = parseInput(figuresQuery, request.query, 'query');
      const view = office.view();
      const language = languageOf(view, lang);
      const [report, filled] = [reportRow(view, number), templateAsked(view, template)];
      asFile(reply, `westgate-report-${number}-${language}`, 'xlsx');
      return downloads.send(request, reply, restsOn(request, view), () => writeSheet(reportSheets(report, language, filled)));
    },
  );
}

function addCoverageFiles(app: FastifyInstance, office: Office, downloads: Downloads): void {
  const { coveragePaperQuery } = reportSchema;
  const { paperQuery } = exportSchema;
  const sheet = told('The coverage sheet as a workbook: what is missing, and why', 'exports', 'xlsx');
  app.get('/exports/coverage.xlsx', { schema: schemaOf(sheet, { querystring: paperQuery }) }, async (request, reply) => {
    const query = parseInput(paperQuery, request.query, 'query');
    const view = office.viewAsked(query);
    heldDistrict(view.register);
    asFile(reply, `westgate-coverage-${view.asOf}`, 'xlsx');
    return downloads.send(request, reply, restsOn(request, view), async () => {
      return writeSheet(coverageSheets(await coverageContent(view), view, languageOf(view, query.lang)));
    });
  });
  const paper = told('The coverage sheet as a Word document', 'exports', 'docx');
  app.get('/exports/coverage.docx', { schema: schemaOf(paper, { querystring: coveragePaperQuery }) }, async (request, reply) => {
    const query = parseInput(coveragePaperQuery, request.query, 'query');
    const view = office.viewAsked(query);
    heldDistrict(view.register);
    asFile(reply, `westgate-coverage-${view.asOf}`, 'docx');
    return downloads.send(request, reply, restsOn(request, view), async () => {
      return [await writePaper(coveragePaper(await coverageContent(view), view, languageOf(view, query.lang)), query.layout)];
    });
  });
}

async function coverageContent(view: View): Promise<ReturnType<typeof coverageContentOf>> {
  return coverageContentOf(view.register, await coverageFound(view), (id) => view.state('commitment', id).name, view.plan ?? undefined);
}

function told(summary: string, tag: string, format: keyof typeof MEDIA) {
  const errors = ['WG_NOT_FOUND', 'WG_NO_DISTRICT'] as const;
  return { summary, tag, errors, answer: { content: { [MEDIA[format]]: { schema: exportSchema.fileBytes } } } };
}
