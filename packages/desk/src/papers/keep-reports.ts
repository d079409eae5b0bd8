import { WestgateError } from '@westgate/base';
import type { Change, TableName } from '@westgate/domain';

const WHY: Readonly<Partial<Record<TableName, string>>> = {
  report: 'a report is frozen, and goes only by undoing the deed that made it',
  account: 'an account is changed at /api/v1/people',
  saved_view: 'a view is kept and dropped at /api/v1/views',
};

/** Throws `WG_INPUT_INVALID` for the tables that have deeds of their own: reports, which are never edited, accounts, and views. */
export function refuseFrozen(table: TableName): void {
  const why = WHY[table];
  if (why === undefined) return;
  const message = { zh: `table：这种记录不能直接修改（${why}）`, en: `table: expected a record that can be edited; ${why}` };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'table', table });
}

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
