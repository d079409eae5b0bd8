import { chooseJoins } from './choose-joins.ts';
import type { Like } from './likeness.ts';
import { looseLikes } from './loose-likes.ts';
import { matchEqual } from './match-equal.ts';
import { matchReworded, rivalsOf } from './match-reworded.ts';
import { normalText } from './normal-text.ts';

/** A sentence of the old text: its id and how often it was reworded, from 1. */
export interface OldSentence {
  readonly id: string;
  readonly revision: number;
  readonly text: string;
}

/** Another sentence that was considered: of the new text by its position from 0, of the old one by its id. */
interface NewCandidate {
  readonly index: number;
  readonly similarity: number;
}
interface OldCandidate {
  readonly id: string;
  readonly similarity: number;
}

/**
 * What became of each sentence of an old text in a new one. Every old id and every position of the new text (`index`, from 0) stands
 * once. Only `kept` and `reworded` carry an id on; all else is a proposal for a person to decide.
 */
export interface TextComparison {
  /** The same text, wherever it stands now. */
  readonly kept: readonly { readonly id: string; readonly index: number }[];
  /** Changed, and beyond doubt the same sentence: `rivals` are the others most like either of the two. */
  readonly reworded: readonly {
    readonly id: string;
    readonly index: number;
    readonly revision: number;
    readonly similarity: number;
    readonly rivals: { readonly ofOld: NewCandidate | null; readonly ofNew: OldCandidate | null };
  }[];
  readonly split: readonly { readonly id: string; readonly into: readonly number[]; readonly similarity: number }[];
  readonly merged: readonly { readonly ids: readonly string[]; readonly index: number; readonly similarity: number }[];
  readonly added: readonly { readonly index: number; readonly candidates: readonly OldCandidate[] }[];
  readonly removed: readonly { readonly id: string; readonly candidates: readonly NewCandidate[] }[];
}

/** How alike a sentence must be to be shown as a candidate, and how many are. */
const CANDIDATES = { least: 0.2, most: 3 } as const;

/**
 * Compares an old text with a new one, sentence by sentence: equal texts first, then splits and merges, then the best assignment of what
 * is left. Pure; a text of 1,000 sentences takes about a second at most.
 */
export function compareTexts(old: readonly OldSentence[], fresh: readonly string[]): TextComparison {
  const [oldTexts, newTexts] = [old.map(({ text }) => normalText(text)), fresh.map(normalText)];
  const equal = matchEqual(oldTexts, newTexts);
  const likes = looseLikes(oldTexts, newTexts, equal);
  const { splits, merges } = chooseJoins(likes);
  const oldLeft = without(likes.looseOld, [...splits.map(({ whole }) => whole), ...merges.flatMap(({ parts }) => parts)]);
  const newLeft = without(likes.looseNew, [...merges.map(({ whole }) => whole), ...splits.flatMap(({ parts }) => parts)]);
  const reworded = matchReworded(likes, oldLeft, new Set(newLeft));
  const removed = without(
    oldLeft,
    reworded.map((match) => match.old),
  );
  const added = without(
    newLeft,
    reworded.map((match) => match.fresh),
  );

  const idAt = (index: number): string => old[index]?.id ?? '';
  const nameOld = ({ index, similarity }: Like): OldCandidate => ({ id: idAt(index), similarity: rounded(similarity) });
  const nameNew = ({ index, similarity }: Like): NewCandidate => ({ index, similarity: rounded(similarity) });
  const openOld = new Set(
    without(
      likes.looseOld,
      reworded.map((match) => match.old),
    ),
  );
  const openNew = new Set(
    without(
      likes.looseNew,
      reworded.map((match) => match.fresh),
    ),
  );
  return {
    kept: [...equal].sort((a, b) => a.fresh - b.fresh).map((match) => ({ id: idAt(match.old), index: match.fresh })),
    reworded: [...reworded]
      .sort((a, b) => a.fresh - b.fresh)
      .map((match) => {
        const { ofOld, ofNew } = rivalsOf(likes, match);
        return {
          id: idAt(match.old),
          index: match.fresh,
          revision: (old[match.old]?.revision ?? 1) + 1,
          similarity: rounded(likes.similarity(match.old, match.fresh)),
          rivals: { ofOld: ofOld && nameNew(ofOld), ofNew: ofNew && nameOld(ofNew) },
        };
      }),
    split: splits.map(({ whole, parts, similarity }) => ({ id: idAt(whole), into: parts, similarity: rounded(similarity) })),
    merged: merges.map(({ whole, parts, similarity }) => ({ ids: parts.map(idAt), index: whole, similarity: rounded(similarity) })),
    added: added.map((index) => ({ index, candidates: best(likes.ofNew(index), openOld).map(nameOld) })),
    removed: removed.map((index) => ({ id: idAt(index), candidates: best(likes.ofOld(index), openNew).map(nameNew) })),
  };
}

/** The most alike of those that no id was carried to. */
function best(likes: readonly Like[], open: ReadonlySet<number>): readonly Like[] {
  return likes
    .filter(({ index, similarity }) => similarity >= CANDIDATES.least && open.has(index))
    .sort((a, b) => b.similarity - a.similarity || a.index - b.index)
    .slice(0, CANDIDATES.most);
}

function without(indexes: readonly number[], taken: readonly number[]): readonly number[] {
  const gone = new Set(taken);
  return indexes.filter((index) => !gone.has(index));
}

function rounded(similarity: number): number {
  return Math.round(similarity * 1000) / 1000;
}
