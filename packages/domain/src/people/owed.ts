import { addDays, type DayString } from '@westgate/base';
import { begunProjects } from '../programme/gates/begun.ts';
import { standingHeld } from '../programme/gates/standing.ts';
import { ownerOf } from '../programme/loop/reporting.ts';
import { calendarOf } from '../programme/loop/working-calendar.ts';
import { type Matter, mattersOn } from '../programme/supervision/matters.ts';
import type { SupervisionStep } from '../register/fields/vocabulary.ts';
import { grouped } from '../register/groups.ts';
import { registerMemo } from '../register/memo.ts';
import { Worked } from '../register/reads.ts';
import type { Register } from '../register/register.ts';
import type { AnyRow, Row } from '../register/tables.ts';
import { type Attention, type AttentionOptions, attentionOf } from '../trace/attention.ts';
import { answering, openAccounts, type Recipient, recipientName } from './digest.ts';

/**
 * What a notice besides those of reports is about: something past its date without word, a gate, an ask for what it is missing, a matter under
 * supervision, a mention, a change.
 */
const OWED_KINDS = ['outcome', 'gate', 'ask', 'matter', 'mention', 'change'] as const;
type OwedKind = (typeof OWED_KINDS)[number];
/** What mails tell, each of which a person may not want: reports that are owed, and what else waits for someone. */
export const NOTICE_KINDS = ['report', ...OWED_KINDS] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
/** What it tells, the gravest first. */
export const OWED_TELLINGS = ['due-not-known', 'overdue-matter', 'near-matter', 'ask', 'matter', 'gate', 'change', 'mention'] as const;
export type OwedTelling = (typeof OWED_TELLINGS)[number];

/** Something that waits for someone, as long as it waits. `kind`, `id` and `mark` say which one it is: each is told once to each who hears it. */
export interface OwedNotice {
  readonly kind: OwedKind;
  /** The row it is about: the record past its date, the project of a gate, else the matter, the comment, the change. */
  readonly id: string;
  readonly mark: string;
  readonly telling: OwedTelling;
  /** The record it leads to. */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly recipients: readonly Recipient[];
  readonly dueOn: DayString | null;
  /** Working days past it. */
  readonly lateBy: number;
  /** The step of a matter that is owed. */
  readonly next: SupervisionStep | null;
  /** What is asked for. */
  readonly requirement: string | null;
}

/** Days that a mention is told within. */
const MENTION_DAYS = 14;

const byDay = registerMemo(() => new Worked<DayString, readonly OwedNotice[]>());

/**
 * Everything that waits for someone on a day, with who hears of it: persons by their part in it, and the chats of departments and office.
 * `stateOf` may hand in states of that day computed already.
 */
export function owedNotices(register: Register, today: DayString, stateOf?: AttentionOptions['stateOf']): readonly OwedNotice[] {
  return byDay(register).of(today, () => [
    ...outcomesOwed(register, today, attentionOf(register, today, { stateOf })),
    ...mattersOwed(register, today),
    ...gatesReady(register, today),
    ...changes(register),
    ...mentions(register, today),
  ]);
}

/** Whether `seen`, what someone may know of the district, holds what a notice is about. */
export function mayHear(seen: Register, { kind, id, subject }: OwedNotice): boolean {
  const about: Readonly<Record<OwedKind, ReadonlyMap<string, unknown>>> = {
    outcome: subject.kind === 'commitment' ? seen.commitment : seen.project,
    gate: seen.project,
    ask: seen.supervision,
    matter: seen.supervision,
    mention: seen.comment,
    change: seen.pending_change,
  };
  return about[kind].has(id) && subjectRow(seen, subject) !== undefined;
}

/** The row a notice leads to. */
export function subjectRow(register: Register, { kind, id }: OwedNotice['subject']): AnyRow | undefined {
  const tables: Readonly<Record<string, ReadonlyMap<string, AnyRow>>> = register;
  return tables[kind]?.get(id);
}

type Plain = Omit<OwedNotice, 'recipients' | 'dueOn' | 'lateBy' | 'next' | 'requirement'> & Partial<OwedNotice>;

function notice(recipients: readonly Recipient[], plain: Plain): OwedNotice {
  return {
    dueOn: null,
    lateBy: 0,
    next: null,
    requirement: null,
    ...plain,
    recipients: [...new Map(recipients.map((recipient) => [recipientName(recipient), recipient])).values()],
  };
}

/** Each thing that passed its date without word, to who answers for it; to the office where nobody does. */
function outcomesOwed(register: Register, today: DayString, { records }: Attention): readonly OwedNotice[] {
  const calendar = calendarOf(register);
  return records.flatMap(({ kind, id, department, lapses }) => {
    if (lapses.length === 0) return [];
    const recipients: readonly Recipient[] =
      department === null
        ? officeRecipients(register)
        : [
            ...answering(register, kind, id, department).map((person): Recipient => ({ kind: 'person', id: person })),
            { kind: 'department', id: department },
          ];
    return lapses.map(({ milestone, on }) => {
      const mark = `${kind} ${milestone ?? 'itself'} ${on}`;
      const lateBy = calendar.workingDaysBetween(on, today);
      return notice(recipients, { kind: 'outcome', id, mark, telling: 'due-not-known', subject: { kind, id }, dueOn: on, lateBy });
    });
  });
}

