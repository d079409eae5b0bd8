import { type AssetMode, assetMethodProblem, modesAfter, momentOf, type UnitNames } from '@westgate/domain';
import type { Ground } from './check.ts';
import { oneOf } from './expected.ts';
import type { FaultList } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** What must hold of dual-use assets: a capacity has its unit, modes follow each other in their order, and water stands above a higher level on no more days. */
export function checkDualUse(tables: LoadedTables, { district: { units } }: Ground, faults: FaultList): void {
  const columns = ['normal_capacity', 'normal_unit', 'emergency_capacity', 'emergency_unit'] as const;
  for (const { row, at } of rowsWith(tables, 'dual_use_asset', columns)) {
    for (const mode of ['normal', 'emergency'] as const) {
      const [capacity, unit] = [row[`${mode}_capacity`], row[`${mode}_unit`]];
      if (capacity === null || unit !== null) continue;
      faults.add('missing-unit', at, `${mode}_unit`, { zh: `${capacity} 的计量单位`, en: `the unit of ${capacity}` }, '');
    }
  }
  checkModes(tables, faults);
  checkLevels(tables, faults);
  checkAssetMethods(tables, units, faults);
}

function checkModes(tables: LoadedTables, faults: FaultList): void {
  const present = new Map<string, AssetMode>();
  const rows = rowsWith(tables, 'mode_change', ['asset', 'on', 'at', 'mode']);
  for (const { row, at } of rows.toSorted((a, b) => (momentOf(a.row) < momentOf(b.row) ? -1 : 1))) {
    if (!TIME.test(row.at)) faults.add('malformed', at, 'at', { zh: '时刻，如 14:05', en: 'a time such as 14:05' }, row.at);
    const allowed = modesAfter(present.get(row.asset) ?? 'normal');
    if (!allowed.includes(row.mode)) faults.add('wrong-kind', at, 'mode', oneOf(allowed), row.mode);
    present.set(row.asset, row.mode);
  }
}

function checkLevels(tables: LoadedTables, faults: FaultList): void {
  const before = new Map<string, number>();
  const rows = rowsWith(tables, 'everyday_level', ['place', 'level_m', 'days']);
  for (const { row, at } of rows.toSorted((a, b) => a.row.level_m - b.row.level_m)) {
    const most = before.get(row.place);
    if (most !== undefined && row.days > most)
      faults.add(
        'bad-number',
        at,
        'days',
        { zh: `不多于较低水位的 ${most} 天`, en: `no more than the ${most} days of the level below` },
        String(row.days),
      );
    before.set(row.place, row.days);
  }
}

function checkAssetMethods(tables: LoadedTables, units: UnitNames | null, faults: FaultList): void {
  const columns = ['asset_method', 'asset_kind', 'asset_unit', 'formula', 'place_method', 'check_level', 'unit', 'source'] as const;
  const computed = new Set<string>();
  for (const { row, at } of rowsWith(tables, 'indicator', ['id', ...columns])) {
    const problem = assetMethodProblem(row, units ?? {});
    if (problem) faults.add(problem.column === 'unit' ? 'bad-unit' : 'bad-method', at, problem.column, problem.expected, problem.found);
    if (row.asset_method !== null) computed.add(row.id);
  }
  if (computed.size === 0) return;
  for (const { row, at } of rowsWith(tables, 'indicator_value', ['indicator', 'kind'])) {
    if (row.kind === 'target' || !computed.has(row.indicator)) continue;
    faults.add(
      'wrong-kind',
      at,
      'indicator',
      { zh: '不按平急两用设施计算的指标', en: 'an indicator that is not worked out from dual-use assets' },
      row.indicator,
    );
  }
}
