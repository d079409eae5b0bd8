import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import type { Bounds } from './bounds.ts';

/** What the map shows now and the size of its canvas in CSS pixels. */
export interface MapView {
  readonly bounds: Bounds;
  readonly width: number;
  readonly height: number;
}

/** Follows the map while it moves. */
export function useMapView(map: MapLibre): MapView {
  const [view, setView] = useState(() => viewOf(map));
  useEffect(() => {
    const follow = (): void => setView(viewOf(map));
    follow();
    map.on('move', follow);
    map.on('resize', follow);
    return () => {
      map.off('move', follow);
      map.off('resize', follow);
    };
  }, [map]);
  return view;
}

function viewOf(map: MapLibre): MapView {
  const box = map.getBounds();
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  return { bounds: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()], width, height };
}
