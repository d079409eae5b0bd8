import type { FloodDesign, RuleNumber } from '@westgate/domain';
import { useWords } from '../../../../messages/words.ts';
import { SIGNS, useSaySeen } from '../design/rule-fields.tsx';

/** Gives what a number of a rule is, in words: how far which gate opens, or what a condition is compared with. */
export function useSayNumber(design: FloodDesign): (number: RuleNumber) => string {
  const word = useWords();
  const saySeen = useSaySeen(design);
  return ({ rule, condition }) => {
    const gate = design.structures.find(({ id }) => id === rule.gate)?.name ?? rule.gate;
    const when = condition === null ? undefined : rule.when[condition];
    const what = when ? `${saySeen(when.value)} ${SIGNS[when.is]}` : word('flood.opensTo', { gate });
    return word('search.number', { rule: rule.id, what });
  };
}
