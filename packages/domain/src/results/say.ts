import { type DayString, dayNumber, type Period, periodSpan, type Said, weekdayOf } from '@westgate/base';

export type { Said } from '@westgate/base';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const WEEKDAYS_ZH = ['一', '二', '三', '四', '五', '六', '日'] as const;
const QUARTERS_EN = ['first', 'second', 'third', 'fourth'] as const;
const QUARTERS_ZH = ['一', '二', '三', '四'] as const;

/** One text in two languages. */
export function say(zh: string, en: string): Said {
  return { zh, en };
}

/** A record's name in both languages, the other language or the id standing in where one is missing. */
export function sayName(zh: string | null | undefined, en: string | null | undefined, id: string): Said {
  return { zh: zh ?? en ?? id, en: en ?? zh ?? id };
}

/** `2024 年 3 月 29 日`, `29 March 2024`. */
export function sayDay(day: DayString): Said {
  const { year, month, date } = partsOf(day);
  return say(`${year} 年 ${month} 月 ${date} 日`, `${date} ${monthName(month)} ${year}`);
}

/** A day with its day of the week, without the year: `12 月 31 日星期二`, `Tuesday 31 December`. */
export function sayWeekday(day: DayString): Said {
  const { month, date } = partsOf(day);
  const weekday = weekdayOf(dayNumber(day));
  return say(`${month} 月 ${date} 日星期${WEEKDAYS_ZH[weekday] ?? ''}`, `${WEEKDAYS_EN[weekday] ?? ''} ${date} ${monthName(month)}`);
}

/** A period in words: `2024 年第一季度`, `the first quarter of 2024`; two days of a month as `12–16 September 2024`. */
export function sayPeriod(period: Period): Said {
  const [from, to] = period.split('/');
  if (from !== undefined && to !== undefined && from !== to) return sayRange(from, to, period);
  return sayOne(from ?? period);
}

/** The period with the preposition English asks for: `on 29 March 2024`, `in March 2024`, `from March to …`. Chinese needs none. */
export function sayWhen(period: Period): Said {
  const said = sayPeriod(period);
  const word = said.en.includes(' to ') ? 'from' : /^\d{4}-\d{2}-\d{2}/.test(period) ? 'on' : 'in';
  return say(said.zh, `${word} ${said.en}`);
}

/** The shortest form for a margin, with the year only where it is not that of `asOf`: `03-29`, `29 Mar`, `2024-10`, `12–16 Sep`. */
export function shortPeriod(period: Period, asOf: DayString): Said {
  const [first, last] = periodSpan(period);
  const [from = period, to = from] = period.split('/');
  if (from.length < 10) return shortCoarse(from, to);
  const [a, b] = [partsOf(first), partsOf(last)];
  const sameYear = a.year === Number(asOf.slice(0, 4)) && b.year === a.year;
  const year = sameYear ? '' : ` ${b.year}`;
  if (first === last) return say(sameYear ? first.slice(5) : first, `${a.date} ${shortMonth(a.month)}${year}`);
  if (a.year === b.year && a.month === b.month) {
    const zh = sameYear ? `${a.month} 月 ${a.date}—${b.date} 日` : `${first}—${last.slice(8)}`;
    return say(zh, `${a.date}–${b.date} ${shortMonth(a.month)}${year}`);
  }
  if (!sameYear) return say(`${first.slice(0, 7)} 起`, `from ${shortMonth(a.month)} ${a.year}`);
  return say(`${first.slice(5)}—${last.slice(5)}`, `${a.date} ${shortMonth(a.month)}–${b.date} ${shortMonth(b.month)}`);
}

/** The month of a day for a margin: `2025-12`, `Dec 2025`. */
export function shortMonthOf(day: DayString): Said {
  const { year, month } = partsOf(day);
  return say(day.slice(0, 7), `${shortMonth(month)} ${year}`);
}

/** A number with thousands marked, as many decimals as it has: `170,000`, `40.2`. */
export function sayNumber(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A number with its unit: `40.2 公里`; where the English unit is a multiple, multiplied out: `17 万平方米`, `170,000 m²`. */
export function sayAmount(value: number, unit: Said): Said {
  const [, multiple, single] = /^(\d[\d,]*) (.+)$/.exec(unit.en) ?? [];
  const zh = `${sayNumber(value)} ${unit.zh}`.trimEnd();
  if (multiple === undefined) return say(zh, `${sayNumber(value)} ${unit.en}`.trimEnd());
  const whole = Number((value * Number(multiple.replaceAll(',', ''))).toPrecision(12));
  return say(zh, `${sayNumber(whole)} ${single}`);
}

/** Texts one after another: `；` and `; ` between. */
export function sayList(texts: readonly Said[]): Said {
  return say(texts.map((text) => text.zh).join('；'), texts.map((text) => text.en).join('; '));
}

/** A clause made a sentence: the first letter large, a full stop at the end. */
export function sentenceOf(clause: Said): Said {
  return say(`${clause.zh}。`, `${clause.en.charAt(0).toUpperCase()}${clause.en.slice(1)}.`);
}

function sayRange(from: string, to: string, period: Period): Said {
  const [first, last] = periodSpan(period);
  const [a, b] = [partsOf(first), partsOf(last)];
  if (from.length < 10 || to.length < 10) {
    const [start, end] = [sayOne(from), sayOne(to)];
    return say(`${start.zh}至 ${end.zh}`, `${start.en} to ${end.en}`);
  }
  if (a.year === b.year && a.month === b.month) {
    return say(`${a.year} 年 ${a.month} 月 ${a.date}—${b.date} 日`, `${a.date}–${b.date} ${monthName(a.month)} ${a.year}`);
  }
  const start = a.year === b.year ? `${a.date} ${monthName(a.month)}` : sayDay(first).en;
  const end = a.year === b.year ? ` ${b.month} 月 ${b.date} 日` : ` ${sayDay(last).zh}`;
  return say(`${sayDay(first).zh}至${end}`, `${start} to ${sayDay(last).en}`);
}

function sayOne(text: string): Said {
  const year = text.slice(0, 4);
  if (text.length === 4) return say(`${year} 年`, year);
  const rest = text.slice(5);
  const index = Number(rest.slice(1)) - 1;
  if (rest.startsWith('Q')) return say(`${year} 年第${QUARTERS_ZH[index] ?? ''}季度`, `the ${QUARTERS_EN[index] ?? ''} quarter of ${year}`);
  if (rest.startsWith('H'))
    return say(`${year} 年${index === 0 ? '上' : '下'}半年`, `the ${index === 0 ? 'first' : 'second'} half of ${year}`);
  const month = Number(rest.slice(0, 2));
  if (rest.length === 2) return say(`${year} 年 ${month} 月`, `${monthName(month)} ${year}`);
  const date = Number(rest.slice(3));
  return say(`${year} 年 ${month} 月 ${date} 日`, `${date} ${monthName(month)} ${year}`);
}

function shortCoarse(from: string, to: string): Said {
  if (from !== to) return say(`${from.slice(0, 4)}—${to.slice(0, 4)}`, `${from.slice(0, 4)}–${to.slice(0, 4)}`);
  const month = /^\d{4}-(\d{2})$/.exec(from)?.[1];
  if (month !== undefined) return say(from, `${shortMonth(Number(month))} ${from.slice(0, 4)}`);
  return say(from.replace('-', ' '), from.length === 4 ? from : `${from.slice(5)} ${from.slice(0, 4)}`);
}

function partsOf(day: DayString): { readonly year: number; readonly month: number; readonly date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

function shortMonth(month: number): string {
  return monthName(month).slice(0, 3);
}
