import { type Period, periodSpan } from '@westgate/base';
import { CONFIDENCES, type Confidence, VALUE_STATUSES, type ValueStatus } from '../register/fields/vocabulary.ts';
import type { UnitNames } from '../register/tables/table.ts';
import type { Row } from '../register/tables.ts';
import { byDay, type DatedValue, type IndicatorSeries } from './dated-value.ts';
import { decimalsOf, roundedTo } from './decimals.ts';
import { evaluate } from './formula/evaluate.ts';
import { inputsOf, parseFormula, type Term } from './formula/formula.ts';
import { type FormulaOrder, formulaOrder } from './formula/formula-graph.ts';
import { formulaMeasure } from './formula/formula-measure.ts';
import { isAlike, type Measure, measureOf, PLAIN } from './formula/measure.ts';

/** A formula that holds: what it works out, what it rests on, and how large the unit of its answer is. */
interface Sound {
  readonly term: Term;
  readonly inputs: ReadonlySet<string>;
  readonly unit: Measure;
}

/** The formulas of a district that hold, and the order they are worked out in. Those that do not hold, or rest on each other in a circle, work nothing out. */
export interface FormulaPlan {
  readonly sound: ReadonlyMap<string, Sound>;
  readonly units: ReadonlyMap<string, Measure>;
  readonly order: FormulaOrder;
}

/** A worked out value has so many more decimals than the values behind it, and at least so many digits. */
const MORE_DECIMALS = 2;
const LEAST_DIGITS = 5;

/** The formulas of the indicators; `names`: what the units of the district are called. */
export function planFormulas(indicators: ReadonlyMap<string, Row<'indicator'>>, names: UnitNames): FormulaPlan {
  const units = new Map([...indicators].map(([id, { unit }]) => [id, measureOf(unit, names[unit])]));
  const sound = new Map<string, Sound>();
  for (const [id, { formula }] of indicators) {
    const found = formula === null ? null : parseFormula(formula);
    if (!found || 'fault' in found) continue;
    const inputs = inputsOf(found.term);
    if ([...inputs].some((each) => !units.has(each))) continue;
    const measured = formulaMeasure(found.term, (each) => units.get(each) ?? PLAIN);
    const unit = units.get(id) ?? PLAIN;
    if ('measure' in measured && isAlike(measured.measure, unit)) sound.set(id, { term: found.term, inputs, unit });
  }
  return { sound, units, order: formulaOrder(new Map([...sound].map(([id, { inputs }]) => [id, inputs]))) };
}

/**
 * The values of one formula: for each period for which every indicator it rests on has a measured value, earliest first. A value says what it was worked out of,
 * and is no surer and no more final than the least of these.
 */
export function calculatedValues(
  { sound, units }: FormulaPlan,
  id: string,
  seriesOf: (id: string) => IndicatorSeries | undefined,
): readonly DatedValue[] {
  const formula = sound.get(id);
  if (!formula) return [];
  const byPeriod = [...formula.inputs].map(
    (input) => [input, new Map(seriesOf(input)?.measured.map((each) => [each.row.period, each]))] as const,
  );
  const periods = [...(byPeriod[0]?.[1].keys() ?? [])].filter((period) => byPeriod.every(([, held]) => held.has(period)));
  return periods
    .flatMap((period): readonly DatedValue[] => {
      const rests = new Map(byPeriod.map(([input, held]) => [input, held.get(period)]));
      const inBase = evaluate(formula.term, (input) => {
        const value = rests.get(input)?.row.value;
        return value === undefined ? null : value * (units.get(input)?.factor ?? 1);
      });
      const behind = [...rests.values()].flatMap((each) => each ?? []);
      return inBase === null ? [] : [calculatedValue(id, period, roundedAs(inBase / formula.unit.factor, behind), behind)];
    })
    .sort(byDay);
}

function calculatedValue(indicator: string, period: Period, value: number, rests: readonly DatedValue[]): DatedValue {
  const [first, last] = periodSpan(period);
  const rows = rests.map(({ row }) => row);
  const [lead] = rows;
  if (!lead) throw new Error(`a formula of ${indicator} rests on nothing`);
  const row: Row<'indicator_value'> = {
    indicator: indicator as Row<'indicator_value'>['indicator'],
    kind: rows.every(({ kind }) => kind === 'baseline') ? 'baseline' : 'actual',
    period,
    value,
    qualifier: rows.some(({ qualifier }) => qualifier !== null) ? 'about' : null,
    status: leastFinal(rows.map(({ status }) => status)),
    breaks_series: rows.some((each) => each.breaks_series),
    source: lead.source,
    confidence: leastSure(rows.map(({ confidence }) => confidence)),
    note_zh: null,
    note_en: null,
    rev: 0,
  };
  return { row, first, last, rests };
}

/** The value as far as those behind it carry: what is left of adding and dividing decimals is gone. */
function roundedAs(value: number, behind: readonly DatedValue[]): number {
  const decimals = Math.max(...behind.map(({ row }) => decimalsOf(row.value))) + MORE_DECIMALS;
  const digits = value === 0 ? 0 : LEAST_DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)));
  return roundedTo(value, Math.max(decimals, digits));
}

function leastSure(all: readonly Confidence[]): Confidence {
  return CONFIDENCES[Math.max(...all.map((each) => CONFIDENCES.indexOf(each)))] ?? 'low';
}

/** How final several values are together: not said of one is not said of the whole, unless another is known to be less than final. */
export function leastFinal(all: readonly (ValueStatus | null)[]): ValueStatus | null {
  const worst = Math.max(...all.map((each) => (each === null ? 0 : VALUE_STATUSES.indexOf(each))));
  return worst === 0 && all.includes(null) ? null : (VALUE_STATUSES[worst] ?? null);
}
