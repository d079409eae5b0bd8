import type { CodeList } from './codes.ts';

/** What a value of an OC4IDS document may be. */
export type Shape =
  | { readonly kind: 'text'; readonly form?: 'date-time' | 'uri' | 'email'; readonly codes?: CodeList; readonly isOpen?: boolean }
  | { readonly kind: 'number'; readonly isWhole?: true; readonly least?: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'text-or-number' }
  | { readonly kind: 'positions' }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Shape>> | null; readonly required: readonly string[] }
  | { readonly kind: 'ref'; readonly to: string };

/** A text of any words. */
export const text = (): Shape => ({ kind: 'text' });
/** An instant with its offset from UTC, as RFC 3339 writes it. */
export const moment = (): Shape => ({ kind: 'text', form: 'date-time' });
/** An address with its scheme. */
export const uri = (): Shape => ({ kind: 'text', form: 'uri' });
/** A mail address. */
export const email = (): Shape => ({ kind: 'text', form: 'email' });
/** A code of a list to which nothing may be added. */
export const closed = (codes: CodeList): Shape => ({ kind: 'text', codes, isOpen: false });
/** A code of a list; another is allowed, and said. */
export const open = (codes: CodeList): Shape => ({ kind: 'text', codes, isOpen: true });
/** A number, perhaps none below `least`. */
export const number = (least?: number): Shape => ({ kind: 'number', ...(least === undefined ? {} : { least }) });
/** A whole number. */
export const integer = (): Shape => ({ kind: 'number', isWhole: true });
/** True or false. */
export const flag = (): Shape => ({ kind: 'flag' });
/** A measure: a number, or words. */
export const textOrNumber = (): Shape => ({ kind: 'text-or-number' });
/** Co-ordinates: numbers, in lists within each other. */
export const positions = (): Shape => ({ kind: 'positions' });
/** Several of one form, none twice. */
export const list = (of: Shape): Shape => ({ kind: 'list', of });
/** An object; fields of other names are allowed. */
export const object = (fields: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape => ({
  kind: 'object',
  fields,
  required,
});
/** An object of any fields. */
export const anything = (): Shape => ({ kind: 'object', fields: null, required: [] });
/** A part that has a name in the standard. */
export const ref = (to: string): Shape => ({ kind: 'ref', to });
