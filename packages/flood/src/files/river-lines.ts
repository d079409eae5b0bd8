import { caseFault, NONE } from '../cases/fault.ts';
import { readOsmPbf } from './osm-pbf.ts';
import { readOsmXml } from './osm-xml.ts';
import { RIVERS, type RiverLine } from './river-line.ts';
import { firstBytes, ungzip } from './unpack.ts';

const WANTED = {
  zh: '带 waterway 或 class（river、stream、canal、drain、ditch）的线',
  en: 'lines with waterway or class: river, stream, canal, drain, ditch',
};

/** Reads lines of rivers from GeoJSON, .osm or .osm.pbf, packed as .gz or not; pieces of one river are joined. Throws WG_INPUT_INVALID with file and place. */
export async function readRiverLines(bytes: Uint8Array, fileName: string): Promise<readonly RiverLine[]> {
  const name = fileName.toLowerCase();
  if (name.endsWith('.gz')) return readRiverLines(ungzip(bytes, fileName), fileName.slice(0, -3));
  const lines = linesOf(bytes, fileName, name);
  for (const [index, { line }] of lines.entries())
    for (const [lng, lat] of line)
      if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90))
        throw caseFault(
          { file: fileName, at: { zh: `第 ${index + 1} 条河`, en: `river ${index + 1}` } },
          { zh: 'WGS 84 经纬度', en: 'degrees of WGS 84' },
          `${lng}, ${lat}`,
        );
  if (lines.length === 0) throw caseFault({ file: fileName }, WANTED, NONE);
  return joined(lines);
}

function linesOf(bytes: Uint8Array, file: string, name: string): readonly RiverLine[] {
  if (name.endsWith('.pbf')) return readOsmPbf(bytes, file);
  if (name.endsWith('.osm') || name.endsWith('.xml')) return readOsmXml(new TextDecoder().decode(bytes), file);
  if (/\.(geo)?json$/.test(name)) return readGeoJson(new TextDecoder().decode(bytes), file);
  throw caseFault({ file, byte: 0 }, { zh: '.geojson、.osm 或 .osm.pbf', en: '.geojson, .osm or .osm.pbf' }, firstBytes(bytes));
}

interface Feature {
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
  readonly properties?: Readonly<Record<string, unknown>> | null;
}

function readGeoJson(text: string, file: string): readonly RiverLine[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw caseFault({ file }, 'GeoJSON', error instanceof Error ? error.message : error);
  }
  const { features } = (value ?? {}) as { readonly features?: unknown };
  if (!Array.isArray(features)) throw caseFault({ file, at: 'features' }, { zh: '线的列表', en: 'a list of lines' }, NONE);
  return features.flatMap((feature: Feature | null, index): readonly RiverLine[] => {
    const said = feature?.properties ?? {};
    const kind = String(said.waterway ?? said.class ?? '');
    const { type, coordinates } = feature?.geometry ?? {};
    if (!RIVERS.has(kind) || (type !== 'LineString' && type !== 'MultiLineString')) return [];
    const parts = type === 'LineString' ? [coordinates] : coordinates;
    if (!Array.isArray(parts)) throw caseFault({ file, at: `features.${index}` }, { zh: '线', en: 'lines' }, NONE);
    return parts.map((part: unknown) => {
      const isLine =
        Array.isArray(part) &&
        part.length >= 2 &&
        part.every((at) => Array.isArray(at) && Number.isFinite(at[0]) && Number.isFinite(at[1]));
      if (!isLine)
        throw caseFault(
          { file, at: `features.${index}` },
          { zh: '两个以上的点', en: 'a line of two or more points' },
          JSON.stringify(part) ?? NONE,
        );
      return {
        line: (part as number[][]).map(([lng, lat]) => [lng ?? 0, lat ?? 0] as const),
        class: kind,
        name: typeof said.name === 'string' ? said.name : null,
      };
    });
  });
}

/** Pieces of the same class and name that begin where another ends, as one line: the bed has to fall over the joint too. */
function joined(lines: readonly RiverLine[]): readonly RiverLine[] {
  const keyOf = ({ class: kind, name }: RiverLine, at: readonly [number, number] | undefined) => `${kind} ${name} ${at?.join(' ')}`;
  const byStart = new Map<string, RiverLine[]>();
  for (const each of lines) {
    const key = keyOf(each, each.line[0]);
    byStart.set(key, [...(byStart.get(key) ?? []), each]);
  }
  const ends = new Set(lines.map((each) => keyOf(each, each.line.at(-1))));
  const left = new Set(lines);
  const heads = [...lines.filter((each) => !ends.has(keyOf(each, each.line[0]))), ...lines];
  return heads.flatMap((head) => {
    if (!left.delete(head)) return [];
    const line = [...head.line];
    for (;;) {
      const next = byStart.get(keyOf(head, line.at(-1)))?.find((each) => left.has(each));
      if (!next) break;
      left.delete(next);
      line.push(...next.line.slice(1));
    }
    return [{ ...head, line }];
  });
}
