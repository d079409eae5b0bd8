import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { invariant } from '@westgate/base';
import { syncFolder } from './files.ts';

/** The folder of the journal, inside the data folder. */
export const JOURNAL = 'journal';

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

/** Makes an empty segment, its name on the disk, and opens it. */
export function createSegment(dataDir: string, number: number, firstSeq: number): Segment {
  const folder = join(dataDir, JOURNAL);
  if (!existsSync(folder)) {
    mkdirSync(folder);
    syncFolder(dataDir);
  }
  const name = segmentName(number);
  const file = openSync(join(dataDir, name), 'w+');
  syncFolder(folder);
  return { name, file, firstSeq, starts: [], end: 0 };
}

/** Opens the segment `number`; its lines are not read yet. A missing file gives a segment without a descriptor. */
export function openSegment(dataDir: string, number: number, firstSeq: number, mode: 'r' | 'r+'): Segment {
  const name = segmentName(number);
  const path = join(dataDir, name);
  return { name, file: existsSync(path) ? openSync(path, mode) : null, firstSeq, starts: [], end: 0 };
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

/** Writes a line at the end of the segment and returns when it is on the disk. On failure the segment is cut to where it was, if it can be. */
export function appendLine(segment: Segment, line: Buffer): void {
  const file = fileOf(segment);
  try {
    for (let done = 0; done < line.length; ) done += writeSync(file, line, done, line.length - done, segment.end + done);
    fdatasyncSync(file);
  } catch (error) {
    cutIfPossible(file, segment.end);
    throw error;
  }
  segment.starts.push(segment.end);
  segment.end += line.length;
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
