import { type Bilingual, inLanguage } from '@westgate/base';
import type { Deed } from '@westgate/contract';
import { useCallback } from 'react';
import { useLanguage } from '../frame/use-view.ts';
import { isWordId, useWords } from '../messages/words.ts';

/** Tables whose rows only speak of other records: told only where a deed touched nothing else. */
const OF_OTHERS: ReadonlySet<string> = new Set(['link', 'mention', 'indicator_value', 'figure', 'feature', 'district']);
/** The verb of what a deed of several edits did to its record. */
const DONE = { created: 'create', changed: 'revise', deleted: 'withdraw' } as const;

/** Says what a deed did: `made the project “North pier”`. */
export function useSayDeed(): (deed: Deed) => string {
  const word = useWords();
  const language = useLanguage();
  return useCallback(
    ({ verb, changes }) => {
      const change = changes.find(({ table }) => !OF_OTHERS.has(table)) ?? changes[0];
      const verbId = `verb.deed.${verb === 'edit' && change ? DONE[change.kind] : verb}`;
      const said = isWordId(verbId) ? word(verbId) : word('verb.deed.other');
      if (!change) return said;
      const nounId = `noun.${change.table}`;
      const own = isWordId(nounId) ? word(nounId) : '';
      const noun = language === 'en' ? own.toLowerCase() : own;
      const name = inLanguage(nameIn(change.fields), language) ?? (change.table === 'link' ? '' : change.key);
      return word(name === '' ? 'deed.saidPlain' : 'deed.said', { verb: said, noun, name });
    },
    [word, language],
  );
}

/** The name a change gives or takes, in both languages. */
function nameIn(fields: Deed['changes'][number]['fields']): Bilingual {
  const valueIn = (...columns: readonly string[]): string | null => {
    const change = columns.map((column) => fields.find(({ field }) => field === column)).find((each) => each !== undefined);
    const value = change?.after ?? change?.before;
    return typeof value === 'string' ? value : null;
  };
  return { zh: valueIn('name_zh', 'title_zh', 'title'), en: valueIn('name_en', 'title_en', 'title') };
}
