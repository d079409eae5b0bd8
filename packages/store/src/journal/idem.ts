import { createHash } from 'node:crypto';
import { canonicalJson } from '@westgate/base';
import { jsonOf } from './json-of.ts';

/** By what a request is known again: the key it was sent with, and a hash of what was asked. */
export interface Idem {
  readonly key: string;
  /** SHA-256 in hex. */
  readonly request: string;
}

/** By what a request is known again that asks `input`, a JSON value, with the key `key`: equal input gives an equal hash, whatever the order of its keys. */
export function idemOf(key: string, input: unknown): Idem {
  return {
    key,
    request: createHash('sha256')
      .update(canonicalJson(jsonOf({ input })))
      .digest('hex'),
  };
}
