import { isPlaceKind, type PlaceKind } from '@westgate/domain';
import type {
  ExpressionSpecification,
  GeoJSONSource,
  Map as MapLibre,
  PaddingOptions,
  StyleSpecification,
  VectorTileSource,
} from 'maplibre-gl';
import { needLetters } from '../letters/letters.ts';
import { BASE_GROUP_NAMES, BASE_GROUPS, BASE_SOURCE, type BaseGroup, OWN_OPACITY } from './base-layers.ts';
import type { Bounds } from './bounds.ts';
import { drawSymbol, drawTile, IMAGE_RATIO, STAGE_STROKE, type SymbolStage } from './image.ts';
import type { MapInk } from './ink.ts';
import { nameSpots } from './name-spots.ts';
import { type MapContent, mapStyle, markFeatures } from './style.ts';
import { isOneOf, symbolName } from './symbol-names.ts';
import { MARKED, MARKS_SOURCE, MORE, PICKABLE, SYMBOL_ROOM, SYMBOLS, THINGS_SOURCE } from './thing-layers.ts';

type Library = typeof import('./library.ts');

let library: Promise<Library> | null = null;

/** The library that draws, as large as all else of a screen: asked for once, beside what stands round the map. */
function bringLibrary(): Promise<Library> {
  library ??= import('./library.ts').catch((error: unknown) => {
    // The next map asks again.
    library = null;
    throw error;
  });
  return library;
}
bringLibrary().catch(() => undefined);

/** How a group of the base map is shown: 0 (hidden) to 1. */
export type BaseOpacity = Readonly<Record<BaseGroup, number>>;

/** What of the content is shown now: cheap to change, never rebuilds the map. */
export interface MapLook {
  /** Places in brackets: those lit and the selected one. */
  readonly highlight: readonly string[];
  /** Places lit up: all others are dimmed; empty = none is dimmed. */
  readonly lit: readonly string[];
  readonly base: BaseOpacity;
  /** Opacity of kinds of places, where not 1. */
  readonly kindOpacity: ReadonlyMap<PlaceKind, number>;
}

/** How long a map that is to be made waits at most for a moment in which nothing else is to be done. */
const IDLE_MS = 500;

/** A moment in which the page has nothing else to do: making a map takes long, and whoever presses a key first is answered first. */
function idle(): Promise<unknown> {
  // Safari knows no such moment.
  return new Promise((go) => (typeof requestIdleCallback === 'function' ? requestIdleCallback(go, { timeout: IDLE_MS }) : setTimeout(go)));
}

