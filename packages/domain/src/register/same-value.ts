import { type Json, sameJson } from '@westgate/base';

/** True where two values of a row are the same, whatever the order of the keys in a JSON column. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (isJson(a) && isJson(b) && sameJson(a, b));
}

/** Every value of a row is JSON: it came from a file or from the store. */
function isJson(value: unknown): value is Json {
  return value !== undefined && typeof value !== 'function';
}
