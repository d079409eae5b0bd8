import type { Geometry } from '@westgate/base';
import type { Map as MapLibre } from 'maplibre-gl';
import {
  type GeoJSONStoreFeatures,
  type SnapToCustom,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Sketch } from './sketch.ts';
import { geometryOf, isOnEarth, sketchOf } from './sketch.ts';

type HexColor = `#${string}`;

/** What is drawn with, hexadecimal, from the design tokens. */
export interface SketchInk {
  readonly ink: string;
  readonly paper: string;
}

/** A drawn shape whose corners can be moved, added by the midpoints of its sides, and taken out by the right button. */
export interface MapEditor {
  /** Shows a sketch drawn to its end; nothing for one that is not. */
  show(sketch: Sketch): void;
  stop(): void;
}

const ID = 'sketch';
const MODES = { point: 'point', line: 'linestring', area: 'polygon' } as const;

/** Makes corners movable on the map. `snap` gives the corner or side of a neighbour near the pointer; `onSketch` is told of every change made. */
export function editOnMap(
  map: MapLibre,
  ink: SketchInk,
  snap: (at: { readonly x: number; readonly y: number }) => readonly [number, number] | null,
  onSketch: (sketch: Sketch) => void,
): MapEditor {
  const toCustom: SnapToCustom = ({ containerX, containerY }) => {
    const found = snap({ x: containerX, y: containerY });
    return found ? [found[0], found[1]] : undefined;
  };
  const coordinates = { draggable: true, deletable: true, midpoints: { draggable: true }, snappable: { toCustom } };
  const flags = { feature: { draggable: false, selfIntersectable: true, coordinates } };
  const draw = new TerraDraw({
    idStrategy: { isValidId: (id) => typeof id === 'string', getId: () => crypto.randomUUID() },
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
    modes: [
      new TerraDrawSelectMode({
        flags: { linestring: flags, polygon: flags, point: { feature: { draggable: true } } },
        keyEvents: null,
        allowManualDeselection: false,
        styles: selectStyles(ink),
      }),
      new TerraDrawPointMode(),
      new TerraDrawLineStringMode(),
      new TerraDrawPolygonMode(),
    ],
  });
  draw.start();
  draw.setMode('select');
  const shown = (): GeoJSONStoreFeatures | null => draw.getSnapshot().find(({ id }) => id === ID) ?? null;
  draw.on('finish', (id) => {
    const feature = id === ID ? shown() : null;
    const sketch = feature && sketchOf(asGeometry(feature.geometry));
    if (sketch) onSketch(sketch);
  });
  return {
    show(sketch) {
      const geometry = sketch.isOpen || !sketch.corners.every(isOnEarth) ? null : geometryOf(sketch);
      const feature = shown();
      if (feature && geometry && JSON.stringify(feature.geometry) === JSON.stringify(geometry)) return;
      draw.clear();
      if (!geometry) return;
      const added = draw.addFeatures([
        { id: ID, type: 'Feature', properties: { mode: MODES[sketch.shape] }, geometry: asStored(geometry) },
      ]);
      if (added.every(({ valid }) => valid)) draw.selectFeature(ID);
    },
    stop() {
      if (draw.enabled) draw.stop();
    },
  };
}

function selectStyles({ ink, paper }: SketchInk) {
  const [line, ground] = [hex(ink), hex(paper)];
  return {
    selectedPolygonColor: line,
    selectedPolygonFillOpacity: 0.12,
    selectedPolygonOutlineColor: line,
    selectedPolygonOutlineWidth: 2,
    selectedLineStringColor: line,
    selectedLineStringWidth: 3,
    selectedPointColor: line,
    selectedPointWidth: 7,
    selectedPointOutlineColor: ground,
    selectedPointOutlineWidth: 2,
    selectionPointColor: ground,
    selectionPointOutlineColor: line,
    selectionPointOutlineWidth: 2,
    selectionPointWidth: 6,
    midPointColor: ground,
    midPointOutlineColor: line,
    midPointOutlineWidth: 1,
    midPointWidth: 4,
  };
}

/** Tokens are written as `#rgb…`. */
function hex(colour: string): HexColor {
  return `#${colour.replace(/^#/, '')}`;
}

/** terra-draw's own types of geometry: the same shapes, not read-only. */
function asStored(geometry: Geometry): GeoJSONStoreFeatures['geometry'] {
  return structuredClone(geometry) as unknown as GeoJSONStoreFeatures['geometry'];
}

function asGeometry(geometry: GeoJSONStoreFeatures['geometry']): Geometry {
  return geometry as unknown as Geometry;
}
