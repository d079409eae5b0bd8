import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOf, TABLE_NAMES } from '@westgate/domain';
import { requireWholeImages } from '../src/rows/rows.ts';
import { upgradeChanges, upgradeRow } from '../src/rows/upgrade.ts';
import { schemaFiles } from '../src/sql/schema-files.ts';
import { sampleRows } from './sample.ts';

test('an image of schema 1 is read with the columns that were added since, and what has them is left as it is', () => {
  const [, present] = sampleRows().find(([table]) => table === 'sentence') ?? [];
  assert.ok(present);
  const { revision: _, in_text: __, ...old } = present;
  const [change] = upgradeChanges([{ table: 'sentence', key: String(present.id), before: null, after: { ...old, rev: present.rev } }]);
  assert.deepEqual([change?.before, change?.after?.revision, change?.after?.in_text], [null, 1, true]);
  requireWholeImages(change ? [change] : []);
  assert.equal(upgradeRow('sentence', present), present);
  for (const [table, row] of sampleRows()) assert.equal(upgradeRow(table, row), row, table);
});

test('every column that the first schema file does not have is given to old images', () => {
  const [first] = schemaFiles();
  for (const table of TABLE_NAMES) {
    const [, columns] = new RegExp(`create table ${table} \\(([\\s\\S]*?)\\n\\);`).exec(first?.sql ?? '') ?? [];
    if (columns === undefined) continue; // a table that came later has no old images
    const added = Object.keys(fieldsOf(table)).filter((column) => !new RegExp(`^  ${column} `, 'm').test(columns));
    const upgraded = upgradeRow(table, { rev: 1 });
    for (const column of added) assert.notEqual(upgraded[column], undefined, `${table}.${column}`);
  }
});
