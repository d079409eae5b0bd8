import type { CheckRow, HealthCheck } from '@westgate/contract';
import { capital, sayNumber, vocabularyName } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { Unknown } from '../../../parts/fact.tsx';
import { SignWord, type Tone } from '../../../parts/sign-word.tsx';
import { useSayUnit } from '../../../parts/use-say-unit.ts';
import { ValueMarks } from '../../../parts/value-text.tsx';

type Standing = CheckRow['standing'];
type Step = HealthCheck['problems'][number]['standing'];

const SIGNS: Readonly<Record<Standing, readonly [sign: string, tone?: Tone]>> = {
  below: ['▼'],
  stale: ['△', 'warn'],
  'not-known': ['?', 'soft'],
  'no-threshold': ['○', 'soft'],
  met: ['✓'],
};
const STEP_SIGNS: Readonly<Record<Step, readonly [sign: string, tone?: Tone]>> = {
  'failed-again': ['▼', 'bad'],
  overdue: ['!', 'bad'],
  'no-project': ['?', 'warn'],
  'under-way': ['◐'],
  'no-works': ['○'],
  met: ['✓'],
  closed: ['✓'],
};

/** The sign of a standing alone, for where there is no room for its word. */
export function checkSign(standing: Standing): string {
  return SIGNS[standing][0];
}

/** How an indicator stands to its threshold. */
export function CheckWord({ standing }: { readonly standing: Standing }) {
  const say = useSay();
  const [sign, tone] = SIGNS[standing];
  return <SignWord sign={sign} word={say(capital(vocabularyName('checkStanding', standing)))} tone={tone} />;
}

/** How far a problem is. */
export function StepWord({ step, count }: { readonly step: Step; readonly count?: number }) {
  const say = useSay();
  const [sign, tone] = STEP_SIGNS[step];
  return <SignWord sign={sign} word={say(capital(vocabularyName('problemStanding', step)))} tone={tone} count={count} />;
}

type Found = Pick<CheckRow, 'value' | 'isWhole' | 'known' | 'of' | 'values' | 'computed' | 'belowCount' | 'status'>;

/** What is known of an indicator in a place: the value, or how many units are below the threshold; how much of it is known, and what must be known of it. */
export function FoundValue({ found, unitName }: { readonly found: Found; readonly unitName: CheckRow['unitName'] }) {
  const word = useWords();
  const sayUnit = useSayUnit();
  const { value, isWhole, known, of, values, computed, belowCount, status } = found;
  if (value === null && known === 0) return <Unknown />;
  return (
    <>
      <span className="nowrap">
        {value === null ? (
          word('check.belowUnits', { count: belowCount ?? 0, of: values })
        ) : (
          <>
            <b>{sayNumber(value)}</b> <small className="soft">{sayUnit(unitName)}</small>
          </>
        )}
      </span>{' '}
      {isWhole ? null : <small className="value-mark">{word('check.known', { known, of })}</small>}{' '}
      {computed > 0 ? <small className="value-mark">{word('check.computed')}</small> : null}{' '}
      <ValueMarks value={{ status, breaksSeries: false, isCalculated: false }} />
    </>
  );
}
