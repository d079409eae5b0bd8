import type { MapMark } from '@westgate/contract';
import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { Bounds } from './bounds.ts';
import { atLeast, bracketPath, type ScreenBox } from './brackets.ts';

/** Corner brackets round the highlighted places; moves with the map without re-rendering React. */
export function BracketOverlay({ map, marks }: { map: MapLibre; marks: readonly MapMark[] }) {
  const path = useRef<SVGPathElement>(null);
  useEffect(() => {
    const boxes = marks.flatMap(({ bbox }) => (bbox ? [bbox] : []));
    const draw = (): void => path.current?.setAttribute('d', boxes.map((box) => bracketPath(atLeast(screenBox(map, box), 26))).join(''));
    draw();
    map.on('move', draw);
    map.on('resize', draw);
    return () => {
      map.off('move', draw);
      map.off('resize', draw);
    };
  }, [map, marks]);
  return (
    <svg className="map-brackets" aria-hidden="true">
      <path ref={path} />
    </svg>
  );
}

function screenBox(map: MapLibre, [west, south, east, north]: Bounds): ScreenBox {
  const [a, b] = [map.project([west, north]), map.project([east, south])];
  return { left: a.x, top: a.y, right: b.x, bottom: b.y };
}
