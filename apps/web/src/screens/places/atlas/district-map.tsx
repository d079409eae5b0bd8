import 'maplibre-gl/dist/maplibre-gl.css';
import type { District, MapBase, MapThings } from '@westgate/contract';
import type { PlaceKind } from '@westgate/domain';
import type { Feature, FeatureCollection } from 'geojson';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useDistrict, useMapBase, useMapThings } from '../../../api/questions.ts';
import { useLanguage } from '../../../frame/use-view.ts';
import type { BaseGroup } from '../../../map/base-layers.ts';
import { BASE_GROUP_NAMES } from '../../../map/base-layers.ts';
import { type Bounds, boundsOf, widen } from '../../../map/bounds.ts';
import type { BaseOpacity, MapLook } from '../../../map/engine.ts';
import { MapFrame } from '../../../map/map-frame.tsx';
import { MapFurniture } from '../../../map/map-furniture.tsx';
import { BracketOverlay } from '../../../map/map-overlay.tsx';
import type { MapContent } from '../../../map/style.ts';
import { type MapViewport, useDistrictMap } from '../../../map/use-district-map.ts';
import { useInkKey } from '../../../map/use-ink-key.ts';
import { useKeepInView } from '../../../map/use-keep-in-view.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { MapTip, type TipContent } from './map-tip.tsx';
import { MapZoom } from './map-zoom.tsx';
import { StackChooser } from './stack-chooser.tsx';

/** Props of the district map. Every part may change at any time; the map itself is made once. */
export interface DistrictMapProps {
  /** Places lit up, such as those of a sentence: brackets round them, the others dimmed. */
  readonly highlight?: readonly string[];
  /** The selected place: brackets, nothing dimmed. */
  readonly selected?: string | null;
  /** Places to show; all when absent. */
  readonly shown?: readonly string[] | null;
  readonly base?: BaseOpacity;
  readonly kindOpacity?: ReadonlyMap<PlaceKind, number>;
  /** Where the map opens; the whole district, or the highlighted places, when absent. */
  readonly start?: { readonly lng: number; readonly lat: number; readonly zoom: number } | null;
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
  /** Laid over the map, such as a legend. */
  readonly children?: ReactNode;
}

const ALL_SHOWN = Object.fromEntries(BASE_GROUP_NAMES.map((name) => [name, 1])) as Record<BaseGroup, number>;
/** Free pixels round what the map opens on. */
const EDGE = 10;
/** Height of the row of buttons at the foot of a framed map. */
const FOOT = 44;
const NO_PLACES: readonly string[] = [];
const NO_KINDS: ReadonlyMap<PlaceKind, number> = new Map();

/**
 * The district as a surveyor's sheet. The element `.district-map-canvas` carries the MapLibre map as `westgateMap`, for tests; the
 * layers `things-areas`, `things-lines`, `things-highlight` and `things-symbols` have stable names and features with `place`.
 */
export function DistrictMap(props: DistrictMapProps) {
  const [base, things, district] = [useMapBase(), useMapThings(), useDistrict()];
  if (!base.data || !things.data || !district.data) return <MapWaiting failed={base.isError || things.isError || district.isError} />;
  return <DrawnMap {...props} base={props.base ?? ALL_SHOWN} drawn={base.data} things={things.data} district={district.data} />;
}

function MapWaiting({ failed }: { failed: boolean }) {
  const word = useWords();
  return (
    <div className="district-map waiting" role="status">
      {failed ? word('atlas.map.failed') : word('atlas.map.waiting')}
    </div>
  );
}

type DrawnProps = DistrictMapProps & { base: BaseOpacity; drawn: MapBase; things: MapThings; district: District };

