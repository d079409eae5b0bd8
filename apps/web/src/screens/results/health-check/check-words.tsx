import type { CheckRow, HealthCheck } from '@westgate/contract';
import { capital, sayNumber, vocabularyName } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { Unknown } from '../../../parts/fact.tsx';
import { useSayUnit } from '../../../parts/use-say-unit.ts';
import { ValueMarks } from '../value-marks.tsx';

type Standing = CheckRow['standing'];
type Step = HealthCheck['problems'][number]['standing'];

/** The sign before each standing: it carries the meaning without colour. */
export const CHECK_SIGNS: Readonly<Record<Standing, string>> = { below: '▼', stale: '△', 'not-known': '?', 'no-threshold': '○', met: '✓' };
const STEP_SIGNS: Readonly<Record<Step, string>> = {
  'failed-again': '▼',
  overdue: '!',
  'no-project': '?',
  'under-way': '◐',
  'no-works': '○',
  met: '✓',
  closed: '✓',
};

/** How an indicator stands to its threshold, as a sign and a word. */
export function CheckWord({ standing }: { readonly standing: Standing }) {
  const say = useSay();
  return (
    <span className={`check-${standing} nowrap`}>
      <span aria-hidden="true">{CHECK_SIGNS[standing]}</span> {say(capital(vocabularyName('checkStanding', standing)))}
    </span>
  );
}

/** How far a problem is, as a sign and a word. */
export function StepWord({ step, count }: { readonly step: Step; readonly count?: number }) {
  const say = useSay();
  return (
    <span className={`check-step-${step}`}>
      <span aria-hidden="true">{STEP_SIGNS[step]}</span> {say(capital(vocabularyName('problemStanding', step)))}
      {count === undefined ? null : <b> {count}</b>}
    </span>
  );
}

type Found = Pick<CheckRow, 'value' | 'isWhole' | 'known' | 'of' | 'values' | 'belowCount' | 'status'>;

/** What is known of an indicator in a place: the value, or how many units are below the threshold; how much of it is known, and what must be known of it. */
export function FoundValue({ found, unitName }: { readonly found: Found; readonly unitName: CheckRow['unitName'] }) {
  const word = useWords();
  const sayUnit = useSayUnit();
  const { value, isWhole, known, of, values, belowCount, status } = found;
  if (value === null && known === 0) return <Unknown />;
  return (
    <span className="nowrap">
      {value === null ? (
        word('check.belowUnits', { count: belowCount ?? 0, of: values })
      ) : (
        <>
          <b>{sayNumber(value)}</b> <small className="soft">{sayUnit(unitName)}</small>
        </>
      )}{' '}
      {isWhole ? null : <small className="value-mark">{word('check.known', { known, of })}</small>}{' '}
      <ValueMarks value={{ status, breaksSeries: false, isCalculated: false }} />
    </span>
  );
}
