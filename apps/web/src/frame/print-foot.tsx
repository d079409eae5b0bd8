import { useSay, useWords } from '../messages/words.ts';
import { useSayPeriod } from '../parts/day-text.tsx';
import { useDistrictFrame, useShownDay } from './district-context.ts';

/** What every printed sheet says of itself: district, the day its states are for, the line of the journal, where its facts were read. */
export function PrintFoot() {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { district } = useDistrictFrame();
  const { day } = useShownDay();
  return (
    <p className="print-foot">
      {say(district.name)} · {word('asOf.title')} {sayWhen(day)} · {word('print.line', { seq: district.seq })} · {word('print.source')}
    </p>
  );
}
