import type { Language } from '@westgate/base';

type Words = Readonly<Record<Language, string>>;

/** The words that stand for the basis of a value that was changed without a source. */
const FORM: Words = { zh: '由{by}于 {on}修改，无来源', en: 'changed by {by} on {on}, no source' };
const SLOT = /\{(by|on)\}/g;
const SAID = new RegExp(
  `^(?:${Object.values(FORM)
    .map((form) => form.replace(SLOT, '.+'))
    .join('|')})$`,
  's',
);

/** `由住建委于 2024 年 3 月 29 日修改，无来源`, `changed by the housing commission on 29 March 2024, no source`. */
export function sayNoSource(parts: { readonly by: Words; readonly on: Words }): Words {
  const said = (language: Language): string => FORM[language].replace(SLOT, (_, part: keyof typeof parts) => parts[part][language]);
  return { zh: said('zh'), en: said('en') };
}

/** True for what `sayNoSource` says, in whichever language. */
export function saysNoSource(text: unknown): boolean {
  return typeof text === 'string' && SAID.test(text);
}
