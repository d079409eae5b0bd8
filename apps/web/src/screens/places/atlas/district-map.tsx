import { type Bilingual, inLanguage, type LngLat } from '@westgate/base';
import type { District, MapMark, MapSheet } from '@westgate/contract';
import type { PlaceKind } from '@westgate/domain';
import type { Map as MapLibre, PaddingOptions } from 'maplibre-gl';
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useDistrict, useMapSheet, useMarks, useThingsVersion } from '../../../api/questions.ts';
import { BASE_GROUP_NAMES, type BaseGroup } from '../../../map/base-layers.ts';
import { aroundAll, aroundCorners, type Bounds, inside, widen } from '../../../map/bounds.ts';
import type { BaseOpacity, MapLook } from '../../../map/engine.ts';
import { BracketOverlay, MapFrame } from '../../../map/map-frame.tsx';
import { MapFurniture } from '../../../map/map-furniture.tsx';
import type { MapContent } from '../../../map/style.ts';
import { type MapFilter, tileAddresses } from '../../../map/tile-address.ts';
import { type MapViewport, type PointedPlace, useDistrictMap } from '../../../map/use-district-map.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { useLanguage, useView } from '../../../scope/use-view.ts';
import { MapTip, MapZoom, type TipContent } from './map-key.tsx';
import { StackChooser } from './stack-chooser.tsx';

const MOVE_MS = 150;

/** Props of the district map. Every part may change at any time; the map itself is made once. */
export interface DistrictMapProps {
  /** Places lit up, such as those of a sentence: brackets round them, the others dimmed. */
  readonly highlight?: readonly string[];
  /** The selected place: brackets, nothing dimmed. */
  readonly selected?: string | null;
  /** Which places to show; all when absent. */
  readonly filter?: MapFilter;
  readonly base?: BaseOpacity;
  readonly kindOpacity?: ReadonlyMap<PlaceKind, number>;
  /** Where the map opens; the whole district, or the highlighted places, when absent. */
  readonly start?: { readonly lng: number; readonly lat: number; readonly zoom: number } | null;
  /** What the map opens on, and comes to once it is known, in place of the district: all that a flood may reach. */
  readonly around?: readonly LngLat[] | null;
  /** Pixels at the right that an overlay covers: the whole district is fitted beside it. */
  readonly covered?: number;
  /** False: a picture that can be neither moved nor clicked. */
  readonly interactive?: boolean;
  /** Small map: no scale frame, short furniture, opens on the highlighted or selected places. */
  readonly compact?: boolean;
  /** A place was chosen; null for a click on open ground. */
  readonly onPick?: (place: string | null) => void;
  readonly onHover?: (place: string | null) => void;
  readonly onView?: (view: MapViewport) => void;
  /** Laid over the map once it is drawn, and may draw on it. */
  readonly over?: (map: MapLibre) => ReactNode;
  /** Laid over the map, such as a legend. */
  readonly children?: ReactNode;
}

const ALL_SHOWN = Object.fromEntries(BASE_GROUP_NAMES.map((name) => [name, 1])) as Record<BaseGroup, number>;
/** Free pixels round what the map opens on. */
const EDGE = 10;
/** Height of the row of buttons at the foot of a framed map. */
const FOOT = 44;
const NO_PLACES: readonly string[] = [];
const NO_MARKS: readonly MapMark[] = [];
const NO_FILTER: MapFilter = {};
const NO_KINDS: ReadonlyMap<PlaceKind, number> = new Map();

/**
 * The district as a surveyor's sheet. The element `.district-map-canvas` carries the MapLibre map as `westgateMap`, for tests; the
 * layers `things-areas`, `things-lines`, `things-highlight` and `things-symbols` have stable names and features with `place`.
 */
