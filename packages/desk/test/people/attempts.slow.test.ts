import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { openStore } from '@westgate/store';
import { Attempts, attemptAt, linksFrom } from '../../src/people/attempts.ts';
import { Entrance } from '../../src/people/entrance.ts';
import { freshDatabase, ON_POSTGRES, runSql } from '../postgres.ts';

const NOW = Date.UTC(2026, 0, 5, 8);
const MINUTE = 60_000;

/** A store on a database of its own, and statements past it. */
async function openOffice(t: TestContext) {
  const url = await freshDatabase(t);
  const store = await openStore({ url });
  t.after(() => store.close());
  return { access: store.access, sql: (text: string) => runSql(url, text) };
}

test('a table of attempts that fails for a while keeps nobody out afterwards', ON_POSTGRES, async (t) => {
  const { access, sql } = await openOffice(t);
  const attempts = new Attempts(access);
  const [name, code] = [attemptAt('name', 'ada'), attemptAt('code', 'ada')];
  const { free } = name.rule;
  const taken = [];
  for (let each = 0; each < free - 1; each += 1) taken.push(await attempts.take([name, code], NOW));
  await sql('alter table attempt rename to attempt_away');
  for (const each of taken) await assert.rejects(each.end('back'));
  await sql('alter table attempt_away rename to attempt');
  // What the table was not told of was broken off.
  assert.equal(await (await attempts.take([name, code], NOW + 2 * MINUTE)).end('right'), 0);

  await sql("alter table attempt add constraint no_codes check (key not like 'code %') not valid");
  for (let each = 0; each < 2 * free; each += 1) await assert.rejects(attempts.take([name, code], NOW + 2 * MINUTE), /no_codes/);
  await sql('alter table attempt drop constraint no_codes');
  for (let each = 0; each < free; each += 1) await attempts.take([name, code], NOW + 2 * MINUTE);
  await assert.rejects(attempts.take([name, code], NOW + 2 * MINUTE), { code: 'WG_TOO_MANY' });
});

test('of invented names no more is kept than their address may try, and of what was right nothing', ON_POSTGRES, async (t) => {
  const { access, sql } = await openOffice(t);
  const entrance = new Entrance(access);
  const now = new Date(NOW);
  const come = async (name: string, end: 'wrong' | 'right'): Promise<unknown> => {
    const attempt = { key: attemptAt('name', name), isFromAnywhere: true, person: null, address: '10.1.2.3', now, isFirst: false } as const;
    return entrance.take({ ...attempt, queue: 'other' }, (turn) => turn.end(end));
  };
  const rows = async () => Number((await sql('select count(*) as count from attempt'))[0]?.count);
  for (let name = 0; name < 30; name += 1) await come(`right-${name}`, 'right');
  assert.equal(await rows(), 0);
  const told = await Promise.allSettled(Array.from({ length: 75 }, (_, name) => come(`name-${name}`, 'wrong')));
  assert.equal(told.filter(({ status }) => status === 'fulfilled').length, 20);
  assert.equal(await rows(), 21, 'the names that were looked at, and the address');
});

test('links that are none slow an address down for a moment, and keep no office out', ON_POSTGRES, async (t) => {
  const { access } = await openOffice(t);
  const attempts = new Attempts(access);
  const key = linksFrom('10.1.2.3');
  for (let each = 0; each < key.rule.free; each += 1) await (await attempts.take([key], NOW)).end('wrong');
  await assert.rejects(
    attempts.take([key], NOW),
    (error) => error instanceof WestgateError && error.code === 'WG_TOO_MANY' && error.details.seconds === 1,
  );
  for (let second = 1; second <= 20; second += 1) await (await attempts.take([key], NOW + 1_000 * second)).end('wrong');
  const later = NOW + 20_000 + MINUTE;
  const free = await Promise.allSettled(Array.from({ length: 2 * key.rule.free }, () => attempts.take([key], later)));
  assert.equal(free.filter(({ status }) => status === 'fulfilled').length, key.rule.free, 'forgotten after a minute');
});
