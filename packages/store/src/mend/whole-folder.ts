import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WestgateError } from '@westgate/base';
import { hasDatabase } from '../disk/boot.ts';
import { countSegments } from '../journal/segments.ts';
import { ERASE_PERSON, erasedPersonOf } from '../persons/persons.ts';
import { findDeed, readWriters, seqsOfVerb } from '../rows/deeds.ts';
import type { Sql } from '../sql/port.ts';
import { MEND_JOURNAL, mendedIn } from './choice.ts';

/** What only a folder with deeds has beside its journal. */
const BESIDE = ['snapshots', 'batches', 'keys', 'files', 'sign-ins', 'outbox', 'mail', 'findings.ndjson'];

/** Refuses a data folder whose journal is gone while other parts of it are there: it would be taken for a new office. */
export function requireJournal(dataDir: string): void {
  if (countSegments(dataDir) > 0) return;
  const found = [...(hasDatabase(dataDir) ? ['pg'] : []), ...BESIDE.filter((name) => isFilled(join(dataDir, name)))];
  if (found.length === 0) return;
  const message =
    `Expected the journal in ${resolve(dataDir)}: ${found.join(', ')} ${found.length === 1 ? 'is' : 'are'} there, but journal/ is missing or empty. ` +
    'Nothing was opened or written. Put journal/ back, restore a backup into a new folder (westgate restore), or, where pg/ is whole, let it ' +
    'write the journal again (westgate mend).';
  throw new WestgateError('WG_JOURNAL_DAMAGED', message, { missing: 'journal', found });
}

/** Refuses a data folder whose keys of persons are gone while its deeds name persons that nobody erased. */
export async function requireKeys(dataDir: string, sql: Sql): Promise<void> {
  if (hasKeys(dataDir)) return;
  const lost = await namesWithoutKeys(sql, new Set());
  // The only person may have been erased and the process killed before the deed that says so.
  if (lost.length === 0 || (lost.length === 1 && existsSync(join(dataDir, 'keys')))) return;
  const message =
    `Expected the keys of persons in ${resolve(dataDir)}: the deeds name ${lost.length === 1 ? 'a person' : `${lost.length} persons`}, but keys/ is ` +
    'missing or empty. Nothing was written. Put keys/ back from a backup, or go on without these names for good (westgate mend --choose give-up-names).';
  throw new WestgateError('WG_JOURNAL_DAMAGED', message, { missing: 'keys', persons: lost.length });
}

/** The persons whom deeds name, whose keys are not among `held`, and whom no deed erased or gave up. */
export async function namesWithoutKeys(sql: Sql, held: ReadonlySet<string>): Promise<readonly string[]> {
  const writers = (await readWriters(sql)).flatMap(({ person }) => (person === null || held.has(person) ? [] : [person]));
  if (writers.length === 0) return [];
  const erased = new Set<string | null>();
  for (const seq of await seqsOfVerb(sql, ERASE_PERSON)) erased.add(erasedPersonOf((await findDeed(sql, seq)) ?? { verb: '', idem: null }));
  const left = writers.filter((person) => !erased.has(person));
  const givenUp = await lastGivenUp(sql);
  if (givenUp === 0 || left.length === 0) return left;
  const { rows } = await sql.query<{ readonly person: string }>(
    `select distinct substring(who from '^person:(p-[0-9a-f]{16}):') as person from deed where seq > $1 and who like 'person:p-%:%'`,
    [givenUp],
  );
  const since = new Set(rows.map(({ person }) => person));
  return left.filter((person) => since.has(person));
}

/** The last deed by which names were given up; 0 where there is none. */
async function lastGivenUp(sql: Sql): Promise<number> {
  let last = 0;
  for (const seq of await seqsOfVerb(sql, MEND_JOURNAL)) {
    const deed = await findDeed(sql, seq);
    if (deed && mendedIn(deed)?.way === 'give-up-names') last = seq;
  }
  return last;
}

function hasKeys(dataDir: string): boolean {
  const folder = join(dataDir, 'keys');
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.json'));
}

function isFilled(path: string): boolean {
  if (!existsSync(path)) return false;
  return !statSync(path).isDirectory() || readdirSync(path).length > 0;
}
