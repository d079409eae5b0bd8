import { fieldsOf } from '../register/tables.ts';
import { type Said, say } from './say.ts';

/** What of a value must be known wherever it stands. */
export interface Cautious {
  readonly status: string | null;
  readonly isCalculated: boolean;
  readonly breaksSeries: boolean;
}

const CALCULATED = say('按公式计算', 'calculated');
const BREAK = say('口径变更', 'break in series');

/** An amount with whether it is final where it stands in a sentence: `18 处（初步数）`. */
export function markedAmount(amount: Said, status: string | null): Said {
  const [mark] = valueCautions({ status, isCalculated: false, breaksSeries: false });
  return mark ? say(`${amount.zh}（${mark.zh}）`, `${amount.en} (${mark.en})`) : amount;
}

/** What must stand beside a value wherever it is shown: that it is not final, was worked out, or is counted otherwise than those before. */
export function valueCautions({ status, isCalculated, breaksSeries }: Cautious): readonly Said[] {
  const name = status === null || status === 'final' ? undefined : fieldsOf('indicator_value').status?.names?.[status];
  return [...(name ? [name] : []), ...(isCalculated ? [CALCULATED] : []), ...(breaksSeries ? [BREAK] : [])];
}
