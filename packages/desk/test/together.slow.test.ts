import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { canonicalJson, WestgateError } from '@westgate/base';
import { type Desk, openDesk } from '@westgate/desk';
import { type Register, TABLE_NAMES } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { acted } from './acting.ts';
import { HARBOUR } from './folders.ts';
import { freshDatabase, ON_POSTGRES } from './postgres.ts';
import { seeded } from './seeded.ts';

// Many who ask for deeds at once: the next ones are thought out while the journal writes those before them. What each is told must be as if they had come
// one after the other.

const CALLERS = 24;
const EACH = 12;
const REPORT = { title: { zh: null, en: 'Harbour ledger' }, asOf: '2026-06-30', plan: null, monthly: null, circular: null };

/** What a caller was told of a deed, and what it had read. */
interface Told {
  readonly deed: Deed;
  readonly key: string;
  readonly read: number;
  /** Asks for it again, with its key. */
  readonly ask: () => Promise<Deed>;
}

test('deeds that are asked for at once are done each once, on what the one before it left, and whoever read something older is told', async (t) => {
  const dir = freshFolder(t);
  const desk = await openDesk({ dataDir: dir, districtFolder: HARBOUR });
  const told: Told[] = [];
  let stale = 0;
  try {
    await eachCaller(async (random, caller) => {
      const { key, rev } = drawnPlace(desk, random);
      // Somebody else may write it before this comes to its turn.
      if (random() < 0.3) await sleep(random() * 3);
      const idem = { key: `caller-${caller}-${random()}`, request: 'a'.repeat(64) };
      const fields = { name_en: `Place ${caller} ${random()}` };
      const ask = (): Promise<Deed> => desk.revise({ table: 'place', key, rev, fields }, { who: 'Ada', idem });
      const asked = random() < 0.3 ? [ask(), again(desk, idem, key, rev)] : [ask()];
      const [first, ...others] = await Promise.allSettled(asked);
      if (first?.status === 'fulfilled') told.push({ deed: first.value, key, read: rev, ask });
      else {
        assert.ok(first?.reason instanceof WestgateError && first.reason.code === 'WG_STALE_RECORD', String(first?.reason));
        assert.notEqual(first.reason.details.rev, rev, 'told of a revision that was not read');
        stale += 1;
      }
      for (const other of others) {
        // The same key for another request: refused, whichever of the two came first.
        assert.ok(other.status === 'rejected' || first?.status === 'rejected', 'one key is one deed');
      }
      const before = told[Math.floor(random() * told.length)];
      if (random() < 0.2 && before) {
        const { deed, key: place, read, ask } = before;
        assert.equal((await ask()).seq, deed.seq, 'asked again, it is told of the deed it did');
        assert.equal((await desk.deed(deed.seq))?.changes.find((change) => change.key === place)?.before?.rev, read);
      }
      if (random() < 0.1) {
        const last = await desk.undo(desk.seq, { who: 'Ada' }).catch((error: unknown) => error);
        assert.ok(last instanceof WestgateError || (last as Deed).verb === 'undo');
      }
      if (random() < 0.05) {
        const { deed } = await acted(desk, 'make-report', REPORT, { who: 'Ada' });
        const row = deed.changes.find(({ table }) => table === 'report')?.after;
        assert.equal(row?.head_seq, deed.seq - 1, 'a report rests on the deed before it, which others did meanwhile');
      }
      if (random() < 0.1)
        await desk.edit([{ action: 'create', table: 'source', fields: { title: 'A source', kind: 'official' } }], { who: 'Ada' });
    });
    t.diagnostic(`${told.length} deeds, ${stale} refused as others were first`);
    assert.ok(told.length > 50 && stale > 5, 'some were done, some came too late');
    await assertSound(desk, told);
  } finally {
    await desk.close();
  }
  await assertKept(dir, desk.held(), told);
});

test('two processes that write at once into one database do each deed once', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  const desks = [await openDesk({ dataDir: freshFolder(t), databaseUrl: url, districtFolder: HARBOUR })];
  desks.push(await openDesk({ dataDir: freshFolder(t), databaseUrl: url }));
  const told: Told[] = [];
  let busy = 0;
  try {
    await eachCaller(async (random, caller) => {
      const desk = desks[caller % 2];
      assert.ok(desk);
      const { key, rev } = drawnPlace(desk, random);
      try {
        const fields = { name_en: `Place ${caller} ${random()}` };
        const ask = (): Promise<Deed> => desk.revise({ table: 'place', key, rev, fields }, { who: 'Ada' });
        told.push({ deed: await ask(), key, read: rev, ask });
      } catch (error) {
        assert.ok(error instanceof WestgateError && ['WG_STALE_RECORD', 'WG_DATABASE_BUSY'].includes(error.code), String(error));
        if (error.code === 'WG_DATABASE_BUSY') busy += 1;
      }
    });
    t.diagnostic(`${told.length} deeds, ${busy} told that others were faster`);
    assert.ok(told.length > 20 && busy < 3);
    for (const desk of desks) await assertSound(desk, told);
  } finally {
    for (const desk of desks) await desk.close();
  }
});

/** The same request as one under way would be refused: this one asks for something else with its key. */
function again(desk: Desk, idem: { readonly key: string }, key: string, rev: number): Promise<Deed> {
  return desk.revise(
    { table: 'place', key, rev, fields: { name_zh: '另一个' } },
    { who: 'Ada', idem: { ...idem, request: 'b'.repeat(64) } },
  );
}

async function eachCaller(act: (random: () => number, caller: number) => Promise<void>): Promise<void> {
  await Promise.all(
    Array.from({ length: CALLERS }, async (_, caller) => {
      const random = seeded(caller + 1);
      for (let round = 0; round < EACH; round += 1) await act(random, caller);
    }),
  );
}

function drawnPlace(desk: Desk, random: () => number): { readonly key: string; readonly rev: number } {
  const places = [...desk.register.place.values()];
  const place = places[Math.floor(random() * places.length)];
  assert.ok(place, 'there are places');
  return { key: place.id, rev: place.rev };
}

/** Each deed stands once, with what was told of it, on the row that was read; and the register, the journal and the database agree. */
async function assertSound(desk: Desk, told: readonly Told[]): Promise<void> {
  assert.equal(new Set(told.map(({ deed }) => deed.seq)).size, told.length, 'each acknowledged deed has a number of its own');
  for (const { deed, key, read } of told) {
    assert.equal(deed.changes.find((change) => change.key === key)?.before?.rev, read, `deed ${deed.seq} stands on what was read`);
  }
  const report = await desk.verify();
  assert.deepEqual(report.faults, []);
}

async function assertKept(dir: string, held: Register, told: readonly Told[]): Promise<void> {
  const desk = await openDesk({ dataDir: dir });
  try {
    for (const { deed } of told) assert.equal((await desk.deed(deed.seq))?.hash, deed.hash, `deed ${deed.seq} is kept as it was told`);
    for (const table of TABLE_NAMES) {
      const [before, after] = [held, desk.held()].map((each) => [...each[table].values()]);
      assert.equal(canonicalJson(JSON.parse(JSON.stringify(after))), canonicalJson(JSON.parse(JSON.stringify(before))), table);
    }
  } finally {
    await desk.close();
  }
}

function freshFolder(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'westgate-together-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
