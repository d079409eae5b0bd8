import type { CanvasSource, Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { type Picture, paint } from './paint.ts';

const LAYER = 'flood-water';

/** Water over the map; drawn anew when the picture changes, or the map was given another style. */
export function WaterLayer({ map, picture }: { readonly map: MapLibre; readonly picture: Picture | null }) {
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const held = useRef(picture);
  held.current = picture;
  useEffect(() => {
    const show = (): void => showWater(map, canvas, held.current);
    map.on('style.load', show);
    return () => {
      map.off('style.load', show);
      removeWater(map);
    };
  }, [map]);
  useEffect(() => showWater(map, canvas, picture), [map, picture]);
  return null;
}

function showWater(map: MapLibre, held: { current: HTMLCanvasElement | null }, picture: Picture | null): void {
  if (!map.isStyleLoaded() && !map.getStyle()) return;
  if (picture === null) {
    removeWater(map);
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

function removeWater(map: MapLibre): void {
  // The map may be gone with its screen.
  if (!map.getStyle()) return;
  if (map.getLayer(LAYER)) map.removeLayer(LAYER);
  if (map.getSource(LAYER)) map.removeSource(LAYER);
}
