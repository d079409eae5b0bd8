import type { CanvasSource, GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { Lines } from './extent.ts';
import { type Picture, paint } from './paint.ts';

const LAYER = 'flood-water';
const EDGE = 'flood-edge';
const NO_LINES: Lines = [];

/** Water over the map, and lines over it; drawn anew when they change, or the map was given another style. */
export function WaterLayer({
  map,
  picture,
  edge = NO_LINES,
}: {
  readonly map: MapLibre;
  readonly picture: Picture | null;
  readonly edge?: Lines;
}) {
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const held = useRef({ picture, edge });
  held.current = { picture, edge };
  useEffect(() => {
    const show = (): void => {
      showWater(map, canvas, held.current.picture);
      showEdge(map, held.current.edge);
    };
    map.on('style.load', show);
    return () => {
      map.off('style.load', show);
      removeLayer(map, LAYER);
      removeLayer(map, EDGE);
    };
  }, [map]);
  useEffect(() => showWater(map, canvas, picture), [map, picture]);
  useEffect(() => showEdge(map, edge), [map, edge]);
  return null;
}

function showWater(map: MapLibre, held: { current: HTMLCanvasElement | null }, picture: Picture | null): void {
  if (!map.isStyleLoaded() && !map.getStyle()) return;
  if (picture === null) {
    removeLayer(map, LAYER);
    return;
  }
  const canvas = held.current ?? document.createElement('canvas');
  held.current = canvas;
  paint(canvas, picture, map.getContainer());
  const coordinates = picture.corners.map(([lng, lat]) => [lng, lat]) as [
    [number, number],
    [number, number],
    [number, number],
    [number, number],
  ];
  const source = map.getSource<CanvasSource>(LAYER);
  if (!source) {
    map.addSource(LAYER, { type: 'canvas', canvas, coordinates, animate: false });
    const before = map.getStyle().layers.find(({ id }) => id.startsWith('things-'))?.id;
    map.addLayer(
      { id: LAYER, type: 'raster', source: LAYER, paint: { 'raster-fade-duration': 0, 'raster-resampling': 'nearest' } },
      before,
    );
    return;
  }
  source.setCoordinates(coordinates);
  // A canvas that stands still is taken up once: it plays for a picture.
  source.play();
  map.once('render', () => source.pause());
  map.triggerRepaint();
}

function showEdge(map: MapLibre, lines: Lines): void {
  if (!map.isStyleLoaded() && !map.getStyle()) return;
  const data = { type: 'MultiLineString' as const, coordinates: lines.map((line) => line.map(([lng, lat]) => [lng, lat])) };
  const source = map.getSource<GeoJSONSource>(EDGE);
  if (source) {
    source.setData(data);
    return;
  }
  map.addSource(EDGE, { type: 'geojson', data });
  const ink = getComputedStyle(map.getContainer()).getPropertyValue('--ink').trim();
  const before = map.getStyle().layers.find(({ id }) => id.startsWith('things-'))?.id;
  map.addLayer({ id: EDGE, type: 'line', source: EDGE, paint: { 'line-color': ink, 'line-width': 1.5, 'line-dasharray': [3, 2] } }, before);
}

function removeLayer(map: MapLibre, id: string): void {
  // The map may be gone with its screen.
  if (!map.getStyle()) return;
  if (map.getLayer(id)) map.removeLayer(id);
  if (map.getSource(id)) map.removeSource(id);
}
