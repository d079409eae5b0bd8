import type { TextReport } from '@westgate/contract';
import type { Deed, TextReplacement } from '@westgate/desk';
import type { Register } from '@westgate/domain';
import type { FastifyInstance } from 'fastify';
import { read, write } from '../http/route.ts';
import { pageOf } from '../list/page.ts';
import { QUESTIONS } from '../list/record-lists.ts';
import type { Office } from '../office/office.ts';
import { comparisonRows } from '../present/comparison-rows.ts';

/** Adds replacing the text of a plan, and what that leaves open. */
export function addTexts(app: FastifyInstance, office: Office): void {
  const { desk } = office;
  write(app, 'replace-text', {
    act: async ({ params: { id }, body: { zh, en, wording, matches, dryRun, who, reason }, idem }) => {
      const { register } = desk;
      return textReportOf(await desk.replaceText({ document: id, zh, en, wording, matches }, { who, reason, idem, dryRun }), register);
    },
  });
  read(app, office, 'questions', { isNoted: true, present: (view, { query }) => pageOf(view, query, QUESTIONS) });
}

/** What replacing a text did, or would do. */
function textReportOf(replacement: TextReplacement & { readonly deed: Deed | null }, before: Register): TextReport {
  const { comparison, sentences, links, questions, deed } = replacement;
  const idAt = (index: number): string => sentences[index]?.id ?? '';
  const textAt = (index: number): { zh: string | null; en: string | null } => ({ zh: null, en: null, ...sentences[index]?.text });
  return {
    stored: deed !== null,
    seq: deed?.seq ?? null,
    kept: comparison.kept.map(({ id }) => ({ id })),
    reworded: comparison.reworded.map(({ id, revision, similarity, index }) => ({ id, revision, similarity, text: textAt(index) })),
    split: comparison.split.map(({ id, into, similarity }) => ({ id, into: into.map(idAt), similarity })),
    merged: comparison.merged.map(({ ids, index, similarity }) => ({ ids: [...ids], into: idAt(index), similarity })),
    added: comparison.added.map(({ index, candidates }) => ({
      id: idAt(index),
      text: textAt(index),
      candidates: candidates.map(({ id, similarity }) => ({ id, similarity })),
    })),
    removed: comparison.removed.map(({ id, candidates }) => ({
      id,
      candidates: candidates.map(({ index, similarity }) => ({ id: idAt(index), similarity })),
    })),
    links: { ...links },
    questionCount: questions.length,
    rows: comparisonRows(replacement, before),
  };
}
