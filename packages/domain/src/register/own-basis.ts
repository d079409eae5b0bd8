import { type Bilingual, type Json, type Language, sameJson } from '@westgate/base';
import { kindOf, leastOf } from '../kernel/field.ts';
import type { Based } from './tables/table.ts';
import { type AnyRow, basedOf, fieldsOf, type TableName } from './tables.ts';

type Words = Readonly<Record<Language, string>>;

/** The words that stand for the basis of a value that was changed without a source. */
const FORM: Words = { zh: '由{by}于 {on}修改，无来源', en: 'changed by {by} on {on}, no source' };
const SLOT = /\{(by|on)\}/g;
const SAID = new RegExp(
  `^(?:${Object.values(FORM)
    .map((form) => form.replace(SLOT, '.+'))
    .join('|')})$`,
  's',
);

type Cells = Readonly<Record<string, unknown>>;

/** A row with each value on a basis of its own; `missing`: columns of a basis that the table demands and nobody said. */
export interface OwnBasis {
  readonly row: AnyRow;
  readonly missing: readonly string[];
}

/**
 * The row `after` a change of `before`, no old basis beside a new value: of a value that changed only those columns of its basis stay that are
 * said anew, by another content or by name in `said`. Where none is, `unsourced` stands in its words, until a basis is given: it goes then in
 * every language, and not before. Filling in the other language of a text is no change of it. `isElsewhere`: every basis counts as of another value,
 * as what it was read in is left.
 */
export function withOwnBasis(
  table: TableName,
  before: AnyRow,
  after: AnyRow,
  said: ReadonlySet<string>,
  unsourced: () => Bilingual,
  isElsewhere = false,
): OwnBasis {
  const missing: string[] = [];
  let row = after;
  for (const based of basedOf(table)) {
    if (!isElsewhere && !based.value.some((column) => isAnother(column, before, after))) {
      row = withCells(row, saidLater(based, before, row));
      continue;
    }
    const gone = based.basis.filter((column) => !said.has(column) && sameValue(before[column], after[column]));
    row = { ...row, ...Object.fromEntries(gone.map((column) => [column, emptied(table, column)])) };
    if (!based.tellsLoss && based.value.every((column) => isEmpty(after[column]))) continue;
    missing.push(...gone.filter((column) => isDemanded(table, column)));
    const [zh, en] = wordsOf(based);
    if (says(based, row)) row = { ...row, ...withoutNoSource(based, row) };
    else if (zh !== undefined && en !== undefined) {
      const said = unsourced();
      row = { ...row, [zh]: said.zh, [en]: said.en };
    }
  }
  return { row, missing };
}

/** The row with these cells; itself where it has them. */
function withCells(row: AnyRow, cells: Cells): AnyRow {
  return Object.entries(cells).every(([column, value]) => row[column] === value) ? row : { ...row, ...cells };
}

/** True where the value in a column stands as changed without a source: its words say so, and nothing else of its basis says more. */
export function isWithoutSource(table: TableName, column: string, row: Cells): boolean {
  return basedOf(table).some((based) => based.value.includes(column) && standsWithoutSource(based, row));
}

function standsWithoutSource(based: Based, row: Cells): boolean {
  return !says(based, row) && wordsOf(based).some((column) => saysNoSource(row[column]));
}

/** What follows where the basis alone was changed: that there is none goes with the first that is given, and cannot be wiped out. */
function saidLater(based: Based, before: Cells, after: Cells): Cells {
  if (based.basis.every((column) => sameValue(before[column], after[column]))) return {};
  if (says(based, after)) return withoutNoSource(based, after);
  return standsWithoutSource(based, before) ? Object.fromEntries(wordsOf(based).map((column) => [column, before[column]])) : {};
}

function withoutNoSource(based: Based, row: Cells): Cells {
  return Object.fromEntries(wordsOf(based).flatMap((column) => (saysNoSource(row[column]) ? [[column, null]] : [])));
}

/** The columns of the words of a basis, Chinese first; none where it holds no words. */
function wordsOf({ words }: Based): readonly string[] {
  return words === undefined ? [] : [`${words}_zh`, `${words}_en`];
}

/** True where a value is another one; a text that is filled in where it stood in the other language alone is the same. */
function isAnother(column: string, before: Cells, after: Cells): boolean {
  if (sameValue(before[column], after[column])) return false;
  const twin = column.endsWith('_zh') ? column.replace(/zh$/, 'en') : column.endsWith('_en') ? column.replace(/en$/, 'zh') : null;
  return !(twin !== null && isEmpty(before[column]) && !isEmpty(before[twin]) && sameValue(before[twin], after[twin]));
}

/** How sure one is, alone, says nothing of where a value comes from, nor do the words that no source is known. */
function says({ basis }: Based, row: Cells): boolean {
  return basis.some((column) => column !== 'confidence' && !isEmpty(row[column]) && !saysNoSource(row[column]));
}

function emptied(table: TableName, column: string): string | null {
  const field = fieldsOf(table)[column];
  return field ? leastOf(field) : null;
}

function isDemanded(table: TableName, column: string): boolean {
  const field = fieldsOf(table)[column];
  return field?.optional === false && kindOf(field).least === null;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** True where two values of a row are the same, whatever the order of the keys in a JSON column. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (isJson(a) && isJson(b) && sameJson(a, b));
}

/** Every value of a row is JSON: it came from a file or from the store. */
function isJson(value: unknown): value is Json {
  return value !== undefined && typeof value !== 'function';
}

/** `由住建委于 2024 年 3 月 29 日修改，无来源`, `changed by the housing commission on 29 March 2024, no source`. */
export function sayNoSource(parts: { readonly by: Words; readonly on: Words }): Words {
  const said = (language: Language): string => FORM[language].replace(SLOT, (_, part: keyof typeof parts) => parts[part][language]);
  return { zh: said('zh'), en: said('en') };
}

/** True for what `sayNoSource` says, in whichever language. */
export function saysNoSource(text: unknown): boolean {
  return typeof text === 'string' && SAID.test(text);
}
