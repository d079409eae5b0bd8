import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { reviewSchema } from '@westgate/contract';
import { openDesk } from '@westgate/desk';
import { startServer } from '@westgate/server';
import { PLENTY } from '../office.ts';

const PRACTICE = fileURLToPath(new URL('../../../../../data/practice', import.meta.url));
const NOW = new Date('2026-11-28T08:00:00Z');

/** By hand from the practice district: p3 was proposed on 10 March and accepted on the 13th, p2 on 15 September and refused on the 22nd; p1 waits since 18 November. */
const BY_HAND = `
2026-03-09 waiting:       all:
2026-03-10 waiting: p3    all: p3
2026-03-12 waiting: p3    all: p3
2026-03-13 waiting:       all: p3=accepted
2026-09-14 waiting:       all: p3=accepted
2026-09-15 waiting: p2    all: p2 p3=accepted
2026-09-21 waiting: p2    all: p2 p3=accepted
2026-09-22 waiting:       all: p2=refused p3=accepted
2026-11-17 waiting:       all: p2=refused p3=accepted
2026-11-18 waiting: p1    all: p1 p2=refused p3=accepted
2026-11-28 waiting: p1    all: p1 p2=refused p3=accepted
`;

test('of each day those changes wait that were proposed by then and not decided yet, and no decision of later is told', async () => {
  const desk = await openDesk({ memory: true, districtFolder: PRACTICE, now: () => NOW });
  const options = {
    desk,
    host: '127.0.0.1',
    port: 0,
    webDir: null,
    exampleFolder: PRACTICE,
    logLevel: 'silent',
    limits: { ...PLENTY, otherDaysAMinute: 1e6, publicOtherDaysAMinute: 1e6 },
    now: () => NOW,
  } as const;
  const server = await startServer(options);
  try {
    for (const line of BY_HAND.trim().split('\n')) {
      const [, day = '', waiting = '', all = ''] = /^(\S+) waiting:(.*)all:(.*)$/.exec(line) ?? [];
      for (const [state, wanted] of [
        ['waiting', waiting],
        ['all', all],
      ] as const) {
        const answer = await fetch(`${server.address}/api/v1/pending-changes?asOf=${day}&state=${state}`);
        assert.equal(answer.status, 200, await answer.clone().text());
        const { items, total } = reviewSchema.pendingChanges.parse(await answer.json());
        const found = items.map(({ id, decision }) => (decision === null ? id : `${id}=${decision}`)).sort();
        assert.deepEqual(found, wanted.trim() === '' ? [] : wanted.trim().split(' '), `${state} on ${day}`);
        assert.equal(total, found.length);
        const later = items.filter(({ decidedOn, proposedOn }) => proposedOn > day || (decidedOn ?? day) > day);
        assert.deepEqual(later, [], `${state} on ${day}`);
      }
    }
  } finally {
    await server.close();
    await desk.close();
  }
});
