/** How old the last report is, the oldest first. */
export const REPORT_AGES = ['older', 'quarter', 'month', 'week'] as const;

/** The age of a report that was made so many days ago. */
export function reportAge(days: number): (typeof REPORT_AGES)[number] {
  if (days <= 7) return 'week';
  if (days <= 31) return 'month';
  return days <= 92 ? 'quarter' : 'older';
}
