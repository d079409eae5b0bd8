import type { Said } from '@westgate/base';
import type { Row } from '../register/tables.ts';

/** The floor areas of a building on a day, in m²; null where not known. */
export interface FloorAreas {
  readonly total: number | null;
  readonly let: number | null;
  readonly vacant: number | null;
  readonly works: number | null;
  /** The largest area in one piece of what is vacant, and of what is under works. */
  readonly largestVacant: number | null;
  readonly largestWorks: number | null;
}

type AreaColumn = 'total_m2' | 'let_m2' | 'vacant_m2' | 'works_m2' | 'largest_vacant_m2' | 'largest_works_m2';
/** What a record says of areas. */
export type StatedAreas = Pick<Row<'floor_area'>, AreaColumn>;

/** Where a record breaks the identity let + vacant + under works = total: the column, what was expected there, and what was found. */
export interface AreaProblem {
  readonly column: AreaColumn;
  readonly expected: Said;
  readonly found: Said;
}

const PARTS = ['let_m2', 'vacant_m2', 'works_m2'] as const;
/** Areas are compared in hundredths of a m²: what is left of adding up decimals decides nothing. */
const PER_M2 = 100;

/** An area in hundredths of a m², so that sums are exact. */
function exact(m2: number): number {
  return Math.round(m2 * PER_M2);
}

/** The sum of areas in m², exact to a hundredth. */
export function sumOfAreas(areas: readonly number[]): number {
  return areas.reduce((sum, each) => sum + exact(each), 0) / PER_M2;
}

/**
 * The areas of a record, with what follows from the identity: one part that is not stated is what the others leave of the total, all of them are 0 where
 * nothing is left, and a total that is not stated is the sum of its parts. What does not follow stays null. The record must keep the identity.
 */
export function floorAreasOf(row: StatedAreas): FloorAreas {
  const stated = PARTS.map((part) => row[part]);
  const known = stated.filter((area) => area !== null);
  const open = stated.length - known.length;
  const total = row.total_m2 ?? (open === 0 ? sumOfAreas(known) : null);
  const rest = total === null ? null : sumOfAreas([total, ...known.map((area) => -area)]);
  const follows = rest !== null && (open === 1 || rest === 0) ? rest : null;
  const [letM2, vacant, works] = stated.map((area) => area ?? follows) as [number | null, number | null, number | null];
  return {
    total,
    let: letM2,
    vacant,
    works,
    largestVacant: vacant === 0 ? 0 : row.largest_vacant_m2,
    largestWorks: works === 0 ? 0 : row.largest_works_m2,
  };
}

/**
 * Where a record breaks the identity. With all parts known they are the total, to a hundredth of a m²; else what is known is no more than the total; a piece is
 * no larger than what it is a piece of.
 */
export function areaProblems(row: StatedAreas): readonly AreaProblem[] {
  const known = PARTS.map((part) => row[part]).filter((area) => area !== null);
  const sum = sumOfAreas(known);
  return [...totalProblems(row, sum, known.length === PARTS.length), ...pieceProblems(row)];
}

function totalProblems(row: StatedAreas, sum: number, isWhole: boolean): readonly AreaProblem[] {
  const { total_m2: total } = row;
  if (total === null) return [];
  if (isWhole ? exact(sum) === exact(total) : exact(sum) <= exact(total)) return [];
  const parts = told(row);
  return [
    {
      column: 'total_m2',
      expected: isWhole
        ? { zh: `${sum} m²，即${parts.zh}之和`, en: `${sum} m², the sum of ${parts.en}` }
        : { zh: `不少于 ${sum} m²，即${parts.zh}之和`, en: `${sum} m² or more, the sum of ${parts.en}` },
      found: { zh: `${total} m²`, en: `${total} m²` },
    },
  ];
}

const NAMES: Readonly<Record<(typeof PARTS)[number], Said>> = {
  let_m2: { zh: '已租', en: 'let' },
  vacant_m2: { zh: '空置', en: 'vacant' },
  works_m2: { zh: '在建', en: 'under works' },
};

/** The known parts with their areas: `已租 3 + 空置 2`. */
function told(row: StatedAreas): Said {
  const parts = PARTS.filter((part) => row[part] !== null);
  return {
    zh: parts.map((part) => `${NAMES[part].zh} ${row[part]}`).join(' + '),
    en: parts.map((part) => `${NAMES[part].en} ${row[part]}`).join(' + '),
  };
}

function pieceProblems(row: StatedAreas): readonly AreaProblem[] {
  const areas = floorAreasOf({ ...row, largest_vacant_m2: null, largest_works_m2: null });
  const pieces = [
    ['largest_vacant_m2', areas.vacant, NAMES.vacant_m2],
    ['largest_works_m2', areas.works, NAMES.works_m2],
  ] as const;
  return pieces.flatMap(([column, whole, name]): readonly AreaProblem[] => {
    const piece = row[column];
    // A part that is not known is still no more than the total.
    const most = whole ?? areas.total;
    if (piece === null || most === null || exact(piece) <= exact(most)) return [];
    const [zh, en] = whole === null ? ['总面积', 'the total'] : [`${name.zh}面积`, `what is ${name.en}`];
    return [
      {
        column,
        expected: { zh: `不大于 ${most} m²，即${zh}`, en: `${most} m² or less, ${en}` },
        found: { zh: `${piece} m²`, en: `${piece} m²` },
      },
    ];
  });
}
