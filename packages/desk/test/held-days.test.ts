import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import {
  type AnyRow,
  applyChanges,
  DAY_COLUMNS,
  evidenceOn,
  fieldsOf,
  heldDayFaults,
  noteAhead,
  type Register,
  registerOf,
  soundRegister,
  stateOf,
  TABLES,
  type TableName,
} from '@westgate/domain';
import { readFolder } from '../src/folder/files.ts';
import { requireForms } from '../src/require-forms.ts';
import { HARBOUR, rowsOf } from './folders.ts';

const ODD_DAYS = JSON.parse(readFileSync(new URL('../../test/fixtures/odd-days.json', import.meta.url), 'utf8')) as readonly {
  readonly text: string;
  readonly is: 'odd' | 'same' | 'ahead';
}[];
const NOW = new Date('2026-11-28T04:00:00Z');

test('no deed writes an odd day into any column, whatever it comes from', async () => {
  const register = registerOf(rowsOf(await readFolder(HARBOUR)));
  let asked = 0;
  for (const [table, columns] of DAY_COLUMNS) {
    for (const column of columns) {
      const { hasBeen, kind, form } = fieldsOf(table)[column] ?? {};
      for (const { text, is } of ODD_DAYS) {
        if (kind === 'integer' || form === 'bound' || is === 'same' || (is === 'ahead' && !hasBeen)) continue;
        asked += 1;
        const change = { table, key: 'x', before: null, after: { [column]: text, time_zone: 'UTC', rev: 1 } };
        assert.throws(() => requireForms(register, [change], NOW), /expected/, `${table}.${column} ${text}`);
      }
    }
  }
  assert.ok(asked > 1_500, `${asked}`);
});

test('a held day that cannot be is told, stays as it is, and is not counted with', async () => {
  for (const [table, columns] of DAY_COLUMNS) {
    const before = registerOf(rowsOf(await readFolder(HARBOUR)));
    const [first] = before[table].entries();
    if (!first || table === 'district') continue;
    const [key, row] = first;
    for (const column of columns) {
      const held = written(before, table, key, { ...row, [column]: fieldsOf(table)[column]?.kind === 'integer' ? 9999 : '9999-12-31' });
      assert.deepEqual(
        heldDayFaults(held).map(({ table: at, column: of, why }) => `${at}.${of} ${why}`),
        [`${table}.${column} out-of-span`],
      );
      const sound: ReadonlyMap<string, AnyRow> = soundRegister(held)[table];
      const left = sound.get(key);
      const isOptional = fieldsOf(table)[column]?.optional ?? false;
      if (isOptional && table !== 'outcome') assert.equal(left?.[column], null, `${table}.${column}`);
      assert.equal(soundRegister(held).place, held.place, 'what has no fault is the same');
    }
  }
});

test('an outcome of a day to come counts on no day, not even when that day has passed', async () => {
  const register = registerOf(rowsOf(await readFolder(HARBOUR)));
  const [id] = register.project.keys();
  assert.ok(id !== undefined);
  const row = {
    ...emptyRow('outcome'),
    id: 'early',
    subject_kind: 'project',
    subject_id: id,
    what: 'completed',
    dates: '2035-01-01',
    confidence: 'high',
    visibility: 'public',
    rev: 1,
  };
  noteAhead('outcome', null, row, dayOf('2026-11-28'));
  const held = written(register, 'outcome', 'early', row);
  assert.equal(evidenceOn(held, 'project', id).find(({ row: { id: of } }) => of === 'early')?.fault, 'ahead');
  const before = stateOf(register, { kind: 'project', id }, dayOf('2036-01-01'));
  const after = stateOf(held, { kind: 'project', id }, dayOf('2036-01-01'));
  assert.equal(after.name, before.name);
  assert.match(after.counted.find(({ outcomeId }) => outcomeId === 'early')?.why.en ?? '', /not counted/);
});

function written(register: Register, table: TableName, key: string, row: AnyRow): Register {
  return applyChanges(register, [{ table, key, before: null, after: row }]);
}

function emptyRow(table: TableName): Readonly<Record<string, null>> {
  assert.ok(TABLES[table]);
  return Object.fromEntries(Object.keys(fieldsOf(table)).map((column) => [column, null]));
}
