import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, test } from 'node:test';
import { waysInSchema } from '@westgate/contract';
import { openDesk } from '@westgate/desk';
import { startServer } from '@westgate/server';
import { z } from 'zod';

const desk = await openDesk({ memory: true });
after(() => desk.close());
// Elsewhere than on its machine an office answers once somebody has an account.
const [now, begun] = [new Date(), { name: 'Ada', signIn: 'ada' }];
const { secret } = await desk.people.invite(
  { ...begun, mail: null, phone: null, roles: ['system-administrator', 'security-administrator'], department: null },
  { who: 'westgate' },
  now,
);
await desk.people.takeUp(secret, { ...begun, password: 'a long enough word' }, { address: '127.0.0.1', device: null }, now);

/** A server that browsers reach at `origin`, or on its machine; asked under a host name. */
async function askAs(origin: string | undefined) {
  const server = await startServer({ desk, host: '127.0.0.1', port: 0, webDir: null, logLevel: 'silent', origin });
  after(() => server.close());
  return (host: string, method: string, path: string, body?: object): Promise<{ readonly status: number; readonly json: unknown }> =>
    new Promise((resolve, reject) => {
      const headers = { host: host.replace(':0', `:${server.port}`), ...(body ? { 'content-type': 'application/json' } : {}) };
      const sent = request({ port: server.port, host: '127.0.0.1', method, path: `/api/v1/${path}`, headers }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, json: JSON.parse(text) }));
      });
      sent.on('error', reject);
      sent.end(body ? JSON.stringify(body) : undefined);
    });
}
const asked = z.object({ options: z.object({ rpId: z.string(), userVerification: z.string(), challenge: z.string().min(32) }) });

test('passkeys are offered where browsers take them, bound to that name; elsewhere the reason is told', async () => {
  const cases: readonly (readonly [string | undefined, string, string, string | null])[] = [
    [undefined, 'localhost:0', 'offered', 'localhost'],
    [undefined, '127.0.0.1:0', 'no-name', null],
    [undefined, '[::1]:0', 'no-name', null],
    ['https://westgate.example', 'westgate.example', 'offered', 'westgate.example'],
    ['https://westgate.example:8443', 'westgate.example:8443', 'offered', 'westgate.example'],
    ['http://westgate.example', 'westgate.example', 'not-secure', null],
    ['https://10.0.0.7', '10.0.0.7', 'no-name', null],
  ];
  for (const [origin, host, passkeys, name] of cases) {
    const ask = await askAs(origin);
    const ways = waysInSchema.waysIn.parse((await ask(host, 'GET', 'ways-in')).json);
    assert.deepEqual(ways, { passkeys, directory: null }, `${origin} ${host}`);
    const { status, json } = await ask(host, 'POST', 'passkeys/ask', {});
    assert.equal(status, name === null ? 400 : 200, `${origin} ${host}`);
    if (name === null) continue;
    const { options } = asked.parse(json);
    assert.deepEqual([options.rpId, options.userVerification], [name, 'required']);
  }
});

test('what is no passkey and no answer of a directory is refused; where no directory is set there is none', async () => {
  const ask = await askAs(undefined);
  const enter = { id: 'AAAA', clientData: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' };
  assert.equal((await ask('localhost:0', 'POST', 'passkeys/enter', enter)).status, 401);
  for (const wrong of [{ id: '' }, { id: 'a b' }, { signature: 'é' }, { clientData: 'x'.repeat(9_000) }, { unheard: 1 }, { user: 7 }])
    assert.equal(
      (await ask('localhost:0', 'POST', 'passkeys/enter', { ...enter, ...wrong })).status,
      400,
      JSON.stringify(wrong).slice(0, 60),
    );
  for (const [path, body, status] of [
    ['directory/begin', {}, 404],
    ['directory/enter', { query: 'code=x&state=x' }, 404],
    ['account/passkeys/begin', {}, 401],
    ['account/directory', {}, 401],
  ] as const)
    assert.equal((await ask('localhost:0', 'POST', path, body)).status, status, path);
});
