import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffRegister, type FolderFiles, parseFolder, readFolder } from '@westgate/desk';
import { registerOf } from '@westgate/domain';
import { HARBOUR, rowsOf } from '../folders.ts';

const FILE = 'results/indicator-values.csv';

async function rewritten(write: (text: string) => string): Promise<{ readonly files: FolderFiles; readonly edited: FolderFiles }> {
  const files = await readFolder(HARBOUR);
  return { files, edited: new Map(files).set(FILE, write(files.get(FILE) ?? '')) };
}

const HARMLESS: Readonly<Record<string, (text: string) => string>> = {
  'a byte order mark and Windows line ends': (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
  'empty columns behind the last': (text) => text.replaceAll('\n', ',,\n'),
  'empty cells behind the last, in one row': (text) => `${text.trimEnd()},,\n`,
  'empty rows at the end': (text) => `${text},,,,,,\n\n   \n`,
  'no line end at the end': (text) => text.trimEnd(),
};

for (const [habit, write] of Object.entries(HARMLESS)) {
  test(`a CSV file with ${habit} reads the same`, async () => {
    const { files, edited } = await rewritten(write);
    assert.deepEqual(diffRegister(registerOf(rowsOf(files)), rowsOf(edited)), []);
  });
}

for (const [name, mark] of [
  ['semicolons', ';'],
  ['tabs', '\t'],
] as const) {
  test(`a CSV file with ${name} between its cells is one fault that says so`, async () => {
    const { edited } = await rewritten((text) => text.replaceAll(',', mark));
    const parsed = parseFolder(edited);
    assert.ok(parsed.status === 'faulty');
    assert.deepEqual(
      parsed.faults.map(({ file, code, found }) => [file, code, found]),
      [[FILE, 'malformed', name]],
    );
  });
}

test('a broken quote is told once', async () => {
  const { edited } = await rewritten((text) => `${text}a,b"c",d"e\n`);
  const parsed = parseFolder(edited);
  assert.ok(parsed.status === 'faulty');
  assert.deepEqual(
    parsed.faults.map(({ code }) => code),
    ['malformed'],
  );
});
