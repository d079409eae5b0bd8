import type { Said } from '@westgate/base';
import { isTable, nounOf } from '@westgate/domain';

/** That there should be no value. */
export const NOTHING: Said = { zh: '空', en: 'nothing' };

/** That one of some words was expected. */
export function oneOf(words: readonly string[]): Said {
  return { zh: `以下之一：${words.join('、')}`, en: `one of ${words.join(', ')}` };
}

/** A number, an id or a form, which both languages write the same. */
export function written(value: string | number): Said {
  return { zh: String(value), en: String(value) };
}

/** A day that is not before another. */
export function dayFrom(day: string): Said {
  return { zh: `${day} 或之后的日期`, en: `a day from ${day} on` };
}

/** The id of a record of a kind, as a table calls it; of one that is there already. */
export function idOfHeld(kind: string): Said {
  return { zh: `已有的${kindZh(kind)}的编号`, en: `the id of a ${kind} of this folder` };
}

/** A kind of record in Chinese; the word itself where it names none. */
export function kindZh(kind: string): string {
  return isTable(kind) ? nounOf(kind).zh : kind;
}

/** A text in a language that the district keeps. */
export function textIn(languages: readonly string[]): Said {
  return { zh: `用 ${languages.join(' 或 ')} 写的文字`, en: `a text in ${languages.join(' or ')}` };
}

/** No text in a language that the district does not keep. */
export function noneBeside(languages: readonly string[]): Said {
  return { zh: `空：本区只用 ${languages.join('、')}`, en: `nothing: the district keeps ${languages.join(' and ')}` };
}
