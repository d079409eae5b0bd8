import { type TermName, termsIn } from '@westgate/domain';
import { IntlMessageFormat } from 'intl-messageformat';
import type { At } from '../site/at.ts';
import { TEXTS_EN } from './texts-en.ts';
import { TEXTS_ZH } from './texts-zh.ts';

/** The name of a text of the pages; both languages hold the same names. */
export type WordName = TermName | keyof typeof TEXTS_EN;

const CATALOGUES: Readonly<Record<'zh' | 'en', Readonly<Record<WordName, string>>>> = {
  zh: { ...termsIn('zh'), ...TEXTS_ZH },
  en: { ...termsIn('en'), ...TEXTS_EN },
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
