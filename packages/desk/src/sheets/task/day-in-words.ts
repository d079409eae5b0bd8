import { type DayString, isDay } from '@westgate/base';
import { plainNumerals } from '../common/plain-numerals.ts';

/** What a deadline in words says. `none`: it says that there is no day. */
export type DayReading =
  | { readonly kind: 'day'; readonly day: DayString; readonly rule: DayRule }
  | { readonly kind: 'none'; readonly rule: 'ongoing' | 'open' | 'as-stated' }
  | {
      readonly kind: 'unclear';
      readonly reason: 'no-year' | 'several-days' | 'not-understood' | 'serial-number';
      readonly candidates: readonly DayString[];
    }
  | { readonly kind: 'faulty'; readonly reason: 'no-such-day' };

type DayRule =
  | 'day'
  | 'end-of-year'
  | 'end-of-month'
  | 'part-of-month'
  | 'end-of-quarter'
  | 'end-of-half'
  | 'middle-of-year'
  | 'end-of-range'
  | 'serial';

const ONGOING =
  /长期|全年坚持|持续|常态|贯穿|每[日周月季年]|定期|ongoing|continuous|permanent|long-?term|recurring|every(?:month|quarter|year)/;
/** Deadlines that are none of the calendar: of the season, of a feast or the school year, of plans and of others. */
const AS_STATED =
  /^(?:主?汛期前?|汛前|入汛前|雨季前|供[热暖]前|采暖季前?|开学前?|(?:元旦|春节|清明|五一|端午|七一|中秋|国庆)节?前?|两会前|十[三四五六七八]五(?:期间|末|时期)?|(?:按|视|随).{1,12}(?:时限|时间|进度|要求|安排|确定)|季度末|月末|不定期|适时)$/;
const OPEN = /待定|另行|未定|视情|tbd|tobedecided|open/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

/**
 * The last day a deadline in words allows, Chinese or English: 年底前, 2024年6月底, 上半年, 6月中旬, end of June 2025, Q2. `year` is the
 * year of words that name none; null = not known.
 */
export function dayInWords(words: string, year: number | null): DayReading {
  const text = plainNumerals(words)
    .replace(/(\d)\s+(?=20\d\d(?!\d))/, '$1,')
    .replaceAll(/\s+/g, '');
  if (/^\d{5}(?:\.0+)?$/.test(text)) return { kind: 'unclear', reason: 'serial-number', candidates: dayOfSerial(Number(text)) };
  const found = readOne(text, year);
  if (found !== null) return found;
  const range = /^(.+?)(?:至|到|~|—+|–|-(?=\d{1,2}月|\d{4}年)|until)(.+)$/.exec(text);
  if (range) {
    const end = readOne(range[2] ?? '', yearIn(range[1] ?? '') ?? year);
    if (end !== null) return end.kind === 'day' ? { ...end, rule: 'end-of-range' } : end;
  }
  return readSeveral(text, year);
}

/** A Chinese deadline among other words. */
const TOKEN = /(?:20\d\d年|今年|本年|明年)?(?:\d{1,2}月(?:[上中下]旬|[底末初]|\d{1,2}[日号])?|第?[1-4]季度[底末]?|[上下]半年|年[底末内])/g;

/** The days that stand among other words: one is taken, more are left to a person. */
function readSeveral(text: string, year: number | null): DayReading {
  const tokens = text.match(TOKEN) ?? text.split(/[;；,，、/\n。]|andby/);
  const readings = tokens.flatMap((token) => readOne(token, year) ?? []);
  const days = [...new Set(readings.flatMap((reading) => (reading.kind === 'day' ? [reading.day] : [])))].sort();
  if (days.length > 1) return { kind: 'unclear', reason: 'several-days', candidates: days };
  const [only] = readings;
  return readings.find(({ kind }) => kind === 'faulty') ?? only ?? { kind: 'unclear', reason: 'not-understood', candidates: [] };
}

/** One deadline and nothing beside it; null for other words. */
function readOne(given: string, year: number | null): DayReading | null {
  const text = given
    .replace(/^(?:力争|确保|原则上|计划|于|在|预计|by|before|until|nolaterthan|atthe|the)+/, '')
    .replace(/(?:之?前|以前|(?<!年)内|左右|完成|完工|竣工|建成|前完成|投用)+$/, '');
  if (text === '') return null;
  if (ONGOING.test(text) && (!/\d/.test(text) || text.startsWith('每'))) return { kind: 'none', rule: 'ongoing' };
  if (OPEN.test(text) && !/\d/.test(text)) return { kind: 'none', rule: 'open' };
  if (AS_STATED.test(text)) return { kind: 'none', rule: 'as-stated' };
  return chineseDay(text, year) ?? numericDay(text, year) ?? englishDay(text, year);
}

