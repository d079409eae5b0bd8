import type { Language } from '@westgate/base';
import type { MonthlyColumnName, Row } from '@westgate/domain';
import { columnFor, heldWords, type KeptIn } from '../common/kept-words.ts';

/** Columns of the sheet that a column of the project keeps as they are stated; `isPair`: one in each language. */
const OF_PROJECT = {
  number: { column: 'list_number', isPair: false },
  code: { column: 'code', isPair: false },
  category: { column: 'category', isPair: false },
  nature: { column: 'nature', isPair: false },
  site: { column: 'site_words', isPair: false },
  scope: { column: 'scope', isPair: true },
  builder: { column: 'builder', isPair: false },
  leader: { column: 'leader', isPair: false },
  start: { column: 'start_words', isPair: false },
  finish: { column: 'finish_words', isPair: false },
  approvals: { column: 'approvals_words', isPair: false },
  yearGoal: { column: 'year_goal_words', isPair: false },
  contact: { column: 'contact', isPair: false },
  note: { column: 'note', isPair: true },
} as const;
/** And those that the report of the month keeps. */
const OF_REPORT = {
  words: { column: 'words', isPair: true },
  problem: { column: 'problem', isPair: true },
  coordination: { column: 'coordination_words', isPair: false },
  nextMonth: { column: 'next_words', isPair: false },
} as const;

export function isProjectWords(field: MonthlyColumnName): field is keyof typeof OF_PROJECT {
  return Object.hasOwn(OF_PROJECT, field);
}

export function isReportWords(field: MonthlyColumnName): field is keyof typeof OF_REPORT {
  return Object.hasOwn(OF_REPORT, field);
}

/** What is held of a column that is kept as stated, in one language, in the other one where that is missing. */
export function heldIn(
  project: Row<'project'>,
  report: Row<'monthly_progress'> | null,
  field: MonthlyColumnName,
  language: Language,
): string | null {
  if (isProjectWords(field)) return heldWords(project, OF_PROJECT[field], language);
  return isReportWords(field) && report !== null ? heldWords(report, OF_REPORT[field], language) : null;
}

/** The columns of the project, or of the report, that keep what cells state. */
export function columnsSaid(
  said: Readonly<Partial<Record<MonthlyColumnName, string>>>,
  of: 'project' | 'report',
  language: Language,
): Readonly<Record<string, string>> {
  const kept: Readonly<Record<string, KeptIn>> = of === 'project' ? OF_PROJECT : OF_REPORT;
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, text]) => {
      const own = kept[name];
      return own && text !== undefined ? [[columnFor(own, language), text] as const] : [];
    }),
  );
}
