import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder, westgate } from './program.ts';

interface Reading {
  readonly language: string;
  readonly sentences: readonly { readonly id: string; readonly start: number; readonly end: number; readonly text: string }[];
}

test('plan read gives sentences whose offsets are bytes of the file', async (t) => {
  const file = join(temporaryFolder(t), 'plan.txt');
  writeFileSync(file, '\uFEFF先修“东堤”。再修西堤，i.e. 长 3.5 km！\r\n\r\n第二段只有一句。\r\n');
  const done = await westgate('plan', 'read', file, '--json');
  assert.equal(done.code, 0, done.stderr);
  const reading: Reading = JSON.parse(done.stdout);
  assert.equal(reading.language, 'zh');
  assert.deepEqual(Object.keys(reading), ['language', 'sentences']);
  assert.deepEqual(
    reading.sentences.map(({ id }) => id),
    ['p1s1', 'p1s2', 'p2s1'],
  );
  const bytes = readFileSync(file);
  for (const { start, end, text } of reading.sentences) assert.equal(bytes.subarray(start, end).toString('utf8'), text);
});

test('plan read prints the text itself, and a table for people', async (t) => {
  const file = join(temporaryFolder(t), 'plan.md');
  writeFileSync(file, 'Build the pier. Open it in May.\n');
  assert.equal((await westgate('plan', 'read', file, '--text')).stdout, 'Build the pier. Open it in May.\n');
  assert.match(
    (await westgate('plan', 'read', file)).stdout,
    /^p1s1 {2}Build the pier\.\np1s2 {2}Open it in May\.\n2 sentences, language en/,
  );
});

test('a file that is not there or is no text ends with exit code 1 and a code', async (t) => {
  const missing = await westgate('plan', 'read', join(temporaryFolder(t), 'none.txt'));
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /^WG_NOT_FOUND: ENOENT/);
  const folder = await westgate('plan', 'read', temporaryFolder(t));
  assert.match(folder.stderr, /^WG_INPUT_INVALID: EISDIR/);
  const picture = join(temporaryFolder(t), 'plan.png');
  writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
  const refused = await westgate('plan', 'read', picture, '--json');
  assert.equal(refused.code, 1);
  assert.equal(refused.stdout, '');
  assert.equal(JSON.parse(refused.stderr).error.code, 'WG_TEXT_UNREADABLE');
});

test('plan compare names what became of each sentence, with the ids that read gives', async (t) => {
  const folder = temporaryFolder(t);
  const [old, fresh] = [join(folder, 'old.md'), join(folder, 'new.txt')];
  writeFileSync(old, 'The pier is built of oak. A ferry calls twice a day. The old mill becomes a school of crafts.\n');
  writeFileSync(fresh, '\uFEFFThe old mill becomes a school of crafts. A ferry calls four times a day. Lamps are lit at dusk.\n');
  const done = await westgate('plan', 'compare', old, fresh, '--json', '--data', join(folder, 'none'));
  assert.equal(done.code, 0, done.stderr);
  const answer: Record<string, { id: string; revision?: number; at: string; start: number; end: number; text: string }[]> = JSON.parse(
    done.stdout,
  );
  assert.deepEqual(Object.keys(answer), ['kept', 'reworded', 'split', 'merged', 'added', 'removed']);
  assert.deepEqual(
    answer.kept?.map(({ id, at }) => [id, at]),
    [['p1s3', 'p1s1']],
  );
  assert.deepEqual(
    answer.reworded?.map(({ id, revision, at }) => [id, revision, at]),
    [['p1s2', 2, 'p1s2']],
  );
  assert.deepEqual(
    answer.removed?.map(({ id }) => id),
    ['p1s1'],
  );
  const bytes = readFileSync(fresh);
  for (const { start, end, text } of [...(answer.kept ?? []), ...(answer.added ?? [])]) {
    assert.equal(bytes.subarray(start, end).toString('utf8').replace('\uFEFF', ''), text.replace('\uFEFF', ''));
  }
  const inWords = await westgate('plan', 'compare', old, fresh);
  assert.match(inWords.stdout, /reworded {2}p1s2 .*[\s\S]*1 kept, 1 reworded, 0 split, 0 merged, 1 added, 1 removed/);
});

test('plan compare and replace refuse what they cannot take', async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'plan.txt');
  writeFileSync(file, 'One sentence.\n');
  assert.equal((await westgate('plan', 'compare', file)).code, 2);
  assert.equal((await westgate('plan', 'replace', 'somewhere')).code, 2);
  const pdf = join(folder, 'plan.pdf');
  writeFileSync(pdf, '%PDF-1.7');
  const refused = await westgate('plan', 'compare', file, pdf, '--json');
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /WG_TEXT_UNREADABLE/);
});

test('plan draft needs no data folder; offsets of clauses, fields and rules are bytes of the file', async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'plan.txt');
  writeFileSync(file, '\uFEFF🏠 概述\r\n\r\n2026年6月底前修缮灯塔3座。灯塔已经老了。\r\n');
  const done = await westgate('plan', 'draft', file, '--json', '--data', join(folder, 'none'), '--district', folder);
  assert.equal(done.code, 1, 'a district folder without its files is refused');
  const answer = await westgate('plan', 'draft', file, '--json');
  assert.equal(answer.code, 0, answer.stderr);
  const parsed: {
    readonly drafts: readonly Record<string, { readonly start: number; readonly end: number; readonly value: unknown }>[];
    readonly narrative: readonly { readonly sentence: string; readonly rule: string }[];
  } = JSON.parse(answer.stdout);
  assert.deepEqual(Object.keys(parsed), ['drafts', 'narrative']);
  const [draft] = parsed.drafts;
  assert.ok(draft);
  assert.deepEqual(Object.keys(draft), ['sentence', 'start', 'end', 'verbClass', 'doubts', 'date', 'number', 'unit', 'seams', 'rules']);
  const bytes = readFileSync(file);
  const words = (span: { readonly start: unknown; readonly end: unknown } | undefined): string =>
    bytes.subarray(Number(span?.start), Number(span?.end)).toString('utf8');
  assert.deepEqual(
    [words({ start: draft.start, end: draft.end }), words(draft.date), words(draft.number), words(draft.unit)],
    ['修缮灯塔3座', '2026年6月底前', '3', '座'],
  );
  assert.equal(draft.date?.value, '2026-06-30');
  assert.deepEqual(
    parsed.narrative.map(({ sentence, rule }) => [sentence, rule]),
    [
      ['p1s1', 'narrative.heading'],
      ['p2s2', 'narrative.past'],
    ],
  );
  assert.match(
    (await westgate('plan', 'draft', file)).stdout,
    /p2s1 {2}construct-series .*date 2026-06-30.*[\s\S]*1 draft, 2 narrative sentences/,
  );
  assert.equal((await westgate('plan', 'draft', file, '--year', 'soon')).code, 2);
});
