import { type Cautious, valueCautions } from '@westgate/domain';
import { useSay } from '../../messages/words.ts';

/** What must be known of a value wherever it is shown, each in a box of its own; nothing where there is nothing. */
export function ValueMarks({ value }: { readonly value: Cautious }) {
  const say = useSay();
  return valueCautions(value).map((caution) => (
    <small key={caution.en} className="value-mark">
      {say(caution)}
    </small>
  ));
}
