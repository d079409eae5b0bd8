import type { Exceptions } from '@westgate/contract';
import { useDepartments } from '../api/questions.ts';
import { useSay, useWords } from '../messages/words.ts';
import { useSayPeriod } from '../parts/day-text.tsx';
import { useSayPlanShown } from '../parts/plan-menu.tsx';
import { useDistrictFrame, useShownDay } from '../scope/district-context.ts';

interface Of {
  /** How much was looked at. */
  readonly looked: Exceptions['looked'];
  /** Whose alone; undefined: everyone's. */
  readonly department?: string | undefined;
}

/**
 * That nothing needs attention, in the words of the papers: of the plan or plans, else of the district, and the department where one is shown; on
 * which day; among how many records. That nothing was there to be looked at is no all-clear.
 */
export function useSayAllClear(): (of: Of) => string {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { day } = useShownDay();
  const { name } = useDistrictFrame().district;
  const departments = useDepartments().data;
  const plan = useSayPlanShown();
  return ({ looked: { commitments, projects, events }, department }) => {
    const own = departments?.find(({ id }) => id === department)?.name;
    const of = [plan === '' ? say(name) : plan, own ? say(own) : ''].filter((part) => part !== '').join(' · ');
    const values = { of, on: sayWhen(day), commitments, projects, events: events ? 'yes' : 'no' };
    return word(commitments + projects === 0 ? 'exceptions.noneThere' : 'exceptions.none', values);
  };
}

/** The same as a line. */
export function AllClear(of: Of) {
  return <p className="small soft">{useSayAllClear()(of)}</p>;
}
