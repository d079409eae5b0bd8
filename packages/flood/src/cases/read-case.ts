import { never } from '@westgate/base';
import type { Cell, Ground } from '../grid/domain.ts';
import { type Edge, type EdgeKind, SIDES, type Side } from '../grid/edges.ts';
import type { Grid } from '../grid/grid.ts';
import type { Series } from '../grid/series.ts';
import type { Condition, Operation } from '../rules/types.ts';
import type { FloodInput, Inflow } from '../run/input.ts';
import type { SectionLine } from '../run/section.ts';
import type { Structure } from '../structures/types.ts';
import { type CaseFile, type RulesFile, readCaseJson, type StructuresFile } from './case-format.ts';
import { conditionGround, readCrests, type StepDone } from './condition.ts';
import { caseFault, type FaultPlace, NONE } from './fault.ts';
import { readAsciiGrid } from './grid-file.ts';
import { readPoints, readSeries } from './table-file.ts';

/** Gives the text of a file of the folder, unpacked; null where there is none. */
export type ReadText = (file: string) => string | null;

/** A case as it is run. */
export interface FloodCase {
  readonly said: CaseFile;
  readonly input: FloodInput;
  /** The ground's grid, for what is written beside it. */
  readonly grid: Grid;
  readonly gauges: readonly { readonly id: string; readonly at: Cell }[];
  /** Lines through which the discharge is told. */
  readonly sections: readonly { readonly id: string; readonly line: SectionLine }[];
  /** What was done to the heights of the file, in order. */
  readonly conditioning: readonly StepDone[];
}

const CASE_FILE = 'case.json';

/** Reads the folder of a case. `heights`: the grid that its file of heights holds, where that was read already. Throws WG_INPUT_INVALID with file and place. */
export function readCase(read: ReadText, heights?: Grid): FloodCase {
  const text = (file: string, by: string): string => {
    const found = read(file);
    if (found === null) throw caseFault({ file: by }, { zh: `旁边有文件 ${file}`, en: `a file ${file} beside it` }, NONE);
    return found;
  };
  const said = readCaseJson('case', text(CASE_FILE, 'the folder'), CASE_FILE);
  const raw = heights ?? readAsciiGrid(text(said.dem, CASE_FILE), said.dem);
  const { grid, done } = conditionGround(raw, said.conditioning ?? [], (file) => text(file, CASE_FILE));
  const crests = said.crests === undefined ? null : readCrests(grid, text(said.crests, CASE_FILE), said.crests);
  const field = (file: string): Float64Array => {
    const other = readAsciiGrid(text(file, CASE_FILE), file);
    const same = (['columns', 'rows', 'cell', 'west', 'south'] as const).find((name) => Math.abs(other[name] - grid[name]) > 1e-6);
    if (same) throw caseFault({ file, at: same }, { zh: `与地形相同的 ${grid[same]}`, en: `${grid[same]} as the ground has` }, other[same]);
    return other.values;
  };
  const cellAt = ([x, y]: readonly [number, number], place: FaultPlace): Cell => {
    const [column, row] = [Math.floor((x - grid.west) / grid.cell), Math.floor((y - grid.south) / grid.cell)];
    const isInside = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows;
    if (!isInside || Number.isNaN(grid.values[row * grid.columns + column]))
      throw caseFault(place, { zh: '地形范围内的点', en: 'a point on the ground' }, `${x}, ${y}`);
    return [column, row];
  };
  const cellsAt = (points: readonly (readonly [number, number])[], place: FaultPlace): readonly Cell[] => {
    const cells = points.map((point, index) => cellAt(point, { ...place, at: `${place.at}.${index}` }));
    return [...new Map(cells.map((cell) => [cell.join(), cell])).values()];
  };
  const series: ReadSeries = (file, column, over) => readSeries(text(file, CASE_FILE), file, column, over);
  const rate = (file: string) => (/\.asc(\.gz)?$/.test(file) ? field(file) : series(file, 'mm_h'));
  const gauges = said.gauges === undefined ? [] : gaugesOf(text(said.gauges, CASE_FILE), said.gauges, cellAt);
  const structures =
    said.structures === undefined
      ? []
      : structuresOf(readCaseJson('structures', text(said.structures, CASE_FILE), said.structures), said.structures, cellsAt);
  const input: FloodInput = {
    ground: { ...groundOf(said, grid, field), crestEast: crests?.east, crestNorth: crests?.north },
    ...boundariesOf(said, grid, cellsAt, series),
    rain: said.rain === undefined ? undefined : rate(said.rain),
    infiltration: said.infiltration === undefined ? undefined : rate(said.infiltration),
    gauges,
    storages: (said.storages ?? []).map(({ id, cells, capacity_m3 }, index) => ({
      id,
      cells: cellsAt(cells, { file: CASE_FILE, at: `storages.${index}.cells` }),
      capacity: capacity_m3,
    })),
    structures,
    operation: said.rules === undefined ? undefined : operationOf(readCaseJson('rules', text(said.rules, CASE_FILE), said.rules)),
    scheme: said.scheme,
    courant: said.cfl,
    least: said.hmin_m,
  };
  const inCells = ([x, y]: readonly [number, number]) => [(x - grid.west) / grid.cell, (y - grid.south) / grid.cell] as const;
  const sections = (said.sections ?? []).map(({ id, line: [from, to] }, index) => {
    if (from[0] === to[0] && from[1] === to[1]) throw caseFault({ file: CASE_FILE, at: `sections.${index}.line` }, 'two points', 'one');
    return { id, line: [inCells(from), inCells(to)] as const };
  });
  return { said, input, grid, gauges, sections, conditioning: done };
}

