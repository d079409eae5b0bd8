import { type DayString, idOf, invariant, isPeriod, type Language } from '@westgate/base';
import {
  basisColumns,
  type Change,
  decemberBefore,
  IN_NO_MONTHLY_SHEET,
  keyOf,
  plannedAmount,
  type Register,
  type Row,
  yearOf,
} from '@westgate/domain';
import { ChangeSet } from '../../deeds/change-set.ts';
import { refuseFaults } from '../../deeds/revise.ts';
import { newFaults } from '../../folder/check-register.ts';
import { chosenRows, keptLanguage, putNewDepartments } from '../common/chosen-rows.ts';
import { keepRecipe } from '../common/keep-recipe.ts';
import { inOneLanguage } from '../common/kept-words.ts';
import type { SheetChoice } from '../common/sheet-choice.ts';
import { sheetFaulty } from '../common/sheet-fault.ts';
import { basisOf } from '../common/sheet-words.ts';
import type { MonthRow, MonthSheet } from './month-sheet.ts';
import { columnsSaid } from './month-words.ts';
import { kindTold } from './project-kind.ts';

/** What a sheet is taken with beside what a person chose of it. */
interface Taking {
  /** The number of the coming deed; new ids carry it. */
  readonly seq: number;
  readonly today: DayString;
}

interface Accepting extends Taking {
  readonly register: Register;
  readonly set: ChangeSet;
  readonly choice: SheetChoice;
  readonly language: Language;
  readonly month: string;
}

/**
 * The changes that take the rows of a monthly sheet into the district: projects made or changed, their amounts, the reports of the month and of the December
 * before where none was given, departments, the recipe. Throws `WG_SHEET_FAULTY` and `WG_INPUT_INVALID`.
 */
export function acceptMonthSheet(register: Register, sheet: MonthSheet, choice: SheetChoice, taking: Taking): readonly Change[] {
  const month = monthTaken(sheet);
  const rows = chosenRows(sheet, choice.rows);
  const set = new ChangeSet(register);
  const language = keptLanguage(register, sheet.language);
  const at: Accepting = { ...taking, register, set, choice, language, month };
  const named = new Set(rows.flatMap(({ meaning }) => meaning.lead ?? []));
  putNewDepartments(set, choice, named);
  for (const row of rows) takeRow(at, row);
  if (choice.saveAs !== null) {
    const recipe = { ...choice.recipe, reads: 'monthly', document: null } as const;
    keepRecipe(set, recipe, sheet.columns, { name: choice.saveAs, seq: taking.seq });
  }
  if (set.changes.length > 0) refuseFaults(newFaults(register, set.register));
  return set.changes;
}

/** The month; without one, or with one to come, nothing is taken. */
function monthTaken({ month, faults }: MonthSheet): string {
  const own = faults.filter(({ code }) => code === 'no-month' || code === 'month-to-come');
  if (month !== null && own.length === 0) return month.value;
  throw sheetFaulty(own);
}

function takeRow(at: Accepting, row: MonthRow): void {
  const project = takeProject(at, row);
  const { meaning } = row;
  takeAmount(at, row, { project, year: null, fen: meaning.totalFen, field: 'total' });
  takeAmount(at, row, { project, year: yearOf(at.month), fen: meaning.planFen, field: 'plan' });
  if (meaning.baseFen !== null) takeReport(at, project, decemberBefore(at.month), { completed_fen: meaning.baseFen });
  const said = {
    ...columnsSaid(meaning.said, 'report', at.language),
    ...(meaning.completedFen === null ? {} : { completed_fen: meaning.completedFen }),
    ...(meaning.share === null ? {} : { share: meaning.share }),
  };
  const stated = [meaning.monthFen, meaning.yearFen].some((fen) => fen !== null);
  if (Object.keys(said).length === 0 && !stated) return;
  takeReport(at, project, at.month, {
    ...said,
    ...(meaning.says.includes('month') ? { month_fen: meaning.monthFen } : {}),
    ...(meaning.says.includes('year') ? { year_fen: meaning.yearFen } : {}),
  });
}

