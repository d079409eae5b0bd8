import type { IndicatorStatus } from '@westgate/contract';
import { capital, vocabularyName } from '@westgate/domain';
import { useSay } from '../../../messages/words.ts';
import { SignWord, type Tone } from '../../../parts/sign-word.tsx';

const SIGNS: Readonly<Record<IndicatorStatus, readonly [sign: string, tone?: Tone]>> = {
  'on-path': ['✓'],
  'off-path': ['▼'],
  stale: ['△', 'warn'],
  'not-known': ['?', 'soft'],
  'no-target': ['○', 'soft'],
};

/** How an indicator stands to the path to its target. */
export function StandingWord({ standing, count }: { readonly standing: IndicatorStatus; readonly count?: number }) {
  const say = useSay();
  const [sign, tone] = SIGNS[standing];
  return <SignWord sign={sign} word={say(capital(vocabularyName('indicatorStanding', standing)))} tone={tone} count={count} />;
}
