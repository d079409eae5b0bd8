import { BY_VALUE, type Kind, readers } from './kind.ts';
import { good, type Reading } from './reading.ts';

const expected: Kind['expected'] = () => ({ zh: '是或否（true 或 false）', en: 'yes or no (true or false)' });

const SAID: ReadonlyMap<string, Reading> = new Map([
  ...['true', 'yes', '是'].map((text) => [text, good(true)] as const),
  ...['false', 'no', '否'].map((text) => [text, good(false)] as const),
]);

/** Yes or no; a new record says no where nothing is said. */
export const boolean: Kind = {
  sql: 'boolean',
  sqlCheck: null,
  isKept: (value) => typeof value === 'boolean',
  expected,
  holds: () => '`true` or `false`',
  examples: () => [true, false],
  ...readers({ expected, code: 'bad-boolean' }, (text) => SAID.get(text.toLowerCase()) ?? null, {
    takes: 'boolean',
  }),
  writeText: String,
  writeCell: (value) => ({ kind: 'boolean', boolean: value === true }),
  standard: ({ optional, standard = null }) => (optional ? standard : false),
  least: null,
  isMade: false,
  isReviewable: false,
  isShort: true,
  isBilingual: false,
  pointer: null,
  days: null,
  wrongForm: null,
  order: Number,
  filters: BY_VALUE,
  groups: true,
  sums: false,
  searchWeight: 0,
};
