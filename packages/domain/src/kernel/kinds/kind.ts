import { isSlug, type Said } from '@westgate/base';
import { bad, type CellValue, good, type Reading, textOfCell } from './reading.ts';
import { isKeptText, isReadable, MAX_TEXT, readTextCell } from './texts.ts';

/** What a column says of itself beside its kind. */
export interface FieldFacts {
  readonly optional: boolean;
  /** What a text may be: of one line, the address of a page, letter by letter as another text; several lines where nothing is said. A whole number may be a year, a day a bound of the span of days. */
  readonly form?: 'line' | 'web' | 'as-written' | 'year' | 'bound';
  /** What its value is made of, where its kind does not say: by that a form asks for it. */
  readonly shape?: 'languages' | 'time-zone' | 'extent' | 'projection' | 'axes' | 'units' | 'levels' | 'geometry';
  /** What alone a geometry is drawn as; any where nothing is said. */
  readonly drawn?: 'line' | 'area';
  /** A day that is never before the one in this column of its row. */
  readonly notBefore?: string;
  /** A day or period of something that has been, always or where another column says so: it begins no later than the day of the deed that says so. */
  readonly hasBeen?: true | { readonly column: string; readonly is: string };
  /** For field notes, documents and messages: what it means, and what the officer should write there. */
  readonly about: Said;
  /** What it is called on screens and in files, where no list of names says it. */
  readonly label?: Said;
  /** What to know of it where it is asked, where no list of hints says it. */
  readonly hint?: Said;
  /** What is shown where it is empty and nothing is missed by that; none: it is not known then. */
  readonly none?: Said;
  /** What the button that empties it is called, where a day may be empty. */
  readonly emptied?: Said;
  /** `ref`: the table pointed to. */
  readonly table?: string;
  /** `ref`: how what is linked by it says that it is, where not by the kind of record that the column stands in. */
  readonly via?: string;
  /** `number`, `integer`: the least and the most it may be. */
  readonly range?: readonly [least: number, most: number];
  /** `enum`: the words allowed. */
  readonly values?: readonly string[];
  /** `enum`: what they are called, where no list of names says it. */
  readonly names?: Readonly<Record<string, Said>>;
  /** What a new record holds where nothing is said; none where it must be said, or may be empty. */
  readonly standard?: unknown;
  /** `anyref`: the column that names the kind of record pointed to. */
  readonly kindColumn?: string;
}

/** Where a value points: to a row of one table, or of the table that another column of the row names. */
export type Pointer = { readonly table: string } | { readonly kindColumn: string };

/** How the values of a kind name days: one day, or a period of any form. `textOf`: the text of a value. */
interface NamedDays {
  readonly form: 'day' | 'period';
  readonly textOf: (value: unknown) => unknown;
}

/** What is known of the column of a text beside its field. */
interface TextPlace {
  /** The record is called by it. */
  readonly isName: boolean;
  /** The texts inside of it, if any, are names. */
  readonly holdsNames: boolean;
}

/**
 * How a list is narrowed by a value: equal to it or not, one of several, holding words, from it on or up to it, before or after it, by there being one
 * or none. A day or period is equal to a period that it begins in, as it is grouped by where it begins.
 */
export const OPERATORS = ['is', 'not', 'in', 'has', 'from', 'to', 'before', 'after', 'known', 'unknown'] as const;
export type Operator = (typeof OPERATORS)[number];

/** Of values of which some are named. */
export const BY_VALUE = ['is', 'not', 'in', 'known', 'unknown'] as const satisfies readonly Operator[];
/** Of values that hold words. */
export const BY_WORDS = ['has', ...BY_VALUE] as const satisfies readonly Operator[];
/** Of values that lie before or behind others. */
export const BY_EXTENT = ['is', 'not', 'from', 'to', 'before', 'after', 'known', 'unknown'] as const satisfies readonly Operator[];

/**
 * Everything that is true of a kind of column, whatever the table. A value is JSON as it stands in a row, and is written as JSON as it is. Functions that
 * take a value of a row may trust that it is one of the kind, or null.
 */
