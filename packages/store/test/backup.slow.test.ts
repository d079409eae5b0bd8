import assert from 'node:assert/strict';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { backupFolder, restoreFolder } from '@westgate/store';
import { checkBackup } from '../src/backup/check-backup.ts';
import { freshFolder, hasCode, journalOf, withStore, write } from './folder.ts';
import { killed } from './kill-copier.ts';
import { fill, wholeOf } from './whole.ts';

test('a folder backed up, lost and restored is the same: every row in its order, every deed, the hash of the last', async (t) => {
  const [dir, backup, restored] = [join(freshFolder(t), 'data'), join(freshFolder(t), 'backup'), join(freshFolder(t), 'restored')];
  const before = await withStore(dir, async (store) => {
    await fill(store);
    return wholeOf(store);
  });
  const { manifest } = await backupFolder(dir, backup);
  assert.deepEqual([manifest.seq, manifest.hash], [before.head.seq, before.head.hash]);
  assert.ok(manifest.files.some(({ path }) => path.startsWith('batches/')));
  rmSync(dir, { recursive: true });
  const report = await restoreFolder(backup, restored);
  assert.deepEqual([report.head, report.persons], [before.head, 2]);
  assert.deepEqual(await withStore(restored, wholeOf), before);
  const { manifest: again } = await backupFolder(restored, join(freshFolder(t), 'again'));
  const deedsIn = (files: typeof again.files) => files.filter(({ path }) => !path.startsWith('snapshots/'));
  assert.deepEqual(deedsIn(again.files), deedsIn(manifest.files), 'the backup of what was restored is the same, byte for byte');
});

test('a backup is taken while deeds go on, goes on from an older one, and refuses a folder of anything else', async (t) => {
  const [dir, backup] = [freshFolder(t), join(freshFolder(t), 'backup')];
  await withStore(dir, async (store) => {
    await write(store, 'one', 'two');
    assert.equal((await backupFolder(dir, backup)).manifest.seq, 2);
    let isDone = false;
    const writing = (async () => {
      for (let n = 0; !isDone; n++) await write(store, `while-${n}`);
    })();
    await sleep(50);
    const { manifest, hadDeeds } = await backupFolder(dir, backup);
    isDone = true;
    await writing;
    assert.ok(manifest.seq > 2 && manifest.seq <= store.head.seq);
    assert.equal(hadDeeds, 2);
    assert.deepEqual(readdirSync(join(backup, 'snapshots')), [String(manifest.seq)]);
  });
  const restored = join(freshFolder(t), 'restored');
  const { head } = await restoreFolder(backup, restored);
  await withStore(restored, async (store) => assert.deepEqual(store.head, head));

  const other = freshFolder(t);
  await withStore(other, (store) => write(store, 'another'));
  await assert.rejects(backupFolder(other, backup), hasCode('WG_NOT_EMPTY'));
  const strange = freshFolder(t);
  writeFileSync(join(strange, 'letters.txt'), 'mine');
  await assert.rejects(backupFolder(dir, strange), hasCode('WG_NOT_EMPTY'));
  assert.deepEqual(readdirSync(strange), ['letters.txt']);
  await assert.rejects(backupFolder(join(strange, 'nothing'), freshFolder(t)), hasCode('WG_NOT_FOUND'));
});

test('nothing is restored over data', async (t) => {
  const [dir, backup, taken] = [freshFolder(t), join(freshFolder(t), 'backup'), freshFolder(t)];
  await withStore(dir, (store) => write(store, 'one'));
  await backupFolder(dir, backup);
  writeFileSync(join(taken, 'letters.txt'), 'mine');
  await assert.rejects(restoreFolder(backup, taken), hasCode('WG_NOT_EMPTY'));
  await assert.rejects(restoreFolder(backup, dir), hasCode('WG_NOT_EMPTY'));
  assert.deepEqual(readdirSync(taken), ['letters.txt']);
  rmSync(join(taken, 'letters.txt'));
  assert.equal((await restoreFolder(backup, taken)).head.seq, 1, 'an empty folder is as good as none');
});

