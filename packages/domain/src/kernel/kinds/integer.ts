import { BY_EXTENT, type Kind, numberCell, numberIn, readers } from './kind.ts';

/** PostgreSQL `integer`. */
const MAX_INTEGER = 2_147_483_647;
const expected: Kind['expected'] = () => ({ zh: '整数', en: 'a whole number' });

/** A whole number; of the form `year`, a year of the calendar. */
export const integer: Kind = {
  sql: 'integer',
  sqlCheck: null,
  expected,
  holds: () => 'whole number',
  examples: ({ form }) => (form === 'year' ? [2024, 2030] : [-7, MAX_INTEGER]),
  ...readers({ expected, code: 'bad-integer' }, (text) => numberIn(text, /^-?\d+$/, (value) => Math.abs(value) <= MAX_INTEGER), {
    takes: 'number',
  }),
  writeText: String,
  writeCell: numberCell,
  standard: ({ standard = null }) => standard,
  least: null,
  isMade: false,
  isReviewable: false,
  isBilingual: false,
  pointer: null,
  days: ({ form }) => (form === 'year' ? { form: 'period', textOf: (value) => String(value).padStart(4, '0') } : null),
  wrongForm: null,
  order: Number,
  filters: BY_EXTENT,
  groups: true,
  sums: true,
  searchWeight: 0,
};
