import type { Bilingual, Language } from '@westgate/base';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useWords } from '../messages/words.ts';
import { keptLanguage, saidIn } from '../scope/district-context.ts';

/** Someone who may be mentioned. */
export interface Mentionable {
  readonly kind: 'department' | 'account';
  readonly id: string;
  readonly name: string;
}

/** Names that are offered at once. */
const MOST = 8;

/** A field for a few words: Enter sends, `@` offers whom to mention; arrows choose, Enter takes, Escape leaves. */
export function MentionField({
  id,
  value,
  onValue,
  people,
  mentioned,
  onMention,
  'aria-describedby': described,
  'aria-invalid': isInvalid,
}: {
  readonly id?: string;
  readonly value: string;
  readonly onValue: (text: string) => void;
  readonly people: readonly Mentionable[];
  readonly mentioned: readonly Mentionable[];
  readonly onMention: (who: Mentionable) => void;
  readonly className?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean;
}) {
  const word = useWords();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [row, setRow] = useState(0);
  const options = typed === null ? [] : offered(people, typed, mentioned);
  const isOpen = options.length > 0;
  const look = (): void => {
    setTyped(field.current ? mentionTyped(field.current.value, field.current.selectionStart ?? field.current.value.length) : null);
    setRow(0);
  };
  const take = (who: Mentionable): void => {
    onValue(withoutMention(value, field.current?.selectionStart ?? value.length));
    onMention(who);
    setTyped(null);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const current = options[row];
    if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      setRow((row + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length);
    else if (isOpen && current && (event.key === 'Enter' || event.key === 'Tab')) take(current);
    else if (isOpen && event.key === 'Escape') {
      setTyped(null);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="mention-field">
      <input
        ref={field}
        id={id}
        className="field"
        autoComplete="off"
        maxLength={2000}
        // biome-ignore lint/a11y/noAutofocus: it was opened to be written in
        autoFocus
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${row}` : undefined}
        aria-autocomplete="list"
        aria-describedby={described}
        aria-invalid={isInvalid}
        value={value}
        onChange={(event) => {
          onValue(event.target.value);
          look();
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped(null)}
      />
      {isOpen ? (
        <div id={listId} role="listbox" className="popover mention-list" aria-label={word('comment.whom')}>
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
              {option.name} <small className="soft">{word(`comment.${option.kind}`)}</small>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** What is being typed behind the last `@` before the caret; null where nothing is. */
function mentionTyped(text: string, caret: number): string | null {
  return /(?:^|[\s，。；、])?@([^@\s]{0,40})$/u.exec(text.slice(0, caret))?.[1] ?? null;
}

/** The text without the `@…` that was being typed: whom it meant stands beside the text, as no name may stand in it. */
function withoutMention(text: string, caret: number): string {
  const typed = mentionTyped(text, caret);
  return typed === null ? text : text.slice(0, caret - typed.length - 1) + text.slice(caret);
}

/** Those whose name holds what was typed, without those that are mentioned already. */
function offered(all: readonly Mentionable[], typed: string, taken: readonly Mentionable[]): readonly Mentionable[] {
  const wanted = typed.toLowerCase();
  return all
    .filter((each) => each.name.toLowerCase().includes(wanted) && !taken.some(({ kind, id }) => kind === each.kind && id === each.id))
    .slice(0, MOST);
}

/** A text in the language it is typed in, as far as the district keeps it. */
export function typedIn(text: string, languages: readonly Language[]): Bilingual {
  return saidIn(text, keptLanguage(/\p{Script=Han}/u.test(text) ? 'zh' : 'en', languages));
}
