export * from './programme/dual-use/assets.ts';
export { type Age, type Aged, ageOf, sayAge } from './results/age.ts';
export { type AssetMethodProblem, type AssetReading, assetMethodProblem, assetReading, readingSaid } from './results/asset-indicator.ts';
export { leastFinal } from './results/calculated.ts';
export { type Cautious, markedAmount, valueCautions } from './results/cautions.ts';
export type { DatedValue, IndicatorSeries } from './results/dated-value.ts';
export * from './results/deals.ts';
export { drivenBy, driversOf } from './results/drivers.ts';
export { type Evidence, evidenceOn, evidenceSteps, type SubjectKind } from './results/evidence.ts';
export { STATE_ORDER, type StateName, type Timing } from './results/finding.ts';
export { type FormulaProblem, formulaProblems } from './results/formula-faults.ts';
export * from './results/outputs.ts';
export * from './results/readiness.ts';
export { type Said, sayAmount, sayDay, sayList, sayName, sayNumber, sayPeriod, sayWeekday } from './results/say.ts';
export { formulaEnds, indicatorSeries, latestActual, latestMeasured, targetOn } from './results/series.ts';
export { type IndicatorStanding, indicatorStanding } from './results/standing.ts';
export type { Subject } from './results/state/cases.ts';
export { doneWhen, type State, stateOf } from './results/state/state.ts';
export * from './results/survey/counts.ts';
export * from './results/survey/nearby.ts';
export { type MethodProblem, methodProblem } from './results/survey/nearby-faults.ts';
export { methodSaid, nearbyNote, nearbySaid } from './results/survey/nearby-words.ts';
export { type CheckProblem, checkProblems, measuredAgain } from './results/survey/problems.ts';
export { type MeasuredIn, type RolledUp, rollUp, type UnitTree, unitTree } from './results/survey/roll-up.ts';
export {
  type CheckFinding,
  checkFinding,
  checkIndicatorsOf,
  type MeasuredRow,
  placesTree,
  placeValues,
  workedOut,
} from './results/survey/survey.ts';
export { unitName } from './results/unit.ts';
export {
  type ChartPoint,
  chartOf,
  namedYears,
  scaleOverhang,
  type TimeAxis,
  type ValueChart,
  yearsIn,
  yearsOver,
} from './results/value-chart.ts';
