import type { Feature, FeatureCollection } from 'geojson';
import { type Bounds, boundsOf } from './bounds.ts';

/** Longest name, in characters, that is set on the map whole. */
const WHOLE = { zh: 8, en: 26 } as const;
const SHORT_INNER = { zh: 6, en: 18 } as const;

/**
 * The short form of a name for the map: a long name gives way to the short one in its brackets, or loses what follows its brackets,
 * its middle dot or its slash. The whole name stands in the list and on hover.
 */
export function mapName(name: string, language: 'zh' | 'en'): string {
  if (name.length <= WHOLE[language]) return name;
  const bracketed = /^(.+?)\s*[（(]([^（）()]+)[）)]$/.exec(name);
  if (bracketed) {
    const [, outer = name, inner = ''] = bracketed;
    const takesInner = outer.length > WHOLE[language] && inner.length <= SHORT_INNER[language] && !/\d/.test(inner);
    return takesInner ? inner : mapName(outer, language);
  }
  const [head = name] = name.split(language === 'zh' ? /[·/]/ : /\s*[·/]\s*/);
  return head.length >= (language === 'zh' ? 4 : 8) ? head : name;
}

/** The things with what the style needs beside the served properties: short names, whether a site has an area to stand in and how wide, and how far east it lies among all of them. */
export function withMapProperties<Collection extends FeatureCollection>(things: Collection): FeatureCollection {
  const box = boundsOf(things.features);
  const areas = new Map(things.features.filter(isArea).map((feature) => [String(feature.properties?.place), isWide(feature, box)]));
  return {
    type: 'FeatureCollection',
    features: things.features.map((feature) => ({
      ...feature,
      properties: {
        ...feature.properties,
        label_zh: shortOf(feature, 'zh'),
        label_en: shortOf(feature, 'en'),
        in_area: areas.has(String(feature.properties?.place)),
        room: areas.get(String(feature.properties?.place)) ? 'wide' : 'small',
        share: shareOf(feature, box),
      },
    })),
  };
}

/** Share of the whole width from which an area is wide. */
const WIDE = 0.08;

function isWide(feature: Feature, all: Bounds | null): boolean {
  const box = boundsOf([feature]);
  return box !== null && all !== null && box[2] - box[0] >= (all[2] - all[0]) * WIDE;
}

function isArea(feature: Feature): boolean {
  return feature.properties?.role === 'outline' && (feature.geometry.type === 'Polygon' || feature.geometry.type === 'MultiPolygon');
}

/** How far east the middle of a feature lies among all of them: 0 is the west end, 1 the east. */
function shareOf(feature: Feature, all: Bounds | null): number {
  const own = boundsOf([feature]);
  if (!all || !own) return 0.5;
  return ((own[0] + own[2]) / 2 - all[0]) / (all[2] - all[0] || 1);
}

function shortOf(feature: Feature, language: 'zh' | 'en'): string | null {
  const name: unknown = feature.properties?.[`name_${language}`];
  return typeof name === 'string' ? mapName(name, language) : null;
}
