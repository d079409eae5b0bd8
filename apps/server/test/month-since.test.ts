import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import { monthlyContentOf, NO_NARRATIVE, type Register } from '@westgate/domain';
import { monthlySince } from '../src/present/report.ts';
import { statesOf } from '../src/view/states.ts';
import { viewOf } from '../src/view/view.ts';
import { registerFrom, seededRows } from './attention/seeded-district.ts';

const FROZEN = {
  id: 'report-1',
  number: 1,
  title_en: 'Month',
  as_of: '2025-01-31',
  made_on: '2025-01-31',
  hash: '',
  visibility: 'district',
};

test('what changed since a month was frozen is found without a single state: evidence and updates are not looked at', () => {
  let changes = 0;
  for (let seed = 1; seed <= 100; seed += 1) {
    const { rows } = seededRows(seed);
    const day = dayOf('2025-03-31');
    const content = monthlyContentOf(registerFrom(rows), '2025-01', NO_NARRATIVE, { asOf: day });
    const [gone, ...project] = rows.project ?? [];
    const held = registerFrom({ ...rows, project, report: [{ ...FROZEN, head_seq: 1, head_hash: '', content }] });
    const looked = new Set<PropertyKey>();
    const register: Register = new Proxy(held, {
      get(target, table: keyof Register) {
        looked.add(table);
        return target[table];
      },
    });
    const view = { ...viewOf(statesOf(held, day), { seq: 1, today: day, placesSince: null, changed: () => null }), register };
    const { items } = monthlySince(view, 1);
    assert.deepEqual(
      items.map(({ project: { id }, what }) => [id, what]),
      gone ? [[gone.id, 'gone']] : [],
    );
    changes += items.length;
    for (const table of ['outcome', 'status_update', 'milestone', 'supervision']) assert.ok(!looked.has(table), `${table} was looked at`);
  }
  assert.ok(changes > 50, `${changes} changes`);
});
