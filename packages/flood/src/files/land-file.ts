import { caseFault, NONE } from '../cases/fault.ts';
import { readLines } from '../cases/lines-file.ts';
import { ROUGHNESS, type RoughArea } from '../ground/roughness.ts';
import type { Line } from '../ground/steps.ts';
import { toCrs } from './crs.ts';

/** Areas of a GeoJSON file in degrees that say `manning`, or a `class`, `landuse` or `natural` of the table, in the ground's system; and the classes that the table does not have. */
export function readRoughAreas(
  text: string,
  file: string,
  crs: string,
): { readonly areas: readonly RoughArea[]; readonly unknown: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw caseFault({ file }, 'GeoJSON', error instanceof Error ? error.message : error);
  }
  const { features } = (value ?? {}) as { readonly features?: unknown };
  if (!Array.isArray(features)) throw caseFault({ file, at: 'features' }, { zh: '面的列表', en: 'a list of areas' }, NONE);
  const { forward } = toCrs(crs);
  const unknown = new Set<string>();
  const areas = features.flatMap((feature, index): readonly RoughArea[] => {
    const { geometry, properties } = (feature ?? {}) as {
      readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown };
      readonly properties?: Readonly<Record<string, unknown>>;
    };
    const polygons = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
    if (!Array.isArray(polygons)) throw caseFault({ file, at: `features.${index}` }, { zh: '面', en: 'areas' }, NONE);
    const { manning: said } = properties ?? {};
    const kind = String(properties?.class ?? properties?.landuse ?? properties?.natural ?? '');
    if (said !== undefined && !(typeof said === 'number' && said > 0 && said <= 1))
      throw caseFault(
        { file, at: `features.${index}.properties.manning` },
        { zh: '0 到 1 之间的糙率', en: 'a roughness from 0 to 1' },
        said,
      );
    const manning = typeof said === 'number' ? said : ROUGHNESS[kind];
    if (manning === undefined) {
      if (polygons.length > 0 && kind !== '') unknown.add(kind);
      return [];
    }
    return polygons.map((rings: unknown) => ({ manning, rings: ringsOf(rings, file, index).map((ring) => ring.map(forward)) }));
  });
  return { areas, unknown: [...unknown].sort() };
}

function ringsOf(rings: unknown, file: string, index: number): readonly Line[] {
  const isPosition = (at: unknown) => Array.isArray(at) && Number.isFinite(at[0]) && Number.isFinite(at[1]);
  if (!Array.isArray(rings) || !rings.every((ring) => Array.isArray(ring) && ring.length >= 4 && ring.every(isPosition)))
    throw caseFault(
      { file, at: `features.${index}` },
      { zh: '四个以上点的环', en: 'rings of four or more positions' },
      JSON.stringify(rings) ?? NONE,
    );
  return rings as Line[];
}

/** Crest lines of a GeoJSON file in degrees as a GeoJSON text in the ground's system, as a case takes them. */
export function crestsInSystem(text: string, file: string, crs: string): string {
  const { forward } = toCrs(crs);
  const features = readLines(text, file).map(({ line, said }) => ({
    type: 'Feature',
    properties: said,
    geometry: { type: 'LineString', coordinates: line.map(forward).map(([x, y]) => [Number(x.toFixed(2)), Number(y.toFixed(2))]) },
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', crs_of_positions: crs, features }, null, 1)}\n`;
}
