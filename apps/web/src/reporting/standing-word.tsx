import type { Reporting } from '@westgate/contract';
import { useWords } from '../messages/words.ts';
import { DayText } from '../parts/day-text.tsx';

/** How a record stands with its reports, as a sign and words: amber when the day is near or past, crimson past the reply window. */
export function StandingWord({ reporting: { standing, last } }: { readonly reporting: Reporting }) {
  const word = useWords();
  if (!standing) return null;
  const { name, dueOn, lateBy, windowEnds } = standing;
  if (name === 'given' && last === null)
    return (
      <span className="standing">
        {word('standing.first')} <DayText on={dueOn} />
      </span>
    );
  return (
    <span className={`standing standing-${name}`}>
      <span aria-hidden="true">{SIGNS[name]} </span>
      {word(`standing.${name}`, { late: lateBy })} {name === 'near' || name === 'given' ? <DayText on={dueOn} /> : null}
      {name === 'late' ? <DayText on={windowEnds} /> : null}
    </span>
  );
}

const SIGNS = { given: '✓', near: '△', due: '△', late: '△', overdue: '!', stale: '!' } as const;
