import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { InstantString } from '@westgate/base';
import { exportJournal } from '@westgate/store';
import { type Journal, openJournal } from '../src/journal/journal.ts';
import { type SealedDeed, sealDeed } from '../src/journal/journal-line.ts';
import { ALWAYS_HELD, lostOwnershipError, type Ownership } from '../src/ownership/ownership.ts';
import { freshFolder, hasCode, MEMORY_DISK } from './folder.ts';
import { created, sourceRow } from './sample.ts';

const TOOL = fileURLToPath(new URL('../../../../tools/verify-journal.mjs', import.meta.url));
const AT = '2024-05-01T00:00:00.000Z' as InstantString;

/** An owner that took the folder from one which may wake. */
const taking = (name: string): Ownership => ({ ...ALWAYS_HELD, name, fence: name });

function sealed(journal: Journal, id: string): SealedDeed {
  return sealDeed({ who: 'a', verb: 'edit', reason: '', changes: [created('source', sourceRow(id))] }, journal.head, AT);
}

/** The records that a reader finds, and what the tool says. */
function readBy(folder: string): { readonly ids: readonly unknown[]; readonly said: string; readonly status: number | null } {
  const { journal, damage } = openJournal(folder, { untouched: true });
  const ids = Array.from({ length: journal.head.seq }, (_, n) => journal.read(n + 1).changes[0]?.key);
  journal.close();
  assert.equal(damage, null);
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, folder], { encoding: 'utf8' });
  return { ids, status, said: stdout + stderr };
}

const segment = (folder: string, number: number) => join(folder, 'journal', `00000${number}.ndjson`);

test('the next owner begins a file that says where the last one ends; what the former owner writes behind that is told and never read', async (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const former = openJournal(folder).journal;
  former.append(sealed(former, 'a'));
  const next = openJournal(folder, { ownership: taking('2-next') }).journal;
  former.append(sealed(former, 'lost-1'));
  former.append(sealed(former, 'lost-2'));
  next.append(sealed(next, 'b'));
  assert.deepEqual(readBy(folder).ids, ['a', 'b']);
  assert.match(readBy(folder).said, /^Sound: 2 deeds in 2 segments.* Behind journal\/000001\.ndjson \d+ bytes of a former owner/);
  const bytes = readFileSync(segment(folder, 1));
  const [said = '', ...more] = next.clearOverrun();
  assert.deepEqual([more, /\d+ bytes stand behind the end of journal\/000001\.ndjson/.test(said)], [[], true], said);
  const [aside = ''] = readdirSync(join(folder, 'journal')).filter((name) => name.startsWith('aside-'));
  assert.ok(bytes.toString().endsWith(readFileSync(join(folder, 'journal', aside), 'utf8')), 'what was put aside is kept');
  assert.deepEqual(next.clearOverrun(), [], 'it is said once');
  former.append(sealed(former, 'lost-3'));
  assert.equal(next.clearOverrun().length, 1);
  assert.equal(readdirSync(join(folder, 'journal')).filter((name) => name.startsWith('aside-')).length, 2);
  assert.deepEqual([readBy(folder).ids, readBy(folder).said.includes('Behind')], [['a', 'b'], false]);
  for (const journal of [former, next]) journal.close();

  const copy = freshFolder(t, MEMORY_DISK);
  await exportJournal({ dataDir: folder }, copy);
  assert.deepEqual(readBy(copy).ids, ['a', 'b'], 'written again, the journal has no borders');
  assert.equal(readFileSync(segment(copy, 1), 'utf8').includes('begins'), false);
});

test('a deed that stood in the file before the next owner read it stands, whether it was acknowledged or not', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  let isHeld = true;
  const requireHeld = (): void => {
    if (!isHeld) throw lostOwnershipError();
  };
  const former = openJournal(folder, { ownership: { ...ALWAYS_HELD, requireHeld } }).journal;
  former.append(sealed(former, 'a'));
  isHeld = false;
  assert.throws(() => former.append(sealed(former, 'b')), hasCode('WG_READ_ONLY'), 'on the disk, and not acknowledged');
  assert.equal(former.head.seq, 1);
  const next = openJournal(folder, { ownership: taking('2-next') }).journal;
  assert.equal(next.head.seq, 2);
  assert.throws(() => former.renew(), hasCode('WG_READ_ONLY'));
  next.append(sealed(next, 'c'));
  assert.deepEqual(readBy(folder).ids, ['a', 'b', 'c']);
  for (const journal of [former, next]) journal.close();
});

