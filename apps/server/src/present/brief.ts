import { addMonths, type DayString } from '@westgate/base';
import type { Brief } from '@westgate/contract';
import { briefOf, countStates, type ExceptionName } from '@westgate/domain';
import type { View } from '../view.ts';
import { aimsShown } from './aims.ts';
import { pair } from './text.ts';
import { thingAt, thingOf } from './thing.ts';

/** Commitments that one answer names of each list. */
const SHOWN = 100;
const EXCEPTIONS: readonly ExceptionName[] = ['late', 'slipped', 'no-owner', 'no-due-date'];

/** The day that changes are told against where none is asked for: three months before. */
export function dayBefore(asOf: DayString): DayString {
  return addMonths(asOf, -3);
}

/** The state of the programme on the day of `view`, and what is different from the day of `before`. */
export function briefIn(view: View, before: View): Brief {
  const { register } = view;
  const stateOf = (id: string) => view.state('commitment', id);
  const { aims, exceptions, changed } = briefOf(register, stateOf, (id) => before.state('commitment', id));
  const countOf = (name: ExceptionName): number => exceptions.filter(({ why }) => why.includes(name)).length;
  const commitments: ReadonlyMap<string, { readonly owner: string | null; readonly due_on: string | null }> = register.commitment;
  const ids: readonly string[] = [...register.commitment.keys()];
  return {
    asOf: view.asOf,
    since: before.asOf,
    seq: view.seq,
    aims: aimsShown(aims),
    states: { ...countStates(ids.map((id) => stateOf(id).name)) },
    exceptionCounts: countsOf(countOf),
    exceptions: exceptions.slice(0, SHOWN).map(({ id, why }) => {
      const { name, due, reason } = stateOf(id);
      const row = commitments.get(id);
      return {
        thing: thingOf(register, 'commitment', id),
        why: [...why],
        state: name,
        owner: thingAt(register, 'department', row?.owner ?? null),
        due: due ?? row?.due_on ?? null,
        reason: pair(reason.zh, reason.en),
      };
    }),
    exceptionCount: exceptions.length,
    changed: changed.slice(0, SHOWN).map(({ id, before: earlier, after }) => {
      const { reason } = stateOf(id);
      return { thing: thingOf(register, 'commitment', id), before: earlier, after, reason: pair(reason.zh, reason.en) };
    }),
    changedCount: changed.length,
  };
}

function countsOf(countOf: (name: ExceptionName) => number): Brief['exceptionCounts'] {
  const [late = 0, slipped = 0, noOwner = 0, noDay = 0] = EXCEPTIONS.map(countOf);
  return { late, slipped, 'no-owner': noOwner, 'no-due-date': noDay };
}
