import type { ExpressionSpecification } from 'maplibre-gl';

/** Anchors of a text, each followed by its distance in ems. */
export type Spots = (string | [number, number])[];
/** Where a name may stand, the best spot first: the anchor of the text and its distance in ems. */
const BESIDE_EAST: Spots = ['left', [1.15, 0], 'top-left', [0.7, 0.7], 'bottom-left', [0.7, -0.7]];
const BESIDE_WEST: Spots = ['right', [-1.15, 0], 'top-right', [-0.7, 0.7], 'bottom-right', [-0.7, -0.7]];
const BESIDE_MIDDLE: Spots = ['top', [0, 1.1], 'bottom', [0, -1.1]];
/** Pixels a name needs at the west and the east side of the map to stand outwards. */
const NAME_PX = { west: 150, east: 130 } as const;
/** East of this share the legend of a wide map may lie. */
const LEGEND_SHARE = 0.7;
/** From this zoom a wide area is so large that its name may stand farther from its middle. */
const NEAR_FROM = 11.6;

/** The spots a name may take on a map `width` pixels wide: near its sides inwards alone, so that the edge does not cut it. */
export function nameSpots(width: number): ExpressionSpecification {
  const isWest: ExpressionSpecification = ['<', ['get', 'share'], Math.min(0.5, NAME_PX.west / width)];
  const isEast: ExpressionSpecification = ['>', ['get', 'share'], Math.min(LEGEND_SHARE, Math.max(0.5, 1 - NAME_PX.east / width))];
  const aside = (all: Spots): ExpressionSpecification => [
    'case',
    isWest,
    ['literal', inwards('right', all)],
    isEast,
    ['literal', inwards('left', all)],
    ['literal', all],
  ];
  const spots = (farther: readonly number[]): ExpressionSpecification => [
    'case',
    ['==', ['get', 'room'], 'wide'],
    aside(areaSpots([0, 0.5, 1.5, 2.5, ...farther])),
    ['get', 'in_area'],
    aside(areaSpots([1.1, 1.7])),
    aside([...BESIDE_EAST, ...BESIDE_WEST, ...BESIDE_MIDDLE]),
  ];
  return ['step', ['zoom'], spots([]), NEAR_FROM, spots([3.5, 4.5])];
}

/** The spots without those anchored at one side of the text. */
export function inwards(side: 'left' | 'right', all: Spots): Spots {
  return all.filter((_, index) => !String(all[index - (index % 2)]).includes(side));
}

/** Spots round the middle of an area, near ones first; 0 is on the middle itself. */
function areaSpots(reach: readonly number[]): Spots {
  const beside = (far: number): Spots => ['top', [0, far], 'bottom', [0, -far], 'left', [far, 0], 'right', [-far, 0]];
  const across = (far: number): Spots => [
    'top-left',
    [far, far],
    'bottom-left',
    [far, -far],
    'top-right',
    [-far, far],
    'bottom-right',
    [-far, -far],
  ];
  return reach.flatMap((far) => (far === 0 ? ['center', [0, 0]] : [...beside(far), ...across(far)]));
}
