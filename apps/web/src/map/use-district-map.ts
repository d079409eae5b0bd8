import type { Bilingual } from '@westgate/base';
import type { MapGeoJSONFeature, Map as MapLibre, MapMouseEvent, PaddingOptions } from 'maplibre-gl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { letGo } from '../scope/let-go.ts';
import type { Bounds } from './bounds.ts';
import { drawCoarseWhileMoving } from './coarse-motion.ts';
import { applyLook, createMap, drawMissingImages, loadLabelFonts, type MapLook, replaceStyle, setContent } from './engine.ts';
import { type MapInk, takeInk } from './ink.ts';
import { type MapContent, mapStyle } from './style.ts';
import { MARKED, MORE, PICKABLE, SYMBOLS } from './thing-layers.ts';

/** Where the map looks. */
export interface MapViewport {
  readonly bounds: Bounds;
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
  /** True when a person moved it. */
  readonly byHand: boolean;
}

/** A place under the pointer, with its names. */
export interface PointedPlace {
  readonly place: string;
  readonly name: Bilingual;
}

/** What the map tells its screen. */
interface MapListeners {
  /** Places under a click, topmost first; empty on open ground. */
  readonly onPick?: (places: readonly PointedPlace[], at: { x: number; y: number }) => void;
  readonly onHover?: (place: PointedPlace | null, at: { x: number; y: number }) => void;
  /** After every move. */
  readonly onView?: (view: MapViewport) => void;
}

interface MapOptions {
  readonly language: 'zh' | 'en';
  /** Changes with the theme: the map is inked anew. */
  readonly inkKey: string;
  /** What the map opens on, unless `start` says otherwise. */
  readonly bounds: Bounds;
  readonly start: { readonly lng: number; readonly lat: number; readonly zoom: number } | null;
  readonly padding: PaddingOptions;
  readonly interactive: boolean;
  readonly title: string;
  readonly listeners: MapListeners;
}

/**
 * Keeps one MapLibre map in `container` for the life of the component and brings it up to date: new tiles by their
 * address, places picked out by setData, how they look by paint; only a new language or theme sets a new style. Gives the map once its style is loaded; `hasFailed` where the browser cannot draw one.
 */
export function useDistrictMap(
  container: RefObject<HTMLElement | null>,
  content: MapContent,
  look: MapLook,
  options: MapOptions,
): { readonly map: MapLibre | null; readonly hasFailed: boolean } {
  const [map, setMap] = useState<MapLibre | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const drawnAs = `${options.language} ${options.inkKey}`;
  const held = useRef<{ content: MapContent; look: MapLook; options: MapOptions; ink: MapInk | null; drawnAs: string }>(null);
  held.current = { content, look, options, ink: held.current?.ink ?? null, drawnAs: held.current?.drawnAs ?? drawnAs };

  useEffect(() => {
    const element = container.current;
    const now = held.current;
    if (!element || !now) return;
    let made: MapLibre | null = null;
    let gone = false;
    const ink = takeInk(element);
    now.ink = ink;
    const whenMade = (created: MapLibre | null): void => {
      if (gone || created === null) {
        created?.remove();
        return;
      }
      made = created;
      drawMissingImages(created, () => ({ content: held.current?.content ?? now.content, ink: held.current?.ink ?? ink }));
      const relook = (): void => applyLook(created, held.current?.look ?? now.look, held.current?.options.language ?? now.options.language);
      created.on('style.load', relook);
      onSize(created, relook);
      drawCoarseWhileMoving(created);
      listen(created, () => held.current?.options.listeners ?? {});
      keepFitted(created, () => held.current?.options ?? now.options);
      created.once('load', () => !gone && setMap(created));
    };
    createMap(element, now.content, { ...now.options, ink }, () => gone).then(whenMade, () => !gone && setFailed(true));
    return () => {
      gone = true;
      made?.remove();
      setMap(null);
    };
  }, [container]);

  const given = useRef(content);
  useEffect(() => {
    if (!map) return;
    setContent(map, given.current, content);
    given.current = content;
  }, [map, content]);

  useEffect(() => {
    if (map) applyLook(map, look, options.language);
  }, [map, look, options.language]);

  useEffect(() => {
    const now = held.current;
    if (!map || !container.current || !now || now.drawnAs === drawnAs) return;
    now.drawnAs = drawnAs;
    const ink = takeInk(container.current);
    now.ink = ink;
    letGo(async () => {
      await loadLabelFonts(now.content, now.options.language);
      if (held.current?.ink === ink && map.getContainer().isConnected) replaceStyle(map, mapStyle(now.content, ink, now.options.language));
    });
  }, [map, drawnAs, container]);

  return { map, hasFailed };
}

