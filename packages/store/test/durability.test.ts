import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, cpSync, existsSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WestgateError } from '@westgate/base';
import { openStore, type Store } from '@westgate/store';
import { openDatabase } from '../src/database.ts';
import { freshFolder, withStore } from './folder.ts';
import { created, sourceRow } from './sample.ts';

const WRITER = fileURLToPath(new URL('./writer.js', import.meta.url));
const LINUX_ONLY = { skip: process.platform !== 'linux' && 'needs /proc: skipped' };
const hasCode = (code: string) => (error: unknown) => error instanceof WestgateError && error.code === code;

async function write(store: Store, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await store.commit({ who: 'a', verb: 'edit', reason: '', changes: [created('source', sourceRow(id))] });
}

/** Ids of all sources, after the store has been verified. */
async function soundSources(store: Store): Promise<readonly unknown[]> {
  assert.deepEqual((await store.verify()).faults, []);
  return (await store.readAll()).source.map(({ id }) => id);
}

const journalOf = (dir: string) => join(dir, 'journal', '000001.ndjson');

test('what was written is there after closing and opening, and a clean folder holds no lock', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b'));
  assert.deepEqual(readdirSync(dir).sort(), ['journal', 'pg']);
  await withStore(dir, async (store) => {
    assert.deepEqual([store.mode, store.note, store.head.seq], ['ready', null, 2]);
    assert.deepEqual(await soundSources(store), ['a', 'b']);
  });
});

test('killed again and again while writing, no acknowledged deed is lost', async (t) => {
  const dir = freshFolder(t);
  const acknowledged: string[] = [];
  for (const [deeds, delay] of [
    [0, 0],
    [40, 3],
    [12, 1],
    [25, 0],
    [3, 7],
  ] as const) {
    const child = spawn(process.execPath, [WRITER, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    while (said.split('\n').length < deeds + 2) {
      assert.equal(child.exitCode, null, 'the writer goes on');
      await sleep(1);
    }
    await sleep(delay);
    child.kill('SIGKILL');
    await once(child, 'close');
    acknowledged.push(...said.split('\n').filter((line) => line.startsWith('s')));
  }
  assert.ok(acknowledged.length >= 80, `${acknowledged.length} deeds acknowledged`);
  await withStore(dir, async (store) => {
    const stored = new Set(await soundSources(store));
    assert.deepEqual(
      acknowledged.filter((id) => !stored.has(id)),
      [],
    );
    await write(store, 'after');
  });
});

test('a second process is refused while the first has the folder, and told where the first answers', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, async (store) => {
    store.setAddress('http://127.0.0.1:4310');
    const child = spawn(process.execPath, [WRITER, dir], { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    const [code] = await once(child, 'close');
    assert.equal(code, 1);
    assert.match(complaint, /WG_FOLDER_LOCKED/);
    assert.match(complaint, /http:\/\/127\.0\.0\.1:4310/);
    await write(store, 'a');
    const looker = await openStore({ dir, readOnly: true });
    assert.deepEqual(await soundSources(looker), ['a']);
    await assert.rejects(write(looker, 'b'), hasCode('WG_READ_ONLY'));
    await looker.close();
  });
});

test('the database is caught up when it is old, and made anew when it is missing, damaged, ahead or of doubtful age', async (t) => {
  const dir = freshFolder(t);
  const pg = join(dir, 'pg');
  const old = join(dir, 'pg.old');
  await withStore(dir, (store) => write(store, 'a', 'b'));
  cpSync(pg, old, { recursive: true });
  await withStore(dir, (store) => write(store, 'c', 'd', 'e'));
  const all = ['a', 'b', 'c', 'd', 'e'];

  await t.test('old', async () => {
    rmSync(pg, { recursive: true });
    cpSync(old, pg, { recursive: true });
    await withStore(dir, async (store) => assert.deepEqual([await soundSources(store), store.note], [all, null]));
  });

  await t.test('missing', async () => {
    rmSync(pg, { recursive: true });
    await withStore(dir, async (store) => assert.deepEqual([await soundSources(store), store.note], [all, null]));
  });

  await t.test('damaged', async () => {
    writeFileSync(join(pg, 'global', 'pg_control'), Buffer.alloc(8192, 7));
    await withStore(dir, async (store) => {
      assert.deepEqual([await soundSources(store), store.mode], [all, 'ready']);
      assert.match(store.note ?? '', /set aside and made anew/);
    });
    assert.ok(readdirSync(dir).some((name) => name.startsWith('pg.aside-')));
  });

  await t.test('left open when the machine stopped', async () => {
    writeFileSync(join(dir, 'boot'), 'another boot');
    await withStore(dir, async (store) => {
      assert.deepEqual(await soundSources(store), all);
      assert.match(store.note ?? '', /machine stopped/);
    });
  });

  await t.test('ahead of the journal', async () => {
    const lines = readFileSync(journalOf(dir), 'utf8').split('\n');
    writeFileSync(journalOf(dir), `${lines.slice(0, 4).join('\n')}\n`);
    await withStore(dir, async (store) => {
      assert.deepEqual(await soundSources(store), ['a', 'b', 'c', 'd']);
      assert.match(store.note ?? '', /did not fit the journal/);
    });
  });
});

test('a torn last line is cut and told; the deeds before it stand', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a'));
  writeFileSync(journalOf(dir), Buffer.concat([readFileSync(journalOf(dir)), Buffer.from('0123abc {"at":"20')]));
  await withStore(dir, async (store) => {
    assert.deepEqual([await soundSources(store), store.mode], [['a'], 'ready']);
    assert.match(store.note ?? '', /unfinished line of 17 bytes/);
    await write(store, 'b');
  });
  await withStore(dir, async (store) => assert.deepEqual([await soundSources(store), store.note], [['a', 'b'], null]));
});

test('a damaged line opens the folder read-only, names the line, shows the deeds before it and touches nothing', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b', 'c'));
  const damaged = readFileSync(journalOf(dir), 'utf8').replace('Source b', 'Source B');
  writeFileSync(journalOf(dir), damaged);
  await withStore(dir, async (store) => {
    assert.equal(store.mode, 'read-only');
    assert.match(store.note ?? '', /Line 2 of the journal/);
    assert.deepEqual(await soundSources(store), ['a']);
    await assert.rejects(
      write(store, 'd'),
      (error) => hasCode('WG_JOURNAL_DAMAGED')(error) && error instanceof WestgateError && error.details.line === 2,
    );
  });
  assert.equal(readFileSync(journalOf(dir), 'utf8'), damaged);
  writeFileSync(journalOf(dir), damaged.replace('Source B', 'Source b'));
  await withStore(dir, async (store) => assert.deepEqual([await soundSources(store), store.mode], [['a', 'b', 'c'], 'ready']));
});