function chineseDay(text: string, year: number | null): DayReading | null {
  const parts = /^(?:(20\d\d|\d\d(?=年))年?|(今年|本年度?|当年|年)|(明年|次年))?(.*)$/.exec(text);
  const [, digits, , next, given = ''] = parts ?? [];
  const at =
    digits !== undefined ? Number(digits.length === 2 ? `20${digits}` : digits) : year !== null && next !== undefined ? year + 1 : year;
  const rest = given.replace(/^年?度?/, (mark) => (given.length > mark.length ? '' : mark));
  const isYearWord = parts !== null && (digits ?? parts[2] ?? next) !== undefined;
  if (/^(?:年?[底末内终]|全年(?:12个月)?|年底前?)$/.test(rest) || (isYearWord && /^(?:年度?)?$/.test(rest) && text !== '年'))
    return inYear(at, 12, 31, 'end-of-year');
  if (/^(?:中|年中)$/.test(rest)) return inYear(at, 6, 30, 'middle-of-year');
  if (/^上半年[底末]?$/.test(rest)) return inYear(at, 6, 30, 'end-of-half');
  if (/^下半年[底末]?$/.test(rest)) return inYear(at, 12, 31, 'end-of-half');
  const [, quarter] = /^第?([1-4])季度?[底末]?$/.exec(rest) ?? [];
  if (quarter !== undefined) return monthEnd(at, Number(quarter) * 3, 'end-of-quarter');
  const [, month, part] = /^(\d{1,2})月(?:份)?([上中下]旬|[底末]|初|\d{1,2}[日号]?)?$/.exec(rest) ?? [];
  if (month === undefined) return null;
  if (part === undefined || /^[底末]$|下旬/.test(part))
    return monthEnd(at, Number(month), part?.includes('旬') ? 'part-of-month' : 'end-of-month');
  if (part === '上旬' || part === '初') return inYear(at, Number(month), 10, 'part-of-month');
  if (part === '中旬') return inYear(at, Number(month), 20, 'part-of-month');
  return inYear(at, Number(month), Number.parseInt(part, 10), 'day');
}

function numericDay(text: string, year: number | null): DayReading | null {
  const whole = /^(20\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:日)?$/.exec(text) ?? /^(20\d\d)(\d\d)(\d\d)$/.exec(text);
  if (whole) {
    const [, at, month, day] = whole;
    return day === undefined ? monthEnd(Number(at), Number(month), 'end-of-month') : inYear(Number(at), Number(month), Number(day), 'day');
  }
  const [, month, day] = /^(\d{1,2})[./-](\d{1,2})$/.exec(text) ?? [];
  return month === undefined ? null : inYear(year, Number(month), Number(day), 'day');
}

function englishDay(text: string, year: number | null): DayReading | null {
  const lower = text.toLowerCase();
  const at = yearIn(lower) ?? year;
  const rest = lower.replace(/(?:of|in|,)?20\d\d/, '').replace(/(?:of|,)$/, '');
  if (/^(?:(?:the)?end(?:of)?(?:the)?(?:year)?|year-?end|allyear|thisyear|)$/.test(rest))
    return /\d/.test(lower) || rest !== '' ? inYear(at, 12, 31, 'end-of-year') : null;
  if (/^mid-?(?:year)?$/.test(rest)) return inYear(at, 6, 30, 'middle-of-year');
  if (/^(?:(?:the)?firsthalf|h1)$/.test(rest)) return inYear(at, 6, 30, 'end-of-half');
  if (/^(?:(?:the)?secondhalf|h2)$/.test(rest)) return inYear(at, 12, 31, 'end-of-half');
  const [, quarter] = /^q([1-4])$/.exec(rest) ?? [];
  if (quarter !== undefined) return monthEnd(at, Number(quarter) * 3, 'end-of-quarter');
  const dayFirst = new RegExp(`^(?:(\\d{1,2})(?:st|nd|rd|th)?|(?:the)?end(?:of)?)?${MONTH_NAME}(?:(\\d{1,2})(?:st|nd|rd|th)?)?$`).exec(
    rest,
  );
  if (!dayFirst) return null;
  const month = MONTHS.indexOf(dayFirst[2] ?? '') + 1;
  const day = dayFirst[1] ?? dayFirst[3];
  return day === undefined ? monthEnd(at, month, 'end-of-month') : inYear(at, month, Number(day), 'day');
}

function yearIn(text: string): number | null {
  const [, found] = /(?:^|\D)(20\d\d)(?!\d)/.exec(text) ?? [];
  return found === undefined ? null : Number(found);
}

function monthEnd(year: number | null, month: number, rule: DayRule): DayReading {
  if (month < 1 || month > 12) return { kind: 'faulty', reason: 'no-such-day' };
  const days = month === 2 ? (year !== null && isDay(`${year}-02-29`) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return inYear(year, month, days, rule);
}

function inYear(year: number | null, month: number, day: number, rule: DayRule): DayReading {
  const rest = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isDay(`2024-${rest}`)) return { kind: 'faulty', reason: 'no-such-day' };
  if (year === null) return { kind: 'unclear', reason: 'no-year', candidates: [] };
  const text = `${year}-${rest}`;
  return isDay(text) ? { kind: 'day', day: text, rule } : { kind: 'faulty', reason: 'no-such-day' };
}

/** The day a spreadsheet would show for a bare number, where that is a day between 2000 and 2099. */
function dayOfSerial(serial: number): readonly DayString[] {
  if (serial < 36_526 || serial > 73_050) return [];
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
  return isDay(day) ? [day] : [];
}