test('an owner begins one file however often it opens the journal, and one that ended too early is made up for', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const { journal } = openJournal(folder);
  journal.append(sealed(journal, 'a'));
  journal.close();
  const names = (): readonly string[] => readdirSync(join(folder, 'journal')).sort();
  for (const name of ['3-third', '3-third']) openJournal(folder, { ownership: { ...taking('2-second'), name } }).journal.close();
  assert.deepEqual(names(), ['000001.ndjson', '000002.ndjson']);
  openJournal(folder, { ownership: { ...ALWAYS_HELD, name: '4-fourth' } }).journal.close();
  assert.deepEqual(names(), ['000001.ndjson', '000002.ndjson']);
  openJournal(folder, { ownership: taking('5-fifth') }).journal.close();
  assert.deepEqual(names(), ['000001.ndjson', '000002.ndjson', '000003.ndjson']);
  assert.deepEqual(readBy(folder).ids, ['a']);
});

test('a line whose sync failed is never cut away, as a next owner may have read it: the journal goes on in a new file', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  let fails = false;
  const requireHeld = (): void => {
    if (fails) throw new Error('EIO: the disk could not be asked');
  };
  const { journal } = openJournal(folder, { ownership: { ...ALWAYS_HELD, requireHeld } });
  journal.append(sealed(journal, 'a'));
  fails = true;
  assert.throws(() => journal.append(sealed(journal, 'unsure')), /EIO/);
  const bytes = readFileSync(segment(folder, 1));
  fails = false;
  journal.renew();
  assert.deepEqual(readFileSync(segment(folder, 1)), bytes);
  journal.append(sealed(journal, 'b'));
  journal.close();
  assert.deepEqual(readBy(folder).ids, ['a', 'b']);
});

test('a line on how far a file is read that was altered, moved or cut is found at its place by the reader and by the tool', (t) => {
  const spoil: readonly ((bytes: Buffer) => Buffer)[] = [
    ...[0, 3, 8, 75, 90, 110].map((at) => (bytes: Buffer) => Buffer.from(bytes).fill('#', at, at + 1)),
    (bytes) => bytes.subarray(bytes.indexOf(10) + 1),
    (bytes) => bytes.subarray(10),
    (bytes) => Buffer.concat([bytes.subarray(0, bytes.indexOf(10) + 1), bytes]),
  ];
  for (const [n, alter] of spoil.entries()) {
    const folder = freshFolder(t, MEMORY_DISK);
    const former = openJournal(folder).journal;
    former.append(sealed(former, 'a'));
    const next = openJournal(folder, { ownership: taking('2-next') }).journal;
    next.append(sealed(next, 'b'));
    if (n % 2 === 0) former.append(sealed(former, 'lost'));
    for (const journal of [former, next]) journal.close();
    writeFileSync(segment(folder, 2), alter(readFileSync(segment(folder, 2))));
    const { journal, damage } = openJournal(folder, { untouched: true });
    journal.close();
    assert.ok(damage, `case ${n}`);
    const { status, stderr } = spawnSync(process.execPath, [TOOL, folder], { encoding: 'utf8' });
    const place = `Line ${damage.line} of ${damage.file} (byte ${damage.offset}, deed ${damage.seq})`;
    assert.deepEqual([status, stderr.startsWith(place)], [1, true], `case ${n}: ${stderr} is not at ${place}`);
  }
});

test('a file that is shorter than the next one says is damaged; what stands torn behind the end is not', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const former = openJournal(folder).journal;
  former.append(sealed(former, 'a'));
  former.append(sealed(former, 'b'));
  appendFileSync(segment(folder, 1), 'half a li');
  const next = openJournal(folder, { ownership: taking('2-next') }).journal;
  assert.deepEqual(readBy(folder).ids, ['a', 'b']);
  for (const journal of [former, next]) journal.close();
  truncateSync(segment(folder, 1), readFileSync(segment(folder, 1)).indexOf(10) + 1);
  const { journal, damage } = openJournal(folder, { untouched: true });
  journal.close();
  assert.deepEqual([damage?.file, damage?.seq, /it ends before byte/.test(damage?.why ?? '')], ['journal/000001.ndjson', 2, true]);
  const { stderr } = spawnSync(process.execPath, [TOOL, folder], { encoding: 'utf8' });
  assert.match(stderr, /^Line 2 of journal\/000001\.ndjson .*it ends before byte/);
});
