import {
  closeSync,
  constants,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { invariant } from '@westgate/base';
import { createWhole, makeFolder, OWNER_ONLY, syncFolder } from '../disk/files.ts';
import { type Beginning, beginningLine, isBeginning, parseBeginning } from './journal-begin.ts';

/** The folder of the journal, inside the data folder. */
export const JOURNAL = 'journal';

const NEWLINE = 0x0a;
/** A line that says how far the segment before is read is shorter. */
const MOST_HEAD_BYTES = 4096;

/** One file of the journal. Lines are only ever added to the last one. */
export interface Segment {
  /** `journal/000001.ndjson`: as seen from the data folder. */
  readonly name: string;
  /** An open descriptor; null for a file that is missing. */
  file: number | null;
  /** The deed on its first line. */
  readonly firstSeq: number;
  /** `starts[i]`: byte at which its line i + 1 begins. */
  readonly starts: number[];
  /** Byte after its last good line. */
  end: number;
  /** Bytes of the line that says how far the segment before is read; 0 where it has none. */
  readonly headBytes: number;
}

/** The name of the segment `number` (from 1), as seen from the data folder. */
export function segmentName(number: number): string {
  return `${JOURNAL}/${String(number).padStart(6, '0')}.ndjson`;
}

/** How many segments there should be: the highest number in the folder; 0 where there is none. */
export function countSegments(dataDir: string): number {
  const folder = join(dataDir, JOURNAL);
  if (!existsSync(folder)) return 0;
  const numbers = readdirSync(folder).flatMap((name) => (/^\d{6}\.ndjson$/.test(name) ? [Number.parseInt(name, 10)] : []));
  return Math.max(0, ...numbers);
}

/**
 * Makes an empty segment, its name on the disk, and opens it; one that is there already must be empty, as after an earlier try. What it
 * writes in the end is acknowledged only by the owner of the folder.
 */
export function createSegment(dataDir: string, number: number, firstSeq: number): Segment {
  const folder = join(dataDir, JOURNAL);
  makeFolder(folder);
  const name = segmentName(number);
  const segment: Segment = { name, file: null, firstSeq, starts: [], end: 0, headBytes: 0 };
  segment.file = openSync(join(dataDir, name), constants.O_RDWR | constants.O_CREAT, OWNER_ONLY.file);
  syncFolder(folder);
  if (sizeOf(segment) === 0) return segment;
  closeSegment(segment);
  throw new Error(`${name} was begun by another owner of the folder`);
}

/** Makes a segment that begins with `beginning`, whole and on the disk; null where there is one of this number already. */
export function beginSegment(dataDir: string, number: number, beginning: Beginning): Segment | null {
  const name = segmentName(number);
  const line = beginningLine(beginning);
  if (!createWhole(join(dataDir, name), line)) return null;
  const file = openSync(join(dataDir, name), 'r+');
  return { name, file, firstSeq: beginning.seq + 1, starts: [], end: line.length, headBytes: line.length };
}

/**
 * What the first line of the segment `number` says of the one before it; null where it has none, as after a full one. `unsound`: it has
 * one that is not as it was written.
 */
export function readBeginning(
  dataDir: string,
  number: number,
): { readonly beginning: Beginning; readonly bytes: number } | 'unsound' | null {
  const path = join(dataDir, segmentName(number));
  if (!existsSync(path)) return null;
  const file = openSync(path, 'r');
  try {
    const held = Buffer.alloc(MOST_HEAD_BYTES);
    const bytes = held.subarray(0, readSync(file, held, 0, held.length, 0));
    if (!isBeginning(bytes)) return null;
    const end = bytes.indexOf(NEWLINE);
    const beginning = parseBeginning(bytes.subarray(0, end));
    return beginning ? { beginning, bytes: end + 1 } : 'unsound';
  } finally {
    closeSync(file);
  }
}

/** Opens the segment `number`; its lines are not read yet. A missing file gives a segment without a descriptor. */
export function openSegment(dataDir: string, number: number, firstSeq: number, mode: 'r' | 'r+', headBytes: number): Segment {
  const name = segmentName(number);
  const path = join(dataDir, name);
  return { name, file: existsSync(path) ? openSync(path, mode) : null, firstSeq, starts: [], end: headBytes, headBytes };
}

/** Opens a segment anew for writing: a descriptor on which a write or a sync failed is never used again. */
export function reopenSegment(dataDir: string, segment: Segment): void {
  closeSegment(segment);
  segment.file = openSync(join(dataDir, segment.name), 'r+');
}

/** Frees the descriptor. One that the system will not close any more is left to it. */
export function closeSegment(segment: Segment): void {
  const { file } = segment;
  segment.file = null;
  if (file === null) return;
  try {
    closeSync(file);
  } catch (error) {
    process.emitWarning(`${segment.name} was not closed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Line `index` (from 0), without its line end. */
export function readLine(segment: Segment, index: number): Buffer {
  const start = segment.starts[index];
  invariant(start !== undefined, `${segment.name} has a line ${index + 1}`);
  return readBytes(segment, start, (segment.starts[index + 1] ?? segment.end) - 1 - start);
}

/** Bytes of a segment. Throws where it ends before them. */
export function readBytes(segment: Segment, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const count = readSync(fileOf(segment), bytes, done, length - done, start + done);
    if (count === 0) throw new Error(`${segment.name} ends at byte ${start + done}, expected ${length - done} more`);
    done += count;
  }
  return bytes;
}

/**
 * Writes lines at the end of the segment, brings them to the disk together, lets `confirm` throw, and only then counts them. What was not written as a
 * whole is cut away again, if it can be. What was is not: a next owner may have read it.
 */
export function appendLines(segment: Segment, lines: readonly Buffer[], confirm: () => void): void {
  const file = fileOf(segment);
  const bytes = lines.length === 1 && lines[0] ? lines[0] : Buffer.concat(lines);
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(file, bytes, done, bytes.length - done, segment.end + done);
  } catch (error) {
    cutIfPossible(file, segment.end + bytes.lastIndexOf(NEWLINE, done - 1) + 1);
    throw error;
  }
  fdatasyncSync(file);
  confirm();
  for (const line of lines) {
    segment.starts.push(segment.end);
    segment.end += line.length;
  }
}

/** Number of the line `index` (from 0) in its file, from 1. */
export function lineNumber({ headBytes }: Segment, index: number): number {
  return index + (headBytes > 0 ? 2 : 1);
}

/** Takes away what stands behind the last good line, and brings that to the disk. */
export function cutToEnd(segment: Segment): void {
  const file = fileOf(segment);
  if (sizeOf(segment) === segment.end) return;
  ftruncateSync(file, segment.end);
  fdatasyncSync(file);
}

/** Bytes in the file. */
export function sizeOf(segment: Segment): number {
  return fstatSync(fileOf(segment)).size;
}

/** The open descriptor of a segment. */
export function fileOf({ name, file }: Segment): number {
  if (file === null) throw new Error(`${name} is not open`);
  return file;
}

/** The error that led here is the one to tell; what is left behind the last good line is cut when the segment is opened anew. */
function cutIfPossible(file: number, end: number): void {
  try {
    ftruncateSync(file, end);
  } catch (error) {
    process.emitWarning(`The journal was not cut: ${error instanceof Error ? error.message : String(error)}`);
  }
}
