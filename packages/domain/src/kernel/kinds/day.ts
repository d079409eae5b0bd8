import { isDay } from '@westgate/base';
import { BY_EXTENT, type Kind, readers, textCell } from './kind.ts';
import { good } from './reading.ts';

const expected: Kind['expected'] = () => ({ zh: '日历上有的日期，如 2024-03-31', en: 'a day such as 2024-03-31' });

/** PostgreSQL knows no year 0. */
const FIRST_KEPT = '0001-01-01';

/** A day of the calendar. */
export const day: Kind = {
  sql: 'date',
  sqlCheck: null,
  isKept: (value) => typeof value === 'string' && isDay(value) && value >= FIRST_KEPT,
  expected,
  holds: () => 'day, `2024-03-31`',
  examples: () => ['2024-02-29', '2024-03-01'],
  ...readers({ expected, code: 'bad-day' }, (text) => (isDay(text) ? good(text) : null)),
  writeText: String,
  writeCell: (value) => (typeof value === 'string' && isDay(value) ? { kind: 'day', day: value } : textCell(value)),
  standard: ({ standard = null }) => standard,
  least: null,
  isMade: false,
  isReviewable: true,
  isShort: true,
  isBilingual: false,
  pointer: null,
  days: () => ({ form: 'day', textOf: (value) => value }),
  wrongForm: null,
  order: String,
  filters: BY_EXTENT,
  groups: true,
  sums: false,
  searchWeight: 0,
};
