import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseFiles } from '../disk/boot.ts';
import { type BatchName, checkBatch, packBatch } from '../journal/batch.ts';
import { type Chain, followChain } from '../journal/chain.ts';
import { FIRST_HASH, type Head } from '../journal/deed.ts';
import {
  closeSegment,
  countSegments,
  openSegment,
  readBeginning,
  readBytes,
  type Segment,
  segmentName,
  sizeOf,
} from '../journal/segments.ts';
import { openStoredCopy, type StoredCopy } from './stored-copy.ts';
import { type Piece, type StrayPlace, strayLines } from './stray-lines.ts';

/** All that a data folder still holds of its deeds. */
export interface Sources {
  readonly files: DatabaseFiles;
  readonly dataDir: string;
  readonly chain: Chain;
  /** Where the sound part of the journal ends. */
  readonly cut: Cut;
  /** What stands behind the cut. */
  readonly pieces: readonly Piece[];
  /** Those that give themselves a number, by it. */
  readonly piecesBySeq: ReadonlyMap<number, readonly Piece[]>;
  readonly stored: StoredCopy | null;
  /** Deeds of the sound part whose batch must be written again; the database proves it. */
  readonly batches: readonly BatchToWrite[];
}

/** The end of the lines, each with its changes, that follow from the first. */
interface Cut {
  readonly head: Head;
  /** The number of the file in which it lies. */
  readonly number: number;
  /** Bytes of that file before it. */
  readonly end: number;
}

/** A batch that is missing, or not as it was written. */
interface BatchToWrite {
  readonly seq: number;
  readonly name: BatchName;
}

/** Opens what the database of a folder holds; null where that cannot be read. */
export type OpenStored = (files: DatabaseFiles) => Promise<StoredCopy | null>;

/** Lets `work` read what a data folder holds; nothing of it is written. */
export async function withSources<T>(
  files: DatabaseFiles,
  work: (sources: Sources) => Promise<T>,
  openStored: OpenStored = openStoredCopy,
): Promise<T> {
  const { dataDir } = files;
  const chain = followChain(dataDir, 'r');
  const behind: Segment[] = [];
  const stored = await openStored(files);
  try {
    const { cut, batches } = await soundPart(dataDir, chain, stored);
    const { places, opened } = placesBehind(dataDir, chain, cut);
    behind.push(...opened);
    const pieces = strayLines(places);
    return await work({ files, dataDir, chain, cut, pieces, piecesBySeq: bySeq(pieces), stored, batches });
  } finally {
    for (const segment of [...chain.segments, ...behind]) closeSegment(segment);
    await stored?.close();
  }
}

/** Whether the file of a batch is there, as it was written. */
export function isSoundBatch(dataDir: string, name: BatchName): boolean {
  try {
    checkBatch(dataDir, name);
    return true;
  } catch {
    return false;
  }
}

/** The part of the chain that can be kept: up to a line whose batch neither the folder nor the database holds. */
async function soundPart(
  dataDir: string,
  chain: Chain,
  stored: StoredCopy | null,
): Promise<{ readonly cut: Cut; readonly batches: readonly BatchToWrite[] }> {
  const batches: BatchToWrite[] = [];
  for (const [seq, name] of chain.batches) {
    if (isSoundBatch(dataDir, name)) continue;
    const deed = await stored?.deed(seq);
    if (!deed || packBatch(deed.changes).sha256 !== name.sha256) return { cut: cutBefore(chain, seq), batches };
    batches.push({ seq, name });
  }
  const last = chain.segments.at(-1);
  return { cut: { head: chain.head, number: Math.max(1, chain.segments.length), end: last?.end ?? 0 }, batches };
}

function cutBefore(chain: Chain, seq: number): Cut {
  const index = chain.segments.findLastIndex(({ firstSeq }) => firstSeq <= seq);
  const segment = chain.segments[index];
  if (!segment) return { head: { seq: 0, hash: FIRST_HASH }, number: 1, end: 0 };
  const end = segment.starts[seq - segment.firstSeq] ?? 0;
  return { head: { seq: seq - 1, hash: hashBefore(chain, seq) }, number: index + 1, end };
}

/** The hash of the deed before `seq`, which the line before it begins with. */
function hashBefore({ segments }: Chain, seq: number): string {
  if (seq === 1) return FIRST_HASH;
  const segment = segments.findLast(({ firstSeq }) => firstSeq <= seq - 1);
  return segment ? readBytes(segment, segment.starts[seq - 1 - segment.firstSeq] ?? 0, 64).toString('latin1') : FIRST_HASH;
}

/** The files from the cut on; those that the chain did not come to are opened for it. */
function placesBehind(
  dataDir: string,
  chain: Chain,
  cut: Cut,
): { readonly places: readonly StrayPlace[]; readonly opened: readonly Segment[] } {
  const places: StrayPlace[] = [];
  const opened: Segment[] = [];
  for (let number = cut.number; number <= countSegments(dataDir); number++) {
    let segment = chain.segments[number - 1];
    if (!segment) {
      segment = openSegment(dataDir, number, 0, 'r', headBytesOf(dataDir, number));
      opened.push(segment);
    }
    const from = Math.max(segment.headBytes, number === cut.number ? cut.end : 0);
    if (segment.file !== null) places.push({ number, segment, from, to: readTo(dataDir, number) ?? sizeOf(segment) });
  }
  return { places, opened };
}

/** Bytes of the line that says how far the file before is read, sound or not; 0 where there is none. */
function headBytesOf(dataDir: string, number: number): number {
  const found = readBeginning(dataDir, number);
  if (found !== 'unsound') return found?.bytes ?? 0;
  return readFileSync(join(dataDir, segmentName(number))).indexOf(NEWLINE) + 1;
}

/** How far the next file says that this one is read: what stands behind it was written by a former owner, and is none. */
function readTo(dataDir: string, number: number): number | null {
  const next = readBeginning(dataDir, number + 1);
  return next === null || next === 'unsound' ? null : next.beginning.bytes;
}

const NEWLINE = 0x0a;

function bySeq(pieces: readonly Piece[]): ReadonlyMap<number, readonly Piece[]> {
  const found = new Map<number, Piece[]>();
  for (const piece of pieces) {
    if (piece.seq === null) continue;
    const same = found.get(piece.seq);
    if (same) same.push(piece);
    else found.set(piece.seq, [piece]);
  }
  return found;
}
