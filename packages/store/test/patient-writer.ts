// Writes deeds named after its second word into the database its first word names; where the server is lost it sends the same deed again,
// with the same key, until it is done. Says each once it is acknowledged, until it is told by SIGTERM to stop.
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { WestgateError } from '@westgate/base';
import { idemOf, openStore } from '@westgate/store';
import { created, sourceRow } from './sample.ts';

const [, , url = '', name = ''] = process.argv;
const store = await openStore({ url });
let isOver = false;
process.on('SIGTERM', () => {
  isOver = true;
});
for (let n = 1; !isOver; n++) {
  const id = `${name}-${n}`;
  await untilDone(id);
  writeSync(1, `${id}\n`);
}
await store.close();

async function untilDone(id: string): Promise<void> {
  for (;;) {
    try {
      await store.commit({ who: 'westgate', verb: 'edit', reason: '', idem: idemOf(id, id), changes: [created('source', sourceRow(id))] });
      return;
    } catch (error) {
      if (!(error instanceof WestgateError) || error.code !== 'WG_DATABASE_LOST') throw error;
      await sleep(20);
    }
  }
}
