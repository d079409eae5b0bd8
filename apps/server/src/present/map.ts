import { type Language, WestgateError } from '@westgate/base';
import type { MapCounts, MapMarks, MapSheet } from '@westgate/contract';
import { attributionsOf, type Stage } from '@westgate/domain';
import { type SiteFilter, siteTest } from '../tiles/filter.ts';
import { type MapTiles, stageIn } from '../tiles/map-tiles.ts';
import type { Site, Sites } from '../tiles/sites.ts';
import { saidOf } from '../tiles/things-tile.ts';
import { type Box, worldBox } from '../tiles/world.ts';
import { linksIn, seqTold, type View } from '../view/view.ts';

/** Places picked out at once, the most important first. */
const MOST_MARKS = 500;
/** Marks are drawn at any zoom: an area of this zoom's tiles is large enough to be seen. */
const MARK_ZOOM = 12;
const MOST_IDS = 100;

/** The frame of the map in a view. */
export function mapSheet(view: View, tiles: MapTiles): MapSheet {
  const sites = tiles.sites(view);
  const { bounds, district } = tiles.base(view);
  return {
    asOf: view.asOf,
    seq: seqTold(view),
    versions: { ...tiles.versions(view) },
    home: copyOf(district ?? sites.bounds),
    base: copyOf(bounds),
    ...writtenOn(view, sites),
    attributions: attributionsOf(view.register).map(({ zh, en }) => ({ zh, en })),
    placed: sites.placed.all.length,
  };
}

/** What the legend tells of the places that pass the filter and whose box meets `bbox`; of all of them where none is asked for. */
export function mapCounts(view: View, tiles: MapTiles, filter: SiteFilter, bbox: Box | null): MapCounts {
  const stageOf = stageIn(view);
  const sites = tiles.sites(view);
  const passes = siteTest(filter, view);
  const found = (bbox ? sites.boxes.within(worldBox(bbox)) : sites.all).filter(passes);
  const aims = tally(found, (site) => site.aim ?? '');
  return {
    asOf: view.asOf,
    seq: seqTold(view),
    total: found.length,
    aims: Object.entries(aims).map(([aim, count]) => ({ aim: aim === '' ? null : aim, count })),
    stages: {
      candidate: 0,
      'under-way': 0,
      done: 0,
      'not-known': 0,
      ...tally(
        found.filter((site) => site.isSite || site.aim !== null),
        stageOf,
      ),
    },
    kinds: tally(found, (site) => site.kind),
    assumed: found.filter((site) => site.isAssumed).length,
    unplaced: sites.unplaced.filter(passes).length,
  };
}

/** Places by their ids, or those that a record lights up, with what the map says of each and where it lies. */
export function mapMarks(
  view: View,
  tiles: MapTiles,
  ask: { readonly ids?: string | undefined; readonly of?: string | undefined },
): MapMarks {
  const { byId } = tiles.sites(view);
  const stageOf = stageIn(view);
  const sites = [...new Set([...idsNamed(ask.ids), ...idsLitBy(view, ask.of)])].flatMap((id) => byId.get(id) ?? []);
  sites.sort((a, b) => a.rank - b.rank);
  return {
    asOf: view.asOf,
    seq: seqTold(view),
    total: sites.length,
    items: sites.slice(0, MOST_MARKS).map((site) => ({
      ...saidOf(site, stageOf(site), MARK_ZOOM),
      centre: site.centre && [site.centre[0], site.centre[1]],
      bbox: copyOf(site.bbox),
    })),
  };
}

/** West, south, east, north from `w,s,e,n`. Throws `WG_INPUT_INVALID`. */
export function boxNamed(text: string): Box {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [west, south, east, north, ...more] = numbers;
  const isComplete = west !== undefined && south !== undefined && east !== undefined && north !== undefined && more.length === 0;
  if (isComplete && numbers.every(Number.isFinite) && west <= east && south <= north) return [west, south, east, north];
  throw new WestgateError('WG_INPUT_INVALID', {
    zh: `bbox：应为西、南、东、北四个度数，现为“${text.slice(0, 80)}”`,
    en: `bbox: expected west,south,east,north in degrees, got "${text.slice(0, 80)}"`,
  });
}

function idsNamed(ids: string | undefined): readonly string[] {
  const named = (ids ?? '').split(',').filter((id) => id !== '');
  if (named.length <= MOST_IDS) return named;
  throw new WestgateError('WG_INPUT_INVALID', {
    zh: `ids：至多 ${MOST_IDS} 个地点编号，现为 ${named.length}`,
    en: `ids: expected at most ${MOST_IDS} ids of places, got ${named.length}`,
  });
}

function idsLitBy(view: View, of: string | undefined): readonly string[] {
  if (of === undefined) return [];
  const [kind = '', ...rest] = of.split(':');
  if (kind === 'sentence' || kind === 'commitment' || kind === 'project') {
    return linksIn(view, kind, rest.join(':')).places.map((place) => place.id);
  }
  throw new WestgateError('WG_INPUT_INVALID', {
    zh: `of：应为 sentence:、commitment: 或 project: 加编号，现为“${of.slice(0, 80)}”`,
    en: `of: expected sentence:, commitment: or project: and an id, got "${of.slice(0, 80)}"`,
  });
}

/** Layers of the base map whose names are notes to it. */
const IN_SANS: ReadonlySet<string> = new Set(['road', 'rail', 'locality']);

/** What is written on the map, by the places it was gathered from. */
const written = new WeakMap<Sites, { readonly feature: View['register']['feature'] } & Pick<MapSheet, 'letters' | 'kinds'>>();

function writtenOn({ register: { feature } }: View, sites: Sites): Pick<MapSheet, 'letters' | 'kinds'> {
  const held = written.get(sites);
  const now =
    held?.feature === feature ? held : { feature, letters: lettersOf(feature, sites), kinds: tally(sites.all, (site) => site.kind) };
  written.set(sites, now);
  return { letters: now.letters, kinds: now.kinds };
}

function lettersOf(features: View['register']['feature'], sites: Sites): MapSheet['letters'] {
  return { zh: lettersIn('zh', features, sites), en: lettersIn('en', features, sites) };
}

/** A name that is not there in the language is written in the other. */
function lettersIn(language: Language, features: View['register']['feature'], { all }: Sites): MapSheet['letters'][Language] {
  const [serif, sans] = [new Set<string>(), new Set<string>()];
  const take = (letters: Set<string>, zh: string | null, en: string | null): void => {
    for (const letter of (language === 'zh' ? (zh ?? en) : (en ?? zh)) ?? '') letters.add(letter);
  };
  for (const { labelZh, labelEn } of all) take(serif, labelZh, labelEn);
  for (const { layer, name_zh, name_en } of features.values())
    if (layer !== 'outline') take(IN_SANS.has(layer) ? sans : serif, name_zh, name_en);
  return { serif: [...serif].join(''), sans: [...sans].join('') };
}

function tally<Key extends string>(
  sites: readonly Site[],
  keyOf: (site: Site) => Key,
): Partial<Record<Key, number>> & Record<string, number> {
  const counts: Record<string, number> = {};
  for (const site of sites) counts[keyOf(site)] = (counts[keyOf(site)] ?? 0) + 1;
  return counts as Record<Key | Stage, number>;
}

function copyOf(box: Box | null): [number, number, number, number] | null {
  return box && [box[0], box[1], box[2], box[3]];
}
