import { isDay, WestgateError } from '@westgate/base';
import { milestonesOf, type Register } from '@westgate/domain';
import type { Ask } from '../deeds/ask.ts';
import { given, projectRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

/**
 * The changes that make the expected day of every milestone of a project its baseline: a signed act, of whoever does the deed and with the
 * reason. Milestones that were reached keep theirs; one without an expected day has none. Throws `WG_INPUT_INVALID` where there is nothing to
 * freeze.
 */
export function freezeDates(register: Register, { id: project, on }: Ask<'freeze-dates'>): Changing {
  projectRow(register, project);
  if (!isDay(on))
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: 'on：应为日期，如 2024-03-31', en: 'on: expected a day such as 2024-03-31' },
      { field: 'on' },
    );
  const open = milestonesOf(register, project).filter(({ forecast, actual }) => forecast !== null && actual === null);
  if (open.length === 0) {
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: `项目 ${project} 没有未到且有预计日期的节点，没有可冻结的`,
        en: `expected milestones of ${project} with an expected day that were not reached yet, found none`,
      },
      { project },
    );
  }
  return {
    changes: putChanges(
      register,
      open.map((row) => ['milestone', { ...given(row), baseline: row.forecast, frozen_on: on }]),
    ),
  };
}