function groundOf({ manning, initial }: CaseFile, grid: Grid, field: (file: string) => Float64Array): Ground {
  const { columns, rows, cell, values: bed } = grid;
  const roughness = typeof manning === 'number' ? manning : field(manning);
  const still = (file: string) => field(file).map((value) => (Number.isNaN(value) ? 0 : value));
  const velocity = initial.velocity && ([still(initial.velocity.east), still(initial.velocity.north)] as const);
  const ground = { columns, rows, cell, bed, manning: roughness, velocity };
  if ('level' in initial) return { ...ground, level: initial.level };
  const { depth } = initial;
  return { ...ground, depth: typeof depth === 'number' ? bed.map((height) => (Number.isNaN(height) ? 0 : depth)) : still(depth) };
}

function gaugesOf(text: string, file: string, cellAt: (point: readonly [number, number], place: FaultPlace) => Cell): FloodCase['gauges'] {
  return readPoints(text, file).map(({ id, x, y, line }) => ({ id, at: cellAt([x, y], { file, line }) }));
}

type ReadSeries = (file: string, column: string, over?: 'time_s' | 'level_m') => Series;

/** Where water comes in and leaves. A level that is given is an edge, on whichever list it stands. */
function boundariesOf(
  { inflows = [], outflows = [] }: CaseFile,
  grid: Grid,
  cellsAt: (points: readonly (readonly [number, number])[], place: FaultPlace) => readonly Cell[],
  series: ReadSeries,
): Pick<FloodInput, 'inflows' | 'edges'> {
  const [into, edges]: [Inflow[], Edge[]] = [[], []];
  for (const [list, each, index] of [
    ...inflows.map((inflow, at) => ['inflows', inflow, at] as const),
    ...outflows.map((outflow, at) => ['outflows', outflow, at] as const),
  ]) {
    const { id } = each;
    const cells = cellsAt(each.cells, { file: CASE_FILE, at: `${list}.${index}.cells` });
    const side = () => sideOf(`${list} ${id}`, cells, grid);
    if (each.kind === 'discharge')
      into.push({ id, cells, discharge: series(each.hydrograph, 'q_m3s'), through: each.momentum ? side() : undefined });
    else edges.push({ id, cells, side: side(), ...edgeKindOf(each, series) });
  }
  return { inflows: into, edges };
}