function DrawnMap(props: DrawnProps) {
  const word = useWords();
  const say = useSay();
  const language = useLanguage();
  const canvas = useRef<HTMLDivElement>(null);
  const content = useMapContent(props);
  const marked = useStable(props.selected ? [...(props.highlight ?? NO_PLACES), props.selected] : (props.highlight ?? NO_PLACES));
  const look = useMapLook(props, marked);
  const [tip, setTip] = useState<TipContent | null>(null);
  const [stack, setStack] = useState<{ places: readonly string[]; x: number; y: number } | null>(null);
  const home = useMemo(() => homeBounds(content, props.district), [content, props.district]);
  const focus = props.compact && marked.length > 0 ? marked : (props.highlight ?? NO_PLACES);
  const nameOf = (place: string): string => placeName(content.things, place, language);
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
    bounds: focusBounds(content, focus) ?? home,
    start: props.start ?? null,
    interactive: props.interactive ?? true,
    padding,
    title: word('atlas.map.title', { district: say(props.district.name) }),
    listeners: {
      onPick: (places, at) => {
        setTip(null);
        if (places.length > 1) setStack({ places, ...at });
        else pick(places[0] ?? null);
      },
      onHover: (place, at) => {
        setTip(place ? { text: nameOf(place), ...at, isRight: at.x > (canvas.current?.clientWidth ?? 0) / 2 } : null);
        props.onHover?.(place);
      },
      ...(props.onView ? { onView: props.onView } : {}),
    },
  });
  useKeepInView(map, content, marked, padding);
  if (hasFailed) return <MapWaiting failed />;
  const framed = !props.compact;
  return (
    <div className={`district-map${framed ? ' framed' : ''}`}>
      <div className="district-map-canvas" ref={canvas} />
      {map && framed ? <MapFrame map={map} /> : null}
      <div className="district-map-over">
        {map ? <BracketOverlay map={map} content={content} places={marked} /> : null}
        {map ? <MapFurniture map={map} bare={!framed} /> : null}
        {map && framed && (props.interactive ?? true) ? <MapZoom map={map} home={home} padding={padding} /> : null}
        {props.children}
        {tip ? <MapTip tip={tip} /> : null}
        {stack ? <StackChooser {...stack} nameOf={nameOf} onChoose={pick} onClose={closeStack} /> : null}
      </div>
    </div>
  );
}

function useMapContent({ drawn, things, district }: DrawnProps): MapContent {
  return useMemo(() => {
    const aims = district.axes.find((axis) => axis.id === 'aim') ?? district.axes[0];
    return {
      frame: district.frame,
      base: collectionOf(drawn),
      things: collectionOf(things),
      aims: new Map((aims?.values ?? []).map(({ id, colour, pattern }) => [id, { colour, pattern }])),
    };
  }, [drawn, things, district]);
}

function useMapLook({ shown = null, highlight = NO_PLACES, base, kindOpacity = NO_KINDS }: DrawnProps, marked: readonly string[]): MapLook {
  const [stableShown, lit] = [useStable(shown), useStable(highlight)];
  return useMemo(() => ({ shown: stableShown, highlight: marked, lit, base, kindOpacity }), [stableShown, marked, lit, base, kindOpacity]);
}

/** The same array as long as it holds the same words. */
function useStable<List extends readonly string[] | null>(list: List): List {
  const held = useRef(list);
  if (held.current?.join(' ') !== list?.join(' ')) held.current = list;
  return held.current;
}

function collectionOf(answer: MapBase | MapThings): FeatureCollection {
  return { type: 'FeatureCollection', features: answer.features as Feature[] };
}

/** The whole district: its line where one is drawn, and every place. */
function homeBounds(content: MapContent, district: District): Bounds {
  const line = content.base.features.filter((feature) => feature.properties?.layer === 'district');
  const box = boundsOf(line.length > 0 ? line : content.things.features);
  return box ? widen(box, 0.02, 0.002) : district.frame;
}

function focusBounds(content: MapContent, places: readonly string[]): Bounds | null {
  const box = boundsOf(content.things.features.filter((feature) => places.includes(feature.properties?.place)));
  return box && widen(box, 0.25, 0.012);
}

function placeName(things: FeatureCollection, place: string, language: 'zh' | 'en'): string {
  const properties = things.features.find((feature) => feature.properties?.place === place)?.properties;
  return properties?.[`name_${language}`] ?? properties?.[`name_${language === 'zh' ? 'en' : 'zh'}`] ?? place;
}
