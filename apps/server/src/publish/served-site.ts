import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Turns } from '@westgate/base';
import type { Periods } from '../running/periods.ts';
import type { Runs } from '../runs/runs.ts';
import { MANIFEST, type Manifest, manifestIn } from './manifest.ts';
import { ZipReader } from './read-zip.ts';

/** A file of the pages that stand, by its path, and what it is known by. */
export interface ServedFile {
  readonly path: string;
  readonly tag: string;
  readonly bytes: () => Promise<Buffer>;
}

interface Standing {
  readonly sha256: string;
  readonly zip: ZipReader;
}

/** The public pages that were published to this server, as they were made: nothing is added to them that the office did since. */
export class ServedSite {
  readonly #runs: Pick<Runs, 'standing' | 'file'>;
  readonly #incoming: () => string;
  readonly #periods: Pick<Periods, 'siteLookMs' | 'siteEndMs'>;
  readonly #turns = new Turns();
  #standing: Standing | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;

  /** `incoming`: the folder for files that are not kept. */
  constructor(runs: Pick<Runs, 'standing' | 'file'>, incoming: () => string, periods: Pick<Periods, 'siteLookMs' | 'siteEndMs'>) {
    this.#periods = periods;
    this.#runs = runs;
    this.#incoming = incoming;
  }

  /** Whether pages were published here. */
  async isThere(): Promise<boolean> {
    return (await this.#now()) !== null;
  }

  /** What was published here; null where nothing was. */
  async about(): Promise<Manifest | null> {
    const file = await this.file(MANIFEST);
    return file && manifestIn((await file.bytes()).toString('utf8'));
  }

  /** The file at a path; null where none is. */
  async file(path: string): Promise<ServedFile | null> {
    const standing = await this.#now();
    const entry = standing?.zip.entries.get(path);
    if (!standing || !entry) return null;
    return { path, tag: `"${standing.sha256.slice(0, 16)}-${entry.crc.toString(16)}"`, bytes: () => standing.zip.bytesOf(entry) };
  }

  close(): void {
    this.#standing?.zip.close();
    this.#standing = null;
  }

  async #now(): Promise<Standing | null> {
    if (performance.now() - this.#lookedAt < this.#periods.siteLookMs) return this.#standing;
    return this.#turns.take(() => this.#look());
  }

  async #look(): Promise<Standing | null> {
    if (performance.now() - this.#lookedAt < this.#periods.siteLookMs) return this.#standing;
    const sha256 = (await this.#runs.standing('public-pages'))?.file ?? null;
    if (sha256 !== (this.#standing?.sha256 ?? null)) {
      const before = this.#standing;
      this.#standing = sha256 === null ? null : { sha256, zip: await this.#opened(sha256) };
      if (before) setTimeout(() => before.zip.close(), this.#periods.siteEndMs).unref();
    }
    this.#lookedAt = performance.now();
    return this.#standing;
  }

  /** The archive as a file of this process alone: its name is gone at once, its bytes when it is closed. */
  async #opened(sha256: string): Promise<ZipReader> {
    const path = join(this.#incoming(), `westgate-public-${randomUUID()}`);
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const part of this.#runs.file(sha256)) await file.appendFile(part);
      await file.close();
      return await ZipReader.open(path);
    } finally {
      await file.close();
      rmSync(path, { force: true });
    }
  }
}
