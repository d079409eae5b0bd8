import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import { attentionOf } from '@westgate/domain';
import { districtOf } from '../district.ts';

const TODAY = dayOf('2026-02-10');
const project = { id: 'p', name_en: 'P', kind: 'park' };

function yearsOf(rows: Parameters<typeof districtOf>[0]): readonly string[] {
  return attentionOf(districtOf({ project: [project], ...rows }), TODAY).warnings.yearsWithoutHolidays;
}

test('every year through which something is late is named where no notice of its holidays is held', () => {
  const matter = (due: string) => ({
    department: [{ id: 'd', name_en: 'D' }],
    supervision: [{ id: 'm', subject_kind: 'project', subject_id: 'p', lead: 'd', due_on: due, registered_on: '2023-01-09' }],
  });
  const LATE = ['2023', '2024', '2025', '2026'];
  assert.deepEqual(yearsOf({}), ['2026']);
  assert.deepEqual(yearsOf({ project: [{ ...project, due_on: '2023-11-30' }] }), LATE, 'a project');
  assert.deepEqual(
    yearsOf({ milestone: [{ id: 's', project: 'p', position: 1, name_en: 'S', forecast: '2023-11-30' }] }),
    LATE,
    'a milestone',
  );
  assert.deepEqual(yearsOf(matter('2023-11-30')), LATE, 'a matter');
  assert.deepEqual(yearsOf({ ...matter('2023-11-30'), calendar_day: [{ day: '2025-01-01', kind: 'day-off' }] }), ['2023', '2024', '2026']);
  assert.deepEqual(yearsOf(matter('2028-03-31')), ['2026', '2028'], 'nothing is counted through the years before it is due');
  for (const odd of ['9999-12-31', '0001-01-01']) assert.deepEqual(yearsOf(matter(odd)), ['2026'], odd);
});
