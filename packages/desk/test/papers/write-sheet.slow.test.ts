import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as later } from 'node:timers/promises';
import { Workbook } from '@cj-tech-master/excelts';
import { writeSheet } from '@westgate/desk';

/** The values of a sheet as a reader of the package gives them. */
async function valuesOf(bytes: Buffer, name: string): Promise<unknown[][]> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const rows: unknown[][] = [];
  book.getWorksheet(name)?.eachRow((row) => rows.push(Array.isArray(row.values) ? Array.from(row.values).slice(1) : []));
  return rows;
}

test('texts and numbers come back as what they were, and what looks like a formula is a text', async () => {
  const rows = [
    ['=1+1', 2],
    ['中文 & <tag> "quoted"', -0.5],
    ['two\nlines', 40.2],
    [' blanks ', 1e21],
  ];
  const bytes = await buffer(writeSheet([{ name: '承诺', head: ['名称', 'Value'], rows }]));
  assert.deepEqual(await valuesOf(bytes, '承诺'), [['名称', 'Value'], ...rows]);
});

test('several sheets stand in one workbook, and an empty cell is empty', async () => {
  const bytes = await buffer(
    writeSheet([
      { name: 'A', head: ['x', 'y', 'z'], rows: [['one', null, 3]] },
      { name: 'B', head: ['x'], rows: [] },
    ]),
  );
  assert.deepEqual(await valuesOf(bytes, 'A'), [
    ['x', 'y', 'z'],
    ['one', undefined, 3],
  ]);
  assert.deepEqual(await valuesOf(bytes, 'B'), [['x']]);
});

test('rows that fail end the stream with their error: half a file is never a whole one', async () => {
  const rows = (function* () {
    yield ['one'];
    throw new Error('the district is gone');
  })();
  await assert.rejects(buffer(writeSheet([{ name: 'A', head: ['x'], rows }])), /the district is gone/);
});

test('a reader that is slow holds the work up, and one that goes away ends it', async () => {
  let made = 0;
  const rows = (function* () {
    for (let seed = 1; made < 1_000_000; made += 1) {
      const words: string[] = [];
      for (let index = 0; index < 60; index += 1) {
        seed = (seed * 48_271) % 2_147_483_647;
        words.push(seed.toString(36));
      }
      yield [words.join(' '), made];
    }
  })();
  const stream = writeSheet([{ name: 'A', head: ['x', 'y'], rows }]);
  let before = -1;
  for (let look = 0; before !== made && look < 60; look += 1) {
    before = made;
    await later(500);
  }
  assert.equal(made, before, 'nobody reads, so no more rows are made');
  assert.ok(made < 50_000, `${made} rows wait`);
  stream.destroy();
  await later(200);
  assert.ok(made <= before + 200);
});

test('a workbook waits for the one before it, also where that was given up', async () => {
  const [given, next] = ['A', 'B'].map((name) => writeSheet([{ name, head: ['x'], rows: [[name]] }]));
  given?.on('error', () => undefined);
  given?.once('readable', () => given.destroy());
  assert.deepEqual(await valuesOf(await buffer(next ?? assert.fail()), 'B'), [['x'], ['B']]);
});
