import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { serve, temporaryFolder, westgate } from './program.ts';

test('a directory that cannot be meant is refused before anything starts, naming what does not fit', async (t) => {
  const folder = temporaryFolder(t);
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['--directory', 'https://sso.city.example'], /--directory needs --directory-client/],
    [['--directory-client', 'westgate'], /name the directory by --directory/],
    [['--directory', 'http://sso.city.example', '--directory-client', 'x'], /expects an address with https.*got "http:\/\/sso/],
    [['--directory', 'sso', '--directory-client', 'x'], /got "sso"/],
  ];
  for (const [options, said] of cases) {
    const { code, stderr } = await westgate('serve', '--data', join(folder, 'data'), ...options);
    assert.deepEqual([code, said.test(stderr)], [2, true], stderr);
  }
});

test('a directory that does not answer keeps nothing from starting: it is said, without the secret', async (t) => {
  const folder = temporaryFolder(t);
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'between the city and Westgate\n');
  process.env.WESTGATE_DIRECTORY_SECRET_FILE = secret;
  t.after(() => {
    delete process.env.WESTGATE_DIRECTORY_SECRET_FILE;
  });
  const options = ['--directory', 'http://127.0.0.1:9', '--directory-client', 'westgate'];
  const served = await serve(t, '--port', '0', '--data', join(folder, 'data'), ...options);
  while (!/does not answer as it should/.test(served.stderr())) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.match(served.stderr(), new RegExp(`send browsers back to ${served.address}/directory`));
  const ways = await (await fetch(`${served.address}/api/v1/ways-in`)).json();
  assert.deepEqual(ways, { passkeys: 'no-name', directory: { name: null, issuer: 'http://127.0.0.1:9', isDown: true, signOut: null } });
  assert.doesNotMatch(served.stderr() + served.stdout(), /between the city/);
});
