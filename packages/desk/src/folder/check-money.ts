import { grouped, isMonth } from '@westgate/domain';
import type { Ground } from './check.ts';
import type { FaultList, Place } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

/**
 * What must hold of money: a project has one total and one plan for each year; a month is a month; what is completed to date
 * does not fall from one month to the next without a reason.
 */
export function checkMoney(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  checkPlanned(tables, faults);
  const months = rowsWith(tables, 'monthly_progress', ['project', 'month']);
  for (const { row, at } of months) {
    if (!isMonth(row.month)) faults.add('bad-period', at, 'month', { zh: '月份，如 2024-12', en: 'a month such as 2024-12' }, row.month);
  }
  checkFalls(tables, faults);
}

function checkPlanned(tables: LoadedTables, faults: FaultList): void {
  const seen = new Set<string>();
  for (const { row, at } of rowsWith(tables, 'planned_amount', ['project', 'year'])) {
    const { project, year } = row;
    const key = `${project} ${year ?? ''}`;
    if (seen.has(key)) {
      const expected = { zh: `${project} 的${year === null ? '总投资' : '年计划'}只填一次`, en: `one amount of ${project} for it` };
      faults.add('duplicate-key', at, 'year', expected, year === null ? '' : String(year));
    }
    seen.add(key);
  }
}

interface Month {
  readonly at: Place;
  readonly project: string;
  readonly month: string;
  readonly fen: number;
  readonly isExplained: boolean;
}

function checkFalls(tables: LoadedTables, faults: FaultList): void {
  const columns = ['project', 'month', 'completed_fen', 'fall_reason_zh', 'fall_reason_en'] as const;
  const known = rowsWith(tables, 'monthly_progress', columns).flatMap(({ row, at }): readonly Month[] => {
    const { project, month, completed_fen: fen } = row;
    return fen === null ? [] : [{ at, project, month, fen, isExplained: Boolean(row.fall_reason_zh || row.fall_reason_en) }];
  });
  const byProject = grouped(known, ({ project }) => project);
  for (const months of byProject.values()) {
    const ordered = months.toSorted((a, b) => (a.month < b.month ? -1 : 1));
    for (const [index, { at, fen, isExplained }] of ordered.entries()) {
      const before = ordered[index - 1];
      if (!before || fen >= before.fen || isExplained) continue;
      const expected = {
        zh: `不少于截至 ${before.month} 的 ${before.fen} 分，或写明减少的原因`,
        en: `${before.fen} fen or more, as completed by ${before.month}, or why it is less`,
      };
      faults.add('falls', at, 'completed_fen', expected, String(fen));
    }
  }
}
