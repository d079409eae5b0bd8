import { never } from '@westgate/base';
import type { Cell, Ground } from '../grid/domain.ts';
import { type Edge, SIDES } from '../grid/edges.ts';
import type { Grid } from '../grid/grid.ts';
import type { Series } from '../grid/series.ts';
import type { Condition, Operation } from '../rules/types.ts';
import type { FloodInput } from '../run/input.ts';
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
  /** What was done to the heights of the file, in order. */
  readonly conditioning: readonly StepDone[];
}

const CASE_FILE = 'case.json';

/** Reads the folder of a case. Throws WG_INPUT_INVALID with file and place. */
export function readCase(read: ReadText): FloodCase {
  const text = (file: string, by: string): string => {
    const found = read(file);
    if (found === null) throw caseFault({ file: by }, { zh: `旁边有文件 ${file}`, en: `a file ${file} beside it` }, NONE);
    return found;
  };
  const said = readCaseJson('case', text(CASE_FILE, 'the folder'), CASE_FILE);
  const raw = readAsciiGrid(text(said.dem, CASE_FILE), said.dem);
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
  const series = (file: string, column: string) => readSeries(text(file, CASE_FILE), file, column);
  const gauges = said.gauges === undefined ? [] : gaugesOf(text(said.gauges, CASE_FILE), said.gauges, cellAt);
  const structures =
    said.structures === undefined
      ? []
      : structuresOf(readCaseJson('structures', text(said.structures, CASE_FILE), said.structures), said.structures, cellsAt);
  const input: FloodInput = {
    ground: { ...groundOf(said, grid, field), crestEast: crests?.east, crestNorth: crests?.north },
    inflows: (said.inflows ?? []).map(({ id, cells, hydrograph }, index) => ({
      id,
      cells: cellsAt(cells, { file: CASE_FILE, at: `inflows.${index}.cells` }),
      discharge: series(hydrograph, 'q_m3s'),
    })),
    edges: (said.outflows ?? []).map((outflow, index) =>
      edgeOf(outflow, cellsAt(outflow.cells, { file: CASE_FILE, at: `outflows.${index}.cells` }), grid, series),
    ),
    rain: said.rain === undefined ? undefined : series(said.rain, 'mm_h'),
    infiltration: said.infiltration === undefined ? undefined : series(said.infiltration, 'mm_h'),
    gauges,
    storages: (said.storages ?? []).map(({ id, cells, capacity_m3 }, index) => ({
      id,
      cells: cellsAt(cells, { file: CASE_FILE, at: `storages.${index}.cells` }),
      capacity: capacity_m3,
    })),
    structures,
    operation: said.rules === undefined ? undefined : operationOf(readCaseJson('rules', text(said.rules, CASE_FILE), said.rules)),
    courant: said.cfl,
    least: said.hmin_m,
  };
  return { said, input, grid, gauges, conditioning: done };
}

function groundOf({ manning, initial }: CaseFile, grid: Grid, field: (file: string) => Float64Array): Ground {
  const { columns, rows, cell, values: bed } = grid;
  const roughness = typeof manning === 'number' ? manning : field(manning);
  if ('level' in initial) return { columns, rows, cell, bed, manning: roughness, level: initial.level };
  const { depth } = initial;
  const water =
    typeof depth === 'number'
      ? bed.map((height) => (Number.isNaN(height) ? 0 : depth))
      : field(depth).map((value) => (Number.isNaN(value) ? 0 : value));
  return { columns, rows, cell, bed, manning: roughness, depth: water };
}

function gaugesOf(text: string, file: string, cellAt: (point: readonly [number, number], place: FaultPlace) => Cell): FloodCase['gauges'] {
  return readPoints(text, file).map(({ id, x, y, line }) => ({ id, at: cellAt([x, y], { file, line }) }));
}

/** An outflow on the side on which none of its cells has ground beyond it. */
function edgeOf(
  outflow: NonNullable<CaseFile['outflows']>[number],
  cells: readonly Cell[],
  { columns, rows, values }: Grid,
  series: (file: string, column: string) => Series,
): Edge {
  const isGround = (column: number, row: number) =>
    column >= 0 && column < columns && row >= 0 && row < rows && !Number.isNaN(values[row * columns + column]);
  const side = Object.entries(SIDES).find(([, [dx, dy]]) => cells.every(([column, row]) => !isGround(column + dx, row + dy)))?.[0];
  if (!side)
    throw caseFault(
      { file: CASE_FILE, at: `outflows ${outflow.id}` },
      { zh: '某一侧之外没有地形的单元', en: 'cells with no ground beyond them on one side' },
      { zh: '有地形', en: 'ground' },
    );
  const part = { id: outflow.id, side: side as Edge['side'], cells };
  if (outflow.kind === 'free') return { ...part, kind: 'free' };
  if (outflow.kind === 'normal-depth') return { ...part, kind: 'normal-depth', slope: outflow.slope };
  return { ...part, kind: 'level', level: series(outflow.hydrograph, 'level_m') };
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
