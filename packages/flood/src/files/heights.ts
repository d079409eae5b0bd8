import type { Told } from '@westgate/base';
import { caseFault } from '../cases/fault.ts';
import { MOST_CELLS } from '../cases/grid-file.ts';
import type { VerticalUnit } from './units.ts';

/** Heights of a file as it has them: rows from the south, NaN for a hole, cells that may be longer one way. */
export interface RawGround {
  readonly columns: number;
  readonly rows: number;
  /** Size of a cell to the east and to the north, in the unit of the system. */
  readonly cell: readonly [east: number, north: number];
  readonly west: number;
  readonly south: number;
  readonly values: Float64Array | Float32Array;
  readonly crs: string | null;
  readonly crsFrom: 'file' | 'name';
  readonly verticalUnit: VerticalUnit | null;
  /** Where a cell stands in the file, for a fault in it. */
  readonly placeOf: (column: number, row: number) => { readonly line?: number; readonly byte?: number; readonly at: Told };
}

/** The ground has no heights beyond, m: the highest mountain, the lowest shore. */
const [LOWEST, HIGHEST] = [-500, 9_000];
export const METRES: Readonly<Record<VerticalUnit, number>> = { m: 1, ft: 0.3048, 'us-ft': 1200 / 3937 };

/** Refuses a grid that is too large, with its numbers, before memory is taken for it. */
export function refuseCells(file: string, columns: number, rows: number): void {
  if (columns * rows > MOST_CELLS)
    throw caseFault(
      { file },
      { zh: `不超过 ${MOST_CELLS} 个格网单元`, en: `at most ${MOST_CELLS} cells` },
      {
        zh: `${columns} × ${rows} = ${columns * rows} 个；请先裁切或降低分辨率`,
        en: `${columns} × ${rows} = ${columns * rows}; cut it or take larger cells`,
      },
    );
}

/** Brings heights into metres where the unit is known. Throws for one that no ground has, with its place. */
export function inMetres(
  raw: RawGround,
  unit: VerticalUnit | null,
  file: string,
): { readonly range: readonly [number, number]; readonly holes: number } {
  const factor = unit === null ? 1 : METRES[unit];
  // Where the unit is not known, feet are borne too.
  const allowed = unit === null ? METRES.ft : 1;
  let [least, most, holes] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let cell = 0; cell < raw.values.length; cell++) {
    const value = raw.values[cell] ?? Number.NaN;
    if (Number.isNaN(value)) {
      holes += 1;
      continue;
    }
    const height = value * factor;
    if (!(height * allowed >= LOWEST && height * allowed <= HIGHEST)) {
      const place = raw.placeOf(cell % raw.columns, Math.floor(cell / raw.columns));
      throw caseFault(
        { file, ...place },
        {
          zh: `${LOWEST} 至 ${HIGHEST} 米之间的高程，或文件注明的无数据值`,
          en: `a height from ${LOWEST} to ${HIGHEST} m, or the value that the file names for no data`,
        },
        `${value}${unit === null ? '' : ` ${unit}`}`,
      );
    }
    raw.values[cell] = height;
    if (height < least) least = height;
    if (height > most) most = height;
  }
  if (holes === raw.values.length)
    throw caseFault(
      { file },
      { zh: '至少一个有高程的单元', en: 'one cell with a height at least' },
      { zh: '全部无数据', en: 'no data in all of them' },
    );
  return { range: [least, most], holes };
}
