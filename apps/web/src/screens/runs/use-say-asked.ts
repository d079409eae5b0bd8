import type { Run } from '@westgate/contract';
import { type AskedEntry, askedIn, type RunKindName, runKindNamed } from '@westgate/domain';
import { useSayBare } from '../../messages/words.ts';
import { useSayPeriod } from '../../parts/day-text.tsx';

/** What a kind of run is asked, entry by entry. */
export function askedOf(kind: RunKindName): readonly AskedEntry[] {
  return askedIn(runKindNamed(kind).fields);
}

/** Gives what an entry is called. */
export function useSayEntry(): (entry: AskedEntry) => string {
  const say = useSayBare();
  return ({ asked, field }) => (field.label ? say(field.label) : asked);
}

/** Gives one value that was asked as it is read; empty where nothing was said. */
export function useSayAskedValue(): (entry: AskedEntry, run: Run) => string {
  const say = useSayBare();
  const sayWhen = useSayPeriod();
  return ({ asked, field }, { ask, about }) => {
    const value = ask[asked] ?? null;
    if (value === null) return '';
    if (field.kind === 'ref' && about) return say(about.name);
    const name = field.names?.[String(value)];
    return name ? say(name) : sayWhen(String(value));
  };
}

/** Gives what was asked for a run in one line: what was said of it beside the record that it is about, and no more. */
export function useSayAsked(): (run: Run) => string {
  const sayEntry = useSayEntry();
  const sayValue = useSayAskedValue();
  return (run) =>
    askedOf(run.kind)
      .filter(({ field }) => field.kind !== 'ref')
      .flatMap((entry) => {
        const said = sayValue(entry, run);
        return said === '' ? [] : [`${sayEntry(entry)} ${said}`];
      })
      .join(' · ');
}
