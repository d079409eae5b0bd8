import type { Bilingual, Language } from '@westgate/base';
import { keptLanguage, saidIn } from '../scope/use-typing-language.ts';

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

/** The text without the `@…` that was being typed: whom it meant stands beside the text, as no name may stand in it. */
export function withoutMention(text: string, caret: number): string {
  const typed = mentionTyped(text, caret);
  return typed === null ? text : text.slice(0, caret - typed.length - 1) + text.slice(caret);
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
  return saidIn(text, keptLanguage(/\p{Script=Han}/u.test(text) ? 'zh' : 'en', languages));
}
