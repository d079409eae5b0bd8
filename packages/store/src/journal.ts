import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InstantString, invariant } from '@westgate/base';
import { type Batch, type BatchName, checkBatch, readBatch, storeBatch, unpackBatch } from './batch.ts';
import { type Chain, followChain } from './chain.ts';
import { type Damage, DamagedError } from './damage.ts';
import { type Deed, FIRST_HASH, type Head } from './deed.ts';
import { messageOf } from './disk-fault.ts';
import { checkedHash, HASH_LENGTH, parseLine, type SealedDeed } from './journal-line.ts';
import {
  appendLine,
  closeSegment,
  createSegment,
  cutToEnd,
  JOURNAL,
  readBytes,
  readLine,
  reopenSegment,
  type Segment,
  sizeOf,
} from './segments.ts';

/** The deeds in order, one line each, every line chained to the one before by its hash. */
export interface Journal {
  readonly head: Head;
  /** The batches that its lines name, in order, each with the deed whose changes it holds. */
  readonly batches: readonly DeedBatch[];
  /** Writes a deed and returns when it is on the disk. On failure the journal is as before and takes no more until {@link renew}. */
  append(sealed: SealedDeed): void;
  /** After a failed append: opens the last file anew, checks that it ends with the last deed, and takes deeds again. Throws when it cannot. */
  renew(): void;
  /** The deed `seq`, read back and checked. Throws WG_JOURNAL_DAMAGED with the place where it is not as it was written. */
  read(seq: number): Deed;
  /** Reads the next batch that was not read since the opening, if there is one. Throws WG_JOURNAL_DAMAGED where it is not as it was written. */
  checkNextBatch(): void;
  /** When the last deed was done; null where there is none. Throws WG_FOLDER_NEWER when it is of a newer schema. */
  readLastAt(): InstantString | null;
  /** Knows the deeds before `seq` alone from now on; the file stays as it is. */
  endBefore(seq: number): void;
  /** Hash of the deed `seq`; {@link FIRST_HASH} for 0; null past the head. */
  hashAt(seq: number): string | null;
  close(): void;
}

/** The batch of the deed `seq`. */
interface DeedBatch extends BatchName {
  readonly seq: number;
}

/** A journal just opened: how it was found. */
export interface OpenedJournal {
  readonly journal: Journal;
  /** Bytes of an unfinished last line, which was never acknowledged; it has been moved to a file of its own. 0 when there was none. */
  readonly tornBytes: number;
  /** Set when an acknowledged line is damaged: the journal then holds the deeds before it and takes no more. */
  readonly damage: Damage | null;
}

/** How to open a journal. */
export interface JournalOptions {
  /** Nothing is written, not even a folder. */
  readonly untouched?: boolean;
  /** Bytes after which a new file is begun; a longer line stands alone in one. */
  readonly segmentBytes?: number;
}

/** A new file of the journal is begun after this many bytes; a longer line stands alone in one. */
export const SEGMENT_BYTES = 64 * 1024 * 1024;

/** Opens `<dataDir>/journal`, follows every line, cuts a torn last one. */
export function openJournal(dataDir: string, { untouched = false, segmentBytes = SEGMENT_BYTES }: JournalOptions = {}): OpenedJournal {
  const chain = followChain(dataDir, untouched ? 'r' : 'r+');
  const { damage, tornBytes } = chain;
  if (!untouched && !damage) {
    if (chain.segments.length === 0) chain.segments.push(createSegment(dataDir, 1, 1));
    if (tornBytes > 0) setAside(dataDir, lastOf(chain.segments));
  }
  return { journal: new FileJournal(dataDir, chain, segmentBytes), tornBytes, damage };
}

/** A journal that lives as long as the process: for tests and trials. */
export function memoryJournal(): Journal {
  const lines: Buffer[] = [];
  const hashes = [FIRST_HASH];
  const batches = new Map<number, Batch>();
  const deedAt = (seq: number): Deed | null => {
    const line = lines[seq - 1];
    if (!line) return null;
    return parseLine(line, hashes[seq - 1] ?? FIRST_HASH, (name) => {
      const batch = batches.get(seq);
      invariant(batch, `the batch of deed ${seq} is kept`);
      return unpackBatch(batch.packed, name);
    });
  };
  return {
    get head() {
      return { seq: lines.length, hash: hashes[lines.length] ?? FIRST_HASH };
    },
    get batches() {
      return [...batches].map(([seq, { count, sha256 }]) => ({ seq, count, sha256 }));
    },
    append({ deed, line, batch }) {
      if (batch) batches.set(deed.seq, batch);
      lines.push(line.subarray(0, -1));
      hashes.push(deed.hash);
    },
    renew() {},
    read(seq) {
      const deed = deedAt(seq);
      invariant(deed, `deed ${seq} is in the journal of ${lines.length}`);
      return deed;
    },
    checkNextBatch() {},
    readLastAt: () => deedAt(lines.length)?.at ?? null,
    endBefore(seq) {
      lines.length = seq - 1;
      hashes.length = seq;
    },
    hashAt: (seq) => hashes[seq] ?? null,
    close() {},
  };
}

