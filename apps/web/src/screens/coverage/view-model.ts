import type { Coverage } from '@westgate/contract';
import type { WordId } from '../../messages/words.ts';

/** The gaps of the coverage sheet, in its order. */
const SHEET_GAPS = [
  'no-owner',
  'no-due-date',
  'no-place',
  'has-no-place',
  'no-measure',
  'unmeasurable',
  'no-verb-class',
  'serves-no-sentence',
  'sentence-unlinked',
  'no-commitment',
  'narrative-without-reason',
  'position-not-known',
] as const;

/** Records of one gap that are shown before the rest is asked for. */
const SHOWN = 12;

/** One gap with the records that have it. */
export interface GapGroup {
  readonly gap: (typeof SHEET_GAPS)[number];
  readonly word: WordId;
  readonly count: number;
  readonly first: Coverage['gaps'];
}

/** The gaps by name, in the order of the sheet; those that nothing has stand last, so that what is missing is read first. */
export function gapGroups({ gaps, gapCounts }: Pick<Coverage, 'gaps' | 'gapCounts'>): readonly GapGroup[] {
  const groups = SHEET_GAPS.map((gap): GapGroup => {
    const own = gaps.filter((each) => each.gap === gap);
    return { gap, word: `gap.${gap}`, count: gapCounts[gap]?.total ?? 0, first: own.slice(0, SHOWN) };
  });
  return [...groups.filter(({ count }) => count > 0), ...groups.filter(({ count }) => count === 0)];
}
