// Writes one deed after the other into the folder, or the database, it is given and says each number once it is acknowledged, until it is
// killed. Each twentieth deed is an import of many rows, whose changes go into a batch; each second of these is shown to fit, and so large that a server
// writes its rows later. Of the others two of three are shown to fit, some of them stored together.
import { writeSync } from 'node:fs';
import { type DeedDraft, openStore } from '@westgate/store';
import { created, sourceRow } from './sample.ts';

const IMPORTED = 600;
const IMPORTED_AHEAD = 2_400;

const target = process.argv[2];
if (target) {
  const store = await openStore(target.includes('://') ? { url: target } : { dir: target });
  writeSync(1, 'ready\n');
  for (let seq = store.head.seq + 1; ; seq = store.head.seq + 1) {
    const isImport = seq % 20 === 0;
    const isShown = seq % 40 === 0;
    const deeds = Array.from({ length: isImport ? 1 : 1 + (seq % 3) * 2 }, (_, n) => [`s${seq + n}`]);
    if (isImport) deeds[0]?.push(...Array.from({ length: isShown ? IMPORTED_AHEAD : IMPORTED }, (_, n) => `s${seq}-${n}`));
    const [first = []] = deeds;
    if (isImport ? !isShown : seq % 3 === 0) await store.commit(draftOf(first));
    else await store.commitProven(deeds.map(draftOf), store.head.seq);
    for (const [id] of deeds) writeSync(1, `${id}\n`);
  }
}

function draftOf(ids: readonly string[]): DeedDraft {
  return { who: 'westgate', verb: 'edit', reason: '', changes: ids.map((id) => created('source', sourceRow(id))) };
}
