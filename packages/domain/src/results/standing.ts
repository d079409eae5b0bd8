import { addMonths, type DayString, dayOf, daysBetween, type Said } from '@westgate/base';
import type { IndicatorStandingName } from '../register/fields/vocabulary.ts';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import { vocabularyName } from '../register/vocabulary-names.ts';
import { assetReading, readingSaid } from './asset-indicator.ts';
import { markedAmount } from './cautions.ts';
import type { DatedValue, IndicatorSeries } from './dated-value.ts';
import { decimalsOf, roundedTo } from './decimals.ts';
import { freshUntilOf, sayOutOfDate, targetFor } from './out-of-date.ts';
import { say, sayAmount, sayPeriod, sayWhen } from './say.ts';
import { indicatorSeries, isMet, latestMeasured } from './series.ts';
import { unitName } from './unit.ts';

/** How an indicator stands to its target on a day, and why. */
export interface IndicatorStanding {
  readonly name: IndicatorStandingName;
  readonly why: Said;
  /** The latest value that was measured or worked out by the day. */
  readonly latest: DatedValue | null;
  /** The target that the latest value is held against. */
  readonly target: DatedValue | null;
  /** What the path to the target asks for at the end of the period of the latest value, in the unit of the indicator; null where there is no path. */
  readonly expected: number | null;
  /** How far the latest value is beyond what is asked for; below 0 where it falls short of it. */
  readonly gap: number | null;
  /** From the day after this one on the latest value is out of date; null where none is asked for any more. */
  readonly freshUntil: DayString | null;
}

/** A path is reckoned so far: what is left of dividing does not decide. */
const EXACT_DECIMALS = 9;
/** The path of a target below this is told with one decimal more than the values have. */
const FINE_BELOW = 100;

/**
 * How indicator `id` stands on a day. Its path runs straight by months from its baseline over its targets; the latest value is held against the path at the end of its
 * own period. Silence is never on the path: without a value, with nothing but a baseline, or with a value out of date, that is said instead.
 */
export function indicatorStanding(register: Register, id: string, asOf: DayString): IndicatorStanding | null {
  const series = indicatorSeries(register, id, asOf);
  return series && standingOf(register, series, asOf);
}

function standingOf(register: Register, series: IndicatorSeries, asOf: DayString): IndicatorStanding {
  const { indicator } = series;
  const latest = latestMeasured(series, asOf);
  const target = targetFor(series, latest, asOf);
  const amount = (value: number): Said => sayAmount(value, unitName(register, indicator.unit));
  const none = { latest, target, expected: null, gap: null, freshUntil: null };
  if (!latest) return { ...none, name: 'not-known', why: whyNone(register, indicator, asOf) };
  const when = sayPeriod(latest.row.period);
  const value = markedAmount(bounded(amount(latest.row.value), latest.row.qualifier), latest.row.status);
  const told = say(`${when.zh}为 ${value.zh}`, `${value.en} ${sayWhen(latest.row.period).en}`);
  const freshUntil = freshUntilOf(series, latest, target);
  const seen = { ...none, freshUntil };
  const age = sayOutOfDate(latest, freshUntil, asOf);
  if (age) return { ...seen, name: 'stale', why: say(`${told.zh}，${age.zh}`, `${told.en}; ${age.en}`) };
  if (indicator.direction === 'none') return { ...seen, name: 'no-target', why: add(told, NO_DIRECTION) };
  if (!target) return { ...seen, name: 'no-target', why: add(told, NO_TARGET) };
  const goal = say(
    `${sayPeriod(target.row.period).zh}目标 ${amount(target.row.value).zh}`,
    `the target for ${sayPeriod(target.row.period).en} is ${amount(target.row.value).en}`,
  );
  if (latest.row.kind === 'baseline') return { ...seen, name: 'not-known', why: add(add(told, ONLY_BASELINE), goal) };
  const path = pathAt(series, latest, target);
  if (path === 'broken') return { ...seen, name: 'not-known', why: add(add(told, goal), BROKEN) };
  if (path === null && !isMet(series, latest, target.row.value))
    return { ...seen, name: 'not-known', why: add(add(told, goal), NO_BASELINE) };
  const decimals = Math.max(decimalsOf(latest.row.value), decimalsOf(target.row.value)) + (Math.abs(target.row.value) < FINE_BELOW ? 1 : 0);
  const exact = roundedTo(path ?? target.row.value, EXACT_DECIMALS);
  const expected = roundedTo(exact, decimals);
  const gap = roundedTo(indicator.direction === 'down' ? expected - latest.row.value : latest.row.value - expected, decimals);
  const isOn = isMet(series, latest, exact);
  const asked =
    expected === target.row.value
      ? goal
      : say(`${goal.zh}，路径应为 ${amount(expected).zh}`, `${goal.en}, and the path to it asks for ${amount(expected).en}`);
  const result =
    gap === 0 ? (isOn ? EXACT : JUST_SHORT) : apart(sayAmount(Math.abs(gap), distanceUnit(unitName(register, indicator.unit))), isOn);
  return { ...seen, expected, gap, name: isOn ? 'on-path' : 'off-path', why: add(add(told, asked), result) };
}

