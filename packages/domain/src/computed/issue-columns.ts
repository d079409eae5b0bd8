import type { DayString } from '@westgate/base';
import { ISSUE_STANDINGS, type IssueStanding } from '../register/fields/vocabulary.ts';
import type { Row } from '../register/tables.ts';
import type { Computed } from './computed.ts';

/** Where an issue stands. */
export const ISSUE_COLUMNS: readonly Computed<Row<'issue'>>[] = [
  {
    id: 'standing',
    field: {
      kind: 'enum',
      optional: true,
      about: { zh: '截至当日的办理状态', en: 'where it stands on the day' },
      label: { zh: '办理状态', en: 'Status' },
      values: ISSUE_STANDINGS,
      names: {
        overdue: { zh: '逾期未销号', en: 'overdue' },
        'no-owner': { zh: '未明确责任或时限', en: 'no owner or due date' },
        open: { zh: '待议定', en: 'to be decided' },
        decided: { zh: '已议定，办理中', en: 'decided, under way' },
        closed: { zh: '已销号', en: 'closed' },
      },
    },
    rests: [],
    byDay: true,
    of: (row, { asOf }) => issueStanding(row, asOf),
  },
];

/** Where an issue stands on a day; null before it was raised. Past its due date it is overdue, decided or not; without owner or due date nobody can be asked. */
function issueStanding(row: Row<'issue'>, asOf: DayString): IssueStanding | null {
  if (row.raised_on !== null && row.raised_on > asOf) return null;
  if (row.closed_on !== null && row.closed_on <= asOf) return 'closed';
  if (row.due_on !== null && row.due_on < asOf) return 'overdue';
  if (row.owner === null || row.due_on === null) return 'no-owner';
  return row.decided_on !== null && row.decided_on <= asOf ? 'decided' : 'open';
}
