import { setTimeout as sleep } from 'node:timers/promises';
import { invariant, Turns, WestgateError } from '@westgate/base';
import { alteredError } from '../journal/damage.ts';
import { type Deed, type DeedDraft, FIRST_HASH, type Head } from '../journal/deed.ts';
import { SCHEMA_VERSION, sealAgain, sealDeed } from '../journal/journal-line.ts';
import { sqlFileKeep } from '../kept-files/sql-keep.ts';
import { STORE_PERIODS } from '../limits/periods.ts';
import { MEND_JOURNAL, mendedIn } from '../mend/choice.ts';
import { sqlOutbox } from '../outbox/sql-outbox.ts';
import { sqlKeyRing } from '../persons/key-ring.ts';
import { ERASE_PERSON, personsOf } from '../persons/persons.ts';
import { sqlSignInLog } from '../persons/sign-in-log.ts';
import { goAhead, putAhead } from '../rows/ahead.ts';
import { atRest, catchUp, writeAhead } from '../rows/catch-up.ts';
import {
  findDeed,
  findDeedByIdem,
  insertBare,
  insertDeeds,
  readableDeed,
  readFormer,
  readHead,
  readHistory,
  readRecent,
  readStoredAfter,
  readTouching,
  readWriters,
  seqsOfVerb,
} from '../rows/deeds.ts';
import { netChanges } from '../rows/replay.ts';
import { requireWholeImages, writeChecked, writeReplayed } from '../rows/rows.ts';
import { stateIn } from '../rows/state.ts';
import { upgradeChanges } from '../rows/upgrade.ts';
import { sqlRunKeep } from '../runs/sql-runs.ts';
import { LOCK_CHAIN, lockChain } from '../sql/chain-lock.ts';
import { refusalOf } from '../sql/database-error.ts';
import { makeGisViews } from '../sql/gis-views.ts';
import { migrate } from '../sql/migrate.ts';
import type { Sql } from '../sql/port.ts';
import { openPostgres, type ServerDatabase } from '../sql/postgres.ts';
import { isLost, LostCommit } from '../sql/server-error.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { Following } from './following.ts';
import { keysOf, overtakenError, type ProvenGroup, sealGroup, usedKeyError } from './proven-group.ts';
import { ServerWatch } from './server-watch.ts';
import { verifyServer } from './verify.ts';

/** How often a deed whose commit was lost is looked for. */
const SETTLE_TRIES = 12;

