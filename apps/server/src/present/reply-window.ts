import type { ReportStanding } from '@westgate/domain';
import { departmentNow } from '../caller/caller.ts';

/**
 * How a record stands with its reports as whoever asks is to see it: until the reply window of its department has passed, those outside the
 * department see a report as due and not as late.
 */
export function withinWindow(standing: ReportStanding, department: string | null): ReportStanding {
  if (standing.name !== 'late') return standing;
  const own = departmentNow();
  return own === 'every' || (department !== null && own === department) ? standing : { ...standing, name: 'due', lateBy: 0 };
}
