import { BY_EXTENT, type Kind, numberCell, numberIn, readers } from './kind.ts';

/** The largest amount of one cell: 100 billion yuan. Some hundred of them still add up exactly. */
export const MOST_FEN = 10_000_000_000_000;

const expected: Kind['expected'] = () => ({ zh: `0 至 ${MOST_FEN} 的整数（分）`, en: `whole fen from 0 to ${MOST_FEN}` });

/** An amount of money in whole fen: never a fraction, so that sums are exact. */
export const fen: Kind = {
  sql: 'bigint',
  sqlCheck: (column) => `${column} >= 0`,
  isKept: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  expected,
  holds: () => 'whole fen',
  examples: () => [9_876_543_210_987, 0],
  ...readers(
    { expected, code: 'bad-integer' },
    (text, field) => numberIn(text, field, /^-?\d+$/, (value) => value >= 0 && value <= MOST_FEN),
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
  isShort: false,
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
