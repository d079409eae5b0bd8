import { useDepartments } from '../api/questions.ts';
import { useShownDay } from '../frame/district-context.ts';
import { useSayPlanShown } from '../frame/plan-menu.tsx';
import { useSay, useWords } from '../messages/words.ts';
import { useSayPeriod } from '../parts/day-text.tsx';

/** That nothing needs attention, with what it is said of: the day, the plan or plans where there are several, and the department where one is shown. */
export function useAllClear(department?: string | undefined): string {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { day } = useShownDay();
  const name = useDepartments().data?.find(({ id }) => id === department)?.name;
  const of = [useSayPlanShown(), name ? say(name) : ''].filter((part) => part !== '').join(' · ');
  const on = sayWhen(day);
  return of === '' ? word('exceptions.none', { on }) : word('exceptions.noneOf', { of, on });
}

/** The same as a line. */
export function AllClear({ department }: { readonly department?: string | undefined }) {
  return <p className="small soft">{useAllClear(department)}</p>;
}
