import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionName, actionNamed, calledIn, fieldsIn, type TableName, termsIn } from '@westgate/domain';
import { ROOT } from '../westgate.ts';

/** A language of the screens. */
export type Lang = 'zh' | 'en';

/** What a screen says in one language, by the names that its texts have in the catalogue and the description of the records. */
export interface WordsIn {
  readonly lang: Lang;
  /** A text of the catalogue or a term, its places filled. */
  word(id: string, values?: Readonly<Record<string, string | number>>): string;
  /** A field of a kind of record or an action, as forms call it; `name_zh` is the Chinese half of a pair. */
  field(of: TableName | ActionName, name: string): string;
  /** A value of a closed list, as a field of a kind of record calls it. */
  value(of: TableName | ActionName, column: string, value: string): string;
  action(name: ActionName): string;
}

/** Gives what the screens say in a language; throws where they have no such text, so that no walk looks for a name that is gone. */
export function wordsIn(lang: Lang): WordsIn {
  const own = JSON.parse(readFileSync(join(ROOT, 'apps/web/src/messages', `${lang}.json`), 'utf8')) as Record<string, string>;
  const texts: Readonly<Record<string, string>> = { ...termsIn(lang), ...own };
  const word: WordsIn['word'] = (id, values = {}) => {
    const text = texts[id];
    if (text === undefined) throw new Error(`expected the name of a text of the screens, found “${id}”`);
    const filled = text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
    if (filled.includes('{')) throw new Error(`expected a value for each place of “${id}”, found “${filled}”`);
    return filled;
  };
  const field: WordsIn['field'] = (of, name) => {
    const called = calledIn(of, name);
    if (called) return called[lang];
    const [, stem = name, half] = /^(.+)_(zh|en)$/.exec(name) ?? [];
    const shared = calledIn(of, stem);
    if (!shared) throw new Error(`expected a field of ${of}, found “${name}”`);
    return half ? `${shared[lang]} · ${word(`language.${half}`)}` : shared[lang];
  };
  return {
    lang,
    word,
    field,
    value(of, column, value) {
      const name = fieldsIn(of)[column]?.names?.[value];
      if (!name) throw new Error(`expected a value of ${of}.${column}, found “${value}”`);
      return name[lang];
    },
    action: (name) => actionNamed(name).label[lang],
  };
}
