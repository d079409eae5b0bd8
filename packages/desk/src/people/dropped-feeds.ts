import type { Change, Register } from '@westgate/domain';

/** The changes by which the calendar feeds of an account go: their addresses are unknown from then on, whether it opens again or not. */
export function droppedFeeds(register: Register, account: string): readonly Change[] {
  return [...register.calendar_feed.values()]
    .filter(({ holder }) => holder === account)
    .map((row) => ({ table: 'calendar_feed', key: row.id, before: row, after: null }));
}
