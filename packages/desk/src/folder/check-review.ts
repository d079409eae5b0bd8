import { reviewableColumns } from '@westgate/domain';
import type { FaultList } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

/** What must hold of changes under review: rules and proposals name columns that can be, and what was decided has its day. */
export function checkReview(tables: LoadedTables, faults: FaultList): void {
  for (const table of ['review_rule', 'pending_change'] as const) {
    for (const { row, at } of rowsWith(tables, table, ['subject_kind', 'field'])) {
      const columns = reviewableColumns(row.subject_kind);
      if (!columns.includes(row.field)) faults.add('bad-review', at, 'field', `one of ${columns.join(', ')}`, row.field);
    }
  }
  for (const { row, at } of rowsWith(tables, 'pending_change', ['decision', 'decided_on', 'proposed_on'])) {
    if ((row.decision === null) !== (row.decided_on === null))
      faults.add(
        'bad-review',
        at,
        'decided_on',
        row.decision === null ? 'nothing' : 'the day that was decided',
        row.decided_on ?? 'nothing',
      );
    else if (row.decided_on !== null && row.decided_on < row.proposed_on)
      faults.add('bad-review', at, 'decided_on', `a day from ${row.proposed_on} on`, row.decided_on);
  }
}
