import { setTimeout as sleep } from 'node:timers/promises';
import { knock } from './door.ts';
import { type Identity, isInReach, isOnSameKernel, isRunning } from './identity.ts';
import { type FoundRecord, newestRecord, readBeat } from './owner-record.ts';

/**
 * What is known of the newest owner of a folder. `gone`: it will never write again. `there`: it runs. `silent`: it gave no sign of life for
 * as long as an owner may take, but may wake; `changed`: another owner
 * came meanwhile.
 */
export type Condition = 'gone' | 'there' | 'silent' | 'changed';

/** Looks in a lease: how often a sign of life is looked for. */
const LOOKS = 40;
/** Of a lease: how long a knock waits for its answer. */
const PATIENCE = 1 / 12;

/**
 * Whether the owner that `found` tells of still has the folder. One that cannot be looked up by its number, on another machine or in another
 * container, is watched by this process's own clock: no two clocks are compared. It takes up to `leaseMs` milliseconds then.
 */
export async function conditionOf(dataDir: string, found: FoundRecord, mine: Identity, leaseMs: number): Promise<Condition> {
  const { number, record, end } = found;
  if (end === 'released') return 'gone';
  if (record && isInReach(mine, record)) return isRunning(record) ? 'there' : 'gone';
  const answer = await knock(dataDir, number, leaseMs * PATIENCE);
  if (answer === 'there') return 'there';
  if (answer === 'gone' && record && isOnSameKernel(mine, record)) return 'gone';
  return watch(dataDir, found, leaseMs);
}

async function watch(dataDir: string, { number }: FoundRecord, leaseMs: number): Promise<Condition> {
  const beat = readBeat(dataDir, number);
  for (let look = 0; look < LOOKS; look++) {
    await sleep(leaseMs / LOOKS);
    if (readBeat(dataDir, number) !== beat) return 'there';
    const newest = newestRecord(dataDir);
    if (newest?.number !== number) return 'changed';
    if (newest.end === 'released') return 'gone';
  }
  return 'silent';
}
