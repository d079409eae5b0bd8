import type { InstantString } from '@westgate/base';
import { SnapshotKeeper, type SnapshotPlace } from '../snapshots/keep-snapshots.ts';
import type { Engine } from './engine.ts';

/** `engine` with snapshots of its folder made when they are due, in a thread of their own that reads files only: no deed waits for one, nor does the opening. */
export async function withSnapshots(engine: Engine, place: SnapshotPlace, now: () => InstantString): Promise<Engine> {
  const [first] = await engine.recentDeeds(1, 2);
  const [last] = await engine.recentDeeds(1, Number.MAX_SAFE_INTEGER);
  const keeper = new SnapshotKeeper(place, now, first ?? null);
  /** The last deed at the opening, until it was considered. */
  let found = last;
  return {
    keys: engine.keys,
    signInLog: engine.signInLog,
    outbox: engine.outbox,
    outside: engine.outside,
    files: engine.files,
    runKeep: engine.runKeep,
    status: () => engine.status(),
    readState: () => engine.readState(),
    changesAfter: (from) => engine.changesAfter(from),
    async commit(draft) {
      const deed = await engine.commit(draft);
      keeper.consider(deed);
      return deed;
    },
    async commitProven(group) {
      const deeds = await engine.commitProven(group);
      for (const deed of deeds) keeper.consider(deed);
      return deeds;
    },
    deed: (seq, most) => engine.deed(seq, most),
    provenDeed: (seq) => engine.provenDeed(seq),
    journalReport: () => engine.journalReport(),
    mend: (choice) => engine.mend(choice),
    deedByIdem: (key) => engine.deedByIdem(key),
    history: (table, key, limit, before) => engine.history(table, key, limit, before),
    touching: (rows, limit, before) => engine.touching(rows, limit, before),
    former: (tables, columns) => engine.former(tables, columns),
    recentDeeds: (limit, before) => engine.recentDeeds(limit, before),
    writers: () => engine.writers(),
    verify: () => engine.verify(),
    async recheck() {
      await engine.recheck();
      if (found) keeper.consider(found);
      found = undefined;
    },
    async close() {
      await keeper.end();
      await engine.close();
    },
  };
}
