import { BY_VALUE, type Kind, readers } from './kind.ts';
import { good } from './reading.ts';

const expected: Kind['expected'] = () => ({ zh: 'true 或 false', en: 'true or false' });

/** Yes or no; a new record says no where nothing is said. */
export const boolean: Kind = {
  sql: 'boolean',
  sqlCheck: null,
  expected,
  holds: () => '`true` or `false`',
  examples: () => [true, false],
  ...readers({ expected, code: 'bad-boolean' }, (text) => (/^(?:true|false)$/i.test(text) ? good(text.toLowerCase() === 'true') : null), {
    takes: 'boolean',
  }),
  writeText: String,
  writeCell: (value) => ({ kind: 'boolean', boolean: value === true }),
  standard: ({ optional, standard = null }) => (optional ? standard : false),
  least: null,
  isMade: false,
  isReviewable: false,
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