/** Makes the project, or changes what the row says of it; gives it as it is then. */
function takeProject({ register, set, choice, language, seq }: Accepting, row: MonthRow): Row<'project'> {
  const { meaning } = row;
  const held = register.project.get(row.project ?? '') ?? newProject(row, language, `project-d${seq}-${row.row}`);
  const field = row.fields.find((each) => each.field === 'department');
  const isLed = meaning.lead !== null && meaning.lead !== held.lead;
  const led = isLed
    ? {
        lead: idOf<'department'>(meaning.lead ?? ''),
        ...inOneLanguage('lead_basis', field ? basisOf(choice.fileName, field, language) : null, language),
      }
    : {};
  const isSaid = meaning.leadWords !== null && (meaning.lead !== null || held.lead === null);
  const next: Row<'project'> = {
    ...held,
    ...columnsSaid(meaning.said, 'project', language),
    ...led,
    ...(isSaid ? { lead_words: meaning.leadWords } : {}),
    section: row.section.length === 0 ? held.section : row.section.join('\n'),
  };
  set.put('project', next, isLed || isSaid ? basisColumns('project', 'lead') : []);
  return next;
}

function takeAmount(
  { register, set, choice, language, seq }: Accepting,
  row: MonthRow,
  {
    project,
    year,
    fen,
    field,
  }: { readonly project: Row<'project'>; readonly year: number | null; readonly fen: number | null; readonly field: 'total' | 'plan' },
): void {
  const held = plannedAmount(register, project.id, year);
  const cell = row.fields.find((each) => each.field === field);
  if (fen === null || held?.amount_fen === fen) return;
  const amount: Row<'planned_amount'> = {
    id: held?.id ?? idOf<'planned_amount'>(`amount-d${seq}-${row.row}-${field}`),
    project: project.id,
    year,
    amount_fen: fen,
    source: null,
    confidence: 'medium',
    ...inOneLanguage('note', cell ? basisOf(choice.fileName, cell, language) : null, language),
    rev: 1,
  };
  set.put('planned_amount', amount, held ? basisColumns('planned_amount', 'amount_fen') : []);
}

function takeReport(
  { register, set, today }: Accepting,
  project: Row<'project'>,
  month: string,
  said: Readonly<Partial<Row<'monthly_progress'>>>,
): void {
  const key = keyOf('monthly_progress', { project: project.id, month });
  const held = register.monthly_progress.get(key);
  invariant(isPeriod(month), 'a month is a period');
  const first: Row<'monthly_progress'> = {
    project: project.id,
    month,
    completed_fen: null,
    share: null,
    words_zh: null,
    words_en: null,
    problem_zh: null,
    problem_en: null,
    level: 'none',
    fall_reason_zh: null,
    fall_reason_en: null,
    reported_on: today,
    reporter: project.lead,
    coordination_words: null,
    next_words: null,
    month_fen: null,
    year_fen: null,
    rev: 1,
  };
  const next = { ...(held ?? first), ...said };
  const isOther =
    held !== undefined && Object.entries(said).some(([column, value]) => (held as Readonly<Record<string, unknown>>)[column] !== value);
  if (held === undefined) set.put('monthly_progress', next);
  else if (isOther) set.put('monthly_progress', { ...next, reported_on: today, reporter: project.lead });
}

function newProject({ meaning }: MonthRow, language: Language, id: string): Row<'project'> {
  return {
    id: idOf<'project'>(id),
    ...inOneLanguage('name', meaning.name, language),
    kind: kindTold(meaning.name, meaning.said.category ?? null),
    verb_class: null,
    lead: null,
    ...inOneLanguage('lead_basis', null, language),
    cadence: null,
    asked_from: null,
    due_on: null,
    ...inOneLanguage('due_basis', null, language),
    due_source: null,
    ...inOneLanguage('no_place_reason', null, language),
    tags: [],
    ...inOneLanguage('note', null, language),
    ...IN_NO_MONTHLY_SHEET,
    visibility: 'district',
    rev: 1,
  };
}
