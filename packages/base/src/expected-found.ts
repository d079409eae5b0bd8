import type { Said } from './language.ts';

/** Words in both languages, or what is the same in both: a name, a number, what a library says. */
export type Told = Said | string;

/** What was expected where, and what came, in both languages. */
export function expectedFound(where: Told, expected: Told, found: Told): Said {
  return {
    zh: `${inChinese(where)}：应为${inChinese(expected)}，实为${inChinese(found)}`,
    en: `${inEnglish(where)}: expected ${inEnglish(expected)}, found ${inEnglish(found)}`,
  };
}

/** The same in English, for who reads the details of an error. */
export function inEnglish(told: Told): string {
  return typeof told === 'string' ? told : told.en;
}

function inChinese(told: Told): string {
  return typeof told === 'string' ? told : told.zh;
}
