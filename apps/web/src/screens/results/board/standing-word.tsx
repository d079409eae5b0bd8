import type { IndicatorStatus } from '@westgate/contract';
import { capital, vocabularyName } from '@westgate/domain';
import { useSay } from '../../../messages/words.ts';

/** The sign before each status: it carries the meaning without colour. */
const STANDING_SIGNS: Readonly<Record<IndicatorStatus, string>> = {
  'on-path': '✓',
  'off-path': '▼',
  stale: '△',
  'not-known': '?',
  'no-target': '○',
};

/** How an indicator stands, as a sign and a word. */
export function StandingWord({ standing, count }: { readonly standing: IndicatorStatus; readonly count?: number }) {
  const say = useSay();
  return (
    <span className={`indicator-${standing} nowrap`}>
      <span className="sign" aria-hidden="true">
        {STANDING_SIGNS[standing]}
      </span>{' '}
      {say(capital(vocabularyName('indicatorStanding', standing)))}
      {count === undefined ? null : <b className="count"> {count}</b>}
    </span>
  );
}
