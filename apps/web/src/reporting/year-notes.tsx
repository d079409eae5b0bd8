import { daysBetween, isDay } from '@westgate/base';
import type { YearWarnings } from '@westgate/contract';
import { useSay, useWords } from '../messages/words.ts';
import { DayText, useSayPeriod } from '../parts/day-text.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useView } from '../scope/use-view.ts';

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
    ...(yearsWithoutHolidays.length > 0 ? [word('year.noHolidays', { years: yearsWithoutHolidays.join(word('list.comma')) })] : []),
  ];
}

/** A day with how long ago it was. */
export function AgeText({ on }: { readonly on: string }) {
  const word = useWords();
  const { district } = useDistrictFrame();
  const { asOf = district.today } = useView();
  if (!isDay(on) || !isDay(asOf)) return <DayText on={on} />;
  const days = daysBetween(on, asOf);
  return (
    <>
      <DayText on={on} />
      {days > 0 ? ` · ${word('reporting.age', { days })}` : null}
    </>
  );
}
