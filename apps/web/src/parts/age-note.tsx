import { isDay } from '@westgate/base';
import type { State } from '@westgate/contract';
import { type Aged, sayAge } from '@westgate/domain';
import { useSay } from '../messages/words.ts';
import { useShownDay } from '../scope/district-context.ts';

/**
 * How old the value of a period is on the day shown, against its own frequency: so many further years, quarters or months ended without another.
 * Nothing while it is the last there can be, and where the period is not known.
 */
export function AgeNote({ on, of = 'value' }: { readonly on: string | null; readonly of?: Aged }) {
  const say = useSay();
  const { day } = useShownDay();
  const said = isDay(day) ? sayAge(on, day, of) : null;
  return said ? <small className="age-note">△ {say(said)}</small> : null;
}

/** How old the newest evidence of a state is. What is done stays so, however old the evidence. */
export function StateAge({ state: { name, latest } }: { readonly state: Pick<State, 'name' | 'latest'> }) {
  return name === 'done' ? null : <AgeNote on={latest} of="evidence" />;
}
