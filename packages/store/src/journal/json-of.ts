import type { Json } from '@westgate/base';

/** Rows, changes and bodies of deeds hold nothing but JSON values; their types only say less. */
export function jsonOf(value: object): Json {
  return value as unknown as Json;
}
