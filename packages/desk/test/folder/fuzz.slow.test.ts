import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffRegister, type FolderFiles, parseFolder, readFolder, writeFolder } from '@westgate/desk';
import { registerOf } from '@westgate/domain';
import fc from 'fast-check';
import { edit, HARBOUR } from '../folders.ts';

const SEED = 20_240_131;
/** Texts of a plan; `npm run trial:long` reads twice as many. */
const TEXTS = process.env.WESTGATE_TRIAL === 'all' ? 500 : 250;

/** Takes out a stretch of one file and puts something else there. */
function mangle(files: FolderFiles, which: number, where: number, length: number, put: string): FolderFiles {
  const paths = [...files.keys()];
  const path = paths[which % paths.length] ?? '';
  const text = files.get(path) ?? '';
  const at = Math.floor(where * text.length);
  return new Map(files).set(path, text.slice(0, at) + put + text.slice(at + length));
}

test('whatever is done to the files, reading gives faults or rows that come back the same, and never fails', async () => {
  const files = await readFolder(HARBOUR);
  const piece = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('"', ',', '\n', '\r\n', ';', '{', ']', '\u0000', '\uFEFF', '\uD800', '=1', '1e999', '。', 'null'),
  );
  const blow = fc.tuple(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), piece);
  let valid = 0;
  fc.assert(
    fc.property(fc.array(blow, { minLength: 1, maxLength: 3 }), (blows) => {
      const mangled = blows.reduce((before, [which, where, length, put]) => mangle(before, which, where, length, put), files);
      const parsed = parseFolder(mangled);
      if (parsed.status === 'faulty') {
        assert.ok(parsed.total > 0 && parsed.faults.every(({ message, file }) => message !== '' && file !== ''));
        return;
      }
      valid += 1;
      const register = registerOf(parsed.rows);
      const again = parseFolder(writeFolder(register));
      assert.equal(again.status === 'faulty' ? again.faults[0]?.message : 'valid', 'valid');
      if (again.status === 'valid') assert.deepEqual(diffRegister(register, again.rows), []);
    }),
    { seed: SEED, numRuns: 400 },
  );
  assert.ok(valid > 5, `${valid} of 400 folders were still valid`);
});

test('whatever text a plan has, its sentences come back the same from the text that is written', async () => {
  const harbour = edit(await readFolder(HARBOUR), 'words/documents.csv', 'linked-plan,none', 'linked-plan,official');
  const words = fc.constantFrom(
    'The wall',
    ' rises',
    '. ',
    '! ',
    '.”',
    '\n',
    '\n\n',
    '- ',
    '# ',
    '1. ',
    '一、',
    '城墙加高',
    '。',
    '；',
    '(Source: here)',
    '3.5',
    ' e.g. ',
    '“',
    '---',
    '> ',
    '\t',
    '|',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 25 }), (parts) => {
      const parsed = parseFolder(new Map(harbour).set('words/coast-plan.en.md', parts.join('')));
      if (parsed.status === 'faulty') return;
      const register = registerOf(parsed.rows);
      const again = parseFolder(writeFolder(register));
      assert.equal(again.status === 'faulty' ? again.faults[0]?.message : 'valid', 'valid');
      if (again.status === 'valid') assert.deepEqual(diffRegister(register, again.rows), []);
    }),
    { seed: SEED, numRuns: TEXTS },
  );
});
