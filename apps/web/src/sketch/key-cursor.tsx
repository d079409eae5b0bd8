import type { LngLat } from '@westgate/base';
import type { Map as MapLibre } from 'maplibre-gl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useMapView } from '../map/use-map-view.ts';
import { useWords } from '../messages/words.ts';
import type { Drawing } from './drawing.ts';
import { finished, isOnEarth, withCorner, withoutLast } from './sketch.ts';
import { nearestCorner, type SnapLines } from './snap.ts';
import { movedBy, sayPosition } from './typed-corners.ts';

/** Steps of the arrow keys, metres: alone, and with Shift. */
const STEP_M = 10;
const LONG_STEP_M = 100;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
/** Pixels from the edge of the map at which it follows the cursor. */
const EDGE_PX = 40;

/**
 * Drawing by keyboard alone: the arrows move a cursor over the map by 10 metres, with Shift by 100; Enter sets a corner, Backspace takes the
 * last out, C closes, S goes to the nearest corner of a neighbour.
 */
export function KeyCursor({ map, drawing, lines }: { readonly map: MapLibre; readonly drawing: Drawing; readonly lines: SnapLines }) {
  const word = useWords();
  const { width, height } = useMapView(map);
  const [at, setAt] = useState<LngLat | null>(null);
  const [hasFocus, setFocus] = useState(false);
  const box = useRef<HTMLButtonElement>(null);
  const { sketch, put } = drawing;
  const here = (): LngLat => {
    const { lng, lat } = map.getCenter();
    return at ?? sketch.corners.findLast(isOnEarth) ?? [lng, lat];
  };
  const go = (next: LngLat): void => {
    setAt(next);
    const { x, y } = map.project([next[0], next[1]]);
    const isIn = x > EDGE_PX && y > EDGE_PX && x < width - EDGE_PX && y < height - EDGE_PX;
    if (!isIn) map.jumpTo({ center: [next[0], next[1]] });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const step = event.shiftKey ? LONG_STEP_M : STEP_M;
    const key = event.key.toLowerCase();
    if (arrow) go(movedBy(here(), arrow[0] * step, arrow[1] * step));
    else if (key === 'enter') put(withCorner(sketch, here()));
    else if (key === 'backspace') put(withoutLast(sketch));
    else if (key === 'c') put(finished(sketch));
    else if (key === 's') go(nearestCorner(here(), lines) ?? here());
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const spot = at ? map.project([at[0], at[1]]) : { x: width / 2, y: height / 2 };
  return (
    <>
      <button
        type="button"
        ref={box}
        className="key-cursor"
        style={{ left: spot.x, top: spot.y }}
        aria-label={word('draw.keys.name')}
        aria-describedby="key-cursor-help"
        onKeyDown={onKeyDown}
        onFocus={() => {
          setFocus(true);
          if (at === null) go(here());
        }}
        onBlur={() => setFocus(false)}
      >
        <svg viewBox="-20 -20 40 40" aria-hidden="true">
          <path className="key-cursor-halo" d="M0-18V-4M0 4V18M-18 0H-4M4 0H18" />
          <path d="M0-18V-4M0 4V18M-18 0H-4M4 0H18" />
        </svg>
      </button>
      <span id="key-cursor-help" className="unseen">
        {word('draw.keys.help')}
      </span>
      <output className="unseen" aria-live="polite">
        {hasFocus && at ? word('draw.keys.at', { at: sayPosition(at), count: sketch.corners.length }) : ''}
      </output>
    </>
  );
}
