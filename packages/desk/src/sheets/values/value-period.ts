import { isPeriod } from '@westgate/base';
import { plainNumerals } from '../common/plain-numerals.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The period that a cell names: `2026-06`, 2026年6月, 2026/6, 2026年二季度, 2026 Q2, 上半年 and the like; without a year where `year` gives it. Null where it names none.
 * A day stays a day.
 */
export function periodIn(text: string, year: string | null): string | null {
  if (isPeriod(text)) return text;
  const plain = plainNumerals(text).replaceAll(/[\s,]/g, '').toLowerCase();
  if (plain === '') return null;
  const upper = plain.toUpperCase();
  if (isPeriod(upper)) return upper;
  const [, own, rest = ''] = /^(\d{4})(?:年度?|[-./_])?(.*)$/.exec(plain) ?? [];
  const named = own ?? year;
  const behind = own === undefined ? plain : rest;
  if (named === null || named === undefined || !/^(?:19|20|21)\d\d$/.test(named)) return null;
  if (behind === '' || /^(?:全年|年度|年)$/.test(behind)) return own === undefined && behind === '' ? null : named;
  // A number alone is a month behind a year, and nothing without one.
  return own === undefined && /^\d+$/.test(behind) ? null : partOf(named, behind);
}

/** True for words that name a part of a year and no year. */
export function isPartOfYear(text: string): boolean {
  return periodIn(text, null) === null && periodIn(text, '2000') !== null;
}

/** The year that some words name alone. */
export function yearIn(text: string): string | null {
  return /(?:^|\D)((?:19|20)\d\d)(?:年|\D|$)/.exec(plainNumerals(text))?.[1] ?? null;
}

function partOf(year: string, text: string): string | null {
  const [, month] = /^(\d{1,2})月?(?:份)?$/.exec(text) ?? [];
  if (month !== undefined) return checked(`${year}-${month.padStart(2, '0')}`);
  const [, inMonth, day] = /^(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?$/.exec(text) ?? [];
  if (inMonth !== undefined && day !== undefined) return checked(`${year}-${inMonth.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const [, quarter] = /^(?:第?([1-4])季度?|q([1-4]))$/.exec(text)?.filter((each, at) => at === 0 || each !== undefined) ?? [];
  if (quarter !== undefined) return checked(`${year}-Q${quarter}`);
  if (/^(?:上半年|h1)$/.test(text)) return checked(`${year}-H1`);
  if (/^(?:下半年|h2)$/.test(text)) return checked(`${year}-H2`);
  const english = MONTHS.findIndex((name) => text.startsWith(name) && /^[a-z]+\.?$/.test(text));
  return english < 0 ? null : checked(`${year}-${String(english + 1).padStart(2, '0')}`);
}

function checked(text: string): string | null {
  return isPeriod(text) ? text : null;
}
