import type { UnitNames } from '../../register/tables/table.ts';
import type { Row } from '../../register/tables.ts';
import { isAlike, measureOf } from '../formula/measure.ts';
import { type Said, say } from '../say.ts';

/** What of an indicator the way in which it is worked out from places is looked at with. */
type WithMethod = Pick<Row<'indicator'>, 'place_method' | 'place_kind' | 'within_m' | 'formula' | 'check_level' | 'roll_up' | 'unit'>;

/** Why an indicator cannot be worked out from places as it says. */
export interface MethodProblem {
  readonly column: 'place_method' | 'place_kind' | 'within_m' | 'unit' | 'roll_up' | 'check_level';
  readonly expected: Said;
  readonly found: string;
}

const METRES = measureOf('m');

/** The first thing that is wrong with how an indicator is worked out from places; null where nothing is. `names`: what the units of the district are called. */
export function methodProblem(row: WithMethod, names: UnitNames): MethodProblem | null {
  const { place_method: how, place_kind: kind, within_m: within, formula, check_level: level, roll_up, unit } = row;
  if (how === null) {
    if (kind !== null) return { column: 'place_kind', expected: NOT_WITHOUT, found: kind };
    return within === null ? null : { column: 'within_m', expected: NOT_WITHOUT, found: String(within) };
  }
  if (kind === null) return { column: 'place_kind', expected: say('一类地点', 'a kind of places'), found: '' };
  if (formula !== null)
    return { column: 'place_method', expected: say('没有计算公式的指标', 'an indicator without a formula'), found: how };
  if (level === null || level === 'district') return { column: 'check_level', expected: OF_UNITS, found: level ?? '' };
  if (within !== null && (how !== 'count' || within <= 0)) return { column: 'within_m', expected: WITHIN, found: String(within) };
  if (how === 'nearest' && !isAlike(measureOf(unit), METRES)) return { column: 'unit', expected: A_LENGTH, found: names[unit]?.en ?? unit };
  if (roll_up === 'sum' && (how !== 'count' || within !== null)) return { column: 'roll_up', expected: NO_SUM, found: roll_up };
  return null;
}

const NOT_WITHOUT = say('空，因为该指标不按地点计算', 'nothing, as the indicator is not worked out from places');
const OF_UNITS = say('住房、小区（社区）或街区', 'dwelling, compound or block');
const WITHIN = say('大于 0 的米数，只用于地点数量', 'metres above 0, for a number of places alone');
const A_LENGTH = say('长度单位 m 或 km', 'a unit of length, m or km');
const NO_SUM = say(
  '不用合计：距离不能相加，范围重叠的地点会重复计算',
  'no sum: distances do not add up, and places within reach of two units would count twice',
);
