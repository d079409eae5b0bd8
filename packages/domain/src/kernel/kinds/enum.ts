import { BY_VALUE, type Kind, readers, textCell } from './kind.ts';
import { good } from './reading.ts';

const expected: Kind['expected'] = ({ values = [] }) => ({ zh: `以下之一：${values.join('、')}`, en: `one of ${values.join(', ')}` });

/** One of a closed list of words, which stand in their order. */
export const oneWord: Kind = {
  sql: 'text',
  sqlCheck: (column, { values = [] }) => `${column} in (${values.map((value) => `'${value}'`).join(', ')})`,
  isKept: (value, { values = [] }) => typeof value === 'string' && values.includes(value),
  expected,
  holds: ({ values = [] }) => values.map((word) => `\`${word}\``).join(', '),
  examples: ({ values: [first = '', second = first, ...others] = [] }) => [first, second, ...others],
  ...readers({ expected, code: 'unknown-word' }, (text, { values }) => (values?.includes(text) ? good(text) : null)),
  writeText: String,
  writeCell: textCell,
  standard: ({ standard = null }) => standard,
  least: ({ optional, values }) => (optional ? null : (values?.at(-1) ?? null)),
  isMade: false,
  isReviewable: true,
  isShort: true,
  isBilingual: false,
  pointer: null,
  days: null,
  wrongForm: null,
  order: (value, { values = [] }) => values.indexOf(String(value)),
  filters: BY_VALUE,
  groups: true,
  sums: false,
  searchWeight: 0,
};
