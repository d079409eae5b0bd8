import { type DayString, isPeriod, type Period, periodSpan } from '@westgate/base';
import type { Span } from './draft.ts';
import type { Lexicon } from './lexicon.ts';

/** A date in words: `period` is null where it needs a plan year that is not known. */
export interface FoundDate extends Span {
  readonly period: Period | null;
  readonly day: DayString | null;
  /** Where its year is from: it says it, an earlier date of the sentence does, it is the plan year, or nobody says. */
  readonly year: 'said' | 'carried' | 'plan' | 'not-known';
}

/** One word or number of a date. `part` is written as in the vocabulary: `year+0`, `month=6`, `part=Q1`, `edge=by`, `glue`. */
interface Component extends Span {
  readonly part: string;
  readonly value: number;
}

const YEAR_ZH = /(\d{4})\s*(?:[-—–~至到]\s*(\d{4})\s*)?年(?![轮级份])/y;
/** The year of `2026.11` and `2026-11-30`, with the mark behind it; what follows is its month and its day. */
const YEAR_IN_FIGURES = /((?:19|20)\d{2})[./-](?=(?:1[0-2]|0?[1-9])(?:[./-](?:3[01]|[12]\d|0?[1-9]))?(?![\d%]|\.\d))/y;
const IN_FIGURES = /(\d{1,2})[./-]?/y;
const CHINESE_YEAR = /([〇零一二三四五六七八九]{4})年/y;
const MONTH_ZH = /(?:\d{1,2}\s*[-—–~至到]\s*)?(\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月/y;
/** `30/09/2026`. */
const DAY_FIRST = /(\d{1,2})[./](1[0-2]|0?[1-9])[./]((?:19|20)\d{2})(?!\d)/y;
/** Words that make a date one that is compared with. */
const COMPARED_BEFORE = /(?:比|较|相较|较之|compared (?:with|to)|relative to|than in|against)\s*$/;
const COMPARED_BEHIND = /^\s*(?:相比|同期|水平|基线|的水平|levels?\b|baseline)/;
const DAY_ZH = /(\d{1,2})\s*[日号]/y;
const YEAR_EN = /(?:19|20)\d{2}(?:\s*[-–]\s*((?:19|20)\d{2}))?(?![\p{L}\d])/uy;
/** `between 2026 and 2028`. */
const BETWEEN_EN = /(?<=\bbetween\s)(?:19|20)\d{2}\sand\s((?:19|20)\d{2})(?![\p{L}\d])/iuy;
const DAY_EN = /(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\d.%])/uy;
/** Words and numbers of one date at most. */
const LONGEST = 10;
const DIGITS = '〇一二三四五六七八九';

/**
 * The dates between `from` and `to` of a folded text, in order. A year alone counts only with 年 or after a word such as "by". Dates that say
 * since when something goes on are left out.
 */
export function datesIn(text: string, { start: from, end: to }: Span, lexicon: Lexicon, planYear: number | null): readonly FoundDate[] {
  const found: FoundDate[] = [];
  let run: Component[] = [];
  let position = from;
  let carried: number | null = null;
  const flush = (): void => {
    const date = dateOf(run, planYear, carried);
    if (date !== null && !isCompared(text, date)) found.push(date);
    if (date?.year === 'said' && date.period !== null) carried = Number(date.period.slice(0, 4));
    run = [];
  };
  while (position < to) {
    const component = componentAt(text, position, to, lexicon, run);
    if (component !== null) {
      const isNew = run.length >= LONGEST || (component.part === 'year' && run.some(({ part }) => part === 'year'));
      if (isNew) flush();
      run.push(component);
      position = component.end;
    } else if (run.length > 0 && /[\s,，的第]/.test(text.charAt(position)) && position - (run.at(-1)?.end ?? 0) < 2) {
      position += 1;
    } else {
      flush();
      position = wordEnd(text, position);
    }
  }
  flush();
  return found;
}

