import { type Said, WestgateError } from '@westgate/base';
import type { TextComparison } from '@westgate/domain';

/**
 * What a person decides of a proposed match before a text is stored. `follow`: the old sentence goes on in the new one named by its position
 * from 0, or in those proposed. `apart`: it goes on nowhere.
 */
export type MatchDecision =
  | { readonly id: string; readonly decision: 'follow'; readonly index?: number | undefined }
  | { readonly id: string; readonly decision: 'apart' };

/**
 * The comparison with what was decided: an old sentence that follows a new one named is as one reworded, one that is set apart as one
 * removed without candidates. Splits and merges that are accepted as proposed stay as they are. Throws `WG_INPUT_INVALID` where a decision
 * names no sentence, or two old sentences are to go on in one.
 */
export function decideMatches(
  comparison: TextComparison,
  decisions: readonly MatchDecision[],
  revisionOf: (id: string) => number,
): TextComparison {
  let decided = comparison;
  for (const decision of decisions) {
    const { id } = decision;
    if (!isOld(comparison, id))
      throw invalid({
        zh: `matches：应为旧文本里的句子，现为“${id.slice(0, 80)}”`,
        en: `matches: expected a sentence of the old text, found "${id.slice(0, 80)}"`,
      });
    if (decision.decision === 'apart') decided = setApart(decided, id);
    else if (decision.index !== undefined) decided = joinTo(decided, id, decision.index, revisionOf(id));
    else if (!isProposed(comparison, id))
      throw invalid({
        zh: `matches：没有建议，请说明 ${id} 接到新文本哪一句`,
        en: `matches: expected the new sentence that ${id} goes on in, as none is proposed`,
      });
  }
  return decided;
}

function isOld({ kept, reworded, split, merged, removed }: TextComparison, id: string): boolean {
  const named = [...kept, ...reworded, ...split, ...removed].some((each) => each.id === id);
  return named || merged.some(({ ids }) => ids.includes(id));
}

function isProposed({ kept, reworded, split, merged }: TextComparison, id: string): boolean {
  return [...kept, ...reworded, ...split].some((each) => each.id === id) || merged.some(({ ids }) => ids.includes(id));
}

/** The old sentence without anything that it goes on in; new ones that only it led to are added. */
function setApart(comparison: TextComparison, id: string): TextComparison {
  const freed = new Set(newOf(comparison, id));
  const without = withoutOld(comparison, id);
  const taken = new Set([
    ...without.kept.map(({ index }) => index),
    ...without.reworded.map(({ index }) => index),
    ...without.split.flatMap(({ into }) => into),
    ...without.merged.map(({ index }) => index),
    ...without.added.map(({ index }) => index),
  ]);
  const added = [...freed].filter((index) => !taken.has(index)).map((index) => ({ index, candidates: [] }));
  return {
    ...without,
    added: [...without.added, ...added].sort((a, b) => a.index - b.index),
    removed: [...without.removed, { id, candidates: [] }],
  };
}

function joinTo(comparison: TextComparison, id: string, index: number, revision: number): TextComparison {
  const others = setApart(comparison, id);
  if (!others.added.some((each) => each.index === index)) {
    throw invalid({
      zh: `matches：新句 ${index} 已接别的旧句，不能再接 ${id}`,
      en: `matches: expected a new sentence that follows no other, found number ${index} for ${id}`,
    });
  }
  const similarity = comparison.removed.find((each) => each.id === id)?.candidates.find((each) => each.index === index)?.similarity ?? 0;
  const match = { id, index, revision: revision + 1, similarity, rivals: { ofOld: null, ofNew: null } };
  return {
    ...others,
    reworded: [...others.reworded, match].sort((a, b) => a.index - b.index),
    added: others.added.filter((each) => each.index !== index),
    removed: others.removed.filter((each) => each.id !== id),
  };
}

/** The new sentences that an old one goes on in, as far as the comparison says. */
function newOf({ kept, reworded, split, merged }: TextComparison, id: string): readonly number[] {
  return [
    ...[...kept, ...reworded].filter((each) => each.id === id).map(({ index }) => index),
    ...split.filter((each) => each.id === id).flatMap(({ into }) => into),
    ...merged.filter(({ ids }) => ids.includes(id)).map(({ index }) => index),
  ];
}

function withoutOld(comparison: TextComparison, id: string): TextComparison {
  return {
    kept: comparison.kept.filter((each) => each.id !== id),
    reworded: comparison.reworded.filter((each) => each.id !== id),
    split: comparison.split.filter((each) => each.id !== id),
    merged: comparison.merged
      .map((merge) => ({ ...merge, ids: merge.ids.filter((each) => each !== id) }))
      .filter(({ ids }) => ids.length > 0),
    added: comparison.added,
    removed: comparison.removed.filter((each) => each.id !== id),
  };
}

function invalid(message: Said): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', message, { field: 'matches' });
}
