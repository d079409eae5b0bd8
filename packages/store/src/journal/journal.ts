import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InstantString, invariant } from '@westgate/base';
import type { Change } from '@westgate/domain';
import { messageOf } from '../disk/disk-fault.ts';
import { OWNER_ONLY } from '../disk/files.ts';
import { ALWAYS_HELD, type Ownership } from '../ownership/ownership.ts';
import { type BatchName, checkBatchInParts, digestOf, digestsOf, eachInBatch, readBatch, storeBatch } from './batch.ts';
import { type Chain, followChain } from './chain.ts';
import { type Damage, DamagedError } from './damage.ts';
import { type Deed, type DeedSummary, FIRST_HASH, type Head } from './deed.ts';
import { batchOf, checkedHash, HASH_LENGTH, parseLine, parseSummary, type SealedDeed } from './journal-line.ts';
import {
  appendLines,
  beginSegment,
  closeSegment,
  createSegment,
  cutToEnd,
  JOURNAL,
  lineNumber,
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
  /**
   * Writes deeds, brings them to the disk together, and returns when the folder was still held after that. On failure none of them is done: the
   * journal is as before and takes no more until {@link renew}. After a crash the first of them may stand.
   */
  append(...deeds: readonly SealedDeed[]): void;
  /**
   * After a failed append: opens the last file anew, checks that it ends with the last deed, and takes deeds again; in a new file where a
   * whole line stands behind it. Throws when it cannot.
   */
  renew(): void;
  /** Puts aside what a former owner wrote behind the end of its files, a sentence on each; of a folder only looked at, it only says so. */
  clearOverrun(): readonly string[];
  /**
   * The deed `seq` with its changes, or the first `most` of them, read back and checked. Throws WG_JOURNAL_DAMAGED with the place where it is
   * not as it was written.
   */
  read(seq: number, most?: number): Deed;
  /** The changes of the deed `seq`, one after the other, checked as by {@link read}. */
  changesOf(seq: number): Iterable<Change>;
  /** The deed without the changes: no file of changes is read. */
  summary(seq: number): DeedSummary;
  /**
   * The change at `position` (from 1) of the deed `seq`; null where it has fewer. `seen`: what another place says it is; the file of a large
   * deed is unpacked only where that is not so.
   */
  changeAt(seq: number, position: number, seen: Change): Change | null;
  /** Reads the next batch that was not read since the opening, if there is one. Throws WG_JOURNAL_DAMAGED where it is not as it was written. */
  checkNextBatch(): Promise<void>;
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
  /** The hold on the folder, looked at after every sync. Left out: nobody else can have it. */
  readonly ownership?: Ownership;
}

const DIGEST_BYTES = 32;

/** A new file of the journal is begun after this many bytes; a longer line stands alone in one. */
export const SEGMENT_BYTES = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

/**
 * Opens `<dataDir>/journal`, follows every line, cuts a torn last one. Where the former owner may still write, a new file is begun that says
 * how far the last one is read; it is begun once. Throws WG_READ_ONLY when the folder has a newer owner.
 */
export function openJournal(dataDir: string, options: JournalOptions = {}): OpenedJournal {
  const { untouched = false, segmentBytes = SEGMENT_BYTES, ownership = ALWAYS_HELD } = options;
  const chain = untouched
    ? followChain(dataDir, 'r')
    : ownership.fence !== null
      ? fencedChain(dataDir, ownership, ownership.fence)
      : followChain(dataDir, 'r+');
  const { damage, tornBytes } = chain;
  if (!untouched && !damage) {
    if (chain.segments.length === 0) chain.segments.push(createSegment(dataDir, 1, 1));
    ownership.requireHeld();
    if (tornBytes > 0) setAside(dataDir, lastOf(chain.segments), 'torn');
  }
  return { journal: new FileJournal(dataDir, chain, { untouched, segmentBytes, ownership }), tornBytes, damage };
}

