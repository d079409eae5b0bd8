import { type Bilingual, inLanguage } from '@westgate/base';
import { PLURALS } from '@westgate/domain';
import { useState } from 'react';
import { useAsk } from '../api/ask.ts';
import { useRow } from '../api/edits.ts';
import type { FormKind } from '../api/form-kinds.ts';
import { useWords } from '../messages/words.ts';
import { useLanguage } from '../scope/use-view.ts';
import type { ComboProps } from './combo-box.tsx';
import { AWAITED_NAME, ComboField } from './combo-field.tsx';

/** A record that was picked. */
export interface Picked {
  readonly kind: FormKind;
  readonly id: string;
}

interface Option extends Picked {
  readonly name: string;
}

/** Records that are offered at once. */
const MOST = 50;
const MOST_FOUND = 30;

/** Finds a record by typing part of its name, pinyin or id; an emptied field takes it out. */
export function Picker({
  kinds,
  value,
  onPick,
  ...names
}: Pick<ComboProps, 'id' | 'className' | 'empty' | 'aria-label' | 'aria-describedby' | 'aria-invalid'> & {
  readonly kinds: readonly FormKind[];
  readonly value: Picked | null;
  readonly onPick: (picked: Picked | null) => void;
}) {
  const word = useWords();
  const name = usePickedName(value);
  const [isWanted, want] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const { options, more, isAwaited } = useOptions(kinds, typed ?? '', isWanted);
  return (
    <ComboField
      {...names}
      value={value === null ? '' : keyOf(value)}
      name={name}
      options={options.map((option) => ({
        id: keyOf(option),
        name: option.name,
        note: kinds.length > 1 ? `${word(`noun.${option.kind}`)} · ${option.id}` : option.id,
      }))}
      more={more}
      isAwaited={isAwaited}
      onOpen={() => want(true)}
      onTyped={setTyped}
      onValue={(key) => onPick(key === '' ? null : (options.find((option) => keyOf(option) === key) ?? null))}
    />
  );
}

function keyOf({ kind, id }: Picked): string {
  return `${kind}:${id}`;
}

/** The name of a picked record in the language shown; its id where it has none, or the record is not found. */
export function usePickedName(value: Picked | null): string {
  const language = useLanguage();
  const row = useRow(value?.kind ?? 'place', value?.id ?? '', value !== null);
  if (value === null) return '';
  if (row.data?.key !== value.id) return row.isFetching ? AWAITED_NAME : value.id;
  return inLanguage(nameOfRow(row.data.fields), language) ?? value.id;
}

/** The name a row holds, in both languages. */
export function nameOfRow(fields: Readonly<Record<string, unknown>>): Bilingual {
  const find = (...columns: readonly string[]): string | null => {
    const value = columns.map((column) => fields[column]).find((each) => typeof each === 'string');
    return typeof value === 'string' ? value : null;
  };
  return { zh: find('name_zh', 'title_zh', 'text_zh', 'title'), en: find('name_en', 'title_en', 'text_en', 'title') };
}

interface Listed {
  readonly id: string;
  readonly name?: Bilingual;
  readonly title?: Bilingual | string;
  readonly text?: Bilingual;
}

interface Found {
  readonly options: readonly Option[];
  /** So many more fit. */
  readonly more: number;
  readonly isAwaited: boolean;
}

/**
 * What is found for the words typed; the first of the list while nothing is typed, and what of them fits while the answer is on its way.
 * Sources have no search of their own.
 */
function useOptions(kinds: readonly FormKind[], q: string, isWanted: boolean): Found {
  const language = useLanguage();
  const [only] = kinds;
  const kind = kinds.length === 1 && only ? only : null;
  const isListed = q === '' || kind === 'source';
  const listed = useAsk(PLURALS[only ?? 'place'], { query: { q: (isListed && q) || undefined, limit: MOST } }, isWanted);
  const found = useAsk('search', { query: { q, kind: kind ?? undefined, limit: MOST_FOUND } }, isWanted && !isListed);
  const items: readonly Listed[] = listed.data?.items ?? [];
  const first = items.map((item) => ({ kind: only ?? 'place', id: item.id, name: nameOfListed(item, language) }));
  const isAwaited = isListed ? !listed.data || listed.isPlaceholderData : !found.data || found.isPlaceholderData;
  if (isAwaited || !found.data || isListed) {
    const options = isAwaited ? first.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase())) : first;
    return { options, more: isAwaited ? 0 : (listed.data?.total ?? 0) - first.length, isAwaited };
  }
  const answer = found.data;
  const options = answer.items.flatMap(({ thing }) => {
    const own = kinds.find((each) => each === thing.kind);
    return own ? [{ kind: own, id: thing.id, name: inLanguage(thing.name, language) ?? thing.id }] : [];
  });
  const all = kinds.reduce((sum, each) => sum + (each === 'source' ? 0 : (answer.counts[each] ?? 0)), 0);
  return { options, more: Math.max(0, all - options.length), isAwaited: false };
}

function nameOfListed({ id, name, title, text }: Listed, language: 'zh' | 'en'): string {
  if (typeof title === 'string') return title;
  const pair = name ?? title ?? text;
  return (pair && inLanguage(pair, language)) ?? id;
}
