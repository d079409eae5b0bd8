import type { LngLat } from '@westgate/base';
import type { FloodDesign } from '@westgate/domain';
import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { useMapView } from '../../../../map/use-map-view.ts';
import { type PlacedPart, partsOf } from './design-draft.ts';
import { LAYOUTS, nameOfPart } from './part-kinds.ts';
import { cornersOf } from './typed-part.ts';

/** The parts of a design on the map, and how far the ground reaches; the list beside it says the same in words. The one that is edited is left to the drawing. */
export function PartsLayer({
  map,
  design,
  ground,
  edited,
}: {
  readonly map: MapLibre;
  readonly design: FloodDesign;
  /** The corners of the ground, where it was read. */
  readonly ground: readonly LngLat[] | null;
  readonly edited: string | null;
}) {
  useMapView(map);
  useShown(map, design, ground);
  const on = ([lng, lat]: LngLat): { readonly x: number; readonly y: number } => map.project([lng, lat]);
  return (
    <svg className="sketch-overlay design-overlay" aria-hidden="true">
      {ground ? <polygon className="design-ground" points={pointsOf(ground.map(on))} /> : null}
      {partsOf(design)
        .filter(({ key }) => key !== edited)
        .map((each) => (
          <PartShape key={each.key} placed={each} on={on} />
        ))}
    </svg>
  );
}

type OnScreen = (at: LngLat) => { readonly x: number; readonly y: number };

function PartShape({ placed: { kind, part }, on }: { readonly placed: PlacedPart; readonly on: OnScreen }) {
  const { shape } = LAYOUTS[kind];
  const corners = cornersOf(part).map(on);
  const middle = shape === 'area' ? centreOf(corners) : corners[Math.floor(corners.length / 2)];
  if (shape === null || !middle) return null;
  const points = pointsOf(corners);
  return (
    <g className={`part-${kind}`}>
      {shape === 'point' ? <circle cx={middle.x} cy={middle.y} r="5" /> : null}
      {shape === 'area' ? <polygon className="part-area" points={points} /> : null}
      {shape === 'line' || shape === 'two' ? (
        <>
          <polyline className="part-casing" points={points} />
          <polyline className="part-line" points={points} />
        </>
      ) : null}
      {shape === 'two' && kind !== 'section' ? <circle cx={corners.at(-1)?.x} cy={corners.at(-1)?.y} r="4" /> : null}
      <title>{nameOfPart(part)}</title>
    </g>
  );
}

function pointsOf(corners: readonly { readonly x: number; readonly y: number }[]): string {
  return corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

function centreOf(corners: readonly { readonly x: number; readonly y: number }[]) {
  const sum = corners.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, corners.length), y: sum.y / Math.max(1, corners.length) };
}

/** Brings in sight, once, the ground, else the parts, else what the map opened on. */
function useShown(map: MapLibre, design: FloodDesign, ground: readonly LngLat[] | null): void {
  const isShown = useRef(false);
  const corners = ground ?? partsOf(design).flatMap(({ part }) => cornersOf(part));
  const first = useRef(corners);
  first.current = corners;
  const hasSome = corners.length > 1;
  useEffect(() => {
    if (isShown.current || !hasSome) return;
    isShown.current = ground !== null;
    const [lngs, lats] = [first.current.map(([lng]) => lng), first.current.map(([, lat]) => lat)];
    const box = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)] as const;
    map.fitBounds([box[0], box[1], box[2], box[3]], { padding: 40, duration: 0 }, { kept: true });
  }, [map, hasSome, ground]);
}
