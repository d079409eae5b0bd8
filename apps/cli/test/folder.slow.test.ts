import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { HARBOUR, LoadedFolders, temporaryFolder, westgate } from './program.ts';

const loaded = new LoadedFolders();

test('on an empty data folder coverage first loads the district, and prints the promised object first', async (t) => {
  const data = temporaryFolder(t);
  const done = await westgate('coverage', '--json', '--data', data, '--district', HARBOUR);
  assert.equal(done.code, 0, done.stderr);
  const coverage = JSON.parse(done.stdout);
  assert.deepEqual(Object.keys(coverage).slice(0, 3), ['sentences', 'commitments', 'things']);
  assert.deepEqual(Object.keys(coverage.sentences).slice(0, 3), ['total', 'linked', 'narrative']);
  assert.deepEqual(Object.keys(coverage.commitments), ['total', 'withoutVerbClass', 'withoutOwner', 'withoutDueDate', 'withoutPlace']);
  assert.deepEqual(Object.keys(coverage.things), ['total', 'placed', 'notKnown', 'noPlace']);
  assert.equal(coverage.sentences.total, 10);
  const words = await westgate('coverage', '--data', data, '--as-of', '2020-01-01');
  assert.equal(words.code, 0, words.stderr);
  assert.match(words.stdout, /^As of 2020-01-01/);
  assert.match(words.stdout, /^Sentences +10 /m);
});

test('what was exported imports without a difference, and verify finds the journal sound', async (t) => {
  const [data, copy] = [await loaded.of(t), temporaryFolder(t)];
  const exported = await westgate('export', copy, '--json', '--data', data);
  assert.equal(exported.code, 0, exported.stderr);
  assert.ok(JSON.parse(exported.stdout).files.includes('district.json'));
  const again = await westgate('import', copy, '--data', data);
  assert.equal(again.code, 0, again.stderr);
  assert.match(again.stdout, /^No difference/);
  const verified = await westgate('verify', '--json', '--data', data);
  assert.equal(verified.code, 0, verified.stderr);
  const { ok, deeds } = JSON.parse(verified.stdout);
  assert.deepEqual({ ok, deeds }, { ok: true, deeds: 1 });
});

test('a dry run shows a changed name and stores nothing; the import stores it as the next deed', async (t) => {
  const [data, folder] = [await loaded.of(t), temporaryFolder(t, HARBOUR)];
  const file = join(folder, 'district.json');
  const district = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...district, name: { ...district.name, en: 'New Harbour' } }));
  const dry = await westgate('import', folder, '--dry-run', '--json', '--data', data);
  assert.equal(dry.code, 0, dry.stderr);
  const report = JSON.parse(dry.stdout);
  assert.deepEqual([report.stored, report.dryRun, report.changeCount], [false, true, 1]);
  assert.equal(report.changes[0].fields[0].after, 'New Harbour');
  const stored = await westgate('import', folder, '--data', data);
  assert.match(stored.stdout, /name_en .* → "New Harbour"/);
  assert.match(stored.stdout, /Stored as deed 2\./);
});

test('a folder with two faults is refused with file, row and field of both, and nothing is stored', async (t) => {
  const [data, folder] = [await loaded.of(t), temporaryFolder(t, HARBOUR)];
  const district = JSON.parse(readFileSync(join(folder, 'district.json'), 'utf8'));
  writeFileSync(join(folder, 'district.json'), JSON.stringify({ ...district, metre_crs: 'EPSG:0' }));
  const outcomes = readFileSync(join(folder, 'results/outcomes.csv'), 'utf8');
  writeFileSync(join(folder, 'results/outcomes.csv'), outcomes.replace(/\d{4}-\d{2}-\d{2}/, '2024-02-31'));
  const refused = await westgate('import', folder, '--json', '--data', data);
  assert.equal(refused.code, 1);
  const { stored, faults } = JSON.parse(refused.stdout);
  assert.equal(stored, false);
  const places = faults.map((fault: { file: string; field: string }) => `${fault.file} ${fault.field}`);
  assert.ok(places.includes('district.json metre_crs'), places.join(', '));
  assert.ok(
    places.some((place: string) => place.startsWith('results/outcomes.csv')),
    places.join(', '),
  );
  const words = await westgate('import', folder, '--data', data);
  assert.equal(words.code, 1);
  assert.match(words.stdout, /nothing was stored/);
  assert.equal(JSON.parse((await westgate('verify', '--json', '--data', data)).stdout).deeds, 1);
});

test('an empty data folder takes the imported folder as its first state, and a dry run leaves it empty', async (t) => {
  const data = temporaryFolder(t);
  const dry = await westgate('import', HARBOUR, '--dry-run', '--data', data);
  assert.equal(dry.code, 0, dry.stderr);
  assert.match(dry.stdout, /Dry run: nothing was stored\./);
  const stored = await westgate('import', HARBOUR, '--json', '--data', data);
  assert.equal(JSON.parse(stored.stdout).seq, 1);
});

test('two commands at once on one folder wait for each other', async (t) => {
  const data = temporaryFolder(t);
  const both = [
    westgate('coverage', '--json', '--data', data, '--district', HARBOUR),
    westgate('verify', '--json', '--data', data, '--district', HARBOUR),
  ];
  for (const { code, stderr } of await Promise.all(both)) assert.equal(code, 0, stderr);
});

test('no folder to read is told as that, not as a folder without faults', async (t) => {
  const refused = await westgate('import', join(temporaryFolder(t), 'none'), '--data', temporaryFolder(t));
  assert.equal(refused.code, 1);
  assert.equal(refused.stdout, '');
  assert.match(refused.stderr, /^WG_FOLDER_INVALID: expected a district folder at .*none/);
});

test('verify says DAMAGED and ends with 1 where a line of the journal was altered', async (t) => {
  const data = await loaded.of(t);
  const journal = join(data, 'journal/000001.ndjson');
  writeFileSync(journal, `${readFileSync(journal, 'utf8')}${'0'.repeat(64)} {"seq":2}\n${'0'.repeat(64)} {"seq":3}\n`);
  const verified = await westgate('verify', '--data', data);
  assert.equal(verified.code, 1);
  assert.match(verified.stdout, /FAILED +fault +Line 2 of journal\/000001\.ndjson .* is damaged/);
  assert.match(verified.stderr, /Line 2 of journal\/000001\.ndjson/);
});

test('the words of an import name each record that comes, without its fields', async (t) => {
  const first = await westgate('import', HARBOUR, '--dry-run', '--data', temporaryFolder(t));
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stdout, /^ {2}created place grain-silo: "Grain silo"$/m);
  assert.doesNotMatch(first.stdout, /coordinates/);
  assert.match(first.stdout, /Dry run: nothing was stored\.$/m);
});
