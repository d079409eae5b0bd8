import { idOf, type Language } from '@westgate/base';
import { basisColumns, type Change, IN_NO_SHEET, keyOf, type Register, type Row, splitPlanText } from '@westgate/domain';
import { ChangeSet } from '../../deeds/change-set.ts';
import { refuseFaults } from '../../deeds/revise.ts';
import { newFaults } from '../../folder/check-register.ts';
import { refindWords } from '../../words/refind.ts';
import { checkResult } from '../../words/replace-text.ts';
import { chosenRows, keptLanguage, putNewDepartments } from '../common/chosen-rows.ts';
import { keepRecipe } from '../common/keep-recipe.ts';
import { inOneLanguage } from '../common/kept-words.ts';
import type { SheetChoice } from '../common/sheet-choice.ts';
import { basisOf, withoutStop } from '../common/sheet-words.ts';
import { supportOf } from './exported-cells.ts';
import { SheetPlan } from './sheet-plan.ts';
import { isStated, statedColumns } from './stated-fields.ts';
import type { TaskField, TaskRow, TaskSheet } from './task-sheet.ts';

/** Characters of a short title. */
const LONGEST = { zh: 40, en: 90 } as const;

/**
 * The changes that take the rows of a sheet into the district: commitments made or changed, a sentence for each new task that has none,
 * departments, the recipe. `seq` is the number of the coming deed; new ids carry it. Throws `WG_SHEET_FAULTY` and `WG_INPUT_INVALID`.
 */
export function acceptSheet(register: Register, sheet: TaskSheet, choice: SheetChoice, seq: number): readonly Change[] {
  const rows = chosenRows(sheet, choice.rows);
  const language = keptLanguage(register, sheet.language);
  const set = new ChangeSet(register);
  const plan = new SheetPlan(register, set, { sheet, choice, language, seq });
  const named = new Set(
    rows.flatMap(({ meaning, fields }) => [meaning.lead, ...meaning.support, ...fields.flatMap(({ value }) => value ?? []).flat()]),
  );
  putNewDepartments(set, choice, named);
  const reworded: Row<'sentence'>[] = [];
  const ids = new Map(sheet.rows.flatMap(({ row, commitment }) => (commitment === null ? [] : [[row, commitment] as const])));
  for (const row of rows) {
    if (row.commitment === null) ids.set(row.row, addTask(set, plan, row, { language, parent: ids.get(row.parent ?? -1) ?? null }));
    else reworded.push(...changeTask(register, set, row, { choice, language, isOurs: sheet.isOurs }));
  }
  let asked = 0;
  const nextId = (): string => {
    asked += 1;
    return `q${seq}-${asked}`;
  };
  if (reworded.length > 0) {
    const after = set.register;
    for (const sentence of reworded) refindWords(set, after, sentence, nextId);
  }
  if (choice.saveAs !== null)
    keepRecipe(set, { ...choice.recipe, reads: 'task-sheet', document: plan.documentId }, sheet.columns, { name: choice.saveAs, seq });
  if (set.changes.length > 0) checkWhole(register, set.register, plan.documentId);
  return set.changes;
}

/** The plan must be read back with the same sentences, and the records must hold together. */
function checkWhole(before: Register, register: Register, documentId: string | null): void {
  const document = documentId === null ? undefined : register.document.get(documentId);
  const own = [...register.sentence.values()].filter((each) => each.document === document?.id && each.in_text);
  if (document && own.length > 0) {
    checkResult(before, register, document, own);
    return;
  }
  refuseFaults(newFaults(before, register));
}

/** Makes the commitment of a new task, and gives its id. */
function addTask(
  set: ChangeSet,
  plan: SheetPlan,
  row: TaskRow,
  { language, parent }: { readonly language: Language; readonly parent: string | null },
): string {
  const { meaning } = row;
  const { sentence, clause } = plan.sentenceFor(row);
  const id = plan.commitmentId(sentence);
  const pair = <Name extends string>(name: Name, text: string | null) => inOneLanguage(name, text, language);
  const commitment: Row<'commitment'> = {
    id: idOf<'commitment'>(id),
    sentence: idOf<'sentence'>(sentence),
    ...pair('title', titleOfTask(meaning.task, language)),
    ...pair('clause', clause),
    verb_class: null,
    cadence: null,
    asked_from: null,
    list_closed: false,
    owner: meaning.lead === null ? null : idOf<'department'>(meaning.lead),
    ...pair('owner_basis', meaning.lead === null ? null : plan.basis(row, 'lead')),
    due_on: meaning.due,
    ...pair('due_basis', plan.basis(row, 'due')),
    due_source: null,
    ...pair('no_place_reason', null),
    tags: [],
    ...pair('note', meaning.note),
    ...IN_NO_SHEET,
    ...statedColumns(saidOf(row), language),
    parent: parent === null ? null : idOf<'commitment'>(parent),
    section: sectionOf(row),
    visibility: 'district',
    rev: 1,
  };
  set.put('commitment', commitment);
  for (const department of meaning.support) set.put('link', cooperation(department, id));
  return id;
}

