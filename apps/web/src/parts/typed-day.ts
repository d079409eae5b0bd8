import { type DayString, isDay } from '@westgate/base';

/** A part of a day as a field shows it: its number, where one was typed. */
export interface DayPart {
  readonly type: string;
  readonly text: string;
  readonly isPlaceholder: boolean;
}

/** What stands in the parts of a day: nothing, a day that is not whole yet, one of the calendar, or one that no calendar has. */
export type TypedDay =
  | { readonly is: 'empty'; readonly text: string }
  | { readonly is: 'day'; readonly text: string; readonly day: DayString }
  | { readonly is: 'unfinished' | 'impossible'; readonly text: string };

/** What was typed into the parts of a day, in the order in which they are shown. A year before 1000 is one that was not typed whole. */
export function typedDay(parts: readonly DayPart[]): TypedDay {
  const text = parts.map((part) => part.text).join('');
  const of = (type: string): string | null => parts.find((part) => part.type === type && !part.isPlaceholder)?.text ?? null;
  const [year, month, day] = [of('year'), of('month'), of('day')];
  if (year === null && month === null && day === null) return { is: 'empty', text };
  if (year === null || month === null || day === null || year.replace(/^0+/, '').length < 4) return { is: 'unfinished', text };
  const named = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(named) ? { is: 'day', text, day: named } : { is: 'impossible', text };
}

/** The day that a pasted text names, as `2024-03-31`, `2024/3/31` or `2024年3月31日`; null where it names none. */
export function dayPasted(text: string): string | null {
  const [, year, month = '', day = ''] =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/u.exec(text.normalize('NFKC').trim()) ?? [];
  const named = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(named) ? named : null;
}
