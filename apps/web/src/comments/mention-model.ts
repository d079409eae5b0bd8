import type { Bilingual, Language } from '@westgate/base';

/** Someone who may be mentioned. */
export interface Mentionable {
  readonly kind: 'department' | 'account';
  readonly id: string;
  readonly name: string;
}

/** Names that are offered at once. */
const MOST = 8;

/** What is being typed behind the last `@` before the caret; null where nothing is. */
export function mentionTyped(text: string, caret: number): string | null {
  return /(?:^|[\s，。；、])?@([^@\s]{0,40})$/u.exec(text.slice(0, caret))?.[1] ?? null;
}

/** The text and the caret without the `@…` that was being typed: whom it meant stands beside the text, as no name may stand in it. */
export function withoutMention(text: string, caret: number): { readonly text: string; readonly caret: number } {
  const typed = mentionTyped(text, caret);
  if (typed === null) return { text, caret };
  const start = caret - typed.length - 1;
  return { text: text.slice(0, start) + text.slice(caret), caret: start };
}

/** Those whose name holds what was typed, without those that are mentioned already. */
export function offered(all: readonly Mentionable[], typed: string, taken: readonly Mentionable[]): readonly Mentionable[] {
  const wanted = typed.toLowerCase();
  return all
    .filter((each) => each.name.toLowerCase().includes(wanted) && !taken.some(({ kind, id }) => kind === each.kind && id === each.id))
    .slice(0, MOST);
}

/** A text in the language it is typed in, as far as the district keeps it. */
export function typedIn(text: string, languages: readonly Language[]): Bilingual {
  const said = text.trim() === '' ? null : text.trim();
  const isChinese = /\p{Script=Han}/u.test(text);
  const isZh = (isChinese && languages.includes('zh')) || !languages.includes('en');
  return { zh: isZh ? said : null, en: isZh ? null : said };
}
