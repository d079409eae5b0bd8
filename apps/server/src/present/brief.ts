import { addMonths, type DayString } from '@westgate/base';
import type { Brief } from '@westgate/contract';
import { briefOf, countExceptions, countStates } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { aimsShown } from './aims.ts';
import { attentionIn, countPassed, mattersCounted, passedIn, warningsShown } from './attention.ts';
import { pair } from './text.ts';
import { thingAt, thingOf } from './thing.ts';

/** Commitments that one answer names of each list. */
const SHOWN = 100;

/** The day that changes are told against where none is asked for: three months before. */
export function dayBefore(asOf: DayString): DayString {
  return addMonths(asOf, -3);
}

/** The state of the programme on the day of `view`, and what is different from the day of `before`. */
export function briefIn(view: View, before: View): Brief {
  const { register } = view;
  const stateOf = (id: string) => view.state('commitment', id);
  const { aims, changed } = briefOf(register, stateOf, (id) => before.state('commitment', id));
  const attention = attentionIn(view);
  const { records, events, matters, looked } = attention;
  const ids: readonly string[] = [...register.commitment.keys()];
  return {
    asOf: view.asOf,
    since: before.asOf,
    seq: view.seq,
    aims: aimsShown(aims),
    states: { ...countStates(ids.map((id) => stateOf(id).name)) },
    exceptionCounts: countExceptions(records),
    exceptions: records.slice(0, SHOWN).map(({ kind, id, why, department, dueOn }) => {
      const { name, due, reason } = view.state(kind, id);
      return {
        thing: thingOf(register, kind, id),
        why: [...why],
        state: name,
        owner: thingAt(register, 'department', department),
        due: due ?? dueOn,
        reason: pair(reason.zh, reason.en),
      };
    }),
    exceptionCount: records.length,
    looked: { ...looked, events: true },
    ...mattersCounted(matters),
    silentEvents: events.length,
    passed: countPassed(passedIn(view)),
    warnings: warningsShown(view, attention),
    changed: changed.slice(0, SHOWN).map(({ id, before: earlier, after }) => {
      const { reason } = stateOf(id);
      return { thing: thingOf(register, 'commitment', id), before: earlier, after, reason: pair(reason.zh, reason.en) };
    }),
    changedCount: changed.length,
  };
}
