import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useWords } from '../messages/words.ts';
import { type Mentionable, mentionTyped, offered, withoutMention } from './mention-model.ts';

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
