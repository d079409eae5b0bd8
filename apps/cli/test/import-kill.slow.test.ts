import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFolder } from '@westgate/desk';
import { momentsOf, type Serving, serve, temporaryFolder, westgate } from './program.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const SITES = 600;
/** Parts of the time a whole import takes, after which the server is killed: while it is sent, read, checked, stored, told. */
const PARTS = momentsOf([0.15, 0.5, 0.75, 0.9, 1]);

interface Standing {
  readonly seq: number;
  readonly held: { readonly records: number } | null;
}

const standing = async ({ address }: Serving): Promise<Standing> =>
  JSON.parse(await (await fetch(`${address}/api/v1/district/standing`)).text());

async function importInto({ address }: Serving, body: string): Promise<boolean> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  return fetch(`${address}/api/v1/district/import`, init).then(
    (answer) => answer.ok,
    () => false,
  );
}

const start = (t: TestContext, data: string): Promise<Serving> => serve(t, '--port', '0', '--data', data, '--empty');

test('a server killed during an import holds all of it or nothing, and goes on', async (t) => {
  const folder = temporaryFolder(t);
  const made = spawnSync(process.execPath, ['tools/make-district.mjs', '--sites', String(SITES), '--out', folder], { cwd: ROOT });
  assert.equal(made.status, 0, made.stderr.toString());
  const body = JSON.stringify({ files: Object.fromEntries(await readFolder(folder)), who: 'Ada' });

  const whole = await start(t, temporaryFolder(t));
  const began = performance.now();
  assert.equal(await importInto(whole, body), true);
  const wholeMs = performance.now() - began;
  const records = (await standing(whole)).held?.records ?? 0;
  assert.ok(records > SITES);
  await whole.stop('SIGTERM');

  let data = temporaryFolder(t);
  let running = await start(t, data);
  const found = { nothing: 0, all: 0 };
  for (const part of PARTS) {
    const asked = importInto(running, body);
    await new Promise((resolve) => setTimeout(resolve, wholeMs * part));
    await running.stop('SIGKILL');
    const wasTold = await asked;
    running = await start(t, data);
    const { seq, held } = await standing(running);
    if (held === null) {
      assert.deepEqual([seq, wasTold], [0, false], `nothing, ${part}: an import that was told is there`);
      found.nothing += 1;
      continue;
    }
    assert.deepEqual([seq, held.records], [1, records], `all, ${part}`);
    found.all += 1;
    await running.stop('SIGTERM');
    assert.equal((await westgate('verify', '--data', data)).code, 0);
    data = temporaryFolder(t);
    running = await start(t, data);
  }
  assert.equal(await importInto(running, body), true, 'a killed import is done anew');
  await running.stop('SIGTERM');
  t.diagnostic(
    `${Math.round(body.length / 1e6)} MB in ${Math.round(wholeMs)} ms; killed ${PARTS.length} times: ${found.nothing} held nothing, ${found.all} all`,
  );
  assert.ok(found.nothing > 0);
});

test('an empty data folder stays without a district, and --empty with --district is refused', async (t) => {
  const data = temporaryFolder(t);
  for (const _round of [1, 2]) {
    const running = await start(t, data);
    assert.deepEqual([(await standing(running)).held, (await fetch(`${running.address}/readyz`)).status], [null, 200]);
    await running.stop('SIGTERM');
  }
  assert.equal((await westgate('serve', '--empty', '--district', 'x', '--data', data)).code, 2);
});
