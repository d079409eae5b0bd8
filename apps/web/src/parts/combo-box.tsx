import { wordsFinder } from '@westgate/base';
import { type ComponentProps, type ContextType, type RefObject, useContext, useEffect, useRef, useState } from 'react';
import { ComboBox as AriaComboBox, Button, ComboBoxStateContext, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useWords } from '../messages/words.ts';
import { FoldSign } from './noun-icon.tsx';

/** One of those that are offered: what it is called, and what tells it from another of that name; its id, where nothing is said. */
export interface ComboOption {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
}

export interface ComboProps {
  /** Id of what is held; empty: none. */
  readonly value: string;
  /** The name of what is held, where it may not be among the options. */
  readonly name?: string;
  readonly options: readonly ComboOption[];
  /** Empty text: none. */
  readonly onValue: (id: string) => void;
  /** Told what is typed, so that the options are found by it; without it they are all here. Null: the field shows what it holds. */
  readonly onTyped?: (text: string | null) => void;
  readonly onOpen?: () => void;
  /** What stands for none, offered and shown; without it an emptied field holds none all the same. */
  readonly empty?: string | undefined;
  /** What is typed is held as it stands, an option or not. */
  readonly isFree?: boolean;
  /** The options are on their way. */
  readonly isAwaited?: boolean;
  /** So many more there are beside the options. */
  readonly more?: number;
  readonly id?: string | undefined;
  readonly className?: string;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean;
}

/** The option that stands for none: no record has an id like it. */
const NONE = ' ';
const MOST_TYPED = 200;
const TOP_LAYER = 'data-react-aria-top-layer';

/**
 * One of a list that may be long: typing narrows it and marks the first, arrows choose, Enter takes what is marked, Escape leaves, an emptied field
 * holds none. What an input method is still composing chooses nothing: no key of it comes here (`useComposingGuard`). Named by the label whose id is its own
 * with `-label`, where it has no name of its own.
 */
export function ComboBox({
  value,
  name,
  options,
  onValue,
  onTyped,
  onOpen,
  empty,
  isFree = false,
  isAwaited = false,
  more = 0,
  ...names
}: ComboProps) {
  const { id, 'aria-label': label, 'aria-describedby': describedBy, 'aria-invalid': isInvalid = false } = names;
  const word = useWords();
  const box = useRef<BoxState>(null);
  // Where the list is put: within the part of the page that the field stands in, so that screen readers find it there.
  const [home, setHome] = useState<Element | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const alike = namesTwice(options);
  const noteOf = ({ id: own, name: called, note }: ComboOption): string | undefined =>
    note ?? (alike.has(called) && own !== NONE ? own : undefined);
  const sayWhole = (option: ComboOption): string => [option.name, noteOf(option)].filter((part) => part !== undefined).join(' · ');
  const say = (option: ComboOption): string => (alike.has(option.name) ? sayWhole(option) : option.name);
  const held = options.find((option) => option.id === value);
  const shown = held ? say(held) : value === '' ? '' : (name ?? value);
  const sought = typed?.trim() ?? '';
  const isSought = wordsFinder(sought.normalize('NFKC'));
  const found = onTyped ? options : options.filter((option) => isSought(`${option.name} ${option.note ?? ''}`.normalize('NFKC')));
  const items = empty !== undefined && sought === '' ? [{ id: NONE, name: empty }, ...found] : found;

  const type = (text: string | null): void => {
    setTyped(text);
    if (isFree && text !== null) onValue(text);
    onTyped?.(text === null ? null : text.trim());
  };
  const give = (next: string): void => {
    type(null);
    box.current?.setOpen(false);
    if (next !== value) onValue(next);
  };
  const onNone = typed !== null && sought === '' ? () => give('') : null;
  return (
    <AriaComboBox<ComboOption>
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? { 'aria-labelledby': `${id}-label` } : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      className="combo"
      items={items}
      selectedKey={value === '' || (isFree && !held) ? null : value}
      inputValue={typed ?? shown}
      isInvalid={isInvalid}
      allowsEmptyCollection
      menuTrigger="manual"
      onInputChange={(text) => type(text === shown ? null : text)}
      onSelectionChange={(key) => (key === null ? type(null) : give(key === NONE ? '' : String(key)))}
      onOpenChange={(isOpen) => (isOpen ? onOpen?.() : undefined)}
      onBlur={() => (onNone ? onNone() : type(null))}
    >
      <TypedInput
        box={box}
        onHome={setHome}
        marksFirst={sought !== '' && !isFree}
        onNone={onNone}
        placeholder={empty ?? word('picker.placeholder')}
        title={typed === null && shown !== '' ? (held ? sayWhole(held) : shown) : undefined}
      />
      <Button className="combo-button">
        <FoldSign />
      </Button>
      <Popover className="popover combo-popover" offset={2} {...(home ? { UNSTABLE_portalContainer: home } : {})}>
        <ListBox
          className="menu"
          renderEmptyState={() => <p className="combo-item soft">{word(isAwaited ? 'live.loading' : 'picker.none')}</p>}
        >
          {(option: ComboOption) => (
            <ListBoxItem id={option.id} textValue={say(option)} className="combo-item">
              {option.name} {noteOf(option) === undefined ? null : <small className="soft">{noteOf(option)}</small>}
            </ListBoxItem>
          )}
        </ListBox>
        {more > 0 ? <p className="combo-more small soft">{word('picker.more', { count: more })}</p> : null}
      </Popover>
    </AriaComboBox>
  );
}

