import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { diffRegister, parseFolder, readFolder, saveFolder, writeFolder } from '@westgate/desk';
import { registerOf, TABLE_NAMES } from '@westgate/domain';
import { EXAMPLE, edit, HARBOUR, rowsOf } from '../folders.ts';

for (const [name, dir] of [
  ['the invented district', HARBOUR],
  ['the example district', EXAMPLE],
] as const) {
  test(`${name} comes back without a difference after import, export and import`, async () => {
    const register = registerOf(rowsOf(await readFolder(dir)));
    const again = rowsOf(writeFolder(register));
    assert.deepEqual(diffRegister(register, again), []);
    for (const table of TABLE_NAMES) assert.deepEqual([...register[table].values()], again[table], `${table}, in the same order`);
  });

  test(`${name} is written to the byte as it is kept`, async () => {
    const files = await readFolder(dir);
    const written = writeFolder(registerOf(rowsOf(files)));
    assert.ok(written.size >= 18);
    for (const [path, text] of written) assert.equal(text, files.get(path), path);
    // Files of evidence lie beside the tables, and the folder of a flood case that the command runs.
    const others = [...files.keys()].filter((path) => !written.has(path) && !/^(?:files|flood)\//.test(path));
    assert.deepEqual(others, ['SOURCE.md']);
  });
}

test('a folder is saved whole, keeps what the format does not know and drops texts of documents that are gone', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'westgate-folder-'));
  try {
    const files = await readFolder(HARBOUR);
    await saveFolder(dir, files);
    await writeFile(join(dir, 'words', 'gone.en.md'), 'A sentence.');
    await writeFile(join(dir, 'README.md'), 'ours');
    await saveFolder(dir, writeFolder(registerOf(rowsOf(files))));
    assert.equal(await readFile(join(dir, 'README.md'), 'utf8'), 'ours');
    assert.deepEqual([...(await readFolder(dir)).keys()].sort(), [...files.keys(), 'README.md'].sort());
    rowsOf(await readFolder(dir));
  } finally {
    await rm(dir, { recursive: true });
  }
});

test('files from a spreadsheet are read: byte order mark, CRLF, quotes, empty rows, GB18030', async () => {
  const files = await readFolder(HARBOUR);
  const plain = rowsOf(files);
  const dir = await mkdtemp(join(tmpdir(), 'westgate-folder-'));
  try {
    await saveFolder(dir, files);
    const figures = files.get('results/figures.csv') ?? '';
    await writeFile(join(dir, 'results/figures.csv'), `\uFEFF${figures.replaceAll('\n', '\r\n')},,,,,,,,,,,,,,\r\n`);
    const sources = (files.get('results/sources.csv') ?? '')
      .replace('Our own walk', '"Our own ""walk"""')
      .replace('along the quays', '"along the quays"');
    await writeFile(
      join(dir, 'results/sources.csv'),
      sources.replace('"Our own ""walk""" "along the quays"', '"Our own ""walk"" along the quays"'),
    );
    const read = rowsOf(await readFolder(dir));
    assert.deepEqual(read.figure, plain.figure);
    assert.equal(read.source.at(-1)?.title, 'Our own "walk" along the quays');
    const chinese = Buffer.concat([
      Buffer.from('id,title,kind,url,dated\nplan-2025,', 'utf8'),
      Buffer.from([0xb9, 0xc5, 0xb3, 0xc7]),
      Buffer.from(',official,,\n', 'utf8'),
    ]);
    await writeFile(join(dir, 'results/sources.csv'), chinese);
    assert.equal((await readFolder(dir)).get('results/sources.csv')?.split('\n')[1], 'plan-2025,古城,official,,');
  } finally {
    await rm(dir, { recursive: true });
  }
});

test('a text that a spreadsheet would run as a formula is written harmless and read back to the letter', async () => {
  for (const text of ['=1+1', '＝1+1', '＋1', '－1', '＠sum', "'＝quoted", '+49 40', '-HYPERLINK("x")', '@sum', "'=quoted", "'plain"]) {
    const rows = rowsOf(await readFolder(HARBOUR));
    const [first, ...others] = rows.figure;
    assert.ok(first);
    const register = registerOf({ ...rows, figure: [{ ...first, label_en: text }, ...others] });
    const files = writeFolder(register);
    const cell = files.get('results/figures.csv')?.split('\n')[1]?.split(',')[4] ?? '';
    assert.ok(!/^"?[=+\-@]/.test(cell), cell);
    assert.equal(rowsOf(files).figure[0]?.label_en, text);
  }
});

test('a text without rows in sentences.csv gets its ids from the text, with the document before them where they are taken', async () => {
  const files = new Map(edit(await readFolder(HARBOUR), 'words/documents.csv', 'linked-plan,none', 'linked-plan,official'));
  files.set('words/coast-plan.en.md', 'Dikes are raised. Dunes are planted.\n\n(Source: county archive)\n');
  const sentences = rowsOf(files).sentence.filter(({ document }) => document === 'coast-plan');
  assert.deepEqual(
    sentences.map(({ id, paragraph, position, kind, text_en }) => [id, paragraph, position, kind, text_en]),
    [
      ['coast-plan-p1s1', 1, 1, 'promise', 'Dikes are raised.'],
      ['coast-plan-p1s2', 1, 2, 'promise', 'Dunes are planted.'],
      ['coast-plan-source', 2, 1, 'source', '(Source: county archive)'],
    ],
  );
  const register = registerOf(rowsOf(files));
  assert.deepEqual(diffRegister(register, rowsOf(writeFolder(register))), []);
});

test('one figure changed by hand is one change of one field', async () => {
  const files = await readFolder(HARBOUR);
  const register = registerOf(rowsOf(files));
  const changes = diffRegister(register, rowsOf(edit(files, 'results/figures.csv', '18.5', '19.75')));
  assert.deepEqual(
    changes.map(({ table, key, before, after }) => [table, key, before?.value, after?.value, after?.rev]),
    [['figure', 'sea-wall-cost', 18.5, 19.75, 2]],
  );
});

test('reading the example district takes less than 300 ms of processor time', async () => {
  const files = await readFolder(EXAMPLE);
  const times = [0, 1, 2, 3, 4].map(() => {
    const start = process.cpuUsage();
    parseFolder(files);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  const fastest = Math.min(...times);
  assert.ok(fastest < 300, `${fastest.toFixed(0)} ms`);
});
