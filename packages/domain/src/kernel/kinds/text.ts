import { type Said, webAddress } from '@westgate/base';
import { BY_WORDS, type Kind, readers, textCell } from './kind.ts';
import { good } from './reading.ts';
import { isKeptText, writeTextCell, wrongLine, wrongWords } from './texts.ts';

const ADDRESS: Said = {
  zh: '网页地址，如 https://district.example/plan',
  en: 'the address of a page, such as https://district.example/plan',
};
const expected: Kind['expected'] = ({ about }) => ({ zh: `文字：${about.zh}`, en: `a text: ${about.en}` });

/** Words: of one line or several, or the address of a page. */
export const text: Kind = {
  sql: 'text',
  sqlCheck: null,
  isKept: isKeptText,
  expected,
  holds: () => 'text',
  examples: ({ form }) =>
    form === 'web' ? ['https://district.example/plan', 'https://district.example/map'] : ['Mill', '老厂房 “A”; it’s'],
  ...readers({ expected, code: 'bad-text' }, good, { isFree: true }),
  writeText: (value) => writeTextCell(String(value)),
  writeCell: textCell,
  standard: ({ standard = null }) => standard,
  least: null,
  isMade: false,
  isReviewable: true,
  isShort: true,
  isBilingual: true,
  pointer: null,
  days: null,
  wrongForm(value, { form }, { isName }) {
    if (typeof value !== 'string' || form === 'as-written') return null;
    if (form === 'web') return webAddress(value) === null ? ADDRESS : null;
    return form === 'line' || isName ? wrongLine(value) : wrongWords(value);
  },
  order: String,
  filters: BY_WORDS,
  groups: false,
  sums: false,
  searchWeight: 1,
};