/** The next step of each matter and ask, to who owes it; that its day comes near; that it is past, to the office as well. */
function mattersOwed(register: Register, today: DayString): readonly OwedNotice[] {
  return mattersOn(register, today).flatMap((matter) => {
    const { row, standing } = matter;
    if (standing.owedBy === null) return [];
    const recipients = owing(register, matter);
    const common = {
      kind: row.requirement === null ? 'matter' : 'ask',
      id: row.id,
      subject: row.requirement === null ? { kind: 'supervision', id: row.id } : { kind: row.subject_kind, id: row.subject_id },
      dueOn: row.due_on,
      lateBy: standing.lateBy,
      next: standing.next[0] ?? null,
      requirement: row.requirement,
    } as const;
    const owed = notice(recipients, { ...common, mark: `${standing.name} ${standing.since}`, telling: common.kind });
    if (standing.light === 'near') return [owed, notice(recipients, { ...common, mark: `near ${row.due_on}`, telling: 'near-matter' })];
    if (standing.light !== 'overdue') return [owed];
    const all = [...recipients, ...officeRecipients(register)];
    return [owed, notice(all, { ...common, mark: `overdue ${row.due_on}`, telling: 'overdue-matter' })];
  });
}

/** Who hears of the next step of a matter. */
function owing(register: Register, matter: Matter): readonly Recipient[] {
  const { row, standing } = matter;
  if (standing.owedBy === 'office') return officeRecipients(register);
  if (standing.owedBy === 'asker' && row.asked_by !== null) return departmentRecipients(register, row.asked_by);
  return departmentRecipients(register, row.lead, matter);
}

/** Gates of which nothing is missing any more, to who may open them. */
function gatesReady(register: Register, today: DayString): readonly OwedNotice[] {
  const projects: ReadonlyMap<string, Row<'project'>> = register.project;
  return [...begunProjects(register)].flatMap((id) => {
    const project = projects.get(id);
    const standing = project && standingHeld(register, project, today);
    if (!project || !standing?.open || standing.missing.length > 0 || standing.admission?.decision === 'refused') return [];
    const leads = openAccounts(register, ['department-lead']).filter(
      ({ department }) => department !== null && department === project.lead,
    );
    const recipients = [...officeRecipients(register), ...leads.map(({ id: person }): Recipient => ({ kind: 'person', id: person }))];
    return [notice(recipients, { kind: 'gate', id, mark: standing.open.gate.id, telling: 'gate', subject: { kind: 'project', id } })];
  });
}

/** Changes that wait for a decision, to the office that decides. */
function changes(register: Register): readonly OwedNotice[] {
  return [...register.pending_change.values()]
    .filter(({ decision }) => decision === null)
    .map((row) =>
      notice(officeRecipients(register), {
        kind: 'change',
        id: row.id,
        mark: row.proposed_on,
        telling: 'change',
        subject: { kind: row.subject_kind, id: row.subject_id },
      }),
    );
}

/** Comments of the last days, to whom and to which departments they mention. */
function mentions(register: Register, today: DayString): readonly OwedNotice[] {
  const departments = grouped(register.comment_department.values(), ({ comment }): string => comment);
  const first = addDays(today, -MENTION_DAYS);
  const open = new Set<string>([...register.account.values()].filter(({ state }) => state === 'open').map(({ id }) => id));
  return [...register.comment.values()]
    .filter((row) => row.on >= first && (row.words_zh !== null || row.words_en !== null))
    .flatMap((row) => {
      const recipients = [
        ...row.accounts.filter((id) => open.has(id)).map((id): Recipient => ({ kind: 'person', id })),
        ...(departments.get(row.id) ?? []).flatMap(({ department }) => departmentRecipients(register, department)),
      ];
      const subject = { kind: row.subject_kind, id: row.subject_id };
      return recipients.length === 0
        ? []
        : [notice(recipients, { kind: 'mention', id: row.id, mark: row.on, telling: 'mention', subject })];
    });
}

/** Who reports for a department and its chat; the person who answers for the record alone, where one of the department is named. */
function departmentRecipients(register: Register, department: string, matter?: Matter): readonly Recipient[] {
  const kind = matter?.row.subject_kind;
  const isNamed = (kind === 'project' || kind === 'commitment') && ownerOf(register, kind, matter?.row.subject_id ?? '') === department;
  const persons = isNamed
    ? answering(register, kind, matter?.row.subject_id ?? '', department)
    : openAccounts(register, ['department-member', 'department-lead']).flatMap((row) => (row.department === department ? [row.id] : []));
  return [...persons.map((id): Recipient => ({ kind: 'person', id })), { kind: 'department', id: department }];
}

function officeRecipients(register: Register): readonly Recipient[] {
  return [...openAccounts(register, ['programme-office']).map(({ id }): Recipient => ({ kind: 'person', id })), { kind: 'office' }];
}
