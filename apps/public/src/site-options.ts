import type { Language } from '@westgate/base';

export { FOLLOWED_KINDS } from './site/followed-kinds.ts';

/** Where a server gives the pages that it published. */
export const SERVED_AT = '/public/';

/** The address at which a site will stand, ending in a slash; null where `text` is none that may be put before every path. */
export function siteUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href, search, hash, username } = new URL(text);
  if (!/^https?:$/.test(protocol) || search !== '' || hash !== '' || username !== '') return null;
  return href.endsWith('/') ? href : `${href}/`;
}

/** The languages of a site in the order `asked`, each once; all `held` ones where nothing is asked; null where one asked for is none of them. */
export function siteLanguages(held: readonly Language[], asked: string | undefined): readonly Language[] | null {
  if (asked === undefined) return held;
  const wanted = [...new Set(asked.split(',').map((part) => part.trim()))];
  const known = wanted.flatMap((language) => held.find((each) => each === language) ?? []);
  return known.length === wanted.length ? known : null;
}
