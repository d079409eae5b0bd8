import type { Language } from '@westgate/base';
import { inventedLabel, noticeOf, type Register, type Row } from '@westgate/domain';
import { inTextOrder } from '../../folder/plan-text.ts';
import { jobRunner } from '../../jobs/job-runner.ts';
import { departmentBook, departmentsIn } from '../common/department-names.ts';
import { bareText } from '../common/flat-text.ts';
import { lastHead, unitOfHead } from '../common/head-words.ts';
import { recipeOfRow, type SheetRecipe } from '../common/sheet-recipe.ts';
import type { jobs } from '../common/write-sheet-job.ts';
import { type ColumnRole, isColumnRole } from './column-roles.ts';
import { exportedCells, supportOf } from './exported-cells.ts';
import { isStated, statedOf } from './stated-fields.ts';

type Commitment = Row<'commitment'>;
type Columns = readonly { readonly head: string; readonly role: ColumnRole | null }[];

const run = jobRunner<typeof jobs>(new URL('../common/write-sheet-job.js', import.meta.url));
const WIDTHS: { readonly [role in ColumnRole]?: number } = {
  number: 7,
  sentence: 40,
  task: 40,
  due: 14,
  steps: 36,
  progress: 36,
  state: 12,
};
const USUAL_WIDTH = 20;

/**
 * The commitments of a recipe's plan as the sheet (.xlsx) that it reads: its columns in their order under its heads, the headings between the tasks as
 * rows of their own, each cell in the words that the sheet stated, as long as they still say what is held. A column that nobody said the meaning of is
 * empty.
 */
export async function writeOfficeSheet(register: Register, recipe: SheetRecipe, language: Language): Promise<Uint8Array> {
  const columns = recipe.columns.map(({ head, role }) => ({ head, role: role !== null && isColumnRole(role) ? role : null }));
  const heads = columns.map(({ head }) => head.split(' / '));
  const depth = Math.max(1, ...heads.map(({ length }) => length));
  const rows: (string | null)[][] = [];
  const across: number[] = [];
  const nameIn = namedBy(register);
  let before: readonly string[] = [];
  for (const commitment of ownCommitments(register, recipe)) {
    const section = columns.some(({ role }) => role === 'section') ? [] : (commitment.section?.split('\n') ?? []);
    const shared = section.findIndex((text, at) => text !== before[at]);
    for (const text of shared < 0 ? [] : section.slice(shared)) {
      across.push(rows.length);
      rows.push([text, ...columns.slice(1).map(() => null)]);
    }
    before = section;
    rows.push(
      columns.map(({ role, head }) => (role === null ? null : cellOf({ register, commitment, language, columns, nameIn }, role, head))),
    );
  }
  const sheet = {
    name: language === 'zh' ? '任务分解表' : 'Task breakdown',
    title: titleOf(register, recipe, language),
    columns: columns.map(({ role }) => ({ head: '', width: (role && WIDTHS[role]) ?? USUAL_WIDTH, format: null })),
    heads: Array.from({ length: depth }, (_, row) => heads.map((words) => words[row] ?? null)),
    across,
    rows,
  };
  return run('write-sheet', sheet, { isLong: true });
}

interface OfficeCell {
  readonly register: Register;
  readonly commitment: Commitment;
  readonly language: Language;
  readonly columns: Columns;
  readonly nameIn: NamesIn;
}

/** The departments that words name, and how many of the names are none of theirs. */
type NamesIn = (words: string | null) => { readonly ids: readonly string[]; readonly unknown: number };

function namedBy(register: Register): NamesIn {
  const names = [...register.recipe.values()].flatMap((row) => recipeOfRow(row).departments.map(({ id, name }) => [id, name] as const));
  const book = departmentBook(register, names, new Map());
  return (words) => {
    const plain = (words ?? '').replaceAll(/^[^：\n]{2,12}单位：/gm, '');
    const found = plain === '' ? [] : departmentsIn(plain, book);
    return { ids: found.flatMap(({ id }) => id ?? []), unknown: found.filter(({ id }) => id === null).length };
  };
}

