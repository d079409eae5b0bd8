import type { MapMark } from '@westgate/contract';
import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { Bounds } from './bounds.ts';
import { atLeast, bracketPath, type ScreenBox } from './brackets.ts';
import { type FrameTick, frameScale } from './scale.ts';
import { useMapView } from './use-map-view.ts';

const PX_PER_STEP = 46;

/** The scale frame of the sheet: round degrees along the top and the left, with bars over every second step. */
export function MapFrame({ map }: { map: MapLibre }) {
  const { bounds, width, height } = useMapView(map);
  const top = frameScale(bounds, 'lng', Math.max(2, width / PX_PER_STEP));
  const left = frameScale(bounds, 'lat', Math.max(2, height / PX_PER_STEP));
  return (
    <div className="map-frame" aria-hidden="true">
      <div className="map-frame-top">
        {top.bars.map(({ from, to }) => (
          <i key={from} style={{ left: percent(from), width: percent(to - from) }} />
        ))}
        {top.ticks.filter(isClear).map(({ degree, share }) => (
          <span key={degree} style={{ left: percent(share) }}>
            {hemisphere(degree, top.digits, 'E', 'W')}
          </span>
        ))}
      </div>
      <div className="map-frame-left">
        {left.bars.map(({ from, to }) => (
          <i key={from} style={{ top: percent(from), height: percent(to - from) }} />
        ))}
        {left.ticks.filter(isClear).map(({ degree, share }) => (
          <span key={degree} style={{ top: percent(share) }}>
            {hemisphere(degree, left.digits, 'N', 'S')}
          </span>
        ))}
      </div>
    </div>
  );
}

/** A label this near to a corner would be cut. */
function isClear({ share }: FrameTick): boolean {
  return share > 0.035 && share < 0.965;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

function hemisphere(degree: number, digits: number, positive: string, negative: string): string {
  return `${Math.abs(degree).toFixed(digits)}°${degree < 0 ? negative : positive}`;
}

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
