import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { inBackground, Turns, WestgateError } from '@westgate/base';
import { workingFor } from '@westgate/desk';

/** How much is made and kept of answers that are files. */
export interface AnswerFileLimits {
  /** Files that wait to be made at the same time, the one being made among them. */
  readonly builds: number;
  /** Bytes of made files that are kept for the next who asks. */
  readonly keptAnswerBytes: number;
  /** Milliseconds of making until what is there may be taken: what is made sooner is sent with its length, and a failure as an error. */
  readonly longBuildMs: number;
  /** Between two looks at a file that grows. */
  readonly buildLookMs: number;
}

/** Is told of work in the background that failed, by its name. */
export type OnError = Parameters<typeof inBackground>[2];

/** What an answer is made of, part by part. */
export type Parts = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** What a file rests on. */
export interface Rests {
  /** All of it, the deed among them. */
  readonly key: string;
  /** The deed after which it says what it says; null for what no deed makes otherwise. */
  readonly seq: number | null;
}

/** A file that was made, held until `letGo` is called. */
export interface HeldFile extends Made {
  /** It was made for whoever asked now. */
  readonly isNew: boolean;
  letGo(): void;
}

/** A file that is being made still, held until `letGo` is called. */
export interface GrowingFile extends Pick<HeldFile, 'isNew' | 'letGo'> {
  /** Rejects where the making fails. */
  readonly whole: Promise<Made>;
  /** Its bytes as they are made; ends when it is whole, throws where the making fails. */
  parts(): AsyncGenerator<Uint8Array, void>;
}

const PART_BYTES = 64 * 1024;

interface Made {
  readonly path: string;
  readonly bytes: number;
}

/** One file, made or being made, and how many wait for it or take it. */
interface Entry {
  readonly rests: Rests;
  readonly abort: AbortController;
  readonly made: Promise<Made>;
  /** Its path, when it has been in the making for long and has begun; resolves at no other time. */
  readonly begun: Promise<string>;
  /** Null until it is made. */
  file: Made | null;
  takers: number;
}

/**
 * Large answers as files on the disk: each is made once, whoever asks for it waits for the same making, and is sent from the disk, so that no
 * answer stands in memory however many take it, and however slowly. One is made at a time; one that nobody waits for any more is given up.
 */
export class AnswerFiles {
  readonly #parentOf: () => string;
  readonly #limits: AnswerFileLimits;
  readonly #onError: OnError;
  /** By what they rest on, the one asked for last at the end. */
  readonly #entries = new Map<string, Entry>();
  /** Of a name of our own within the parent, which may be made anew meanwhile. */
  readonly #name = `westgate-answers-${randomUUID()}`;
  readonly #turns = new Turns();
  #folder: string | null = null;
  /** Nothing that rests on an earlier deed is kept. */
  #since = 0;

  /**
   * @param parentOf names where a folder of our own is made with the first file; {@link close} removes it.
   * @param onError is told of a file that could not be removed.
   */
  constructor(parentOf: () => string, limits: AnswerFileLimits, onError: OnError) {
    this.#parentOf = parentOf;
    this.#onError = onError;
    this.#limits = limits;
  }

  /**
   * The file of what is named, made by `make` where it is not there. Throws `WG_TOO_MANY` where too many wait to be made; where `signal`
   * says that whoever asked has gone, its reason.
   */
  async of(rests: Rests, make: () => Parts, signal: AbortSignal): Promise<HeldFile> {
    return this.#hold(rests, make, signal, async (entry, held) => ({ ...(await entry.made), ...held }));
  }

  /** The same; where it is long in the making, as it grows. */
  async growing(rests: Rests, make: () => Parts, signal: AbortSignal): Promise<HeldFile | GrowingFile> {
    return this.#hold(rests, make, signal, async (entry, held) => {
      const made = await Promise.race([entry.made, entry.begun]);
      if (typeof made !== 'string') return { ...made, ...held };
      return { ...held, whole: entry.made, parts: () => partsAsMade(made, entry, this.#limits.buildLookMs) };
    });
  }

