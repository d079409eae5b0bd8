import type { ReportStanding, StandingName } from '@westgate/domain';
import { departmentNow } from '../caller/caller.ts';

/** How a record stands with its reports as it is shown; `open`: its due date is past, and its department may still answer. */
type ShownStanding = Omit<ReportStanding, 'name'> & { readonly name: StandingName | 'open' };

/**
 * How a record stands with its reports as whoever asks is to see it: until the reply window of its department has passed, those outside the
 * department see a report as open and not as late.
 */
export function withinWindow(standing: ReportStanding, department: string | null): ShownStanding {
  if (standing.name !== 'late') return standing;
  const own = departmentNow();
  return own === 'every' || (department !== null && own === department) ? standing : { ...standing, name: 'open', lateBy: 0 };
}
