import { BY_EXTENT, type Kind, numberCell, numberExpected, numberIn, readers } from './kind.ts';

/** PostgreSQL `integer`. */
const MAX_INTEGER = 2_147_483_647;
const expected = numberExpected('整数', 'a whole number');

/** A whole number; of the form `year`, a year of the calendar. */
export const integer: Kind = {
  sql: 'integer',
  sqlCheck: null,
  isKept: (value) => Number.isInteger(value) && Number(value) >= -MAX_INTEGER - 1 && Number(value) <= MAX_INTEGER,
  expected,
  holds: ({ range }) => (range ? `whole number from ${range[0]} to ${range[1]}` : 'whole number'),
  examples: ({ form, range = [-7, MAX_INTEGER] }) => (form === 'year' ? [2024, 2030] : range),
  ...readers(
    { expected, code: 'bad-integer' },
    (text, field) => numberIn(text, field, /^-?\d+$/, (value) => Math.abs(value) <= MAX_INTEGER),
    {
      takes: 'number',
    },
  ),
  writeText: String,
  writeCell: numberCell,
  standard: ({ standard = null }) => standard,
  least: null,
  isMade: false,
  isReviewable: false,
  isShort: true,
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
