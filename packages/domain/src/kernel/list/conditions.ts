import { isPeriod, periodSpan, type Said, wordsFinder } from '@westgate/base';
import { type Field, kindOf } from '../field.ts';
import { isBlank, type Operator } from '../kinds/kind.ts';
import { type ColumnSaid, columnsNamed, extentOf, isUnknown, keysOfValue, type ListColumn, namesDays } from './column.ts';

/** A narrowing of a list: by a column, and what it is compared with; null among these: what is not known. */
export interface Condition {
  readonly column: string;
  readonly operator: Operator;
  readonly values: readonly (string | null)[];
}

/** Most values that one condition names. */
const MOST_VALUES = 200;
/** How many values an operator takes, at least and at most. */
const TAKES: Readonly<Record<Operator, readonly [number, number]>> = {
  is: [1, 1],
  not: [1, 1],
  in: [1, MOST_VALUES],
  has: [1, 1],
  from: [1, 1],
  to: [1, 1],
  before: [1, 1],
  after: [1, 1],
  known: [0, 0],
  unknown: [0, 0],
};
/** Those that may name what is not known. */
const MAY_BE_UNKNOWN: ReadonlySet<Operator> = new Set(['is', 'not', 'in']);

/** What was expected of a condition, where it cannot be asked of its column; null where it can. */
export function wrongCondition({ field }: ColumnSaid, { operator, values }: Condition): Said | null {
  const { filters } = kindOf(field);
  if (!filters.includes(operator)) return { zh: `以下之一：${filters.join('、')}`, en: `one of ${filters.join(', ')}` };
  const [least, most] = TAKES[operator];
  if (values.length < least || values.length > most) {
    return least === most
      ? { zh: `${least} 个值`, en: `${least} value${least === 1 ? '' : 's'}` }
      : { zh: `1 至 ${most} 个值`, en: `1 to ${most} values` };
  }
  for (const value of values) {
    const expected = value === null ? (MAY_BE_UNKNOWN.has(operator) ? null : A_VALUE) : wrongValue(field, operator, value);
    if (expected !== null) return expected;
  }
  return null;
}

const A_VALUE: Said = { zh: '一个值', en: 'a value' };
const A_PERIOD: Said = {
  zh: '日期或时段，如 2026-03-31、2026-03、2026-Q1、2026',
  en: 'a day or period such as 2026-03-31, 2026-03, 2026-Q1, 2026',
};

function wrongValue(field: Field, operator: Operator, value: string): Said | null {
  if (isBlank(value)) return A_VALUE;
  if (operator === 'has') return null;
  if (namesDays(field)) return isPeriod(value) ? null : A_PERIOD;
  const kind = kindOf(field);
  // What words are looked for in, and what holds several, is told apart by any text.
  if (field.values === undefined && (kind.searchWeight > 0 || kind.pointer || Array.isArray(kind.standard(field)))) return null;
  const read = kind.readJson(value, field);
  return read.ok ? null : read.expected;
}

/** Whether a row fits a condition that can be asked of the column. What is not known is not equal to anything, and lies nowhere. */
export function fits<Row, Seen>(column: ListColumn<Row, Seen>, condition: Condition, seen: Seen): (row: Row) => boolean {
  const { operator, values } = condition;
  if (operator === 'has') {
    const hasWords = wordsFinder(values[0] ?? '');
    return (row) => {
      const value = column.of(row, seen);
      const texts = column.texts ? column.texts(row, seen) : isUnknown(value) ? [] : keysOfValue(value);
      return texts.some((text) => text !== null && hasWords(text));
    };
  }
  const passes = fitsValue(column.field, condition);
  return (row) => {
    const value = column.of(row, seen);
    return passes(isUnknown(value) ? null : value);
  };
}

/** Whether a row fits all of the conditions that can be asked of the columns. */
export function fitsAll<Row, Seen>(
  columns: readonly ListColumn<Row, Seen>[],
  conditions: readonly Condition[],
  seen: Seen,
): (row: Row) => boolean {
  const tests = conditions.flatMap((condition) => columnsNamed(columns, [condition.column]).map((column) => fits(column, condition, seen)));
  return (row) => tests.every((passes) => passes(row));
}

function fitsValue(field: Field, { operator, values }: Condition): (value: unknown) => boolean {
  if (operator === 'known') return (value) => value !== null;
  if (operator === 'unknown') return (value) => value === null;
  if (operator === 'not') {
    const is = fitsValue(field, { column: '', operator: 'is', values });
    return (value) => !is(value);
  }
  const takesUnknown = values.includes(null);
  const asked = values.flatMap((value) => value ?? []);
  if (!kindOf(field).filters.includes('from')) {
    const keys = new Set(asked.map((text) => keyAsked(field, text)));
    return (value) => (value === null ? takesUnknown : keysOfValue(value).some((key) => keys.has(key)));
  }
  const extents = asked.flatMap((text) => {
    const extent = extentAsked(field, text);
    return extent === null ? [] : [extent];
  });
  return (value) => {
    if (value === null) return takesUnknown;
    const extent = extentOf(field, value);
    return extent !== null && extents.some((each) => lies(operator, extent, each));
  };
}

/** The key that a text asks for: a word or a truth may be written in other letters than it is held in. */
function keyAsked(field: Field, text: string): string {
  const kind = kindOf(field);
  const read = field.values || kind.sql === 'boolean' ? kind.readJson(text, field) : null;
  return read?.ok ? String(read.value) : text;
}

type Extent = readonly [string, string] | readonly [number, number];

/** How a value lies to what is asked: begins in it, lies from its beginning on, up to its end, before it, behind it. */
function lies(operator: Operator, [first, last]: Extent, [from, to]: Extent): boolean {
  switch (operator) {
    case 'from':
      return first >= from;
    case 'to':
      return last <= to;
    case 'before':
      return last < from;
    case 'after':
      return first > to;
    default:
      return first >= from && first <= to;
  }
}

function extentAsked(field: Field, text: string): Extent | null {
  if (namesDays(field)) return isPeriod(text) ? periodSpan(text) : null;
  const read = kindOf(field).readJson(text, field);
  return read.ok ? extentOf(field, read.value) : null;
}
