import type { Reporting } from '@westgate/contract';
import { useSay, useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { DayText } from '../parts/day-text.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { AgeText } from './age-text.tsx';

/** What was last reported, with its age: how far it is, when it is expected, whom it waits for, in the owner's words. */
export function LastSaid({ reporting: { last } }: { readonly reporting: Reporting }) {
  const word = useWords();
  const say = useSay();
  if (!last) return <span className="soft">{word('reporting.never')}</span>;
  const { step, forecastOn, waitsFor, words, on, outside } = last;
  const [said, body] = [say(words), say(outside)];
  return (
    <span className="last-said">
      {step ? <b>{word(`step.${step}`)}</b> : null}
      {forecastOn ? (
        <span>
          {word('reporting.expected')} <DayText on={forecastOn} />
        </span>
      ) : null}
      {waitsFor ? (
        <span>
          {word('reporting.waitsFor')} <ThingLink thing={waitsFor} />
        </span>
      ) : null}
      {said ? <AsWritten text={said} /> : null}
      {step || forecastOn || waitsFor || said ? null : <span>{word('reporting.unchangedOnly')}</span>}
      <span className="soft">
        {body ? word('reporting.byOutside', { body }) : word('reporting.on')} <AgeText on={on} />
      </span>
    </span>
  );
}