export interface Kind {
  /** The PostgreSQL type of its columns. */
  readonly sql: 'text' | 'date' | 'double precision' | 'integer' | 'bigint' | 'boolean' | 'text[]' | 'jsonb';
  /** What PostgreSQL checks of a value, of a column by its quoted name; null where the type says it all. */
  readonly sqlCheck: ((column: string, field: FieldFacts) => string) | null;
  /**
   * Whether PostgreSQL takes a value, which may be anything but null, in a column of the kind and gives it back letter by letter. Says no where that is in
   * doubt; never says yes of what the database refuses.
   */
  readonly isKept: (value: unknown, field: FieldFacts) => boolean;
  /** What a value must be, in words. */
  readonly expected: (field: FieldFacts) => Said;
  /** The same in short, for the documents. */
  readonly holds: (field: FieldFacts) => string;
  /** Two values of the kind, or more. */
  readonly examples: (field: FieldFacts) => readonly [unknown, unknown, ...unknown[]];
  /** Reads the JSON of a request or a GeoJSON property; a text is read as one that was typed. Empty is not given. */
  readonly readJson: (raw: unknown, field: FieldFacts) => Reading;
  /** Reads a CSV cell of a district folder. */
  readonly readText: (cell: string, field: FieldFacts) => Reading;
  /** Reads a cell of a spreadsheet. */
  readonly readCell: (cell: CellValue, field: FieldFacts) => Reading;
  /** A value as the CSV cell of a district folder; null is an empty cell, of every kind. */
  readonly writeText: (value: unknown) => string;
  /** A value as a cell of a spreadsheet; null is none, of every kind. */
  readonly writeCell: (value: unknown) => CellValue;
  /** What a new record holds where nothing is said; null where that must be said, or may be empty. */
  readonly standard: (field: FieldFacts) => unknown;
  /** What is said where something must be said and nobody does: the least of its words. Null where there is none. */
  readonly least: ((field: FieldFacts) => string | null) | null;
  /** A new record is given one of its own where none is said. */
  readonly isMade: boolean;
  /** Its values are one short text each, which can be proposed and decided on by itself. */
  readonly isReviewable: boolean;
  /** Its values are short: each is changed by itself in its cell of a list. */
  readonly isShort: boolean;
  /** Two columns of it, `<name>_zh` and `<name>_en`, say one thing in both languages. */
  readonly isBilingual: boolean;
  readonly pointer: ((field: FieldFacts) => Pointer) | null;
  /** How its values name days; null from the function where a column of the kind does not. */
  readonly days: ((field: FieldFacts) => NamedDays | null) | null;
  /** What was expected of the texts of a value, where they are not of the form of the column; null where they are. */
  readonly wrongForm: ((value: unknown, field: FieldFacts, place: TextPlace) => Said | null) | null;
  /** By what a value is put in order, smallest first: a number by itself, a text as a reader of lists looks for it, a word by its list. Null where there is no order. */
  readonly order: ((value: unknown, field: FieldFacts) => string | number) | null;
  /** The operators a list may be narrowed by. */
  readonly filters: readonly Operator[];
  /** Rows may be put together by it. */
  readonly groups: boolean;
  /** Values may be added up. */
  readonly sums: boolean;
  /** How much a word found in it counts, beside 1 for a text; 0: it is not searched. */
  readonly searchWeight: number;
}

/** What an empty value is read as: none where there may be none, else a fault. */
export function nothing(field: FieldFacts, expected: Kind['expected']): Reading {
  return field.optional ? good(null) : bad('missing-value', expected(field));
}

/** Whether a value that is read is empty: nothing, or blanks. */
export function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');
}

type Readers = Pick<Kind, 'readJson' | 'readText' | 'readCell'>;

/**
 * How values are read of which each is written as one text. `parse` takes that text without blanks around it; `takes`: what JSON may hold instead of a text;
 * `isFree`: any text can be a value, so that one which a spreadsheet would run as a formula was marked in its CSV cell.
 */
export function readers(
  { expected, code }: Pick<Kind, 'expected'> & { readonly code: Parameters<typeof bad>[0] },
  parse: (text: string, field: FieldFacts) => Reading | null,
  { takes = null, isFree = false }: { readonly takes?: 'number' | 'boolean' | null; readonly isFree?: boolean } = {},
): Readers {
  const wrong = (field: FieldFacts): Reading => bad(code, expected(field));
  const read = (text: string, field: FieldFacts): Reading => {
    if (!isReadable(text)) return bad('encoding', { zh: '读得出的字符', en: 'readable characters' });
    if (text.length > MAX_TEXT) return bad('bad-text', { zh: `至多 ${MAX_TEXT} 个字符`, en: `at most ${MAX_TEXT} characters` });
    return parse(text, field) ?? wrong(field);
  };
  const readJson = (raw: unknown, field: FieldFacts): Reading => {
    if (isBlank(raw)) return nothing(field, expected);
    if (typeof raw === 'string') return read(raw.trim(), field);
    return typeof raw === takes ? read(String(raw), field) : wrong(field);
  };
  return {
    readJson,
    readText: (cell, field) => readJson(isFree ? readTextCell(cell.trim()) : cell, field),
    readCell: (cell, field) => (cell.kind === 'error' ? { ...wrong(field), found: cell.error } : readJson(textOfCell(cell), field)),
  };
}

/** What is expected of the id of a record. */
const SLUG: Said = {
  zh: '编号，由 1 至 80 个字母、数字、点、连字符或下划线组成',
  en: 'an id of 1 to 80 letters, digits, dots, dashes or underscores',
};

/** What every kind has in common whose values are the id of a record. */
export const OF_IDS = {
  sql: 'text',
  sqlCheck: null,
  isKept: isKeptText,
  expected: () => SLUG,
  ...readers({ expected: () => SLUG, code: 'bad-id' }, (text) => (isSlug(text) ? good(text) : null)),
  writeText: String,
  writeCell: textCell,
  standard: ({ standard = null }) => standard,
  least: null,
  days: null,
  wrongForm: null,
  order: String,
  sums: false,
} as const satisfies Partial<Kind>;

/** What is expected of a number, in words, with the range that it must lie in. */
export function numberExpected(zh: string, en: string): Kind['expected'] {
  return ({ range }) => (range ? { zh: `${zh}，${range[0]} 至 ${range[1]}`, en: `${en} from ${range[0]} to ${range[1]}` } : { zh, en });
}

/** A number as it is read of a text written in digits; null where it is none, is not of its kind, or does not lie in the range of its column. */
export function numberIn(text: string, { range }: FieldFacts, pattern: RegExp, isOfKind: (value: number) => boolean): Reading | null {
  const value = Number(text);
  const liesIn = range === undefined || (value >= range[0] && value <= range[1]);
  return pattern.test(text) && isOfKind(value) && liesIn ? good(value === 0 ? 0 : value) : null;
}

/** A value as a cell of text. */
export function textCell(value: unknown): CellValue {
  return { kind: 'text', text: String(value) };
}

/** A value as a cell with a number. */
export function numberCell(value: unknown): CellValue {
  return { kind: 'number', number: Number(value) };
}
