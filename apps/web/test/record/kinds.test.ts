import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Field, fieldsOf, KINDS, kindOf, TABLE_NAMES } from '@westgate/domain';
import { CONTROLS } from '../../src/record/form/controls.tsx';
import { TYPING } from '../../src/record/form/typing.ts';

test('every kind of column has a control, and a way in which its values are typed', () => {
  const kinds = Object.keys(KINDS).sort();
  assert.deepEqual(Object.keys(CONTROLS).sort(), kinds);
  assert.deepEqual(Object.keys(TYPING).sort(), kinds);
});

test('a value of any column that is shown in its control and sent as it stands is the same value', () => {
  const fields = TABLE_NAMES.flatMap((table): readonly Field[] => Object.values(fieldsOf(table)));
  assert.ok(fields.length > 300);
  for (const field of fields) {
    const { shown, read, fault } = TYPING[field.kind];
    for (const value of kindOf(field).examples(field)) {
      const held = shown(value);
      assert.deepEqual(typeof held === 'string' ? read(held) : held, value, field.kind);
      if (typeof held === 'string') assert.equal(fault(held, true), null, field.kind);
    }
  }
});
