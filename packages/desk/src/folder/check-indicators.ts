import { type FormulaProblem, formulaProblems, type MethodProblem, methodProblem, type Row } from '@westgate/domain';
import type { Ground } from './check.ts';
import type { FaultCode, FaultList } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

const CODES: Readonly<Record<FormulaProblem['why'], FaultCode>> = {
  malformed: 'bad-formula',
  unknown: 'unknown-reference',
  unit: 'bad-unit',
  hidden: 'bad-formula',
  circle: 'cycle',
};

const METHOD_CODES: Readonly<Record<MethodProblem['column'], FaultCode>> = {
  place_method: 'bad-method',
  place_kind: 'bad-method',
  within_m: 'bad-method',
  check_level: 'bad-method',
  roll_up: 'bad-method',
  unit: 'bad-unit',
};

/** What must hold of indicators: a formula can be worked out, and an indicator that has one takes no measured values of its own. */
export function checkIndicators(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  const rows = rowsWith(tables, 'indicator', ['id', 'formula', 'unit', 'visibility', 'owner']);
  const places = new Map(rows.map(({ row, at }) => [row.id as string, at]));
  for (const { id, why, expected, found } of formulaProblems(
    rows.map(({ row }) => row),
    unitNames(tables),
  )) {
    const at = places.get(id);
    if (at) faults.add(CODES[why], at, 'formula', expected, found);
  }
  checkMethods(tables, faults);
  const calculated = new Set(rows.flatMap(({ row }) => (row.formula === null ? [] : [row.id as string])));
  if (calculated.size === 0) return;
  for (const { row, at } of rowsWith(tables, 'indicator_value', ['indicator', 'kind'])) {
    if (row.kind === 'target' || !calculated.has(row.indicator)) continue;
    const expected = {
      zh: '目标值（target），因为该指标按公式计算',
      en: 'a target alone, as the indicator is worked out by a formula',
    };
    faults.add('wrong-kind', at, 'kind', expected, row.kind);
  }
}

/** What must hold of indicators that are worked out from places. */
function checkMethods(tables: LoadedTables, faults: FaultList): void {
  const columns = ['place_method', 'place_kind', 'within_m', 'formula', 'check_level', 'roll_up', 'unit'] as const;
  for (const { row, at } of rowsWith(tables, 'indicator', columns)) {
    const problem = methodProblem(row, unitNames(tables));
    if (problem) faults.add(METHOD_CODES[problem.column], at, problem.column, problem.expected, problem.found);
  }
}

/** What must hold of values by place: what is worked out by a formula has none, and what a value counts for in a mean is not below 0. */
export function checkPlaceValues(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  const values = rowsWith(tables, 'place_value', ['indicator', 'weight']);
  if (values.length === 0) return;
  const calculated = new Set(
    rowsWith(tables, 'indicator', ['id', 'formula']).flatMap(({ row }) => (row.formula === null ? [] : [row.id as string])),
  );
  for (const { row, at } of values) {
    if (calculated.has(row.indicator))
      faults.add('wrong-kind', at, 'indicator', { zh: '没有计算公式的指标', en: 'an indicator without a formula' }, row.indicator);
    if (row.weight !== null && row.weight < 0)
      faults.add('bad-number', at, 'weight', { zh: '不小于 0 的数', en: 'a number from 0 on' }, String(row.weight));
  }
}

/** What the units of the district are called. */
function unitNames(tables: LoadedTables): Row<'district'>['units'] {
  const [units = {}] = rowsWith(tables, 'district', ['units']).map(({ row }) => row.units);
  return units;
}
