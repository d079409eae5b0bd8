import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { HARBOUR, temporaryFolder, westgate } from './program.ts';

test('a report is made, listed, verified and saved; a later import leaves it', async (t) => {
  const [data, out] = [temporaryFolder(t), temporaryFolder(t)];
  const made = await westgate(
    'report',
    'make',
    '--title-en',
    'Harbour ledger',
    '--as-of',
    '2026-06-30',
    '--json',
    '--data',
    data,
    '--district',
    HARBOUR,
  );
  assert.equal(made.code, 0, made.stderr);
  const { number, hash } = JSON.parse(made.stdout);
  assert.equal(number, 1);
  const listed = await westgate('report', 'list', '--data', data);
  assert.match(listed.stdout, /^1 +as of 2026-06-30 +made on \d{4}-\d\d-\d\d +Harbour ledger$/m);
  for (const file of ['ledger.docx', 'ledger.xlsx', 'ledger.json']) {
    const saved = await westgate('report', 'save', '1', join(out, file), '--lang', 'en', '--layout', 'official', '--data', data);
    assert.equal(saved.code, 0, saved.stderr);
  }
  assert.deepEqual(readdirSync(out).sort(), ['ledger.docx', 'ledger.json', 'ledger.xlsx']);
  assert.equal(
    createHash('sha256')
      .update(readFileSync(join(out, 'ledger.json')))
      .digest('hex'),
    hash,
  );
  assert.match((await westgate('import', HARBOUR, '--data', data)).stdout, /^No difference/);
  const verified = await westgate('report', 'verify', '1', '--data', data);
  assert.equal(verified.code, 0, verified.stderr);
  assert.match(verified.stdout, /Report no\. 1: as it was made/);
});

test('what is wrong with the words is told, and nothing is done', async (t) => {
  const data = temporaryFolder(t);
  for (const [words, told] of [
    [['report'], /expected "make", "list"/],
    [['report', 'make'], /--title-zh or --title-en/],
    [['report', 'verify'], /expected a number/],
    [['report', 'verify', 'x'], /number of a report, got "x"/],
    [['report', 'save', '1', 'ledger.pdf'], /\.docx, \.xlsx or \.json/],
    [['report', 'make', '--title-en', 'x', '--as-of', 'never'], /--as-of expects a day/],
  ] as const) {
    const done = await westgate(...words, '--data', data);
    assert.equal(done.code, 2, done.stderr);
    assert.match(done.stderr, told);
  }
  assert.deepEqual(readdirSync(data), []);
  const missing = await westgate('report', 'verify', '7', '--data', data, '--district', HARBOUR);
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /there is no report 7/);
});
