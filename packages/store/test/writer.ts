// Writes one deed after the other into the folder, or the database, it is given and says each number once it is acknowledged, until it is
// killed. Each twentieth deed is an import of many rows, whose changes go into a batch; of the others in a folder two of three stand in the
// journal first.
import { writeSync } from 'node:fs';
import { openStore } from '@westgate/store';
import { created, sourceRow } from './sample.ts';

const IMPORTED = 600;

const target = process.argv[2];
if (target) {
  const store = await openStore(target.includes('://') ? { url: target } : { dir: target });
  writeSync(1, 'ready\n');
  for (let seq = store.head.seq + 1; ; seq++) {
    const ids = seq % 20 === 0 ? Array.from({ length: IMPORTED }, (_, n) => `s${seq}-${n}`) : [`s${seq}`];
    const changes = ids.map((id) => created('source', sourceRow(id)));
    const ahead = store.runs.isShared ? {} : { basis: seq - 1, isProven: ids.length === 1 && seq % 3 !== 0 };
    await store.commit({ who: 'westgate', verb: 'edit', reason: '', ...ahead, changes });
    writeSync(1, `${ids[0]}\n`);
  }
}
