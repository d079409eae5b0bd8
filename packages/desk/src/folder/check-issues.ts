import type { Ground } from './check.ts';
import { dayFrom } from './expected.ts';
import type { FaultList } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

/** What must hold of issues: one that is closed says by what, who answered for it and by when. */
export function checkIssues(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  const columns = ['owner', 'due_on', 'raised_on', 'decided_on', 'closing_zh', 'closing_en', 'closed_on'] as const;
  for (const { row, at } of rowsWith(tables, 'issue', columns)) {
    const begun = row.raised_on;
    if (begun !== null && row.decided_on !== null && row.decided_on < begun)
      faults.add('bad-day', at, 'decided_on', dayFrom(begun), row.decided_on);
    if (row.closed_on === null) continue;
    const from = row.decided_on ?? begun;
    if (from !== null && row.closed_on < from) faults.add('bad-day', at, 'closed_on', dayFrom(from), row.closed_on);
    if (row.owner === null) faults.add('missing-value', at, 'owner', { zh: '责任单位，因为已销号', en: 'an owner, as it is closed' }, '');
    if (row.due_on === null)
      faults.add('missing-value', at, 'due_on', { zh: '完成时限，因为已销号', en: 'a due date, as it is closed' }, '');
    if (row.closing_zh === null && row.closing_en === null)
      faults.add('missing-reason', at, 'closing_en', { zh: '销号依据', en: 'what shows that it is settled' }, '');
  }
}