/** Until someone or something moves the map, it stays fitted to what it opened on, whatever the size of its container becomes. */
function keepFitted(map: MapLibre, options: () => MapOptions): void {
  let isMoved = options().start !== null;
  const fit = (): void => {
    if (isMoved) return;
    const { bounds, padding } = options();
    map.fitBounds([bounds[0], bounds[1], bounds[2], bounds[3]], { padding, duration: 0 });
  };
  map.on('movestart', (event) => {
    // A change of size is reported as a move as well.
    isMoved ||= Boolean(event.originalEvent) || 'byHand' in event || 'kept' in event;
  });
  onSize(map, fit);
  fit();
}

/** Calls `listener` when the size of the map's container changed; how finely it is drawn makes no difference. */
function onSize(map: MapLibre, listener: () => void): void {
  const sizeNow = (): string => `${map.getContainer().clientWidth} ${map.getContainer().clientHeight}`;
  let size = sizeNow();
  map.on('resize', () => {
    const now = sizeNow();
    if (now === size) return;
    size = now;
    listener();
  });
}

function listen(map: MapLibre, listeners: () => MapListeners): void {
  map.on('click', (event) => {
    const places = placesAt(map, event);
    if (places.length === 0 && zoomToMore(map, event)) return;
    listeners().onPick?.(places, { x: event.point.x, y: event.point.y });
  });
  map.on('mousemove', (event) => {
    const place = placesAt(map, event)[0] ?? null;
    map.getCanvas().style.cursor = place ? 'pointer' : '';
    listeners().onHover?.(place, { x: event.point.x, y: event.point.y });
  });
  map.on('mouseout', (event) => listeners().onHover?.(null, { x: event.point.x, y: event.point.y }));
  const report = (byHand: boolean): void => {
    const box = map.getBounds();
    const { lng, lat } = map.getCenter();
    const bounds: Bounds = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
    listeners().onView?.({ bounds, lng, lat, zoom: map.getZoom(), byHand });
  };
  map.on('moveend', (event) => report(Boolean(event.originalEvent) || 'byHand' in event));
  map.on('load', () => report(false));
  onSize(map, () => report(false));
}

/** A click on the number of places left out goes nearer, where they are drawn. */
function zoomToMore(map: MapLibre, { point, lngLat }: MapMouseEvent): boolean {
  const layers = [MORE].filter((id) => map.getLayer(id));
  if (map.queryRenderedFeatures(point, { layers }).length === 0) return false;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  map.easeTo({ center: lngLat, zoom: map.getZoom() + 2, duration: still ? 0 : 150 }, { byHand: true });
  return true;
}

/** Symbols hide the areas beneath them from a click; without a symbol every stacked area is offered. */
function placesAt(map: MapLibre, { point: { x, y } }: MapMouseEvent): readonly PointedPlace[] {
  const found = map.queryRenderedFeatures(
    [
      [x - 4, y - 4],
      [x + 4, y + 4],
    ],
    { layers: PICKABLE.filter((id) => map.getLayer(id)) },
  );
  const symbols = found.filter(({ layer }) => layer.id === SYMBOLS || layer.id === MARKED);
  const places = new Map((symbols.length > 0 ? symbols : found).map((feature) => [String(feature.properties.place), feature]));
  return [...places].map(([place, feature]) => ({ place, name: { zh: textOf(feature, 'name_zh'), en: textOf(feature, 'name_en') } }));
}

function textOf(feature: MapGeoJSONFeature, property: string): string | null {
  const value: unknown = feature.properties[property];
  return typeof value === 'string' ? value : null;
}
