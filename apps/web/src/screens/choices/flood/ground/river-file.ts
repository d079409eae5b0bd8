import { type Geometry, type LngLat, linesOf } from '@westgate/base';
import { type Frame, isInFrame } from '@westgate/domain';
import { metresBetween } from '../../../../sketch/typed-corners.ts';

type Line = readonly LngLat[];

/** The lines of a file that have one name; null for those without. */
interface NamedLines {
  readonly name: string | null;
  readonly lines: readonly Line[];
}

/** What was found in a file: its lines by name, the longest first, and how many pieces lie outside the district. */
export interface RiverFile {
  readonly named: readonly NamedLines[];
  readonly outside: number;
}

/** What is wrong with a file: the end of its message's name, and what fills it. */
export interface RiverFault {
  readonly kind: 'json' | 'features' | 'none' | 'degrees';
  readonly values: Readonly<Record<string, string | number>>;
}

interface Feature {
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
  readonly properties?: Readonly<Record<string, unknown>> | null;
}

const MOST_SAID = 60;

/** The lines of a GeoJSON file within the district, by name. */
export function readRiverFile(text: string, file: string, frame: Frame): RiverFile | RiverFault {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { kind: 'json', values: { file, found: error instanceof Error ? error.message.slice(0, MOST_SAID) : '' } };
  }
  const features = featuresOf(value);
  if (features === null) return { kind: 'features', values: { file, found: saidType(value) } };
  const byName = new Map<string | null, Line[]>();
  let outside = 0;
  for (const [index, feature] of features.entries()) {
    const lines = linesIn(feature);
    if (lines === null) return { kind: 'degrees', values: { file, index: index + 1, found: saidShort(feature?.geometry?.coordinates) } };
    const name = typeof feature?.properties?.name === 'string' ? feature.properties.name : null;
    for (const line of lines) {
      const inside = line.every((at) => isInFrame(at, frame));
      if (!inside) outside += 1;
      else byName.set(name, [...(byName.get(name) ?? []), line]);
    }
  }
  if (byName.size === 0) return { kind: 'none', values: { file } };
  const named = [...byName].map(([name, lines]) => ({ name, lines: joined(lines) }));
  return { named: named.toSorted((a, b) => metresOf(b.lines) - metresOf(a.lines)), outside };
}

/** Lines as the geometry of a record. */
export function riverOf(lines: readonly Line[]): Geometry {
  const [only] = lines;
  return lines.length === 1 && only ? { type: 'LineString', coordinates: only } : { type: 'MultiLineString', coordinates: lines };
}

/** How long lines are, in m. */
export function metresOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.reduce((part, at, index) => part + metresBetween(line[index - 1] ?? at, at), 0), 0);
}

/** Pieces of which one begins where another ends, as one line: the bed has to fall over the joint, too. */
function joined(lines: readonly Line[]): readonly Line[] {
  const whole: Line[] = [];
  for (const line of lines) {
    let next = line;
    const before = whole.findIndex((each) => isSame(each.at(-1), next[0]));
    if (before >= 0) next = [...(whole.splice(before, 1)[0] ?? []), ...next.slice(1)];
    const after = whole.findIndex((each) => isSame(each[0], next.at(-1)));
    if (after >= 0) next = [...next, ...(whole.splice(after, 1)[0] ?? []).slice(1)];
    whole.push(next);
  }
  return whole;
}

function isSame(a: LngLat | undefined, b: LngLat | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

function featuresOf(value: unknown): readonly (Feature | null)[] | null {
  const { type, features } = (value ?? {}) as { readonly type?: unknown; readonly features?: unknown };
  if (type === 'FeatureCollection') return Array.isArray(features) ? features : null;
  if (type === 'Feature') return [value as Feature];
  return type === 'LineString' || type === 'MultiLineString' ? [{ geometry: value as Feature['geometry'] & object }] : null;
}

/** The lines of a feature, none where it is a point or an area; null where they are not in degrees. */
function linesIn(feature: Feature | null): readonly Line[] | null {
  const { type, coordinates } = feature?.geometry ?? {};
  if (type !== 'LineString' && type !== 'MultiLineString') return [];
  const parts: unknown = type === 'LineString' ? [coordinates] : coordinates;
  if (!Array.isArray(parts)) return null;
  const isLine = (part: unknown): boolean => Array.isArray(part) && part.length >= 2 && part.every(isPosition);
  if (!parts.every(isLine)) return null;
  const flat = (parts as number[][][]).map((part) => part.map(([lng = 0, lat = 0]): LngLat => [lng, lat]));
  return linesOf({ type: 'MultiLineString', coordinates: flat });
}

function isPosition(at: unknown): boolean {
  return Array.isArray(at) && typeof at[0] === 'number' && typeof at[1] === 'number' && Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90;
}

function saidType(value: unknown): string {
  const { type } = (value ?? {}) as { readonly type?: unknown };
  return saidShort(type);
}

function saidShort(value: unknown): string {
  return (JSON.stringify(value) ?? '—').slice(0, MOST_SAID);
}
