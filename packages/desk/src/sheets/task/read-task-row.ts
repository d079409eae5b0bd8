import { isDay, type Language, never } from '@westgate/base';
import type { Row } from '@westgate/domain';
import { type FieldDraft, type Slot, slotOf, valueFault } from '../common/field-draft.ts';
import { flatText } from '../common/flat-text.ts';
import { readStated } from '../common/kept-words.ts';
import { faultAt } from '../common/sheet-fault.ts';
import { type FieldState, type SheetFault, type SheetNoteCode, worstState } from '../common/sheet-field.ts';
import type { SeenCell } from '../common/sheet-grid.ts';
import { cellAge } from './check-code.ts';
import { exportedCells, supportOf } from './exported-cells.ts';
import type { TaskMatch } from './match-tasks.ts';
import { readLead, readSupport } from './read-departments.ts';
import { readDue } from './read-due.ts';
import { readId, readNumber, readSentence, readTask } from './read-words.ts';
import type { RowReading } from './row-reading.ts';
import { STATED_NAMES, statedOf } from './stated-fields.ts';
import type { TaskBasics } from './task-basics.ts';
import type { TaskField, TaskFieldName, TaskRow } from './task-sheet.ts';

/** A field as it is read from its cell, with what is held and what Westgate would write into the cell. */
interface FieldPlan {
  readonly field: TaskFieldName;
  readonly before: TaskField['value'];
  /** The text of the cell in a sheet of ours that nobody touched; null where an untouched cell is empty. */
  readonly ours: string | null;
  readonly read: (slot: Slot) => FieldDraft;
  /** Whether what the cell says is held already, where that is not told by `before` alone. */
  readonly isHeld?: (value: string) => boolean;
  /** The words that are held where no value is: others are a change. */
  readonly words?: string | null;
}

/** Reads the cells of a task. */
export function readTaskRow(reading: RowReading, basics: TaskBasics, match: TaskMatch): TaskRow {
  const { line, number, task } = basics;
  const { commitment } = match;
  const drafts = new Map<TaskFieldName, TaskField & Pick<FieldDraft, 'others'>>();
  for (const plan of plansOf(reading, basics, match)) {
    const field = readField(reading, basics, match, plan);
    if (field) drafts.set(plan.field, field);
  }
  const fields = withOthers(reading, match, drafts).filter(({ field }) => field !== 'number' || !reading.isOurs);
  const saidOf = (name: TaskFieldName): TaskField['value'] => fields.find(({ field }) => field === name)?.value ?? null;
  const due = saidOf('due');
  const lead = saidOf('lead');
  const support = saidOf('support');
  return {
    row: line.row,
    section: line.section,
    parent: line.parent,
    number,
    commitment: commitment?.id ?? null,
    matchedBy: match.matchedBy,
    state: worstState(fields, commitment !== null),
    fields,
    notes: reading.hiddenRows.has(line.row) ? ['hidden-row'] : [],
    meaning: {
      language: reading.language,
      task,
      sentence: match.sentence?.id ?? null,
      clause: match.clause,
      lead: typeof lead === 'string' ? lead : null,
      support: typeof support === 'object' && support !== null ? support : [],
      due: typeof due === 'string' && isDay(due) ? due : null,
      note: typeof saidOf('note') === 'string' ? String(saidOf('note')) : null,
      said: saidIn(basics, saidOf('goal')),
    },
  };
}

