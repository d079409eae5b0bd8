import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, type InstantString, invariant } from '@westgate/base';
import { syncFolder, writeFileSafely } from '../disk/files.ts';
import { FIRST_HASH, type Head } from '../journal/deed.ts';
import { checkedHash, hashedLine } from '../journal/journal-line.ts';
import { jsonOf } from '../journal/json-of.ts';
import { type Span, spansInWords } from './span.ts';

/** Acknowledged deeds that the journal does not hold as they were written, and what there is of them. */
export interface Finding {
  /** When it was first found. */
  readonly at: InstantString;
  /** What is wrong with the journal, a sentence. */
  readonly why: string;
  /** The last deed before the first that the journal lacks. */
  readonly soundTo: number;
  /** Deeds that the database holds and proves: the line written again has the hash that stands in the chain. */
  readonly fromDatabase: readonly Span[];
  /** Deeds behind the damage whose lines are as they were written. */
  readonly fromJournal: readonly Span[];
  /** Deeds that are known to have been done, and that neither journal nor database holds. */
  readonly lost: readonly Span[];
  /** Deeds that are held in part or whole, and cannot be followed without the lost ones before them. */
  readonly resting: readonly Span[];
  /** The last deed that can be proven. */
  readonly provenTo: Head;
  /** What was once found could not be read any more. */
  readonly isUnreadable?: boolean;
}

/** The file in a data folder, or in a backup, that keeps a finding until somebody chooses. */
export const FINDINGS = 'findings.ndjson';

/** The finding kept in `dir`; null where there is none. One that cannot be read is still a finding: nobody knows what it said. */
export function readFinding(dir: string): Finding | null {
  const path = join(dir, FINDINGS);
  if (!existsSync(path)) return null;
  const [line] = readFileSync(path, 'utf8').split('\n');
  const found = line === undefined ? null : parseFinding(Buffer.from(line));
  if (found) return found;
  return {
    at: '1970-01-01T00:00:00.000Z' as InstantString,
    why: `${FINDINGS} is not as it was written; it told of deeds that the journal lacks.`,
    soundTo: 0,
    fromDatabase: [],
    fromJournal: [],
    lost: [],
    resting: [],
    provenTo: { seq: 0, hash: FIRST_HASH },
    isUnreadable: true,
  };
}

/** Keeps `finding` in `dir`; it is on the disk when this returns. */
export function keepFinding(dir: string, finding: Finding): void {
  writeFileSafely(join(dir, FINDINGS), findingText(finding));
}

/** The content of the file for `finding`: a line with its hash before it, like those of the journal. */
function findingText(finding: Finding): Buffer {
  return hashedLine(FIRST_HASH, canonicalJson(jsonOf(finding)));
}

/** Removes the finding of `dir`: what it told of is right again. */
export function dropFinding(dir: string): void {
  if (!existsSync(join(dir, FINDINGS))) return;
  rmSync(join(dir, FINDINGS));
  syncFolder(dir);
}

/** Whether everything it tells of can be written again. */
export function isAllProven({ lost, resting, isUnreadable }: Finding): boolean {
  return lost.length === 0 && resting.length === 0 && !isUnreadable;
}

/** A finding in words: what is wrong, what proves which deeds, what is lost, and what to do. */
export function findingInWords(finding: Pick<Finding, 'why' | 'fromDatabase' | 'fromJournal' | 'lost' | 'resting'>): string {
  const { why, fromDatabase, fromJournal, lost, resting } = finding;
  const parts = [why];
  if (fromDatabase.length > 0) parts.push(`The database holds ${spansInWords(fromDatabase)} and proves them by their hashes.`);
  if (fromJournal.length > 0) parts.push(`The lines of ${spansInWords(fromJournal)} behind it are as they were written.`);
  if (lost.length > 0) parts.push(`Neither journal nor database holds ${spansInWords(lost)}.`);
  if (resting.length > 0) parts.push(`What there is of ${spansInWords(resting)} cannot be followed without them.`);
  parts.push(
    'Nothing is recorded until somebody chooses: to write the journal again from what is proven (westgate mend), or to restore a backup ' +
      '(westgate restore).',
  );
  return parts.join(' ');
}

function parseFinding(line: Buffer): Finding | null {
  if (checkedHash(line, FIRST_HASH) === null) return null;
  const found = JSON.parse(line.toString('utf8', 65)) as Finding;
  invariant(Array.isArray(found.lost), 'a finding names deeds');
  return found;
}
