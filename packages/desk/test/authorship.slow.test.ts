import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { addDays, dayOf, WestgateError } from '@westgate/base';
import { type Desk, districtBegun, openDesk } from '@westgate/desk';
import { acted } from './acting.ts';
import { HARBOUR } from './folders.ts';
import { seeded } from './seeded.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'westgate-authors-'));
let desk: Desk = await openDesk({ dataDir, districtFolder: HARBOUR });
after(async () => {
  await desk.close();
  await rm(dataDir, { recursive: true });
});

const PEOPLE = ['Ada', 'Ben', 'Cy', 'Dot'] as const;
const [subject = ''] = [...desk.register.project.keys()];

/** Who is told to have recorded each outcome that is there; null where nobody is. */
const told = () =>
  Object.fromEntries(
    [...desk.register.outcome.keys()].map((id) => [id, desk.since('outcome', id).find(({ field }) => field === '*')?.who ?? null]),
  );

/** The same, found another way: whoever did the first deed that made it, of those that came with the district nobody. */
async function recorded() {
  const first = new Map<string, string | null>();
  for (let seq = 1; seq <= desk.seq; seq += 1) {
    const deed = await desk.deed(seq);
    for (const { table, key, before } of deed?.changes ?? [])
      if (table === 'outcome' && before === null && !first.has(key)) first.set(key, seq === 1 ? null : (deed?.who ?? null));
  }
  return Object.fromEntries([...desk.register.outcome.keys()].map((id) => [id, first.get(id)]));
}

test('whatever was undone and done again, a row is told as recorded by who first made it, also after a restart', async () => {
  const next = seeded(4);
  const int = (end: number): number => Math.floor(next() * end);
  let restored = 0;
  for (let round = 0; round < 60; round += 1) {
    const who = PEOPLE[int(PEOPLE.length)] ?? 'Ada';
    const kind = next();
    if (kind < 0.3) {
      await acted(
        desk,
        'record-outcome',
        {
          subjectKind: 'project',
          subjectId: subject,
          what: 'progress',
          dates: addDays(dayOf('2024-01-01'), round),
          value: null,
          unit: null,
          newDueOn: null,
          source: null,
          confidence: 'low',
          note: { zh: null, en: `round ${round}` },
        },
        { who },
      );
    } else if (kind < 0.5) {
      const rows = [...desk.register.outcome.values()];
      const row = rows[int(rows.length)];
      if (row) await desk.edit([{ action: 'withdraw', table: 'outcome', key: row.id, rev: row.rev }], { who });
    } else {
      const done = await desk.undo(2 + int(Math.max(1, desk.seq - 1)), { who }).catch((error: unknown) => {
        assert.ok(error instanceof WestgateError, String(error));
        return null;
      });
      restored += done?.changes.filter(({ before }) => before === null).length ?? 0;
    }
    assert.deepEqual(told(), await recorded(), `round ${round}`);
  }
  assert.ok(restored > 5, `${restored} rows were brought back`);
  const before = told();
  await desk.close();
  desk = await openDesk({ dataDir });
  assert.deepEqual(told(), before, 'after a restart');
});

test('the deed that began the district held is told, and after an undo that of the district that is back', async () => {
  assert.equal(await districtBegun(desk), 1);
  const [harbour] = [...desk.register.district.values()];
  assert.ok(harbour);
  const { rev: _, ...fields } = harbour;
  const begun = await desk.startDistrict({ fields: { ...fields, id: 'mill' } }, { who: 'Ada' });
  assert.equal(await districtBegun(desk), begun.seq);
  const key = 'mill';
  for (let times = 0; times < 55; times += 1)
    await desk.revise(
      { table: 'district', key, rev: desk.register.district.get(key as never)?.rev ?? 0, fields: { notice_en: `${times}` } },
      { who: 'Ben' },
    );
  assert.equal(await districtBegun(desk), begun.seq, 'however often it was changed since');
  const again = await desk.startDistrict({ fields: { ...fields, id: 'mill', name_en: 'Mill' } }, { who: 'Cy' });
  assert.equal(await districtBegun(desk), again.seq, 'begun anew under the same id');
  await desk.undo(again.seq, { who: 'Dot' });
  assert.equal(await districtBegun(desk), begun.seq);
  await desk.importFolder({ path: HARBOUR }, { who: 'Ada', otherDistrict: true });
  assert.equal(await districtBegun(desk), desk.seq, 'an import of another district begins it');
  await desk.startDistrict(null, { who: 'Ada' });
  assert.equal(await districtBegun(desk), 0);
});
