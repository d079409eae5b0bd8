import type { Language } from '@westgate/base';
import {
  type MonthlyColumnName,
  type MonthlyRole,
  moneyText,
  monthAfter,
  monthsOf,
  plannedAmount,
  type Register,
  type Row,
  yearOf,
} from '@westgate/domain';
import { type DepartmentBook, departmentsIn } from '../common/department-names.ts';
import { type FieldDraft, type Slot, slotOf, valueFault } from '../common/field-draft.ts';
import { bareText, flatText } from '../common/flat-text.ts';
import { nameIn, readStated } from '../common/kept-words.ts';
import { faultAt } from '../common/sheet-fault.ts';
import { type FieldState, type SheetNoteCode, worstState } from '../common/sheet-field.ts';
import type { HeadColumn } from '../common/sheet-head.ts';
import {
  type AmountDraft,
  isUnknown,
  type MoneyUnit,
  percentOf,
  pointsAhead,
  readAmount,
  readSite,
  saysPoints,
  saysShare,
  unitOf,
} from './amounts.ts';
import { AMOUNTS, type AmountName, type Amounts, completedIn, heldMonth } from './held-month.ts';
import { type ProjectMatch, projectCode } from './match-projects.ts';
import type { MonthLine } from './month-lines.ts';
import type { MonthField, MonthRow } from './month-sheet.ts';
import { heldIn, isProjectWords, isReportWords } from './month-words.ts';
import { kindTold } from './project-kind.ts';

/** What is the same for all rows of a reading. */
export interface MonthReading {
  readonly register: Register;
  readonly language: Language;
  readonly sheet: string;
  readonly month: string | null;
  readonly departments: DepartmentBook;
  readonly columns: readonly (HeadColumn<MonthlyRole> & { readonly name: MonthlyColumnName })[];
  /** Of amounts whose head says none; null where one is told that is not known. */
  readonly unit: MoneyUnit | null;
  readonly hiddenRows: ReadonlySet<number>;
  readonly match: (code: string | null, name: string) => ProjectMatch;
  /** Cells of earlier rows, by the projects they are. */
  readonly seen: Map<string, string>;
}

/** What is held of a project that a row may change. */
interface Held {
  readonly project: Row<'project'> | null;
  readonly months: readonly Row<'monthly_progress'>[];
  readonly report: Row<'monthly_progress'> | null;
  readonly fen: Amounts;
}

