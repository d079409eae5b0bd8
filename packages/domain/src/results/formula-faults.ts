import type { Said } from '@westgate/base';
import { VISIBILITIES } from '../register/fields/vocabulary.ts';
import type { UnitNames } from '../register/tables/table.ts';
import type { Row } from '../register/tables.ts';
import { type FormulaFault, inputsOf, parseFormula, type Term, termsIn } from './formula/formula.ts';
import { formulaOrder } from './formula/formula-graph.ts';
import { formulaMeasure, sayPowers } from './formula/formula-measure.ts';
import { isAlike, type Measure, measureOf, PLAIN } from './formula/measure.ts';
import { say } from './say.ts';

/** What of an indicator its formula is looked at with. */
export type WithFormula = Pick<Row<'indicator'>, 'id' | 'formula' | 'unit' | 'visibility' | 'owner'>;

/** Why a formula works nothing out, or must not. */
export interface FormulaProblem {
  readonly id: string;
  readonly why: 'malformed' | 'unknown' | 'unit' | 'hidden' | 'circle';
  readonly expected: Said;
  readonly found: Said;
}

/** What is wrong with the formulas of some indicators; each has one fault at most, in their order. `names`: what the units of the district are called. */
export function formulaProblems(indicators: readonly WithFormula[], names: UnitNames): readonly FormulaProblem[] {
  const byId = new Map<string, WithFormula>(indicators.map((each) => [each.id, each]));
  const inputs = new Map<string, ReadonlySet<string>>();
  const problems = indicators.flatMap(({ id, formula }): readonly FormulaProblem[] => {
    if (formula === null) return [];
    const found = parseFormula(formula);
    if ('fault' in found) return [{ id, why: 'malformed', ...placed(found.fault) }];
    const rests = inputsOf(found.term);
    inputs.set(id, rests);
    return problemOf(byId, id, rests) ?? unitProblem(byId, names, { id, term: found.term }) ?? [];
  });
  const { circles } = formulaOrder(inputs);
  return [
    ...problems,
    ...circles.flatMap((circle): readonly FormulaProblem[] => {
      const [id = ''] = circle;
      const round = [...circle, id].join(' → ');
      return [{ id, why: 'circle', expected: NO_CIRCLE, found: say(round, round) }];
    }),
  ];
}

/** A fault of a formula with the character it is at, as a person counts them. */
function placed({ at, expected, found }: FormulaFault): Pick<FormulaProblem, 'expected' | 'found'> {
  return {
    expected: say(`第 ${at + 1} 个字符处：${expected.zh}`, `at character ${at + 1}: ${expected.en}`),
    found: found === '' ? END : say(found, found),
  };
}

function problemOf(byId: ReadonlyMap<string, WithFormula>, id: string, rests: ReadonlySet<string>): readonly FormulaProblem[] | null {
  const own = byId.get(id);
  for (const each of rests) {
    const input = byId.get(each);
    if (!input) return [{ id, why: 'unknown', expected: KNOWN, found: say(each, each) }];
    if (own && !isAsOpen(input, own)) return [{ id, why: 'hidden', expected: AS_OPEN, found: say(each, each) }];
  }
  return null;
}

/** Everyone who may know of `own` may know of `input`. */
function isAsOpen(input: WithFormula, own: WithFormula): boolean {
  const [its, mine] = [VISIBILITIES.indexOf(input.visibility), VISIBILITIES.indexOf(own.visibility)];
  const isOfDepartment = mine >= VISIBILITIES.indexOf('department');
  return its < mine
    ? its < VISIBILITIES.indexOf('department') || input.owner === own.owner
    : its === mine && (!isOfDepartment || input.owner === own.owner);
}

function unitProblem(
  byId: ReadonlyMap<string, WithFormula>,
  names: UnitNames,
  { id, term }: { readonly id: string; readonly term: Term },
): readonly FormulaProblem[] | null {
  const measureIn = (each: string): Measure => {
    const unit = byId.get(each)?.unit ?? '';
    return measureOf(unit, names[unit]);
  };
  const own = measureIn(id);
  const measured = formulaMeasure(term, measureIn);
  if ('fault' in measured) return [{ id, why: 'unit', ...placed(measured.fault) }];
  if (isAlike(measured.measure, own))
    return own.factor !== 1 && isAlike(own, PLAIN) && hasHundred(term) ? [{ id, why: 'unit', expected: NO_HUNDRED, found: HUNDRED }] : null;
  const [wanted, came] = [sayPowers(own), sayPowers(measured.measure)];
  const unit = names[byId.get(id)?.unit ?? ''];
  const [zh, en] = [unit?.zh ?? unit?.en ?? wanted, unit?.en ?? unit?.zh ?? wanted];
  const expected = say(`结果以“${zh}”计的公式（量纲 ${wanted}）`, `a formula whose result is counted in "${en}" (dimension ${wanted})`);
  return [{ id, why: 'unit', expected, found: say(`量纲 ${came}`, `the dimension ${came}`) }];
}

/** Whether a formula counts by a hundred or a thousand: of a share that is done already. */
function hasHundred(term: Term): boolean {
  return termsIn(term).some((each) => each.kind === 'number' && (each.value === 100 || each.value === 1000));
}

const NO_HUNDRED = say('不再乘以 100 的公式：百分比自动换算', 'a formula without a factor of 100: a share is given in per cent by itself');
const HUNDRED = say('含有 100 或 1000', 'a factor of 100 or 1000');
const END = say('结尾', 'the end');
const NO_CIRCLE = say('不直接或间接引用自己的公式', 'a formula that does not rest on itself through others');
const KNOWN = say('本区已有指标的编号，写在方括号里', 'the id of an indicator of the district in the square brackets');
const AS_OPEN = say('可见范围不窄于本指标的指标', 'an indicator that everyone may know of who may know of this one');
