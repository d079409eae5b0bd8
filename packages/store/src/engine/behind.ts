import { setImmediate as othersTurn } from 'node:timers/promises';
import { Turns } from '@westgate/base';
import type { Deed } from '../journal/deed.ts';
import { STORE_PERIODS } from '../limits/periods.ts';
import { writeDeeds } from '../rows/replay.ts';
import type { Database, Sql } from '../sql/port.ts';

/** Deeds of one transaction: while one of its statements runs, no other deed is taken. */
const AT_ONCE = 64;
/** So many deeds the database may be behind the journal: the next one waits. */
const MOST = 1_000;

/** The database of an engine, which may be some deeds behind the journal. All that asks it comes through here, one after the other. */
export interface Behind {
  /** The deeds stand in the journal: they go to the database with others, soon, or before the next who asks for the deeds. Waits where too many do. */
  add(deeds: readonly Deed[]): Promise<void>;
  /** Does `work` with the database, which stands at the head of the journal. */
  caughtUp<T>(work: () => Promise<T>): Promise<T>;
  /** Does `work` with the database, which may be behind: for what stands outside the deeds. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** The database stands at deed `seq` now, and the journal at deed `head`. */
  standsAt(seq: number, head: number): void;
  /** No deed goes to the database any more but by who asks for it. */
  end(): void;
}

/** What is done with an engine's database. */
export interface BehindParts {
  /** The one there is now. */
  readonly database: () => Database;
  /** Makes the database agree with the journal after it failed, and says where it stands; throws where that cannot be. */
  readonly recover: (error: unknown) => Promise<void>;
  /** Is told of a failure that nobody waits for. */
  readonly failed: (error: unknown) => void;
  /** Lets the statements that follow take longer, by how many changes they write; 0: no longer. */
  readonly allow: (changes: number) => void;
}

export function behind({ database, recover, failed, allow }: BehindParts): Behind {
  let waiting: readonly Deed[] = [];
  const turns = new Turns();
  let timer: NodeJS.Timeout | undefined;
  let isApplying = false;

  return { add, caughtUp, inTurn: (work) => turns.take(work), standsAt, end };

  async function add(deeds: readonly Deed[]): Promise<void> {
    waiting = [...waiting, ...deeds];
    if (waiting.length >= MOST) await applyAll();
    else if (waiting.length >= AT_ONCE) applySoon();
    else timer ??= setTimeout(applySoon, STORE_PERIODS.behindMs);
  }

  async function caughtUp<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      await applyAll();
      // Another deed may have come before this one's turn.
      const done = await turns.take(async () => (waiting.length === 0 ? { value: await work() } : null));
      if (done) return done.value;
    }
  }

  function standsAt(seq: number, head: number): void {
    waiting = waiting.filter((deed) => deed.seq > seq && deed.seq <= head);
  }

  function end(): void {
    clearTimeout(timer);
    waiting = [];
  }

  function applySoon(): void {
    timer = undefined;
    if (isApplying) return;
    isApplying = true;
    applyAll()
      .catch(failed)
      .finally(() => {
        isApplying = false;
      });
  }

  async function applyAll(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    while (waiting.length > 0) await turns.take(applySome);
  }

  async function applySome(): Promise<void> {
    const deeds = waiting.slice(0, AT_ONCE);
    const seq = deeds.at(-1)?.seq;
    if (seq === undefined) return;
    try {
      allow(deeds.reduce((count, { changes }) => count + changes.length, 0));
      await writeDeeds(givingTurns(database()), deeds);
      standsAt(seq, Number.POSITIVE_INFINITY);
    } catch (error) {
      await recover(error);
    } finally {
      allow(0);
    }
  }
}

/** `database` where after each statement others have their turn: a deed that comes meanwhile need not wait for all of them. */
function givingTurns(database: Database): Database {
  const giving = (sql: Sql): Sql => ({
    async query(statement, params) {
      await othersTurn();
      return sql.query(statement, params);
    },
    async copy(into, lines) {
      await othersTurn();
      return sql.copy(into, lines);
    },
    async exec(statements) {
      await othersTurn();
      return sql.exec(statements);
    },
  });
  return {
    ...giving(database),
    transaction: (work, statementMs) => database.transaction((tx) => work(giving(tx)), statementMs),
    close: () => database.close(),
  };
}