function plansOf(reading: RowReading, basics: TaskBasics, match: TaskMatch): readonly FieldPlan[] {
  const { register, language, departments, isOurs } = reading;
  const { commitment } = match;
  const ours = commitment === null ? null : exportedCells(register, commitment, language);
  const words = isOurs ? ours?.task : (commitment?.[`clause_${language}`] ?? ours?.task);
  const remark = { before: ours?.note ?? null };
  const isIn = (text: string): boolean => flatText(ours?.note ?? '').includes(flatText(text));
  return [
    { field: 'id', before: commitment?.id ?? null, ours: null, read: (slot) => readId(reading, slot, match) },
    { field: 'number', before: null, ours: null, read: (slot) => readNumber(reading, slot, basics) },
    {
      field: 'task',
      before: words ?? null,
      ours: ours?.task ?? null,
      read: (slot) => readTask(reading, slot, basics, match),
      ...(match.matchedBy === 'words' ? { isHeld: () => true } : {}),
    },
    {
      field: 'sentence',
      before: ours?.sentence ?? null,
      ours: ours?.sentence ?? null,
      read: (slot) => readSentence(reading, slot, match, ours?.sentence ?? null),
    },
    { field: 'lead', before: commitment?.owner ?? null, ours: ours?.lead ?? null, read: (slot) => readLead(departments, slot) },
    {
      field: 'support',
      before: supportBefore(reading, commitment),
      ours: ours?.support ?? null,
      read: (slot) => readSupport(departments, slot),
    },
    {
      field: 'due',
      before: commitment?.due_on ?? null,
      ours: ours?.due ?? null,
      words: commitment?.due_words ?? null,
      read: (slot) => readDue(slot, reading.year, reading.span),
    },
    ...STATED_NAMES.map((field): FieldPlan => {
      const held = commitment === null ? null : statedOf(commitment, field, language);
      const plan = { field, before: held, ours: held, read: readStated };
      // Until schema 22 goals stood in the remark.
      const inRemark = (value: string): boolean => flatText(value) === flatText(held ?? '') || isIn(goalLabel(language) + value);
      return field === 'goal' ? { ...plan, read: (slot) => readGoal(reading, slot), isHeld: inRemark } : plan;
    }),
    { ...remark, field: 'note', ours: ours?.note ?? null, read: ({ text }) => ({ value: text }), ...(isOurs ? {} : { isHeld: isIn }) },
  ];
}

function readField(
  reading: RowReading,
  { line }: TaskBasics,
  match: TaskMatch,
  { field, before, ours, read, isHeld, words }: FieldPlan,
): (TaskField & Pick<FieldDraft, 'others'>) | null {
  const column = reading.columns.find(({ role }) => role === field) ?? (field === 'sentence' ? taskStandsIn(reading, match) : undefined);
  if (!column) return null;
  const cell = line.cells.get(field) ?? (field === 'sentence' && column.role === 'task' ? line.cells.get('task') : undefined) ?? null;
  const slot = slotOf(reading.sheet, line.row, column.column, cell);
  const across = cell === null ? [] : rolesAcross(line.cells, cell);
  if (across.length > 1 && across[0] !== field) return null;
  const fault = cell === null ? null : (valueFault(cell) ?? acrossFault(across, cell));
  const mayEmpty = reading.isOurs && match.commitment !== null;
  const isUntouched = mayEmpty && field !== 'id' && flatText(slot.text) === flatText(ours ?? '');
  let draft: FieldDraft;
  if (fault) draft = { value: null, fault };
  else if (isUntouched) draft = { value: before };
  else if (slot.text === '' && field !== 'task') {
    if (!mayEmpty || field === 'id' || field === 'number') return null;
    draft = field === 'sentence' ? read(slot) : { value: null };
  } else draft = read(slot);
  if (mayEmpty && !isUntouched && !isHeldAlready(draft, before))
    draft = sinceExport(draft, { field, before, ours }, slot, line.cells.get('check')?.text ?? '');
  const notes: readonly SheetNoteCode[] = [...(cell?.cell.formula != null ? (['formula'] as const) : []), ...(draft.notes ?? [])];
  const isSame = isHeld !== undefined && match.commitment !== null && typeof draft.value === 'string' && isHeld(draft.value);
  const isReworded =
    words !== undefined && match.commitment !== null && isEmpty(draft, before) && flatText(words ?? '') !== flatText(slot.text);
  const plain = isReworded ? 'changed' : stateOf(field, draft.value, before, match.commitment !== null);
  const state = draft.fault?.weight ?? (isSame ? 'same' : plain);
  return {
    field,
    cell: slot.name,
    raw: slot.text,
    value: draft.fault?.weight === 'faulty' ? null : draft.value,
    before,
    state,
    rule: draft.rule ?? null,
    notes,
    fault: draft.fault ?? null,
    candidates: draft.candidates ?? [],
    others: draft.others ?? [],
  };
}

/** True where neither the cell nor what is held tells a value. */
function isEmpty({ value }: FieldDraft, before: TaskField['before']): boolean {
  return value === null && before === null;
}

/** The words of the filled cells with their line breaks; of a goal with the unit of its head. */
function saidIn({ line }: TaskBasics, goal: TaskField['value']): TaskRow['meaning']['said'] {
  const said = Object.fromEntries([...line.cells].map(([role, cell]) => [role, cell.said]));
  return typeof goal === 'string' && flatText(said.goal ?? '') !== flatText(goal) ? { ...said, goal } : said;
}

/** True where a cell says what is held, if not in the words of the export. */
function isHeldAlready({ value, fault }: FieldDraft, before: TaskField['value']): boolean {
  return !fault && keyOfValue(value) === keyOfValue(before);
}

