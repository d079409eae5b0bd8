import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { type Desk, diffRegister, idemOf, openDesk, readFolder } from '@westgate/desk';
import { type Register, registerOf } from '@westgate/domain';
import { acted } from './acting.ts';
import { EXAMPLE, edit, HARBOUR, rowsOf } from './folders.ts';

const OPENED = {
  subjectKind: 'project',
  subjectId: 'silo-library',
  what: 'opened',
  dates: '2026-03-01',
  value: null,
  unit: null,
  newDueOn: null,
  source: 'gazette',
  confidence: 'high',
  note: { zh: null, en: 'With a brass band' },
} as const;

/** A data folder that holds the invented district and nothing else: copied, because making one takes seconds. */
let loaded: string;
before(async () => {
  loaded = await mkdtemp(join(tmpdir(), 'westgate-desk-'));
  await (await openDesk({ dataDir: loaded, districtFolder: HARBOUR })).close();
});
after(() => rm(loaded, { recursive: true }));

async function withDesk(districtFolder: string, walk: (desk: Desk, dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'westgate-desk-'));
  if (districtFolder === HARBOUR) cpSync(loaded, dataDir, { recursive: true });
  const desk = await openDesk({ dataDir, districtFolder });
  try {
    await walk(desk, dataDir);
  } finally {
    await desk.close();
    await rm(dataDir, { recursive: true });
  }
}

function codeOf(error: unknown): string {
  assert.ok(error instanceof WestgateError, String(error));
  return error.code;
}

async function refusal(promise: Promise<unknown>): Promise<WestgateError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof WestgateError, String(error));
  return error;
}

function rowsIn(register: Register): unknown {
  return Object.fromEntries(Object.entries(register).map(([name, rows]) => [name, [...rows.values()].map(({ rev: _, ...row }) => row)]));
}

test('an outcome is recorded, undone and redone, each as a deed that listeners hear of, and all of it survives a restart', async () => {
  await withDesk(HARBOUR, async (desk, dataDir) => {
    const heard: number[] = [];
    const stop = desk.onChange(({ seq }) => heard.push(seq));
    const before = desk.register;
    const { deed, id } = await acted(desk, 'record-outcome', OPENED, { who: 'Ada', reason: 'was there', idem: idemOf('a', 'a') });
    assert.equal(id, 'silo-library-opened-2026-03-01');
    assert.equal(desk.register.outcome.size, before.outcome.size + 1);
    assert.ok(!before.outcome.has(deed.changes[0]?.key ?? ''), 'the register before is left as it was');
    assert.equal(desk.register.place, before.place, 'tables that did not change are shared');

    const again = await acted(desk, 'record-outcome', OPENED, { who: 'Ada', idem: idemOf('a', 'a') });
    assert.deepEqual([again.deed.seq, again.id, desk.seq], [2, id, 2]);
    const second = await acted(desk, 'record-outcome', OPENED, { who: 'Ada' });
    assert.equal(second.id, `${id}-2`);

    const undo = await desk.undo(2, { who: 'Ben' });
    assert.deepEqual([undo.verb, undo.undoes, desk.undoneBy(2)], ['undo', 2, 4]);
    assert.equal([...desk.register.outcome.keys()].includes(deed.changes[0]?.key ?? ''), false);
    assert.equal((await refusal(desk.undo(2, { who: 'Ben' }))).code, 'WG_UNDO_BLOCKED');
    const redo = await desk.undo(4, { who: 'Ben' });
    assert.deepEqual([redo.seq, desk.undoneBy(2), desk.undoneBy(4)], [5, null, 5]);
    assert.equal([...desk.register.outcome.values()].at(-1)?.note_en, 'With a brass band');
    assert.deepEqual(heard, [2, 3, 4, 5]);
    stop();

    assert.deepEqual(
      (await desk.history('outcome', id, 10)).map(({ seq, verb }) => `${seq} ${verb}`),
      ['5 undo', '4 undo', '2 record-outcome'],
    );
    assert.deepEqual(
      (await desk.deeds(10)).map(({ seq }) => seq),
      [5, 4, 3, 2, 1],
    );
    assert.deepEqual((await desk.verify()).faults, []);
    const held = rowsIn(desk.register);
    const written = desk.exportFolder();
    await desk.close();
    const reopened = await openDesk({ dataDir, districtFolder: EXAMPLE });
    assert.deepEqual(rowsIn(reopened.register), held, 'a later start never loads the district folder again');
    for (const [path, text] of reopened.exportFolder()) assert.equal(text, written.get(path), path);
    assert.deepEqual([reopened.seq, reopened.undoneBy(4), heard.length], [5, 5, 4]);
    assert.deepEqual(
      reopened.since('outcome', id).map(({ field, seq, who }) => [field, seq, who]),
      [['*', 2, 'Ada']],
      'who brings a record back recorded none of it',
    );
    await reopened.close();
  });
});

