import type { Reporting } from '@westgate/contract';
import { useWords } from '../messages/words.ts';
import { AgeText } from './age-text.tsx';
import { StandingWord } from './standing-word.tsx';

/** In a list: how a record stands with its reports, and how old the last one is. */
export function ReportingCell({ reporting }: { readonly reporting: Reporting }) {
  const word = useWords();
  const { standing, last } = reporting;
  return (
    <>
      {standing ? <StandingWord reporting={reporting} /> : <span className="soft">{word('reporting.notAsked')}</span>}
      {last ? (
        <small className="soft reporting-age">
          {word('reporting.on')} <AgeText on={last.on} />
        </small>
      ) : null}
    </>
  );
}
