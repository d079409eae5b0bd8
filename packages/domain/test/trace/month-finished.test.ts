import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf } from '@westgate/base';
import { attentionOf, monthDay, monthlyContentOf, NO_NARRATIVE } from '@westgate/domain';
import { districtOf, outcome } from '../district.ts';
import { randomOf } from '../random.ts';

const MONTHS = Array.from({ length: 14 }, (_, index) =>
  index < 12 ? `2024-${String(index + 1).padStart(2, '0')}` : `2025-0${index - 11}`,
);

test('a project that evidence proves finished owes no report of any later month, until it is denied; the month it finished in it owes', () => {
  const random = randomOf(20261128);
  const pick = (count: number): number => Math.floor(random() * count);
  const anyDay = (): string => addDays(dayOf('2023-12-20'), pick(420));
  const projects = Array.from({ length: 60 }, (_, index) => `p${index}`);
  const outcomes = projects.flatMap((id) =>
    [...new Set(Array.from({ length: pick(4) }, anyDay))].sort().map((on) => ({ id, on, what: random() < 0.7 ? 'opened' : 'not-done' })),
  );
  const reported = projects.flatMap((project) => MONTHS.filter(() => random() < 0.3).map((month) => ({ project, month })));
  const register = districtOf({
    district: [{ id: 'own', name_en: 'Own', languages: ['en'], axes: [], units: {} }],
    project: projects.map((id) => ({ id, name_en: id, kind: 'policy', verb_class: 'establish', due_on: '2023-06-30', lead: 'd' })),
    department: [{ id: 'd', name_en: 'Office' }],
    source: [{ id: 'S1', title: 'A letter' }],
    outcome: outcomes.map(({ id, on, what }) => outcome(`project:${id}`, what, on)),
    monthly_progress: reported.map((row) => ({ ...row, completed_fen: 1, reported_on: `${row.month}-28`, level: 'none' })),
  });
  const isDone = (id: string, day: string): boolean => outcomes.findLast((each) => each.id === id && each.on <= day)?.what === 'opened';
  let finished = 0;
  for (const asOf of ['2024-03-15', '2024-06-30', '2024-07-01', '2025-02-28'].map(dayOf)) {
    for (const month of MONTHS) {
      const content = monthlyContentOf(register, month, NO_NARRATIVE, { asOf });
      const rows = content.groups.flatMap((group) => group.rows);
      const day = monthDay(month, asOf);
      const open = new Set(attentionOf(register, day).records.map(({ id }) => id));
      const eve = addDays(dayOf(`${month}-01`), -1);
      const where = `${month} as of ${asOf}`;
      for (const { project, isFinished = false } of rows) {
        const isReported = reported.some((row) => row.project === project.id && row.month === month);
        const wanted = !isReported && isDone(project.id, day) && isDone(project.id, eve < asOf ? eve : asOf);
        assert.equal(isFinished, wanted, `${project.id}, ${where}`);
        // All are past their due date: what needs no attention is done, by the same computation.
        if (isFinished) assert.ok(!open.has(project.id), `${project.id}, ${where}`);
      }
      const own = rows.filter(({ isFinished }) => isFinished).length;
      finished += own;
      const silent = rows.filter(({ reportedOn }) => reportedOn === null).length;
      assert.deepEqual([content.finished ?? 0, content.missing, content.projects], [own, silent - own, 60], where);
      assert.deepEqual(
        content.groups.map(({ missing }) => missing),
        [content.missing],
        where,
      );
    }
  }
  assert.ok(finished > 200, `${finished} rows owe none`);
});
