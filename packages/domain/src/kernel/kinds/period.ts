import { isPeriod, periodSpan } from '@westgate/base';
import { BY_EXTENT, type Kind, readers, textCell } from './kind.ts';
import { good } from './reading.ts';
import { isKeptText } from './texts.ts';

const expected: Kind['expected'] = () => ({
  zh: '时段，如 2024、2024-03、2024-Q1、2024-H1、2024-03-31，或以 / 相连的两个',
  en: 'a period such as 2024, 2024-03, 2024-Q1, 2024-H1, 2024-03-31 or two joined by /',
});

/** A year, part of a year, month or day, or from one to another. */
export const period: Kind = {
  sql: 'text',
  sqlCheck: null,
  isKept: isKeptText,
  expected,
  holds: () => 'period, such as `2024`, `2024-Q1`, `2024-03/2024-05`',
  examples: () => ['2021/2024', '2024-Q1', '2024', '2024-03-31'],
  ...readers({ expected, code: 'bad-period' }, (text) => (isPeriod(text) ? good(text) : null)),
  writeText: String,
  writeCell: textCell,
  standard: ({ standard = null }) => standard,
  least: null,
  isMade: false,
  isReviewable: false,
  isShort: false,
  isBilingual: false,
  pointer: null,
  days: () => ({ form: 'period', textOf: (value) => value }),
  wrongForm: null,
  order: spanOf,
  filters: BY_EXTENT,
  groups: true,
  sums: false,
  searchWeight: 0,
};

/** Its first day, then its last. */
function spanOf(value: unknown): string {
  return typeof value === 'string' && isPeriod(value) ? periodSpan(value).join('/') : String(value);
}
