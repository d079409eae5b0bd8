import { useWords } from '../messages/words.ts';
import { useTitle } from '../parts/use-title.ts';
import { useDistrictFrame, useShownDay } from '../scope/district-context.ts';
import { useSetView } from '../scope/use-view.ts';

/** In place of the screen where the day in the address lies outside the days of the district: which may be asked for, and today at one press. */
export function DayRefused() {
  const word = useWords();
  const setView = useSetView();
  const { day } = useShownDay();
  const { days } = useDistrictFrame().district;
  const title = word('asOf.refused', { day });
  useTitle(title);
  return (
    <section className="page-state" role="alert">
      <h1>{title}</h1>
      <p>{word('asOf.refusedHint', days)}</p>
      <button type="button" className="button" onClick={() => setView({ asOf: undefined }, { replace: true })}>
        {word('asOf.toToday')}
      </button>
    </section>
  );
}
