/** A calendar day, `2024-03-31`. Compared as text: the order of the letters is the order of the days. */
export type DayString = string & { readonly __day: true };

/** An instant in UTC, `2024-03-31T08:15:00.000Z`. */
export type InstantString = string & { readonly __instant: true };

/**
 * A dated period as people publish it: `2024`, `2024-03`, `2024-Q1`, `2024-H1`, `2024-03-31`, or two of these joined by `/`
 * (`2021/2024`, `2024-04-27/2024-04-29`).
 */
export type Period = string & { readonly __period: true };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** The days that can be written with four digits of a year, as days from 1970-01-01. Arithmetic stops at them: no held day makes it fail. */
const [FIRST_NUMBER, LAST_NUMBER] = [-719_528, 2_932_896];
const LAST_MONTH = 9999 * 12 + 11;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day that exists in the Gregorian calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): text is DayString {
  const match = DAY.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `text` as a day. Throws a plain `RangeError` when it is none: parse user input with {@link isDay} first. */
export function dayOf(text: string): DayString {
  if (!isDay(text)) throw new RangeError(`expected a day YYYY-MM-DD, got "${text}"`);
  return text;
}

/** The day of the week of a day by its number, 0 for Monday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** Days from the civil date 1970-01-01 to `day` (negative before it). After Howard Hinnant, "chrono-compatible low-level date algorithms". */
export function dayNumber(day: DayString): number {
  const [y, m, d] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/**
 * The day that is `number` days after 1970-01-01 (before it where negative); the first or last day that can be written, 0000-01-01 or 9999-12-31,
 * where it would lie beyond them. The way back from {@link dayNumber}, after the same source.
 */
export function dayAtNumber(number: number): DayString {
  const shifted = Math.min(Math.max(number, FIRST_NUMBER), LAST_NUMBER) + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dayOf(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1, 2)}`);
}

/** `day` moved by whole days, not beyond what {@link dayAtNumber} can give. */
export function addDays(day: DayString, days: number): DayString {
  return dayAtNumber(dayNumber(day) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: DayString, to: DayString): number {
  return dayNumber(to) - dayNumber(from);
}

/** `day` moved by whole months, clamped to the last day of the month reached (31 January + 1 month = 28 or 29 February), within the years 0 to 9999. */
export function addMonths(day: DayString, months: number): DayString {
  const index = Math.min(Math.max(monthOf(day) + months, 0), LAST_MONTH);
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(`${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)), 2)}`);
}

/** `from` and every day whole steps of `months`, 1 or more, after it, up to and with `to`. */
export function daysByMonths(from: DayString, to: DayString, months: number): readonly DayString[] {
  const days: DayString[] = [];
  for (let moved = 0; monthOf(from) + moved <= monthOf(to); moved += months) {
    const day = addMonths(from, moved);
    if (day <= to) days.push(day);
  }
  return days;
}

/** True for a period in one of the forms of {@link Period} whose parts exist and do not run backwards. */
export function isPeriod(text: string): text is Period {
  return spanIn(text) !== null;
}

/** First and last day of a period: `2024-Q1` gives `[2024-01-01, 2024-03-31]`. */
export function periodSpan(period: Period): readonly [DayString, DayString] {
  const span = spanIn(period);
  if (!span) throw new RangeError(`expected a period such as 2024, 2024-Q1 or 2024-03-31, got "${period}"`);
  return span;
}

/** Days from first to last. */
type Span = readonly [DayString, DayString];

/** The last texts that were looked at: the rows of a district name few periods, and each of them again and again. */
const spans = new Map<string, Span | null>();
const SPANS_KEPT = 4_000;
/** A period is no longer than two days. */
const LONGEST = 21;

function spanIn(text: string): Span | null {
  const held = spans.get(text);
  if (held !== undefined) return held;
  const parts = text.split('/');
  const [first, last] = [spanOf(parts[0] ?? ''), spanOf(parts[parts.length - 1] ?? '')];
  const span: Span | null = parts.length <= 2 && first && last && first[0] <= last[1] ? [first[0], last[1]] : null;
  if (text.length > LONGEST) return span;
  if (spans.size >= SPANS_KEPT) spans.clear();
  spans.set(text, span);
  return span;
}

/** Months from the year 0 to that of `day`. */
function monthOf(day: DayString): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function spanOf(text: string): readonly [DayString, DayString] | null {
  if (isDay(text)) return [text, text];
  const match = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])))?$/.exec(text);
  if (!match) return null;
  const [, year, month, quarter, half] = match;
  if (month) return Number(month) >= 1 && Number(month) <= 12 ? months(year, Number(month), Number(month)) : null;
  if (quarter) return months(year, Number(quarter) * 3 - 2, Number(quarter) * 3);
  if (half) return months(year, Number(half) * 6 - 5, Number(half) * 6);
  return months(year, 1, 12);
}

function months(year: string | undefined, first: number, last: number): readonly [DayString, DayString] {
  const end = daysInMonth(Number(year), last);
  return [dayOf(`${year}-${pad(first, 2)}-01`), dayOf(`${year}-${pad(last, 2)}-${pad(end, 2)}`)];
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
