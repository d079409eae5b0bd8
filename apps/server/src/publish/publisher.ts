import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DayString, invariant, WestgateError } from '@westgate/base';
import { jobRunner, workingFor } from '@westgate/desk';
import { siteLanguages, siteUrl } from '@westgate/public/options';
import type { Rests } from '../answers/answer-files.ts';
import type { Office } from '../office/office.ts';
import { heldDistrict } from '../present/district.ts';
import { publicationPieces } from '../present/publication.ts';
import { isLanguage } from '../present/vocabulary.ts';
import { textInSlices } from '../view/in-slices.ts';
import type { View } from '../view/view.ts';
import { isMissing } from './folder.ts';
import type { jobs } from './jobs.ts';
import { MANIFEST, type Manifest, manifestIn, type SiteSize } from './manifest.ts';
import type { SiteProgress, SiteQuestion } from './write-site-job.ts';

/** Where the operator lets the screens publish to. */
export interface SiteFolder {
  readonly dir: string;
  /** The address at which it is shown, ending in a slash; null where nothing is said. */
  readonly url: string | null;
}

/** How the pages are wanted: as the command takes it. */
export interface SiteAsk {
  readonly asOf: DayString | null;
  /** Languages separated by commas, the first at the root; those of the district where nothing is said. */
  readonly lang?: string | undefined;
  readonly url?: string | undefined;
}

/** What the pages of an ask are made from. */
export interface SiteBasis extends Pick<SiteQuestion, 'url' | 'languages'> {
  readonly view: View;
  readonly hash: string;
  readonly rests: Rests;
}

const run = jobRunner<typeof jobs>(new URL('./jobs.js', import.meta.url));
/** A large district makes tens of thousands of pages. */
const LIMITS = { wallMs: 3_600_000, memoryMb: 1_500, inputBytes: 1_000_000_000, isLong: true } as const;
/** Sizes that are remembered: more than there are archives at a time. */
const SIZES_KEPT = 1_000;

/** Writes the public pages for the screens: the same files as the command, made in a process of their own. */
export class Publisher {
  readonly site: SiteFolder | null;
  readonly #office: Office;
  readonly #progress = new Map<string, SiteProgress>();
  readonly #sizes = new Map<string, SiteSize>();
  readonly #makings = new Map<string, Promise<void>>();
  readonly #ending = new AbortController();

  /** `site` null: the screens offer an archive to download, and write no folder. */
  constructor(office: Office, site: SiteFolder | null) {
    this.#office = office;
    this.site = site;
  }

  /** How far the publishing with that key has come; null where none is going on. */
  progress(key: string): SiteProgress | null {
    return this.#progress.get(key) ?? null;
  }

  /** What stands in the folder of the operator; null where nothing does, or something else. */
  async published(): Promise<Manifest | null> {
    if (this.site === null) return null;
    try {
      return manifestIn(await readFile(join(this.site.dir, MANIFEST), 'utf8'));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** What the pages of `ask` are made from. Throws `WG_NO_DISTRICT`; `WG_INPUT_INVALID` for a language or an address that cannot be. */
  async basisOf({ asOf, lang, url }: SiteAsk): Promise<SiteBasis> {
    const view = this.#office.publicView(asOf);
    const district = heldDistrict(view.register);
    const [last] = await this.#office.desk.deeds(1, view.seq + 1);
    const held = district.languages.filter(isLanguage);
    const languages = siteLanguages(held, lang);
    if (languages === null) throw invalid('lang', `languages of the district (${held.join(', ')}), separated by commas`, lang);
    const address = url === undefined ? null : siteUrl(url);
    if (url !== undefined && address === null) throw invalid('url', 'where the pages will stand, such as https://example.org/plan/', url);
    const { seq, today } = view;
    const key = ['site', seq, view.asOf, today, languages.join(), address ?? ''].join(' ');
    return { view, hash: last?.hash ?? '', url: address, languages, rests: { key, seq } };
  }

  /**
   * Does `work` once for all who ask for `name` while it is going on, and to its end, though they hang up: a large district takes longer than
   * whatever stands between waits for an answer. Whoever asks again waits for the same.
   */
  async toEnd(name: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#ending;
    const going =
      this.#makings.get(name) ?? workingFor({ owner: 'publishing', signal }, () => work(signal)).finally(() => this.#makings.delete(name));
    this.#makings.set(name, going);
    await going;
  }

  /** Gives up what is being made. */
  async close(): Promise<void> {
    this.#ending.abort();
    await Promise.allSettled(this.#makings.values());
  }

  /** The bytes of the archive of `basis`. */
  async *archive(basis: SiteBasis, key?: string): AsyncGenerator<Uint8Array> {
    const path = join(this.#office.desk.files.incoming(), `westgate-site-${randomUUID()}`);
    try {
      await this.#write(basis, { archive: path }, key);
      for await (const part of createReadStream(path)) yield part;
    } finally {
      await rm(path, { force: true });
    }
  }

  /** How large the pages of `basis` are, which were made. */
  sizeOf({ rests }: SiteBasis): SiteSize {
    const size = this.#sizes.get(rests.key);
    invariant(size, 'the size of what was made is known');
    return size;
  }

  /** The folder to publish into. Throws `WG_INPUT_INVALID` where the operator named none. */
  folder(): SiteFolder {
    if (this.site) return this.site;
    throw invalid('to', 'archive, as the operator named no folder to publish into (serve --site)', 'folder');
  }

  /** Publishes into a folder in one step. Throws what `saveSite` throws. */
  async publish(basis: SiteBasis, { dir }: SiteFolder, key?: string): Promise<void> {
    await this.#write(basis, { folder: dir }, key);
  }

  async #write({ view, hash, url, languages, rests }: SiteBasis, to: SiteQuestion['to'], key?: string): Promise<void> {
    const pieces: string[] = [];
    for await (const piece of textInSlices(publicationPieces(view, hash))) pieces.push(piece);
    const question: SiteQuestion = { publication: pieces.join(''), url, languages, to };
    try {
      const size = await run('write-site', question, LIMITS, undefined, (progress) => {
        if (key !== undefined) this.#progress.set(key, progress);
      });
      this.#sizes.set(rests.key, size);
      for (const oldest of [...this.#sizes.keys()].slice(0, -SIZES_KEPT)) this.#sizes.delete(oldest);
    } finally {
      if (key !== undefined) this.#progress.delete(key);
    }
  }
}

function invalid(field: string, expected: string, found: string | undefined): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', `${field}: expected ${expected}, got "${found?.slice(0, 80)}"`);
}
