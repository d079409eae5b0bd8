import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore } from '@westgate/store';
import { sweepProcessFolders } from '../src/kept-files/process-folder.ts';
import { freshFolder } from './folder.ts';

const OPENER = new URL('./passing-opener.js', import.meta.url);

test('what a killed process left in the system’s temporary folder goes at the next opening; what belongs to one that lives stays', async (t) => {
  const former = process.env.TMPDIR;
  process.env.TMPDIR = freshFolder(t);
  t.after(() => {
    if (former === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = former;
  });
  const [killed, living] = [await opened(), await opened()];
  killed.child.kill('SIGKILL');
  await once(killed.child, 'exit');
  assert.ok(existsSync(join(killed.path, 'half')), 'it is left');
  const [unknown, old] = ['unknown', 'old'].map((name) => join(process.env.TMPDIR ?? '', `westgate-process-${name}`));
  for (const path of [unknown, old]) mkdirSync(path ?? '');
  utimesSync(old ?? '', 0, 0);

  const store = await openStore({ memory: true });
  assert.ok(!existsSync(killed.path));
  assert.ok(existsSync(join(living.path, 'half')));
  assert.ok(existsSync(unknown ?? ''), 'nobody knows whose it is: it is left alone for a day');
  assert.ok(!existsSync(old ?? ''));
  const own = store.incoming();
  writeFileSync(join(own, 'half'), 'x');
  rmSync(own, { recursive: true });
  const anew = store.incoming();
  assert.ok(existsSync(anew), 'it is made anew where a cleaner removed it');
  await store.close();
  assert.ok(!existsSync(anew));
  living.child.kill('SIGKILL');
  await once(living.child, 'exit');
});

test('a folder for temporary files that is missing or cannot be listed keeps nothing from being opened', (t) => {
  const former = process.env.TMPDIR;
  t.after(() => {
    if (former === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = former;
  });
  const folder = freshFolder(t);
  const file = join(folder, 'file');
  writeFileSync(file, '');
  for (const path of [join(folder, 'missing'), file]) {
    process.env.TMPDIR = path;
    sweepProcessFolders();
  }
});

/** A process that has a store open and a file coming in. */
async function opened() {
  const child = spawn(process.execPath, ['--liftoff-only', OPENER.pathname], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [told] = await once(child.stdout, 'data');
  return { child, path: String(told).trim() };
}
