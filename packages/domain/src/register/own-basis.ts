import type { Bilingual } from '@westgate/base';
import { sameValue } from './same-value.ts';
import type { Based } from './table.ts';
import { type AnyRow, basedOf, fieldsOf, type TableName } from './tables.ts';

type Cells = Readonly<Record<string, unknown>>;

/** A row with each value on a basis of its own; `missing`: columns of a basis that the table demands and nobody said. */
export interface OwnBasis {
  readonly row: AnyRow;
  readonly missing: readonly string[];
}

/**
 * The row `after` a change of `before`, no old basis beside a new value: of a value that changed only those columns of its basis stay that are
 * said anew, by another content or by name in `said`. Where none is, `unsourced` stands in its words. Filling in
 * the other language of a text is no change of it.
 */
export function withOwnBasis(
  table: TableName,
  before: AnyRow,
  after: AnyRow,
  said: ReadonlySet<string>,
  unsourced: () => Bilingual,
): OwnBasis {
  const missing: string[] = [];
  let row = after;
  for (const based of basedOf(table)) {
    if (!based.value.some((column) => isAnother(column, before, after))) continue;
    const gone = based.basis.filter((column) => !said.has(column) && sameValue(before[column], after[column]));
    row = { ...row, ...Object.fromEntries(gone.map((column) => [column, emptied(table, column)])) };
    if (based.value.every((column) => isEmpty(after[column]))) continue;
    missing.push(...gone.filter((column) => isDemanded(table, column)));
    if (!says(based, row) && based.words !== undefined) {
      const { zh, en } = unsourced();
      row = { ...row, [`${based.words}_zh`]: zh, [`${based.words}_en`]: en };
    }
  }
  return { row, missing };
}

/** True where a value is another one; a text that is filled in where it stood in the other language alone is the same. */
function isAnother(column: string, before: Cells, after: Cells): boolean {
  if (sameValue(before[column], after[column])) return false;
  const twin = column.endsWith('_zh') ? column.replace(/zh$/, 'en') : column.endsWith('_en') ? column.replace(/en$/, 'zh') : null;
  return !(twin !== null && isEmpty(before[column]) && !isEmpty(before[twin]) && sameValue(before[twin], after[twin]));
}

/** How sure one is, alone, says nothing of where a value comes from. */
function says({ basis }: Based, row: Cells): boolean {
  return basis.some((column) => column !== 'confidence' && !isEmpty(row[column]));
}

function emptied(table: TableName, column: string): unknown {
  const field = fieldsOf(table)[column];
  return field?.kind === 'enum' && !field.optional ? (field.values?.at(-1) ?? null) : null;
}

function isDemanded(table: TableName, column: string): boolean {
  const field = fieldsOf(table)[column];
  return field?.optional === false && field.kind !== 'enum';
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
