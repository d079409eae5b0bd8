import { type DayString, invariant } from '@westgate/base';
import { type ActionName, actionNamed, type Register } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import type { Ask } from '../deeds/ask.ts';
import type { By } from '../deeds/by.ts';
import { type Changing, madeIn, toldChanges, type Work, type Writing } from '../deeds/work.ts';
import { PLANS } from './plans.ts';

/** An action that was done: its deed, and the id of the record it made; null where it makes none. */
export interface Acted {
  readonly deed: Deed;
  readonly made: string | null;
}

/** Does an action on a record as one deed, on the day `today`. Throws what its plan throws; `WG_INPUT_INVALID` where it would change nothing. */
export async function act<N extends ActionName>(
  desk: Writing,
  name: N,
  ask: Omit<Ask<N>, 'reason'>,
  by: By,
  today: DayString,
): Promise<Acted> {
  const { on, makes } = actionNamed(name);
  const asked = { ...ask, reason: by.reason ?? '' } as Ask<N>;
  const work: Work<Changing> = {
    verb: name,
    about: [[on, asked.id]],
    on: (register: Register, seq) => PLANS[name](register, asked, { today, seq }),
    told: toldChanges,
  };
  const { deed } = await desk.write(work, by);
  invariant(deed, `${name} is a deed: its plan refuses what changes nothing`);
  return { deed, made: makes === undefined ? null : (madeIn(deed.changes, makes)[0] ?? null) };
}