class FileJournal implements Journal {
  readonly #dataDir: string;
  readonly #chain: Chain;
  readonly #segmentBytes: number;
  #failed = false;
  /** Deeds whose batches stood there at the opening and were not read yet. */
  readonly #unread: number[];

  constructor(dataDir: string, chain: Chain, segmentBytes: number) {
    this.#dataDir = dataDir;
    this.#chain = chain;
    this.#segmentBytes = segmentBytes;
    this.#unread = [...chain.batches.keys()];
  }

  get head(): Head {
    return this.#chain.head;
  }

  get batches(): readonly DeedBatch[] {
    return [...this.#chain.batches].map(([seq, { count, sha256 }]) => ({ seq, count, sha256 }));
  }

  append({ deed, line, batch }: SealedDeed): void {
    invariant(!this.#failed, 'after a failed write the journal is renewed before the next');
    invariant(deed.seq === this.head.seq + 1 && deed.prevHash === this.head.hash, `deed ${deed.seq} follows the last`);
    this.#failed = true;
    if (batch) storeBatch(this.#dataDir, batch);
    appendLine(this.#segmentFor(line), line);
    if (batch) this.#chain.batches.set(deed.seq, batch);
    this.#chain.head = { seq: deed.seq, hash: deed.hash };
    this.#failed = false;
  }

  renew(): void {
    const segment = lastOf(this.#chain.segments);
    reopenSegment(this.#dataDir, segment);
    const size = sizeOf(segment);
    if (size < segment.end) throw new Error(`${segment.name} has ${size} bytes, expected ${segment.end}`);
    cutToEnd(segment);
    if (segment.starts.length > 0) this.#checkedLine(this.head.seq);
    this.#failed = false;
  }

  read(seq: number): Deed {
    const line = this.#checkedLine(seq);
    return parseLine(line, this.#prevHash(seq), (name) => this.#withBatch(seq, name, readBatch));
  }

  checkNextBatch(): void {
    const seq = this.#unread.shift();
    const name = seq === undefined ? undefined : this.#chain.batches.get(seq);
    if (seq !== undefined && name) this.#withBatch(seq, name, checkBatch);
  }

  readLastAt(): InstantString | null {
    const { seq } = this.head;
    return seq === 0 ? null : parseLine(this.#checkedLine(seq), this.#prevHash(seq), () => []).at;
  }

  endBefore(seq: number): void {
    const hash = this.hashAt(seq - 1);
    invariant(hash, `deed ${seq - 1} is in the journal`);
    this.#chain.head = { seq: seq - 1, hash };
    this.#failed = true;
  }

  hashAt(seq: number): string | null {
    if (seq === 0) return FIRST_HASH;
    if (seq > this.head.seq) return null;
    const { segment, index } = this.#placeOf(seq);
    return readBytes(segment, segment.starts[index] ?? 0, HASH_LENGTH).toString('latin1');
  }

  close(): void {
    for (const segment of this.#chain.segments) closeSegment(segment);
  }

  /** The segment that `line` goes to: the last one, or a new one when it is full. */
  #segmentFor(line: Buffer): Segment {
    const { segments } = this.#chain;
    const last = lastOf(segments);
    if (last.end === 0 || last.end + line.length <= this.#segmentBytes) return last;
    const next = createSegment(this.#dataDir, segments.length + 1, this.head.seq + 1);
    segments.push(next);
    return next;
  }

  #checkedLine(seq: number): Buffer {
    const { segment, index } = this.#placeOf(seq);
    const line = readLine(segment, index);
    if (checkedHash(line, this.#prevHash(seq)) === null) throw this.#damage(seq, 'its hash does not follow from the line before it');
    return line;
  }

  #withBatch<T>(seq: number, name: BatchName, use: (dataDir: string, name: BatchName) => T): T {
    try {
      return use(this.#dataDir, name);
    } catch (error) {
      throw this.#damage(seq, `the file of its changes, ${name.sha256}, cannot be used (${messageOf(error)})`);
    }
  }

  #prevHash(seq: number): string {
    return this.hashAt(seq - 1) ?? FIRST_HASH;
  }

  #placeOf(seq: number): { readonly segment: Segment; readonly index: number } {
    const segment = this.#chain.segments.findLast(({ firstSeq }) => firstSeq <= seq);
    invariant(segment && seq >= 1 && seq <= this.head.seq, `deed ${seq} is in the journal of ${this.head.seq}`);
    return { segment, index: seq - segment.firstSeq };
  }

  #damage(seq: number, why: string): DamagedError {
    const { segment, index } = this.#placeOf(seq);
    return new DamagedError({ file: segment.name, line: index + 1, offset: segment.starts[index] ?? 0, seq, why });
  }
}

/** Moves an unfinished last line to a file of its own. */
function setAside(dataDir: string, segment: Segment): void {
  const { name, end } = segment;
  const rest = readBytes(segment, end, sizeOf(segment) - end);
  const number = name.slice(JOURNAL.length + 1, -'.ndjson'.length);
  writeFileSync(join(dataDir, JOURNAL, `torn-${number}-${end}.bytes`), rest);
  cutToEnd(segment);
}

function lastOf(segments: readonly Segment[]): Segment {
  const last = segments.at(-1);
  invariant(last, 'a journal that takes deeds has a segment');
  return last;
}