function cellOf(at: OfficeCell, role: ColumnRole, head: string): string | null {
  const { register, commitment, language, columns } = at;
  const cells = exportedCells(register, commitment, language);
  if (isStated(role)) return ofColumn(withoutUnit(statedOf(commitment, role, language), role, head), role, head, columns);
  switch (role) {
    case 'id':
      return commitment.id;
    case 'section':
      return commitment.section;
    case 'number':
      return commitment.list_number;
    case 'sentence':
      return commitment.report_words ?? (isOwnSentence(register, commitment, language) ? null : cells.sentence);
    case 'task':
      return commitment.task_words ?? commitment[`clause_${language}`] ?? cells.task;
    case 'lead':
      return commitment.owner_words ?? cells.lead;
    case 'support':
      return ofColumn(supportSaid(at, cells.support), role, head, columns);
    case 'due':
      return commitment.due_words ?? cells.due;
    case 'note':
      return cells.note;
    default:
      return null;
  }
}

/** The words for the co-operating units, as long as no department of theirs has come or gone since. */
function supportSaid({ register, commitment, nameIn }: OfficeCell, names: string | null): string | null {
  const { support_words: words } = commitment;
  const lead = nameIn(commitment.owner_words);
  const named = nameIn(words);
  const held = supportOf(register, commitment.id);
  const told = new Set([...named.ids, ...lead.ids].filter((id) => id !== commitment.owner));
  const isWhole = [...told].every((id) => held.includes(id)) && held.filter((id) => !told.has(id)).length <= named.unknown + lead.unknown;
  if (isWhole) return words;
  return names;
}

/** Of a role that stands in several columns the line behind the head of this one. */
function ofColumn(text: string | null, role: ColumnRole, head: string, columns: Columns): string | null {
  const own = columns.filter((column) => column.role === role);
  if (text === null || own.length < 2) return text;
  const heads = own.map(lastHead);
  const parts = new Map<string, string[]>();
  let open: string[] | null = null;
  for (const line of text.split('\n')) {
    const found = heads.find((words) => line.startsWith(`${words}：`));
    if (found !== undefined) {
      open = [line.slice(found.length + 1)];
      parts.set(found, open);
    } else open?.push(line);
  }
  if (open === null) return own[0]?.head === head ? text : null;
  return parts.get(lastHead({ head }))?.join('\n') ?? null;
}

/** An amount goes back without the unit that its head names. */
function withoutUnit(text: string | null, role: ColumnRole, head: string): string | null {
  const unit = role === 'goal' ? unitOfHead(head.split(' / ').at(-1) ?? '') : null;
  return unit !== null && text?.endsWith(unit) && /^-?[\d.]+$/.test(text.slice(0, -unit.length)) ? text.slice(0, -unit.length) : text;
}

/** True where the sentence is no more than the task: a plan that was made of a sheet. */
function isOwnSentence(register: Register, commitment: Commitment, language: Language): boolean {
  const text = register.sentence.get(commitment.sentence)?.[`text_${language}`] ?? '';
  return bareText(text) === bareText(commitment[`clause_${language}`] ?? '');
}

function ownCommitments(register: Register, { document }: SheetRecipe): readonly Commitment[] {
  const sentences = inTextOrder([...register.sentence.values()].filter((sentence) => document === null || sentence.document === document));
  const places = new Map(sentences.map(({ id }, index) => [String(id), index]));
  return [...register.commitment.values()]
    .filter(({ sentence }) => places.has(sentence))
    .sort((a, b) => (places.get(a.sentence) ?? 0) - (places.get(b.sentence) ?? 0));
}

function titleOf(register: Register, { document }: SheetRecipe, language: Language): string {
  const plan = document === null ? undefined : register.document.get(document);
  const title = plan?.[`title_${language}`] ?? plan?.title_zh ?? plan?.title_en ?? '';
  const [district] = register.district.values();
  const label = (district && inventedLabel(noticeOf(district), language)) ?? '';
  return label === '' || title.includes(label) ? title : `${title}（${label}）`;
}
