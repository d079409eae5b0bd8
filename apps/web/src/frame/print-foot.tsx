import { useSay, useWords } from '../messages/words.ts';
import { useSayPeriod } from '../parts/day-text.tsx';
import { useSayPlanShown } from '../parts/plan-menu.tsx';
import { useDistrictFrame, useShownDay } from '../scope/district-context.ts';

/** What every printed sheet says of itself: district, its label, the plan it counts, the day its states are for, the line of the journal, where its facts were read. */
export function PrintFoot() {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { district } = useDistrictFrame();
  const { day } = useShownDay();
  const plan = useSayPlanShown();
  return (
    <p className="print-foot">
      {[say(district.name), say(district.label), plan].filter((part) => part !== '').join(' · ')} · {word('asOf.title')} {sayWhen(day)} ·{' '}
      {word('print.line', { seq: district.seq })} · {word('print.source')}
    </p>
  );
}
