import { daysBetween, isDay } from '@westgate/base';
import { useWords } from '../messages/words.ts';
import { DayText } from '../parts/day-text.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useView } from '../scope/use-view.ts';

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
