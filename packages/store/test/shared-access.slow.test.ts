import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InstantString } from '@westgate/base';
import { type Access, openStore, type PersonalRecord, type Store } from '@westgate/store';
import { freshDatabase, ON_POSTGRES } from './postgres.ts';

const RULE = { free: 5, firstWaitMs: 15_000, longestWaitMs: 900_000, forgottenMs: 3_600_000, underwayMs: 60_000 };
const NOW = Date.UTC(2026, 0, 5, 8);
const at = (ms: number) => new Date(NOW + ms).toISOString() as InstantString;
const many = <T>(count: number, work: (index: number) => Promise<T>): Promise<readonly T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** A personal record with facts in it. */
interface Facts extends PersonalRecord {
  readonly facts?: readonly number[];
}
const personalRecordOf = (facts: readonly number[]): Facts => ({ name: 'Ada', facts });

/** What must hold at one store and at several on one database. */
async function holds(stores: readonly Store[]): Promise<void> {
  const of = (index: number): Access => {
    const store = stores[index % stores.length];
    assert.ok(store);
    return store.access;
  };
  const id = await of(0).openPerson(personalRecordOf([]));
  const facts = async (): Promise<readonly number[]> => {
    const kept: Facts | undefined = (await of(1).personalRecord(id))?.personalRecord;
    return kept?.facts ?? [];
  };

  await many(24, async (fact) => {
    for (;;) {
      const kept = await of(fact).personalRecord(id);
      const held: Facts | undefined = kept?.personalRecord;
      if (await of(fact).fillPersonalRecord(id, personalRecordOf([...(held?.facts ?? []), fact]), kept?.seal ?? '')) return;
    }
  });
  assert.deepEqual(
    (await facts()).toSorted((a, b) => a - b),
    Array.from({ length: 24 }, (_, fact) => fact),
    'no change is lost',
  );

  const before = await of(0).personalRecord(id);
  await of(1).fillPersonalRecord(id, { name: 'Ada' }, before?.seal ?? '');
  const session = { hash: 'a', person: id, made: at(0), seen: at(0), expires: at(9e6) };
  assert.equal(
    await of(0).fillPersonalRecord(id, before?.personalRecord ?? { name: '' }, before?.seal ?? ''),
    null,
    'what was read before is not written back',
  );
  assert.equal(await of(0).beginSession(session, before?.seal ?? ''), false, 'what was judged before opens nothing');
  assert.equal(await of(0).beginSession(session, (await of(1).personalRecord(id))?.seal ?? ''), true);
  await of(1).endSessions({ hash: 'a' });
  await of(0).touchSession('a', at(60_000));
  assert.equal(await of(1).findSession('a'), null, 'a session that was ended does not come back by being used');

  const takes = await many(60, (index) => of(index).takeAttempt('name x', RULE, NOW));
  assert.equal(takes.filter((wait) => wait === 0).length, RULE.free, 'of many at once the free ones are looked at');
  await many(RULE.free, (index) => of(index).endAttempt('name x', 'wrong', RULE, NOW));
  assert.equal(await of(0).takeAttempt('name x', RULE, NOW), RULE.firstWaitMs);
  const later = await many(20, (index) => of(index).takeAttempt('name x', RULE, NOW + RULE.firstWaitMs));
  assert.equal(later.filter((wait) => wait === 0).length, 1, 'after the wait one is');
  assert.equal(await of(1).endAttempt('name x', 'wrong', RULE, NOW + RULE.firstWaitMs), RULE.free + 1);
  assert.equal(await of(0).takeAttempt('name x', RULE, NOW + RULE.firstWaitMs), 2 * RULE.firstWaitMs, 'the wait doubles');
  assert.equal(await of(0).takeAttempt('name x', RULE, NOW - 9e6), 0, 'a wait that a clock set which went back does not hold');
  await of(0).endAttempt('name x', 'right', RULE, NOW);
  assert.equal(await of(1).takeAttempt('name x', RULE, NOW), 0, 'who was right is free again');
  for (let broken = 0; broken < RULE.free; broken += 1) await of(0).takeAttempt('name y', RULE, NOW);
  assert.ok((await of(1).takeAttempt('name y', RULE, NOW + RULE.underwayMs - 1)) > 0);
  assert.equal(
    await of(1).takeAttempt('name y', RULE, NOW + RULE.underwayMs),
    0,
    'what was broken off is wrong, and does not stand for ever',
  );

  for (let wrong = 0; wrong < RULE.free; wrong += 1) {
    await of(wrong).takeAttempt('name z', RULE, NOW);
    await of(wrong).endAttempt('name z', 'wrong', RULE, NOW);
  }
  const step = RULE.forgottenMs / 60;
  for (let ms = step; ms < RULE.forgottenMs; ms += step) {
    assert.equal(await of(0).takeAttempt('name z', RULE, NOW + ms), 0);
    assert.equal(await of(1).endAttempt('name z', 'back', RULE, NOW + ms), RULE.free);
  }
  const free = await many(20, (index) => of(index).takeAttempt('name z', RULE, NOW + RULE.forgottenMs));
  assert.equal(free.filter((wait) => wait === 0).length, RULE.free, 'wrong ones are forgotten, also where others were tried all the time');
  const busy = await many(20, (index) => of(index).takeAttempt('name z', RULE, NOW + 3 * RULE.forgottenMs - 1));
  assert.equal(busy.filter((wait) => wait === 0).length, RULE.free, 'of one that was never wrong no more are looked at either');

  const longest = { ...RULE, free: 1, firstWaitMs: RULE.longestWaitMs };
  assert.equal(await of(0).takeAttempt('name w', longest, NOW), 0);
  await of(1).endAttempt('name w', 'wrong', longest, NOW);
  assert.ok((await of(1).takeAttempt('name w', longest, NOW - 100)) > 0, 'the longest wait holds for one that came in a moment before');

  assert.equal(await of(0).takeAttempt('name v', RULE, NOW), 0);
  assert.equal(await of(1).takeAttempt('name v', RULE, NOW + RULE.underwayMs), 0, 'the first was broken off');
  assert.equal(await of(0).endAttempt('name v', 'right', RULE, NOW + RULE.underwayMs), 0, 'and ends all the same');
  assert.equal(await of(1).endAttempt('name v', 'wrong', RULE, NOW + RULE.underwayMs), 1, 'a wrong one counts, whatever ended before it');

  const asked = { kind: 'asked', key: 'k', owner: 'o', held: 'what', untilMs: NOW + 1_000 };
  await of(0).putShortLived(asked, NOW);
  const got = await many(20, (index) => of(index).takeShortLived('asked', 'k', NOW));
  assert.deepEqual(
    got.filter((each) => each !== null),
    ['what'],
    'what is good once is taken once',
  );
  const puts = await many(20, (index) => of(index).putShortLived(asked, NOW));
  assert.equal(puts.filter(Boolean).length, 1, 'of many who put one does');
  assert.equal(await of(1).takeShortLived('asked', 'k', NOW + 1_000), null, 'it runs out');
  for (let each = 0; each < 6; each += 1)
    await of(each).putShortLived({ ...asked, key: `k${each}`, untilMs: NOW + 1_000 + each }, NOW, { ofOwner: 4, ofAll: 100 });
  assert.equal(await of(0).countShortLived('asked', 'o', NOW), 4);
  assert.equal(await of(1).takeShortLived('asked', 'k0', NOW), null, 'the oldest go');

  const rule = { ofOwner: 40, ofAll: 30 };
  const put = (owner: string, key: string, ms: number) =>
    of(ms).putShortLived({ kind: 'fair', key, owner, held: key, untilMs: NOW + 1_000 + ms }, NOW, rule);
  const few = ['a', 'b', 'c'].flatMap((owner) => [1, 2, 3].map((each) => ({ owner, key: `${owner}${each}` })));
  for (const [index, { owner, key }] of few.entries()) await put(owner, key, index);
  for (let each = 0; each < 60; each += 1) await put('flood', `f${each}`, 100 + each);
  const counts = await Promise.all(['a', 'b', 'c', 'flood'].map((owner) => of(1).countShortLived('fair', owner, NOW)));
  assert.deepEqual(counts.slice(0, 3), [3, 3, 3], 'whoever makes most loses their own, and nobody else');
  const left = counts[3] ?? 0;
  assert.ok(left > 10 && left + few.length <= rule.ofAll, `${left} of the flood are left`);
  const newest = Array.from({ length: left }, (_, index) => `f${59 - index}`);
  for (const key of [...few.map((each) => each.key), ...newest]) assert.equal(await of(0).takeShortLived('fair', key, NOW), key);

  const stale = await of(0).personalRecord(id);
  await (stores[1] ?? stores[0])?.erasePerson(id, '');
  await assert.rejects(of(0).fillPersonalRecord(id, { name: 'Ada' }, stale?.seal ?? ''), { code: 'WG_NOT_FOUND' });
  assert.equal(await of(0).personalRecord(id), null, 'who was erased does not come back');
}

test('one store: no change of a personal record is lost, attempts are counted before they are looked at, what is good once is taken once', async () => {
  const store = await openStore({ memory: true });
  await holds([store]);
  assert.deepEqual(await store.access.accessNews(), { filled: 0, gone: 0, ended: 0 });
  await store.close();
});

test('the same at two stores on one database, and each hears of what the other changed', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  const stores = [await openStore({ url }), await openStore({ url })] as const;
  const before = await stores[1].access.accessNews();
  await holds(stores);
  const news = await stores[1].access.accessNews();
  assert.ok(news.filled > before.filled && news.gone === before.gone + 1 && news.ended > before.ended);
  const id = await stores[0].access.openPerson({ name: 'Ben' });
  assert.deepEqual([...(await stores[1].access.personalRecords(news.filled)).keys()], [id], 'what was filled since is read alone');
  for (const store of stores) await store.close();
});