export function DistrictMap(props: DistrictMapProps) {
  const [sheet, district] = [useMapSheet(), useDistrict()];
  const marked = useStable(props.selected ? [...(props.highlight ?? NO_PLACES), props.selected] : (props.highlight ?? NO_PLACES));
  const marks = useKeptMarks(marked);
  // A small map opens on what is picked out: it waits for it.
  const isReady = marks !== null || !props.compact;
  if (!sheet.data || !district.data || !isReady) return <MapWaiting failed={sheet.isError || district.isError} />;
  const drawn = { sheet: sheet.data, district: district.data, marks: marks ?? NO_MARKS };
  return <DrawnMap {...props} {...drawn} base={props.base ?? ALL_SHOWN} marked={marked} />;
}

/** The marks of the places; those that are here already while others are on their way. Null until the first are here. */
function useKeptMarks(places: readonly string[]): readonly MapMark[] | null {
  const here = useMarks(places);
  const held = useRef<readonly MapMark[] | null>(null);
  const all = here ?? held.current?.filter(({ place }) => places.includes(place)) ?? null;
  const isSame = all !== null && all.length === held.current?.length && all.every((mark, index) => mark === held.current?.[index]);
  if (!isSame) held.current = all;
  return held.current;
}

function MapWaiting({ failed }: { failed: boolean }) {
  const word = useWords();
  return (
    <div className="district-map waiting" role="status">
      {failed ? word('atlas.map.failed') : word('atlas.map.waiting')}
    </div>
  );
}

type DrawnProps = DistrictMapProps & {
  base: BaseOpacity;
  sheet: MapSheet;
  district: District;
  marks: readonly MapMark[];
  marked: readonly string[];
};

function DrawnMap(props: DrawnProps) {
  const word = useWords();
  const say = useSay();
  const language = useLanguage();
  const canvas = useRef<HTMLDivElement>(null);
  const content = useMapContent(props);
  const look = useMapLook(props);
  const [tip, setTip] = useState<TipContent | null>(null);
  const [stack, setStack] = useState<{ places: readonly PointedPlace[]; x: number; y: number } | null>(null);
  const home = useMemo(() => homeBounds(props.sheet, props.district), [props.sheet, props.district]);
  const around = useMemo(() => (props.around ? widen(aroundCorners(props.around), 0.03, 0) : null), [props.around]);
  const focus = props.compact ? props.marks : props.marks.filter(({ place }) => props.highlight?.includes(place));
  const nameOf = (name: Bilingual): string => inLanguage(name, language) ?? '';
  const pick = (place: string | null): void => {
    setStack(null);
    props.onPick?.(place);
  };
  const closeStack = (): void => {
    setStack(null);
    canvas.current?.querySelector('canvas')?.focus();
  };
  const padding = { left: EDGE, top: EDGE, bottom: props.compact ? EDGE : FOOT, right: EDGE + (props.covered ?? 0) };
  const { map, hasFailed } = useDistrictMap(canvas, content, look, {
    language,
    inkKey: useInkKey(),
    bounds: around ?? focusBounds(focus) ?? home,
    start: props.start ?? null,
    interactive: props.interactive ?? true,
    padding,
    title: word('atlas.map.title', { district: say(props.district.name) }),
    listeners: {
      onPick: (places, at) => {
        setTip(null);
        if (!props.onPick) return;
        if (places.length > 1) setStack({ places, ...at });
        else pick(places[0]?.place ?? null);
      },
      onHover: (place, at) => {
        setTip(
          place && !props.over
            ? { text: nameOf(place.name) || place.place, ...at, isRight: at.x > (canvas.current?.clientWidth ?? 0) / 2 }
            : null,
        );
        props.onHover?.(place?.place ?? null);
      },
      ...(props.onView ? { onView: props.onView } : {}),
    },
  });
  useComeTo(map, around, padding);
  useKeepInView(map, props.marks, padding);
  if (hasFailed) return <MapWaiting failed />;
  const framed = !props.compact;
  return (
    <div className={`district-map${framed ? ' framed' : ''}`}>
      <div className="district-map-canvas" ref={canvas} />
      {map && framed ? <MapFrame map={map} /> : null}
      <div className="district-map-over">
        {map ? <BracketOverlay map={map} marks={props.marks} /> : null}
        {map ? <MapFurniture map={map} bare={!framed} attributions={props.sheet.attributions} /> : null}
        {map && framed && (props.interactive ?? true) ? <MapZoom map={map} home={home} padding={padding} /> : null}
        {map ? props.over?.(map) : null}
        {props.children}
        {tip ? <MapTip tip={tip} /> : null}
        {stack ? <StackChooser {...stack} language={language} onChoose={pick} onClose={closeStack} /> : null}
      </div>
    </div>
  );
}

