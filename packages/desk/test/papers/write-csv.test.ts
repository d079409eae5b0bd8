import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvPieces } from '@westgate/desk';
import { parse } from 'csv-parse/sync';

async function csvOf(rows: readonly (readonly (string | number | null)[])[], notes: readonly string[] = []): Promise<string> {
  let text = '';
  for await (const piece of csvPieces({ head: ['Name', 'Value'], rows }, notes)) text += piece;
  return text;
}

test('a list begins with a byte order mark, ends its lines with CRLF, and carries its notes after an empty line', async () => {
  const text = await csvOf([['Quay', 1]], ['Licence: as the sources say', 'line two']);
  assert.equal(text, '\uFEFFName,Value\r\nQuay,1\r\n\r\nLicence: as the sources say\r\nline two\r\n');
});

test('what a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers, below zero too', async () => {
  const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠SUM(A1)', '\tx', '\rx', '\nx', '=cmd|"/c calc"!A1'];
  const text = await csvOf([...dangerous.map((name) => [name, -1.5]), ['a=b', 0]]);
  const rows: string[][] = parse(text.slice(1).replace(/\r\n\r\n$/, ''), { record_delimiter: '\r\n' });
  assert.deepEqual(
    rows.slice(1).map(([name]) => name),
    [...dangerous.map((name) => `'${name}`), 'a=b'],
  );
  assert.deepEqual(new Set(rows.slice(1, -1).map(([, value]) => value)), new Set(['-1.5']));
});

test('commas, quotes and line breaks come back as they were; nothing is an empty cell', async () => {
  const text = await csvOf([
    ['a,b', 1],
    ['say "so"', null],
    ['two\nlines', 2],
    ['中文，句号。', 3],
  ]);
  const rows: string[][] = parse(text.slice(1).replace(/\r\n\r\n$/, ''), { record_delimiter: '\r\n' });
  assert.deepEqual(rows.slice(1), [
    ['a,b', '1'],
    ['say "so"', ''],
    ['two\nlines', '2'],
    ['中文，句号。', '3'],
  ]);
});

test('rows are taken as they are wanted, not all at once', async () => {
  let made = 0;
  const rows = (function* () {
    for (; made < 100_000; made += 1) yield [`row ${made}`, made];
  })();
  const pieces = csvPieces({ head: ['Name', 'Value'], rows }, []);
  await pieces.next();
  assert.ok(made < 1_000, `${made} rows were made for the first piece`);
});
