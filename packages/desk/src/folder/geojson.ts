import type { Geometry, Said } from '@westgate/base';
import { oneOf } from './expected.ts';
import type { FaultList, Place } from './fault.ts';
import { isRecord, parseJson } from './json-text.ts';
import { type RawRow, type RawTable, UNREAD } from './raw-row.ts';

const COLLECTION: Said = { zh: 'GeoJSON 的 FeatureCollection', en: 'a GeoJSON FeatureCollection' };
const FEATURE: Said = { zh: '带 properties 的 GeoJSON 要素（Feature）', en: 'a GeoJSON Feature with properties' };
const OTHER_JSON: Said = { zh: '别的 JSON', en: 'other JSON' };

/**
 * The features of a GeoJSON file as rows: the properties are the columns, `geometry` is one more. `row` counts features from 1. Properties of
 * `added` may be missing and have their value then.
 */
export function readGeoJson(
  file: string,
  text: string,
  columns: readonly string[],
  faults: FaultList,
  added: Readonly<Record<string, unknown>> = {},
): RawTable {
  const json = parseJson(file, text, faults);
  if (json === undefined) return UNREAD;
  if (!isRecord(json) || json.type !== 'FeatureCollection' || !Array.isArray(json.features)) {
    faults.add('malformed', { file, row: null }, null, COLLECTION, OTHER_JSON);
    return UNREAD;
  }
  const rows: RawRow[] = [];
  for (const [index, feature] of json.features.entries()) {
    const row = readFeature({ file, row: index + 1 }, feature, columns, faults);
    if (row) rows.push({ ...row, values: { ...added, ...row.values } });
  }
  return { rows, isComplete: rows.length === json.features.length };
}

function readFeature(at: Place, feature: unknown, columns: readonly string[], faults: FaultList): RawRow | null {
  if (!isRecord(feature) || feature.type !== 'Feature' || !isRecord(feature.properties)) {
    faults.add('malformed', at, null, FEATURE, OTHER_JSON);
    return null;
  }
  const properties = feature.properties;
  for (const name of Object.keys(properties)) {
    if (columns.includes(name) && name !== 'geometry') continue;
    faults.add('unknown-column', at, name, oneOf(columns.filter((column) => column !== 'geometry')), name);
  }
  const id = feature.id;
  if (id !== undefined && properties.id !== undefined && id !== properties.id) {
    faults.add(
      'malformed',
      at,
      'id',
      { zh: 'Feature 的 id 与其 properties 的 id 相同', en: 'the id of the feature and of its properties to be the same' },
      { zh: `${String(id)} 与 ${String(properties.id)}`, en: `${String(id)} and ${String(properties.id)}` },
    );
  }
  return { at, values: { ...properties, id: properties.id ?? id, geometry: feature.geometry ?? null }, lacks: [] };
}

/** One feature as it is written: properties in the order of the columns. */
export interface Feature {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
}

/** A GeoJSON file with one feature a line, so that git shows which one changed, feature by feature. */
export function* geoJsonPieces(features: Iterable<Feature>): Generator<string> {
  let count = 0;
  yield '{"type":"FeatureCollection","features":[\n';
  for (const { id, properties, geometry: shape } of features) {
    const geometry = shape && { type: shape.type, coordinates: shape.coordinates };
    yield `${count === 0 ? '' : ',\n'}${JSON.stringify({ type: 'Feature', id, properties, geometry })}`;
    count += 1;
  }
  yield `${count > 0 ? '\n' : ''}]}\n`;
}