/** Reads the cells of a project. */
export function readMonthRow(reading: MonthReading, line: MonthLine): MonthRow {
  const { register, month } = reading;
  const name = flatText(line.cells.get('project')?.text ?? '');
  const code = projectCode(line.cells.get('code')?.text ?? '');
  const match = reading.match(code, name);
  const held = heldOf(register, match.project, month);
  const slots = new Map(reading.columns.map((column) => [column.name, slotAt(reading, line, column)] as const));
  const amounts = new Map<AmountName, AmountDraft>();
  for (const each of AMOUNTS) {
    const [slot, column] = [slots.get(each), reading.columns.find((own) => own.name === each)];
    if (slot && column) amounts.set(each, readAmount(slot, column.unit === null ? reading.unit : unitOf(column.unit)));
  }
  const money = moneySaid(amounts, held, month);
  const fields = reading.columns.flatMap((column): readonly MonthField[] => {
    const slot = slots.get(column.name);
    if (!slot) return [];
    const cell = line.cells.get(column.name);
    const broken = cell ? valueFault(cell) : null;
    const isEmpty = isUnknown(slot.text) && column.name !== 'project';
    if (isEmpty && broken === null) return [];
    const draft = broken
      ? { value: null, fault: broken }
      : draftOf({ reading, line, name, match, held, amounts, money }, column.name, slot);
    if (draft === null) return [];
    const before = beforeOf(reading, held, column.name);
    const notes: readonly SheetNoteCode[] = [...(cell?.cell.formula != null ? (['formula'] as const) : []), ...(draft.notes ?? [])];
    return [
      {
        field: column.name,
        cell: slot.name,
        raw: slot.text,
        value: draft.fault ? null : draft.value,
        before,
        state: draft.fault?.weight ?? stateOf(column.name, draft, before, match.project !== null),
        rule: draft.rule ?? null,
        notes,
        fault: draft.fault ?? null,
        candidates: draft.candidates ?? [],
      },
    ];
  });
  const taken = (field: MonthlyColumnName): string | null => {
    const value = fields.find((each) => each.field === field)?.value;
    return typeof value === 'string' ? value : null;
  };
  const fenOf = (field: AmountName): number | null => (taken(field) === null ? null : (amounts.get(field)?.fen ?? null));
  const said = Object.fromEntries(
    fields.flatMap(({ field, value }) =>
      typeof value === 'string' && (isProjectWords(field) || isReportWords(field)) ? [[field, value] as const] : [],
    ),
  );
  return {
    row: line.row,
    section: line.section,
    parent: line.parent,
    number: line.cells.get('number')?.text ?? null,
    project: match.project?.id ?? null,
    matchedBy: match.matchedBy,
    state: worstState(fields, match.project !== null),
    fields,
    notes: reading.hiddenRows.has(line.row) ? ['hidden-row'] : [],
    meaning: {
      name,
      lead: taken('department'),
      leadWords: slots.get('department')?.said || null,
      said,
      totalFen: fenOf('total'),
      planFen: fenOf('plan'),
      baseFen: fields.find(({ field }) => field === 'base')?.fault ? null : money.newBase,
      completedFen: fields.some(({ field, fault }) => (field === 'year' || field === 'completed') && fault) ? null : money.completed,
      monthFen: fenOf('month') === null ? null : money.monthStated,
      yearFen: fenOf('year') === null ? null : money.yearStated,
      says: (['month', 'year'] as const).filter((field) => fenOf(field) !== null),
      share: readSite(taken('onSite') ?? ''),
    },
  };
}

/** What the amounts of a row say together. */
interface MoneySaid {
  readonly completed: number | null;
  /** To the end of the year before, where nothing was reported of its December. */
  readonly newBase: number | null;
  readonly monthStated: number | null;
  readonly yearStated: number | null;
  /** The difference to the month before, where both are known. */
  readonly monthFollows: number | null;
  readonly year: number | null;
  readonly isBaseOther: boolean;
}

function moneySaid(amounts: ReadonlyMap<AmountName, AmountDraft>, held: Held, month: string | null): MoneySaid {
  const fen = (name: AmountName): number | null => amounts.get(name)?.fen ?? null;
  const [base, year, stated] = [fen('base'), fen('year'), fen('month')];
  const heldBase = held.fen.base;
  const inYear = month === null ? [] : held.months.filter((row) => yearOf(row.month) === yearOf(month) && row.month < month);
  const earlier = month === null ? [] : held.months.filter((row) => yearOf(row.month) < yearOf(month));
  const isBelow =
    base !== null &&
    heldBase === null &&
    (inYear.some(({ completed_fen }) => completed_fen !== null && completed_fen < base) ||
      earlier.some(({ completed_fen }) => completed_fen !== null && completed_fen > base));
  const isBaseOther = (base !== null && heldBase !== null && base !== heldBase) || isBelow;
  const start = heldBase ?? (isBelow ? null : base);
  const completed = fen('completed') ?? (start !== null && year !== null ? start + year : null);
  const before = month === null ? null : month.endsWith('-01') ? start : completedIn(held.months, monthAfter(month, -1));
  const monthFollows = completed !== null && before !== null ? completed - before : null;
  const yearFollows = completed !== null && start !== null ? completed - start : null;
  return {
    completed,
    newBase: heldBase === null && !isBelow ? base : null,
    monthStated: stated === monthFollows ? null : stated,
    yearStated: year === yearFollows ? null : year,
    monthFollows,
    year: year ?? yearFollows,
    isBaseOther,
  };
}

interface RowParts {
  readonly reading: MonthReading;
  readonly line: MonthLine;
  readonly name: string;
  readonly match: ProjectMatch;
  readonly held: Held;
  readonly amounts: ReadonlyMap<AmountName, AmountDraft>;
  readonly money: MoneySaid;
}

