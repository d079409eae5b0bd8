import { Html, html } from '@westgate/base';
import { SITE_CSS } from '../look/site-css.ts';
import { policy } from '../parts/policy.ts';
import type { Site } from '../site/site.ts';
import { LANGUAGE_TAGS } from '../words/say.ts';
import { word } from '../words/words.ts';

/**
 * What a web server shows where there is no page, at whatever address: so it brings its looks along, and its links are whole where it is
 * known where the site will stand.
 */
export function missingPage({ url, editions, languages }: Site): string {
  const parts = editions.filter(({ isLarge }) => !isLarge);
  const [first] = languages;
  const sections = parts.map((edition) => {
    const home = `${url ?? ''}${edition.root}index.html`;
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
