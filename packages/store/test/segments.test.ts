import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { InstantString } from '@westgate/base';
import { removeOrphans } from '../src/journal/batch.ts';
import { DamagedError } from '../src/journal/damage.ts';
import { FIRST_HASH } from '../src/journal/deed.ts';
import { type Journal, openJournal } from '../src/journal/journal.ts';
import { type SealedDeed, sealAgain, sealDeed } from '../src/journal/journal-line.ts';
import { freshFolder, MEMORY_DISK } from './folder.ts';
import { created, sourceRow } from './sample.ts';

const TOOL = fileURLToPath(new URL('../../../../tools/verify-journal.mjs', import.meta.url));
const AT = '2024-05-01T00:00:00.000Z' as InstantString;

function sealed(journal: Pick<Journal, 'head'>, ...ids: readonly string[]): SealedDeed {
  const changes = ids.map((id) => created('source', sourceRow(id)));
  return sealDeed({ who: 'a', verb: 'edit', reason: '', changes }, journal.head, AT);
}

/** Room for three lines of one change and the line of a batch, whatever columns a source has. */
const SEGMENT_BYTES = Math.floor(3.9 * sealed({ head: { seq: 0, hash: FIRST_HASH } }, 'one-1').line.length);

const many = (count: number) => Array.from({ length: count }, (_, n) => `s${n}`);

/** Twelve deeds in four segments, the eighth of them an import of 501 rows. */
function written(folder: string): void {
  const { journal } = openJournal(folder, { segmentBytes: SEGMENT_BYTES });
  for (let n = 1; n <= 12; n++) journal.append(n === 8 ? sealed(journal, ...many(501)) : sealed(journal, `one-${n}`));
  journal.close();
}

/** What the tool says, and how it ends. */
function verified(folder: string): readonly [number | null, string] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, folder], { encoding: 'utf8' });
  return [status, stdout + stderr];
}

const segmentsOf = (folder: string) => readdirSync(join(folder, 'journal')).sort();
const segment = (folder: string, number: number) => join(folder, 'journal', `00000${number}.ndjson`);

/** What the reader and the tool find in a folder: both the same place. */
function damageIn(folder: string): string {
  const { journal, damage } = openJournal(folder, { untouched: true });
  let found = damage;
  try {
    for (let seq = 1; seq <= journal.head.seq; seq++) journal.read(seq);
  } catch (error) {
    assert.ok(error instanceof DamagedError);
    found = error.damage;
  }
  journal.close();
  assert.ok(found);
  const { file, line, offset, seq } = found;
  const [status, said] = verified(folder);
  assert.equal(status, 1);
  const place = `Line ${line} of ${file} (byte ${offset}, deed ${seq})`;
  assert.ok(said.startsWith(place), `${said} is not at ${place}`);
  return place;
}

test('a full segment is followed by the next; all are read as one journal, and no hash knows of the borders', (t) => {
  const [folder, whole] = [freshFolder(t, MEMORY_DISK), freshFolder(t, MEMORY_DISK)];
  written(folder);
  assert.deepEqual(segmentsOf(folder), ['000001.ndjson', '000002.ndjson', '000003.ndjson', '000004.ndjson']);
  const { journal, damage } = openJournal(folder, { segmentBytes: SEGMENT_BYTES });
  assert.deepEqual([journal.head.seq, damage], [12, null]);
  journal.append(sealed(journal, 'next'));
  assert.deepEqual(
    [1, 4, 8, 12, 13].map((seq) => [journal.read(seq).seq, journal.read(seq).changeCount]),
    [
      [1, 1],
      [4, 1],
      [8, 501],
      [12, 1],
      [13, 1],
    ],
  );
  const one = openJournal(whole).journal;
  for (let seq = 1; seq <= 13; seq++) {
    const again = sealAgain(journal.read(seq));
    assert.equal(again.deed.hash, journal.hashAt(seq), 'a line written again has the same hash');
    one.append(again);
  }
  assert.deepEqual(one.head, journal.head);
  journal.close();
  one.close();
  const lines = segmentsOf(folder).map((name) => readFileSync(join(folder, 'journal', name), 'utf8'));
  assert.equal(readFileSync(segment(whole, 1), 'utf8'), lines.join(''));
  assert.deepEqual(verified(folder), [0, `Sound: 13 deeds in 4 segments, 1 batches, 0 snapshots. Head ${one.head.hash}.\n`]);
});

test('a line longer than a segment stands alone in one', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const { journal } = openJournal(folder, { segmentBytes: 500 });
  journal.append(sealed(journal, ...many(20)));
  journal.append(sealed(journal, 'a'));
  journal.close();
  assert.equal(segmentsOf(folder).length, 2);
  const again = openJournal(folder);
  assert.deepEqual([again.journal.read(1).changeCount, again.journal.read(2).changeCount], [20, 1]);
  again.journal.close();
});

