import type { Cell, Ground } from '../grid/domain.ts';
import type { Edge } from '../grid/edges.ts';
import type { Series } from '../grid/series.ts';
import type { Operation } from '../rules/types.ts';
import type { Structure } from '../structures/types.ts';

/** Water that comes in at cells in equal parts, m³/s. */
export interface Inflow {
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly discharge: Series;
}

/** What is simulated. */
export interface FloodInput {
  readonly ground: Ground;
  readonly inflows?: readonly Inflow[] | undefined;
  readonly edges?: readonly Edge[] | undefined;
  /** Rain on all ground, and what seeps into it where there is water, mm/h. */
  readonly rain?: Series | undefined;
  readonly infiltration?: Series | undefined;
  readonly structures?: readonly Structure[] | undefined;
  /** What rules may look at: the level at a cell, and how full a group of cells is by a capacity in m³. */
  readonly gauges?: readonly { readonly id: string; readonly at: Cell }[] | undefined;
  readonly storages?: readonly { readonly id: string; readonly cells: readonly Cell[]; readonly capacity: number }[] | undefined;
  readonly operation?: Operation | undefined;
  /** Depths up to this carry nothing, m; 1 mm where nothing is said. */
  readonly least?: number | undefined;
  /** Courant number: 0.7 where nothing is said, at most 0.9 in a channel of one row. */
  readonly courant?: number | undefined;
  /** Longest step, s; 5 where nothing is said. */
  readonly longest?: number | undefined;
  /** Works on all cells in each step, for comparison. */
  readonly isSweep?: boolean | undefined;
}
