import { findCycle } from '@westgate/domain';
import type { FaultList } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

/** What must hold of dates: a baseline and the day it was frozen come together; nothing waits, through others, for itself. */
export function checkDates(tables: LoadedTables, faults: FaultList): void {
  for (const { row, at } of rowsWith(tables, 'milestone', ['baseline', 'frozen_on'])) {
    if ((row.baseline === null) !== (row.frozen_on === null)) {
      faults.add('missing-value', at, 'frozen_on', 'the day the baseline was frozen, where there is one', row.frozen_on ?? '');
    }
  }
  const projects = new Map(rowsWith(tables, 'milestone', ['id', 'project']).map(({ row }) => [row.id as string, row.project as string]));
  const loaded = rowsWith(tables, 'dependency', ['from_kind', 'from_id', 'to_kind', 'to_id']);
  for (const { row, at } of loaded) {
    const [from, to] = [
      row.from_kind === 'milestone' ? projects.get(row.from_id) : row.from_id,
      row.to_kind === 'milestone' ? projects.get(row.to_id) : row.to_id,
    ];
    const isWithin = from !== undefined && from === to && row.from_kind !== row.to_kind;
    if (isWithin) faults.add('cycle', at, 'to_id', 'another project, or another milestone, than its own', row.to_id);
  }
  const cycle = findCycle(loaded.map(({ row }) => ({ from: `${row.from_kind}:${row.from_id}`, to: `${row.to_kind}:${row.to_id}` })));
  if (cycle === null) return;
  const [last, first] = [cycle.at(-2), cycle.at(-1)];
  const closing = loaded.find(({ row }) => `${row.from_kind}:${row.from_id}` === last && `${row.to_kind}:${row.to_id}` === first);
  faults.add(
    'cycle',
    closing?.at ?? { file: 'programme/dependencies.csv', row: null },
    'to_id',
    'something that does not, through others, wait for itself',
    cycle.join(' → '),
  );
}
