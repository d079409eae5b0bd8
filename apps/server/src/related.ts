import { dayOf } from '@westgate/base';
import type { Deed, Desk, RowRef } from '@westgate/desk';
import {
  componentsOf,
  evidenceOn,
  fieldsOf,
  keyOf,
  milestonesOf,
  monthsOf,
  pendingChangesOf,
  plannedAmountsOf,
  type Register,
  relationsOf,
  type SubjectKind,
  stepsOf,
  type TableName,
  updatesOf,
  waitingOf,
} from '@westgate/domain';
import { commentRowsOf } from './present/comment.ts';
import { evidenceRowsOf } from './present/evidence-file.ts';
import { figureRows } from './present/figure.ts';
import { departmentsByMatter, matterRowsOf } from './present/matter.ts';
import { outlinesByPlace } from './present/outlines.ts';

/** Tables whose rows speak of other records, and the columns that say of which. */
const SPEAKING: readonly TableName[] = [
  'outcome',
  'figure',
  'evidence',
  'status_update',
  'requirement_answer',
  'gate_pass',
  'admission',
  'milestone',
  'dependency',
  'component',
  'planned_amount',
  'monthly_progress',
  'pending_change',
  'supervision',
  'comment',
  'supervision_department',
  'supervision_step',
  'link',
  'feature',
  'indicator_value',
];
const OF_WHICH = [
  'subject_kind',
  'subject_id',
  'from_kind',
  'from_id',
  'to_kind',
  'to_id',
  'layer',
  'place',
  'indicator',
  'project',
  'supervision',
] as const;

/** What is recorded of a project alone: its gates, dates, parts and money. */
const OF_PROJECT: ReadonlySet<TableName> = new Set<TableName>([
  'requirement_answer',
  'gate_pass',
  'admission',
  'milestone',
  'component',
  'planned_amount',
  'monthly_progress',
]);

/** Tables that name the record they speak of as their subject. */
const OF_SUBJECT: ReadonlySet<TableName> = new Set(SPEAKING.filter((table) => Object.hasOwn(fieldsOf(table), 'subject_kind')));

/** Reports of every day. */
const LAST_DAY = dayOf('9999-12-31');

type Cells = Readonly<Record<string, unknown>>;

/**
 * Which outcomes, figures, values, files, links and outlines were ever recorded of a record, also those that are gone again: a history shows them.
 * Those that are there are found in the register; those of the past are read when first asked, and learnt as they go.
 */
export class RelatedRows {
  readonly #desk: Desk;
  readonly #former = new Map<string, Map<string, RowRef>>();
  readonly #stop: () => void;
  #past: Promise<void> | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#stop = desk.onChange((deed) => this.#learn(deed));
  }

  /** The rows that speak of a record, each once. */
  async of(kind: string, id: string): Promise<readonly RowRef[]> {
    this.#past ??= this.#learnPast().catch((error: unknown) => {
      this.#past = null;
      throw error;
    });
    await this.#past;
    const rows = new Map(this.#former.get(`${kind}:${id}`));
    for (const row of present(this.#desk.register, kind, id)) rows.set(nameOf(row), row);
    return [...rows.values()];
  }

  close(): void {
    this.#stop();
  }

  async #learnPast(): Promise<void> {
    for (const { table, key, cells } of await this.#desk.former(SPEAKING, OF_WHICH)) this.#note({ table, key }, cells);
  }

  #learn(deed: Deed): void {
    for (const { table, key, before } of deed.changes) if (before) this.#note({ table, key }, before);
  }

  #note(row: RowRef, cells: Cells): void {
    for (const subject of subjectsOf(row.table, cells)) {
      const rows = this.#former.get(subject) ?? new Map<string, RowRef>();
      rows.set(nameOf(row), row);
      this.#former.set(subject, rows);
    }
  }
}

