import { type DayString, WestgateError } from '@westgate/base';
import { isMonth, monthsOf, ownerOf, type Register } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { projectRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

type MonthDraft = Ask<'report-month'>['reports'][number];

/**
 * Reports one month of several projects as one deed, dated the day it is in the district. A month that was reported before is reported anew: what it
 * said stays in the history. Throws `WG_INPUT_INVALID` for a month to come, for a project named twice, and for what does not fit.
 */
export function reportMonths(register: Register, { month, reports }: Ask<'report-month'>, { today }: AskedAt): Changing {
  requireMonth(month, today);
  refuseTwice(reports);
  for (const { project } of reports) projectRow(register, project);
  return {
    changes: putChanges(
      register,
      reports.map((each) => ['monthly_progress', rowOf(register, month, each, today)]),
    ),
  };
}

function rowOf(register: Register, month: string, draft: MonthDraft, on: DayString): Readonly<Record<string, unknown>> {
  const { project, completedFen, share, words, problem, level, fallReason } = draft;
  const held = monthsOf(register, project).find((row) => row.month === month);
  const isSame = held !== undefined && held.completed_fen === completedFen;
  return {
    project,
    month,
    completed_fen: completedFen,
    share,
    words_zh: words.zh,
    words_en: words.en,
    problem_zh: problem.zh,
    problem_en: problem.en,
    level,
    fall_reason_zh: fallReason.zh,
    fall_reason_en: fallReason.en,
    reported_on: on,
    reporter: ownerOf(register, 'project', project),
    coordination_words: held?.coordination_words ?? null,
    next_words: held?.next_words ?? null,
    month_fen: isSame ? held.month_fen : null,
    year_fen: isSame ? held.year_fen : null,
  };
}

function requireMonth(month: string, on: DayString): void {
  if (isMonth(month) && month <= on.slice(0, 7)) return;
  throw new WestgateError(
    'WG_INPUT_INVALID',
    {
      zh: `month：应为月份，如 2024-12，不晚于 ${on.slice(0, 7)}，现为 ${month.slice(0, 20)}`,
      en: `month: expected a month such as 2024-12, not after ${on.slice(0, 7)}, found ${month.slice(0, 20)}`,
    },
    { field: 'month' },
  );
}

function refuseTwice(drafts: readonly MonthDraft[]): void {
  const seen = new Set<string>();
  for (const { project } of drafts) {
    if (seen.has(project))
      throw new WestgateError(
        'WG_INPUT_INVALID',
        { zh: `reports：每个项目只能报一次，${project} 有两次`, en: `reports: expected each project once, found ${project} twice` },
        { field: 'reports' },
      );
    seen.add(project);
  }
}
