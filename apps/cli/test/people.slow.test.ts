import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { serve, temporaryFolder, westgate } from './program.ts';

const LINK = /^http:\/\/127\.0\.0\.1:\d+\/welcome#[\w-]{43}$/;
const post = (address: string, path: string, body: unknown) =>
  fetch(`${address}/api/v1/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

test('the example is looked at as one of its people until an office begins with accounts; commands go on', async (context) => {
  const data = join(temporaryFolder(context), 'data');
  const served = await serve(context, '--port', '0', '--data', data);
  while (!/Security administrator/.test(served.stderr())) await new Promise((resolve) => setTimeout(resolve, 50));
  const links = served.stderr().match(/http:\S+\/welcome#\S+/g) ?? [];
  assert.equal(links.length, 7);
  const persona = links[0]?.split('#')[1];
  assert.equal((await post(served.address, 'links/enter', { link: persona })).status, 200);

  const first = await westgate('people', 'first', '--data', data);
  assert.match(first.stdout.trim(), LINK, first.stderr);
  assert.equal((await post(served.address, 'links/enter', { link: persona })).status, 410);
  assert.equal((await fetch(`${served.address}/api/v1/deeds`)).status, 401);
  const secret = first.stdout.trim().split('#')[1];
  const set = { link: secret, name: 'Ada', signIn: 'ada', password: 'a heron stands on the weir' };
  assert.equal((await post(served.address, 'links/take-up', set)).status, 200);
  const owners = readdirSync(join(data, 'owners')).map((name) => join(data, 'owners', name));
  const known = owners.filter((path) => path.endsWith('.address'));
  assert.deepEqual(
    [known.length, known.map((path) => statSync(path).mode & 0o077)],
    [1, [0]],
    'only the owner reads what lets commands in',
  );

  const list = z
    .array(z.object({ id: z.string(), name: z.string(), state: z.string() }))
    .parse(JSON.parse((await westgate('people', 'list', '--json', '--data', data)).stdout));
  assert.deepEqual(
    list.map(({ name, state }) => [name, state]),
    [['Ada', 'open']],
  );
  assert.match((await westgate('coverage', '--data', data)).stdout, /Sentences/);
  assert.equal((await westgate('people', 'first', '--data', data)).code, 1);
  assert.match((await westgate('people', 'link', list[0]?.id ?? '', '--data', data)).stdout.trim(), LINK);
  const invite = (name: string, signIn: string) =>
    westgate('people', 'invite', '--name', name, '--roles', 'security-administrator', '--sign-in', signIn, '--data', data);
  assert.match((await invite('Ben', 'ben')).stdout.trim(), LINK, 'by the server that runs');
  await served.stop('SIGTERM');
  const onFolder = await invite('Ben Too', 'ben-too');
  assert.match(onFolder.stdout.trim(), /^\/welcome#[\w-]{43}$/, onFolder.stderr);
  assert.match((await invite('Ben Again', 'ben')).stderr, /nobody has yet/);
  assert.equal((await westgate('people', 'invite', '--name', 'Ben', '--data', data)).code, 2);

  const again = await serve(context, '--port', '0', '--data', data);
  assert.doesNotMatch(again.stderr(), /welcome#/);
  assert.equal((await fetch(`${again.address}/api/v1/deeds`)).status, 401);
  await again.stop('SIGTERM');
  assert.match((await westgate('verify', '--data', data)).stdout, /sound|clean|agree|whole/i);
  const log = readFileSync(join(data, 'sign-ins', `${new Date().toISOString().slice(0, 7)}.jsonl`), 'utf8');
  assert.doesNotMatch(log, /Ada|ada"|heron/);
});
