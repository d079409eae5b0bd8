import { readSync } from 'node:fs';
import { type BatchName, hasBatch } from './batch.ts';
import type { Damage } from './damage.ts';
import { FIRST_HASH, type Head } from './deed.ts';
import type { Beginning } from './journal-begin.ts';
import { batchOf, checkedHash } from './journal-line.ts';
import { countSegments, fileOf, lineNumber, openSegment, readBeginning, readBytes, readLine, type Segment, sizeOf } from './segments.ts';

/** The lines of all segments as far as each fits the one before. */
export interface Chain {
  readonly segments: Segment[];
  /** The batches that its lines name, by deed. */
  readonly batches: Map<number, BatchName>;
  head: Head;
  damage: Damage | null;
  /** Bytes of an unfinished last line. */
  tornBytes: number;
  /** Who began segments that say how far the one before is read. */
  readonly owners: Set<string>;
  /** Segments that are read as far as the next one says: what stands behind that, a former owner wrote, and nobody reads it. */
  readonly bounded: Segment[];
}

const CHUNK = 1 << 20;
const NEWLINE = 0x0a;
const SECTOR = 512;
/** A line says its time within so many bytes. */
const TIME_WITHIN = 100;
/** Fewer zeros than this at the edge of a sector are no sign of a lost write. */
const LEAST_LOST = 16;

/**
 * Opens the segments of `dataDir` and follows the hashes until a line does not fit. Files of batches are looked for, and read only where
 * they are needed. Only the last line of the last segment may be unfinished; all else was on the disk once. Where a segment says how far the
 * one before is read, that one is read so far and no further.
 */
export function followChain(dataDir: string, mode: 'r' | 'r+'): Chain {
  const chain = emptyChain();
  const count = countSegments(dataDir);
  let head = count > 0 ? readBeginning(dataDir, 1) : null;
  for (let number = 1; number <= count && !chain.damage; number++) {
    const next = number < count ? readBeginning(dataDir, number + 1) : null;
    const headBytes = head === null || head === 'unsound' ? 0 : head.bytes;
    const segment = openSegment(dataDir, number, chain.head.seq + 1, mode, headBytes);
    const before = chain.segments.at(-1);
    chain.segments.push(segment);
    if (segment.file === null) chain.damage = damageAt(chain, segment, 'the file is missing');
    else if (head === 'unsound' || (head && !followsOn(head.beginning, chain, before))) chain.damage = beginningDamage(chain, segment);
    else {
      if (head) chain.owners.add(head.beginning.owner);
      followSegment(dataDir, chain, segment, { isLast: number === count, limit: limitOf(next) });
    }
    head = next;
  }
  return chain;
}

/** How far a segment is read: to its own end (null), or to the byte that the next one names. */
interface Extent {
  readonly isLast: boolean;
  readonly limit: number | null;
}

function emptyChain(): Chain {
  const head: Head = { seq: 0, hash: FIRST_HASH };
  return { segments: [], batches: new Map(), head, damage: null, tornBytes: 0, owners: new Set(), bounded: [] };
}

function limitOf(next: ReturnType<typeof readBeginning>): number | null {
  return next === null || next === 'unsound' ? null : next.beginning.bytes;
}

/** Whether what a segment says of the one before is what was found there. */
function followsOn({ after, bytes, seq, hash }: Beginning, { head }: Chain, before: Segment | undefined): boolean {
  return before?.name === after && before.end === bytes && head.seq === seq && head.hash === hash;
}

/** Where the line after the last good one of `segment` stands, and what is wrong with it. */
function damageAt({ head }: Chain, segment: Segment, why: string): Damage {
  return { file: segment.name, line: lineNumber(segment, segment.starts.length), offset: segment.end, seq: head.seq + 1, why };
}

function beginningDamage({ head }: Chain, { name }: Segment): Damage {
  return { file: name, line: 1, offset: 0, seq: head.seq + 1, why: 'it does not say where the file before it ends' };
}

