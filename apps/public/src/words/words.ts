import type { At } from '../at.ts';
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

/** A text in the language of the page, its places in braces filled. */
export function word({ edition }: Pick<At, 'edition'>, name: WordName, values: Readonly<Record<string, string | number>> = {}): string {
  return CATALOGUES[edition.language][name].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
}

/** A text with a count in it: that of `one` where the count is one. */
export function counted(at: Pick<At, 'edition'>, count: number, one: WordName, many: WordName): string {
  return word(at, count === 1 ? one : many, { count });
}