/** A cell of a sheet of ours that is not as the ledger would write it now: what was changed in the ledger since the export is not taken back. */
function sinceExport(
  draft: FieldDraft,
  { field, before, ours }: Pick<FieldPlan, 'field' | 'before' | 'ours'>,
  { name, text }: Slot,
  code: string,
): FieldDraft {
  const age = cellAge(code, field, [text, ...(field === 'due' && typeof draft.value === 'string' ? [draft.value] : [])], ours ?? '');
  switch (age) {
    case 'edited':
      return draft;
    case 'not-known':
      return draft.fault ? draft : { ...draft, notes: [...(draft.notes ?? []), 'export-not-known'] };
    case 'changed-meanwhile':
    case 'changed-by-both':
      if (draft.fault && age === 'changed-by-both') return draft;
      return { value: before, fault: faultAt('unclear', age, name, `what the ledger holds now, ${ours ?? 'nothing'}`, text) };
    default:
      return never(age);
  }
}

/** Where a sheet has no column for the words of a plan that is held, the words of the task must stand in it. */
function taskStandsIn({ recipe, columns }: RowReading, match: TaskMatch): RowReading['columns'][number] | undefined {
  const isOpen = match.commitment === null && recipe.document !== null && !recipe.addsSentences;
  return isOpen ? columns.find(({ role }) => role === 'task') : undefined;
}

/** The departments behind the first in the cell of the lead co-operate, with those of their own cell. */
function withOthers(
  { register }: RowReading,
  { commitment }: TaskMatch,
  drafts: ReadonlyMap<TaskFieldName, TaskField & Pick<FieldDraft, 'others'>>,
): readonly TaskField[] {
  const lead = drafts.get('lead');
  const others = lead?.others ?? [];
  const support = drafts.get('support');
  const plain = [...drafts.values()].map(({ others: _, ...field }): TaskField => field);
  if (!lead || others.length === 0) return plain;
  const before = commitment === null ? null : supportOf(register, commitment.id);
  const own = support ? support.value : null;
  const value = [...new Set([...others, ...(Array.isArray(own) ? own.map(String) : [])])];
  const base = support ?? { ...lead, field: 'support' as const, fault: null, candidates: [], rule: 'behind-the-first', notes: [] };
  const { others: _, ...joined } = { ...base, others };
  const state = joined.fault?.weight ?? stateOf('support', value, before, commitment !== null);
  return [...plain.filter(({ field }) => field !== 'support'), { ...joined, value, before, state }];
}

function supportBefore({ register }: RowReading, commitment: Row<'commitment'> | null): TaskField['before'] {
  return commitment === null ? null : supportOf(register, commitment.id);
}

/** The roles of the columns that a cell is merged over, from the left. */
function rolesAcross(cells: ReadonlyMap<string, SeenCell>, { name, merge }: SeenCell): readonly string[] {
  if (merge === null || merge.left === merge.right) return [];
  return [...cells].filter(([, each]) => each.name === name).map(([role]) => role);
}

/** Told once, at the first of these columns. */
function acrossFault(roles: readonly string[], { name, text }: SeenCell): SheetFault | null {
  return roles.length < 2 ? null : faultAt('faulty', 'merged-across', name, `a cell each for ${roles.join(' and ')}`, text);
}

function readGoal({ columns }: RowReading, slot: Slot): FieldDraft {
  const { text, isNumber } = slot;
  const unit = columns.find(({ role }) => role === 'goal')?.unit ?? null;
  const isAmount = /^-?[\d.,]+$/.test(text.normalize('NFKC'));
  if (!isAmount) return readStated(slot);
  const value = isNumber ? text : text.normalize('NFKC').replaceAll(',', '');
  return {
    value: unit === null ? value : `${value}${unit}`,
    notes: [...(isNumber ? [] : (['number-as-text'] as const)), ...(unit === null ? [] : (['unit-of-head'] as const))],
  };
}

function goalLabel(language: Language): string {
  return language === 'zh' ? '量化目标：' : 'Goal: ';
}

function stateOf(field: TaskFieldName, value: TaskField['value'], before: TaskField['value'], isThere: boolean): FieldState {
  if (!isThere) return 'new';
  if (field === 'id' || field === 'number' || field === 'sentence') return 'same';
  return keyOfValue(value) === keyOfValue(before) ? 'same' : 'changed';
}

function keyOfValue(value: TaskField['value']): string {
  if (value === null) return '';
  return typeof value === 'string' ? flatText(value) : [...value].sort().join('\n');
}
