import { inEnglish, type Told, WestgateError } from '@westgate/base';

/** Where something in a file is wrong. `line` from 1, `byte` from the beginning; neither for the whole file, or where `at` says it. */
export interface FaultPlace {
  readonly file: string;
  readonly line?: number | undefined;
  readonly byte?: number | undefined;
  readonly at?: Told | undefined;
}

/** What was found where there is nothing, or none of what was asked for. */
export const NOTHING = { zh: '没有', en: 'nothing' };
export const NONE = { zh: '没有', en: 'none' };

/** WG_INPUT_INVALID with file, place, what was expected and what was found, in both languages; words given as one text are the same in both. */
export function caseFault({ file, line, byte, at }: FaultPlace, expected: Told, found: unknown): WestgateError {
  const places: readonly Told[] = [
    file,
    ...(line === undefined ? [] : [{ zh: `第 ${line} 行`, en: `line ${line}` }]),
    ...(byte === undefined ? [] : [{ zh: `第 ${byte} 字节`, en: `byte ${byte}` }]),
    ...(at === undefined || at === '' ? [] : [at]),
  ];
  const is = isSaid(found) ? { zh: shortened(found.zh), en: shortened(found.en) } : shortened(String(found));
  return new WestgateError(
    'WG_INPUT_INVALID',
    {
      zh: `${places.map(inChinese).join('，')}：应为${inChinese(expected)}，实为${inChinese(is)}。`,
      en: `${places.map(inEnglish).join(', ')}: expected ${inEnglish(expected)}, found ${inEnglish(is)}.`,
    },
    { file, line, byte, at: at === undefined ? at : inEnglish(at), expected: inEnglish(expected), found: inEnglish(is) },
  );
}

function isSaid(value: unknown): value is Exclude<Told, string> {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

function inChinese(told: Told): string {
  return typeof told === 'string' ? told : told.zh;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
