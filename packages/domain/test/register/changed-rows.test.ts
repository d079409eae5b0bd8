import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  applyChanges,
  changedRows,
  columnsIn,
  isUntouched,
  Reads,
  type Register,
  type Row,
  readInto,
  registerOf,
  rowIn,
} from '@westgate/domain';
import { districtOf } from '../district.ts';

const before = districtOf({
  place: [
    { id: 'low-quay', name_en: 'Low Quay' },
    { id: 'mill', name_en: 'The Mill' },
  ],
});

/** Whether what `look` looks at is the same after `change`. */
function stands(look: (register: Register) => unknown, change: (register: Register) => Register): boolean {
  const reads = new Reads();
  readInto(reads, () => look(before));
  const [rest, changed] = [reads.rest(), changedRows(before, change(before))];
  assert.ok(rest);
  return changed !== null && isUntouched(rest, changed);
}

function revised(key: string, fields: Partial<Row<'place'>>) {
  return (register: Register): Register => {
    const row = register.place.get(key as Row<'place'>['id']);
    assert.ok(row);
    return applyChanges(register, [{ table: 'place', key, before: row, after: { ...row, ...fields, rev: row.rev + 1 } }]);
  };
}

const [first = '', second = ''] = [...before.place.keys()];
const renamed = revised(first, { name_en: 'Another Quay' });
const noted = revised(first, { note_en: 'seen again' });

test('a change of a row touches who looked at it, at its column, at that column of all or at the table, and nobody else', () => {
  for (const change of [renamed, noted]) {
    assert.ok(!stands(({ place }) => place, change), 'the table');
    assert.ok(!stands((register) => rowIn(register, 'place', first), change), 'the row');
    assert.ok(
      stands((register) => rowIn(register, 'place', second), change),
      'another row',
    );
    assert.ok(
      stands(({ project }) => project, change),
      'another table',
    );
  }
  const names = ['name_zh', 'name_en'] as const;
  for (const [change, isSame] of [[renamed, false] as const, [noted, true] as const]) {
    assert.equal(
      stands((register) => rowIn(register, 'place', first, names), change),
      isSame,
    );
    assert.equal(
      stands((register) => columnsIn(register, 'place', names), change),
      isSame,
    );
  }
});

test('a row that goes touches who looked at which rows there are, and one that came and went who looked at it', () => {
  const gone = (register: Register): Register => {
    const row = register.place.get(second as Row<'place'>['id']);
    assert.ok(row);
    return applyChanges(register, [{ table: 'place', key: second, before: row, after: null }]);
  };
  assert.ok(!stands((register) => columnsIn(register, 'place', []), gone));
  assert.ok(stands((register) => columnsIn(register, 'place', []), renamed));
  const cameAndWent = (register: Register): Register => {
    const [row] = register.place.values();
    assert.ok(row);
    const came = applyChanges(register, [{ table: 'place', key: 'new', before: null, after: { ...row, id: 'new' } }]);
    return applyChanges(came, [{ table: 'place', key: 'new', before: { ...row, id: 'new' }, after: null }]);
  };
  assert.ok(!stands((register) => rowIn(register, 'place', 'new'), cameAndWent));
});

test('between registers of which it is not remembered how one came from the other perhaps all changed', () => {
  assert.equal(changedRows(before, registerOf({ place: [...before.place.values()] })), null);
});
