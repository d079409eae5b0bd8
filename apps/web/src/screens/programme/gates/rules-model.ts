import { isDay } from '@westgate/base';
import type { BodyOf, Gate, GateStanding, Rung } from '@westgate/contract';
import type { FormFault } from '../../../record/form/form-values.ts';

/** What is to become of a passed gate, as typed: kept as the gate `as`, or, where that is empty, set aside with the reason. */
export interface Becoming {
  readonly as: string;
  readonly reason: string;
}

/** The passed gates that are not on the new ladder: of each must be said what becomes of it. */
export function toDecide({ rungs }: Pick<GateStanding, 'rungs'>, gates: readonly Pick<Gate, 'id'>[]): readonly Rung[] {
  return rungs.filter(({ state, gate }) => state === 'passed' && !gates.some(({ id }) => id === gate.id));
}

/** What keeps the rules from being changed. */
export function rulesFaults({
  rulesOn,
  reason,
  decided,
  becoming,
}: {
  readonly rulesOn: string;
  readonly reason: string;
  readonly decided: readonly Rung[];
  readonly becoming: Readonly<Record<string, Becoming>>;
}): readonly FormFault[] {
  const faults: FormFault[] = isDay(rulesOn) ? [] : [{ field: 'rulesOn', word: 'form.fault.day' }];
  const kept = decided.map(({ gate }) => becoming[gate.id]?.as ?? '');
  for (const [index, { gate }] of decided.entries()) {
    const { as = '', reason: why = '' } = becoming[gate.id] ?? {};
    if (as === '' && why.trim() === '') faults.push({ field: `why-${gate.id}`, word: 'gates.fault.setAside' });
    if (as !== '' && kept.indexOf(as) !== index) faults.push({ field: `as-${gate.id}`, word: 'gates.fault.twice' });
  }
  if (reason.trim() === '') faults.push({ field: 'reason', word: 'form.fault.reason' });
  return faults;
}

/** What becomes of each passed gate, as the API takes it. */
export function passesOf(decided: readonly Rung[], becoming: Readonly<Record<string, Becoming>>): BodyOf<'change-rules'>['passes'] {
  return decided.map(({ gate }) => {
    const { as = '', reason = '' } = becoming[gate.id] ?? {};
    return as === '' ? { gate: gate.id, becomes: 'set-aside', reason: reason.trim() } : { gate: gate.id, becomes: 'kept-as', as };
  });
}