/** True where the words of a date say its year, or its place in the year of the plan: `2026年6月`, `年底`, `this year`, not `6月底`. */
export function dateIsSaid(text: string, { start, end, year }: FoundDate): boolean {
  return year === 'said' || (year === 'plan' && /年|year/.test(text.slice(start, end)));
}

function componentAt(text: string, at: number, to: number, lexicon: Lexicon, run: readonly Component[]): Component | null {
  const term = lexicon.dateParts.at(text, at, to);
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const result = pattern.exec(text);
    return result !== null && at + result[0].length <= to ? result : null;
  };
  const of = (result: RegExpExecArray, part: string, value: number): Component => ({ start: at, end: at + result[0].length, part, value });
  const last = run.at(-1);
  if (last?.end === at && /[./-]/.test(text.charAt(at - 1)) && /^(?:year|month)$/.test(last.part)) {
    const figures = match(IN_FIGURES);
    if (figures) {
      const isEnd = last.part === 'month' || !/^\d{1,2}[./-]\d/.test(text.slice(at, at + 4));
      return {
        start: at,
        end: at + (isEnd ? (figures[1] ?? '').length : figures[0].length),
        part: last.part === 'year' ? 'month' : 'day',
        value: Number(figures[1]),
      };
    }
  }
  if (at > 0 && /[\d.]/.test(text.charAt(at)) && /[\d.\p{L}]/u.test(text.charAt(at - 1)) && !/\p{Script=Han}/u.test(text.charAt(at - 1))) {
    return null;
  }
  const dayFirst = match(DAY_FIRST);
  if (dayFirst)
    return {
      start: at,
      end: at + dayFirst[0].length,
      part: `period=${dayFirst[3]}-${two(Number(dayFirst[2]))}-${two(Number(dayFirst[1]))}`,
      value: 0,
    };
  const inFigures = match(YEAR_IN_FIGURES);
  if (inFigures) return of(inFigures, 'year', Number(inFigures[1]));
  const year = match(YEAR_ZH);
  if (year) return of(year, 'year', Number(year[2] ?? year[1]));
  const chinese = match(CHINESE_YEAR);
  if (chinese) return of(chinese, 'year', numberOfDigits(chinese[1] ?? ''));
  const month = match(MONTH_ZH);
  if (month) return of(month, 'month', monthOf(month[1] ?? ''));
  const day = match(DAY_ZH);
  if (day && run.some(({ part }) => part === 'month')) return of(day, 'day', Number(day[1]));
  if (term !== null) return { start: at, end: term.end, part: term.value, value: 0 };
  const between = match(BETWEEN_EN);
  if (between) return of(between, 'year', Number(between[1]));
  const english = match(YEAR_EN);
  if (english) return of(english, 'bare-year', Number(english[1] ?? english[0].slice(0, 4)));
  const number = match(DAY_EN);
  if (number && Number(number[1]) <= 31 && isNextToMonth(text, at + number[0].length, to, lexicon, run)) {
    return of(number, 'day', Number(number[1]));
  }
  return null;
}

/** An English day stands before its month or right after it. */
function isNextToMonth(text: string, end: number, to: number, lexicon: Lexicon, run: readonly Component[]): boolean {
  if (run.at(-1)?.part.startsWith('month=')) return true;
  const gap = /^\s(?:of\s)?/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  return gap > 0 && (lexicon.dateParts.at(text, end + gap, to)?.value.startsWith('month=') ?? false);
}

function dateOf(components: readonly Component[], planYear: number | null, carried: number | null): FoundDate | null {
  const parts = trimmed(components);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const edge = parts.find(({ part }) => part.startsWith('edge='))?.part.slice(5) ?? null;
  if (edge === 'since' || !isSaid(parts, edge)) return null;
  const span = { start: first.start, end: last.end };
  const fixed = parts.find(({ part }) => part.startsWith('period='))?.part.slice(7);
  const year = parts.find(({ part }) => part === 'year' || part === 'bare-year')?.value ?? null;
  const shift = Number(parts.find(({ part }) => part.startsWith('year+'))?.part.slice(5) ?? 0);
  const [base, from] = yearOf(
    year ?? (fixed === undefined ? null : Number(fixed.slice(0, 4))),
    carried,
    planYear === null ? null : planYear + shift,
  );
  const text = fixed ?? (base === null ? null : periodText(base, parts));
  const period = text !== null && isPeriod(text) ? text : null;
  return { ...span, period, day: period === null ? null : lastDay(period, parts), year: from };
}

