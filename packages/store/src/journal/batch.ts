import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson, invariant } from '@westgate/base';
import type { Change } from '@westgate/domain';
import { makeFolder, writeFileSafely } from '../disk/files.ts';
import { STORE_PERIODS } from '../limits/periods.ts';
import { jsonOf } from './json-of.ts';

/** A deed of more changes than this keeps them in a file of their own, so that the journal stays quick to follow. */
export const CHANGES_IN_LINE = 500;

/** How a journal line names the file of its changes. */
export interface BatchName {
  /** Number of changes. */
  readonly count: number;
  /** Of the text before it was packed: canonical JSON, one change a line. */
  readonly sha256: string;
}

/** The changes of one deed, packed. */
export interface Batch extends BatchName {
  /** The text, gzipped. */
  readonly packed: Buffer;
}

const FOLDER = 'batches';
const NEWLINE = 0x0a;
/** The fastest level: an import waits for it, and the images of a table shrink to a tenth all the same. */
const LEVEL = 1;

/** After so many changes it is told how many are written. */
const TOLD_EVERY = 500;

/** `changes` packed; equal changes give the same name. `told` hears now and then how many are written. */
export function packBatch(changes: readonly Change[], told: (rows: number) => void = () => undefined): Batch {
  const lines = changes.map((change, index) => {
    if (index > 0 && index % TOLD_EVERY === 0) told(index);
    return Buffer.from(lineOf(change));
  });
  const text = Buffer.concat(lines);
  told(changes.length);
  return { count: changes.length, sha256: sha256Of(text), packed: gzipSync(text, { level: LEVEL }) };
}

/** The changes of a packed batch, or the first `most` of them. Throws, saying what is wrong, when they are not those that `name` names. */
export function unpackBatch(packed: Buffer, name: BatchName, most: number = Number.POSITIVE_INFINITY): readonly Change[] {
  const changes: Change[] = [];
  if (most === 0) return changes;
  for (const change of changesIn(packed, name)) {
    changes.push(change);
    if (changes.length === most) break;
  }
  return changes;
}

function* changesIn(packed: Buffer, { count, sha256 }: BatchName): Generator<Change> {
  const lines = linesIn(checkedText(packed, sha256));
  for (const line of lines) yield parseChange(line.toString('utf8'));
  if (lines.length !== count) throw new Error(`it holds ${lines.length} changes, not ${count}`);
}

/** The name of a batch whose changes come part by part. */
export class BatchNaming {
  readonly #hash = createHash('sha256');
  #count = 0;

  add(changes: readonly Change[]): void {
    for (const change of changes) this.#hash.update(lineOf(change));
    this.#count += changes.length;
  }

  name(): BatchName {
    return { count: this.#count, sha256: this.#hash.digest('hex') };
  }
}

/** SHA-256 of each change in the file that `name` names, 32 bytes one after the other: by these a change read elsewhere is proven. */
export function digestsOf(dataDir: string, name: BatchName): Buffer {
  const lines = linesIn(checkedText(readFileSync(join(dataDir, batchPath(name))), name.sha256));
  return Buffer.concat(lines.map((line) => createHash('sha256').update(line).digest()));
}

/** The digest of a change, as {@link digestsOf} gives it. */
export function digestOf(change: Change): Buffer {
  return createHash('sha256')
    .update(canonicalJson(jsonOf(imagesOf(change))))
    .digest();
}

/** Writes the file of `batch` and returns when the file and its name are on the disk. */
export function storeBatch(dataDir: string, batch: Batch): void {
  makeFolder(join(dataDir, FOLDER));
  writeFileSafely(join(dataDir, batchPath(batch)), batch.packed);
}

/** The changes in the file that `name` names, or the first `most` of them. Throws when the file is missing or not as it was written; for none it is not read. */
export function readBatch(dataDir: string, name: BatchName, most?: number): readonly Change[] {
  if (most === 0) return [];
  return unpackBatch(readFileSync(join(dataDir, batchPath(name))), name, most);
}

/** The changes in the file that `name` names, one after the other. Throws when the file is missing or not as it was written. */
export function eachInBatch(dataDir: string, name: BatchName): Iterable<Change> {
  return changesIn(readFileSync(join(dataDir, batchPath(name))), name);
}

/** Throws, saying what is wrong, when the file that `name` names is missing or not as it was written. */
export function checkBatch(dataDir: string, name: BatchName): void {
  checkedText(readFileSync(join(dataDir, batchPath(name))), name.sha256);
}

/** The same, piece by piece: unpacked, what a large district began with takes many times the memory that is left of it afterwards. */
export async function checkBatchInParts(dataDir: string, name: BatchName): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(dataDir, batchPath(name))), createGunzip(), async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) hash.update(part);
  });
  requireSame(hash.digest('hex'), name.sha256);
}

/** Whether the file that `name` names is there; what is in it is checked when it is read. */
export function hasBatch(dataDir: string, name: BatchName): boolean {
  return existsSync(join(dataDir, batchPath(name)));
}

/** The file of a batch, as seen from the data folder. */
export function batchPath({ sha256 }: BatchName): string {
  return `${FOLDER}/${sha256}.ndjson.gz`;
}

/** Removes the files of imports that never became a deed: those that no line names, `now` (milliseconds) a day after they were written. */
export function removeOrphans(dataDir: string, named: Iterable<BatchName>, now: number): readonly string[] {
  const folder = join(dataDir, FOLDER);
  if (!existsSync(folder)) return [];
  const kept = new Set([...named].map((name) => `${name.sha256}.ndjson.gz`));
  const orphans = readdirSync(folder).filter(
    (file) => !kept.has(file) && now - statSync(join(folder, file)).mtimeMs > STORE_PERIODS.orphanBatchMs,
  );
  for (const file of orphans) rmSync(join(folder, file));
  return orphans;
}

/** A change without whatever else its object may carry: these four make the bytes. */
export function imagesOf({ table, key, before, after }: Change): Change {
  return { table, key, before, after };
}

function lineOf(change: Change): string {
  return `${canonicalJson(jsonOf(imagesOf(change)))}\n`;
}

function checkedText(packed: Buffer, sha256: string): Buffer {
  const text = gunzipSync(packed);
  requireSame(sha256Of(text), sha256);
  return text;
}

function requireSame(found: string, sha256: string): void {
  if (found !== sha256) throw new Error('its sha256 is another');
}

/** The lines of a text, each without its end. */
function linesIn(text: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0, end = text.indexOf(NEWLINE); end !== -1; from = end + 1, end = text.indexOf(NEWLINE, from)) {
    lines.push(text.subarray(from, end));
  }
  return lines;
}

function parseChange(line: string): Change {
  const change = JSON.parse(line) as Change;
  invariant(change.before ?? change.after, 'a change of a batch has an image');
  return change;
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
