import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { partOf, type StripSelection, selectionOf, wordAfter, wordsIn } from './word-strip-model.ts';

/** Part of a sentence, UTF-16 offsets, end exclusive. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

/**
 * A sentence whose words are selected: by dragging over them, by tapping the first and then the last, or by the arrow keys, with Shift to
 * extend. The words in between are taken along, punctuation too.
 */
export function WordStrip({
  text,
  lang,
  label,
  part,
  onPart,
}: {
  readonly text: string;
  readonly lang: string;
  readonly label: string;
  readonly part: TextPart | null;
  readonly onPart: (part: TextPart | null) => void;
}) {
  const id = useId();
  const words = useMemo(() => wordsIn(text), [text]);
  const shown = selectionOf(words, part);
  const [own, setOwn] = useState<StripSelection | null>(null);
  const selection = own && shown && same(own, shown) ? own : shown;
  const isDragging = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const [first, last] = selection ? [Math.min(selection.anchor, selection.focus), Math.max(selection.anchor, selection.focus)] : [-1, -1];

  const select = (next: StripSelection | null): void => {
    setOwn(next);
    onPart(partOf(words, next));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const focus = selection?.focus ?? wordAfter(words, -1, 1);
    const to = targetOf(event, words.length, (steps) => (selection ? wordAfter(words, focus, steps) : focus), words);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      select({ anchor: wordAfter(words, -1, 1), focus: wordAfter(words, words.length, -1) });
    } else select(event.shiftKey && selection ? { anchor: selection.anchor, focus: to } : { anchor: to, focus: to });
  };
  const wordUnder = (event: PointerEvent): number | null => {
    const element = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-word]');
    return element?.closest(`[id="${CSS.escape(id)}"]`) ? Number(element.dataset.word) : null;
  };
  const onPointerDown = (event: PointerEvent): void => {
    const at = wordUnder(event);
    box.current?.focus();
    if (at === null) return;
    const isSecondTap = event.pointerType !== 'mouse' && selection !== null && selection.anchor === selection.focus;
    if (selection && (event.shiftKey || isSecondTap)) select({ anchor: selection.anchor, focus: at });
    else select({ anchor: at, focus: at });
    isDragging.current = event.pointerType === 'mouse';
  };
  const onPointerMove = (event: PointerEvent): void => {
    const at = isDragging.current && selection ? wordUnder(event) : null;
    if (at !== null && selection && at !== selection.focus) select({ anchor: selection.anchor, focus: at });
  };
  return (
    <div
      id={id}
      ref={box}
      className="word-strip"
      role="listbox"
      aria-multiselectable="true"
      aria-orientation="horizontal"
      aria-label={label}
      aria-activedescendant={selection ? `${id}-${selection.focus}` : undefined}
      tabIndex={0}
      lang={lang}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        isDragging.current = false;
      }}
      onPointerLeave={() => {
        isDragging.current = false;
      }}
    >
      {words.map((word, at) =>
        word.isWord ? (
          <span
            key={word.start}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at >= first && at <= last}
            data-word={at}
            className={`strip-word ${at >= first && at <= last ? 'taken' : ''} ${at === selection?.focus ? 'at' : ''}`}
          >
            {word.text}
          </span>
        ) : (
          <span key={word.start} role="presentation" className={at > first && at < last ? 'taken' : ''}>
            {word.text}
          </span>
        ),
      )}
    </div>
  );
}

/** The word a key leads to; null for a key that leads nowhere. */
function targetOf(
  event: KeyboardEvent,
  count: number,
  stepped: (steps: number) => number,
  words: ReturnType<typeof wordsIn>,
): number | null {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') return 0;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'ArrowRight') return stepped(1);
  if (event.key === 'ArrowLeft') return stepped(-1);
  if (event.key === 'Home') return wordAfter(words, -1, 1);
  return event.key === 'End' ? wordAfter(words, count, -1) : null;
}

function same(a: StripSelection, b: StripSelection): boolean {
  return Math.min(a.anchor, a.focus) === Math.min(b.anchor, b.focus) && Math.max(a.anchor, a.focus) === Math.max(b.anchor, b.focus);
}
