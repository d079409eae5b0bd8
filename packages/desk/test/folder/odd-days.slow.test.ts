import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DAY_COLUMNS, FOLDER_TABLES, fieldsOf, TABLES, type TableName } from '@westgate/domain';
import { writeCsv } from '../../src/folder/csv.ts';
import type { Fault } from '../../src/folder/fault.ts';
import { readFolder } from '../../src/folder/files.ts';
import { parseFolder } from '../../src/folder/parse.ts';
import { HARBOUR } from '../folders.ts';

interface OddDay {
  readonly name: string;
  readonly text: string;
  /** `same`: a day of the calendar written otherwise, which the format takes. `ahead`: odd only for what has happened. */
  readonly is: 'odd' | 'same' | 'ahead';
}

const ODD_DAYS: readonly OddDay[] = JSON.parse(
  readFileSync(new URL('../../../test/fixtures/odd-days.json', import.meta.url), 'utf8'),
) as readonly OddDay[];
const NOW = new Date('2026-11-28T04:00:00Z');
const OF_DAYS = new Set(['bad-day', 'bad-period', 'bad-integer', 'out-of-span', 'ahead']);
const COLUMNS = [...DAY_COLUMNS].filter(([table]) => FOLDER_TABLES.includes(table) && table !== 'district');

test('every table that names days is looked at', () => {
  assert.ok(ODD_DAYS.length >= 40, `${ODD_DAYS.length} odd days`);
  assert.ok(COLUMNS.flatMap(([, columns]) => columns).length >= 40);
});

for (const { name, text, is } of ODD_DAYS) {
  test(`${name} is ${is === 'same' ? 'taken' : 'refused'} in every column of every file that names a day, in both languages`, async () => {
    const faults = await faultsWith(text);
    for (const [table, columns] of COLUMNS) {
      for (const column of columns) {
        const { hasBeen, kind } = fieldsOf(table)[column] ?? {};
        const found = faults.filter((fault) => fault.file === TABLES[table].file && fault.field === column);
        const isTaken = is === 'same' ? kind !== 'integer' : is === 'ahead' && !hasBeen && kind !== 'integer';
        assert.equal(found.length > 0, !isTaken, `${table}.${column}: ${JSON.stringify(found)}`);
        if (kind !== 'integer') for (const fault of found) assert.match(fault.expectedZh ?? '', /[一-鿿]/);
      }
    }
  });
}

test('the bounds of a district are days of the calendar, in their order', async () => {
  const files = await readFolder(HARBOUR);
  for (const [from, to] of [
    ['"first_day": "1949-01-01"', '"first_day": "0001-01-01"'],
    ['"last_day": "2100-12-31"', '"last_day": "9999-12-31"'],
    ['"last_day": "2100-12-31"', '"last_day": "1948-12-31"'],
    ['"opens_on": null', '"opens_on": "2101-01-01"'],
  ] as const) {
    const text = (files.get('district.json') ?? '').replace(from, to);
    const parsed = parseFolder(new Map(files).set('district.json', text), NOW);
    assert.equal(parsed.status, 'faulty', to);
  }
});

/** The faults of days of a folder whose every table has one row, with this text wherever a day is named. */
async function faultsWith(text: string): Promise<readonly Fault[]> {
  const files = new Map(await readFolder(HARBOUR));
  for (const [table, columns] of COLUMNS) {
    const fields = Object.keys(fieldsOf(table));
    const cells = Object.fromEntries(fields.map((column) => [column, columns.includes(column) ? text : '']));
    // What says in another column that it has happened says so here.
    for (const column of columns) {
      const { hasBeen } = fieldsOf(table)[column] ?? {};
      if (typeof hasBeen === 'object') cells[hasBeen.column] = hasBeen.is;
    }
    files.set(TABLES[table].file, fileOf(table, fields, cells));
  }
  const parsed = parseFolder(files, NOW);
  assert.equal(parsed.status, 'faulty');
  return parsed.faults.filter(({ code }) => OF_DAYS.has(code));
}

function fileOf(table: TableName, fields: readonly string[], cells: Readonly<Record<string, string>>): string {
  if (TABLES[table].file.endsWith('.csv')) return writeCsv([fields, fields.map((column) => cells[column] ?? '')]);
  const { geometry: _, ...properties } = cells;
  return JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry: null }] });
}
