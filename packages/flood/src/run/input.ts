import type { Cell, Ground } from '../grid/domain.ts';
import type { Edge, Side } from '../grid/edges.ts';
import type { Series } from '../grid/series.ts';
import type { Operation } from '../rules/types.ts';
import type { Structure } from '../structures/types.ts';

/** `sd03`: the full scheme. `local-inertia`: for screening; see kernel/inertia.ts for what it leaves out. */
export type Scheme = 'sd03' | 'local-inertia';

/** Water that comes in at cells in equal parts, m³/s. */
export interface Inflow {
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly discharge: Series;
  /** The side, with no ground beyond it, through which it comes with the velocity that this discharge has at the depth there; left out: it comes at rest. */
  readonly through?: Side | undefined;
}

/** What is simulated. */
export interface FloodInput {
  readonly ground: Ground;
  readonly inflows?: readonly Inflow[] | undefined;
  readonly edges?: readonly Edge[] | undefined;
  /** Rain on all ground, and what seeps into it where there is water, mm/h: over time, or a rate for each cell that holds all the time. */
  readonly rain?: Series | Float64Array | undefined;
  readonly infiltration?: Series | Float64Array | undefined;
  readonly structures?: readonly Structure[] | undefined;
  /** What rules may look at: the level at a cell, and how full a group of cells is by a capacity in m³. */
  readonly gauges?: readonly { readonly id: string; readonly at: Cell }[] | undefined;
  readonly storages?: readonly { readonly id: string; readonly cells: readonly Cell[]; readonly capacity: number }[] | undefined;
  readonly operation?: Operation | undefined;
  /** `sd03` where nothing is said. */
  readonly scheme?: Scheme | undefined;
  /** Depths up to this carry nothing, m; 1 mm where nothing is said. */
  readonly least?: number | undefined;
  /** Courant number: 0.7 where nothing is said, at most 0.9 in a channel of one row; 0.6 at most for local inertia. */
  readonly courant?: number | undefined;
  /** Longest step, s; where nothing is said 5, and on cells over 90 m as much more as they are longer. */
  readonly longest?: number | undefined;
  /** Works on all cells in each step, for comparison. */
  readonly isSweep?: boolean | undefined;
}
