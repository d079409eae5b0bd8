import { type DayString, never, type Said, type Told } from '@westgate/base';

/** What can be wrong with a value by itself, whatever stands around it. */
type ValueFault =
  | 'missing-value'
  | 'encoding'
  | 'malformed'
  | 'bad-id'
  | 'bad-text'
  | 'unknown-word'
  | 'bad-day'
  | 'bad-period'
  | 'bad-number'
  | 'bad-integer'
  | 'bad-boolean';

/** A value read, or why it could not be. */
export type Reading<Fault extends string = ValueFault> =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: Fault; readonly expected: Said; readonly found?: Told };

/** A value that was read. */
export function good(value: unknown): Reading {
  return { ok: true, value };
}

/** A value that could not be read. */
export function bad(code: ValueFault, expected: Said): Reading {
  return { ok: false, code, expected };
}

/** What a cell of a spreadsheet holds. `none`: a formula whose value the file does not keep. */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'day'; readonly day: DayString }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'none' };

/** The same as text; null where nothing stands in it, or nothing but an error. */
export function textOfCell(cell: CellValue): string | null {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'number':
      return String(cell.number);
    case 'day':
      return cell.day;
    case 'boolean':
      return String(cell.boolean);
    case 'error':
    case 'none':
      return null;
    default:
      return never(cell);
  }
}
