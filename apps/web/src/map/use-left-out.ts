import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { MORE } from './thing-layers.ts';

/** How many places in view the map leaves out because there is no room for them: the sum of the numbers written on it. */
export function useLeftOut(map: MapLibre): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const follow = (): void => setCount(leftOut(map));
    follow();
    map.on('idle', follow);
    return () => {
      map.off('idle', follow);
    };
  }, [map]);
  return count;
}

function leftOut(map: MapLibre): number {
  if (!map.getLayer(MORE)) return 0;
  const found = map.queryRenderedFeatures({ layers: [MORE] });
  const byPlace = new Map(found.map(({ properties }) => [properties.place, Number(properties.more)]));
  return [...byPlace.values()].reduce((sum, more) => sum + more, 0);
}
