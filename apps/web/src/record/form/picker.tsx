import { type Bilingual, inLanguage } from '@westgate/base';
import { PLURALS } from '@westgate/domain';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { useAsk } from '../../api/ask.ts';
import { useRow } from '../../api/edits.ts';
import { useLanguage } from '../../frame/use-view.ts';
import { useWords } from '../../messages/words.ts';
import type { FormKind } from './form-kinds.ts';

/** A record that was picked. */
export interface Picked {
  readonly kind: FormKind;
  readonly id: string;
}

interface Option extends Picked {
  readonly name: string;
}

const MOST = 12;

/** Finds a record by typing part of its name, pinyin or id: arrows choose, Enter takes, Escape leaves, an emptied field takes it out. */
export function Picker({
  id,
  kinds,
  value,
  onPick,
  'aria-describedby': described,
  'aria-invalid': isInvalid,
}: {
  readonly id?: string;
  readonly kinds: readonly FormKind[];
  readonly value: Picked | null;
  readonly onPick: (picked: Picked | null) => void;
  readonly className?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean;
}) {
  const word = useWords();
  const listId = useId();
  const name = usePickedName(value);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [row, setRow] = useState(0);
  const options = useOptions(kinds, useDeferredValue(typed?.trim() ?? ''), isOpen);
  const current = isOpen ? (options[row] ?? null) : null;

  const close = (): void => {
    setOpen(false);
    setTyped(null);
    setRow(0);
  };
  const take = (option: Option | null): void => {
    onPick(option && { kind: option.kind, id: option.id });
    close();
  };
  const leave = (): void => {
    if (typed?.trim() === '' && value) onPick(null);
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setOpen(true);
      setRow(isOpen ? Math.min(Math.max(row + (event.key === 'ArrowDown' ? 1 : -1), 0), Math.max(options.length - 1, 0)) : 0);
    } else if (event.key === 'Enter' && isOpen) {
      if (current) take(current);
    } else if (event.key === 'Escape' && isOpen) {
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  return (
    <div className="picker">
      <input
        id={id}
        className="field"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={current ? `${listId}-${row}` : undefined}
        aria-autocomplete="list"
        aria-describedby={described}
        aria-invalid={isInvalid}
        placeholder={word('picker.placeholder')}
        value={typed ?? name}
        title={typed === null && name !== '' ? name : undefined}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setRow(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      {isOpen ? (
        <div id={listId} role="listbox" className="picker-list" aria-label={word('picker.found')}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
            <div
              key={`${option.kind}:${option.id}`}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === row}
              className={index === row ? 'combo-item current' : 'combo-item'}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              {option.name} <small className="soft">{kinds.length > 1 ? `${word(`noun.${option.kind}`)} · ${option.id}` : option.id}</small>
            </div>
          ))}
          {options.length === 0 ? <p className="combo-item soft">{word('picker.none')}</p> : null}
        </div>
      ) : null}
    </div>
  );
}

/** The name of a picked record in the language shown; its id until the name is here. */
export function usePickedName(value: Picked | null): string {
  const language = useLanguage();
  const row = useRow(value?.kind ?? 'place', value?.id ?? '', value !== null);
  if (value === null) return '';
  if (row.data?.key !== value.id) return value.id;
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

/**
 * What is found for the words typed; the first of the list while nothing is typed, and what of them fits while the answer is on its way.
 * Sources have no search of their own.
 */
function useOptions(kinds: readonly FormKind[], q: string, isWanted: boolean): readonly Option[] {
  const language = useLanguage();
  const [only] = kinds;
  const kind = kinds.length === 1 && only ? only : null;
  const isListed = q === '' || kind === 'source';
  const listed = useAsk(PLURALS[only ?? 'place'], { query: { q: (isListed && q) || undefined, limit: MOST } }, isWanted);
  const found = useAsk('search', { query: { q, kind: kind ?? undefined, limit: 30 } }, isWanted && !isListed);
  const items: readonly Listed[] = listed.data?.items ?? [];
  const first = items.map((item) => ({ kind: only ?? 'place', id: item.id, name: nameOfListed(item, language) }));
  if (isListed) return first;
  const hits = found.isPlaceholderData ? undefined : found.data?.items;
  if (!hits) return first.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()));
  return hits
    .flatMap(({ thing }) => {
      const own = kinds.find((each) => each === thing.kind);
      return own ? [{ kind: own, id: thing.id, name: inLanguage(thing.name, language) ?? thing.id }] : [];
    })
    .slice(0, MOST);
}

function nameOfListed({ id, name, title, text }: Listed, language: 'zh' | 'en'): string {
  if (typeof title === 'string') return title;
  const pair = name ?? title ?? text;
  return (pair && inLanguage(pair, language)) ?? id;
}
