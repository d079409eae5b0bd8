import type { Register } from '../../register/register.ts';
import type { Row } from '../../register/tables.ts';
import { vocabularyName } from '../../register/vocabulary-names.ts';
import { type Said, say, sayName } from '../say.ts';
import { methodOf, type Nearby, type NearbyMethod } from './nearby.ts';

/** The method of an indicator that is worked out from places, as a sentence. */
export function methodSaid({ how, kind, within }: NearbyMethod): Said {
  const name = vocabularyName('place', kind);
  if (how === 'nearest')
    return say(
      `到最近的已登记${name.zh}的直线距离，按轮廓量算，没有轮廓的按标注点量算`,
      `straight-line distance to the nearest registered place of the kind ${name.en}, from outline to outline, or from the label point where no outline is held`,
    );
  return within === null
    ? say(
        `轮廓内已登记的${name.zh}数量，按各地点的中点计`,
        `number of registered places of the kind ${name.en} whose middle lies in the outline of the unit`,
      )
    : say(
        `直线距离 ${within} 米以内已登记的${name.zh}数量，按轮廓量算，没有轮廓的按标注点量算`,
        `number of registered places of the kind ${name.en} within ${within} m in a straight line, from outline to outline, or from the label point where no outline is held`,
      );
}

/** What must be known of what was worked out of an indicator for a unit; null where that is nothing. */
export function nearbyNote(register: Register, indicator: Row<'indicator'>, found: Nearby | undefined): Said | null {
  const method = methodOf(indicator);
  if (!method || !found) return null;
  const places: ReadonlyMap<string, Row<'place'>> = register.place;
  const nearest = found.nearest === null ? undefined : places.get(found.nearest);
  return nearbySaid(found, method, nearest ? sayName(nearest.name_zh, nearest.name_en, nearest.id) : null);
}

/** What must be known of what was worked out for a unit: the place that is nearest, whether it is rough, or why it is not known. `nearest`: what that place is called. */
export function nearbySaid({ isRough, unplaced, why }: Nearby, { kind }: NearbyMethod, nearest: Said | null): Said | null {
  const name = vocabularyName('place', kind);
  const left = say(`${unplaced} 个${name.zh}没有位置`, `${unplaced} of the kind ${name.en} without a position`);
  if (why === 'none-held') return say(`未知：本区没有${name.zh}地点`, `not known: the district holds no place of the kind ${name.en}`);
  if (why === 'no-position') return say('未知：单元没有位置', 'not known: the unit has no position');
  if (why === 'no-outline') return say('未知：单元没有轮廓', 'not known: the unit has no outline');
  if (why === 'unplaced') return say(`未知：${left.zh}`, `not known: ${left.en}`);
  if (why === 'none-held-then')
    return say(`未知：该日尚未登记${name.zh}`, `not known: on that day no place of the kind ${name.en} was registered yet`);
  if (why === 'unit-not-held-then') return say('未知：该日尚未登记该单元', 'not known: on that day the unit was not registered yet');
  if (why === 'changed-since')
    return say(
      `未知：该日之后${name.zh}有改动，当日的位置未保存`,
      `not known: places of the kind ${name.en} were changed after that day, and only as they are now is held`,
    );
  if (why === 'unit-changed-since')
    return say(
      '未知：该日之后该单元有改动，当日的位置未保存',
      'not known: the unit was changed after that day, and only as it is now is held',
    );
  if (why === 'withheld') return say('未知：部分地点不可见', 'not known: some of the places may not be seen');
  const parts = [
    ...(nearest ? [nearest] : []),
    ...(isRough ? [say('按标注点量算，为近似值', 'from a label point, approximate')] : []),
    ...(unplaced > 0 ? [say(`${left.zh}，未计入`, `${left.en}, left out`)] : []),
  ];
  return parts.length === 0 ? null : say(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));
}
