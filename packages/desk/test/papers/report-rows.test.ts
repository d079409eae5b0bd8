import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import { parseFolder, readFolder, writeFolder } from '@westgate/desk';
import { registerOf } from '@westgate/domain';
import { HARBOUR, rowsOf } from '../folders.ts';
import { reportOf } from './reported.ts';

const FILE = 'results/reports.csv';
const rows = rowsOf(await readFolder(HARBOUR));
const report = reportOf(registerOf(rows), dayOf('2026-06-30'));
const folder = writeFolder(registerOf({ ...rows, report: [report] }));
const text = folder.get(FILE) ?? '';

test('a report goes into the folder and comes back as it was', () => {
  assert.deepEqual(rowsOf(folder).report, [report]);
});

test('a report keeps its title in a language that the district does not keep, or keeps no longer', () => {
  assert.ok(report.title_zh);
  assert.deepEqual(rows.district[0]?.languages, ['en']);
});

test('a folder without reports has no file of them, as before there were any', () => {
  assert.equal(writeFolder(registerOf(rows)).has(FILE), false);
});

test('a report that was altered by hand is a fault, with its row', () => {
  const faultsOf = (altered: string) => {
    assert.notEqual(altered, text);
    const parsed = parseFolder(new Map(folder).set(FILE, altered));
    return parsed.status === 'faulty' ? parsed.faults.map(({ code, file, row }) => `${code} ${file} ${row}`) : [];
  };
  assert.deepEqual(faultsOf(text.replace('""total"":10', '""total"":11')), [`frozen ${FILE} 2`]);
  assert.deepEqual(faultsOf(text.replace('Ledger of promises', 'Ledger of hopes')), [`frozen ${FILE} 2`]);
  assert.deepEqual(faultsOf(text.replace('承诺台账报告,Ledger of promises', ',')), [`no-text ${FILE} 2`, `frozen ${FILE} 2`]);
  assert.deepEqual(faultsOf(text.replace('westgate-report-1', 'westgate-report-9')), [`malformed ${FILE} 2`]);
  assert.deepEqual(faultsOf(text.replace('report-3,3,', 'report-7,3,')), [`bad-id ${FILE} 2`]);
  assert.deepEqual(faultsOf(text.replace(/"\{.*\}"/, 'not JSON')), [`malformed ${FILE} 2`]);
});
