import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { readBook } from '../../src/sheets/file/read-book.ts';
import type { SheetBook } from '../../src/sheets/file/sheet-book.ts';
import { addressOf, xlsxOf, xlsxParts, zipOf } from './raw-xlsx.ts';

/** What every filled cell of the book shows, by its address. */
function shown(book: SheetBook): Record<string, string> {
  return Object.fromEntries(
    book.sheets.flatMap(({ name, rows }) =>
      rows.flatMap(({ number, cells }) => cells.map((cell) => [`${name}!${addressOf(number, cell.column)}`, cell.shown])),
    ),
  );
}

async function refusal(bytes: Uint8Array | string, name = 'tasks.xlsx'): Promise<string> {
  const error: unknown = await readBook(Buffer.from(bytes), name).catch((caught: unknown) => caught);
  assert.ok(error instanceof WestgateError, String(error));
  assert.equal(error.code, 'WG_SHEET_UNREADABLE');
  return error.message;
}

test('texts, numbers, days, formulas, errors and hidden parts are read as what they are', async () => {
  const bytes = xlsxOf(
    [
      {
        name: '任务',
        rows: [
          ['标题', null, { attributes: 't="s"', xml: '<v>1</v>' }],
          [
            0.1,
            { attributes: 's="1"', xml: '<v>45473</v>' },
            { attributes: 's="2"', xml: '<v>45473</v>' },
            { attributes: 's="3"', xml: '<v>0.125</v>' },
          ],
          [
            { xml: '<f>A2*2</f><v>0.2</v>' },
            { xml: '<f>B2</f>' },
            { attributes: 't="e"', xml: '<v>#REF!</v>' },
            { attributes: 't="b"', xml: '<v>1</v>' },
          ],
        ],
        merges: ['A1:B1', 'A1:A2', 'B9', 'C4:D900000'],
        hiddenRows: [3],
        before: '<cols><col min="4" max="5" hidden="1"/></cols>',
      },
      { name: 'Notes & "more"', state: 'veryHidden', rows: [[12345678901]] },
    ],
    { formats: [14, 31, 10], shared: ['first', 'second <b>'] },
  );
  const book = await readBook(bytes, 'tasks.xlsx');
  assert.deepEqual(shown(book), {
    '任务!A1': '标题',
    '任务!C1': 'second <b>',
    '任务!A2': '0.1',
    '任务!B2': '2024-06-30',
    '任务!C2': '2024-06-30',
    '任务!D2': '12.5%',
    '任务!A3': '0.2',
    '任务!B3': '',
    '任务!C3': '#REF!',
    '任务!D3': 'TRUE',
    'Notes & "more"!A1': '12345678901',
  });
  const [sheet, notes] = book.sheets;
  assert.deepEqual(
    sheet?.rows[2]?.cells.map(({ value, formula }) => [value.kind, formula]),
    [
      ['number', 'A2*2'],
      ['none', 'B2'],
      ['error', null],
      ['boolean', null],
    ],
  );
  assert.deepEqual(
    [sheet?.rows.map(({ isHidden }) => isHidden), sheet?.hiddenColumns, sheet?.brokenMerges, notes?.isHidden],
    [[false, false, true], [4, 5], ['A1:A2', 'B9'], true],
  );
  assert.deepEqual(sheet?.merges, [
    { top: 1, left: 1, bottom: 1, right: 2 },
    { top: 4, left: 3, bottom: 50_000, right: 4 },
  ]);
});

test('days counted from 1904, and those before the leap day that never was, are the days a person saw', async () => {
  const day = (serial: number) => ({ attributes: 's="1"', xml: `<v>${serial}</v>` });
  const read = async (from1904: boolean, ...serials: readonly number[]) =>
    Object.values(shown(await readBook(xlsxOf([{ name: 's', rows: [serials.map(day)] }], { from1904, formats: [14] }), 'd.xlsx')));
  assert.deepEqual(await read(true, 44_011, 1, 36_525), ['2024-06-30', '1904-01-02', '2004-01-01']);
  assert.deepEqual(await read(false, 45_473, 1, 59, 61, 2_958_465), ['2024-06-30', '1900-01-01', '1900-02-28', '1900-03-01', '9999-12-31']);
});

test('a prefix before every element, and cells without addresses, are read all the same', async () => {
  const parts = xlsxParts([{ name: 's', rows: [] }]);
  const bytes = zipOf({
    ...parts,
    'xl/worksheets/sheet1.xml':
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="str"><x:v>two</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  });
  assert.deepEqual(shown(await readBook(bytes, 'p.xlsx')), { 's!A1': '1', 's!B1': 'two' });
});

