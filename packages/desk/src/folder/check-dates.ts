import { findWaitingRing } from '@westgate/domain';
import type { FaultList } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

/** What must hold of dates: a baseline and the day it was frozen come together; nothing waits, through others, for itself. */
export function checkDates(tables: LoadedTables, faults: FaultList): void {
  for (const { row, at } of rowsWith(tables, 'milestone', ['baseline', 'frozen_on'])) {
    if ((row.baseline === null) !== (row.frozen_on === null)) {
      faults.add('missing-value', at, 'frozen_on', 'the day the baseline was frozen, where there is one', row.frozen_on ?? '');
    }
  }
  const milestones = rowsWith(tables, 'milestone', ['id', 'project']);
  const projects = new Map(milestones.map(({ row }) => [row.id as string, row.project as string]));
  const loaded = rowsWith(tables, 'dependency', ['from_kind', 'from_id', 'to_kind', 'to_id', 'kind']);
  for (const { row, at } of loaded) {
    const [from, to] = [
      row.from_kind === 'milestone' ? projects.get(row.from_id) : row.from_id,
      row.to_kind === 'milestone' ? projects.get(row.to_id) : row.to_id,
    ];
    const isWithin = from !== undefined && from === to && row.from_kind !== row.to_kind;
    if (isWithin) faults.add('cycle', at, 'to_id', 'another project, or another milestone, than its own', row.to_id);
  }
  const ring = findWaitingRing(
    loaded.map(({ row }) => row),
    milestones.map(({ row }) => row),
  );
  if (ring === null) return;
  const closing = loaded.find(({ row }) => row === ring.by);
  faults.add(
    'cycle',
    closing?.at ?? { file: 'programme/dependencies.csv', row: null },
    'to_id',
    { zh: '不会经由别的事项又等到自己的对象', en: 'something that does not, through others, wait for itself' },
    ring.members.join(' → '),
  );
}
