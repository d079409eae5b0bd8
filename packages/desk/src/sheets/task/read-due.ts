import { dayInWords } from './day-in-words.ts';
import type { FieldDraft, Slot } from './field-draft.ts';
import { faultAt } from './sheet-fault.ts';

/** The day a deadline allows at last. A cell that is a date is taken as it is; 2024.1 as a number may have been 2024.10. */
export function readDue({ name: cell, text, isNumber }: Slot, year: number | null): FieldDraft {
  const reading = isNumber && /^20\d\d\.1$/.test(text) ? null : dayInWords(text, year);
  switch (reading?.kind) {
    case 'day':
      return { value: reading.day, rule: reading.rule };
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

const EXPECTED = {
  'no-year': 'a day with its year, or the year in the title or the recipe',
  'several-days': 'one day',
  'not-understood': 'a day, such as 2024年6月底, 年底前 or end of June 2024',
  'serial-number': 'a date in the form of one',
} as const;
