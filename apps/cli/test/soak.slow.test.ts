import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

test('half a minute of everyday use, with everything that ends a stream and a database that goes away, leaves the office as it was', async (t) => {
  const asked = '--minutes 0.4 --seed 7 --persons 4 --windows 4 --reads 8 --restarts 8'.split(' ');
  const isWithServer = (process.env.WESTGATE_TEST_POSTGRES ?? '') !== '';
  const child = spawn(process.execPath, [join(ROOT, 'trials/soak.mjs'), ...asked, ...(isWithServer ? [] : ['--embedded'])], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGTERM'));
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const [code] = await once(child, 'close');
  t.diagnostic(told);
  assert.equal(code, 0, told);
});
