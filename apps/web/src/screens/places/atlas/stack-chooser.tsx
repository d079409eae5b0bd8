import { inLanguage, type Language } from '@westgate/base';
import { useEffect, useRef } from 'react';
import type { PointedPlace } from '../../../map/use-district-map.ts';
import { useWords } from '../../../messages/words.ts';

/** Distance from the click, and the room it keeps to the edge. */
const GAP = 6;

/** Where several places lie under one click: which of them is meant. Escape closes it. */
export function StackChooser(props: {
  readonly places: readonly PointedPlace[];
  readonly x: number;
  readonly y: number;
  readonly language: Language;
  readonly onChoose: (place: string) => void;
  readonly onClose: () => void;
}) {
  const word = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    keepInside(element);
    element.querySelector('button')?.focus();
  }, []);
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
      {props.places.map(({ place, name }) => (
        <button type="button" key={place} onClick={() => props.onChoose(place)}>
          {inLanguage(name, props.language) ?? place}
        </button>
      ))}
    </div>
  );
}

/** Moves the box back over the sheet where it would reach beyond its right or lower edge. */
function keepInside(element: HTMLElement): void {
  const sheet = element.offsetParent?.getBoundingClientRect();
  if (!sheet) return;
  const box = element.getBoundingClientRect();
  element.style.translate = `${Math.min(GAP, sheet.right - box.right)}px ${Math.min(GAP, sheet.bottom - box.bottom)}px`;
}
