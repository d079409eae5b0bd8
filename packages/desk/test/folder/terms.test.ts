import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FolderFiles, parseFolder, readFolder } from '@westgate/desk';
import { HARBOUR, rowsOf } from '../folders.ts';

const HEADER = 'kind,language,words,meaning';
const withTerms = (files: FolderFiles, rows: readonly string[]): FolderFiles =>
  new Map(files).set('words/terms.csv', `${[HEADER, ...rows].join('\n')}\n`);

test('a folder without words/terms.csv is read as one without terms of its own', async () => {
  const files = new Map(await readFolder(HARBOUR));
  files.delete('words/terms.csv');
  assert.deepEqual(rowsOf(files).term, []);
});

test('each fault of a term is told: what it means must be what its kind asks for', async () => {
  const rows = [
    'department,en,the works,works',
    'department,en,the wharf office,wharf',
    'verb,en,caulk,mend',
    'verb,en,dredge,improve',
    'section,en,what we did,past',
    'scale,en,score,twenty',
    'amount-unit,en,fathoms,',
    'date-part,en,spring,month=spring',
    'connective,en,ahoy,improve',
    'sail,en,hoist,start',
    'verb,fr,bâtir,establish',
    'verb,en,dredge,establish',
  ];
  const parsed = parseFolder(withTerms(await readFolder(HARBOUR), rows));
  assert.equal(parsed.status, 'faulty');
  assert.deepEqual(parsed.status === 'faulty' ? parsed.faults.map(({ row, field, code }) => `${row} ${field} ${code}`).sort() : [], [
    '10 meaning unknown-word',
    '11 kind unknown-word',
    '12 language unknown-word',
    '13 kind+language+words duplicate-key',
    '3 meaning unknown-reference',
    '4 meaning unknown-word',
    '6 meaning unknown-word',
    '7 meaning bad-number',
    '8 meaning missing-value',
    '9 meaning unknown-word',
  ]);
});
