import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnyRow, fieldsOf, isSourceWithheld, registerFor, registerOfPlan, TABLE_NAMES, TABLES } from '@westgate/domain';
import { districtOf, outcome, promiseOf, stateOn } from '../district.ts';

const PUBLIC = { roles: [], department: null } as const;
/** Columns that name a source and may be empty, of tables that a folder holds. */
const NAMING = TABLE_NAMES.flatMap((table) =>
  Object.entries(fieldsOf(table)).flatMap(([column, { kind, table: to, optional }]) =>
    kind === 'ref' && to === 'source' && optional ? [[table, column] as const] : [],
  ),
);

test('of every column that may name a source a cut row tells that it is withheld, and of none that names none or one that is shown', () => {
  assert.ok(NAMING.length > 12, `${NAMING.length} columns`);
  for (const [table, column] of NAMING) {
    if (table === 'source') continue;
    const keys = TABLES[table].key;
    const row = (key: string, source: string | null) => ({
      ...Object.fromEntries(keys.map((each) => [each, key])),
      visibility: 'public',
      [column]: source,
    });
    const register = districtOf({
      source: [
        { id: 'memo', visibility: 'confidential' },
        { id: 'gazette', visibility: 'public' },
      ],
      [table]: [row('hidden', 'memo'), row('shown', 'gazette'), row('none', null)],
    });
    const reader = { roles: ['reader' as const], department: null };
    for (const who of [PUBLIC, reader]) {
      const rows: ReadonlyMap<string, AnyRow> = registerFor(register, who)[table];
      const told = [...rows.values()].map((each) => [each[keys[0] ?? ''], isSourceWithheld(each, column)]);
      const all = [
        ['hidden', true],
        ['shown', false],
        ['none', false],
      ];
      assert.deepEqual(told, told.length === 0 && who === PUBLIC ? [] : all, `${table} ${column}`);
    }
  }
});

test('a state says of an outcome that its source is not public, also within one plan, and not that it has none', () => {
  const register = promiseOf('start', {
    source: [{ id: 'memo', visibility: 'confidential' }],
    outcome: [{ ...outcome('commitment:c', 'started', '2024-01-01'), source: 'memo' }],
  });
  const shown = registerFor(register, { roles: ['reader'], department: null });
  for (const each of [shown, registerOfPlan(shown, 'plan')]) {
    const { reason } = stateOn(each, 'commitment:c', '2024-06-01');
    assert.match(`${reason.zh} ${reason.en}`, /（来源未公开）.*\(source not public\)/s);
  }
});
