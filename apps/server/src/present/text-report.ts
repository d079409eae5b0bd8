import type { TextReport } from '@westgate/contract';
import type { Deed, TextReplacement } from '@westgate/desk';
import type { Register } from '@westgate/domain';
import { comparisonRows } from './comparison-rows.ts';

/** What replacing a text did, or would do. */
export function textReportOf(replacement: TextReplacement & { readonly deed: Deed | null }, before: Register): TextReport {
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
