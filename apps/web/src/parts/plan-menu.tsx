import { Button, Menu, MenuItem, MenuTrigger, Popover, type Selection } from 'react-aria-components';
import { useSay, useWords } from '../messages/words.ts';
import { useDistrictFrame, useShownPlan } from '../scope/district-context.ts';
import { useSetView } from '../scope/use-view.ts';
import { MenuSign } from './noun-icon.tsx';

/** The key of all plans among those to choose from; no id of a plan has a blank. */
const ALL = 'all plans';

/** Gives the plan that lists and counts are of in words; empty where the district has one plan or none, of which there is nothing to choose. */
export function useSayPlanShown(): string {
  const word = useWords();
  const say = useSay();
  const { plans, hasSeveralPlans } = useDistrictFrame();
  const shown = useShownPlan();
  if (!hasSeveralPlans) return '';
  return shown ? say(shown.title) || shown.id : word('plans.all', { count: plans.length });
}

/** The choice of the plan that lists and counts are of, where the district has several. It stands in the head, and below it in a narrow window. */
export function PlanMenu({ className }: { readonly className: string }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { plans } = useDistrictFrame();
  const shown = useShownPlan();
  const said = useSayPlanShown();
  if (said === '') return null;
  const choose = (keys: Selection): void => {
    const [key] = keys === 'all' ? [] : [...keys];
    setView({ plan: plans.find(({ id }) => id === key)?.id, doc: undefined, page: undefined });
  };
  return (
    <MenuTrigger>
      <Button className={className}>
        <span className="unseen">{word('plans.shown')} </span>
        <span className="plan-menu-name" title={said}>
          {said}
        </span>
        <MenuSign />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu plan-choices"
          aria-label={word('plans.shown')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[shown?.id ?? ALL]}
          onSelectionChange={choose}
        >
          <MenuItem id={ALL} className="menu-item">
            {word('plans.all', { count: plans.length })}
          </MenuItem>
          {plans.map(({ id, title, sentenceCount }) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={say(title) || id}>
              {say(title) || id} <small className="soft">{word('plan.count', { count: sentenceCount })}</small>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
