import { type Bilingual, type Html, html, inLanguageMarked, LANGUAGE_TAGS, type Language } from '@westgate/base';
import { type WordName, word } from '../words/words.ts';

/** Where these pages stand on the server, and whose they are. */
export interface Stand {
  readonly language: Language;
  readonly district: Bilingual;
  /** What a practice district says of itself; nothing of a real one. */
  readonly label: Bilingual;
  /** Address of the published pages on the server, ending in `/`. */
  readonly root: string;
}

/** A page that the server makes for who asks: no script, every text escaped. */
export function servedPage(stand: Stand, title: string, main: Html): string {
  const { language, root } = stand;
  const say = wordsIn(stand);
  const district = textIn(stand, stand.district);
  return html`<!DOCTYPE html>
<html lang="${LANGUAGE_TAGS[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${district}</title>
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}assets/site.css">
</head>
<body>
<header class="head"><p class="brand"><a href="${root}">${district}</a></p>${held(stand.label) ? html`<p class="notice"><span class="sample">${textIn(stand, stand.label)}</span></p>` : null}</header>
<div class="sheet single"><main id="main">
${main}
<p><a href="${root}">${say('missing.home')}</a></p>
</main></div>
</body>
</html>
`.text;
}

/** The words of the language in which a page is read. */
export function wordsIn({ language }: Stand): (name: WordName, values?: Readonly<Record<string, string | number>>) => string {
  const edition = { language, isLarge: false, root: '' };
  return (name, values) => word({ edition }, name, values);
}

/** A text of two languages in that of the page. */
export function textIn({ language }: Stand, said: Bilingual): string {
  return inLanguageMarked(said, language) ?? '';
}

/** Whether anything is said in either language. */
export function held({ zh, en }: Bilingual): boolean {
  return zh !== null || en !== null;
}

/** What every form carries back: its mark, what it is about, its language. */
export function formMarks({ language }: Stand, { token, about }: { readonly token: string; readonly about: string }): Html {
  return html`<input type="hidden" name="token" value="${token}"><input type="hidden" name="about" value="${about}"><input type="hidden" name="lang" value="${language}">`;
}

/** A field that nobody sees: a program fills it in. */
export function trapField(stand: Stand): Html {
  return html`<p class="unseen" aria-hidden="true"><label for="website">${wordsIn(stand)('feedback.trap')}</label><input id="website" name="website" tabindex="-1" autocomplete="off" value=""></p>`;
}
