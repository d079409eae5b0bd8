import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { HARBOUR, openOffice, PLENTY } from '../office.ts';
import { endAsking } from './ask.ts';
import { sendAll } from './hostile.ts';
import { routesOf } from './routes.ts';

/** Seeds; the long form (`npm run trial:long`) sends more, and each to every route: here the second goes to every third. */
const IS_LONG = process.env.WESTGATE_TRIAL === 'all';
const ROUNDS = IS_LONG ? 3 : 2;
const EVERY = IS_LONG ? 1 : 3;
const SEED = 20_261_125;
const office = await openOffice(HARBOUR, null, PLENTY);
after(endAsking);

test('malformed requests of every kind on every route, by several seeds: refused with a request id, nothing stored, memory bounded', async (t) => {
  const routes = await routesOf(office);
  const some = routes.filter((_, index) => index % EVERY === 0);
  const { seq } = office.desk;
  let sent = await sendAll(office, routes, SEED);
  const before = process.memoryUsage().rss;
  for (let round = 1; round < ROUNDS; round += 1) sent += await sendAll(office, some, SEED + round);
  const grownMb = (process.memoryUsage().rss - before) / 2 ** 20;
  t.diagnostic(`${sent} requests on ${routes.length} routes, memory grown by ${grownMb.toFixed(0)} MB after the first round`);
  assert.ok(sent > (routes.length + some.length * (ROUNDS - 1)) * 20);
  assert.equal(office.desk.seq, seq, 'nothing was stored');
  assert.deepEqual((await office.desk.verify()).faults, []);
  assert.ok(grownMb < 100 * (ROUNDS - 1), `${grownMb} MB`);
});
