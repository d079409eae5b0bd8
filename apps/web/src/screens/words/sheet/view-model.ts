import type { Recipe, SheetImportRequest, SheetPreviewRequest, TaskSheet } from '@westgate/contract';
import {
  isSheetRole,
  MONTHLY_PREFIX,
  type MonthlyColumnName,
  monthlyNameOf,
  SHEET_MONTH,
  type SheetKind,
  type SheetRole,
} from '@westgate/domain';
import type { WordId } from '../../../messages/words.ts';

export type SheetRow = TaskSheet['rows'][number];
export type SheetField = SheetRow['fields'][number];
export type SheetColumn = TaskSheet['columns'][number];
type RecipeDraft = Exclude<SheetPreviewRequest['recipe'], string | undefined>;
type Role = SheetColumn['role'];

/** A file as it is sent. */
export type SheetFile = SheetPreviewRequest['file'];

/** What a person says of how the sheet is to be read. What is not said is found in the sheet. */
export interface SheetSettings {
  /** The recipe it goes on from; null: none. */
  readonly recipe: string | null;
  /** What kind of sheet it is; null: its heads tell. */
  readonly reads: SheetKind | null;
  /** The month of a monthly sheet, as typed; empty: that in its title. */
  readonly month: string;
  /** The plan the tasks are promised in; empty: the sheet is a plan of its own. */
  readonly document: string;
  readonly addsSentences: boolean;
  /** As typed. */
  readonly year: string;
  /** The sheet of the file; empty: the first visible one with a head. */
  readonly sheet: string;
  /** Nothing was said: a kept recipe whose heads the sheet has is chosen by itself. */
  readonly isOpen: boolean;
  /** What columns hold, by their heads. */
  readonly columns: ReadonlyMap<string, Role>;
  /** What names of departments mean: the id of one, or `NEW_DEPARTMENT`. */
  readonly departments: ReadonlyMap<string, string>;
}

/** A name that becomes a department. No id has a space. */
export const NEW_DEPARTMENT = 'new department';

export const NO_SETTINGS: SheetSettings = {
  recipe: null,
  reads: null,
  month: '',
  isOpen: true,
  document: '',
  addsSentences: true,
  year: '',
  sheet: '',
  columns: new Map(),
  departments: new Map(),
};

/** The settings a kept recipe begins with. */
export function settingsOf(recipe: Recipe): SheetSettings {
  return {
    ...NO_SETTINGS,
    isOpen: false,
    recipe: recipe.id,
    reads: recipe.reads,
    document: recipe.document ?? '',
    addsSentences: recipe.addsSentences,
    year: recipe.year === null ? '' : String(recipe.year),
    columns: new Map(recipe.columns.map(({ head, role }) => [head, role])),
    departments: new Map(recipe.departments.map(({ name, id }) => [name, id])),
  };
}

/** True where the year can be sent: four digits of this century, or none. */
export function isYear(text: string): boolean {
  return text.trim() === '' || /^20\d\d$/.test(text.trim());
}

/** True where a month can be sent, such as 2026-06. */
export function isMonthTyped(text: string): boolean {
  return SHEET_MONTH.test(text.trim());
}

/** What is sent to have the sheet read. */
export function askOf(file: SheetFile, settings: SheetSettings): SheetPreviewRequest {
  const { recipe, reads, document, addsSentences, year, sheet, columns, departments } = settings;
  const month = isMonthTyped(settings.month) ? { month: settings.month.trim() } : {};
  if (settings.isOpen) return { file, newDepartments: [], ...(sheet === '' ? {} : { sheet }), ...month };
  const named = [...departments];
  const draft: RecipeDraft = {
    ...(recipe === null ? {} : { id: recipe }),
    reads,
    document: document === '' ? null : document,
    addsSentences,
    year: year.trim() === '' ? null : Number(year),
    columns: [...columns].map(([head, role]) => ({ head, role })),
    departments: named.filter(([, id]) => id !== NEW_DEPARTMENT).map(([name, id]) => ({ name, id })),
  };
  return {
    file,
    recipe: draft,
    ...(sheet === '' ? {} : { sheet }),
    ...month,
    newDepartments: named.filter(([, id]) => id === NEW_DEPARTMENT).map(([name]) => name),
  };
}

/** What a person decided of the rows, against what is taken by itself. */
export interface RowChoice {
  /** Rows ticked or unticked by hand. */
  readonly ticks: ReadonlyMap<number, boolean>;
  /** The sentence that promises a row whose words stand in none. */
  readonly sentences: ReadonlyMap<number, string>;
}

export const NO_CHOICE: RowChoice = { ticks: new Map(), sentences: new Map() };

/** True where the row can be taken: it changes something and nothing in it is wrong. */
export function isTakeable({ state }: Pick<SheetRow, 'state'>): boolean {
  return state !== 'same' && state !== 'faulty';
}

/** True where a row is taken: by hand, by its sentence, or by itself where all of it is clear and known to have been edited in the sheet. */
export function isTaken(row: Pick<SheetRow, 'state' | 'row' | 'fields'>, { ticks, sentences }: RowChoice): boolean {
  const isClear = row.state !== 'unclear' && !row.fields.some(({ notes }) => notes.includes('export-not-known'));
  return isTakeable(row) && (ticks.get(row.row) ?? (isClear || sentences.has(row.row)));
}

