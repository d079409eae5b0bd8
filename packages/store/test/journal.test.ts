import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { canonicalJson, type InstantString, WestgateError } from '@westgate/base';
import { sealGroup } from '../src/engine/proven-group.ts';
import { FIRST_HASH } from '../src/journal/deed.ts';
import { idemOf } from '../src/journal/idem.ts';
import { type Journal, openJournal } from '../src/journal/journal.ts';
import { hashedLine, parseLine, SCHEMA_VERSION, type SealedDeed, sealAgain, sealDeed } from '../src/journal/journal-line.ts';
import { freshFolder, MEMORY_DISK } from './folder.ts';
import { created, sourceRow } from './sample.ts';

function append(journal: Journal, id: string): void {
  const changes = [created('source', sourceRow(id))];
  journal.append(sealDeed({ who: 'a', verb: 'edit', reason: '', changes }, journal.head, '2024-05-01T00:00:00.000Z' as InstantString));
}

/** A journal of `count` deeds in `folder`; returns the path of its file. */
function written(folder: string, count: number): string {
  const { journal } = openJournal(folder);
  for (let n = 1; n <= count; n++) append(journal, `s${n}`);
  journal.close();
  return join(folder, 'journal', '000001.ndjson');
}

test('deeds are read back as written, and go on from the last after reopening', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  written(folder, 2);
  const { journal, tornBytes, damage } = openJournal(folder);
  assert.deepEqual([tornBytes, damage, journal.head.seq], [0, null, 2]);
  append(journal, 's3');
  assert.equal(journal.read(3).prevHash, journal.hashAt(2));
  assert.equal(journal.read(1).prevHash, FIRST_HASH);
  assert.deepEqual(
    [1, 2, 3].map((seq) => journal.read(seq).changes[0]?.key),
    ['s1', 's2', 's3'],
  );
  assert.equal(journal.hashAt(4), null);
  journal.close();
});

test('equal deeds give equal bytes: the line is canonical JSON behind its hash', (t) => {
  const [one, two] = [freshFolder(t, MEMORY_DISK), freshFolder(t, MEMORY_DISK)].map((folder) => readFileSync(written(folder, 2), 'utf8'));
  assert.equal(one, two);
  assert.match(one ?? '', /^[0-9a-f]{64} \{"at":"2024-05-01T00:00:00.000Z","changes":\[/);
});

test('the hash of a request stands beside its key; lines without one, and of schemas that kept the key alone, keep their bytes', () => {
  const at = '2024-05-01T00:00:00.000Z' as InstantString;
  const draft = { who: 'a', verb: 'edit', reason: '', changes: [created('source', sourceRow('s1'))] };
  const idem = idemOf('k', { b: 1, a: ['x'] });
  assert.equal(idem.request, idemOf('another', { a: ['x'], b: 1 }).request);
  const head = { seq: 0, hash: FIRST_HASH };
  const [keyed, bare] = [sealDeed({ ...draft, idem }, head, at), sealDeed(draft, head, at)];
  assert.deepEqual([keyed.deed.idem, keyed.deed.request, bare.deed.request], ['k', idem.request, null]);
  assert.ok(keyed.line.includes(`"request":"${idem.request}"`) && !bare.line.includes('"request"'));
  const formerJson = keyed.line
    .toString('utf8', 65)
    .trimEnd()
    .replace(`"request":"${idem.request}",`, '')
    .replace(/"schema":\d+/, '"schema":19');
  for (const line of [keyed.line, bare.line, hashedLine(FIRST_HASH, formerJson)]) {
    const read = parseLine(line.subarray(0, -1), FIRST_HASH, () => []);
    assert.deepEqual(sealAgain(read).line, line);
    assert.equal(read.request, line === keyed.line ? idem.request : null);
  }
});

test('a last line cut anywhere is set aside, and the deeds before it stand', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const path = written(folder, 3);
  const whole = readFileSync(path);
  const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1;
  for (let length = lastLine + 1; length < whole.length; length++) {
    writeFileSync(path, whole.subarray(0, length));
    const { journal, tornBytes, damage } = openJournal(folder);
    journal.close();
    assert.deepEqual([journal.head.seq, tornBytes, damage], [2, length - lastLine, null], `cut at byte ${length}`);
    assert.equal(readFileSync(path).length, lastLine);
  }
  const aside = readFileSync(join(folder, 'journal', `torn-000001-${lastLine}.bytes`));
  assert.deepEqual(aside, whole.subarray(lastLine, -1));
});

test('a last line that lost a sector in a power cut counts as torn, though its end was written; one that lost less is damaged', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const { journal } = openJournal(folder);
  const changes = [created('source', sourceRow('long', 'long '.repeat(400)))];
  journal.append(sealDeed({ who: 'a', verb: 'edit', reason: '', changes }, journal.head, '2024-05-01T00:00:00.000Z' as InstantString));
  journal.close();
  const path = join(folder, 'journal', '000001.ndjson');
  const bytes = readFileSync(path);
  const opened = (from: number, to: number) => {
    writeFileSync(path, Buffer.from(bytes).fill(0, from, to));
    const { journal, damage, tornBytes } = openJournal(folder, { untouched: true });
    journal.close();
    return [journal.head.seq, damage?.line ?? null, tornBytes];
  };
  assert.deepEqual(opened(512, 1024), [0, null, bytes.length]);
  assert.deepEqual(opened(0, 512), [0, null, bytes.length]);
  assert.deepEqual(opened(513, 1024), [0, 1, 0]);
  assert.deepEqual(opened(600, 601), [0, 1, 0]);
});

