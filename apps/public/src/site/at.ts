import type { Edition, Site } from './site.ts';

/** Where in the site a page stands: everything that is said on it is said from here. */
export interface At {
  readonly site: Site;
  readonly edition: Edition;
  /** Path of the page within its edition, such as `places/x.html`. */
  readonly path: string;
}

/** From this page to a path of the same edition, relative, so that it works in a folder as well as on a server. */
export function hrefTo(at: At, path: string): string {
  return relative(at.edition.root + at.path, at.edition.root + path);
}

/** From this page to the same page of another edition. */
export function hrefToTwin(at: At, edition: Edition): string {
  return relative(at.edition.root + at.path, edition.root + at.path);
}

/** From this page to a file that all editions share. */
export function hrefToAsset(at: At, name: string): string {
  return relative(at.edition.root + at.path, `assets/${name}`);
}

/** From this page to a path from the root of the site, such as that of a file in one edition. */
export function hrefToShared(at: At, path: string): string {
  return relative(at.edition.root + at.path, path);
}

/** From this page to where the server takes what people write; null where these pages stand without one. */
export function hrefToService(at: At, path: string): string | null {
  const { service } = at.site;
  return service === null ? null : service === '' ? hrefToShared(at, path) : service + path;
}

/** The whole address of this page in an edition; null where it is not known where the site will stand. */
export function addressOf({ site, path }: At, edition: Edition): string | null {
  return site.url && `${site.url}${edition.root}${path}`.replace(/(^|\/)index\.html$/, '$1');
}

/** The other edition of the same type size in another language, and that of the other size in the same language. */
export function editionLike({ site, edition }: At, other: Partial<Edition>): Edition | null {
  const wanted = { ...edition, ...other };
  return site.editions.find(({ language, isLarge }) => language === wanted.language && isLarge === wanted.isLarge) ?? null;
}

function relative(from: string, to: string): string {
  const [path = '', anchor] = to.split('#');
  const hash = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`;
  if (path === from && hash !== '') return hash;
  const [here, there] = [from.split('/').slice(0, -1), path.split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const up = '../'.repeat(here.length - shared);
  return `${up}${there.slice(shared).map(encodeURIComponent).join('/')}${hash}`;
}