  async #hold<Held>(
    rests: Rests,
    make: () => Parts,
    signal: AbortSignal,
    wait: (entry: Entry, held: Pick<HeldFile, 'isNew' | 'letGo'>) => Promise<Held>,
  ): Promise<Held> {
    const known = this.#known(rests);
    const entry = known ?? this.#begin(rests, make);
    this.#entries.delete(rests.key);
    this.#entries.set(rests.key, entry);
    entry.takers += 1;
    const letGo = once(() => this.#letGo(entry));
    signal.addEventListener('abort', letGo, { once: true });
    try {
      const held = await wait(entry, { isNew: known === undefined, letGo });
      signal.throwIfAborted();
      return held;
    } catch (error) {
      letGo();
      throw error;
    }
  }

  /** Removes what rests on a deed before `seq`; what is being taken is removed with its last taker. */
  keepSince(seq: number): void {
    this.#since = seq;
    for (const entry of [...this.#entries.values()]) if (entry.takers === 0 && this.#isFormer(entry)) this.#drop(entry);
  }

  /** Ends what is being made and removes every file. */
  async close(): Promise<void> {
    for (const { abort } of this.#entries.values()) abort.abort();
    await Promise.allSettled([...this.#entries.values()].map(({ made }) => made));
    this.#entries.clear();
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
  }

  /** The entry that is there; none where a cleaner of temporary files has removed its file. */
  #known({ key }: Rests): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry?.file || existsSync(entry.file.path)) return entry;
    this.#drop(entry);
    return undefined;
  }

  #begin(rests: Rests, make: () => Parts): Entry {
    const waiting = [...this.#entries.values()].filter(({ file }) => file === null).length;
    if (waiting >= this.#limits.builds)
      throw new WestgateError('WG_TOO_MANY', `expected at most ${this.#limits.builds} files to be made at a time; try again shortly`);
    const abort = new AbortController();
    let sayBegun: (path: string) => void = () => undefined;
    const begun = new Promise<string>((resolve) => {
      sayBegun = resolve;
    });
    const made = this.#turns.take(() => this.#write(make, abort.signal, sayBegun));
    const entry: Entry = { rests, abort, made, begun, file: null, takers: 0 };
    made.then(
      (file) => {
        entry.file = file;
        this.#shrink();
      },
      () => this.#drop(entry),
    );
    return entry;
  }

  /** Work that is shared ends when nobody waits for it, not with whoever asked first. */
  async #write(make: () => Parts, signal: AbortSignal, sayBegun: (path: string) => void): Promise<Made> {
    signal.throwIfAborted();
    this.#folder = join(this.#parentOf(), this.#name);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, randomUUID());
    const file = createWriteStream(path, { mode: 0o600, flags: 'wx' });
    const beganMs = performance.now();
    const looking = setInterval(() => {
      if (file.bytesWritten > 0 && performance.now() - beganMs >= this.#limits.longBuildMs) sayBegun(path);
    }, this.#limits.buildLookMs);
    try {
      await workingFor({ owner: 'answers', signal }, () => pipeline(Readable.from(make()), file, { signal }));
      const { size } = await stat(path);
      signal.throwIfAborted();
      return { path, bytes: size };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      clearInterval(looking);
    }
  }

  #letGo(entry: Entry): void {
    entry.takers -= 1;
    if (entry.takers > 0) return;
    if (entry.file === null) entry.abort.abort();
    if (entry.file === null || this.#isFormer(entry)) this.#drop(entry);
    else this.#shrink();
  }

  #isFormer({ rests: { seq } }: Entry): boolean {
    return seq !== null && seq < this.#since;
  }

  /** Removes the files that were not asked for longest until what is kept fits; one that is being taken stays. */
  #shrink(): void {
    let kept = [...this.#entries.values()].reduce((sum, { file }) => sum + (file?.bytes ?? 0), 0);
    for (const entry of this.#entries.values()) {
      if (kept <= this.#limits.keptAnswerBytes) return;
      if (entry.file === null || entry.takers > 0) continue;
      kept -= entry.file.bytes;
      this.#drop(entry);
    }
  }

  #drop(entry: Entry): void {
    const { rests, file } = entry;
    if (this.#entries.get(rests.key) === entry) this.#entries.delete(rests.key);
    if (file !== null) inBackground('remove the file of an answer', () => rm(file.path, { force: true }), this.#onError);
  }
}

/** The bytes of the file of `entry`, which is written at `path`: what is there, and what comes. */
async function* partsAsMade(path: string, entry: Entry, lookMs: number): AsyncGenerator<Uint8Array, void> {
  const file = await open(path);
  try {
    for (let at = 0; ; ) {
      const isWhole = entry.file !== null;
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PART_BYTES), 0, PART_BYTES, at);
      at += bytesRead;
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
      else if (isWhole) return;
      else await Promise.race([entry.made, sleep(lookMs)]);
    }
  } finally {
    await file.close();
  }
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
