import type { ExpressionSpecification } from 'maplibre-gl';

/** Anchors of a text, each followed by its distance in ems. */
export type Spots = (string | [number, number])[];
/** Where a name may stand, the best spot first: the anchor of the text and its distance in ems. */
const BESIDE_EAST: Spots = ['left', [1.15, 0], 'top-left', [0.7, 0.7], 'bottom-left', [0.7, -0.7]];
const BESIDE_WEST: Spots = ['right', [-1.15, 0], 'top-right', [-0.7, 0.7], 'bottom-right', [-0.7, -0.7]];
const BESIDE_MIDDLE: Spots = ['top', [0, 1.1], 'bottom', [0, -1.1]];
/** Below this zoom the district fills a small map from side to side: names near its sides stand inwards alone. */
const OPEN_FROM = 10.9;
/** From this zoom a wide area is so large that its name may stand farther from its middle. */
const NEAR_FROM = 11.6;

/** The spots a name may take, by zoom, by what it names and on which side of the sheet. */
export const NAME_SPOTS: ExpressionSpecification = [
  'step',
  ['zoom'],
  spots(false, []),
  OPEN_FROM,
  spots(true, []),
  NEAR_FROM,
  spots(true, [3.5, 4.5]),
];

function spots(isOpen: boolean, farther: readonly number[]): ExpressionSpecification {
  const isWest: ExpressionSpecification = ['==', ['get', 'side'], 'west'];
  const isEast: ExpressionSpecification = ['==', ['get', 'side'], 'east'];
  const isWide: ExpressionSpecification = ['==', ['get', 'room'], 'wide'];
  const areas = (reach: readonly number[]): ExpressionSpecification => [
    'case',
    ['all', isWest, !isOpen],
    ['literal', inwards('right', areaSpots(reach))],
    isEast,
    ['literal', inwards('left', areaSpots(reach))],
    ['literal', areaSpots(reach)],
  ];
  return [
    'case',
    isWide,
    areas([0, 0.5, 1.5, 2.5, ...farther]),
    ['get', 'in_area'],
    areas([1.1, 1.7]),
    isEast,
    ['literal', [...BESIDE_WEST, ...BESIDE_MIDDLE]],
    isWest,
    ['literal', isOpen ? [...BESIDE_EAST, ...BESIDE_MIDDLE, ...BESIDE_WEST] : [...BESIDE_EAST, ...BESIDE_MIDDLE]],
    ['literal', [...BESIDE_EAST, ...BESIDE_WEST, ...BESIDE_MIDDLE]],
  ];
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
