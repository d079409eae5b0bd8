import type { Language } from '@westgate/base';

/** What a language is called where browsers and formats ask for it. */
export const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Of the address that the window opens with, what the first questions need. The code of the screens is not here yet, which reads and checks all of it. */
export function firstView(): { readonly language: Language; readonly asOf: string | undefined } {
  const search = new URLSearchParams(location.search);
  // Of what stands twice the last counts, as for the screens.
  const [lang, asOf = ''] = [search.getAll('lang').at(-1), search.getAll('asOf').at(-1)];
  return { language: lang === 'zh' || lang === 'en' ? lang : browserLanguage(), asOf: isDay(asOf) ? asOf : undefined };
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** The language that the browser asks for first, of those that the screens speak. */
export function browserLanguage(): Language {
  const known = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'zh' || tag === 'en');
  return known === 'zh' ? 'zh' : 'en';
}