/** The rows of the register that speak of a record. */
function present(register: Register, kind: string, id: string): readonly RowRef[] {
  const { from, to } = relationsOf(register);
  const values = kind === 'indicator' ? [...register.indicator_value.values()].filter(({ indicator }) => indicator === id) : [];
  const outlines = kind === 'place' ? (outlinesByPlace(register).get(id) ?? []) : [];
  return [
    ...(isSubject(kind) ? evidenceOn(register, kind, id) : []).map(({ row }): RowRef => ({ table: 'outcome', key: row.id })),
    ...figureRows(register, kind, id).map((row): RowRef => ({ table: 'figure', key: row.id })),
    ...evidenceRowsOf(register, `${kind}:${id}`).map((row): RowRef => ({ table: 'evidence', key: row.id })),
    ...(kind === 'project' ? atGates(register, id) : []),
    ...(kind === 'commitment' || kind === 'project' ? updatesOf(register, kind, id, LAST_DAY) : []).map(
      (row): RowRef => ({ table: 'status_update', key: row.id }),
    ),
    ...commentRowsOf(register, `${kind}:${id}`).map((row): RowRef => ({ table: 'comment', key: row.id })),
    ...pendingChangesOf(register, `${kind}:${id}`).map((row): RowRef => ({ table: 'pending_change', key: row.id })),
    ...(kind === 'supervision' ? ofMatter(register, id) : []),
    ...matterRowsOf(register, `${kind}:${id}`).map((row): RowRef => ({ table: 'supervision', key: row.id })),
    ...[...from(kind, id), ...to(kind, id)].map((row): RowRef => ({ table: 'link', key: keyOf('link', row) })),
    ...outlines.map((row): RowRef => ({ table: 'feature', key: row.id })),
    ...values.map((row): RowRef => ({ table: 'indicator_value', key: keyOf('indicator_value', row) })),
  ];
}

function atGates(register: Register, project: string): readonly RowRef[] {
  const answers = [...register.requirement_answer.values()].filter((row) => row.project === project);
  const passes = [...register.gate_pass.values()].filter((row) => row.project === project);
  const { waitsFor, awaited } = waitingOf(register, project);
  return [
    ...answers.map((row): RowRef => ({ table: 'requirement_answer', key: keyOf('requirement_answer', row) })),
    ...passes.map((row): RowRef => ({ table: 'gate_pass', key: keyOf('gate_pass', row) })),
    { table: 'admission', key: project },
    ...milestonesOf(register, project).map(({ id }): RowRef => ({ table: 'milestone', key: id })),
    ...plannedAmountsOf(register, project).map(({ id }): RowRef => ({ table: 'planned_amount', key: id })),
    ...monthsOf(register, project).map((row): RowRef => ({ table: 'monthly_progress', key: keyOf('monthly_progress', row) })),
    ...componentsOf(register, project).map(({ id }): RowRef => ({ table: 'component', key: id })),
    ...[...waitsFor, ...awaited].map(({ row }): RowRef => ({ table: 'dependency', key: keyOf('dependency', row) })),
  ];
}

function ofMatter(register: Register, matter: string): readonly RowRef[] {
  const beside = departmentsByMatter(register).get(matter) ?? [];
  return [
    ...stepsOf(register, matter).map((row): RowRef => ({ table: 'supervision_step', key: keyOf('supervision_step', row) })),
    ...beside.map((row): RowRef => ({ table: 'supervision_department', key: keyOf('supervision_department', row) })),
  ];
}

function isSubject(kind: string): kind is SubjectKind {
  return kind === 'commitment' || kind === 'project' || kind === 'event';
}

function nameOf({ table, key }: RowRef): string {
  return `${table}|${key}`;
}

/** The records a row speaks of, as `kind:id`. */
function subjectsOf(table: TableName, row: Cells): readonly string[] {
  if (OF_SUBJECT.has(table)) return [`${row.subject_kind}:${row.subject_id}`];
  if (table === 'link' || table === 'dependency') return [`${row.from_kind}:${row.from_id}`, `${row.to_kind}:${row.to_id}`];
  if (table === 'feature') return row.layer === 'outline' ? [`place:${row.place}`] : [];
  if (table === 'supervision_step' || table === 'supervision_department') return [`supervision:${row.supervision}`];
  if (OF_PROJECT.has(table)) return [`project:${row.project}`];
  return table === 'indicator_value' ? [`indicator:${row.indicator}`] : [];
}
