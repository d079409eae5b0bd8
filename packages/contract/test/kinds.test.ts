import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KINDS, type KindName, kindOf } from '@westgate/domain';
import { fieldValue } from '../src/schemas/revise.ts';

test('the contract takes the examples of every kind of column, null only where a value may be empty, and no value of an unlike kind', () => {
  for (const kind of Object.keys(KINDS) as readonly KindName[]) {
    const field = { kind, optional: false, about: { zh: '内容', en: 'what it says' }, values: ['draft', 'kept'] };
    const [must, may] = [fieldValue(field), fieldValue({ ...field, optional: true })];
    for (const value of kindOf(field).examples(field)) assert.ok(must.safeParse(value).success, `${kind} ${JSON.stringify(value)}`);
    assert.ok(!must.safeParse(null).success, kind);
    assert.ok(may.safeParse(null).success, kind);
    assert.ok(!must.safeParse(Symbol.iterator).success, kind);
  }
});
