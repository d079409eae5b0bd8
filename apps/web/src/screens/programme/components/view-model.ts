import { type Geometry, type LngLat, positionsOf } from '@westgate/base';
import type { Component } from '@westgate/contract';
import { shownSource } from '../../../parts/source-note.tsx';
import { type FormValues, valuesOf } from '../../../record/form/form-values.ts';

/** Width of the drawing; its height follows from the shapes. */
const WIDTH = 320;
const [LEAST, MOST] = [80, 320];
const MARGIN = 12;

/** A component as it is drawn: a path, or dots. */
export interface Drawn {
  readonly id: string;
  readonly stage: Component['stage'];
  readonly path: string;
  readonly isArea: boolean;
  readonly dots: readonly (readonly [number, number])[];
}

/** The shapes of some components on a sheet, north up; null where none has a shape. */
export function drawingOf(
  components: readonly Component[],
): { readonly width: number; readonly height: number; readonly drawn: readonly Drawn[] } | null {
  const shaped = components.flatMap(({ id, stage, geometry }) => (geometry ? [{ id, stage, geometry: parseGeometry(geometry) }] : []));
  const all = shaped.flatMap(({ geometry }) => positionsOf(geometry));
  const [first] = all;
  if (!first) return null;
  const squeeze = Math.cos((first[1] * Math.PI) / 180);
  const [xs, ys] = [all.map(([lng]) => lng * squeeze), all.map(([, lat]) => lat)];
  const [west, north] = [Math.min(...xs), Math.max(...ys)];
  const spread = { x: Math.max(...xs) - west, y: north - Math.min(...ys) };
  const scale = (WIDTH - 2 * MARGIN) / Math.max(spread.x, spread.y, 1e-9);
  const height = Math.min(Math.max(spread.y * scale + 2 * MARGIN, LEAST), MOST);
  const at = ([lng, lat]: LngLat): readonly [number, number] => [
    round((lng * squeeze - west) * scale + MARGIN),
    round((north - lat) * scale + MARGIN),
  ];
  return { width: WIDTH, height, drawn: shaped.map(({ id, stage, geometry }) => ({ id, stage, ...shapeOf(geometry, at) })) };
}

function shapeOf(geometry: Geometry, at: (position: LngLat) => readonly [number, number]): Pick<Drawn, 'path' | 'isArea' | 'dots'> {
  const line = (positions: readonly LngLat[]): string => `M${positions.map((position) => at(position).join(' ')).join('L')}`;
  switch (geometry.type) {
    case 'Point':
      return { path: '', isArea: false, dots: [at(geometry.coordinates)] };
    case 'MultiPoint':
      return { path: '', isArea: false, dots: geometry.coordinates.map(at) };
    case 'LineString':
      return { path: line(geometry.coordinates), isArea: false, dots: [] };
    case 'MultiLineString':
      return { path: geometry.coordinates.map(line).join(''), isArea: false, dots: [] };
    case 'Polygon':
      return { path: geometry.coordinates.map((ring) => `${line(ring)}Z`).join(''), isArea: true, dots: [] };
    case 'MultiPolygon':
      return {
        path: geometry.coordinates
          .flat()
          .map((ring) => `${line(ring)}Z`)
          .join(''),
        isArea: true,
        dots: [],
      };
  }
}

/** A component as the form shows it. */
export function componentValues(component: Component, project: string): FormValues {
  return valuesOf('component', {
    id: component.id,
    project,
    position: component.position,
    name_zh: component.name.zh,
    name_en: component.name.en,
    stage: component.stage,
    stage_on: component.stageOn,
    source: shownSource(component.source)?.id ?? null,
    note_zh: component.note.zh,
    note_en: component.note.en,
    geometry: component.geometry,
  });
}

/** The one place where a shape of the API is taken to be what the register holds: the server checked it. */
function parseGeometry(geometry: NonNullable<Component['geometry']>): Geometry {
  return geometry as Geometry;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
