// The flood engine: water on a grid of square cells, its account exact to a unit.
export type { Ground } from './engine/domain.ts';
export type { Edge, EdgeKind } from './engine/edges.ts';
export type { Series } from './engine/series.ts';
export { type Checkpoint, type FloodInput, type Inflow, type Ledger, Simulation } from './engine/simulation.ts';