/** What the sheet states of a task: a cell in which something is wrong states nothing but its words. */
function saidOf({ meaning: { said }, fields }: TaskRow): TaskRow['meaning']['said'] {
  const faulty = new Set<string>(fields.flatMap(({ field, fault }) => (fault?.weight === 'faulty' && isStated(field) ? field : [])));
  return Object.fromEntries(Object.entries(said).filter(([name]) => !faulty.has(name)));
}

/** The headings a task stands under, one a line; else what its column of sections says. */
function sectionOf({ section, meaning }: TaskRow): string | null {
  return section.length > 0 ? section.join('\n') : (meaning.said.section ?? null);
}

interface Changing {
  readonly choice: SheetChoice;
  readonly language: Language;
  readonly isOurs: boolean;
}

/** Changes what the row changes. Gives the sentence where its words changed with the task. */
function changeTask(register: Register, set: ChangeSet, row: TaskRow, { choice, language, isOurs }: Changing): readonly Row<'sentence'>[] {
  const held = register.commitment.get(row.commitment ?? '');
  if (!held) return [];
  const changed = new Map(row.fields.filter(({ state }) => state === 'changed').map((field) => [field.field, field]));
  const basis = (field: TaskField): string | null => basisOf(choice.fileName, field, language);
  const wordsOf = (name: TaskField['field']): Readonly<Record<string, string | null>> =>
    statedColumns({ [name]: isOurs && name !== 'due' ? null : (row.meaning.said[name] ?? null) }, language);
  let next: Row<'commitment'> = held;
  let reworded: readonly Row<'sentence'>[] = [];
  const task = textOf(changed.get('task'));
  if (task !== null && isOurs) next = { ...next, [`title_${language}`]: task };
  else if (task !== null) {
    const sentence = register.sentence.get(held.sentence);
    const [first] = splitPlanText(task).sentences;
    if (sentence && first) {
      const after = { ...sentence, [`text_${language}`]: task, revision: sentence.revision + 1, checked_zh: false, checked_en: false };
      set.put('sentence', after);
      reworded = [after];
    }
    const title =
      held[`title_${language}`] === titleOfTask(held[`clause_${language}`] ?? '', language)
        ? titleOfTask(task, language)
        : held[`title_${language}`];
    next = { ...next, [`clause_${language}`]: withoutStop(task), [`title_${language}`]: title, ...wordsOf('task') };
  }
  const lead = changed.get('lead');
  if (lead) {
    const owner = textOf(lead);
    next = {
      ...next,
      owner: owner === null ? null : idOf<'department'>(owner),
      ...inOneLanguage('owner_basis', basis(lead), language),
      ...wordsOf('lead'),
    };
  }
  const due = changed.get('due');
  if (due)
    next = { ...next, due_on: row.meaning.due, ...inOneLanguage('due_basis', basis(due), language), due_source: null, ...wordsOf('due') };
  if (isOurs && changed.has('note')) next = { ...next, [`note_${language}`]: textOf(changed.get('note')) };
  else if (changed.has('note')) next = { ...next, [`note_${language}`]: row.meaning.note };
  for (const field of changed.values()) {
    if (isStated(field.field)) next = { ...next, ...statedColumns({ [field.field]: textOf(field) }, language) };
  }
  if (changed.has('support')) next = { ...next, ...wordsOf('support') };
  const said = [...(lead ? basisColumns('commitment', 'owner') : []), ...(due ? basisColumns('commitment', 'due_on') : [])];
  if (next !== held) set.put('commitment', next, said);
  if (changed.has('support')) changeSupport(register, set, held.id, row.meaning.support);
  return reworded;
}

function changeSupport(register: Register, set: ChangeSet, commitment: string, wanted: readonly string[]): void {
  const held = supportOf(register, commitment);
  for (const department of held) if (!wanted.includes(department)) set.drop('link', keyOf('link', cooperation(department, commitment)));
  for (const department of wanted) if (!held.includes(department)) set.put('link', cooperation(department, commitment));
}

function cooperation(department: string, commitment: string): Row<'link'> {
  return {
    from_kind: 'department',
    from_id: department,
    relation: 'co-operates',
    to_kind: 'commitment',
    to_id: commitment,
    source: null,
    note_zh: null,
    note_en: null,
    rev: 1,
  };
}

function textOf(field: TaskField | undefined): string | null {
  return typeof field?.value === 'string' ? field.value : null;
}

/** A short title for a task: its words, cut at the first mark where they are long, else at the last blank that fits. */
function titleOfTask(task: string, language: Language): string {
  const plain = task.replace(/[。．.；;]+$/, '');
  const longest = LONGEST[language];
  if (plain.length <= longest) return plain;
  const [part] = /^.{6,}?(?=[，。；：,;:])/.exec(plain) ?? [];
  if (part !== undefined && part.length <= longest) return part;
  const cut = plain.slice(0, longest - 1);
  const blank = language === 'en' ? cut.lastIndexOf(' ') : -1;
  return `${blank > longest / 2 ? cut.slice(0, blank) : cut}…`;
}