/** True where the answer leaves rows out that would change something: such a sheet is taken in parts. */
export function isCut({ counts, rows }: TaskSheet): boolean {
  const told = (counts.rows.new ?? 0) + (counts.rows.changed ?? 0) + (counts.rows.unclear ?? 0) + (counts.rows.faulty ?? 0);
  return told > rows.filter(({ state }) => state !== 'same').length;
}

/** The rows that are taken, by number. */
export function takenRows(sheet: TaskSheet, choice: RowChoice): readonly number[] {
  return sheet.rows.filter((row) => isTaken(row, choice)).map(({ row }) => row);
}

/** What is sent to take the rows in. */
export function takeOf(
  ask: SheetPreviewRequest,
  sheet: TaskSheet,
  choice: RowChoice,
  { who, saveAs }: { readonly who: string; readonly saveAs: string },
): SheetImportRequest {
  const rows = takenRows(sheet, choice);
  const sentences = rows.flatMap((row) => {
    const sentence = choice.sentences.get(row);
    return sentence === undefined ? [] : [{ row, sentence }];
  });
  return {
    ...ask,
    rows: [...rows],
    sentences,
    ...(saveAs.trim() === '' ? {} : { saveAs: saveAs.trim() }),
    who: who.trim(),
  };
}

/** The rows shown: all, or those that are not the same as what is held. */
export function shownRows({ rows }: TaskSheet, onlyDifferent: boolean): readonly SheetRow[] {
  return onlyDifferent ? rows.filter(({ state }) => state !== 'same') : rows;
}

/** Fields that have a column of their own in the table of rows, in their order. */
const FIELDS = [
  'task',
  'sentence',
  'leader',
  'co-leader',
  'lead',
  'support',
  'due',
  'goal',
  'steps',
  'person',
  'progress',
  'problems',
  'next',
  'state',
  'note',
] as const;
export type ShownField = (typeof FIELDS)[number] | MonthlyColumnName;

/** Those of them that the sheet fills anywhere; of a monthly sheet its own columns in their order. */
export function filledFields({ reads, columns, rows }: TaskSheet): readonly ShownField[] {
  const own = columns.flatMap(({ role }): readonly ShownField[] => {
    const name = role === null ? null : monthlyNameOf(role);
    return name === null || name === 'number' ? [] : [name];
  });
  return (reads === 'monthly' ? own : FIELDS).filter((name) => rows.some(({ fields }) => fields.some(({ field }) => field === name)));
}

/** Of the names that nobody decided on, those that may mean one department alone, with it; and those for which nothing speaks. */
export function namesOpen(
  { unknownDepartments }: TaskSheet,
  { departments }: SheetSettings,
): { readonly proposed: ReadonlyMap<string, string>; readonly others: readonly string[] } {
  const open = unknownDepartments.filter(({ name }) => !departments.has(name));
  return {
    proposed: new Map(
      open.flatMap(({ name, proposed: [only, ...rest] }) => (only !== undefined && rest.length === 0 ? [[name, only]] : [])),
    ),
    others: open.filter(({ name, proposed }) => proposed.length === 0 && !NOBODY.test(name)).map(({ name }) => name),
  };
}

/** Words that stand for whoever it concerns and name no office: `各有关单位`. They become one only where a person says so. */
const NOBODY = /^(?:各|有关|相关|其他|其它|全区各|区各|本区各|all (?:relevant|other|departments)|relevant|other)/iu;

/** Texts that name the rows of a sheet: tasks, and in their twin projects. */
type OfRows = Extract<WordId, `sheet.${string}.projects`> extends `${infer Of extends string}.projects` ? Extract<WordId, Of> : never;

/** The text that names the rows as the kind of sheet does. */
export function ofRows(reads: SheetKind, id: OfRows): WordId {
  return reads === 'monthly' ? `${id}.projects` : id;
}

/** What a column holds, in words. */
export function roleWord(role: SheetRole): WordId {
  const name = monthlyNameOf(role);
  return name === null ? (`sheet.role.${role}` as WordId) : `monthly.column.${name}`;
}

/** The same of a field of a row. */
export function fieldWord({ reads }: Pick<TaskSheet, 'reads'>, field: ShownField): WordId {
  const role = reads === 'monthly' ? `${MONTHLY_PREFIX}${field}` : field;
  return isSheetRole(role) ? roleWord(role) : 'sheet.role.none';
}

/** Columns that a person is asked about: filled, and not known by their whole head. */
export function columnsAsked({ columns, isOurs }: Pick<TaskSheet, 'columns' | 'isOurs'>): readonly SheetColumn[] {
  return isOurs ? [] : columns.filter(({ head, role, rule }) => head !== '' && role === null && rule !== 'recipe');
}

/** What was left out of a sheet that was taken: columns, rows of tasks by their numbers, cells that were not understood, and rows that are no tasks. */
export function leftOut(sheet: TaskSheet, taken: readonly number[]) {
  const rows = sheet.rows.filter(({ row, state }) => state !== 'same' && !taken.includes(row)).map(({ row }) => row);
  const cells = sheet.rows.filter(({ row }) => taken.includes(row)).flatMap(({ fields }) => fields.filter(({ fault }) => fault !== null));
  return {
    heads: sheet.notKept.map(({ head }) => head),
    rows,
    cells: cells.length,
    skipped: sheet.skipped.filter(({ why }) => why !== 'section' && why !== 'same-task').length,
  };
}

/** Names that no department has, with what was said of them: those of the sheet, and those decided already. */
export function namesAsked({ unknownDepartments }: TaskSheet, { departments }: SheetSettings): readonly string[] {
  return [...new Set([...departments.keys(), ...unknownDepartments.map(({ name }) => name)])];
}
