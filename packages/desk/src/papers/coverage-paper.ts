import type { Language } from '@westgate/base';
import type { CoverageContent, GapName } from '@westgate/domain';
import type { Block, Paper } from './paper.ts';
import { gapRecords, large, noticeSaid, overviewBlocks, recordsOr } from './paper-parts.ts';
import { sayIn } from './say-in.ts';

/** What a paper that is not frozen rests on. */
export interface PaperBasis {
  /** The day states are computed for. */
  readonly asOf: string;
  /** The last deed of the journal. */
  readonly seq: number;
}

/** The gaps of the coverage sheet in their order. */
export const SHEET_GAPS: readonly GapName[] = [
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
];

/** The coverage sheet as a paper: what is held fast in numbers, then every record with a gap and why. */
export function coveragePaper(content: CoverageContent, { asOf, seq }: PaperBasis, language: Language): Paper {
  const say = sayIn(language);
  const name = say.of(content.district.name);
  return {
    language,
    title: say.text(`${name}计划覆盖情况`, `Coverage of the plan, ${name}`),
    subtitle: say.text(`（草稿，数据截至 ${say.when(asOf)}）`, `(Draft, as of ${say.when(asOf)})`),
    blocks: [
      { kind: 'heading', level: 1, text: say.text('总体情况', 'Overview') },
      ...overviewBlocks(content, say),
      ...SHEET_GAPS.flatMap((gap): readonly Block[] => [
        { kind: 'heading', level: 1, text: large(say.word('gap', gap)) },
        recordsOr(gapRecords(content.gaps, gap, say), say),
      ]),
    ],
    foot: [say.text(`数据截至 ${asOf} · 操作记录第 ${seq} 号`, `Data as of ${asOf} · change ${seq}`), ...noticeSaid(content, say)],
  };
}
