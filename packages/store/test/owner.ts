// Opens a folder and does what it is told, a line at a time, so that a test can let it run in namespaces of its own, stop it and wake it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { createInterface } from 'node:readline';
import { inBackground, WestgateError } from '@westgate/base';
import { openStore } from '@westgate/store';
import { write } from './folder.ts';

const [dir = '', leaseMs = '', stays] = process.argv.slice(2);
// The first line that is added to a file is the end of a former owner's record: it stays before that, to be killed there.
if (stays === 'before-it-ends-others') {
  fs.appendFileSync = () => {
    fs.writeSync(1, 'before it ends others\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
  syncBuiltinESMExports();
}
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const failed = (error: unknown): void => say(error instanceof WestgateError ? `${error.code} ${error.message}` : String(error));

/** `id` writes one record, `id+` one after the other until one is refused, `?` says how things stand, an empty line ends. */
async function obey(line: string, store: Awaited<ReturnType<typeof openStore>>): Promise<void> {
  if (line === '?') return say(`${store.mode} ${store.reason}`);
  if (line === '') {
    await store.close();
    say('closed');
    return process.exit();
  }
  const isMany = line.endsWith('+');
  for (let n = 0; n === 0 || isMany; n++) {
    const id = isMany ? `${line.slice(0, -1)}-${n}` : line;
    await write(store, id);
    say(`done ${id}`);
  }
}

try {
  const store = await openStore({ dir, limits: { leaseMs: Number(leaseMs), recheckMs: 200, minFreeBytes: 0 } });
  say(`open ${store.note ?? ''}`);
  let last = Promise.resolve();
  createInterface({ input: process.stdin }).on('line', (line) => {
    last = last.then(() => obey(line, store)).catch(failed);
  });
  inBackground('commands', () => last, failed);
} catch (error) {
  failed(error);
  process.exitCode = 1;
}
