import type { Language } from '@westgate/base';
import type en from './en.json';

/** The texts of the screens in a language; both languages have the same names (tested). */
export async function textsIn(language: Language): Promise<typeof en> {
  const { default: texts } = await (language === 'zh'
    ? import('./zh.json', { with: { type: 'json' } })
    : import('./en.json', { with: { type: 'json' } }));
  return texts;
}
