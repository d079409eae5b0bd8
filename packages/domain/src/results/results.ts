export { type Age, type Aged, ageOf, sayAge } from './age.ts';
export { leastFinal } from './calculated.ts';
export { type Cautious, valueCautions } from './cautions.ts';
export type { DatedValue, IndicatorSeries } from './dated-value.ts';
export { type Evidence, evidenceOn, evidenceSteps, type SubjectKind } from './evidence.ts';
export { STATE_ORDER, type StateName, type Timing } from './finding.ts';
export { type FormulaProblem, formulaProblems } from './formula-faults.ts';
export * from './readiness.ts';
export { type Said, sayAmount, sayDay, sayList, sayName, sayNumber, sayPeriod, sayWeekday } from './say.ts';
export { formulaEnds, indicatorSeries, latestActual, latestMeasured, targetOn } from './series.ts';
export { type IndicatorStanding, indicatorStanding } from './standing.ts';
export type { Subject } from './state/cases.ts';
export { doneWhen, type State, stateOf } from './state/state.ts';
export { type CheckProblem, checkProblems, measuredAgain } from './survey/problems.ts';
export { type MeasuredIn, type RolledUp, rollUp, type UnitTree, unitTree } from './survey/roll-up.ts';
export {
  type CheckFinding,
  checkFinding,
  checkIndicatorsOf,
  type MeasuredRow,
  placesTree,
  placeValues,
} from './survey/survey.ts';
export { unitName } from './unit.ts';
