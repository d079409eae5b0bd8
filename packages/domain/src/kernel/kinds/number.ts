import { BY_EXTENT, type Kind, numberCell, numberIn, readers } from './kind.ts';

const DECIMAL = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const expected: Kind['expected'] = () => ({ zh: '数，如 1200.5，不带分隔符', en: 'a number such as 1200.5, without separators' });

/** A number with a fraction. */
export const number: Kind = {
  sql: 'double precision',
  sqlCheck: null,
  expected,
  holds: () => 'number',
  examples: () => [0.1 + 0.2, -1200.5],
  ...readers({ expected, code: 'bad-number' }, (text) => numberIn(text, DECIMAL, Number.isFinite), { takes: 'number' }),
  writeText: String,
  writeCell: numberCell,
  standard: ({ standard = null }) => standard,
  least: null,
  isMade: false,
  isReviewable: false,
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
