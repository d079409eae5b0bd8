import type { IndicatorValue } from '@westgate/contract';
import { fieldsOf } from '@westgate/domain';
import { useSay, useWords } from '../../messages/words.ts';

/** What must be known of a value wherever it is shown: that it is not final, was worked out, or is counted otherwise than those before. */
export function ValueMarks({ value }: { readonly value: Pick<IndicatorValue, 'status' | 'isCalculated' | 'breaksSeries'> }) {
  const word = useWords();
  const say = useSay();
  const status = value.status === null || value.status === 'final' ? null : fieldsOf('indicator_value').status?.names?.[value.status];
  return (
    <>
      {status ? <small className="value-mark">{say(status)}</small> : null}
      {value.isCalculated ? <small className="value-mark">{word('value.calculated')}</small> : null}
      {value.breaksSeries ? <small className="value-mark">{word('value.breaksSeries')}</small> : null}
    </>
  );
}