function edgeKindOf(said: NonNullable<CaseFile['outflows']>[number], series: ReadSeries): EdgeKind {
  switch (said.kind) {
    case 'free':
      return { kind: 'free' };
    case 'normal-depth':
      return { kind: 'normal-depth', slope: said.slope };
    case 'rating':
      return { kind: 'rating', table: series(said.table, 'q_m3s', 'level_m') };
    case 'level':
      return { kind: 'level', level: series(said.hydrograph, 'level_m') };
    default:
      return never(said);
  }
}

/** The side on which none of the cells has ground beyond it. */
function sideOf(at: string, cells: readonly Cell[], { columns, rows, values }: Grid): Side {
  const isGround = (column: number, row: number) =>
    column >= 0 && column < columns && row >= 0 && row < rows && !Number.isNaN(values[row * columns + column]);
  const side = Object.entries(SIDES).find(([, [dx, dy]]) => cells.every(([column, row]) => !isGround(column + dx, row + dy)))?.[0];
  if (!side)
    throw caseFault(
      { file: CASE_FILE, at },
      { zh: '某一侧之外没有地形的单元', en: 'cells with no ground beyond them on one side' },
      { zh: '有地形', en: 'ground' },
    );
  return side as Side;
}

function structuresOf(
  said: StructuresFile,
  file: string,
  cellsAt: (points: readonly (readonly [number, number])[], place: FaultPlace) => readonly Cell[],
): readonly Structure[] {
  return said.map((each, index): Structure => {
    const link = {
      id: each.id,
      from: cellsAt(each.from, { file, at: `${index}.from` }),
      to: cellsAt(each.to, { file, at: `${index}.to` }),
    };
    switch (each.kind) {
      case 'weir':
        return { ...link, kind: 'weir', crest: each.crest_m, width: each.width_m, coefficient: each.coefficient };
      case 'gate':
        return {
          ...{ ...link, kind: 'gate', crest: each.crest_m, width: each.width_m, full: each.full_m, rate: each.rate_m_per_min / 60 },
          ...{ coefficient: each.coefficient, opening: each.opening_m, failures: each.failures },
        };
      case 'pump':
        return { ...link, kind: 'pump', curve: each.curve, on: each.on_m, off: each.off_m, delay: each.delay_s };
      case 'culvert':
        return {
          ...{ ...link, kind: 'culvert', invert: each.invert_m, width: each.width_m, height: each.height_m, length: each.length_m },
          ...{ manning: each.manning, entrance: each.entrance, isFlap: each.flap },
        };
      case 'breach': {
        const { start_s: time, start_level_m: level } = each;
        if ((time === undefined) === (level === undefined))
          throw caseFault(
            { file, at: `${index}` },
            { zh: 'start_s 或 start_level_m', en: 'start_s or start_level_m' },
            time === undefined ? NONE : { zh: '两者都有', en: 'both' },
          );
        return {
          ...{ ...link, kind: 'breach', crest: each.crest_m, lowest: each.lowest_m, width: each.width_m, widest: each.widest_m },
          ...{ widening: each.widening_m_per_min / 60, falling: each.falling_s },
          start: time === undefined ? { level: level ?? 0 } : { time },
        };
      }
      case 'fuse-plug':
        return {
          ...link,
          kind: 'fuse-plug',
          crest: each.crest_m,
          lowest: each.lowest_m,
          width: each.width_m,
          trigger: each.trigger_m,
          held: each.held_s,
        };
      default:
        return never(each);
    }
  });
}

function operationOf({ rules, every_s, mode, transitions }: RulesFile): Operation {
  return {
    every: every_s,
    mode,
    allowed: transitions,
    rules: rules.map(({ id, when, acts, priority, minDwell_s }) => ({
      id,
      when: when as Condition,
      priority,
      dwell: minDwell_s,
      acts: acts.map((act) => {
        if ('gate' in act) return { gate: act.gate, target: act.target_m };
        return 'pump' in act ? { pump: act.pump, isOn: act.on } : act;
      }),
    })),
  };
}
