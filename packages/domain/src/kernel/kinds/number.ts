import { BY_EXTENT, type Kind, numberCell, numberExpected, numberIn, readers } from './kind.ts';

const DECIMAL = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const expected = numberExpected('数，如 1200.5，不带分隔符', 'a number such as 1200.5, without separators');

/** A number with a fraction. */
export const number: Kind = {
  sql: 'double precision',
  sqlCheck: null,
  isKept: Number.isFinite,
  expected,
  holds: ({ range }) => (range ? `number from ${range[0]} to ${range[1]}` : 'number'),
  examples: ({ range = [-1200.5, 1200.5] }) => [range[0], Math.min(range[1], (range[0] + range[1]) / 2 + 0.1 + 0.2)],
  ...readers({ expected, code: 'bad-number' }, (text, field) => numberIn(text, field, DECIMAL, Number.isFinite), { takes: 'number' }),
  writeText: String,
  writeCell: numberCell,
  standard: ({ standard = null }) => standard,
  least: null,
  isMade: false,
  isReviewable: false,
  isShort: true,
  isBilingual: false,
  pointer: null,
  days: null,
  wrongForm: null,
  order: Number,
  filters: BY_EXTENT,
  groups: false,
  sums: true,
  searchWeight: 0,
};
