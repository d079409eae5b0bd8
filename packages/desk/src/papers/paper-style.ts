import type { Language } from '@westgate/base';
import { type IRunOptions, LineRuleType } from 'docx';
import type { PaperLayout } from './paper.ts';

/** How a layout sets each part of a paper. Sizes of type in half points, lengths in twentieths of a point. */
export interface LayoutStyle {
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
    readonly footer: number;
    readonly header: number;
  };
  readonly title: IRunOptions;
  readonly subtitle: IRunOptions;
  readonly heading1: IRunOptions;
  readonly heading2: IRunOptions;
  readonly body: IRunOptions;
  readonly tableHead: IRunOptions;
  readonly table: IRunOptions;
  readonly pageNumber: IRunOptions;
  readonly foot: IRunOptions;
  readonly line: { readonly line: number; readonly lineRule: (typeof LineRuleType)[keyof typeof LineRuleType] };
  readonly aroundHeading: { readonly before: number; readonly after: number };
  readonly indent: { readonly firstLine: number };
  /** How a line of facts is punctuated. */
  readonly marks: { readonly count: string; readonly colon: string; readonly between: string; readonly stop: string };
}

const BLACK = '000000';
const TWENTIETHS_A_MM = 1440 / 25.4;

/**
 * The style of a layout. `official`: GB/T 9704-2012 as far as it can go without an organ: A4, margins 37, 28, 26 and 35 mm, title 22 pt
 * 小标宋, body 16 pt 仿宋 in lines of 29 pt, headings 黑体 and 楷体, page numbers 14 pt 宋体. English takes its place in Times New Roman.
 */
export function styleOf(layout: PaperLayout, language: Language): LayoutStyle {
  return { ...(layout === 'official' ? OFFICIAL : PLAIN), marks: MARKS[language] };
}

const MARKS = {
  zh: { count: '. ', colon: '：', between: '；', stop: '。' },
  en: { count: '. ', colon: ': ', between: '; ', stop: '. ' },
} as const;

const OFFICIAL: Omit<LayoutStyle, 'marks'> = {
  margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), footer: mm(15), header: mm(15) },
  title: run('方正小标宋简体', 22),
  subtitle: run('楷体_GB2312', 16),
  heading1: run('黑体', 16),
  heading2: run('楷体_GB2312', 16),
  body: run('仿宋_GB2312', 16),
  tableHead: run('黑体', 12),
  table: run('仿宋_GB2312', 12),
  pageNumber: run('宋体', 14),
  foot: run('宋体', 8),
  line: { line: 29 * 20, lineRule: LineRuleType.EXACT },
  aroundHeading: { before: 0, after: 0 },
  indent: { firstLine: 2 * 16 * 20 },
};

const PLAIN: Omit<LayoutStyle, 'marks'> = {
  margin: { top: mm(22), right: mm(20), bottom: mm(24), left: mm(20), footer: mm(9), header: mm(9) },
  title: { ...run('黑体', 18, 'Arial'), bold: true },
  subtitle: run('宋体', 10.5, 'Arial'),
  heading1: { ...run('黑体', 14, 'Arial'), bold: true },
  heading2: { ...run('黑体', 12, 'Arial'), bold: true },
  body: run('宋体', 10.5, 'Arial'),
  tableHead: { ...run('黑体', 9, 'Arial'), bold: true },
  table: run('宋体', 9, 'Arial'),
  pageNumber: run('宋体', 9, 'Arial'),
  foot: run('宋体', 7.5, 'Arial'),
  line: { line: 320, lineRule: LineRuleType.AT_LEAST },
  aroundHeading: { before: 240, after: 120 },
  indent: { firstLine: 0 },
};

/** `points` of type: Chinese in `chinese`, all else in `latin`; the font of headings is said again, as Word has its own for them. */
function run(chinese: string, points: number, latin = 'Times New Roman'): IRunOptions {
  return { font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia: chinese }, size: points * 2, color: BLACK };
}

function mm(length: number): number {
  return Math.round(length * TWENTIETHS_A_MM);
}
