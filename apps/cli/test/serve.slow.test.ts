import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
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

test('a command in another container than the office is told who holds the folder, and asks nobody at an address of its own', async (t) => {
  const data = temporaryFolder(t);
  const asked: string[] = [];
  const other = createServer(({ url }, response) => {
    asked.push(url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  t.after(() => other.close());
  const own = other.address();
  assert.ok(own !== null && typeof own === 'object');
  const owners = join(data, 'owners');
  mkdirSync(owners, { recursive: true });
  const holder = { host: 'office-7', pid: 7, startTime: '1', bootId: 'another', pidSpace: 'pid:[1]', netSpace: 'net:[1]' };
  writeFileSync(join(owners, '000001.json'), `${JSON.stringify({ ...holder, number: 1, id: 'one', fence: null, databaseOf: 0 })}\n`);
  writeFileSync(join(owners, '000001.address'), JSON.stringify({ address: `http://127.0.0.1:${own.port}`, operatorKey: 'secret' }));
  let beats = 0;
  const beating = setInterval(() => writeFileSync(join(owners, '000001.beat'), String(++beats)), 50);
  t.after(() => clearInterval(beating));
  const coverage = await westgate('coverage', '--data', data);
  assert.equal(coverage.code, 1);
  assert.match(coverage.stderr, /^WG_FOLDER_LOCKED: .*process 7 on office-7 has .* open and answers at http:\/\/127/m);
  assert.deepEqual(asked, [], 'the key of the holder goes to nobody else');
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
