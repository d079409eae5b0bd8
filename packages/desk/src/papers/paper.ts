import type { Language } from '@westgate/base';

/** A part of a paper. `records` are things with facts: a table in the plain layout, numbered lines in the official one. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'records';
      /** Names of the facts; the first column is the name of the thing. */
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Shares of the width of each column. */
      readonly shares: readonly number[];
    };

/** A paper to be written as a document: the same words in every layout. */
export interface Paper {
  readonly language: Language;
  readonly title: string;
  /** Under the title: that it is a draft, of which day. */
  readonly subtitle: string;
  readonly blocks: readonly Block[];
  /** On the foot of every page, below the page number. */
  readonly foot: readonly string[];
}

/** `official` = after GB/T 9704-2012, without organ mark, number or seal; `plain` = with tables. */
export type PaperLayout = 'official' | 'plain';

/** The headings with their numbers, as both languages count: 一、（一） and 1. 1.1. */
export function numberedHeadings({ blocks, language }: Pick<Paper, 'blocks' | 'language'>): readonly Block[] {
  let [first, second] = [0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    if (block.level === 1) [first, second] = [first + 1, 0];
    else second += 1;
    return { ...block, text: `${headingNumber(language, first, second)}${block.text}` };
  });
}

function headingNumber(language: Language, first: number, second: number): string {
  if (language === 'en') return second === 0 ? `${first}. ` : `${first}.${second} `;
  return second === 0 ? `${chinese(first)}、` : `（${chinese(second)}）`;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 to 99 in Chinese: 一, 十, 十二, 二十, 三十四. */
function chinese(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${ten}${DIGITS[ones] ?? ''}`;
}
