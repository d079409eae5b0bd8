import type { Place, Sentence } from '@westgate/contract';
import { useCallback, useMemo, useState } from 'react';
import { usePlaces, useSentences } from '../../../api/questions.ts';
import { useDistrictFrame } from '../../../frame/district-context.ts';
import { useLanguage, useSelected, useSetView, useView } from '../../../frame/use-view.ts';
import type { ViewSearch } from '../../../frame/view-search.ts';
import type { Bounds } from '../../../map/bounds.ts';
import type { MapViewport } from '../../../map/use-district-map.ts';
import { useWords } from '../../../messages/words.ts';
import { type Camera, readCamera, writeCamera } from './camera.ts';
import { baseOpacity, kindOpacity, type LayerState, readLayers, writeLayers } from './layer-state.ts';
import { filterPlaces, type PlaceFilter, type PlaceWords, placesInView, placesLitBy, sortPlaces } from './view-model.ts';

const FIRST_ORDER = 'sentence';
const NONE: readonly never[] = [];

/** All that the panel, the map, the legend and the table share: one selection, one filter, one set of layers, all of it in the address. */
export interface AtlasState {
  readonly places: readonly Place[];
  readonly sentences: ReadonlyMap<string, Sentence>;
  readonly filter: PlaceFilter;
  readonly layers: LayerState;
  /** Those that pass the filter and whose layer is on. */
  readonly shown: readonly Place[];
  readonly inView: readonly Place[];
  /** Rows of the table, in its order. */
  readonly rows: readonly Place[];
  readonly sort: string;
  readonly words: PlaceWords;
  readonly selectedPlace: Place | null;
  /** What is selected where it is no place: a sentence, commitment or project. */
  readonly selectedThing: { readonly kind: string; readonly id: string } | null;
  /** Places that the selected thing lights up. */
  readonly lit: readonly Place[];
  readonly camera: Camera | null;
  readonly isTableOpen: boolean;
  readonly onlyInView: boolean;
  readonly set: (patch: ViewSearch) => void;
  readonly setLayers: (layers: LayerState) => void;
  readonly pick: (place: string | null) => void;
  readonly look: (view: MapViewport) => void;
}

export function useAtlas(): AtlasState {
  const view = useView();
  const setView = useSetView();
  const selected = useSelected();
  const places: readonly Place[] = usePlaces().data ?? NONE;
  const sentenceList: readonly Sentence[] = useSentences(undefined).data ?? NONE;
  const words = usePlaceWords(sentenceList);
  const [bounds, setBounds] = useState<Bounds | null>(null);
  const { aim, kind, stage, q } = view;
  const filter = useMemo(() => ({ aim, kind, stage, q }), [aim, kind, stage, q]);
  const layers = useMemo(() => readLayers(view.layers), [view.layers]);
  const shown = useMemo(() => filterPlaces(places, filter, layers), [places, filter, layers]);
  const inView = useMemo(() => placesInView(shown, bounds), [shown, bounds]);
  const onlyInView = view.inview === '1';
  const sort = view.sort ?? FIRST_ORDER;
  const rows = useMemo(() => sortPlaces(onlyInView ? inView : shown, sort, words), [onlyInView, inView, shown, sort, words]);
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
  return {
    places,
    sentences: useMemo(() => new Map(sentenceList.map((sentence) => [sentence.id, sentence])), [sentenceList]),
    filter,
    layers,
    shown,
    inView,
    rows,
    sort,
    words,
    selectedPlace: (selected?.kind === 'place' && places.find((place) => place.id === selected.id)) || null,
    selectedThing: selected && selected.kind !== 'place' ? selected : null,
    lit: useMemo(() => placesLitBy(selected, places), [selected, places]),
    camera: useMemo(() => readCamera(view.view), [view.view]),
    isTableOpen: view.drawer === '1',
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

function usePlaceWords(sentences: readonly Sentence[]): PlaceWords {
  const word = useWords();
  const language = useLanguage();
  const { aims } = useDistrictFrame();
  return useMemo(
    () => ({
      language,
      aimOrder: [...aims.keys()],
      kindName: (kind) => word(`place.${kind}`),
      sentenceNumbers: new Map(sentences.map((sentence) => [sentence.id, sentence.number])),
    }),
    [language, aims, word, sentences],
  );
}
