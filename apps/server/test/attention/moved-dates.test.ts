import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asCaller } from '../../src/caller/caller.ts';
import { axisTreeIn } from '../../src/present/axis-tree.ts';
import { recordIn } from '../../src/present/record.ts';
import { statesOf } from '../../src/view/states.ts';
import { viewOf } from '../../src/view/view.ts';
import { registerFrom, seededRows } from './seeded-district.ts';

test('the breakdown shows of each record the first due date, as the register does, and beside it the day to which an outcome moved it', () =>
  asCaller({ kind: 'open' }, () => {
    let [moved, stands] = [0, 0];
    for (let seed = 1; seed <= 200; seed += 1) {
      const { rows, asOf } = seededRows(seed);
      const district = (rows.district ?? []).map((row) => ({ ...row, axes: [{ id: 'tier', name: { zh: null, en: 'Tier' }, values: [] }] }));
      const view = viewOf(statesOf(registerFrom({ ...rows, district }), asOf), {
        seq: 1,
        today: asOf,
        placesSince: null,
        changed: () => null,
      });
      const leaves = axisTreeIn(view, 'tier').branches.flatMap(({ commitments, beside }) => [
        ...commitments.flatMap((each) => [each, ...each.projects]),
        ...beside,
      ]);
      const all = [...(rows.commitment ?? []), ...(rows.project ?? [])];
      assert.equal(new Set(leaves.map(({ thing }) => `${thing.kind} ${thing.id}`)).size, all.length);
      for (const { thing, dueOn, movedTo } of leaves) {
        const where = `${thing.kind} ${thing.id}, seed ${seed} on ${asOf}`;
        const shown = thing.kind === 'commitment' ? recordIn(view, 'commitment', thing.id) : recordIn(view, 'project', thing.id);
        const last = (rows.outcome ?? [])
          .filter((row) => row.subject_id === thing.id && row.what === 'rescheduled' && String(row.dates) <= asOf)
          .sort((a, b) => (String(a.dates) < String(b.dates) ? -1 : 1))
          .at(-1);
        const wanted = last && last.new_due_on !== dueOn ? last.new_due_on : null;
        assert.deepEqual([dueOn, movedTo], [shown?.due?.on ?? null, wanted], where);
        if (movedTo === null) stands += 1;
        else moved += 1;
      }
    }
    assert.ok(moved > 100 && stands > 100, `${moved} were moved, ${stands} stand`);
  }));