/** Makes the map in `container`, its fonts loaded first, so that no label shows boxes; null where nobody wants it any more. The container carries it as `westgateMap` for tests. */
export async function createMap(
  container: HTMLElement,
  content: MapContent,
  options: {
    ink: MapInk;
    language: 'zh' | 'en';
    bounds: Bounds;
    start: { readonly lng: number; readonly lat: number; readonly zoom: number } | null;
    padding: PaddingOptions;
    interactive: boolean;
    title: string;
  },
  isGone: () => boolean,
): Promise<MapLibre | null> {
  const [lib] = await Promise.all([bringLibrary(), loadLabelFonts(content, options.language)]);
  await idle();
  if (isGone()) return null;
  const map = new lib.MapLibre({
    container,
    // Ours, and looked at by a test: each map would be held up by it.
    validateStyle: false,
    style: mapStyle(content, options.ink, options.language),
    ...(options.start
      ? { center: [options.start.lng, options.start.lat], zoom: options.start.zoom }
      : {
          bounds: [options.bounds[0], options.bounds[1], options.bounds[2], options.bounds[3]],
          fitBoundsOptions: { padding: options.padding },
        }),
    // Kept, so that the sheet prints.
    canvasContextAttributes: { preserveDrawingBuffer: true },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    interactive: options.interactive,
    fadeDuration: 0,
    maxZoom: 17,
    locale: { 'Map.Title': options.title },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  Object.assign(container, { westgateMap: map });
  return map;
}

/** Draws the images the style asks for, when it asks: symbols `site|kind|aim|stage` and tiles `tile|aim`. */
export function drawMissingImages(map: MapLibre, current: () => { content: MapContent; ink: MapInk }): void {
  map.setMissingStyleImageResolver((id) => {
    const { content, ink } = current();
    const [role, first = '', aimId = '', stage = ''] = id.split('|');
    const aim = content.aims.get(role === 'tile' ? first : aimId) ?? { colour: null, pattern: null };
    if (role === 'tile') map.addImage(id, drawTile(aim, ink), { pixelRatio: IMAGE_RATIO });
    else if (isPlaceKind(first) && isStage(stage)) map.addImage(id, drawSymbol(first, aim, stage, ink), { pixelRatio: IMAGE_RATIO });
  });
}

/** Applies what is shown now. What the style does not hold yet is passed over: it is applied again once the style is loaded. */
export function applyLook(map: MapLibre, look: MapLook, language: 'zh' | 'en'): void {
  const has = (id: string): boolean => map.getLayer(id) !== undefined;
  const spots = nameSpots(map.getContainer().clientWidth || 1);
  for (const id of [SYMBOLS, MARKED].filter(has)) map.setLayoutProperty(id, 'text-variable-anchor-offset', spots);
  if (has(SYMBOLS)) map.setLayoutProperty(SYMBOLS, 'text-field', symbolName(language, look.highlight));
  // Names keep clear of every symbol; while places are lit up, of theirs alone, so that each of them gets its name.
  if (has(SYMBOL_ROOM)) map.setLayoutProperty(SYMBOL_ROOM, 'visibility', look.lit.length > 0 ? 'none' : 'visible');
  if (has(MORE)) setOpacity(map, MORE, look.lit.length > 0 ? DIMMED : 1);
  for (const id of PICKABLE.filter(has)) setOpacity(map, id, thingOpacity(look, id === 'things-areas' ? WIDE_AREA : 1));
  for (const group of BASE_GROUP_NAMES) {
    for (const id of BASE_GROUPS[group].filter(has)) {
      map.setLayoutProperty(id, 'visibility', look.base[group] > 0 ? 'visible' : 'none');
      if (look.base[group] > 0) setOpacity(map, id, look.base[group] * (OWN_OPACITY[id] ?? 1));
    }
  }
}

const whenStyleLeaves = new WeakMap<MapLibre, Set<() => void>>();

/** Calls `listener` right before the style of a map is replaced: what put sources of its own there takes them away, and comes back at `style.load`. Gives what ends it. */
export function onStyleLeaves(map: MapLibre, listener: () => void): () => void {
  const listeners = whenStyleLeaves.get(map) ?? new Set();
  whenStyleLeaves.set(map, listeners.add(listener));
  return () => listeners.delete(listener);
}

export function replaceStyle(map: MapLibre, style: StyleSpecification): void {
  for (const listener of whenStyleLeaves.get(map) ?? []) listener();
  map.setStyle(style, { diff: false, validate: false });
}

/** Hands new places picked out, and new addresses of tiles, to the map without touching its style. What is drawn stays until the new is here. */
export function setContent(map: MapLibre, before: MapContent, now: MapContent): void {
  if (before.marks !== now.marks) map.getSource<GeoJSONSource>(MARKS_SOURCE)?.setData(markFeatures(now.marks));
  if (before.tiles.things !== now.tiles.things) map.getSource<VectorTileSource>(THINGS_SOURCE)?.setTiles([now.tiles.things]);
  if (before.tiles.base !== now.tiles.base) map.getSource<VectorTileSource>(BASE_SOURCE)?.setTiles([now.tiles.base]);
}

/** How strongly that is drawn which is not lit up. */
const DIMMED = 0.3;
/** Areas that hold many places are filled faintly, so that what lies in them is seen. */
const WIDE_AREA = 0.35;
/** Stands for the letters of the Latin files: heights and counts are written in them too. */
const LATIN = 'A';

/** Opacity of a thing: its kind's, and less when it is outside the highlight. One number where all have the same: that is changed without cutting the tiles anew. */
function thingOpacity(look: MapLook, wideArea: number): ExpressionSpecification | number {
  const kinds = [...look.kindOpacity, ...(wideArea === 1 ? [] : [['area', wideArea] as const])];
  const own = kinds.reduceRight<ExpressionSpecification | number>(
    (otherwise, [kind, opacity]) => ['case', ['==', ['get', 'kind'], kind], opacity, otherwise],
    1,
  );
  if (look.lit.length === 0) return own;
  return ['case', isOneOf(look.lit), own, ['*', own, DIMMED]];
}

function setOpacity(map: MapLibre, id: string, value: ExpressionSpecification | number): void {
  const type = map.getLayer(id)?.type;
  if (type === 'fill') map.setPaintProperty(id, 'fill-opacity', value);
  else if (type === 'line') map.setPaintProperty(id, 'line-opacity', value);
  else if (type === 'symbol') {
    map.setPaintProperty(id, 'icon-opacity', value);
    map.setPaintProperty(id, 'text-opacity', value);
  }
}

function isStage(text: string): text is SymbolStage {
  return text in STAGE_STROKE;
}

/** Loads the letters of the names in a language. */
export async function loadLabelFonts({ letters }: MapContent, language: 'zh' | 'en'): Promise<void> {
  const { serif, sans } = letters[language];
  needLetters('serif-600', serif);
  needLetters('sans', sans);
  // A map whose letters do not come is drawn with those of the machine.
  await Promise.allSettled([
    document.fonts.load('600 24px "Noto Serif SC"', serif),
    document.fonts.load('400 24px "Noto Sans SC Variable"', sans + LATIN),
  ]);
}
