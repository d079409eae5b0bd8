import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAULT_CODES, type FolderFiles, parseFolder, readFolder } from '@westgate/desk';
import { edit, HARBOUR } from '../folders.ts';
import { DISTRICT, LINKS, NOW, PLANTED, type Planted, reportedHarbour, TEXT } from './planted-faults.ts';

for (const { code, file, row, field, from, to, edited } of PLANTED) {
  test(`${code} in ${file}${field === null ? '' : `, ${field}`} is found when “${from.slice(0, 40)}” becomes “${to.slice(0, 40)}”`, async () => {
    const parsed = parseFolder(edit(await reportedHarbour(), edited ?? file, from, to), NOW);
    assert.equal(parsed.status, 'faulty');
    const fault = parsed.faults.find((found) => found.code === code && found.file === file && found.row === row && found.field === field);
    assert.ok(fault, `found instead: ${parsed.faults.map(({ code: found, message }) => `${found}: ${message}`).join(' | ')}`);
    assert.ok(fault.message.includes(file) && fault.expected !== '' && fault.found !== '');
  });
}

test('a missing file, an unknown file and a path that leads out of the folder are faults; SOURCE.md is none', async () => {
  const files = new Map(await readFolder(HARBOUR));
  files.delete('results/parks.csv');
  files
    .set('results/notes.txt', '')
    .set('../words/sentences.csv', '')
    .set('words/other.en.md', 'A text.')
    .set('words/ward-plan.zh.md', '一句。');
  assert.deepEqual(
    faultsOf(files).map(({ code, file }) => `${code} ${file}`),
    [
      'missing-file results/parks.csv',
      'unknown-file results/notes.txt',
      'unknown-file ../words/sentences.csv',
      'unknown-file words/other.en.md',
      'language-not-kept words/ward-plan.zh.md',
    ],
  );
});

test('a plan text that is not there is missed, by the wording its document claims', async () => {
  const files = new Map(await readFolder(HARBOUR));
  files.delete(TEXT);
  assert.deepEqual(
    faultsOf(files).map(({ code, file }) => `${code} ${file}`),
    [`missing-file ${TEXT}`],
  );
});

test('languages that differ in the sentences of a paragraph are told apart by paragraph', async () => {
  let files = edit(await readFolder(HARBOUR), DISTRICT, '["en"]', '["zh", "en"]');
  files = new Map(files).set('words/ward-plan.zh.md', '一。二。三。\n\n一。二。三。\n\n一。二。三。\n');
  const faults = faultsOf(files);
  assert.deepEqual(
    faults.map(({ code, file, row }) => `${code} ${file} ${row}`),
    ['not-aligned words/ward-plan.zh.md 2'],
  );
});

test('every planted fault is reported in one run', async () => {
  let files: FolderFiles = await readFolder(HARBOUR);
  const together = PLANTED.filter(({ code, file, field }) => !(code === 'malformed' && !file.endsWith('.csv')) && field !== 'wording');
  const done: Planted[] = [];
  for (const fault of together) {
    const text = files.get(fault.edited ?? fault.file) ?? '';
    if (text.split(fault.from).length !== 2) continue;
    files = edit(files, fault.edited ?? fault.file, fault.from, fault.to);
    done.push(fault);
  }
  assert.ok(done.length >= 45, `${done.length} faults fit beside each other`);
  const found = new Set(faultsOf(files).map(({ code, file, row }) => `${code} ${file} ${row}`));
  assert.deepEqual(
    done.filter(({ code, file, row }) => !found.has(`${code} ${file} ${row}`)).map(({ code, file }) => `${code} ${file}`),
    [],
  );
});

test('every kind of fault is planted by a test', () => {
  const elsewhere: readonly string[] = ['missing-file', 'unknown-file', 'not-aligned', 'frozen', 'areas-differ'];
  const untested = Object.keys(FAULT_CODES).filter((code) => !elsewhere.includes(code) && !PLANTED.some((fault) => fault.code === code));
  assert.deepEqual(untested, []);
});

test('no more than 1,000 faults are kept, and all are counted', async () => {
  const files = new Map(await readFolder(HARBOUR));
  const row = 'project,nobody,serves,commitment,p1s2-1,plan-2025,,\n';
  files.set(LINKS, `${files.get(LINKS)}${row.repeat(1_500)}`);
  const parsed = parseFolder(files);
  assert.equal(parsed.status, 'faulty');
  assert.equal(parsed.faults.length, 1_000);
  assert.ok(parsed.total >= 1_500);
});

function faultsOf(files: FolderFiles) {
  const parsed = parseFolder(files, NOW);
  assert.equal(parsed.status, 'faulty');
  return parsed.faults;
}
