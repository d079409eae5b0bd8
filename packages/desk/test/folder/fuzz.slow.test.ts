import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffRegister, parseFolder, readFolder, writeFolder } from '@westgate/desk';
import { registerOf } from '@westgate/domain';
import fc from 'fast-check';
import { edit, HARBOUR } from '../folders.ts';
import { mangled } from './mangled.ts';

const SEED = 20_240_131;
/** Texts of a plan; `npm run trial:long` reads twice as many. */
const TEXTS = process.env.WESTGATE_TRIAL === 'all' ? 500 : 250;

test('whatever is done to the files, reading gives faults or rows that come back the same, and never fails', async () => {
  const files = await readFolder(HARBOUR);
  let valid = 0;
  fc.assert(
    fc.property(mangled(files), (damaged) => {
      const parsed = parseFolder(damaged);
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
