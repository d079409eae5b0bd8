import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { InstantString } from '@westgate/base';
import { FIRST_HASH } from '../src/journal/deed.ts';
import { openJournal } from '../src/journal/journal.ts';
import { checkedHash, sealDeed } from '../src/journal/journal-line.ts';
import { freshFolder } from './folder.ts';
import { created, sourceRow } from './sample.ts';

const LINES = 1_000;
const SAMPLES = 60;
const TOOL = fileURLToPath(new URL('../../../../tools/verify-journal.mjs', import.meta.url));

/** A journal of a thousand lines: its folder, its bytes, and where its lines begin. */
function written(folder: string) {
  const { journal } = openJournal(folder);
  for (let n = 1; n <= LINES; n++) {
    const changes = [created('source', sourceRow(`s${n}`))];
    const draft = { who: 'Lena', verb: 'edit', reason: '', changes };
    journal.append(sealDeed(draft, journal.head, '2024-05-01T00:00:00.000Z' as InstantString));
  }
  journal.close();
  const path = join(folder, 'journal', '000001.ndjson');
  const whole = readFileSync(path);
  const starts = [0];
  for (let end = whole.indexOf(0x0a); end !== -1; end = whole.indexOf(0x0a, end + 1)) starts.push(end + 1);
  return { path, whole, starts: starts.slice(0, -1) };
}

test(`each flipped byte of a journal of ${LINES} lines breaks the hash of its own line`, (t) => {
  const { whole, starts } = written(freshFolder(t));
  let prevHash = FIRST_HASH;
  let flips = 0;
  for (const [index, start] of starts.entries()) {
    const line = Buffer.from(whole.subarray(start, (starts[index + 1] ?? whole.length) - 1));
    for (const [at, byte] of line.entries()) {
      line[at] = byte ^ (1 << (flips % 8));
      assert.equal(checkedHash(line, prevHash), null, `line ${index + 1}, byte ${start + at}`);
      line[at] = byte;
      flips += 1;
    }
    prevHash = line.toString('latin1', 0, 64);
  }
  t.diagnostic(`${flips} flips`);
  assert.equal(flips, whole.length - LINES);
});

test('the reader names line and byte of every line end that is flipped, and of bytes flipped anywhere; so does the tool', (t) => {
  const folder = freshFolder(t);
  const { path, whole, starts } = written(folder);
  const ends = [...starts.slice(1).map((start) => start - 1), whole.length - 1];
  const anywhere = Array.from({ length: SAMPLES }, (_, n) => Math.floor((whole.length * (n + 0.5)) / SAMPLES));
  const file = openSync(path, 'r+');
  for (const [n, at] of [...ends, ...anywhere].entries()) {
    const line = starts.findLastIndex((start) => start <= at) + 1;
    const byte = whole[at] ?? 0;
    writeSync(file, Buffer.from([byte ^ (1 << (n % 8))]), 0, 1, at);
    const { journal, damage } = openJournal(folder, { untouched: true });
    journal.close();
    assert.deepEqual([damage?.line, damage?.offset, journal.head.seq], [line, starts[line - 1], line - 1], `byte ${at}`);
    if (n >= ends.length - 5) {
      const { status, stderr } = spawnSync(process.execPath, [TOOL, folder], { encoding: 'utf8' });
      assert.equal(status, 1);
      assert.ok(
        stderr.startsWith(`Line ${line} of journal/000001.ndjson (byte ${starts[line - 1]}, deed ${line})`),
        `byte ${at}: ${stderr}`,
      );
    }
    writeSync(file, Buffer.from([byte]), 0, 1, at);
  }
  closeSync(file);
  assert.equal(spawnSync(process.execPath, [TOOL, folder]).status, 0);
});
