import type { ComparisonRow } from '@westgate/contract';
import type { PlacedSentence } from '@westgate/desk';
import { hangingOn, type Register, type TextComparison } from '@westgate/domain';

/** Two texts and what became of each sentence of the first in the second. */
interface Compared {
  readonly comparison: TextComparison;
  readonly before: readonly PlacedSentence[];
  readonly sentences: readonly PlacedSentence[];
}

/**
 * Both texts side by side, in the order of the new one; what is no longer there stands behind the sentence it stood behind. Every sentence of
 * both stands once. `register` tells what hangs on the old ones; null where that is of no matter.
 */
export function comparisonRows({ comparison, before, sentences }: Compared, register: Register | null): ComparisonRow[] {
  const { kept, reworded, split, merged, added, removed } = comparison;
  const places = new Map(before.map(({ id }, at) => [id, at]));
  const old = (id: string): ComparisonRow['old'] => {
    const sentence = before[places.get(id) ?? -1];
    return sentence ? [{ ...sentence, text: { ...sentence.text }, links: register ? hangingOn(register, id) : 0 }] : [];
  };
  const fresh = (index: number): ComparisonRow['fresh'] => {
    const sentence = sentences[index];
    return sentence ? [{ ...sentence, text: { ...sentence.text }, index }] : [];
  };
  const rowOf = (row: Pick<ComparisonRow, 'kind' | 'old' | 'fresh'> & Partial<ComparisonRow>): ComparisonRow => ({
    similarity: null,
    candidates: [],
    ...row,
  });
  const found = [
    ...kept.map(({ id, index }) => rowOf({ kind: 'kept', old: old(id), fresh: fresh(index) })),
    ...reworded.map(({ id, index, similarity }) => rowOf({ kind: 'reworded', old: old(id), fresh: fresh(index), similarity })),
    ...split.map(({ id, into, similarity }) => rowOf({ kind: 'split', old: old(id), fresh: into.flatMap(fresh), similarity })),
    ...merged.map(({ ids, index, similarity }) => rowOf({ kind: 'merged', old: ids.flatMap(old), fresh: fresh(index), similarity })),
    ...added.map(({ index }) => rowOf({ kind: 'added', old: [], fresh: fresh(index) })),
  ].sort((a, b) => (a.fresh[0]?.index ?? 0) - (b.fresh[0]?.index ?? 0));
  const gone = removed.map(({ id, candidates }) =>
    rowOf({
      kind: 'removed',
      old: old(id),
      fresh: [],
      candidates: candidates.flatMap(({ index, similarity }) => fresh(index).map((sentence) => ({ ...sentence, similarity }))),
    }),
  );
  return woven(found, gone, places);
}

/** Puts each row of a sentence that is gone behind the row of the one before it in the old text. */
function woven(found: readonly ComparisonRow[], gone: readonly ComparisonRow[], places: ReadonlyMap<string, number>): ComparisonRow[] {
  const rows = [...found];
  const placeOf = (row: ComparisonRow): number => Math.max(-1, ...row.old.map(({ id }) => places.get(id) ?? -1));
  for (const row of [...gone].sort((a, b) => placeOf(a) - placeOf(b))) {
    const place = placeOf(row);
    let at = -1;
    let nearest = -1;
    for (const [index, other] of rows.entries()) {
      const theirs = placeOf(other);
      if (theirs < 0 || theirs > place || theirs < nearest) continue;
      at = index;
      nearest = theirs;
    }
    rows.splice(at + 1, 0, row);
  }
  return rows;
}
