import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { ADDRESSES, type EndpointName, endpoint } from '@westgate/contract';
import type { core, z } from 'zod';
import { parseInput } from '../src/http/parse.ts';

const NAMES = Object.keys(ADDRESSES) as readonly EndpointName[];
/** Values of which no field takes all. */
const WRONG: readonly unknown[] = [null, true, -1.5, 1e300, '', 'no such thing', 'x'.repeat(70_000), [], [null], {}, { 'no such': 1 }];
const HAN = /\p{Script=Han}/u;
const ENGLISH = /[A-Za-z]+ +[A-Za-z]+/;

/** Puts a value where a field stands. */
type Put = (value: unknown) => unknown;

/** Every field of a schema, whatever it is wrapped in, as what puts a value into it. */
function* fieldsOf(schema: core.$ZodType, put: Put, depth = 0): Generator<Put> {
  const { def } = (schema as core.$ZodTypes)._zod;
  if (depth > 6) return;
  yield put;
  switch (def.type) {
    case 'object':
      for (const [name, field] of Object.entries(def.shape)) yield* fieldsOf(field, (value) => put({ [name]: value }), depth + 1);
      return;
    case 'array':
      return yield* fieldsOf(def.element, (value) => put([value]), depth + 1);
    case 'record':
      return yield* fieldsOf(def.valueType, (value) => put({ a: value }), depth + 1);
    case 'union':
      for (const option of def.options) yield* fieldsOf(option, put, depth + 1);
      return;
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return yield* fieldsOf(def.innerType, put, depth);
    case 'pipe':
      return yield* fieldsOf(def.in, put, depth);
    default:
      return;
  }
}

interface Issue {
  readonly field: string;
  readonly message: string;
  readonly messageZh: string;
}

function refused(schema: z.ZodType, value: unknown): { readonly zh: string; readonly issues: readonly Issue[] } | null {
  try {
    parseInput(schema, value, 'body');
    return null;
  } catch (error) {
    assert.ok(error instanceof WestgateError, String(error));
    return { zh: String(error.details.detailZh), issues: error.details.issues as readonly Issue[] };
  }
}

test('whatever does not fit in a field of a body is told in Chinese, beside the English', () => {
  const told = new Set<string>();
  const faults = new Set<string>();
  const known = new Set<unknown>();
  for (const name of NAMES) {
    const { body } = endpoint(name);
    if (known.has(body)) continue;
    known.add(body);
    for (const put of fieldsOf(body, (value) => value)) {
      for (const wrong of WRONG) {
        const refusal = refused(body, put(wrong));
        for (const { field, message, messageZh } of refusal?.issues ?? []) {
          told.add(`${name} ${field}`);
          const own = messageZh.replace(/，现为 .*$/s, '').replaceAll(/"[^"]*"/g, '');
          if (message === '' || !HAN.test(own) || ENGLISH.test(own)) faults.add(`${name} ${field}: ${messageZh}`);
          if (!refusal?.zh.includes(messageZh)) faults.add(`${name} ${field} is not in the whole: ${refusal?.zh}`);
        }
      }
    }
  }
  assert.deepEqual([...faults].slice(0, 20), []);
  assert.ok(told.size > 500, `${told.size} fields were told of`);
});