test('comma, tab and semicolon files are read in UTF-8, UTF-16 and GB18030', async () => {
  const gb = Buffer.from([0xc8, 0xce, 0xce, 0xf1, 0x2c, 0x41]); // 任务,A
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('任务;A', 'utf16le')]);
  for (const [bytes, name, encoding] of [
    [Buffer.from('\uFEFF任务,A\r\n'), 't.csv', 'utf-8'],
    [Buffer.from('任务\tA'), 't.tsv', 'utf-8'],
    [gb, 't.csv', 'gb18030'],
    [utf16, 't.csv', 'utf-16le'],
  ] as const) {
    const book = await readBook(bytes, name);
    assert.deepEqual([shown(book), book.encoding], [{ 't!A1': '任务', 't!B1': 'A' }, encoding]);
  }
  const quoted = await readBook(Buffer.from('a,"b, with\nline",""\n,,\n"c",d'), 'q.csv');
  assert.deepEqual(shown(quoted), { 'q!A1': 'a', 'q!B1': 'b, with\nline', 'q!A3': 'c', 'q!B3': 'd' });
});

test('what cannot be read is refused with what was expected, what came, and where', async () => {
  const whole = xlsxOf([{ name: 'Sheet1', rows: [['a', 'b']] }]);
  const sheet = (cells: string) =>
    zipOf({
      ...xlsxParts([{ name: 'Sheet1', rows: [] }], { shared: ['only'] }),
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
    });
  assert.match(await refusal(whole.subarray(0, 300)), /does not unpack/);
  assert.match(await refusal('plain'), /file of another kind/);
  assert.match(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'tasks.xlsx'), /password/);
  assert.match(await refusal(whole, 'tasks.xls'), /save it as \.xlsx/);
  assert.match(await refusal(whole, 'tasks.csv'), /zip archive/);
  assert.match(await refusal('', 'tasks.csv'), /an empty one/);
  assert.match(await refusal(Buffer.from([0x61, 0x80, 0xff]), 'tasks.csv'), /bytes that are none of these/);
  assert.match(await refusal('a\0b', 'tasks.csv'), /U\+0000/);
  assert.match(await refusal(Buffer.alloc(20_000_001), 'tasks.xlsx'), /at most 20 MB, found 20\.0 MB/);
  assert.match(await refusal(sheet('<row r="1"><c r="B1" t="s"><v>7</v></c></row>')), /^Sheet1!B1: .*1 shared texts, found 7/);
  assert.match(
    await refusal(sheet('<row r="1"><c r="XFD1"><v>7</v></c></row>')),
    /^Sheet1!XFD1: expected at most 200 columns, found column 16384/,
  );
  assert.match(await refusal(sheet('<row r="1"><c r="BDWGN1"><v>7</v></c></row>')), /found column 1000000/);
  assert.match(await refusal(sheet('<row r="50001"><c r="A50001"><v>7</v></c></row>')), /at most 50000 rows/);
  assert.match(await refusal(sheet('<row r="2"><c r="A3"><v>7</v></c></row>')), /^Sheet1!A3: expected a cell of row 2/);
  assert.match(
    await refusal(sheet('<row r="2"><c r="A2"><v>7</v></c><c r="A2"><v>8</v></c></row>')),
    /^Sheet1!A2: expected each cell once/,
  );
  assert.match(await refusal(sheet('<row r="2"><c r="A2"><v>7')), /^Sheet1!A2: expected a cell that ends/);
  const bomb = zipOf({ ...xlsxParts([{ name: 'Sheet1', rows: [] }]), 'xl/sharedStrings.xml': `<sst>${' '.repeat(130_000_000)}</sst>` });
  assert.ok(bomb.length < 200_000);
  assert.match(await refusal(bomb), /unpacks to much more/);
  const parts = xlsxParts([{ name: 'Sheet1', rows: [['a']] }]);
  for (const [path, text] of Object.entries(parts)) {
    if (!path.startsWith('xl/')) continue;
    const evil = String(text).replace(/<(?=[A-Za-z])/, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><');
    assert.match(await refusal(zipOf({ ...parts, [path]: evil })), new RegExp(`${path}: expected XML without a document type`));
  }
  assert.match(await refusal(zipOf({ ...parts, 'xl/workbook.xml': Buffer.from('\uFEFF<workbook/>', 'utf16le') })), /XML in UTF-8/);
  assert.match(await refusal(`${'a,'.repeat(1_000_000)}b`, 'wide.csv'), /at most 200 columns|record size/i);
  assert.match(await refusal('a\n'.repeat(50_001), 'long.csv'), /row 50001: expected at most 50000 rows/);
});

test('what a formula keeps as text is never run, and texts of all cells together are bounded', async () => {
  const long = 'x'.repeat(32_000);
  const rows = Array.from({ length: 700 }, () => [{ attributes: 't="s"', xml: '<v>0</v>' }]);
  assert.match(await refusal(xlsxOf([{ name: 's', rows }], { shared: [long] })), /s!A626: expected at most 20 million characters/);
});
