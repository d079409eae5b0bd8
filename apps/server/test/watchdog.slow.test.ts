import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inBackground } from '@westgate/base';
import Fastify from 'fastify';
import { type Held, nameRequests, Watchdog } from '../src/running/watchdog.ts';

/** Takes processor time, and nothing else gets its turn meanwhile. */
const hold = (ms: number): void => {
  const before = process.cpuUsage();
  const took = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  while (took() < ms);
};

test('what held the loop is named and counted: the route, or the work in the background', async () => {
  const all: Held[] = [];
  const watchdog = new Watchdog((held) => all.push(held), { heldMs: 200, eachMs: 10 });
  const app = Fastify();
  nameRequests(app);
  app.post('/slow/:id', async () => {
    await sleep(20);
    hold(400);
    return {};
  });
  app.get('/quick', async () => ({}));
  try {
    await app.ready();
    const body = JSON.stringify({ some: 'body' });
    const asked = [
      app.inject({ method: 'POST', url: '/slow/7', body, headers: { 'content-type': 'application/json' } }),
      ...Array.from({ length: 20 }, () => app.inject('/quick')),
    ];
    await Promise.all(asked);
    await sleep(50);
    const isOver = new Promise<void>((resolve) => {
      inBackground(
        'a slow round',
        async () => {
          await sleep(20);
          hold(400);
          resolve();
        },
        assert.fail,
      );
    });
    await isOver;
    await sleep(50);
  } finally {
    watchdog.close();
    await app.close();
  }
  const named = all.filter(({ work, processorMs }) => work !== 'the machine' && processorMs >= 400).map(({ work }) => work);
  assert.equal(watchdog.count, all.length);
  assert.deepEqual(named, ['POST /slow/:id', 'a slow round'], JSON.stringify(all));
});