/** Opens the database that `url` names, makes its tables where they are missing, and follows what other processes do there. */
export async function openServerEngine(url: string, options: EngineOptions): Promise<Engine> {
  const database = await openPostgres(url);
  try {
    await migrate(database);
    const note = await makeGisViews(database);
    return await engineOn(database, note, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** `note`: what there is to say from the start on, null for nothing. */
async function engineOn(
  database: ServerDatabase,
  note: string | null,
  { now, hear, progressed, failed, limits }: EngineOptions,
): Promise<Engine> {
  // What is asked beside the deeds (keys of persons, files, sign-ins) may be the first to find that the server is lost.
  const beside = telling(database, (error) => watch.note(error));
  const keys = sqlKeyRing(beside);
  const files = sqlFileKeep(beside);
  const persons = personsOf(keys);
  const following = new Following(database, await readHead(database), async (deed, asked) => {
    const [told] = await persons.reveal([deed]);
    await hear(told ?? deed, asked);
  });
  const watch = new ServerWatch(database, following, limits, () => hear(null));
  await watch.start();
  const turns = new Turns();
  /** The rows of large deeds, which nobody waits for. */
  let writing: Promise<void> = Promise.resolve();

  return {
    keys,
    signInLog: sqlSignInLog(beside),
    outbox: sqlOutbox(beside),
    outside: beside,
    files,
    runKeep: sqlRunKeep(beside),
    status() {
      const status = watch.status();
      return { ...status, note: [note, status.note].filter((each) => each !== null).join(' ') || null, head: following.last };
    },
    readState: () => atRest(database, stateIn),
    changesAfter: async () => null,
    deed: (seq, most) => findDeed(database, seq, most),
    deedByIdem: (key) => findDeedByIdem(database, key),
    provenDeed,
    history: async (table, key, limit, before) => (await readHistory(await caughtUp(), table, key, limit, before)).map(readableDeed),
    touching: async (rows, limit, before) => (await readTouching(await caughtUp(), rows, limit, before)).map(readableDeed),
    former: async (tables, columns) => readFormer(await caughtUp(), tables, columns),
    recentDeeds: (limit, before) => readRecent(database, limit, before),
    writers: () => readWriters(database),
    verify: () => verifyServer(database, files),
    async journalReport() {
      const deeds = await Promise.all((await seqsOfVerb(database, MEND_JOURNAL)).map((seq) => findDeed(database, seq)));
      return { finding: null, mended: deeds.flatMap((deed) => (deed && mendedIn(deed)) ?? []) };
    },
    async mend() {
      throw new WestgateError(
        'WG_INPUT_INVALID',
        'there is no journal of files here that could be mended: restore a backup of the database',
      );
    },
    commit: (draft) => turns.take(() => commit(draft)),
    commitProven: (group) => turns.take(() => commitProven(group)),
    async recheck() {},
    async close() {
      await turns.last;
      await writing;
      await watch.end();
      await database.close();
    },
  };

  /** What is about to be written rests on it: its hash is reckoned anew from every column. */
  async function provenDeed(seq: number): Promise<Deed | null> {
    const [stored] = await readStoredAfter(database, seq - 1, 1);
    if (stored?.seq !== seq) return null;
    if (sealAgain(stored).deed.hash !== stored.hash) throw alteredError(seq);
    return { ...stored, changes: upgradeChanges(stored.changes) };
  }

  async function commit(draft: DeedDraft): Promise<Deed> {
    requireWholeImages(draft.changes);
    invariant(draft.changes.length > 0 || draft.verb === ERASE_PERSON, 'a deed changes something');
    const [deed] = await stored((tx) => writeDeed(tx, draft));
    invariant(deed, 'one deed is done');
    return deed;
  }

  async function commitProven(group: ProvenGroup): Promise<readonly Deed[]> {
    for (const { changes } of group.drafts) requireWholeImages(changes);
    const deeds = await stored((tx) => writeGroup(tx, group), group.call);
    if (goAhead(deeds)) {
      writing = Promise.all([writing, sleep(STORE_PERIODS.behindMs).then(caughtUp)]).then(() => undefined, failed);
    }
    return deeds;
  }

  /** The database, once rows and images of all deeds are written. */
  async function caughtUp(): Promise<Sql> {
    try {
      await writeAhead(database);
    } catch (error) {
      watch.note(error);
      throw error;
    }
    return database;
  }

  /** The deeds that `write` writes for the `call`, once they stand and were taken up. */
  async function stored(write: (tx: Sql) => Promise<readonly Deed[]>, call?: number): Promise<readonly Deed[]> {
    await watch.requireReady();
    try {
      const deeds = await transacted(write);
      for (const [index, deed] of deeds.entries()) await following.add(deed, call === undefined ? undefined : { call, index });
      return deeds;
    } catch (error) {
      watch.note(error);
      if (error instanceof WestgateError && error.code === 'WG_STALE_RECORD') await following.catchUp();
      throw refusalOf(error);
    }
  }

  async function transacted(write: (tx: Sql) => Promise<readonly Deed[]>): Promise<readonly Deed[]> {
    let deeds: readonly Deed[] = [];
    try {
      return await database.transaction(async (tx) => {
        deeds = await write(tx);
        return deeds;
      }, STORE_PERIODS.deedStatementMs);
    } catch (error) {
      const last = deeds.at(-1);
      if (!(error instanceof LostCommit && last)) throw error;
      await settle(last, error);
      return deeds;
    }
  }

  async function writeDeed(tx: Sql, draft: DeedDraft): Promise<readonly Deed[]> {
    const { doneAs, head } = await holdChain(tx, draft.idem ? [draft.idem.key] : []);
    const first = doneAs === null ? null : await findDeed(tx, doneAs);
    if (first) return [first];
    if (draft.basis !== undefined && draft.basis !== head.seq) throw overtakenError(draft.basis, head.seq);
    const { deed } = sealDeed(draft, head, now());
    await writeChecked(tx, draft, progressed);
    return addDeeds(tx, [deed]);
  }

  /** Each row is written once, as the last of the deeds left it. */
  async function writeGroup(tx: Sql, group: ProvenGroup): Promise<readonly Deed[]> {
    const { doneAs, head } = await holdChain(tx, keysOf(group));
    if (doneAs !== null) throw usedKeyError();
    if (group.basis !== head.seq) throw overtakenError(group.basis, head.seq);
    const sealed = sealGroup(group, head, now(), progressed);
    const deeds = sealed.map(({ deed }) => deed);
    const [only] = sealed;
    if (only?.batch && goAhead(deeds)) {
      await insertBare(tx, deeds);
      await putAhead(tx, only.deed.seq, only.batch);
      await tx.exec(ServerWatch.NOTIFY);
      return deeds;
    }
    try {
      const changes = netChanges(deeds.map((deed) => deed.changes));
      await writeReplayed(tx, changes, (rows) => {
        for (const { idem } of group.drafts) progressed({ key: idem?.key, rows, of: changes.length });
      });
    } catch (error) {
      // A row is not as it was: of the deeds by themselves it is said which.
      throw isLost(error) || deeds.length === 1 ? error : overtakenError(group.basis, head.seq);
    }
    return addDeeds(tx, deeds);
  }

  /** What a deed rests on, which stays so until the end of the transaction. */
  async function holdChain(tx: Sql, keys: readonly string[]): Promise<Ground> {
    await tx.exec(`set local westgate.deed = 'next'; set local enable_seqscan = off; ${LOCK_CHAIN}`);
    // Only once the chain is held is the head the last one.
    const ground = await readGround(tx, keys);
    if (ground.doneAs !== null) return ground;
    requireKnownSchema(ground.version);
    following.requireUnbroken(ground.head);
    if (ground.isAhead) await catchUp(tx);
    return ground;
  }

  async function addDeeds(tx: Sql, deeds: readonly Deed[]): Promise<readonly Deed[]> {
    await insertDeeds(tx, deeds);
    await tx.exec(`set constraints all immediate; ${ServerWatch.NOTIFY}`);
    return deeds;
  }

  /** The connection was lost in the middle of a commit: waits until the server says whether `deed` stands. */
  async function settle(deed: Deed, cause: LostCommit): Promise<void> {
    watch.note(cause);
    for (let attempt = 1; attempt <= SETTLE_TRIES; attempt++) {
      await sleep(limits.settleMs);
      const standing = await hashAt(deed.seq);
      if (standing === deed.hash) return;
      if (standing !== undefined) throw new WestgateError('WG_DATABASE_LOST', `${cause.message} It was not done; send it again.`);
    }
    const advice = 'Send it again with the same Idempotency-Key: if it was done, it is not done twice.';
    throw new WestgateError('WG_DATABASE_LOST', `${cause.message} ${advice}`);
  }

  /** Hash of the deed `seq` (null: none) once no commit is under way; undefined while the server cannot be reached. */
  async function hashAt(seq: number): Promise<string | null | undefined> {
    try {
      return await database.transaction(async (tx) => {
        await lockChain(tx);
        return (await findDeed(tx, seq))?.hash ?? null;
      });
    } catch (error) {
      if (isLost(error)) return undefined;
      throw error;
    }
  }
}

/** A newer Westgate may have changed the tables under a running process. */
function requireKnownSchema(version: number): void {
  if (version === SCHEMA_VERSION) return;
  const message = `Expected a database of schema ${SCHEMA_VERSION}, found one of schema ${version}: a newer Westgate works on it. Restart with that one.`;
  throw new WestgateError('WG_FOLDER_NEWER', message, { schema: version, known: SCHEMA_VERSION });
}

/** What a deed rests on in the database. */
interface Ground {
  readonly version: number;
  /** The deed that was done with one of the keys; null for none. */
  readonly doneAs: number | null;
  readonly head: Head;
  /** Rows and images of a deed are still to be written. */
  readonly isAhead: boolean;
}

const GROUND = `
  select coalesce((select max(version) from schema_version), 0) as version, 
    (select max(seq) from deed where idem in (select jsonb_array_elements_text($1::jsonb))) as "doneAs",
    exists (select from deed_ahead) as "isAhead",
    coalesce(head.seq, 0) as seq, head.hash
  from (select) as always left join (select seq, hash from deed order by seq desc limit 1) as head on true`;

async function readGround(tx: Sql, keys: readonly string[]): Promise<Ground> {
  const { rows } = await tx.query<Omit<Ground, 'head'> & { readonly seq: number; readonly hash: string | null }>(GROUND, [
    JSON.stringify(keys),
  ]);
  const [found] = rows;
  invariant(found, 'one row is asked for');
  const { version, doneAs, isAhead, seq, hash } = found;
  return { version, doneAs, isAhead, head: { seq, hash: hash ?? FIRST_HASH } };
}

/** The same database for what runs single statements on it; `failed` is told of every failure, before whoever asked is. */
function telling(database: Sql, failed: (error: unknown) => void): Sql {
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      failed(error);
      throw error;
    }
  };
  return {
    query: (sql, params) => told(database.query(sql, params)),
    copy: (into, lines) => told(database.copy(into, lines)),
    exec: (sql) => told(database.exec(sql)),
  };
}