/** What was understood of a filled cell; null for one that nothing is kept of. */
function draftOf(parts: RowParts, field: MonthlyColumnName, slot: Slot): FieldDraft | null {
  const { reading, amounts, money, held } = parts;
  switch (field) {
    case 'number':
      return { value: slot.text };
    case 'project':
      return readName(parts, slot);
    case 'code':
      return readCode(slot);
    case 'department':
      return readLeading(reading.departments, slot);
    case 'total':
    case 'plan':
      return amounts.get(field) ?? null;
    case 'base': {
      const amount = amounts.get('base') ?? null;
      if (!money.isBaseOther || amount?.fault) return amount;
      const expected = `what was reported before, ${held.fen.base === null ? 'more' : moneyText(held.fen.base)}`;
      return { value: null, fault: faultAt('unclear', 'base-differs', slot.name, expected, slot.text) };
    }
    case 'completed':
    case 'year':
      return notFallen(parts, amounts.get(field) ?? null, slot);
    case 'month': {
      const amount = amounts.get('month') ?? null;
      const differs = amount?.fen != null && money.monthFollows !== null && amount.fen !== money.monthFollows;
      return amount && differs ? { ...amount, notes: [...(amount.notes ?? []), 'month-differs'] } : amount;
    }
    case 'share':
    case 'ahead':
      return computed(parts, field, slot);
    case 'onSite': {
      const share = readSite(slot.text, reading.columns.find(({ name }) => name === 'onSite')?.unit === '%');
      return share === null
        ? { value: null, fault: faultAt('unclear', 'amount-not-understood', slot.name, 'per cent', slot.text) }
        : { value: percentOf(share) };
    }
    default:
      return isProjectWords(field) || isReportWords(field) ? readStated(slot) : null;
  }
}

function readName({ reading, line, name, match }: RowParts, slot: Slot): FieldDraft {
  if (bareText(name) === '')
    return { value: null, fault: faultAt('faulty', 'missing-task', slot.name, 'the name of the project', slot.text) };
  if (line.parent !== null && match.project === null)
    return {
      value: null,
      fault: faultAt('unclear', 'part-of-project', slot.name, `a project that stands by itself, not a part of row ${line.parent}`, name),
    };
  if (match.isAmbiguous) return { value: null, fault: faultAt('faulty', 'several-projects', slot.name, 'the name of one project', name) };
  const key = match.project?.id ?? bareText(name);
  const earlier = reading.seen.get(key);
  reading.seen.set(key, earlier ?? slot.name);
  if (earlier !== undefined)
    return { value: null, fault: faultAt('faulty', 'duplicate-task', slot.name, 'each project once', `that of ${earlier}: ${name}`) };
  const before = match.project && nameIn(match.project, reading.language);
  if (match.matchedBy === 'code' && before !== null && bareText(before) !== bareText(name))
    return { value: null, fault: faultAt('unclear', 'name-differs', slot.name, before, name) };
  const rule = match.project === null ? `kind-${kindTold(name, line.cells.get('category')?.text ?? null)}` : null;
  return { ...readStated(slot), value: before ?? name, rule };
}

function readCode(slot: Slot): FieldDraft {
  const code = projectCode(slot.text);
  if (code !== null) return { value: code };
  if (!/\d/.test(slot.text.normalize('NFKC'))) return readStated(slot);
  return { value: null, fault: faultAt('unclear', 'code-form', slot.name, '4-6-2-2-6 digits', slot.text) };
}

/** The one department in the lead: several are asked, and the cell can be named as one of them. */
function readLeading(book: DepartmentBook, { name: cell, units }: Slot): FieldDraft {
  const whole = wholeOf(units);
  const known = book.find(whole);
  if (known !== null) return { value: known };
  const named = departmentsIn(units, book);
  const marked = named.filter(({ isLead }) => isLead);
  const [lead, ...others] = marked.length === 1 ? marked : named;
  if (others.length > 0) {
    const candidates = named.flatMap(({ id }) => id ?? []);
    return { value: null, candidates, fault: faultAt('unclear', 'two-leads', cell, 'one department', whole) };
  }
  if (lead?.id) return { value: lead.id };
  return {
    value: null,
    fault: faultAt('faulty', 'unknown-department', cell, 'the name of a department of the district', lead?.name ?? whole),
  };
}

