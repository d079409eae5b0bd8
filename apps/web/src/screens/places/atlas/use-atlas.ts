import type { MapCounts, MapMark, MapMarks, Place } from '@westgate/contract';
import type { PlaceKind } from '@westgate/domain';
import { useCallback, useMemo, useState } from 'react';
import type { Pages } from '../../../api/ask.ts';
import { saysMissing } from '../../../api/client.ts';
import { useShownError } from '../../../api/failed-answers.ts';
import { useMapCounts, useMapSheet, useMarksOf, usePlace, usePlacePages } from '../../../api/questions.ts';
import type { Bounds } from '../../../map/bounds.ts';
import type { MapFilter } from '../../../map/tile-address.ts';
import type { MapViewport } from '../../../map/use-district-map.ts';
import { useShownPlan } from '../../../scope/district-context.ts';
import { useLanguage, useSelected, useSetView, useView } from '../../../scope/use-view.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { baseOpacity, kindOpacity, kindsOff, type LayerState, readLayers, writeLayers } from './layer-state.ts';

const FIRST_ORDER = 'sentence';
/** Rows of the table that are fetched at once. */
const ROWS = 100;
const NO_MARKS: readonly MapMark[] = [];

/** All that the panel, the map, the legend and the table share: one selection, one filter, one set of layers, all of it in the address. */
export interface AtlasState {
  /** Places by kind, whatever the filter. */
  readonly kinds: Readonly<Record<string, number>>;
  /** The filter of map, table and legend; kinds whose layer is off are left out. */
  readonly filter: MapFilter;
  readonly layers: LayerState;
  /** What the legend counts in view; null until it is here. */
  readonly inView: MapCounts | null;
  /** Rows of the table, in its order, as far as they were asked for. */
  readonly table: Pages<Place>;
  readonly sort: string;
  /** What the address selects; null where there is no such place. */
  readonly selected: Selected;
  /** The selected place, once it is here. */
  readonly selectedPlace: Place | null;
  /** What is selected where it is no place: a sentence, commitment or project. */
  readonly selectedThing: { readonly kind: string; readonly id: string } | null;
  /** Places that the selected thing lights up; `litTotal` counts them all. */
  readonly lit: readonly MapMark[];
  readonly litTotal: number;
  readonly camera: Camera | null;
  readonly isTableOpen: boolean;
  readonly onlyInView: boolean;
  readonly set: (patch: ViewSearch) => void;
  readonly setLayers: (layers: LayerState) => void;
  readonly pick: (place: string | null) => void;
  readonly look: (view: MapViewport) => void;
}

/** Where the map looks, as the address keeps it. */
interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

export function useAtlas(): AtlasState {
  const view = useView();
  const setView = useSetView();
  const selected = useSelected();
  const language = useLanguage();
  const [bounds, setBounds] = useState<Bounds | null>(null);
  const layers = useMemo(() => readLayers(view.layers), [view.layers]);
  const { aim, tag, kind, stage, q } = view;
  const plan = useShownPlan()?.id;
  const without = kindsOff(layers).join(',') || undefined;
  const filter = useMemo(() => ({ plan, aim, tag, kind, stage, q, without }), [plan, aim, tag, kind, stage, q, without]);
  const bbox = bounds?.map((degree) => degree.toFixed(5)).join(',');
  const onlyInView = view.inview === '1';
  const isTableOpen = view.drawer === '1';
  const sort = view.sort ?? FIRST_ORDER;
  const inView = useMapCounts(filter, bbox).data ?? null;
  const table = usePlacePages(
    { ...filter, bbox: onlyInView ? bbox : undefined, sort, lang: language, limit: isTableOpen ? ROWS : 1 },
    true,
  );
  const set = useCallback((patch: ViewSearch) => setView(patch, { replace: true }), [setView]);
  const pick = useCallback((place: string | null) => setView({ sel: place === null ? undefined : `place:${place}` }), [setView]);
  const setLayers = useCallback((state: LayerState) => set({ layers: writeLayers(state) }), [set]);
  const look = useCallback(
    (viewport: MapViewport) => {
      setBounds(viewport.bounds);
      if (viewport.byHand) set({ view: writeCamera(viewport) });
    },
    [set],
  );
  const { place, isGone } = usePlaceSelected(selected);
  const lit = useLit(selected);
  return {
    kinds: useMapSheet().data?.kinds ?? {},
    filter,
    layers,
    inView,
    table,
    sort,
    selected: isGone ? null : selected,
    selectedPlace: place,
    selectedThing: selected && selected.kind !== 'place' ? selected : null,
    lit: lit?.items ?? NO_MARKS,
    litTotal: lit?.total ?? 0,
    camera: useMemo(() => readCamera(view.view), [view.view]),
    isTableOpen,
    onlyInView,
    set,
    setLayers,
    pick,
    look,
  };
}

/** What the map is told of the layers. */
export function useLayerLook(layers: LayerState) {
  return useMemo(() => ({ base: baseOpacity(layers), kindOpacity: kindOpacity(layers) }), [layers]);
}

/** Whether a word is a kind of place that the district has. */
export function hasKind(atlas: AtlasState, kind: PlaceKind): boolean {
  return (atlas.kinds[kind] ?? 0) > 0;
}

type Selected = { readonly kind: string; readonly id: string } | null;
const LIGHTS: readonly string[] = ['sentence', 'commitment', 'project'];

function usePlaceSelected(selected: Selected): { readonly place: Place | null; readonly isGone: boolean } {
  const id = selected?.kind === 'place' ? selected.id : null;
  const { data, error } = usePlace(id ?? '', id !== null);
  const isGone = id !== null && saysMissing(error);
  useShownError(isGone ? error : null);
  return { place: data?.id === id ? data : null, isGone };
}

function useLit(selected: Selected): MapMarks | null {
  const of = selected && LIGHTS.includes(selected.kind) ? `${selected.kind}:${selected.id}` : null;
  const { data, isPlaceholderData } = useMarksOf(of);
  return of !== null && data && !isPlaceholderData ? data : null;
}

/** Reads `116.18,39.92,12.4`; null when it is no place on earth. */
export function readCamera(text: string | undefined): Camera | null {
  const [lng = Number.NaN, lat = Number.NaN, zoom = Number.NaN, ...rest] = (text ?? '')
    .split(',')
    .map((part) => (part === '' ? Number.NaN : Number(part)));
  const isSound = rest.length === 0 && Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return isSound ? { lng, lat, zoom } : null;
}

/** The camera as the address keeps it: a few metres and a hundredth of a zoom step are fine enough. */
export function writeCamera({ lng, lat, zoom }: Camera): string {
  return [lng.toFixed(5), lat.toFixed(5), zoom.toFixed(2)].map(Number).join(',');
}
