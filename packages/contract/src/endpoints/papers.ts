import * as exportSchema from '../schemas/export.ts';
import * as reportSchema from '../schemas/report.ts';
import { type Descriptions, fileOf, MEDIA } from './told.ts';

/** Numbered reports, the brief, and papers. */
export const papers = {
  reports: { summary: 'The numbered reports, newest first', answer: reportSchema.reports },
  report: {
    summary: 'One report with what it holds fast, as far as it fits into an answer; the whole is its frozen file',
    answer: reportSchema.reportDetail,
  },
  circular: {
    summary: 'What a supervision circular would say if it were made now: its lines, the ranking, what is overdue by name',
    query: reportSchema.circularQuery,
    answer: reportSchema.circularPreview,
    errors: ['WG_NO_DISTRICT', 'WG_NOT_FOUND'],
  },
  'check-report': {
    summary: 'Whether a report is as it was made: its hash computed anew, its head looked for in the journal',
    answer: reportSchema.reportCheck,
    isFresh: true,
  },
  'monthly-since': { summary: 'What the ledger now tells otherwise than a report that froze a month', answer: reportSchema.monthlySince },
  'report-frozen': {
    summary: 'What a report freezes, byte by byte: the SHA-256 of it is its hash',
    answer: fileOf(MEDIA.json),
    errors: ['WG_NO_DISTRICT'],
  },
  'report-paper': {
    summary: 'A report as a Word document',
    query: reportSchema.reportPaperQuery,
    answer: fileOf(MEDIA.docx),
    errors: ['WG_NO_DISTRICT'],
  },
  'report-figures': {
    summary: 'The figures of a report as a workbook',
    query: reportSchema.figuresQuery,
    answer: fileOf(MEDIA.xlsx),
    errors: ['WG_NO_DISTRICT'],
  },
  brief: {
    summary: 'The programme on one sheet: aims, exceptions, and what changed since an earlier day',
    tag: 'district',
    query: reportSchema.briefQuery,
    answer: reportSchema.brief,
  },
  'coverage-xlsx': {
    summary: 'The coverage sheet as a workbook: what is missing, and why',
    query: exportSchema.paperQuery,
    answer: fileOf(MEDIA.xlsx),
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
  },
  'coverage-docx': {
    summary: 'The coverage sheet as a Word document',
    query: reportSchema.coveragePaperQuery,
    answer: fileOf(MEDIA.docx),
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
  },
  'health-check-docx': {
    summary:
      'The health check as a Word document: results by level, what is below standard, what is not measured, problems, what was measured again',
    query: reportSchema.healthCheckPaperQuery,
    answer: fileOf(MEDIA.docx),
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
  },
} satisfies Partial<Descriptions>;
