// The flood engine: water on a grid of square cells, its account exact to a unit.

export { CASE_FORMAT } from './cases/case-format.ts';
export { readCrests } from './cases/condition.ts';
export { caseFault } from './cases/fault.ts';
export { readAsciiGrid, writeAsciiGrid } from './cases/grid-file.ts';
export { type FloodCase, type ReadText, readCase } from './cases/read-case.ts';
export { MAP_NAMES, resultTables } from './cases/result-files.ts';
export { type CaseResult, caseSteps, ENGINE_VERSION, type MapTaker, runCase, type Summary } from './cases/run-case.ts';
export { checkAccount, checkStep, type StepGround, type StepSample, type StepState, type TotalAccount } from './check/check-run.ts';
export { type Crs, toCrs } from './files/crs.ts';
export { EXTENT_DEPTHS, extentsOf } from './files/extents.ts';
export { type GroundOptions, type ReadGround, readGround } from './files/ground-file.ts';
export { crestsInSystem, readRoughAreas } from './files/land-file.ts';
export { type GroundRecipe, type PreparedGround, prepareGround, RECIPE_FORMAT, type RecipeStepDone, readRecipe } from './files/recipe.ts';
export { EXTENTS_FILE, resultExtents, resultMaps } from './files/result-maps.ts';
export type { RiverLine } from './files/river-line.ts';
export { readRiverLines } from './files/river-lines.ts';
export type { VerticalUnit } from './files/units.ts';
export { writeGeoTiff } from './files/write-geotiff.ts';
export type { Cell, Domain, Ground } from './grid/domain.ts';
export type { Edge, EdgeKind, Side } from './grid/edges.ts';
export type { Grid } from './grid/grid.ts';
export type { Series } from './grid/series.ts';
export { breachBridges } from './ground/bridges.ts';
export { crestsAbove } from './ground/crests.ts';
export { ROUGHNESS, type RoughArea, roughnessGrid } from './ground/roughness.ts';
export {
  addCrests,
  burnRiver,
  type Conditioned,
  cutGrid,
  fillPits,
  type GroundChange,
  type Line,
  pointsAlong,
  resampleGrid,
  smoothSteps,
} from './ground/steps.ts';
export type { OperationState } from './rules/operator.ts';
export type { Act, Condition, Logged, Operation, Rule, Seen } from './rules/types.ts';
export type { FloodInput, Inflow, Scheme } from './run/input.ts';
export { dischargeThrough, type Section, type SectionLine, sectionOf } from './run/section.ts';
export { type Checkpoint, type Ledger, Simulation } from './run/simulation.ts';
export type { Failure, Structure } from './structures/types.ts';
export type { WorkState } from './structures/works.ts';