function namesTwice(options: readonly ComboOption[]): ReadonlySet<string> {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const { name } of options) (seen.has(name) ? twice : seen).add(name);
  return twice;
}

type BoxState = ContextType<typeof ComboBoxStateContext>;

/** The field of a combobox: a press and what is typed open the list, which marks the first that is found, so that Enter takes it. */
function TypedInput({
  box,
  onHome,
  marksFirst,
  onNone,
  ...input
}: ComponentProps<typeof Input> & {
  readonly box: RefObject<BoxState>;
  readonly onHome: (home: Element | null) => void;
  readonly marksFirst: boolean;
  readonly onNone: (() => void) | null;
}) {
  const state = useContext(ComboBoxStateContext);
  const field = useRef<HTMLInputElement>(null);
  const isOpen = state?.isOpen ?? false;
  const first = marksFirst && state?.isOpen ? state.collection.getFirstKey() : null;
  useEffect(() => {
    box.current = state;
    // Told anew at each change of what is typed, as that takes the mark away.
    if (first !== null && state?.selectionManager.focusedKey === null) state.selectionManager.setFocusedKey(first);
  });
  useEffect(() => onHome(field.current?.closest('main') ?? null), [onHome]);
  useEffect(() => {
    if (isOpen && field.current) keepInReach(field.current);
  }, [isOpen]);
  return (
    <Input
      {...input}
      ref={field}
      className="field"
      maxLength={MOST_TYPED}
      onFocus={({ currentTarget, nativeEvent }) => {
        // The list tells the field of a made-up focus after each letter: what was typed is not to be typed over.
        if (nativeEvent.isTrusted) currentTarget.select();
      }}
      onClick={() => state?.open(null, 'manual')}
      onInput={() => state?.open(null, 'input')}
      onKeyDownCapture={({ key }) => {
        if ((key !== 'Enter' && key !== 'Tab') || !state) return;
        if (first !== null && state.selectionManager.focusedKey === null) state.selectionManager.setFocusedKey(first);
        else if (onNone && state.selectionManager.focusedKey === null) onNone();
      }}
      onKeyDown={(event) => {
        // The list alone is left by it, not what the field stands in.
        if (event.key === 'Escape' && state?.isOpen) event.stopPropagation();
      }}
    />
  );
}

/**
 * React Aria hides all else from screen readers while a list is open, also what the focus can go to, and the page is left without a heading. It
 * hides nothing round what it takes to lie above all: it looks once, right after the effects of what stands in the field.
 */
function keepInReach(field: Element): void {
  const page = field.closest('body > *');
  page?.setAttribute(TOP_LAYER, '');
  queueMicrotask(() => page?.removeAttribute(TOP_LAYER));
}