/** The chain with a segment that was begun in the name `fence`. Another owner may begin one of the same number meanwhile: then all is read again. */
function fencedChain(dataDir: string, ownership: Ownership, fence: string): Chain {
  for (;;) {
    const chain = followChain(dataDir, 'r+');
    // After the reading: whoever began what was just read had taken the folder before.
    ownership.requireHeld();
    if (chain.damage || chain.segments.length === 0 || chain.owners.has(fence)) return chain;
    const begun = beginNext(dataDir, chain, fence);
    for (const segment of begun ? [...chain.segments, begun] : chain.segments) closeSegment(segment);
  }
}

/** Begins the segment after the last good line; null where another did. */
function beginNext(dataDir: string, { segments, head }: Chain, owner: string): Segment | null {
  const { name, end } = lastOf(segments);
  const at = new Date().toISOString() as InstantString;
  return beginSegment(dataDir, segments.length + 1, { ...head, after: name, bytes: end, owner, at });
}

class FileJournal implements Journal {
  readonly #dataDir: string;
  readonly #chain: Chain;
  readonly #options: Required<JournalOptions>;
  #failed = false;
  /** Deeds whose batches stood there at the opening and were not read yet. */
  readonly #unread: number[];
  /** The digests of the changes of batches that were asked for, by deed. */
  readonly #digests = new Map<number, Buffer>();

  constructor(dataDir: string, chain: Chain, options: Required<JournalOptions>) {
    this.#dataDir = dataDir;
    this.#options = options;
    this.#chain = chain;
    this.#unread = [...chain.batches.keys()];
  }

  get head(): Head {
    return this.#chain.head;
  }

