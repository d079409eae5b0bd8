import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { HARBOUR, serve, temporaryFolder, westgate } from './program.ts';

test('serve prints exactly the ready line, answers, and stops cleanly on a signal', async (t) => {
  const data = temporaryFolder(t);
  const running = await serve(t, '--port', '0', '--data', data, '--district', HARBOUR);
  assert.equal(running.stdout(), `Westgate ready at ${running.address}\n`);
  assert.equal((await fetch(`${running.address}/readyz`)).status, 200);
  assert.equal(await running.stop('SIGINT'), 0);
  assert.equal(running.stdout(), `Westgate ready at ${running.address}\n`);
  await assert.rejects(fetch(`${running.address}/readyz`));
  const again = await serve(t, '--port', '0', '--data', data);
  assert.equal(await again.stop('SIGTERM'), 0);
});

test('while a server holds the folder the other commands ask it, and a second server is refused', async (t) => {
  const data = temporaryFolder(t);
  const running = await serve(t, '--port', '0', '--data', data, '--district', HARBOUR);
  const coverage = await westgate('coverage', '--json', '--data', data);
  assert.equal(coverage.code, 0, coverage.stderr);
  assert.deepEqual(JSON.parse(coverage.stdout), await (await fetch(`${running.address}/api/v1/coverage`)).json());
  const verified = await westgate('verify', '--data', data);
  assert.equal(verified.code, 0, verified.stderr);
  assert.match(verified.stdout, /sound/);
  assert.match((await westgate('import', HARBOUR, '--data', data)).stdout, /^No difference/);
  const copy = temporaryFolder(t);
  assert.equal((await westgate('export', copy, '--data', data)).code, 0);
  const second = await westgate('serve', '--no-screens', '--port', '0', '--data', data);
  assert.equal(second.code, 1);
  assert.match(second.stderr, /^WG_FOLDER_LOCKED: /m);
  assert.ok(second.stderr.includes(running.address));
  assert.equal(await running.stop('SIGTERM'), 0);
});

test('when the port is taken serve takes the next free one and says so', async (t) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  t.after(() => other.close());
  const taken = other.address();
  assert.ok(taken !== null && typeof taken === 'object');
  const { port } = taken;
  const running = await serve(t, '--port', String(port), '--data', temporaryFolder(t), '--district', HARBOUR);
  assert.notEqual(running.address, `http://127.0.0.1:${port}`);
  assert.match(running.stderr(), new RegExp(`Port ${port} is taken; using ${new URL(running.address).port}\\.`));
  assert.equal(await running.stop('SIGTERM'), 0);
});
