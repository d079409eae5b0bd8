import { WestgateError } from '@westgate/base';
import type { Change } from '@westgate/domain';

/**
 * The changes of an import without those that would take reports away: a folder need not have them. Throws `WG_INPUT_INVALID` where the
 * folder would change one: reports are frozen.
 */
export function keepReports(changes: readonly Change[]): readonly Change[] {
  const changed = changes.find(({ table, before, after }) => table === 'report' && before !== null && after !== null);
  if (changed) {
    const message = `results/reports.csv: expected ${changed.key} as it was made, or no row for it; a report is frozen, and this one differs`;
    throw new WestgateError('WG_INPUT_INVALID', message, { table: 'report', key: changed.key });
  }
  return changes.filter(({ table, after }) => table !== 'report' || after !== null);
}