/** Reads a segment in chunks. */
function followSegment(dataDir: string, chain: Chain, segment: Segment, { isLast, limit }: Extent): void {
  const file = fileOf(segment);
  const chunk = Buffer.allocUnsafe(CHUNK);
  let pending: Buffer[] = [];
  for (let position = segment.end; ; ) {
    const count = readSync(file, chunk, 0, Math.min(CHUNK, (limit ?? Number.MAX_SAFE_INTEGER) - position), position);
    if (count === 0) break;
    position += count;
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1 && at < count; at = chunk.indexOf(NEWLINE, from)) {
      const line = Buffer.concat([...pending, chunk.subarray(from, at)]);
      pending = [];
      from = at + 1;
      const why = followLine(dataDir, chain, segment, line);
      if (why === null) continue;
      const torn = isLast && lostSector(line, segment.end) ? tornBytes(segment) : 0;
      if (torn > 0) chain.tornBytes = torn;
      else chain.damage = damageAt(chain, segment, why);
      return;
    }
    pending.push(Buffer.from(chunk.subarray(from, count)));
  }
  endSegment(chain, segment, Buffer.concat(pending), isLast);
  if (limit === null || chain.damage) return;
  if (segment.end < limit) chain.damage = damageAt(chain, segment, `it ends before byte ${limit}, where the next file goes on`);
  else chain.bounded.push(segment);
}

/** Adds a line to the chain; says what is wrong with it instead where it does not fit. */
function followLine(dataDir: string, chain: Chain, segment: Segment, line: Buffer): string | null {
  const hash = checkedHash(line, chain.head.hash);
  if (hash === null) return 'its hash does not follow from the line before it';
  const batch = batchOf(line);
  if (batch && !hasBatch(dataDir, batch)) return `the file of its changes, ${batch.sha256}, is missing`;
  const seq = chain.head.seq + 1;
  if (batch) chain.batches.set(seq, batch);
  segment.starts.push(segment.end);
  segment.end += line.length + 1;
  chain.head = { seq, hash };
  return null;
}

/** What stands behind the last line end: nothing, a line that was never finished, or a whole line whose end was altered. */
function endSegment(chain: Chain, segment: Segment, rest: Buffer, isLast: boolean): void {
  if (rest.length === 0) return;
  const isWhole = checkedHash(rest.subarray(0, -1), chain.head.hash) !== null;
  if (!isLast) chain.damage = damageAt(chain, segment, 'it has no end, though the journal goes on');
  else if (isWhole) chain.damage = damageAt(chain, segment, 'its line end was altered');
  else chain.tornBytes = rest.length;
}

/**
 * The bytes behind the last good line of the last file, where a power cut left them: the last line, or lines that were written together and none of which was
 * acknowledged, some of them without sectors; 0 where it may be otherwise. Lines that were written together say the same time, and no others say it.
 */
function tornBytes(segment: Segment): number {
  const rest = readBytes(segment, segment.end, sizeOf(segment) - segment.end);
  const lines: { readonly line: Buffer; readonly offset: number }[] = [];
  for (let from = 0; from < rest.length; ) {
    const end = rest.indexOf(NEWLINE, from);
    const to = end === -1 ? rest.length : end;
    lines.push({ line: rest.subarray(from, to), offset: segment.end + from });
    from = to + 1;
  }
  if (lines.length === 1) return rest.length;
  const last = segment.starts.length === 0 ? null : timeOf(readLine(segment, segment.starts.length - 1));
  const times = lines.map(({ line }) => timeOf(line));
  const [written] = times.filter((time) => time !== null).slice(-1);
  const areTogether = lines.every(({ line, offset }, index) => {
    const time = times[index];
    return time === written || (time === null && (lostSector(line, offset) || index === lines.length - 1));
  });
  // Whether the first of them was written with the others is known by what it says, or by the line before it.
  const isFirstToo = times[0] === written || last === written;
  return written !== undefined && areTogether && isFirstToo ? rest.length : 0;
}

/** The time that a line says; null where it cannot be read. */
function timeOf(line: Buffer): string | null {
  return /^[0-9a-f]{64} \{"at":"([^"\0]{24})"/.exec(line.toString('latin1', 0, TIME_WITHIN))?.[1] ?? null;
}

/**
 * A power cut may leave a line that was never acknowledged with its end but without whole sectors before it. Anything smaller is not a
 * lost write but an altered line.
 */
function lostSector(line: Buffer, offset: number): boolean {
  for (let from = 0; from < line.length; ) {
    const to = Math.min(line.length, from + SECTOR - ((offset + from) % SECTOR));
    if (to - from >= LEAST_LOST && line.subarray(from, to).every((byte) => byte === 0)) return true;
    from = to;
  }
  return false;
}