/** Why nothing is known of an indicator by a day. */
function whyNone(register: Register, indicator: Row<'indicator'>, asOf: DayString): Said {
  const reading = assetReading(register, indicator, asOf);
  if (reading) return readingSaid(reading);
  return indicator.formula === null ? NO_VALUE : NO_INPUT;
}

/** The unit in which two values of a unit lie apart: two shares in per cent differ by percentage points. */
function distanceUnit(unit: Said): Said {
  return unit.zh.trim() === '%' || unit.en.trim() === '%' ? say('个百分点', 'percentage points') : unit;
}

/** How far a value is from what is asked for. */
function apart(amount: Said, isAhead: boolean): Said {
  return isAhead ? say(`超出 ${amount.zh}`, `${amount.en} ahead`) : say(`差 ${amount.zh}`, `${amount.en} short`);
}

/**
 * What the path asks for on the last day of a value: the target where it ends by then, else the point between the baseline or target before and the target. Null
 * where nothing is known before; `broken` where it is counted otherwise since.
 */
function pathAt(series: IndicatorSeries, value: DatedValue, target: DatedValue): number | 'broken' | null {
  const baseline = series.measured.findLast(({ row, last }) => row.kind === 'baseline' && last <= value.last);
  const isBroken = baseline && series.measured.some(({ row, last }) => row.breaks_series && last > baseline.last && last <= value.last);
  if (isBroken) return 'broken';
  if (target.last <= value.last) return target.row.value;
  const aimed = series.targets.findLast(({ last }) => last <= value.last);
  const before = aimed && (!baseline || aimed.last >= baseline.last) ? aimed : baseline;
  if (!before) return null;
  const [from, at, to] = [before.last, value.last, target.last].map(monthsAt) as [number, number, number];
  return before.row.value + ((target.row.value - before.row.value) * (at - from)) / (to - from);
}

/** Where the end of a day stands, in months: the ends of two months are a whole number of months apart, however long they are. */
function monthsAt(day: DayString): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const first = dayOf(`${day.slice(0, 8)}01`);
  return year * 12 + month - 1 + date / daysBetween(first, addMonths(first, 1));
}

/** An amount with how its publisher bounded it: `at least 200 firms`. */
function bounded(amount: Said, qualifier: string | null): Said {
  if (qualifier === null) return amount;
  const { zh, en } = vocabularyName('qualifier', qualifier);
  return say(`${zh} ${amount.zh}`, `${en} ${amount.en}`);
}

function add(first: Said, second: Said): Said {
  return say(`${first.zh}；${second.zh}`, `${first.en}; ${second.en}`);
}

const NO_VALUE = say('没有数值', 'no value is recorded');
const NO_INPUT = say('公式所依据的指标没有同一时期的数值', 'the indicators of its formula have no values of one period');
const NO_TARGET = say('没有目标值', 'there is no target');
const NO_DIRECTION = say('不分正向逆向', 'neither more nor less of it is better');
const ONLY_BASELINE = say('只有基线值', 'which is its baseline, and nothing was measured since');
const NO_BASELINE = say('没有基线值，不能判断序时', 'no baseline is known, so there is no path to hold it against');
const BROKEN = say('此后口径已变更，不能与基线相比', 'it is counted otherwise since its baseline, so the two cannot be compared');
const JUST_SHORT = say('略低于路径', 'just short of it');
const EXACT = say('持平', 'exactly that');
