import { setTimeout as sleep } from 'node:timers/promises';
import { type Identity, isInReach, isOnSameKernel, isRunning } from './identity.ts';
import { type FoundRecord, newestRecord, openRecords, readBeat, readRecord } from './owner-record.ts';
import { knock } from './owner-socket.ts';

/**
 * What is known of an owner of a folder. `gone`: it will never write again. `there`: it runs. `silent`: it gave no sign of life for as long as
 * an owner may take, but may wake; `changed`: the records are others than they were.
 */
type Condition = 'gone' | 'there' | 'silent' | 'changed';

/** Looks in a lease: how often a sign of life is looked for. */
const LOOKS = 40;
/** Of a lease: how long a knock waits for its answer. */
const PATIENCE = 1 / 12;

/** Who had a folder until now. */
export interface FormerOwners {
  /** The newest record; null where nobody ever had the folder. */
  readonly newest: FoundRecord | null;
  /** The owner that is there, and keeps the folder. */
  readonly there: FoundRecord | null;
  /** The owners that may wake. */
  readonly silent: readonly FoundRecord[];
}

/** Looks at every owner that may still have a folder, the oldest first; `leaseMs` at the most for each. */
export async function formerOwners(dataDir: string, mine: Identity, leaseMs: number): Promise<FormerOwners> {
  for (;;) {
    const newest = newestRecord(dataDir);
    const silent: FoundRecord[] = [];
    let condition: Condition = 'gone';
    for (const found of openRecords(dataDir)) {
      condition = await conditionOf(dataDir, found, mine, leaseMs);
      if (condition === 'there') return { newest, there: found, silent };
      if (condition === 'changed') break;
      if (condition === 'silent') silent.push(found);
    }
    if (condition !== 'changed' && newestRecord(dataDir)?.number === newest?.number) return { newest, there: null, silent };
  }
}

/**
 * Whether the owner that `found` tells of still has the folder. One that cannot be looked up by its number, on another machine or in another
 * container, is watched by this process's own clock: no two clocks are compared. It takes up to `leaseMs` milliseconds then.
 */
async function conditionOf(dataDir: string, found: FoundRecord, mine: Identity, leaseMs: number): Promise<Condition> {
  const { number, record } = found;
  if (record && isInReach(mine, record)) return isRunning(record) ? 'there' : 'gone';
  const answer = await knock(dataDir, number, leaseMs * PATIENCE);
  if (answer === 'there') return 'there';
  if (answer === 'gone' && record && isOnSameKernel(mine, record)) return 'gone';
  return watch(dataDir, found, leaseMs);
}

async function watch(dataDir: string, { number }: FoundRecord, leaseMs: number): Promise<Condition> {
  const beat = readBeat(dataDir, number);
  const newest = newestRecord(dataDir)?.number;
  for (let look = 0; look < LOOKS; look++) {
    await sleep(leaseMs / LOOKS);
    if (readBeat(dataDir, number) !== beat) return 'there';
    if (newestRecord(dataDir)?.number !== newest) return 'changed';
    const { end } = readRecord(dataDir, number);
    if (end !== null) return end === 'released' ? 'gone' : 'changed';
  }
  return 'silent';
}