function useMapContent({ sheet, district, marks, filter = NO_FILTER }: DrawnProps): MapContent {
  const { asOf } = useView();
  const versions = { ...sheet.versions, things: useThingsVersion() ?? sheet.versions.things };
  const { things, base } = tileAddresses(location.origin, versions, filter, asOf);
  return useMemo(() => {
    const aims = district.axes.find((axis) => axis.id === 'aim') ?? district.axes[0];
    return {
      frame: sheet.base ?? district.frame,
      tiles: { things, base },
      marks,
      letters: sheet.letters,
      aims: new Map((aims?.values ?? []).map(({ id, colour, pattern }) => [id, { colour, pattern }])),
    };
  }, [sheet, district, marks, things, base]);
}

function useMapLook({ highlight = NO_PLACES, marked, base, kindOpacity = NO_KINDS }: DrawnProps): MapLook {
  const lit = useStable(highlight);
  return useMemo(() => ({ highlight: marked, lit, base, kindOpacity }), [marked, lit, base, kindOpacity]);
}

/** The same array as long as it holds the same words. */
function useStable(list: readonly string[]): readonly string[] {
  const held = useRef(list);
  if (held.current.join(' ') !== list.join(' ')) held.current = list;
  return held.current;
}

/** The whole district: its line where one is drawn, and every place. */
function homeBounds(sheet: MapSheet, district: District): Bounds {
  return sheet.home ? widen(sheet.home, 0.02, 0.002) : district.frame;
}

function focusBounds(marks: readonly MapMark[]): Bounds | null {
  const box = aroundAll(marks);
  return box && widen(box, 0.25, 0.012);
}

/** A word that changes whenever the tokens may have other values: the theme switch, or the system's theme under `auto`. */
function useInkKey(): string {
  return useSyncExternalStore(subscribe, inkKey);
}

/** A print shows the map as it is drawn already: inked anew it would not be ready in time. */
let beforePrint = '';

function inkKey(): string {
  if (beforePrint !== '' && matchMedia('print').matches) return beforePrint;
  const { theme = 'auto', contrast = '' } = document.documentElement.dataset;
  const scheme = theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : '';
  beforePrint = `${theme} ${scheme} ${contrast}`;
  return beforePrint;
}

function subscribe(changed: () => void): () => void {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-contrast'] });
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', changed);
  return () => {
    watcher.disconnect();
    scheme.removeEventListener('change', changed);
  };
}

/** Comes to what the map is around when that becomes known; it is then fitted to it as to what it opened on. */
function useComeTo(map: MapLibre | null, around: Bounds | null, padding: PaddingOptions): void {
  const held = useRef(padding);
  held.current = padding;
  useEffect(() => {
    if (map && around) map.fitBounds([...around], { padding: held.current, duration: 0 });
  }, [map, around]);
}

/** When other places are picked out and some of them lie outside the view, moves the map so that all are seen; else leaves it alone. */
function useKeepInView(map: MapLibre | null, marks: readonly MapMark[], padding: PaddingOptions): void {
  const held = useRef({ marks, padding });
  held.current = { marks, padding };
  // The same places at other positions, or on another day, are no reason to move.
  const places = marks.map(({ place }) => place).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the places are the reason, their positions are read when it fires
  useEffect(() => {
    const box = aroundAll(held.current.marks);
    if (!map || !box) return;
    const view = map.getBounds();
    if (inside(box, [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()])) return;
    const [west, south, east, north] = widen(box, 0.15, 0.008);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    map.fitBounds(
      [west, south, east, north],
      { padding: held.current.padding, maxZoom: 14, duration: still ? 0 : MOVE_MS },
      { kept: true },
    );
  }, [map, places]);
}
