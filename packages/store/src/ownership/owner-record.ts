import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWhole, makeFolder, OWNER_ONLY, syncFile, writeFileSafely } from '../disk/files.ts';
import type { Identity } from './identity.ts';

/** What an owner of a data folder says of itself when it takes the folder. */
export interface OwnerRecord extends Identity {
  /** The fencing number: greater than that of every owner before. */
  readonly number: number;
  /** Chosen at random: a folder that was copied has owners of equal numbers. */
  readonly id: string;
  /**
   * The name of the owner that took the folder from one which may still be there, and so must have begun a segment of the journal: this owner,
   * or one before that may have ended too early. Null where nobody took the folder so.
   */
  readonly fence: string | null;
  /** Which database is its own: that of the owner with this number; 0 for `pg`, the first. */
  readonly databaseOf: number;
}

/** A record as it stands on the disk. */
export interface FoundRecord {
  readonly number: number;
  /** Null where it cannot be read. */
  readonly record: OwnerRecord | null;
  /** What was added: the owner let the folder go by itself, or a later one took it. */
  readonly end: 'released' | 'taken' | null;
}

/** Where an owner answers. */
export interface OwnerAddress {
  readonly address: string;
  readonly operatorKey?: string | undefined;
}

const FOLDER = 'owners';
const RECORD = /^(\d{6,})\.json$/;
/** Records of former owners that are kept. */
const KEPT = 20;

/** The file of an owner's record. */
export function recordPath(dataDir: string, number: number): string {
  return ownerFile(dataDir, number, 'json');
}

/** Where an owner on the same machine answers whether it is there. */
export function ownerSocketName(number: number): string {
  return `${nameOf(number)}.door`;
}

/** The folder of all owners. */
export function ownersFolder(dataDir: string): string {
  return join(dataDir, FOLDER);
}

/** The newest record; null where nobody ever had the folder. */
export function newestRecord(dataDir: string): FoundRecord | null {
  const number = Math.max(0, ...numbersIn(dataDir));
  return number === 0 ? null : readRecord(dataDir, number);
}

/**
 * The records without an end, the oldest first: whoever may still have the folder. More than one stands there where an owner ended, or failed,
 * between writing its record and ending those before it; the oldest that is there then still holds the folder.
 */
export function openRecords(dataDir: string): readonly FoundRecord[] {
  return numbersIn(dataDir)
    .toSorted((a, b) => a - b)
    .map((number) => readRecord(dataDir, number))
    .filter(({ end }) => end === null);
}

/** The record as it stands now. */
export function readRecord(dataDir: string, number: number): FoundRecord {
  const [first = '', second] = (textOf(recordPath(dataDir, number)) ?? '').split('\n');
  const record = parse<OwnerRecord>(first);
  const end = second === undefined || second === '' ? null : second.includes('released') ? 'released' : 'taken';
  return { number, record: record?.number === number ? record : null, end };
}

/** Writes a record; null where another took this number. Gives the text of its file. */
export function writeRecord(dataDir: string, record: OwnerRecord): string | null {
  makeFolder(ownersFolder(dataDir));
  const text = `${JSON.stringify(record)}\n`;
  return createWhole(recordPath(dataDir, record.number), text) ? text : null;
}

/** Adds to a record how it ended; it is on the disk when this returns. Nothing happens where there is none. */
export function endRecord(dataDir: string, number: number, end: 'released' | 'taken', by = number): void {
  const path = recordPath(dataDir, number);
  if (!existsSync(path)) return;
  appendFileSync(path, `${JSON.stringify({ [end]: by })}\n`);
  syncFile(path);
}

/** Ends all records before `number`, removes the oldest. When this returns, none of their owners acknowledges anything any more. */
export function endFormer(dataDir: string, number: number): void {
  for (const former of numbersIn(dataDir).filter((each) => each < number)) {
    if (former <= number - KEPT) rmSync(recordPath(dataDir, former), { force: true });
    else if (readRecord(dataDir, former).end === null) endRecord(dataDir, former, 'taken', number);
    else continue;
    removeTraces(dataDir, former);
  }
}

/** Removes what an owner leaves beside its record, which stays: numbers only ever grow. */
export function removeTraces(dataDir: string, number: number): void {
  for (const kind of ['beat', 'address', 'door']) rmSync(ownerFile(dataDir, number, kind), { force: true });
}

/** Removes all that says who had the folder: of one in which no deeds are done. */
export function removeOwners(dataDir: string): void {
  rmSync(ownersFolder(dataDir), { recursive: true, force: true });
}

/** Says that the owner is there: any other text than the last. It need not be on the disk. */
export function writeBeat(dataDir: string, number: number, beat: number): void {
  writeFileSync(ownerFile(dataDir, number, 'beat'), String(beat), { mode: OWNER_ONLY.file });
}

/** What the owner last said; empty where it said nothing. */
export function readBeat(dataDir: string, number: number): string {
  return textOf(ownerFile(dataDir, number, 'beat')) ?? '';
}

export function writeAddress(dataDir: string, number: number, address: OwnerAddress): void {
  writeFileSafely(ownerFile(dataDir, number, 'address'), `${JSON.stringify(address)}\n`);
}

/** Where the owner answers; null where it did not say. */
export function readAddress(dataDir: string, number: number): OwnerAddress | null {
  return parse<OwnerAddress>(textOf(ownerFile(dataDir, number, 'address')) ?? '');
}

function numbersIn(dataDir: string): readonly number[] {
  const folder = ownersFolder(dataDir);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => RECORD.exec(name)?.[1] ?? [])
    .map(Number);
}

function ownerFile(dataDir: string, number: number, kind: string): string {
  return join(ownersFolder(dataDir), `${nameOf(number)}.${kind}`);
}

function nameOf(number: number): string {
  return String(number).padStart(6, '0');
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function parse<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
