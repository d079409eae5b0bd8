import { type Said, strangeInLine, strangeInWords, webAddress } from '@westgate/base';
import { fieldsOf, TABLES, type TableName } from './tables.ts';

const ADDRESS: Said = {
  zh: '网页地址，如 https://district.example/plan',
  en: 'the address of a page, such as https://district.example/plan',
};

/** What was expected of a text in a column, in words, where `value` is not of that form; null where it is. Ids, days and numbers have theirs already. */
export function wrongForm(table: TableName, column: string, value: unknown): Said | null {
  const field = fieldsOf(table)[column];
  if (!field || value === null || value === undefined) return null;
  if (field.kind === 'list' && Array.isArray(value)) return firstWrong(value, wrongLine);
  if (field.kind === 'json' && table === 'district') return wrongInside(value);
  if (field.kind !== 'text' || typeof value !== 'string') return null;
  switch (field.form) {
    case 'web':
      return webAddress(value) === null ? ADDRESS : null;
    case 'as-written':
      return null;
    case 'line':
      return wrongLine(value);
    default:
      return isName(table, column) ? wrongLine(value) : wrongWords(value);
  }
}

/** What a record is called stands in one line; what is asked of a department is a text. */
function isName(table: TableName, column: string): boolean {
  const { named } = TABLES[table] as { readonly named?: string };
  return named !== undefined && table !== 'supervision' && (column === `${named}_zh` || column === `${named}_en`);
}

function wrongLine(text: unknown): Said | null {
  const found = typeof text === 'string' ? strangeInLine(text) : null;
  return found === null ? null : { zh: `一行看得见的字符，不含 ${found}`, en: `one line of characters that can be seen, without ${found}` };
}

function wrongWords(text: string): Said | null {
  const found = strangeInWords(text);
  return found === null ? null : { zh: `分行的文字，不含 ${found}`, en: `a text of lines, without ${found}` };
}

/** Names inside of what the district says of itself: its axes and units. */
function wrongInside(value: unknown): Said | null {
  if (typeof value === 'string') return wrongLine(value);
  return typeof value === 'object' && value !== null ? firstWrong(Object.values(value), wrongInside) : null;
}

function firstWrong(values: readonly unknown[], wrong: (value: unknown) => Said | null): Said | null {
  for (const value of values) {
    const found = wrong(value);
    if (found !== null) return found;
  }
  return null;
}
