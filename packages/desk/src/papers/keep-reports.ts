import { WestgateError } from '@westgate/base';
import type { Change } from '@westgate/domain';

/**
 * The changes of an import without those that would take reports away: a folder need not have them. Where another district takes the place
 * of the one held, its reports go with it. Throws `WG_INPUT_INVALID` where the folder would change one: reports are frozen.
 */
export function keepReports(changes: readonly Change[], isOtherDistrict: boolean): readonly Change[] {
  const changed = changes.find(({ table, before, after }) => table === 'report' && before !== null && after !== null);
  if (changed) {
    const message = {
      zh: `results/reports.csv：报告 ${changed.key} 已冻结，须与生成时一致，或没有这一行`,
      en: `results/reports.csv: expected ${changed.key} as it was made, or no row for it; a report is frozen, and this one differs`,
    };
    throw new WestgateError('WG_INPUT_INVALID', message, { table: 'report', key: changed.key });
  }
  if (isOtherDistrict && changes.some(({ table, after }) => table === 'district' && after === null)) return changes;
  return changes.filter(({ table, after }) => table !== 'report' || after !== null);
}