test('a segment that is missing, cut, emptied or swapped is located by the reader and by the tool', (t) => {
  const cases: readonly (readonly [string, (folder: string) => void])[] = [
    ['Line 1 of journal/000002.ndjson (byte 0, deed 4)', (folder) => rmSync(segment(folder, 2))],
    ['Line 1 of journal/000001.ndjson (byte 0, deed 1)', (folder) => rmSync(segment(folder, 1))],
    ['Line 3 of journal/000002.ndjson', (folder) => truncateSync(segment(folder, 2), readFileSync(segment(folder, 2)).length - 1)],
    ['Line 1 of journal/000003.ndjson (byte 0, deed 4)', (folder) => truncateSync(segment(folder, 2), 0)],
    [
      'Line 1 of journal/000002.ndjson (byte 0, deed 4)',
      (folder) => {
        renameSync(segment(folder, 2), `${segment(folder, 2)}.away`);
        renameSync(segment(folder, 3), segment(folder, 2));
        renameSync(`${segment(folder, 2)}.away`, segment(folder, 3));
      },
    ],
  ];
  for (const [place, spoil] of cases) {
    const folder = freshFolder(t, MEMORY_DISK);
    written(folder);
    spoil(folder);
    assert.ok(damageIn(folder).startsWith(place), place);
  }
});

test('the changes of a large deed stand beside the journal; a missing, altered or swapped file is located at its line', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  written(folder);
  const [name] = readdirSync(join(folder, 'batches'));
  assert.match(name ?? '', /^[0-9a-f]{64}\.ndjson\.gz$/);
  const path = join(folder, 'batches', name ?? '');
  const bytes = readFileSync(path);
  const altered = Buffer.from(bytes);
  altered[200] = (altered[200] ?? 0) ^ 1;
  const other = freshFolder(t, MEMORY_DISK);
  const { journal } = openJournal(other);
  journal.append(sealed(journal, ...many(502)));
  journal.close();
  const [otherName] = readdirSync(join(other, 'batches'));
  for (const content of [altered, bytes.subarray(0, -9), readFileSync(join(other, 'batches', otherName ?? '')), Buffer.alloc(0)]) {
    writeFileSync(path, content);
    assert.match(damageIn(folder), /Line \d of journal\/000003\.ndjson \(byte \d+, deed 8\)/);
  }
  rmSync(path);
  assert.match(damageIn(folder), /Line \d of journal\/000003\.ndjson \(byte \d+, deed 8\)/);
  writeFileSync(path, bytes);
  assert.equal(verified(folder)[0], 0);
});

test('a file of changes that no line names is removed after a day, and never one that a line names', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  written(folder);
  const [kept] = readdirSync(join(folder, 'batches'));
  const now = Date.now();
  const dayBefore = new Date(now - 25 * 3600 * 1000);
  for (const name of ['old.ndjson.gz', 'old.ndjson.gz.77.new', 'young.ndjson.gz']) writeFileSync(join(folder, 'batches', name), '');
  for (const name of ['old.ndjson.gz', 'old.ndjson.gz.77.new', kept ?? '']) utimesSync(join(folder, 'batches', name), dayBefore, dayBefore);
  const { journal } = openJournal(folder, { untouched: true });
  assert.deepEqual(removeOrphans(folder, journal.batches, now).toSorted(), ['old.ndjson.gz', 'old.ndjson.gz.77.new']);
  journal.close();
  assert.deepEqual(readdirSync(join(folder, 'batches')).sort(), [kept, 'young.ndjson.gz'].sort());
});

test('after a failed write the journal takes nothing until it is renewed, and then ends where it did', {
  skip: process.platform === 'win32',
}, (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const path = segment(folder, 1);
  const { journal } = openJournal(folder);
  journal.append(sealed(journal, 'a'));
  const whole = readFileSync(path);
  journal.close();
  const again = openJournal(folder).journal;
  assert.throws(() =>
    again.append({ ...sealed(again, 'b'), line: Buffer.alloc(2 ** 20), batch: { count: 1, sha256: '../no/such', packed: whole } }),
  );
  assert.throws(() => again.append(sealed(again, 'b')), /renewed before the next/);
  writeFileSync(path, Buffer.concat([whole, Buffer.from('half a li')]));
  again.renew();
  assert.deepEqual(readFileSync(path), whole);
  again.append(sealed(again, 'b'));
  again.close();
  assert.equal(openJournal(folder).journal.head.seq, 2);
});

test('a journal whose end is not the last deed is not renewed', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const { journal } = openJournal(folder);
  journal.append(sealed(journal, 'a'));
  const path = segment(folder, 1);
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, -2));
  assert.throws(() => journal.renew(), /expected \d+/);
  writeFileSync(path, Buffer.from(whole).fill('x', 70, 80));
  assert.throws(() => journal.renew(), DamagedError);
  writeFileSync(path, whole);
  journal.renew();
  journal.close();
});

test('the tool says that there is no journal, that one is unfinished, and reads the snapshots beside it', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  assert.deepEqual(verified(folder), [2, `There is no journal in ${folder}: expected journal/000001.ndjson.\n`]);
  written(folder);
  const path = segment(folder, 4);
  const whole = readFileSync(path);
  writeFileSync(path, Buffer.concat([whole, Buffer.from('0123')]));
  const [status, said] = verified(folder);
  assert.deepEqual([status, /After it 4 bytes of an unfinished line/.test(said)], [0, true]);
  assert.ok(readFileSync(TOOL, 'utf8').split('\n').length <= 130, 'it stays short enough to be read in full');
});
