import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import { pageOf } from '../list/page.ts';
import { QUESTIONS } from '../list/record-lists.ts';
import type { Office } from '../office/office.ts';
import { receiptOf } from '../present/deed.ts';
import { textReportOf } from '../present/text-report.ts';

/** Adds replacing the text of a plan, what that leaves open, and deciding it. */
export function addTexts(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  write(app, 'replace-text', {
    act: async ({ params: { id }, body: { zh, en, wording, matches, dryRun, who, reason }, idem }) => {
      const { register } = desk;
      return textReportOf(await desk.replaceText({ document: id, zh, en, wording, matches }, { who, reason, idem, dryRun }), register);
    },
  });
  read(app, office, 'questions', { present: (view, { query }) => pageOf(view, query, QUESTIONS) });
  write(app, 'answer-question', {
    act: async ({ params: { id }, body: { who, reason, ...answer }, idem }) =>
      receiptOf(await desk.answerQuestion(id, answer, { who, reason, idem }), null),
  });
}
