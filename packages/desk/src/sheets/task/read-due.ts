import { type DayString, isDay } from '@westgate/base';
import { type DaySpan, dayExpected, dayTextFault } from '@westgate/domain';
import type { FieldDraft, Slot } from '../common/field-draft.ts';
import { faultAt } from '../common/sheet-fault.ts';
import { dayInWords } from './day-in-words.ts';

/** How others name days that are counted otherwise: of the Republic, of an era, of the moon, and others. */
const OTHER_CALENDAR = /民[国國]|令和|平成|昭和|农历|農曆|夏历|阴历|陰曆|腊月|正月|佛[历曆]|回[历曆]|\b(?:minguo|lunar|hijri|buddhist)\b/i;

/**
 * The day a deadline allows at last, within the days of the district. A cell that is a date is taken as it is; 2024.1 as a number may have been
 * 2024.10.
 */
export function readDue({ name: cell, text, isNumber }: Slot, year: number | null, span: DaySpan): FieldDraft {
  if (isOtherCalendar(text))
    return { value: null, fault: faultAt('faulty', 'other-calendar', cell, 'a day of the Gregorian calendar, such as 2024-06-30', text) };
  const within = (day: DayString, rule: string): FieldDraft => {
    if (dayTextFault('day', day, span) === null) return { value: day, rule };
    return { value: null, fault: faultAt('faulty', 'out-of-span', cell, dayExpected('out-of-span', { span, today: null }).en, text) };
  };
  const whole = wholeDay(text);
  if (whole) return within(whole, 'day');
  const reading = isNumber && /^20\d\d\.1$/.test(text) ? null : dayInWords(text, year);
  switch (reading?.kind) {
    case 'day':
      return within(reading.day, reading.rule);
    case 'none':
      return { value: null, rule: reading.rule };
    case 'faulty':
      return { value: null, fault: faultAt('faulty', 'no-such-day', cell, 'a day of the calendar', text) };
    case 'unclear': {
      const { candidates } = reading;
      const words = candidates.length === 0 ? text : `${text} (${candidates.join(', ')}?)`;
      const code = reading.reason === 'not-understood' ? 'day-not-understood' : reading.reason;
      return { value: null, candidates, fault: faultAt('unclear', code, cell, EXPECTED[reading.reason], words) };
    }
    default:
      return { value: null, fault: faultAt('unclear', 'day-not-understood', cell, 'a date, or a text such as 2024年10月', text) };
  }
}

/** A day that is written whole with its year, of any century. */
function wholeDay(text: string): DayString | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').replaceAll(' ', '')) ?? [];
  const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(whole) ? whole : null;
}

const EXPECTED = {
  'no-year': 'a day with its year, or the year in the title or the recipe',
  'several-days': 'one day',
  'not-understood': 'a day, such as 2024年6月底, 年底前 or end of June 2024',
  'serial-number': 'a date in the form of one',
} as const;

/** True for a text that names a day of another calendar than the Gregorian. */
function isOtherCalendar(text: string): boolean {
  return OTHER_CALENDAR.test(text);
}