test('deeds that were written together and lost sectors in a power cut count as torn; what another was written behind is damaged', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const { journal } = openJournal(folder);
  const [first, second] = ['2024-05-01T00:00:00.000Z', '2024-05-01T00:00:00.001Z'] as const;
  const sealed = (ids: readonly string[], at: string): readonly SealedDeed[] => {
    const drafts = ids.map((id) => ({
      who: 'a',
      verb: 'edit',
      reason: '',
      changes: [created('source', sourceRow(id, `${id} `.repeat(300)))],
    }));
    return sealGroup({ drafts, basis: journal.head.seq }, journal.head, at as InstantString);
  };
  const group = sealed(['one', 'two', 'three'], first);
  journal.append(...group);
  const path = join(folder, 'journal', '000001.ndjson');
  const together = readFileSync(path);
  journal.append(...sealed(['four', 'five'], second));
  journal.close();
  const whole = readFileSync(path);
  const opened = (bytes: Buffer, from: number, to: number) => {
    writeFileSync(path, Buffer.from(bytes).fill(0, from, to));
    const { journal, damage, tornBytes } = openJournal(folder, { untouched: true });
    journal.close();
    return [journal.head.seq, damage?.line ?? null, tornBytes];
  };
  const [one = 0, two = 0] = group.map(({ line }) => line.length);
  assert.deepEqual(opened(together, 512, 1024), [0, null, together.length], 'the first of them');
  assert.deepEqual(opened(together, one - (one % 512), one - (one % 512) + 512), [0, null, together.length], 'the end of its line');
  const within = one + two - ((one + two) % 512) - 512;
  assert.deepEqual(opened(together, within, within + 512), [1, null, together.length - one], 'the second');
  assert.deepEqual(opened(together, 0, 512), [0, 1, 0], 'where even the time of the first is lost, nobody knows');
  assert.deepEqual(opened(together, 513, 1024), [0, 1, 0], 'less than a sector');
  assert.deepEqual(opened(whole, 512, 1024), [0, 1, 0], 'others were written after it: it was on the disk');
  assert.deepEqual(opened(whole.subarray(0, -40), within, within + 512), [1, 2, 0], 'also where these are not whole');
  const late = together.length - (together.length % 512) + 1024;
  assert.deepEqual(opened(whole, late, late + 512), [3, null, whole.length - together.length], 'of the last that were written together');
});

test('a flipped bit anywhere is found, and its line named', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const path = written(folder, 4);
  const whole = readFileSync(path);
  let line = 1;
  for (let at = 0; at < whole.length - 1; at++) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const { journal, damage } = openJournal(folder);
    journal.close();
    assert.deepEqual([damage?.line, journal.head.seq], [line, line - 1], `byte ${at}`);
    if (whole[at] === 0x0a) line++;
  }
});

test('a line taken out, doubled or put elsewhere is found', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const path = written(folder, 4);
  const [a, b, c, d] = readFileSync(path, 'utf8').split('\n');
  const cases = [
    { lines: [a, c, d], line: 2 },
    { lines: [a, b, b, c, d], line: 3 },
    { lines: [b, a, c, d], line: 1 },
  ];
  for (const { lines, line } of cases) {
    writeFileSync(path, `${lines.join('\n')}\n`);
    const { journal, damage } = openJournal(folder);
    journal.close();
    assert.equal(damage?.line, line);
  }
});

test('a deed of a newer schema is refused by its number', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const { journal } = openJournal(folder);
  const body = canonicalJson({
    ...JSON.parse(readFileSync(written(freshFolder(t, MEMORY_DISK), 1), 'utf8').slice(65)),
    schema: SCHEMA_VERSION + 1,
  });
  const hash = createHash('sha256').update(FIRST_HASH).update(body).digest('hex');
  appendFileSync(join(folder, 'journal', '000001.ndjson'), `${hash} ${body}\n`);
  journal.close();
  const again = openJournal(folder).journal;
  assert.throws(
    () => again.read(1),
    (error) => error instanceof WestgateError && error.code === 'WG_FOLDER_NEWER' && error.details.seq === 1,
  );
  again.close();
});

test('looking at a folder writes nothing in it', (t) => {
  const empty = freshFolder(t, MEMORY_DISK);
  openJournal(empty, { untouched: true }).journal.close();
  assert.deepEqual(readdirSync(empty), []);
  const folder = freshFolder(t, MEMORY_DISK);
  const path = written(folder, 2);
  const torn = readFileSync(path).subarray(0, -5);
  writeFileSync(path, torn);
  const { journal, tornBytes } = openJournal(folder, { untouched: true });
  journal.close();
  assert.deepEqual([journal.head.seq, tornBytes > 0], [1, true]);
  assert.deepEqual(readFileSync(path), torn);
});

test('a line longer than the reading chunk is read whole', (t) => {
  const folder = freshFolder(t, MEMORY_DISK);
  const { journal } = openJournal(folder);
  const changes = [created('source', sourceRow('big', '长'.repeat(1_000_000))), created('source', sourceRow('small'))];
  journal.append(sealDeed({ who: 'a', verb: 'edit', reason: '', changes }, journal.head, '2024-05-01T00:00:00.000Z' as InstantString));
  append(journal, 'next');
  journal.close();
  const again = openJournal(folder);
  assert.equal(again.journal.head.seq, 2);
  assert.equal(again.journal.read(1).changes.length, 2);
  again.journal.close();
});

test('when a line cannot be written, the error is told and the head stays', (t) => {
  const { journal } = openJournal(freshFolder(t, MEMORY_DISK));
  append(journal, 's1');
  const head = journal.head;
  journal.close();
  assert.throws(() => append(journal, 's2'), /is not open/);
  assert.deepEqual(journal.head, head);
});
