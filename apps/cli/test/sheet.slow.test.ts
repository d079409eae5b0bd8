import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { HARBOUR, temporaryFolder, westgate } from './program.ts';

const SHEET = [
  'Tasks of the harbour ward 2026',
  'No.,Task,Lead department,Co-operating departments,Deadline,Problems',
  '1,Plant forty lime trees along Lock Street,Ward Works Office,Housing Desk,end of October,no soil yet',
  '2,Open a reading room in the pilot house,Office of Libraries and Festivals,,Q2,',
  '3,Count the swans,Bird Office,,31 February,',
];

test('a task sheet is read with its faults, taken in as far as it is clear, written out and brought back', async (t) => {
  const folder = temporaryFolder(t);
  const [file, out, data] = [
    join(folder, 'tasks.csv'),
    join(folder, 'ledger.xlsx'),
    ['--data', join(folder, 'data'), '--district', HARBOUR],
  ];
  writeFileSync(file, SHEET.join('\n'));
  const read = await westgate('sheet', 'read', file, '--json', ...data);
  assert.equal(read.code, 1, read.stderr);
  const sheet = JSON.parse(read.stdout);
  assert.deepEqual(
    sheet.faults.map(({ cell, code }: { cell: string; code: string }) => `${cell} ${code}`),
    ['tasks!C5 unknown-department', 'tasks!E5 no-such-day'],
  );
  const refused = await westgate('sheet', 'import', file, ...data);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /faulty {2}tasks!E5: expected a day of the calendar, found 31 February[\s\S]*WG_SHEET_FAULTY/);
  const dry = await westgate('sheet', 'import', file, '--rows', '3,4', '--dry-run', ...data);
  assert.match(dry.stdout, /Dry run: nothing was stored\./);
  const taken = await westgate('sheet', 'import', file, '--rows', 'clear', '--save-as', 'Ward sheet', '--who', 'Ada', ...data);
  assert.equal(taken.code, 0, taken.stderr);
  assert.match(taken.stdout, /Stored as deed 2\.$/m);
  assert.match(
    (await westgate('sheet', 'read', file, '--recipe', 'Ward sheet', ...data)).stdout,
    /3 tasks: 0 new, 0 changed, 2 same, 0 unclear, 1 faulty\./,
  );
  assert.equal((await westgate('sheet', 'export', out, ...data)).code, 0);
  assert.ok(existsSync(out));
  assert.match((await westgate('sheet', 'import', out, ...data)).stdout, /^No difference: nothing was stored\.$/m);
});

test('a sheet command that is wrong says what it expects', async (t) => {
  const folder = temporaryFolder(t);
  assert.equal((await westgate('sheet', 'open', 'x.csv')).code, 2);
  assert.equal((await westgate('sheet', 'read')).code, 2);
  assert.equal((await westgate('sheet', 'export', join(folder, 'x.pdf'))).code, 2);
  assert.equal((await westgate('sheet', 'read', join(folder, 'none.xlsx'), '--data', folder)).code, 1);
});
