import type { MapMark } from '@westgate/contract';
import type { Map as MapLibre, PaddingOptions } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { aroundAll, inside, widen } from './bounds.ts';

const MOVE_MS = 150;

/** When other places are picked out and some of them lie outside the view, moves the map so that all are seen; else leaves it alone. */
export function useKeepInView(map: MapLibre | null, marks: readonly MapMark[], padding: PaddingOptions): void {
  const held = useRef({ marks, padding });
  held.current = { marks, padding };
  // The same places at other positions, or on another day, are no reason to move.
  const places = marks.map(({ place }) => place).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the places are the reason, their positions are read when it fires
  useEffect(() => {
    const box = aroundAll(held.current.marks);
    if (!map || !box) return;
    const view = map.getBounds();
    if (inside(box, [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()])) return;
    const [west, south, east, north] = widen(box, 0.15, 0.008);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    map.fitBounds(
      [west, south, east, north],
      { padding: held.current.padding, maxZoom: 14, duration: still ? 0 : MOVE_MS },
      { kept: true },
    );
  }, [map, places]);
}
