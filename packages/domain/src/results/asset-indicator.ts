import { type DayString, periodSpan } from '@westgate/base';
import { isOfTheYear, lastDrillOf } from '../programme/dual-use/assets.ts';
import { CONFIDENCES } from '../register/fields/vocabulary.ts';
import type { Register } from '../register/register.ts';
import type { UnitNames } from '../register/tables/table.ts';
import type { Row } from '../register/tables.ts';
import { type DatedValue, datedRow } from './dated-value.ts';
import { decimalsOf, roundedTo } from './decimals.ts';
import { isAlike, measureOf } from './formula/measure.ts';
import { type Said, say } from './say.ts';

type Indicator = Row<'indicator'>;
type Asset = Row<'dual_use_asset'>;

/** What is worked out of an indicator from the dual-use assets on a day. */
export interface AssetReading {
  /** In the unit of the indicator; null where nothing of it is known. */
  readonly value: number | null;
  /** Of how many of the assets it is known, and how many there are. */
  readonly known: number;
  readonly of: number;
}

/**
 * What an indicator comes to on a day by the assets that are held: those in use by the day, and their drills up to it. An asset of which it is not known since when it
 * is in use, or what its capacity is, is counted as one that is not known, and never as 0.
 */
export function assetReading(register: Register, indicator: Indicator, asOf: DayString): AssetReading | null {
  const { asset_method: how, asset_kind: kind, asset_unit: unit } = indicator;
  if (how === null) return null;
  const all = [...register.dual_use_asset.values()].filter((each) => kind === null || each.kind === kind);
  // One that comes into use later is none on that day.
  const counted = all.filter(({ in_use: since }) => since === null || periodSpan(since)[0] <= asOf);
  const used = counted.filter(({ in_use: since }) => since !== null && periodSpan(since)[1] <= asOf);
  if (how === 'capacity') {
    const asked = counted.filter((each) => each.emergency_unit === null || each.emergency_unit === unit);
    const known = asked.filter((each) => used.includes(each) && each.emergency_capacity !== null && each.emergency_unit === unit);
    const decimals = Math.max(0, ...known.map(({ emergency_capacity: value }) => decimalsOf(value ?? 0)));
    const sum = known.reduce((whole, { emergency_capacity: value }) => whole + (value ?? 0), 0);
    const factor = unit === null ? 1 : factorOf(register, indicator);
    return { value: known.length === 0 ? null : roundedTo(sum, decimals) / factor, known: known.length, of: asked.length };
  }
  const found = { known: used.length, of: counted.length };
  if (how === 'count') return { value: used.length === 0 && counted.length > 0 ? null : used.length, ...found };
  const drilled = used.filter((asset) => isDrilled(register, asset, asOf)).length;
  if (how === 'drilled') return { value: used.length === 0 && counted.length > 0 ? null : drilled, ...found };
  return { value: used.length === 0 ? null : roundedTo((drilled / used.length) * 100, 1), ...found };
}

/** Of how many of the assets a reading is known, in words. */
export function readingSaid({ known, of }: AssetReading): Said {
  return say(`${of} 处设施中 ${known} 处已知`, `${known} of ${of} assets known`);
}

/** The values of an indicator that is worked out from assets: on each day on which one of them came into use, and on the day asked for. */
export function assetValues(register: Register, indicator: Indicator, asOf: DayString): readonly DatedValue[] {
  const days = [...register.dual_use_asset.values()].flatMap(({ in_use: since }) => (since === null ? [] : periodSpan(since)[1]));
  const asked = [...new Set([...days.filter((day) => day < asOf), asOf])].sort();
  return asked.flatMap((day) => valueOn(register, indicator, day) ?? []);
}

function valueOn(register: Register, indicator: Indicator, asOf: DayString): DatedValue | null {
  const reading = assetReading(register, indicator, asOf);
  const source = sourceOf(register, indicator);
  if (!reading || reading.value === null || source === null) return null;
  const note = readingSaid(reading);
  return {
    ...datedRow<Row<'indicator_value'>>({
      indicator: indicator.id,
      kind: 'actual',
      period: asOf as unknown as Row<'indicator_value'>['period'],
      value: reading.value,
      qualifier: reading.known < reading.of ? (indicator.asset_method === 'drilled-share' ? 'about' : 'at-least') : null,
      status: null,
      breaks_series: false,
      source,
      confidence: leastSure(register, indicator),
      note_zh: note.zh,
      note_en: note.en,
      rev: 0,
    }),
    rests: [],
  };
}

