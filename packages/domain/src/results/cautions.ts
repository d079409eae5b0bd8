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

/** An amount with whether it is final and how old it is where it stands in a sentence: `18 处（初步数，已 2 年无新值）`. */
export function markedAmount(amount: Said, status: string | null, age: Said | null = null): Said {
  const marks = sayMarks(status, age);
  return marks ? say(`${amount.zh}（${marks.zh}）`, `${amount.en} (${marks.en})`) : amount;
}

/** Whether a value is final and how old it is, in words; null where it is final and not old. */
export function sayMarks(status: string | null, age: Said | null): Said | null {
  const marks = [...valueCautions({ status, isCalculated: false, breaksSeries: false }), ...(age ? [age] : [])];
  return marks.length === 0 ? null : say(marks.map(({ zh }) => zh).join('，'), marks.map(({ en }) => en).join(', '));
}

/** What must stand beside a value wherever it is shown: that it is not final, was worked out, or is counted otherwise than those before. */
export function valueCautions({ status, isCalculated, breaksSeries }: Cautious): readonly Said[] {
  const name = status === null || status === 'final' ? undefined : fieldsOf('indicator_value').status?.names?.[status];
  return [...(name ? [name] : []), ...(isCalculated ? [CALCULATED] : []), ...(breaksSeries ? [BREAK] : [])];
}