function wholeOf(units: string): string {
  return flatText(units.replaceAll(/[、，,；;]?\s*\n\s*/g, '、'));
}

/** Less than was reported of an earlier month needs its reason, which a sheet does not give. */
function notFallen({ held, money, reading: { month } }: RowParts, amount: AmountDraft | null, slot: Slot): FieldDraft | null {
  if (amount === null || amount.fault || money.completed === null || month === null) return amount;
  const completed = money.completed;
  const less = held.months.find(
    (row) => row.month > month && row.completed_fen !== null && row.completed_fen < completed && !hasReason(row),
  );
  if (less) {
    const expected = `${moneyText(less.completed_fen ?? 0)} or less to date, as completed by ${less.month}`;
    return { value: null, fault: faultAt('faulty', 'amount-falls', slot.name, expected, moneyText(completed)) };
  }
  const more = held.months.findLast((row) => row.month < month && (row.completed_fen ?? 0) > completed);
  if (!more || (held.report && hasReason(held.report))) return amount;
  const expected = `${moneyText(more.completed_fen ?? 0)} or more to date, as completed by ${more.month}`;
  return { value: null, fault: faultAt('faulty', 'amount-falls', slot.name, expected, moneyText(completed)) };
}

function hasReason({ fall_reason_zh, fall_reason_en }: Row<'monthly_progress'>): boolean {
  return Boolean(fall_reason_zh) || Boolean(fall_reason_en);
}

/** What follows from the amounts of the row is compared with them, and not kept. */
function computed({ amounts, money, reading: { month } }: RowParts, field: 'share' | 'ahead', { name: cell, text }: Slot): FieldDraft {
  const plan = amounts.get('plan')?.fen ?? null;
  const notes = ['computed-again'] as const;
  if (plan === null || plan === 0 || money.year === null || month === null) return { value: text, notes };
  const percent = (money.year / plan) * 100;
  const points = pointsAhead(percent, month);
  const isSaid = field === 'share' ? saysShare(text, percent) : saysPoints(text, points);
  if (isSaid !== false) return { value: text, notes };
  const follows = field === 'share' ? `${percent.toFixed(1)}%` : points.toFixed(1);
  return { value: null, fault: faultAt('unclear', field === 'share' ? 'share-differs' : 'ahead-differs', cell, follows, text) };
}

function heldOf(register: Register, project: Row<'project'> | null, month: string | null): Held {
  const none = { total: null, base: null, plan: null, completed: null, month: null, year: null };
  if (project === null) return { project, months: [], report: null, fen: none };
  const months = monthsOf(register, project.id);
  if (month !== null) return { project, months, ...heldMonth(register, project.id, month) };
  const total = plannedAmount(register, project.id, null)?.amount_fen ?? null;
  return { project, months, report: null, fen: { ...none, total } };
}

function beforeOf({ language }: MonthReading, { project, report, fen }: Held, field: MonthlyColumnName): string | null {
  const amount = AMOUNTS.find((name) => name === field);
  if (amount) return fen[amount] === null ? null : moneyText(fen[amount]);
  if (project === null) return null;
  if (field === 'project') return nameIn(project, language);
  if (field === 'department') return project.lead;
  if (field === 'onSite') return report?.share == null ? null : String(report.share);
  return heldIn(project, report, field, language);
}

function stateOf(field: MonthlyColumnName, { value }: FieldDraft, before: string | null, isThere: boolean): FieldState {
  if (field === 'share' || field === 'ahead') return 'same';
  if (!isThere) return 'new';
  if (field === 'onSite') return before !== null && readSite(String(value)) === Number(before) ? 'same' : 'changed';
  return flatText(String(value ?? '')) === flatText(before ?? '') ? 'same' : 'changed';
}

function slotAt({ sheet }: MonthReading, { row, cells }: MonthLine, { column, name }: MonthReading['columns'][number]): Slot {
  return slotOf(sheet, row, column, cells.get(name) ?? null);
}
