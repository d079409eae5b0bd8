import { type Html, html, LANGUAGE_TAGS } from '@westgate/base';
import { SHARE_SIZE } from '../look/share-size.ts';
import { type At, addressOf, editionLike, hrefTo, hrefToAsset, hrefToShared, hrefToTwin } from '../site/at.ts';
import type { Content, Page } from '../site/page.ts';
import { DATA_PAGE, type Edition, FEED } from '../site/site.ts';
import { plain, said, saidOrNothing, when } from '../words/say.ts';
import { word } from '../words/words.ts';
import { navigation } from './navigation.ts';
import { policy } from './policy.ts';
import { qrBlock } from './qr.ts';

/** The whole page in one edition as text. No script, no style of its own: all looks come from one style sheet. */
export function framed(at: At, page: Page, { title, description, main, aside }: Content): string {
  const { edition, site } = at;
  const district = plain(at, site.publication.district.name);
  const whole = title === district ? title : `${title} · ${district}`;
  const code = qrBlock(at);
  const side = aside || code ? html`<aside aria-label="${word(at, 'aside.name')}">${aside}${code}</aside>` : null;
  return html`<!DOCTYPE html>
<html lang="${LANGUAGE_TAGS[edition.language]}"${edition.isLarge ? html` class="large"` : null}>
<head>
<meta charset="utf-8">
${policy()}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${whole}</title>
<meta name="description" content="${description}">
${shareCard(at, whole, description)}${alternates(at)}
<link rel="alternate" type="application/atom+xml" title="${district}" href="${hrefToShared(at, ordinaryRootOf(at) + FEED)}">
<link rel="icon" href="${hrefToAsset(at, 'icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${hrefToAsset(at, 'site.css')}">
</head>
<body>
<a class="skip" href="#main">${word(at, 'skip')}</a>
${head(at, page)}
<div class="sheet${aside === null ? ' single' : ''}">
<main id="main">
${main}
</main>
${side}
</div>
${foot(at)}
</body>
</html>
`.text;
}

function head(at: At, page: Page): Html {
  const { district } = at.site.publication;
  const notice = saidOrNothing(at, district.label);
  return html`<header class="head">
<p class="brand"><a href="${hrefTo(at, 'index.html')}">${said(at, district.name)}</a></p>
${navigation(at, page.section)}
${notice && html`<p class="notice"><span class="sample">${notice}</span></p>`}
<nav class="switches" aria-label="${word(at, 'switches')}"><ul>${languageSwitches(at)}${sizeSwitch(at)}</ul></nav>
</header>`;
}

/** The same page in the other languages. */
function languageSwitches(at: At): readonly (Html | null)[] {
  return at.site.languages.map((language) => {
    const twin = editionLike(at, { language });
    if (language === at.edition.language || !twin) return null;
    const tag = LANGUAGE_TAGS[language];
    return html`<li><a href="${hrefToTwin(at, twin)}" lang="${tag}" hreflang="${tag}">${word({ edition: twin }, 'language.own')}</a></li>`;
  });
}

/** The same page in large type, or back in ordinary type: a page of its own, so that it holds on the next page as well. */
function sizeSwitch(at: At): Html | null {
  const twin = editionLike(at, { isLarge: !at.edition.isLarge });
  return (
    twin && html`<li><a class="size" href="${hrefToTwin(at, twin)}">${word(at, twin.isLarge ? 'size.large' : 'size.ordinary')}</a></li>`
  );
}

/** What search engines are told of the other languages and of the page that stands for both type sizes. */
function alternates(at: At): Html {
  const ordinary = editionLike(at, { isLarge: false });
  const address = ordinary && addressOf(at, ordinary);
  const canonical = address === null ? null : html`<link rel="canonical" href="${address}">`;
  const others = at.site.languages.map((language) => {
    const twin = editionLike(at, { language });
    const href = twin && (addressOf(at, { ...twin, ...ordinaryRoot(at, twin) }) ?? hrefToTwin(at, twin));
    return href === null ? null : html`\n<link rel="alternate" hreflang="${LANGUAGE_TAGS[language]}" href="${href}">`;
  });
  return html`${canonical}${at.site.languages.length > 1 ? others : null}`;
}

/** The folder of this language in ordinary type. */
function ordinaryRootOf(at: At): string {
  return editionLike(at, { isLarge: false })?.root ?? '';
}

function ordinaryRoot(at: At, twin: Edition): Partial<Edition> {
  return at.site.editions.find(({ language, isLarge }) => language === twin.language && !isLarge) ?? {};
}

/** What WeChat and others show of a shared page. They want whole addresses: without one there is no picture. */
function shareCard(at: At, title: string, description: string): Html {
  const { site, edition } = at;
  const card = html`<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:locale" content="${edition.language === 'zh' ? 'zh_CN' : 'en_GB'}">
`;
  const address = addressOf(at, edition);
  if (site.url === null || address === null) return card;
  return html`${card}<meta property="og:url" content="${address}">
<meta property="og:image" content="${site.url}assets/share.png">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${SHARE_SIZE.width}">
<meta property="og:image:height" content="${SHARE_SIZE.height}">
<meta property="og:image:alt" content="${word(at, 'share.alt', { district: plain(at, site.publication.district.name) })}">
`;
}

function foot(at: At): Html {
  const { asOf, seq, hash } = at.site.publication;
  return html`<footer class="foot">
<p>${word(at, 'foot.asOf')} ${when(at, asOf)}</p>
<p><a href="${hrefTo(at, 'about.html')}">${word(at, 'about.title')}</a> · <a href="${hrefTo(at, 'sources.html')}">${word(at, 'sources.title')}</a> · <a href="${hrefTo(at, DATA_PAGE)}">${word(at, 'data.title')}</a> · <a href="${hrefTo(at, 'about.html')}#accessibility">${word(at, 'accessibility.title')}</a></p>
<p class="soft">${word(at, 'foot.made')} <span class="deed">${word(at, 'foot.deed', { seq, hash: hash.slice(0, 12) })}</span></p>
</footer>`;
}
