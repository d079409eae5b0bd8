import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Json, sameJson } from '@westgate/base';
import { checkDocument, unsaidOf, unusedOf, writeReceived } from '@westgate/domain';
import { EXAMPLE } from '../folders.ts';
import { districtIn, emptied, PRACTICE, projectOf, TODAY, taken, written } from './districts.ts';
import { ABSENT, judged, standardText } from './judge.ts';

const DISTRICTS = [EXAMPLE, PRACTICE] as const;

for (const folder of DISTRICTS) {
  const name = folder.split('/').at(-1);
  test(`${name}: every project goes out without an error, by our check and by the published schema`, async () => {
    const register = await districtIn(folder);
    for (const language of ['zh', 'en'] as const) {
      const document = written(register, language);
      assert.deepEqual(checkDocument(document).listed.filter(({ weight }) => weight === 'error'), []);
      if (!ABSENT) assert.deepEqual(judged(document, 'package'), []);
    }
  });

  test(`${name}: what went out comes into an empty district and goes out again equal`, async () => {
    const register = await districtIn(folder);
    for (const language of ['zh', 'en'] as const) {
      const first = written(register, language);
      const { after, projects, errors } = taken(emptied(register), first);
      assert.equal(errors, 0);
      assert.equal(projects.every(({ state }) => state === 'new'), true);
      assert.deepEqual(written(after, language), first);
    }
  });

  test(`${name}: what went out comes into the district it is from and changes nothing`, async () => {
    const register = await districtIn(folder);
    const { changes, projects } = taken(register, written(register));
    assert.deepEqual(changes, []);
    assert.equal(projects.every(({ state }) => state === 'same'), true);
  });
}
void [projectOf, TODAY, sameJson, unsaidOf, unusedOf, writeReceived, standardText];
export type { Json };
