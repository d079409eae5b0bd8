import type { Segment } from '../journal/segments.ts';
import { readBytes, sizeOf } from '../journal/segments.ts';

/** Bytes behind the sound part of the journal that may be a line. */
export interface Piece {
  /** The number of the file. */
  readonly number: number;
  readonly segment: Segment;
  readonly start: number;
  /** Without the line end. */
  readonly length: number;
  /** The number that it says its deed has; null where it says none. */
  readonly seq: number | null;
  /** Whether a line end stands behind it: without one it may never have been finished. */
  readonly isEnded: boolean;
  /** It was found inside another piece, whose line end was altered. */
  readonly isInside: boolean;
}

/** Where a file is read from. */
export interface StrayPlace {
  readonly number: number;
  readonly segment: Segment;
  readonly from: number;
  /** The byte behind the last that is read. */
  readonly to: number;
}

const NEWLINE = 0x0a;
const HASH_LENGTH = 64;
/** What follows the hash of a line: keys are sorted, and inside a text of JSON its quotes would be escaped. */
const BEGINNING = Buffer.from(' {"at":"');
const SEQ = Buffer.from('"seq":');

/** Every piece of the files from these places on, in order. Nothing is proven of any. */
export function strayLines(places: readonly StrayPlace[]): readonly Piece[] {
  return places.flatMap(piecesOf);
}

/** The bytes of a piece. */
export function bytesOf({ segment, start, length }: Piece): Buffer {
  return readBytes(segment, start, length);
}

function piecesOf({ number, segment, from, to }: StrayPlace): readonly Piece[] {
  const bytes = readBytes(segment, from, Math.max(0, Math.min(to, sizeOf(segment)) - from));
  const pieces: Piece[] = [];
  const add = (start: number, end: number, isEnded: boolean, isInside: boolean): void => {
    const seq = seqIn(bytes.subarray(start, end));
    pieces.push({ number, segment, start: from + start, length: end - start, seq, isEnded, isInside });
  };
  for (let start = 0; start < bytes.length; ) {
    const at = bytes.indexOf(NEWLINE, start);
    const end = at === -1 ? bytes.length : at;
    add(start, end, at !== -1, false);
    for (const [begin, stop] of insideOf(bytes, start, end)) add(begin, stop, true, true);
    // A line whose end was altered, the last of its file.
    if (at === -1 && end - start > 1) add(start, end - 1, false, true);
    start = end + 1;
  }
  return pieces;
}

/** The lines in a piece that holds more than one, because the byte between them was altered. */
function insideOf(bytes: Buffer, start: number, end: number): readonly (readonly [number, number])[] {
  const begins: number[] = [];
  const piece = bytes.subarray(start, end);
  for (let at = piece.indexOf(BEGINNING); at !== -1; at = piece.indexOf(BEGINNING, at + 1)) {
    if (at >= HASH_LENGTH) begins.push(start + at - HASH_LENGTH);
  }
  if (begins.length === 0 || (begins.length === 1 && begins[0] === start)) return [];
  const edges = begins[0] === start ? begins : [start, ...begins];
  return edges.map((begin, index) => [begin, (edges[index + 1] ?? end + 1) - 1] as const);
}

/** The number a line gives itself, behind all of its changes. */
function seqIn(piece: Buffer): number | null {
  const at = piece.lastIndexOf(SEQ);
  if (at === -1) return null;
  const digits = /^\d{1,15}/.exec(piece.toString('latin1', at + SEQ.length, at + SEQ.length + 16));
  return digits ? Number(digits[0]) : null;
}
