import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DayString, WestgateError } from '@westgate/base';
import { jobRunner } from '@westgate/desk';
import { SERVED_AT, siteLanguages, siteUrl } from '@westgate/public/options';
import type { Rests } from '../answers/answer-files.ts';
import type { Office } from '../office/office.ts';
import { heldDistrict } from '../present/district.ts';
import { publicationPieces } from '../present/publication.ts';
import { isLanguage } from '../present/vocabulary.ts';
import { textInSlices } from '../view/in-slices.ts';
import type { View } from '../view/view.ts';
import { isMissing } from './folder.ts';
import type { jobs } from './jobs.ts';
import { MANIFEST, type Manifest, manifestIn } from './manifest.ts';
import type { SiteQuestion } from './write-site-job.ts';

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
  /** The address of the server that takes feedback; empty where it gives the pages itself. */
  readonly service?: string | undefined;
}

/** What the pages of an ask are made from. */
export interface SiteBasis extends Pick<SiteQuestion, 'url' | 'languages' | 'service' | 'mails'> {
  readonly view: View;
  readonly hash: string;
  readonly rests: Rests;
}

/** The module of the jobs of publishing. */
export const SITE_JOBS = new URL('./jobs.js', import.meta.url);
const run = jobRunner<typeof jobs>(SITE_JOBS);
/** A large district makes tens of thousands of pages. */
export const SITE_LIMITS = { wallMs: 3_600_000, memoryMb: 1_500, inputBytes: 1_000_000_000, isLong: true } as const;

/** Writes the public pages for the screens: the same files as the command, made in a process of their own. */
export class Publisher {
  readonly site: SiteFolder | null;
  readonly #office: Office;
  readonly #origin: string | null;
  readonly #sendsMails: boolean;

  /** `site` null: the screens offer an archive to download, and write no folder. `origin`: where browsers reach the office, where that is set; `sendsMails`: it has a mail server. */
  constructor(
    office: Office,
    site: SiteFolder | null,
    { origin, sendsMails }: { readonly origin: string | null; readonly sendsMails: boolean },
  ) {
    this.#office = office;
    this.site = site;
    this.#origin = origin;
    this.#sendsMails = sendsMails;
  }

  /** The address at which this server gives the pages; null where nobody said where browsers reach it. */
  served(): string | null {
    return this.#origin && `${this.#origin}${SERVED_AT}`;
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
  async basisOf({ asOf, lang, url, service }: SiteAsk): Promise<SiteBasis> {
    const view = this.#office.publicView(asOf);
    const district = heldDistrict(view.register);
    const [last] = await this.#office.desk.deeds(1, view.seq + 1);
    const held = district.languages.filter(isLanguage);
    const languages = siteLanguages(held, lang);
    if (languages === null) throw invalid('lang', `languages of the district (${held.join(', ')}), separated by commas`, lang);
    const address = url === undefined ? null : siteUrl(url);
    if (url !== undefined && address === null) throw invalid('url', 'where the pages will stand, such as https://example.org/plan/', url);
    const server = service === undefined || service === '' ? (service ?? null) : serviceOf(service);
    const mails = server !== null && this.#sendsMails;
    const { seq, today } = view;
    const key = ['site', seq, view.asOf, today, languages.join(), address ?? '', server ?? '-', mails ? 'mails' : ''].join(' ');
    return { view, hash: last?.hash ?? '', url: address, service: server, mails, languages, rests: { key, seq } };
  }

  /** The bytes of the archive of `basis`. */
  async *archive(basis: SiteBasis): AsyncGenerator<Uint8Array> {
    const path = this.newPath();
    try {
      await run('write-site', await this.question(basis, { archive: path }), SITE_LIMITS);
      for await (const part of createReadStream(path)) yield part;
    } finally {
      await rm(path, { force: true });
    }
  }

  /** Where an archive is written before it is kept or sent. */
  newPath(): string {
    return join(this.#office.desk.files.incoming(), `westgate-site-${randomUUID()}`);
  }

  /** The folder to publish into. Throws `WG_INPUT_INVALID` where the operator named none. */
  folder(): SiteFolder {
    if (this.site) return this.site;
    throw invalid('to', 'archive, as the operator named no folder to publish into (serve --site)', 'folder');
  }

  /** What is asked of the worker that writes the pages of `basis`. */
  async question({ view, hash, url, service, mails, languages }: SiteBasis, to: SiteQuestion['to']): Promise<SiteQuestion> {
    const pieces: string[] = [];
    for await (const piece of textInSlices(publicationPieces(view, hash))) pieces.push(piece);
    return { publication: pieces.join(''), url, service, mails, languages, to };
  }
}

/** Where the server at an address takes feedback. Throws `WG_INPUT_INVALID` where it is no address. */
function serviceOf(text: string): string {
  const address = siteUrl(text);
  if (address === null) throw invalid('serviceUrl', 'where Westgate is reached, such as https://westgate.example/', text);
  return address.endsWith(SERVED_AT) ? address : `${address}${SERVED_AT.slice(1)}`;
}

function invalid(field: string, expected: string, found: string | undefined): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', `${field}: expected ${expected}, got "${found?.slice(0, 80)}"`);
}
