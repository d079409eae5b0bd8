import { IntlMessageFormat } from 'intl-messageformat';
import type { At } from '../site/at.ts';
import { TERMS_EN } from './terms-en.ts';
import { TERMS_ZH } from './terms-zh.ts';
import { TEXTS_EN } from './texts-en.ts';
import { TEXTS_ZH } from './texts-zh.ts';

/** The name of a text of the pages; both languages hold the same names. */
export type WordName = keyof typeof TERMS_EN | keyof typeof TEXTS_EN;

const CATALOGUES: Readonly<Record<'zh' | 'en', Readonly<Record<WordName, string>>>> = {
  zh: { ...TERMS_ZH, ...TEXTS_ZH },
  en: { ...TERMS_EN, ...TEXTS_EN },
};

/** The texts that were asked for, read once. */
const READ = { zh: new Map<WordName, IntlMessageFormat>(), en: new Map<WordName, IntlMessageFormat>() };

/** A text in the language of the page, its places in braces filled. */
export function word({ edition }: Pick<At, 'edition'>, name: WordName, values: Readonly<Record<string, string | number>> = {}): string {
  const { language } = edition;
  const text = READ[language].get(name) ?? new IntlMessageFormat(CATALOGUES[language][name], language, undefined, { ignoreTag: true });
  READ[language].set(name, text);
  return String(text.format(values));
}
