import type { Language } from '@westgate/base';
import type { Publication } from '@westgate/contract';
import { ICON_SVG } from './look/icon.ts';
import { SITE_CSS } from './look/site-css.ts';
import { groundSvg } from './map/ground.ts';
import { missingPage } from './pages/missing.ts';
import { pagesIn } from './pages/pages.ts';
import { framed } from './parts/frame.ts';
import { shareCardPng } from './share/card.ts';
import type { At } from './site/at.ts';
import { addressOf } from './site/at.ts';
import type { Page } from './site/page.ts';
import { type Site, siteOf } from './site/site.ts';

/** One file of the site. */
export interface SiteFile {
  /** Path within the site, `/` between parts. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** How a publication is written. */
export interface SiteOptions {
  /** The address at which the site will stand; null where that is not known: then there are no QR codes and no picture for share cards. */
  readonly url: string | null;
  /** Languages of the pages, at least one; the first stands at the root. */
  readonly languages: readonly Language[];
}

/** The public site: how many files it has, and each of them once they are asked for, one after another. */
export interface SiteFiles {
  readonly count: number;
  readonly files: Iterable<SiteFile>;
}

/**
 * Every file of the public site. The same publication and options give the same bytes on the same version of Node (the picture of the share
 * card is packed by its zlib).
 */
export function siteFiles(publication: Publication, { url, languages }: SiteOptions): SiteFiles {
  const site = siteOf(publication, url === null || url.endsWith('/') ? url : `${url}/`, languages);
  const pages = pagesIn(site);
  return {
    count: pages.length * site.editions.length + OTHER_FILES + (site.url === null ? 0 : FILES_OF_ADDRESS),
    files: filesOf(site, pages),
  };
}

/** Files beside the pages, and those that are there where the address is known: the picture, the list for search engines, the rule for them. */
const OTHER_FILES = 4;
const FILES_OF_ADDRESS = 3;

function* filesOf(site: Site, pages: readonly Page[]): Generator<SiteFile> {
  yield { path: 'assets/site.css', content: SITE_CSS };
  yield { path: 'assets/icon.svg', content: ICON_SVG };
  yield { path: 'assets/ground.svg', content: groundSvg(site.picture) };
  if (site.url !== null) yield { path: 'assets/share.png', content: shareCardPng(site) };
  for (const edition of site.editions) {
    for (const page of pages) {
      const at: At = { site, edition, path: page.path };
      yield { path: edition.root + page.path, content: framed(at, page, page.write(at)) };
    }
  }
  yield { path: '404.html', content: missingPage(site) };
  if (site.url === null) return;
  yield { path: 'sitemap.xml', content: sitemap(site, pages) };
  yield { path: 'robots.txt', content: `User-agent: *\nAllow: /\nSitemap: ${site.url}sitemap.xml\n` };
}

/** The pages in ordinary type, for search engines: those in large type say the same. */
function sitemap(site: Site, pages: readonly Page[]): string {
  const rows = site.editions
    .filter(({ isLarge }) => !isLarge)
    .flatMap((edition) => pages.map(({ path }) => addressOf({ site, edition, path }, edition) ?? ''));
  const listed = rows.map((address) => `<url><loc>${address.replaceAll('&', '&amp;')}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${listed.join('\n')}\n</urlset>\n`;
}
