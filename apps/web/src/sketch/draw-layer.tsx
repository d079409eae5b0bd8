import type { LngLat } from '@westgate/base';
import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useShapesIn } from '../api/edits.ts';
import { onStyleLeaves } from '../map/engine.ts';
import { takeInk } from '../map/ink.ts';
import { useMapView } from '../map/use-map-view.ts';
import type { Drawing } from './drawing.ts';
import { editOnMap, type MapEditor } from './edit-on-map.ts';
import { KeyCursor } from './key-cursor.tsx';
import { finished, isOnEarth, type Sketch, type SketchFault, withCorner } from './sketch.ts';
import { type ScreenPoint, snapLines, snapped } from './snap.ts';

/** Pixels from the first corner at which a click closes an area. */
const CLOSE_PX = 10;

/** Drawing on the map: clicks add corners, a click on the first closes an area, corners of a drawn shape move; by keyboard as well. */
export function DrawLayer({ map, drawing }: { readonly map: MapLibre; readonly drawing: Drawing }) {
  const { sketch, fault, edited } = drawing;
  const view = useMapView(map);
  const bbox = useMemo(
    () => view.bounds.map((degree, index) => (index < 2 ? Math.floor(degree * 100) : Math.ceil(degree * 100)) / 100).join(','),
    [view.bounds],
  );
  const near = useShapesIn(bbox).data?.items;
  const lines = useMemo(() => snapLines(near ?? [], edited), [near, edited]);
  const [pointer, setPointer] = useState<LngLat | null>(null);
  const held = useRef({ drawing, lines });
  held.current = { drawing, lines };
  const editor = useRef<MapEditor | null>(null);

  useEffect(() => {
    const project = (position: LngLat): ScreenPoint => map.project([position[0], position[1]]);
    const snap = (at: ScreenPoint): LngLat | null => snapped(at, held.current.lines, project);
    const end = (): void => {
      editor.current?.stop();
      editor.current = null;
    };
    const start = (): void => {
      end();
      // Between two styles the map takes nothing; the next one starts it.
      if (!map.getStyle()) return;
      editor.current = editOnMap(map, takeInk(map.getContainer()), snap, (next) => held.current.drawing.put(next));
      editor.current.show(held.current.drawing.sketch);
    };
    const at = (event: { readonly point: ScreenPoint; readonly lngLat: { readonly lng: number; readonly lat: number } }): LngLat =>
      snap(event.point) ?? [event.lngLat.lng, event.lngLat.lat];
    const onClick = (event: Parameters<typeof at>[0]): void => {
      const { sketch: now, put } = held.current.drawing;
      if (!isAdding(now)) return;
      const [first] = now.corners;
      const isClosing =
        first && isOnEarth(first) && now.shape === 'area' && now.corners.length > 2 && distance(project(first), event.point) <= CLOSE_PX;
      put(isClosing ? finished(now) : withCorner(now, at(event)));
    };
    const onMove = (event: Parameters<typeof at>[0]): void => {
      const isDrawn = isAdding(held.current.drawing.sketch);
      map.getCanvas().style.cursor = isDrawn ? 'crosshair' : '';
      setPointer(isDrawn ? at(event) : null);
    };
    const onOut = (): void => setPointer(null);
    const onDouble = (): void => {
      const { sketch: now, put } = held.current.drawing;
      if (now.shape === 'line' && now.isOpen) put(finished(withoutTwin(now)));
    };
    map.doubleClickZoom.disable();
    start();
    const offStyle = onStyleLeaves(map, end);
    map.on('style.load', start);
    map.on('click', onClick);
    map.on('dblclick', onDouble);
    map.on('mousemove', onMove);
    map.on('mouseout', onOut);
    return () => {
      offStyle();
      map.off('style.load', start);
      map.off('click', onClick);
      map.off('dblclick', onDouble);
      map.off('mousemove', onMove);
      map.off('mouseout', onOut);
      map.doubleClickZoom.enable();
      map.getCanvas().style.cursor = '';
      end();
    };
  }, [map]);

  useEffect(() => editor.current?.show(sketch), [sketch]);

  return (
    <>
      <SketchOverlay map={map} sketch={sketch} pointer={pointer} fault={fault} />
      <KeyCursor map={map} drawing={drawing} lines={lines} />
    </>
  );
}

/** A click adds a corner: while the sketch is open, and where a point is not set yet. */
function isAdding({ shape, corners, isOpen }: Sketch): boolean {
  return isOpen || (shape === 'point' && corners.length === 0);
}

/** The two clicks of a double click set one corner. */
function withoutTwin({ corners, ...rest }: Sketch): Sketch {
  const [last, before] = [corners.at(-1), corners.at(-2)];
  const isTwin = last && before && last[0] === before[0] && last[1] === before[1];
  return { ...rest, corners: isTwin ? corners.slice(0, -1) : corners };
}

function distance(a: ScreenPoint, b: ScreenPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The corners of an open sketch with the line to the pointer, and where a sketch is wrong. */
function SketchOverlay({
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
