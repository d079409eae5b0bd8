import type { Bilingual } from '@westgate/base';
import { registerMemo } from '../register/memo.ts';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';

/** What must be said wherever the map is shown: the attribution of every source that something on it was taken from, each once. */
export const attributionsOf: (register: Register) => readonly Bilingual[] = registerMemo((register) => {
  const said = new Map<string, Bilingual>();
  const take = (source: Row<'source'>['id'] | null): void => {
    const words = attributionOf(register, source);
    if (words) said.set(`${words.zh} ${words.en}`, words);
  };
  for (const { source } of register.feature.values()) take(source);
  for (const { source, geometry } of register.place.values()) if (geometry) take(source);
  return [...said.values()];
});

/** What must be shown with what was taken from a source; null where nothing must. */
export function attributionOf({ source: sources }: Register, source: Row<'source'>['id'] | null): Bilingual | null {
  const row = source === null ? undefined : sources.get(source);
  return row && (row.attribution_zh !== null || row.attribution_en !== null) ? { zh: row.attribution_zh, en: row.attribution_en } : null;
}
