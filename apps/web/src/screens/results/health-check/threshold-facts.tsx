import type { CheckUnits } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { Fact } from '../../../parts/fact.tsx';
import { useSayUnit } from '../../../parts/use-say-unit.ts';
import { useFieldWord } from '../../../record/form/field-words.ts';

/** What the health check asks of an indicator, and on what that rests. */
export function ThresholdFacts({ asked }: { readonly asked: Pick<CheckUnits, 'direction' | 'threshold' | 'thresholdBasis' | 'unitName'> }) {
  const word = useWords();
  const say = useSay();
  const sayUnit = useSayUnit();
  const field = useFieldWord('indicator');
  const { direction, threshold, thresholdBasis, unitName } = asked;
  return (
    <>
      <Fact name={field('threshold')}>
        {threshold === null ? (
          word('check.noThreshold')
        ) : (
          <>
            {word(direction === 'down' ? 'check.atMost' : 'check.atLeast', { amount: sayNumber(threshold) })} {sayUnit(unitName)}
          </>
        )}
      </Fact>
      {say(thresholdBasis) === '' ? null : <Fact name={field('threshold_basis')}>{say(thresholdBasis)}</Fact>}
    </>
  );
}
