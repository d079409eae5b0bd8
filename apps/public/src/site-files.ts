import { Html, html, LANGUAGE_TAGS, type Language } from '@westgate/base';
import type { Publication } from '@westgate/contract';
import { dataLists, dataPath } from './data/data-lists.ts';
import { flatCsv } from './data/flat-records.ts';
import { embedPage, embedsIn } from './embed/embed-files.ts';
import { feedListJson, feedsIn, feedXml } from './feeds/feed-files.ts';
import { FEED_LIST } from './feeds/feed-list.ts';
import { SITE_CSS } from './look/site-css.ts';
import { groundSvg } from './map/ground.ts';
import { pagesIn } from './pages/pages.ts';
import { framed } from './parts/frame.ts';
import { policy } from './parts/policy.ts';
import { shareCardPng } from './share/card.ts';
import { type At, addressOf } from './site/at.ts';
import type { Page } from './site/page.ts';
import { type Site, siteOf } from './site/site.ts';
import { SERVED_AT } from './site-options.ts';
import { word } from './words/words.ts';

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
  /**
   * Where a server takes feedback on these pages, ending in a slash: empty where that server gives these very pages; null or left out where none does. Then no form is
   * offered and nothing to show on other sites.
   */
  readonly service?: string | null;
  /** Whether that server sends updates by mail; where it does not, or nothing is said, feeds alone are offered. */
  readonly mails?: boolean;
  /** Languages of the pages, at least one; the first stands at the root. */
  readonly languages: readonly Language[];
}

/** The public site: how many files it has, and each of them once they are asked for, one after another. */
export interface SiteFiles {
  readonly count: number;
  readonly files: Iterable<SiteFile>;
}

/** The gate in a square, for the tab of the browser. */
const ICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>Westgate</title><rect width="32" height="32" fill="#1e2326"/><path d="M6 26V9h20v17M11 26V14h10v12M4 9h24" fill="none" stroke="#faf7f1" stroke-width="2"/><path d="M16 14v12" stroke="#f08a5d" stroke-width="2"/></svg>
`;

/**
 * Every file of the public site. The same publication and options give the same bytes on the same version of Node (the picture of the share
 * card is packed by its zlib).
 */
export function siteFiles(publication: Publication, { url, languages, service = null, mails = false }: SiteOptions): SiteFiles {
  const site = siteOf(publication, { url: url === null || url.endsWith('/') ? url : `${url}/`, languages, service, mails });
  const pages = pagesIn(site);
  const beside = besidePages(site);
  return {
    count: pages.length * site.editions.length + beside.length + OTHER_FILES + (site.url === null ? 0 : FILES_OF_ADDRESS),
    files: filesOf(site, pages, beside),
  };
}

/** Files beside the pages, and those that are there where the address is known: the picture, the list for search engines, the rule for them. */
const OTHER_FILES = 4;
const FILES_OF_ADDRESS = 3;

/** A file beside the pages that is written when its turn comes. */
interface Beside {
  readonly path: string;
  readonly write: () => string;
}

/** Feeds and small pages for other sites, in ordinary type; lists as open data. */
function besidePages(site: Site): readonly Beside[] {
  const feeds = feedsIn(site);
  const embeds = embedsIn(site);
  const ofEditions = site.editions
    .filter(({ isLarge }) => !isLarge)
    .flatMap((edition) => {
      const file = <F extends { readonly path: string }>(each: F, write: (at: At, of: F) => string): Beside => {
        const at: At = { site, edition, path: each.path };
        return { path: edition.root + each.path, write: () => write(at, each) };
      };
      return [...feeds.map((each) => file(each, feedXml)), ...embeds.map((each) => file(each, embedPage))];
    });
  const lists = dataLists(site.publication).flatMap(({ name, records }) => [
    { path: dataPath(name, 'csv'), write: () => flatCsv(records) },
    { path: dataPath(name, 'json'), write: () => `${JSON.stringify({ asOf: site.publication.asOf, items: records }, null, 1)}\n` },
  ]);
  return [...ofEditions, { path: FEED_LIST, write: () => feedListJson(site, feeds) }, ...lists];
}

function* filesOf(site: Site, pages: readonly Page[], beside: readonly Beside[]): Generator<SiteFile> {
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
  for (const { path, write } of beside) yield { path, content: write() };
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

/**
 * What a web server shows where there is no page, at whatever address: so it brings its looks along, and its links are whole where it is
 * known where the site will stand.
 */
function missingPage({ url, service, editions, languages }: Site): string {
  const root = url ?? (service === '' ? SERVED_AT : '');
  const parts = editions.filter(({ isLarge }) => !isLarge);
  const [first] = languages;
  const sections = parts.map((edition) => {
    const home = `${root}${edition.root}index.html`;
    return html`<section lang="${LANGUAGE_TAGS[edition.language]}"><h2>${word({ edition }, 'missing.title')}</h2><p>${word({ edition }, 'missing.text')}</p><p><a href="${home}">${word({ edition }, 'missing.home')}</a></p></section>\n`;
  });
  const [edition] = parts;
  const title = edition ? word({ edition }, 'missing.title') : '404';
  return html`<!DOCTYPE html>
<html lang="${LANGUAGE_TAGS[first ?? 'en']}">
<head>
<meta charset="utf-8">
${policy(SITE_CSS)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Html(SITE_CSS)}</style>
</head>
<body>
<div class="sheet single"><main><h1>404</h1>
${sections}</main></div>
</body>
</html>
`.text;
}
