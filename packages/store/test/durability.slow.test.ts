import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { openStore } from '@westgate/store';
import { freshFolder, hasCode, idsOf, journalOf, soundSources, withStore, write } from './folder.ts';
import { killWriter, WRITER } from './kill-writer.ts';
import { created, sourceRow } from './sample.ts';

test('what was written is there after closing and opening, and a clean folder holds no lock', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b'));
  assert.deepEqual(readdirSync(dir).sort(), ['journal', 'keys', 'owners', 'pg']);
  await withStore(dir, async (store) => {
    assert.deepEqual([store.mode, store.note, store.head.seq], ['ready', null, 2]);
    assert.deepEqual(await soundSources(store), ['a', 'b']);
  });
});

test('killed again and again while writing, no acknowledged deed is lost', async (t) => {
  const dir = freshFolder(t);
  const acknowledged: string[] = [];
  for (const [deeds, delayMs] of [
    [0, 0],
    [40, 3],
    [12, 1],
    [25, 0],
    [3, 7],
  ] as const) {
    acknowledged.push(...(await killWriter(dir, deeds, delayMs)));
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
    const child = spawn(process.execPath, ['--liftoff-only', WRITER, dir], { stdio: ['ignore', 'pipe', 'pipe'] });
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
    assert.match(store.note ?? '', /Line 2 of journal\/000001\.ndjson \(byte \d+, deed 2\)/);
    assert.deepEqual(idsOf(await store.readAll()), ['a']);
    const report = await store.verify();
    assert.equal(report.isClean, false, 'deeds that cannot be read are a loss, not a sound journal');
    assert.match(report.faults[0] ?? '', /Line 2 of journal/);
    await assert.rejects(
      write(store, 'd'),
      (error) => hasCode('WG_JOURNAL_DAMAGED')(error) && error instanceof WestgateError && error.details.line === 2,
    );
  });
  assert.equal(readFileSync(journalOf(dir), 'utf8'), damaged);
  writeFileSync(journalOf(dir), damaged.replace('Source B', 'Source b'));
  await withStore(dir, async (store) => assert.deepEqual([await soundSources(store), store.mode], [['a', 'b', 'c'], 'ready']));
});

test('a folder whose journal is gone is not opened as an empty one, and stays as it was', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b'));
  const journal = readFileSync(journalOf(dir));
  rmSync(journalOf(dir));
  await assert.rejects(openStore({ dir }), hasCode('WG_JOURNAL_DAMAGED'));
  assert.deepEqual(readdirSync(dir).sort(), ['journal', 'keys', 'owners', 'pg']);
  writeFileSync(journalOf(dir), journal);
  await withStore(dir, async (store) => assert.deepEqual([await soundSources(store), store.note], [['a', 'b'], null]));
});

test('deeds are taken while a verify goes on, and it finds nothing wrong with them', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, async (store) => {
    const changes = Array.from({ length: 4_000 }, (_, n) => created('source', sourceRow(`i${n}`)));
    await store.commit({ who: 'a', verb: 'import', reason: '', changes });
    const done: string[] = [];
    const verifying = store.verify().then((report) => {
      done.push('verify');
      return report;
    });
    for (let n = 0; n < 30; n += 1) {
      await write(store, `s${n}`);
      done.push(`s${n}`);
    }
    const { faults, database, journal } = await verifying;
    assert.deepEqual([faults, database], [[], journal]);
    assert.ok(done.indexOf('verify') > 0, `the first deed did not wait for it: ${done.slice(0, 3)}`);
    assert.equal((await soundSources(store)).length, 4_030);
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
