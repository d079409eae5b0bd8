import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { boundsOf, inside, widen } from './bounds.ts';
import type { MapContent } from './style.ts';

const MOVE_MS = 150;

/** When `places` change and some of them lie outside the view, moves the map so that all are seen; else leaves it alone. */
export function useKeepInView(map: MapLibre | null, content: MapContent, places: readonly string[]): void {
  // New features for the same places are no reason to move.
  const held = useRef(content);
  held.current = content;
  useEffect(() => {
    const box = boundsOf(held.current.things.features.filter((feature) => places.includes(feature.properties?.place)));
    if (!map || !box) return;
    const view = map.getBounds();
    if (inside(box, [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()])) return;
    const [west, south, east, north] = widen(box, 0.15, 0.008);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    map.fitBounds([west, south, east, north], { padding: 24, maxZoom: 14, duration: still ? 0 : MOVE_MS }, { kept: true });
  }, [map, places]);
}
