import type { LngLat } from '@westgate/base';
import type { Map as MapLibre } from 'maplibre-gl';
import { useMapView } from '../map/use-map-view.ts';
import { isOnEarth, type Sketch, type SketchFault } from './sketch.ts';

/** The corners of an open sketch with the line to the pointer, and where a sketch is wrong. */
export function SketchOverlay({
  map,
  sketch,
  pointer,
  fault,
}: {
  readonly map: MapLibre;
  readonly sketch: Sketch;
  readonly pointer: LngLat | null;
  readonly fault: SketchFault | null;
}) {
  useMapView(map);
  const on = ([lng, lat]: LngLat): { x: number; y: number } => map.project([lng, lat]);
  const isWrong = !sketch.isOpen && fault !== null;
  const shown = sketch.corners.filter(isOnEarth);
  const corners = sketch.isOpen ? shown : [];
  const ring = isWrong ? shown : corners;
  const path = [...ring, ...(pointer && corners.length > 0 ? [pointer] : [])].map(on);
  const at = fault?.at && isOnEarth(fault.at) ? on(fault.at) : null;
  return (
    <svg className="sketch-overlay" aria-hidden="true">
      {path.length > 1 ? <polyline className="sketch-line" points={path.map(({ x, y }) => `${x},${y}`).join(' ')} /> : null}
      {sketch.shape === 'area' && path.length > 2 ? (
        <line
          className={isWrong ? 'sketch-line' : 'sketch-closing'}
          x1={path.at(-1)?.x}
          y1={path.at(-1)?.y}
          x2={path[0]?.x}
          y2={path[0]?.y}
        />
      ) : null}
      {corners.map((corner, index) => {
        const { x, y } = on(corner);
        return (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its number; two may stand in one place
            key={`${index} ${corner.join()}`}
            className={index === 0 ? 'sketch-corner first' : 'sketch-corner'}
            cx={x}
            cy={y}
            r={index === 0 ? 6 : 4}
          />
        );
      })}
      {at ? (
        <g className="sketch-fault" transform={`translate(${at.x} ${at.y})`}>
          <circle r="15" />
          <path d="M-7-7 7 7M7-7-7 7" />
        </g>
      ) : null}
    </svg>
  );
}