test('a backup that is torn, flipped, incomplete, unfinished or of a newer schema is refused with the place, and nothing is written', async (t) => {
  const [dir, sound, target] = [freshFolder(t), join(freshFolder(t), 'backup'), join(freshFolder(t), 'target')];
  await withStore(dir, fill);
  const { manifest } = await backupFolder(dir, sound);
  const refused = async (harm: (copy: string) => void, expected: RegExp, code = 'WG_BACKUP_DAMAGED'): Promise<void> => {
    const copy = join(freshFolder(t), 'copy');
    cpSync(sound, copy, { recursive: true });
    harm(copy);
    await assert.rejects(
      restoreFolder(copy, target),
      (error) => hasCode(code)(error) && error instanceof Error && expected.test(error.message),
    );
    assert.ok(!existsSync(target) && !existsSync(`${target}.restoring`));
  };
  const flip = (path: string, at: number) => (copy: string) => {
    const bytes = readFileSync(join(copy, path));
    bytes[at] = (bytes[at] ?? 0) ^ 0x20;
    writeFileSync(join(copy, path), bytes);
  };
  for (const { path, bytes } of manifest.files) {
    for (const at of [0, Math.floor(bytes / 2), bytes - 1]) await refused(flip(path, at), new RegExp(path.replaceAll('.', '\\.')));
    await refused((copy) => writeFileSync(join(copy, path), readFileSync(join(copy, path)).subarray(0, -1)), new RegExp(path));
    await refused((copy) => rmSync(join(copy, path)), new RegExp(path));
  }
  const [firstLine] = readFileSync(journalOf(sound), 'utf8').split('\n');
  const second = Buffer.byteLength(firstLine ?? '') + 1;
  await refused(flip('journal/000001.ndjson', second + 100), new RegExp(`line 2 \\(byte ${second}, deed 2\\)`));
  await refused((copy) => rmSync(join(copy, 'manifest.json')), /manifest\.json.*never finished/);
  await refused((copy) => writeFileSync(join(copy, 'manifest.json'), '{"format":"westgate-backup-1"'), /manifest\.json/);
  const rewritten = (values: object) => (copy: string) =>
    writeFileSync(
      join(copy, 'manifest.json'),
      JSON.stringify({ ...JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')), ...values }),
    );
  await refused(rewritten({ schema: 999 }), /schema 999/, 'WG_FOLDER_NEWER');
  await refused(rewritten({ hash: 'f'.repeat(64) }), /deed \d+ is not the one/);
  await refused(rewritten({ files: [{ path: '../../etc/passwd', bytes: 1, sha256: 'f'.repeat(64) }] }), /manifest\.json/);
  await refused((copy) => rmSync(copy, { recursive: true }), /no backup/);
  checkBackup(sound);
  appendFileSync(journalOf(sound), 'what a later, unfinished backup added');
  assert.equal((await restoreFolder(sound, target)).head.seq, manifest.seq, 'bytes behind those of the manifest are none of its business');
});

/** How often it is killed each way at least; `npm run trial:long` kills more often. */
const [KILLS, STEP] = process.env.WESTGATE_TRIAL === 'all' ? [8, 1] : [4, 2];

test('killed while it is made or restored, a backup or folder is never something that looks whole and is not', async (t) => {
  const [dir, backup, target] = [freshFolder(t), join(freshFolder(t), 'backup'), join(freshFolder(t), 'target')];
  const head = await withStore(dir, async (store) => {
    await fill(store);
    await write(store, ...Array.from({ length: 300 }, (_, n) => `more-${n}`));
    return store.head;
  });
  let killedBackups = 0;
  for (let delay = 0; killedBackups < KILLS && delay < 40; delay++) {
    if (await killed(['backup', dir, backup], 5 + delay * 7)) killedBackups++;
    if (existsSync(join(backup, 'manifest.json'))) {
      assert.equal(checkBackup(backup).hash, head.hash);
      rmSync(backup, { recursive: true });
    } else assert.throws(() => checkBackup(backup), hasCode('WG_BACKUP_DAMAGED'));
  }
  assert.equal((await backupFolder(dir, backup)).manifest.hash, head.hash, 'and the next goes on where it ended');
  const next = await withStore(dir, async (store) => {
    await write(store, ...Array.from({ length: 100 }, (_, n) => `next-${n}`));
    return store.head;
  });
  for (let delay = 0; delay < 12; delay += STEP) {
    await killed(['backup', dir, backup], 5 + delay * 15);
    const { hash } = checkBackup(backup);
    assert.ok(hash === head.hash || hash === next.hash, 'an older backup stays whole while it is added to');
  }
  const { manifest } = await backupFolder(dir, backup);
  assert.equal(manifest.hash, next.hash);
  let killedRestores = 0;
  for (let delay = 0; killedRestores < KILLS && delay < 20; delay++) {
    if (await killed(['restore', backup, target], 20 + delay * 150)) killedRestores++;
    if (!existsSync(target)) continue;
    await withStore(target, async (store) => assert.deepEqual(store.head, next));
    rmSync(target, { recursive: true });
  }
  assert.ok(killedBackups > 3 && killedRestores > 3, `${killedBackups} backups and ${killedRestores} restores were killed`);
  assert.deepEqual((await restoreFolder(backup, target)).head, next);
});
