import { useEffect, useRef } from 'react';
import { useWords } from '../../../messages/words.ts';

/** Where several places lie under one click: which of them is meant. Escape closes it. */
export function StackChooser(props: {
  readonly places: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly nameOf: (place: string) => string;
  readonly onChoose: (place: string) => void;
  readonly onClose: () => void;
}) {
  const word = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <div
      className="stack-chooser"
      ref={list}
      role="dialog"
      aria-label={word('atlas.stack')}
      style={{ left: props.x, top: props.y }}
      onKeyDown={(event) => {
        const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
        const at = buttons.findIndex((each) => each.matches(':focus'));
        if (event.key === 'Escape') props.onClose();
        else if (event.key === 'ArrowDown') buttons[(at + 1) % buttons.length]?.focus();
        else if (event.key === 'ArrowUp') buttons[(at - 1 + buttons.length) % buttons.length]?.focus();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <p>{word('atlas.stack')}</p>
      {props.places.map((place) => (
        <button type="button" key={place} onClick={() => props.onChoose(place)}>
          {props.nameOf(place)}
        </button>
      ))}
    </div>
  );
}