  get batches(): readonly DeedBatch[] {
    return [...this.#chain.batches].map(([seq, { count, sha256 }]) => ({ seq, count, sha256 }));
  }

  append(...deeds: readonly SealedDeed[]): void {
    invariant(!this.#failed, 'after a failed write the journal is renewed before the next');
    let { head } = this;
    for (const { deed } of deeds) {
      invariant(deed.seq === head.seq + 1 && deed.prevHash === head.hash, `deed ${deed.seq} follows the last`);
      head = { seq: deed.seq, hash: deed.hash };
    }
    this.#failed = true;
    for (const { batch } of deeds) if (batch) storeBatch(this.#dataDir, batch);
    const lines = deeds.map(({ line }) => line);
    appendLines(this.#segmentFor(lines), lines, () => this.#options.ownership.requireHeld());
    for (const { deed, batch } of deeds) if (batch) this.#chain.batches.set(deed.seq, batch);
    this.#chain.head = head;
    this.#failed = false;
  }

  renew(): void {
    const segment = lastOf(this.#chain.segments);
    reopenSegment(this.#dataDir, segment);
    // After the opening: a next owner reads this file from now on, and never the one that is opened by its name later.
    this.#options.ownership.requireHeld();
    const behind = sizeOf(segment) - segment.end;
    if (behind < 0) throw new Error(`${segment.name} has ${segment.end + behind} bytes, expected ${segment.end}`);
    if (segment.starts.length > 0) this.#checkedLine(this.head.seq);
    if (readBytes(segment, segment.end, behind).includes(NEWLINE)) this.#goOnInNext();
    else cutToEnd(segment);
    this.#failed = false;
  }

  clearOverrun(): readonly string[] {
    return this.#chain.bounded.flatMap((segment) => {
      const bytes = sizeOf(segment) - segment.end;
      if (bytes <= 0) return [];
      const found = `${bytes} bytes stand behind the end of ${segment.name}: a former owner wrote them after it had lost the folder, and nobody read them`;
      return [this.#options.untouched ? `${found}.` : `${found}; they were put aside in ${setAside(this.#dataDir, segment, 'aside')}.`];
    });
  }

  read(seq: number, most: number = Number.POSITIVE_INFINITY): Deed {
    const line = this.#checkedLine(seq);
    const deed = parseLine(line, this.#prevHash(seq), (name) =>
      this.#withBatch(seq, name, (dataDir, batch) => readBatch(dataDir, batch, most)),
    );
    return { ...deed, changes: deed.changes.slice(0, most), changeCount: this.#chain.batches.get(seq)?.count ?? deed.changeCount };
  }

  summary(seq: number): DeedSummary {
    return parseSummary(this.#checkedLine(seq), this.#prevHash(seq));
  }

  *changesOf(seq: number): Generator<Change> {
    const name = batchOf(this.#checkedLine(seq));
    if (name === null) return yield* this.read(seq).changes;
    const changes = this.#withBatch(seq, name, eachInBatch)[Symbol.iterator]();
    const next = () => this.#withBatch(seq, name, () => changes.next());
    for (let step = next(); !step.done; step = next()) yield step.value;
  }

  changeAt(seq: number, position: number, seen: Change): Change | null {
    const name = batchOf(this.#checkedLine(seq));
    if (name === null) return this.read(seq).changes[position - 1] ?? null;
    const digests = this.#digests.get(seq) ?? this.#withBatch(seq, name, digestsOf);
    this.#digests.set(seq, digests);
    const digest = digests.subarray((position - 1) * DIGEST_BYTES, position * DIGEST_BYTES);
    return digest.equals(digestOf(seen)) ? seen : (this.read(seq).changes[position - 1] ?? null);
  }

  async checkNextBatch(): Promise<void> {
    const seq = this.#unread.shift();
    const name = seq === undefined ? undefined : this.#chain.batches.get(seq);
    if (seq === undefined || !name) return;
    await checkBatchInParts(this.#dataDir, name).catch((error: unknown) => {
      throw this.#batchDamage(seq, name, error);
    });
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

  /** Goes on in a new file that ends the last one behind the last deed: nothing that a next owner may have read is ever cut away. */
  #goOnInNext(): void {
    const { segments, bounded } = this.#chain;
    const next = beginNext(this.#dataDir, this.#chain, this.#options.ownership.name);
    if (!next) throw new Error('another owner of the folder began the next file');
    bounded.push(lastOf(segments));
    segments.push(next);
  }

  /** The segment that `lines` go to: the last one, or a new one when it is full. */
  #segmentFor(lines: readonly Buffer[]): Segment {
    const { segments } = this.#chain;
    const last = lastOf(segments);
    if (last.starts.length === 0 || last.end + lengthOf(lines) <= this.#options.segmentBytes) return last;
    const next = createSegment(this.#dataDir, segments.length + 1, this.head.seq + 1);
    segments.push(next);
    this.#options.ownership.requireHeld();
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
      throw this.#batchDamage(seq, name, error);
    }
  }

  #batchDamage(seq: number, { sha256 }: BatchName, error: unknown) {
    return this.#damage(seq, `the file of its changes, ${sha256}, cannot be used (${messageOf(error)})`);
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
    return new DamagedError({ file: segment.name, line: lineNumber(segment, index), offset: segment.starts[index] ?? 0, seq, why });
  }
}

/** Moves what stands behind the end of a segment to a file of its own, and gives that file's name as seen from the data folder. */
function setAside(dataDir: string, segment: Segment, what: 'torn' | 'aside'): string {
  const { name, end } = segment;
  const rest = readBytes(segment, end, sizeOf(segment) - end);
  const number = name.slice(JOURNAL.length + 1, -'.ndjson'.length);
  const begin = `${JOURNAL}/${what}-${number}-${end}`;
  const path = what === 'torn' ? `${begin}.bytes` : freeName(dataDir, begin, rest);
  writeFileSync(join(dataDir, path), rest, { flush: true, mode: OWNER_ONLY.file });
  cutToEnd(segment);
  return path;
}

/** `<begin>.bytes`, or with a number where other bytes were put there before. */
function freeName(dataDir: string, begin: string, bytes: Buffer): string {
  for (let count = 1; ; count++) {
    const path = `${begin}${count === 1 ? '' : `-${count}`}.bytes`;
    if (!existsSync(join(dataDir, path)) || readFileSync(join(dataDir, path)).equals(bytes)) return path;
  }
}

function lengthOf(lines: readonly Buffer[]): number {
  return lines.reduce((bytes, line) => bytes + line.length, 0);
}

function lastOf(segments: readonly Segment[]): Segment {
  const last = segments.at(-1);
  invariant(last, 'a journal that takes deeds has a segment');
  return last;
}
