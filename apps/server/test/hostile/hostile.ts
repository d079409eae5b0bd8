import assert from 'node:assert/strict';
import { commonSchema } from '@westgate/contract';
import type { TestOffice } from '../office.ts';
import { randomOf } from '../random.ts';
import { type Answer, askHostile } from './ask.ts';
import { type Hostile, malformedFor } from './malformed.ts';
import type { Route } from './routes.ts';

/** What no answer may say: where files lie, what the program is made of, what it asked the database. */
const INTERNALS =
  /node_modules|file:\/\/\/(?!etc)|\/work\/|\/tmp\/|\/home\/|\/usr\/|\.(?:ts|js):\d|\bat \w+ \(|PGlite|postgres|\bselect .* from\b|ZodError/i;

/** Sends every malformed request that a seed gives for the routes; gives how many were sent. Fails on the first answer that is wrong. */
export async function sendAll(office: TestOffice, routes: readonly Route[], seed: number): Promise<number> {
  const random = randomOf(seed);
  let sent = 0;
  for (const route of routes) {
    const hostile = malformedFor(route, random);
    assert.ok(hostile.length >= 20, `${route.method} ${route.template}: ${hostile.length} requests`);
    const usual = hostile.some(({ right }) => right === 'lawful') ? (await office.ask(route.path)).status : 0;
    for (const each of hostile) {
      const told = `${route.method} ${route.template}, ${each.what} (seed ${seed})`;
      const answer = await askHostile(office.server.port, each).catch((error: unknown) => assert.fail(`${told}: ${String(error)}`));
      checkAnswer(answer, each, usual, told);
      sent += 1;
    }
  }
  return sent;
}

function checkAnswer(answer: Answer, { right }: Hostile, usual: number, told: string): void {
  const { status, type, requestId, text } = answer;
  assert.ok(requestId, `${told}: a request id`);
  assert.doesNotMatch(text.length < 20_000 ? text : text.slice(0, 20_000), INTERNALS, told);
  if (right === 'lawful') {
    assert.equal(status, usual, `${told}: ${text.slice(0, 300)}`);
    return;
  }
  assert.ok(right.includes(status), `${told}: ${status}, right is ${right.join(', ')}: ${text.slice(0, 300)}`);
  assert.match(type, /^application\/problem\+json/, told);
  const problem = commonSchema.problem.parse(JSON.parse(text));
  assert.deepEqual([problem.status, problem.requestId], [status, requestId], told);
  assert.ok(text.length < 40_000, `${told}: ${text.length} characters`);
}