test('a listener that throws neither undoes the deed nor keeps it from other listeners', async () => {
  await withDesk(HARBOUR, async (desk) => {
    const warned = once(process, 'warning');
    const heard: number[] = [];
    desk.onChange(() => {
      throw new Error('a faulty listener');
    });
    desk.onChange(({ seq }) => heard.push(seq));
    const { deed } = await acted(desk, 'record-outcome', OPENED, { who: 'Ada' });
    assert.deepEqual([deed.seq, desk.seq, heard], [2, 2, [2]]);
    const [warning]: unknown[] = await warned;
    assert.ok(warning instanceof Error);
    assert.equal(warning.message, 'a faulty listener');
    assert.deepEqual((await desk.verify()).faults, []);
  });
});

test('a request sent again under its key gets the first answer; another request may not use the key', async () => {
  await withDesk(HARBOUR, async (desk) => {
    const { deed } = await acted(desk, 'record-outcome', OPENED, { who: 'Ada', idem: idemOf('a', 'a') });
    const undo = await desk.undo(deed.seq, { who: 'Ada', idem: idemOf('b', 'b') });
    assert.equal((await desk.undo(deed.seq, { who: 'Ada', idem: idemOf('b', 'b') })).seq, undo.seq);
    const again = await acted(desk, 'record-outcome', OPENED, { who: 'Ada', idem: idemOf('a', 'a') });
    assert.deepEqual([again.deed.seq, again.id, desk.seq], [2, 'silo-library-opened-2026-03-01', 3]);

    const edited = edit(await readFolder(HARBOUR), 'results/figures.csv', '18.5', '19.75');
    const first = await desk.importFolder(edited, { who: 'Ada', idem: idemOf('c', 'c') });
    await desk.undo(4, { who: 'Ada' });
    assert.deepEqual(await desk.importFolder(edited, { who: 'Ada', idem: idemOf('c', 'c') }), first);

    const others = [
      acted(desk, 'record-outcome', { ...OPENED, dates: '2026-04-01' }, { who: 'Ada', idem: idemOf('a', 'another') }),
      acted(desk, 'record-outcome', OPENED, { who: 'Ada', idem: idemOf('b', 'another') }),
      desk.undo(3, { who: 'Ada', idem: idemOf('a', 'another') }),
      desk.undo(3, { who: 'Ada', idem: idemOf('b', 'another') }),
      desk.importFolder(edited, { who: 'Ada', idem: idemOf('a', 'another') }),
    ];
    for (const { message } of await Promise.all(others.map(refusal))) assert.match(message, /idempotency key of its own/);
    assert.equal(desk.seq, 5);
  });
});

test('a name or reason that nobody can read is refused', async () => {
  await withDesk(HARBOUR, async (desk) => {
    for (const by of [{ who: 'A\ud800' }, { who: 'A\u0000' }, { who: 'Ada', reason: 'was\u0007 there' }]) {
      assert.equal((await refusal(acted(desk, 'record-outcome', OPENED, by))).code, 'WG_INPUT_INVALID');
      assert.equal((await refusal(desk.undo(1, by))).code, 'WG_INPUT_INVALID');
    }
    assert.equal(desk.seq, 1);
  });
});

test('the folder is imported whole or not at all, and says since when a figure holds', async () => {
  await withDesk(HARBOUR, async (desk) => {
    const files = await readFolder(HARBOUR);
    const same = await desk.importFolder(files, { who: 'Ada' });
    assert.deepEqual([same.stored, same.seq, same.changeCount, desk.seq], [false, null, 0, 1]);

    const edited = edit(files, 'results/figures.csv', '18.5', '19.75');
    const rehearsal = await desk.importFolder(edited, { who: 'Ada', dryRun: true });
    assert.deepEqual([rehearsal.stored, rehearsal.changeCount, desk.seq, desk.register.figure.size], [false, 1, 1, 4]);
    assert.deepEqual(rehearsal.tables, [{ table: 'figure', created: 0, changed: 1, deleted: 0 }]);
    assert.deepEqual(rehearsal.changes[0]?.fields, [{ field: 'value', before: 18.5, after: 19.75 }]);

    const report = await desk.importFolder(edited, { who: 'Ada', reason: 'the last bill' });
    assert.deepEqual([report.stored, report.seq, desk.seq], [true, 2, 2]);
    const [since] = desk.since('figure', 'sea-wall-cost');
    assert.deepEqual([since?.field, since?.before, since?.after, since?.seq, since?.who], ['value', 18.5, 19.75, 2, 'Ada']);
    assert.match(since?.at ?? '', /^\d{4}-\d\d-\d\dT/);
    assert.deepEqual(desk.since('figure', 'grain-silo-floor'), [], 'what was only loaded has not changed');

    const broken = edit(edit(edited, 'results/figures.csv', '19.75', 'much'), 'programme/links.csv', 'p1s2-1,plan-2025', 'p9,plan-2025');
    const refused = await refusal(desk.importFolder(edit(broken, 'results/figures.csv', '6400', '6500'), { who: 'Ada' }));
    assert.equal(refused.code, 'WG_FOLDER_INVALID');
    assert.equal(refused.details.total, 2);
    assert.equal(desk.seq, 2, 'nothing is stored');
    assert.equal([...desk.register.figure.values()].find(({ id }) => id === 'grain-silo-floor')?.value, 6400);

    const otherDistrict = await refusal(desk.importFolder(await readFolder(EXAMPLE), { who: 'Ada' }));
    assert.match(otherDistrict.message, /expected the district NM-03/);
    assert.deepEqual(diffRegister(desk.register, rowsOf(desk.exportFolder())), []);

    await desk.undo(2, { who: 'Ada' });
    assert.equal(rowsOf(desk.exportFolder()).figure[1]?.value, 18.5);
    assert.deepEqual(
      desk.since('figure', 'sea-wall-cost').map(({ seq, after }) => [seq, after]),
      [[3, 18.5]],
    );
    const emptied = await desk.undo(1, { who: 'Ada' });
    assert.equal(desk.register.district.size, 0, 'the first load is a deed like others');
    await desk.undo(emptied.seq, { who: 'Ada' });
    assert.equal(desk.register.district.size, 1);
    assert.equal((await refusal(desk.undo(99, { who: 'Ada' }))).code, 'WG_NOT_FOUND');
  });
});

