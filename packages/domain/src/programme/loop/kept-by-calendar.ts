import type { WorkingCalendar } from './working-calendar.ts';

/** Answers that are kept of a calendar; beyond, all are forgotten. */
const MOST_KEPT = 10_000;

/** Keeps what is worked out with a calendar by what it was asked for: many records are asked for alike and reported on the same days. */
export function keptByCalendar<Found>(): (calendar: WorkingCalendar, asked: readonly (string | number)[], work: () => Found) => Found {
  const kept = new WeakMap<WorkingCalendar, Map<string, { readonly found: Found }>>();
  return (calendar, asked, work) => {
    const held = kept.get(calendar) ?? new Map<string, { readonly found: Found }>();
    kept.set(calendar, held);
    const key = asked.join(' ');
    const known = held.get(key);
    if (known) return known.found;
    if (held.size >= MOST_KEPT) held.clear();
    const found = work();
    held.set(key, { found });
    return found;
  };
}
