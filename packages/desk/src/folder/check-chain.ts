import type { Ground } from './check.ts';
import type { FaultList } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

/** What must hold of drivers: the output that moves an indicator is one of the project that is named. */
export function checkDrivers(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  const projects = new Map(rowsWith(tables, 'output', ['id', 'project']).map(({ row }) => [String(row.id), row.project]));
  for (const { row, at } of rowsWith(tables, 'driver', ['project', 'output'])) {
    const own = row.output === null ? undefined : projects.get(row.output);
    if (own === undefined || own === row.project) continue;
    faults.add(
      'wrong-kind',
      at,
      'output',
      { zh: `项目 ${row.project} 的产出`, en: `an output of the project ${row.project}` },
      { zh: `项目 ${own} 的产出`, en: `one of ${own}` },
    );
  }
}

/** What must hold of deals: an amount has the year it is of. */
export function checkDeals(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  const units = new Map<string, string | null>();
  for (const { row, at } of rowsWith(tables, 'deal', ['id', 'amount', 'unit', 'amount_period'])) {
    units.set(row.id, row.unit);
    if (row.amount !== null && row.amount_period === null)
      faults.add('missing-value', at, 'amount_period', { zh: '金额的年份', en: 'the year of the amount' }, '');
  }
  for (const { row, at } of rowsWith(tables, 'deal_step', ['deal', 'realised'])) {
    if (row.realised === null || units.get(row.deal) !== null) continue;
    faults.add('missing-unit', at, 'realised', { zh: '签约项目的计量单位', en: 'a unit of the deal' }, String(row.realised));
  }
}