test('a deed that others rest on cannot be undone', async () => {
  await withDesk(HARBOUR, async (desk) => {
    const files = await readFolder(HARBOUR);
    const projects = files.get('programme/projects.csv') ?? '';
    const cells = { id: 'new-pier', name_en: 'New Pier', kind: 'flood-defence', lead: 'works', tags: 'aim:dry', visibility: 'public' };
    const row = projects
      .slice(0, projects.indexOf('\n'))
      .split(',')
      .map((column) => new Map(Object.entries(cells)).get(column) ?? '');
    await desk.importFolder(new Map(files).set('programme/projects.csv', `${projects}${row.join()}\n`), { who: 'Ada' });
    await acted(desk, 'record-outcome', { ...OPENED, subjectId: 'new-pier' }, { who: 'Ada' });
    const blocked = await refusal(desk.undo(2, { who: 'Ada' }));
    assert.equal(blocked.code, 'WG_UNDO_BLOCKED');
    assert.match(blocked.message, /new-pier/);
    assert.equal(desk.seq, 3);
    await desk.undo(3, { who: 'Ada' });
    await desk.undo(2, { who: 'Ada' });
    assert.deepEqual(diffRegister(desk.register, rowsOf(files)), []);
  });
});

test('an outcome that does not fit is refused with every field that is wrong, and nothing is stored', async () => {
  await withDesk(HARBOUR, async (desk) => {
    const fieldsOf = async (draft: object) => {
      const refused = await refusal(acted(desk, 'record-outcome', { ...OPENED, ...(draft as object) }, { who: 'Ada' }));
      assert.equal(codeOf(refused), 'WG_INPUT_INVALID');
      const { faults } = refused.details;
      assert.ok(Array.isArray(faults));
      return faults.map(({ field }) => field);
    };
    assert.deepEqual(await fieldsOf({ what: 'exploded', dates: 'yesterday', confidence: 'sure' }), ['what', 'dates', 'confidence']);
    assert.deepEqual(await fieldsOf({ subjectId: 'sea-gull', source: 'hearsay', value: 3 }), ['subjectId', 'source', 'unit']);
    assert.deepEqual(await fieldsOf({ what: 'rescheduled' }), ['newDueOn']);
    assert.deepEqual(await fieldsOf({ unit: 'miles', value: 3 }), ['unit']);
    assert.deepEqual(await fieldsOf({ note: { zh: '开馆', en: null } }), ['note.zh']);
    assert.deepEqual(await fieldsOf({ subjectKind: 'place', subjectId: 'low-quay' }), ['subjectKind']);
    assert.equal(desk.seq, 1);
  });
});

test('writes wait for each other', async () => {
  await withDesk(HARBOUR, async (desk) => {
    const written = await Promise.all([0, 1, 2, 3, 4].map(() => acted(desk, 'record-outcome', OPENED, { who: 'Ada' })));
    assert.deepEqual(
      written.map(({ deed }) => deed.seq),
      [2, 3, 4, 5, 6],
    );
    assert.equal(new Set(written.map(({ id }) => id)).size, 5);
  });
});

test('a folder with faults opens no desk, and leaves the data folder free', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'westgate-desk-'));
  try {
    const refused = await refusal(openDesk({ dataDir, districtFolder: join(HARBOUR, 'words') }));
    assert.equal(refused.code, 'WG_FOLDER_INVALID');
    const desk = await openDesk({ dataDir, districtFolder: EXAMPLE });
    assert.deepEqual(rowsIn(desk.register), rowsIn(registerOf(rowsOf(await readFolder(EXAMPLE)))));
    await desk.close();
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
