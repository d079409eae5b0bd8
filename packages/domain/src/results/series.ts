import type { DayString } from '@westgate/base';
import type { Register } from '../register/register.ts';
import { type BasisChanges, registerIndex } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';
import { assetValues } from './asset-indicator.ts';
import { calculatedValues, type FormulaPlan, planFormulas } from './calculated.ts';
import { byDay, type DatedValue, datedRow, type IndicatorSeries } from './dated-value.ts';
import { restingOn } from './formula/formula-graph.ts';
import { type Said, say, sayName } from './say.ts';

/** All series, with what is needed to follow a change. */
interface AllSeries {
  readonly entered: ReadonlyMap<string, readonly DatedValue[]>;
  readonly plan: FormulaPlan;
  readonly series: ReadonlyMap<string, IndicatorSeries>;
}

const allSeries = registerIndex({
  basis: { district: ['units'], indicator: 'rows', indicator_value: 'rows' },
  build: seriesIn,
  grow: seriesAfter,
});

function seriesIn(register: Register): AllSeries {
  const entered = new Map<string, DatedValue[]>();
  for (const row of register.indicator_value.values()) {
    const held = entered.get(row.indicator);
    if (held) held.push(datedRow(row));
    else entered.set(row.indicator, [datedRow(row)]);
  }
  const [units = {}] = [...register.district.values()].map((district) => district.units);
  const plan = planFormulas(register.indicator, units);
  const series = new Map<string, IndicatorSeries>();
  for (const [id, indicator] of register.indicator) series.set(id, enteredSeries(indicator, entered.get(id) ?? []));
  workOut(register, plan, plan.order.order, series);
  return { entered, plan, series };
}

/** After values were entered or taken away: the series of their indicators, and of those that are worked out of them. */
function seriesAfter({ entered, plan, series }: AllSeries, changes: BasisChanges, register: Register): AllSeries | null {
  if (changes.indicator || changes.district) return null;
  const [stirred, gone] = [new Set<string>(), new Set<Row<'indicator_value'>>()];
  for (const { before, after } of changes.indicator_value ?? []) {
    if (before) gone.add(before);
    if (before) stirred.add(before.indicator);
    if (after) stirred.add(after.indicator);
  }
  const [values, grown] = [new Map(entered), new Map(series)];
  for (const id of stirred) {
    const kept = (entered.get(id) ?? []).filter(({ row }) => !gone.has(row));
    const come = (changes.indicator_value ?? []).flatMap(({ after }) => (after?.indicator === id ? [datedRow(after)] : []));
    values.set(id, [...kept, ...come]);
    const indicator = register.indicator.get(id);
    if (indicator) grown.set(id, enteredSeries(indicator, [...kept, ...come]));
  }
  // What is calculated has its own targets: where these change its values are worked out again as well.
  const resting = new Set(restingOn(plan.order, stirred));
  const anew = plan.order.order.filter((id) => resting.has(id) || stirred.has(id));
  workOut(register, plan, anew, grown);
  return { entered: values, plan, series: grown };
}

/** Works out the values of formulas, each after those it rests on. */
function workOut(register: Register, plan: FormulaPlan, ids: readonly string[], series: Map<string, IndicatorSeries>): void {
  for (const id of ids) {
    const indicator = register.indicator.get(id);
    if (!indicator) continue;
    const values = calculatedValues(plan, id, (input) => series.get(input));
    series.set(id, { indicator, measured: values, targets: series.get(id)?.targets ?? [] });
  }
}

function enteredSeries(indicator: Row<'indicator'>, values: readonly DatedValue[]): IndicatorSeries {
  const ordered = values.toSorted(byDay);
  return {
    indicator,
    measured: ordered.filter((value) => value.row.kind !== 'target'),
    targets: ordered.filter((value) => value.row.kind === 'target'),
  };
}

/** The indicators that one is worked out of, and those that are worked out of it directly. */
export function formulaEnds(
  register: Register,
  id: string,
): { readonly inputs: readonly string[]; readonly dependants: readonly string[] } {
  const { sound, order } = allSeries(register).plan;
  return { inputs: [...(sound.get(id)?.inputs ?? [])], dependants: order.dependants.get(id) ?? [] };
}

/** The indicators that are worked out of one, directly or by others. */
export function workedOutOf(register: Register, id: string): readonly string[] {
  return restingOn(allSeries(register).plan.order, [id]);
}

/** The values that were entered behind one: itself, or those that it was worked out of. */
export function enteredBehind(value: DatedValue): readonly DatedValue[] {
  return value.rests ? value.rests.flatMap(enteredBehind) : [value];
}

/**
 * The values of indicator `id` by day; null when there is no such indicator. Built once per register; of one that is worked out from the dual-use assets anew, up to
 * the day asked for.
 */
export function indicatorSeries(register: Register, id: string, asOf: DayString): IndicatorSeries | null {
  const series = allSeries(register).series.get(id) ?? null;
  return series === null || series.indicator.asset_method === null
    ? series
    : { ...series, measured: assetValues(register, series.indicator, asOf) };
}

/** The latest value measured (a baseline counts) whose period ended on or before `asOf`. */
export function latestMeasured(series: IndicatorSeries, asOf: DayString): DatedValue | null {
  return series.measured.findLast((value) => value.last <= asOf) ?? null;
}

/** The latest *actual* value whose period ended on or before `asOf`; baselines do not count. */
export function latestActual(series: IndicatorSeries, asOf: DayString): DatedValue | null {
  return series.measured.findLast((value) => value.row.kind === 'actual' && value.last <= asOf) ?? null;
}

/** The target that governs on `day`: the next one whose period ends on or after it, else the last one. */
export function targetOn(series: IndicatorSeries, day: DayString): DatedValue | null {
  return series.targets.find((target) => target.last >= day) ?? series.targets.at(-1) ?? null;
}

/** `fact` with the name of the indicator before it, for where several are told. */
export function named({ indicator }: IndicatorSeries, fact: Said): Said {
  const name = sayName(indicator.name_zh, indicator.name_en, indicator.id);
  return say(`${name.zh}：${fact.zh}`, `${name.en}: ${fact.en}`);
}

/** True when `value` reaches `target` in the indicator's better direction (upward where it has none). */
export function meets(series: IndicatorSeries, value: number, target: number): boolean {
  return series.indicator.direction === 'down' ? value <= target : value >= target;
}

/** True when `later` is better than `earlier` in the indicator's better direction (upward where it has none). */
export function isBetter(series: IndicatorSeries, earlier: number, later: number): boolean {
  return series.indicator.direction === 'down' ? later < earlier : later > earlier;
}

/** Whether a value reaches what is asked for; one that is nearly that, or over a limit, does not. */
export function isMet(series: IndicatorSeries, { row }: DatedValue, asked: number): boolean {
  const isJust = row.value === asked && row.qualifier === (series.indicator.direction === 'down' ? 'over' : 'nearly');
  return !isJust && meets(series, row.value, asked);
}