function isCompared(text: string, { start, end }: Span): boolean {
  return COMPARED_BEFORE.test(text.slice(Math.max(0, start - 16), start)) || COMPARED_BEHIND.test(text.slice(end, end + 10));
}

function yearOf(said: number | null, carried: number | null, plan: number | null): readonly [number | null, FoundDate['year']] {
  if (said !== null) return [said, 'said'];
  if (carried !== null) return [carried, 'carried'];
  return [plan, plan === null ? 'not-known' : 'plan'];
}

/** Words such as `of` and `in` at the ends belong to the date only where they say by when. */
function trimmed(parts: readonly Component[]): readonly Component[] {
  let end = parts.length;
  while (end > 0 && parts[end - 1]?.part === 'glue') end -= 1;
  let start = 0;
  while (start < end && parts[start]?.part === 'glue') start += 1;
  return parts.slice(start, end);
}

/** A bare year or a month needs another word to be a date: `the 2022 Games` and `May` are none. */
function isSaid(parts: readonly Component[], edge: string | null): boolean {
  const has = (test: (part: string) => boolean): boolean => parts.some(({ part }) => test(part));
  if (has((part) => part === 'year' || part.startsWith('year+') || part.startsWith('period='))) return true;
  if (has((part) => part === 'month')) return true;
  const isTimed = has((part) => part.startsWith('month') || part.startsWith('part='));
  if (has((part) => part === 'bare-year')) return edge !== null || isTimed;
  if (has((part) => /^part=[QH]/.test(part)) || (has((part) => part === 'day') && has((part) => part.startsWith('month')))) return true;
  if (has((part) => part === 'part=end' || part === 'part=start' || part === 'part=mid'))
    return edge !== null && has((part) => part.startsWith('month'));
  return isTimed && edge !== null;
}

function periodText(year: number, parts: readonly Component[]): string {
  const part = parts.find((each) => /^part=[QH]/.test(each.part))?.part.slice(5);
  if (part) return `${year}-${part}`;
  const month = monthValue(parts);
  if (month === null) return String(year);
  const day = parts.find((each) => each.part === 'day')?.value;
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

function monthValue(parts: readonly Component[]): number | null {
  const month = parts.findLast(({ part }) => part.startsWith('month'));
  if (!month) return null;
  return month.part === 'month' ? month.value : Number(month.part.slice(6));
}

/** `the beginning of` and `the middle of` a year are over by the end of March and of June; of a month, by its 10th and 20th. */
function lastDay(period: Period, parts: readonly Component[]): DayString {
  const [, end] = periodSpan(period);
  const isYear = /^\d{4}$/.test(period);
  const cut = (month: string, day: string): DayString => {
    const text = isYear ? `${period}-${month}` : `${period.slice(0, 7)}-${day}`;
    return isPeriod(text) ? periodSpan(text)[1] : end;
  };
  if (parts.some(({ part }) => part === 'part=start')) return cut('03', '10');
  return parts.some(({ part }) => part === 'part=mid') ? cut('06', '20') : end;
}

function wordEnd(text: string, at: number): number {
  let end = at + 1;
  if (!/[a-z]/.test(text.charAt(at))) return end;
  while (end < text.length && /[a-z]/.test(text.charAt(end))) end += 1;
  return end;
}

function numberOfDigits(digits: string): number {
  return Number([...digits.replaceAll('零', '〇')].map((digit) => DIGITS.indexOf(digit)).join(''));
}

function monthOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return text.startsWith('十') ? 10 + Math.max(0, DIGITS.indexOf(text.slice(1) || '〇')) : DIGITS.indexOf(text);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
