import type { LngLat, Said } from '@westgate/base';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import TopologyValidationError from 'jsts/org/locationtech/jts/operation/valid/TopologyValidationError.js';

/** What keeps polygons from being an area: what is expected of them, and what was found where. */
export interface AreaFault {
  readonly expected: Said;
  readonly found: Said;
}

const CROSSING: readonly [Said, Said] = [
  { zh: '各环互不相交、互不沿边重合，也不自相交', en: 'rings that do not cross themselves or each other, nor share a stretch of line' },
  { zh: '相交或重合的边', en: 'a crossing or a shared line' },
];
const FLAT: readonly [Said, Said] = [
  { zh: '围成面积的环', en: 'rings that enclose an area' },
  { zh: '压成一条线的环', en: 'a flat ring' },
];

/** What is expected where a fault is found, and what the fault is called, by the kinds of JTS. */
const SAID: ReadonlyMap<number, readonly [Said, Said]> = new Map([
  [
    TopologyValidationError.HOLE_OUTSIDE_SHELL,
    [
      { zh: '洞在其外环之内', en: 'holes inside their shell' },
      { zh: '在外环之外的洞', en: 'a hole outside' },
    ],
  ],
  [
    TopologyValidationError.NESTED_HOLES,
    [
      { zh: '洞不在另一个洞里', en: 'no hole inside another hole' },
      { zh: '洞中之洞', en: 'a hole in a hole' },
    ],
  ],
  [
    TopologyValidationError.DISCONNECTED_INTERIOR,
    [
      { zh: '内部连成一片的面', en: 'an inside of one piece' },
      { zh: '被切成两块的内部', en: 'an inside cut in two' },
    ],
  ],
  [
    TopologyValidationError.NESTED_SHELLS,
    [
      { zh: '各部分互不包含', en: 'no part inside another part' },
      { zh: '被另一部分包含的部分', en: 'a part inside a part' },
    ],
  ],
  [
    TopologyValidationError.DUPLICATE_RINGS,
    [
      { zh: '每个部分只出现一次', en: 'each part once' },
      { zh: '重复的部分', en: 'the same part twice' },
    ],
  ],
  [TopologyValidationError.TOO_FEW_POINTS, FLAT],
]);

const reader = new GeoJSONReader(new GeometryFactory());

/**
 * The first fault of an area, by the validity of OGC Simple Features as JTS decides it: crossing or shared sides, a part inside a part, identical
 * parts, a hole outside its shell, equal to it, or inside another hole. Null where there is none. Each ring is closed and has 4 positions or more;
 * the caller guarantees that.
 */
export function areaFault(polygons: readonly (readonly (readonly LngLat[])[])[]): AreaFault | null {
  const flat = polygons.flat().find(isFlat);
  if (flat) return told(FLAT, flat[0]);
  const fault = new IsValidOp(reader.read({ type: 'MultiPolygon', coordinates: polygons })).getValidationError();
  if (fault === null) return null;
  const at = fault.getCoordinate();
  return told(SAID.get(fault.getErrorType()) ?? CROSSING, [at.x, at.y]);
}

function told([expected, what]: readonly [Said, Said], at: LngLat | undefined): AreaFault {
  if (at === undefined) return { expected, found: what };
  const near = at.map((degrees) => degrees.toFixed(5)).join(', ');
  return { expected, found: { zh: `${what.zh}，在 ${near} 附近`, en: `${what.en}, near ${near}` } };
}

/** True where all corners of a ring lie on one line. */
function isFlat(ring: readonly LngLat[]): boolean {
  const [x0, y0] = ring[0] ?? [0, 0];
  const far = ring.find(([x, y]) => x !== x0 || y !== y0) ?? [x0, y0];
  return ring.every(([x, y]) => Math.abs((far[0] - x0) * (y - y0) - (x - x0) * (far[1] - y0)) < 1e-14);
}
