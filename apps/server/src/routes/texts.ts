import { districtSchema, textSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { idParam, noParams, read, write } from '../http/route.ts';
import { pageOf } from '../list/page.ts';
import { QUESTIONS } from '../list/record-lists.ts';
import type { Office } from '../office.ts';
import { receiptOf } from '../present/deed.ts';
import { textReportOf } from '../present/text-report.ts';

/** Bytes of a request with a plan text in both languages. */
const TEXT_BYTES = 4 * 1024 * 1024;

/** Adds replacing the text of a plan, what that leaves open, and deciding it. */
export function addTexts(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  write(app, '/documents/:id/text', {
    summary:
      'Replace the text of a plan: sentences keep their ids and links, or a question is put; with dryRun only tell what would happen',
    tag: 'documents',
    params: idParam,
    body: textSchema.textRequest,
    answer: textSchema.textReport,
    errors: ['WG_NOT_FOUND'],
    bodyLimit: TEXT_BYTES,
    act: async ({ params: { id }, body: { zh, en, wording, matches, dryRun, who, reason }, idem }) => {
      const { register } = desk;
      return textReportOf(await desk.replaceText({ document: id, zh, en, wording, matches }, { who, reason, idem, dryRun }), register);
    },
  });
  read(app, office, '/questions', {
    summary: 'What replaced texts leave open, page by page',
    tag: 'documents',
    params: noParams,
    query: textSchema.questionQuery,
    answer: textSchema.questionPage,
    present: (view, { query }) => pageOf(view, query, QUESTIONS),
  });
  write(app, '/questions/:id/answer', {
    summary: 'Decide what a replaced text left open',
    tag: 'documents',
    params: idParam,
    body: textSchema.answerRequest,
    answer: districtSchema.receipt,
    errors: ['WG_NOT_FOUND'],
    act: async ({ params: { id }, body: { who, reason, ...answer }, idem }) =>
      receiptOf(await desk.answerQuestion(id, answer, { who, reason, idem }), null),
  });
}