/** Where the capacities that are added up were read: the first that names a source, else where the indicator is defined; null where neither says. */
function sourceOf(register: Register, { asset_kind: kind, source }: Indicator): Row<'indicator_value'>['source'] | null {
  const assets = [...register.dual_use_asset.values()].filter((each) => kind === null || each.kind === kind);
  return source ?? assets.find(({ emergency_source: own }) => own !== null)?.emergency_source ?? null;
}

function leastSure(register: Register, { asset_kind: kind }: Indicator): Row<'indicator_value'>['confidence'] {
  const assets = [...register.dual_use_asset.values()].filter((each) => kind === null || each.kind === kind);
  const levels = assets.flatMap(({ emergency_confidence: own }) => (own === null ? [] : CONFIDENCES.indexOf(own)));
  return CONFIDENCES[Math.max(0, ...levels)] ?? 'low';
}

function isDrilled(register: Register, { id }: Asset, asOf: DayString): boolean {
  const last = lastDrillOf(register, id, asOf);
  return last?.held_on != null && isOfTheYear(last.held_on, asOf);
}

/** How many units of the capacities one of the indicator’s unit is: 10,000 m³ for one in 10,000 m³. */
function factorOf(register: Register, { unit, asset_unit: own }: Indicator): number {
  const [names = {}] = [...register.district.values()].map(({ units }) => units);
  const [asked, held] = [measureOf(unit, names[unit]), measureOf(own ?? '')];
  return isAlike(asked, held) ? asked.factor / held.factor : 1;
}

/** What is wrong with how an indicator is worked out from assets. */
export interface AssetMethodProblem {
  readonly column: 'asset_method' | 'asset_kind' | 'asset_unit' | 'unit' | 'source';
  readonly expected: Said;
  readonly found: string;
}

/** The first thing that is wrong with how an indicator is worked out from assets; null where nothing is. */
export function assetMethodProblem(
  row: Pick<Indicator, 'asset_method' | 'asset_kind' | 'asset_unit' | 'formula' | 'place_method' | 'check_level' | 'unit' | 'source'>,
  names: UnitNames,
): AssetMethodProblem | null {
  const { asset_method: how, asset_kind: kind, asset_unit: own, unit } = row;
  if (how === null) {
    if (kind !== null) return { column: 'asset_kind', expected: NOT_WITHOUT, found: kind };
    return own === null ? null : { column: 'asset_unit', expected: NOT_WITHOUT, found: own };
  }
  if (row.formula !== null || row.place_method !== null || row.check_level !== null)
    return { column: 'asset_method', expected: BY_ITSELF, found: how };
  if ((how === 'capacity') !== (own !== null)) return { column: 'asset_unit', expected: UNIT_OF_CAPACITY, found: own ?? '' };
  if (row.source === null) return { column: 'source', expected: DEFINED, found: '' };
  const measure = measureOf(unit, names[unit]);
  if (how === 'drilled-share' && !(Object.keys(measure.powers).length === 0 && measure.factor === 0.01))
    return { column: 'unit', expected: PERCENT, found: names[unit]?.en ?? unit };
  if ((own === 'm3' || own === 'm2') && !isAlike(measure, measureOf(own)))
    return { column: 'unit', expected: OF_CAPACITY, found: names[unit]?.en ?? unit };
  return null;
}

const NOT_WITHOUT = say('空，因为该指标不按平急两用设施计算', 'nothing, as the indicator is not worked out from dual-use assets');
const BY_ITSELF = say(
  '没有公式、不按地点计算且不属于体检的指标',
  'an indicator without a formula, not worked out from places and not of the health check',
);
const UNIT_OF_CAPACITY = say('能力合计须填能力单位，其他方法不填', 'a unit of capacity where capacity is added up, and none otherwise');
const DEFINED = say('指标定义的来源', 'the source in which the indicator is defined');
const PERCENT = say('百分比单位', 'per cent');
const OF_CAPACITY = say('与能力单位可换算的单位', 'a unit that the unit of capacity can be turned into');
