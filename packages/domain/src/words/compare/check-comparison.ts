import type { OldSentence, TextComparison } from './compare-texts.ts';
import { REWORDED } from './match-reworded.ts';
import { normalText } from './normal-text.ts';

/**
 * What is wrong with a comparison, in words; empty where it keeps its promises. Knows nothing of how it was made: every old and new
 * sentence stands once; what is kept is the same text; equal sentences cross only where their neighbours moved with them; a reworded
 * sentence has the next revision and stands apart from its rivals.
 */
export function checkComparison(old: readonly OldSentence[], fresh: readonly string[], comparison: TextComparison): readonly string[] {
  const { kept, reworded, split, merged, added, removed } = comparison;
  const oldText = new Map(old.map(({ id, text }) => [id, normalText(text)]));
  const newText = fresh.map(normalText);
  const ids = [...kept, ...reworded, ...split, ...removed].map(({ id }) => id).concat(merged.flatMap((merge) => merge.ids));
  const indexes = [...kept, ...reworded, ...merged, ...added].map(({ index }) => index).concat(split.flatMap(({ into }) => into));
  return [
    ...countedOnce('old sentence', [...oldText.keys()], ids),
    ...countedOnce('new sentence', [...newText.keys()].map(String), indexes.map(String)),
    ...kept.filter(({ id, index }) => oldText.get(id) !== newText[index]).map(({ id }) => `${id} is kept, but its text is another`),
    ...crossings(old, newText, kept),
    ...reworded.flatMap(({ id, revision, similarity, rivals }) => {
      const rival = Math.max(rivals.ofOld?.similarity ?? 0, rivals.ofNew?.similarity ?? 0);
      const before = old.find((sentence) => sentence.id === id)?.revision ?? 0;
      const isClear = similarity >= REWORDED.least && similarity - rival >= REWORDED.lead - 0.002;
      return [
        ...(revision === before + 1 ? [] : [`${id} has revision ${revision} after ${before}`]),
        ...(isClear ? [] : [`${id} is reworded at ${similarity}, with a rival at ${rival}`]),
      ];
    }),
  ];
}

function countedOnce(what: string, expected: readonly string[], found: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const name of found) times.set(name, (times.get(name) ?? 0) + 1);
  const wrong = expected.filter((name) => times.get(name) !== 1).map((name) => `${what} ${name} stands ${times.get(name) ?? 0} times`);
  const unknown = [...times.keys()].filter((name) => !expected.includes(name)).map((name) => `there is no ${what} ${name}`);
  return [...wrong, ...unknown];
}

/** Kept sentences of equal text whose order turned round, where one of the two has no neighbour of before. */
function crossings(old: readonly OldSentence[], newText: readonly string[], kept: TextComparison['kept']): readonly string[] {
  const oldText = old.map(({ text }) => normalText(text));
  const oldIndex = new Map(old.map(({ id }, index) => [id, index]));
  const groups = new Map<string, { readonly id: string; readonly from: number; readonly to: number }[]>();
  for (const { id, index } of kept) {
    const from = oldIndex.get(id) ?? 0;
    const text = oldText[from] ?? '';
    groups.set(text, [...(groups.get(text) ?? []), { id, from, to: index }]);
  }
  const hasNeighbour = (from: number, to: number): boolean => [-1, 1].some((step) => oldText[from + step] === newText[to + step]);
  return [...groups.values()].flatMap((group) =>
    group
      .filter((one) => !hasNeighbour(one.from, one.to))
      .filter((one) => group.some((other) => one.from < other.from !== one.to < other.to && one !== other))
      .map(({ id }) => `${id} crosses another sentence of the same text without a neighbour`),
  );
}