test('when the journal cannot be written, the deed is not stored, and reading goes on', LINUX_ONLY, async (t) => {
  const dir = freshFolder(t);
  const store = await openStore({ dir });
  await write(store, 'a');
  const file = readdirSync('/proc/self/fd').find(
    (fd) => existsSync(`/proc/self/fd/${fd}`) && readlinkSync(`/proc/self/fd/${fd}`) === journalOf(dir),
  );
  closeSync(Number(file));
  await assert.rejects(write(store, 'b'), hasCode('WG_READ_ONLY'));
  assert.equal(store.mode, 'read-only');
  assert.match(store.note ?? '', /journal could not be written \(EBADF/);
  assert.deepEqual((await store.readAll()).source.length, 1);
  await assert.rejects(write(store, 'c'), hasCode('WG_READ_ONLY'));
  await assert.rejects(store.close(), /EBADF/);
  await withStore(dir, async (again) => {
    assert.deepEqual([await soundSources(again), again.mode], [['a'], 'ready']);
    await write(again, 'b');
  });
});

test('a database altered behind the journal’s back is found by verify', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a'));
  const database = await openDatabase(join(dir, 'pg'));
  await database.transaction(async (tx) => {
    await tx.query("select set_config('westgate.deed', 'forged', true)");
    await tx.exec("update source set title = 'forged'");
  });
  await database.close();
  await withStore(dir, async (store) => {
    const report = await store.verify();
    assert.equal(report.isClean, false);
    assert.deepEqual(report.faults, ['Table source (1 rows) is not what the journal says (1 rows).']);
  });
});

test('closing waits for what is under way; after it, calls are refused with a reason', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, async (store) => {
    await write(store, 'a');
    const late = store.verify();
    await store.close();
    await late;
    await assert.rejects(store.readAll(), hasCode('WG_READ_ONLY'));
    assert.equal(store.mode, 'read-only');
  });
});
