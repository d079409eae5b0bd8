import type { Language } from '@westgate/base';
import type { Publication, PublicCommitment, PublicPlace, PublicProject, Sentence, ThingKindName } from '@westgate/contract';
import { PLAIN_KINDS, PLURALS } from '@westgate/domain';
import { type Picture, pictureOf } from '../map/picture.ts';
import { answeredFeedback, FEEDBACK_PAGE, feedbackAnchor } from './feedback-of.ts';
import { sectionOf } from './sections.ts';

/** Names that a list takes for its own pages, or that Windows keeps for itself. */
const TAKEN = /^(?:index|page-\d+|con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

/** One way the whole site is written: in a language, in ordinary or large type. */
export interface Edition {
  readonly language: Language;
  readonly isLarge: boolean;
  /** Folder of its pages within the site: empty, or ending in `/`. */
  readonly root: string;
}

/** What all pages are made from. */
export interface Site {
  readonly publication: Publication;
  /** Where the site will stand, ending in `/`; null where that is not known. */
  readonly url: string | null;
  /** Where a server takes feedback, ending in `/`: empty where it gives these pages itself; null where there is none. */
  readonly service: string | null;
  /** Whether that server sends updates by mail. */
  readonly mails: boolean;
  readonly languages: readonly Language[];
  readonly editions: readonly Edition[];
  readonly picture: Picture;
  readonly sentences: ReadonlyMap<string, Sentence>;
  readonly commitments: ReadonlyMap<string, PublicCommitment>;
  readonly places: ReadonlyMap<string, PublicPlace>;
  readonly projects: ReadonlyMap<string, PublicProject>;
  /** Path of a record's page within an edition, with its anchor where it has no page of its own; null where it is not public. */
  readonly pathOf: (kind: ThingKindName, id: string) => string | null;
}

/** The kinds of records of which each has a page, in a folder of its kind. */
const WITH_PAGE = [
  'document',
  'commitment',
  'place',
  'project',
  'indicator',
  ...PLAIN_KINDS.filter((kind) => sectionOf(kind) !== 'about'),
] as const;

/** The site of a publication, in `languages`, the first of them at its root. */
export function siteOf(
  publication: Publication,
  { url, languages, service, mails }: Pick<Site, 'url' | 'languages' | 'service' | 'mails'>,
): Site {
  const { sentences, commitments, places, projects } = publication;
  const paths = pathsOf(publication);
  return {
    publication,
    url,
    service,
    mails,
    languages,
    editions: editionsOf(languages),
    picture: pictureOf(publication),
    sentences: byId(sentences),
    commitments: byId(commitments),
    places: byId(places),
    projects: byId(projects),
    pathOf: (kind, id) => paths.get(`${kind}:${id}`) ?? null,
  };
}

function editionsOf(languages: readonly Language[]): readonly Edition[] {
  return [false, true].flatMap((isLarge) =>
    languages.map((language, index) => ({ language, isLarge, root: `${isLarge ? 'large/' : ''}${index === 0 ? '' : `${language}/`}` })),
  );
}

function pathsOf(publication: Publication): ReadonlyMap<string, string> {
  const paths = new Map<string, string>([[`district:${publication.district.id}`, 'index.html']]);
  for (const kind of WITH_PAGE) {
    const folder = kind === 'document' ? 'plans' : PLURALS[kind];
    const ids = publication[PLURALS[kind]].map(({ id }) => id);
    for (const [id, name] of fileNames(ids)) paths.set(`${kind}:${id}`, `${folder}/${name}.html`);
  }
  for (const { id, document } of publication.sentences) {
    const page = paths.get(`document:${document}`);
    if (page !== undefined) paths.set(`sentence:${id}`, `${page}#${sentenceAnchor(id)}`);
  }
  for (const { id } of publication.departments) paths.set(`department:${id}`, `departments.html#${departmentAnchor(id)}`);
  for (const { id } of answeredFeedback(publication)) paths.set(`feedback:${id}`, `${FEEDBACK_PAGE}#${feedbackAnchor(id)}`);
  return paths;
}

/** Where the page of open data lies. */
export const DATA_PAGE = 'data.html';
/** The feed of everything, within an edition. */
export const FEED = 'feed.xml';

/** Path of the feed of a record within an edition; null where it has no page. */
export function feedPath({ pathOf }: Pick<Site, 'pathOf'>, kind: ThingKindName, id: string): string | null {
  return pathOf(kind, id)?.replace(/\.html$/, `/${FEED}`) ?? null;
}

/** Path of the small page of a record for other sites, within an edition; null where it has no page. */
export function embedPath({ pathOf }: Pick<Site, 'pathOf'>, kind: 'commitment' | 'indicator', id: string): string | null {
  return pathOf(kind, id)?.replace(/^[^/]+/, `embed/${kind}`) ?? null;
}

/** The anchor of a sentence on the page of its text. */
export function sentenceAnchor(id: string): string {
  return `s-${id}`;
}

/** The anchor of a department on the page of departments. */
export function departmentAnchor(id: string): string {
  return `d-${id}`;
}

/** The anchor of a source on the page of sources. */
export function sourceAnchor(id: string): string {
  return `from-${id}`;
}

function byId<R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.map((record) => [record.id, record]));
}

/** The plans of which a text is public. */
export function plansOf({ publication }: Site): Site['publication']['documents'] {
  return publication.documents.filter(({ sentenceCount }) => sentenceCount > 0);
}

/**
 * A file name, without its ending, for each id: the id itself in small letters, with a number behind it where two ids differ in capitals
 * alone or the name is taken, so that the site is the same on a disk that does not tell capitals apart.
 */
export function fileNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const used = new Set<string>();
  const names = new Map<string, string>();
  for (const id of ids) {
    const plain = id.toLowerCase();
    let name = TAKEN.test(plain) ? `${plain}-1` : plain;
    for (let number = 2; used.has(name); number += 1) name = `${plain}-${number}`;
    used.add(name);
    names.set(id, name);
  }
  return names;
}
