import type { LngLat } from '@westgate/base';
import gcoord from 'gcoord';
import { useCallback } from 'react';
import { useWords } from '../messages/words.ts';
import { rounded, type SketchFault } from './sketch.ts';

/** The systems in which positions are typed: what GPS and the district's data use, and what Chinese web maps show. */
export type Datum = 'wgs84' | 'gcj02';

/** What was typed, read: positions in WGS 84, or the number of the first line that is none. */
export type TypedCorners =
  | { readonly corners: readonly LngLat[]; readonly shiftM: number | null }
  | { readonly line: number; readonly found: string };

/** Metres of a degree of latitude on the mean sphere. */
const METRES_PER_DEGREE = 111_195;

/**
 * Reads one position a line, longitude then latitude, parted by a comma, blanks or a semicolon; blank lines do not count. Positions in
 * GCJ-02 are brought to WGS 84; `shiftM` says by how many metres the farthest moved.
 */
export function readCorners(text: string, datum: Datum): TypedCorners {
  const corners: LngLat[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const found = line.trim();
    if (found === '') continue;
    const parts = found
      .replaceAll('，', ',')
      .split(/[\s,;]+/)
      .filter((part) => part !== '')
      .map(Number);
    const [lng, lat] = parts;
    const isPosition = parts.length === 2 && lng !== undefined && lat !== undefined && Math.abs(lng) <= 180 && Math.abs(lat) <= 180;
    if (!isPosition) return { line: index + 1, found };
    corners.push([lng, lat]);
  }
  if (datum === 'wgs84') return { corners: corners.map(rounded), shiftM: null };
  const moved = corners.map(fromGcj02);
  const shifts = moved.map((corner, index) => metresBetween(corner, corners[index] ?? corner));
  return { corners: moved.map(rounded), shiftM: Math.max(0, ...shifts) };
}

/** Positions as they are typed, one a line. */
export function writeCorners(corners: readonly LngLat[]): string {
  return corners.map(([lng, lat]) => `${lng}, ${lat}`).join('\n');
}

function fromGcj02([lng, lat]: LngLat): LngLat {
  const [east = lng, north = lat] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84);
  return [east, north];
}

/** `position` moved by metres east and north. For steps within a district. */
export function movedBy([lng, lat]: LngLat, eastM: number, northM: number): LngLat {
  const perLng = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return [lng + eastM / perLng, lat + northM / METRES_PER_DEGREE];
}

/** Metres between two positions of a district. */
export function metresBetween(a: LngLat, b: LngLat): number {
  const perLng = METRES_PER_DEGREE * Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180);
  return Math.hypot((b[0] - a[0]) * perLng, (b[1] - a[1]) * METRES_PER_DEGREE);
}

/** Gives what is wrong with a sketch in words, with the place. */
export function useSayFault(): (fault: SketchFault) => string {
  const word = useWords();
  return useCallback(
    (fault) => {
      if (fault.kind === 'too-few') return word('sketch.fault.too-few', { least: fault.least });
      if (fault.kind === 'too-many') return word('sketch.fault.too-many', { found: fault.found });
      return word(`sketch.fault.${fault.kind}`, { at: sayPosition(fault.at) });
    },
    [word],
  );
}

/** A position as people read it. */
export function sayPosition([lng, lat]: LngLat): string {
  return `${lng.toFixed(5)}, ${lat.toFixed(5)}`;
}
