import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema } from '@westgate/contract';
import { join, openPeopleOffice } from './people-office.ts';

const office = await openPeopleOffice({
  limits: { readsAMinute: 3, writesAMinute: 50, addressReadsAMinute: 2, addressWritesAMinute: 60 },
});

test('two people behind one address have a budget of requests each, and one who asks too often is told when to go on', async () => {
  const ada = await join(office, 'Ada', null);
  const ben = await join(office, 'Ben', ['reader']);
  const reads = (headers: Record<string, string>, count: number): Promise<readonly number[]> =>
    Promise.all(Array.from({ length: count }, async () => (await office.ask('/api/v1/district', { headers })).status));
  assert.deepEqual((await reads(ada.as, 5)).toSorted(), [200, 200, 200, 429, 429]);
  assert.deepEqual(await reads(ben.as, 3), [200, 200, 200], 'the other goes on');
  const refused = await office.ask('/api/v1/district', { headers: ada.as });
  assert.equal(commonSchema.problem.parse(await refused.json()).code, 'WG_TOO_MANY');
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  const write = await office.post('/api/v1/deeds/x/undo', {}, ada.as);
  assert.notEqual(write.status, 429, 'writes are counted apart');
});

test('an address where nobody is signed in has a budget of its own', async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 3; count += 1) statuses.push((await office.ask('/api/v1/session')).status);
  assert.deepEqual(statuses, [200, 200, 429]);
});
