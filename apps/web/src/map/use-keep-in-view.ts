import type { Map as MapLibre, PaddingOptions } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { boundsOf, inside, widen } from './bounds.ts';
import type { MapContent } from './style.ts';

const MOVE_MS = 150;

/** When `places` change and some of them lie outside the view, moves the map so that all are seen; else leaves it alone. */
export function useKeepInView(map: MapLibre | null, content: MapContent, places: readonly string[], padding: PaddingOptions): void {
  // New features for the same places are no reason to move.
  const held = useRef({ content, padding });
  held.current = { content, padding };
  useEffect(() => {
    const box = boundsOf(held.current.content.things.features.filter((feature) => places.includes(feature.properties?.place)));
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
