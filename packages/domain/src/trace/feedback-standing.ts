import type { DayString } from '@westgate/base';
import type { FeedbackStanding } from '../register/fields/vocabulary.ts';
import type { Row } from '../register/tables.ts';

/** Where feedback stands on a day; null before it came. */
export function feedbackStanding(row: Row<'feedback'>, asOf: DayString): FeedbackStanding | null {
  if (row.received_on !== null && row.received_on > asOf) return null;
  if (row.dismissed !== null) return row.dismissed;
  if (row.answered_on !== null && row.answered_on <= asOf) return 'answered';
  if (row.due_on !== null && row.due_on < asOf) return 'overdue';
  return row.owner === null || row.due_on === null ? 'no-owner' : 'open';
}
