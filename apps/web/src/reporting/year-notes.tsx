import type { YearWarnings } from '@westgate/contract';
import { useSay, useWords } from '../messages/words.ts';
import { useSayPeriod } from '../parts/day-text.tsx';

/** What the change of a year leaves open, a line each. Nothing for none. */
export function YearNotes({ warnings }: { readonly warnings: YearWarnings }) {
  const notes = useYearNotes(warnings);
  if (notes.length === 0) return null;
  return (
    <ul className="year-notes small">
      {notes.map((note) => (
        <li key={note}>△ {note}</li>
      ))}
    </ul>
  );
}

/** The same in words: plans and targets that are over, years without a notice of holidays. */
export function useYearNotes({ plansOver, targetsOver, yearsWithoutHolidays }: YearWarnings): readonly string[] {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  return [
    ...plansOver.map(({ thing, on }) => word('year.planOver', { plan: say(thing.name) || thing.id, on: sayWhen(on) })),
    ...(targetsOver > 0 ? [word('year.targetsOver', { count: targetsOver })] : []),
    ...(yearsWithoutHolidays.length > 0 ? [word('year.noHolidays', { years: yearsWithoutHolidays.join(word('gates.listComma')) })] : []),
  ];
}
