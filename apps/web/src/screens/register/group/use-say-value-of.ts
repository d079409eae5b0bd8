import { useDistrictFrame } from '../../../frame/district-context.ts';
import { useSayPlan } from '../../../lists/plan-attribute.ts';
import { isWordId, useSay, useWords } from '../../../messages/words.ts';
import type { Cell } from '../rows.ts';

/** Gives the value of an attribute in words: what is not known says so, a day is its year. */
export function useSayValueOf(): (cell: Cell | null) => string {
  const word = useWords();
  const say = useSay();
  const sayPlan = useSayPlan();
  const { aims } = useDistrictFrame();
  return (cell) => {
    if (cell === null) return word('unknown');
    switch (cell.kind) {
      case 'thing':
        return say(cell.thing.name) || cell.thing.id;
      case 'word':
        return word(cell.word);
      case 'state':
        return word(`state.${cell.state}`);
      case 'stage':
        return word(`stage.${cell.stage}`);
      case 'aim': {
        const aim = cell.aim === null ? undefined : aims.get(cell.aim);
        return aim?.name ? say(aim.name) : word('aim.none');
      }
      case 'plans':
        return cell.plans.length > 0 ? cell.plans.map(sayPlan).join(' · ') : sayPlan('');
      case 'day':
      case 'aged':
        return cell.day.slice(0, 4);
      case 'reporting': {
        const id = `group.standing.${cell.reporting.standing?.name ?? 'none'}`;
        return isWordId(id) ? word(id) : '';
      }
      case 'source':
        return cell.title;
      case 'text':
        return cell.text;
      case 'number':
        return String(cell.value);
    }
  };
}
