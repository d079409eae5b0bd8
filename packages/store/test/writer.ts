// Writes one deed after the other into the folder it is given and says each number once it is acknowledged, until it is killed.
import { writeSync } from 'node:fs';
import { openStore } from '@westgate/store';
import { created, sourceRow } from './sample.ts';

const dir = process.argv[2];
if (dir) {
  const store = await openStore({ dir });
  writeSync(1, 'ready\n');
  for (let seq = store.head.seq + 1; ; seq++) {
    await store.commit({ who: 'writer', verb: 'edit', reason: '', changes: [created('source', sourceRow(`s${seq}`))] });
    writeSync(1, `s${seq}\n`);
  }
}
