import { type Bilingual, dayOf, type Html, html, inLanguageMarked, isDay, isPeriod, LANGUAGE_TAGS, onlyMark } from '@westgate/base';
import { capital, sayAmount, sayDay, sayPeriod } from '@westgate/domain';
import type { At } from '../site/at.ts';
import { word } from './words.ts';

/** A text in the language of the page, else in the other and marked so; "not known" where there is none. */
export function said(at: At, text: Bilingual): Html {
  return saidOrNothing(at, text) ?? unknown(at);
}

/** The same; null where there is no text. */
export function saidOrNothing({ edition: { language } }: At, text: Bilingual): Html | null {
  const own = text[language];
  if (own !== null) return html`${own}`;
  const other = language === 'zh' ? 'en' : 'zh';
  const foreign = text[other];
  return foreign === null ? null : html`<span lang="${LANGUAGE_TAGS[other]}">${foreign}</span>${onlyMark(text, language)}`;
}

/** A text as plain letters, marked as above, for titles and descriptions; the word for "not known" where there is none. */
export function plain(at: At, text: Bilingual): string {
  return inLanguageMarked(text, at.edition.language) ?? word(at, 'unknown');
}

/** A text kept in the one language it was written in, such as the title of a source. */
export function asWritten({ edition: { language } }: At, text: string): Html {
  const written = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  return written === language ? html`${text}` : html`<span lang="${LANGUAGE_TAGS[written]}">${text}</span>`;
}

/** What nobody says: written, never left blank. */
export function unknown(at: At): Html {
  return html`<span class="unknown">${word(at, 'unknown')}</span>`;
}

/** A day or a period in words, with its machine form where HTML has one. */
export function when(at: At, text: string | null): Html {
  if (text === null) return unknown(at);
  const words = whenInWords(at, text);
  return /^\d{4}(-\d{2}){0,2}$/.test(text) ? html`<time datetime="${text}">${words}</time>` : html`${words}`;
}

/** A day or a period as plain words. */
export function whenInWords({ edition: { language } }: At, text: string): string {
  if (isDay(text)) return sayDay(dayOf(text))[language];
  return isPeriod(text) ? sayPeriod(text)[language] : text;
}

/** A number with its unit. */
export function amount({ edition: { language } }: At, value: number, unit: Bilingual): string {
  return sayAmount(value, { zh: unit.zh ?? unit.en ?? '', en: unit.en ?? unit.zh ?? '' })[language];
}

/** Texts in a row, as the language of the page separates them. */
export function separator({ edition: { language } }: At): string {
  return language === 'zh' ? '、' : ', ';
}

/** Texts as sentences one behind the other, each begun as one, the last without its stop. */
export function sentences(at: Pick<At, 'edition'>, texts: readonly string[]): string {
  return texts.map((text) => capital({ zh: text, en: text.replace(/\.$/, '') })[at.edition.language]).join(word(at, 'stop'));
}
