import type { Bilingual, DayString } from '@westgate/base';
import { assignedTo } from '../programme/loop/assigned.ts';
import type { NoticeName } from '../programme/loop/notices.ts';
import { isAnswered, type RecordNotice } from '../programme/loop/notices-due.ts';
import { ownerOf, type ReportedKind, reportTerms } from '../programme/loop/reporting.ts';
import { calendarOf } from '../programme/loop/working-calendar.ts';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import type { Reader } from './policy.ts';

/** Who is told: a person with an account, the chat of a department, the chat of the programme office. */
export type Recipient =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'department'; readonly id: string }
  | { readonly kind: 'office' };

/** What a line tells: a notice, or `late`: it is told later than it fell, the day is past and may still be answered. */
export type DigestNotice = NoticeName | 'late';

/** One record in a digest, with the gravest of what is told of it. */
export interface DigestLine {
  readonly kind: ReportedKind;
  readonly id: string;
  readonly name: Bilingual;
  readonly department: Bilingual | null;
  readonly notice: DigestNotice;
  /** The day the report was due that is owed longest. */
  readonly dueOn: DayString;
  /** Working days past it; 0 up to and with it. */
  readonly lateBy: number;
}

/** The gravest first: so a digest is read. */
export const DIGEST_NOTICES: readonly DigestNotice[] = ['escalate', 'stale', 'window', 'late', 'due', 'near'];

/**
 * Who is told of a notice. Its department: the person who answers for the record, else everyone of the department who reports; and the chat
 * of the department. What has passed the reply window and its days after it goes to the superiors as well: the programme office and its chat.
 * A record without a department has nobody but these.
 */
export function recipientsOf(register: Register, { kind, id, name }: Pick<RecordNotice, 'kind' | 'id' | 'name'>): readonly Recipient[] {
  const department = ownerOf(register, kind, id);
  const recipients = new Map<string, Recipient>();
  const add = (recipient: Recipient): unknown => recipients.set(recipientName(recipient), recipient);
  if (department !== null) {
    for (const person of answering(register, kind, id, department)) add({ kind: 'person', id: person });
    add({ kind: 'department', id: department });
  }
  if (name === 'escalate') {
    for (const { id: person } of openAccounts(register, ['programme-office'])) add({ kind: 'person', id: person });
    add({ kind: 'office' });
  }
  return [...recipients.values()];
}

/** A recipient as a short text that is no other's. */
export function recipientName(recipient: Recipient): string {
  return recipient.kind === 'person' ? recipient.id : recipient.kind === 'department' ? `department.${recipient.id}` : 'office';
}

/**
 * What a chat may be told: it is read by whoever is in it, so a department's is told what every member may know, and the office's what
 * everyone who signed in may know. For a person the rights of the account decide.
 */
export function chatReader(recipient: Exclude<Recipient, { readonly kind: 'person' }>): Reader {
  return recipient.kind === 'department'
    ? { roles: ['department-member'], department: recipient.id }
    : { roles: ['reader'], department: null };
}

/**
 * The lines of a digest on a day, the gravest first: of these notices those whose record stands in `seen`, what the one who is told may know
 * of the district, is asked for reports still, was not reported since, and is not done. Each record once.
 */
export function digestLines(
  seen: Register,
  notices: readonly Pick<RecordNotice, 'kind' | 'id' | 'name' | 'first' | 'dueOn'>[],
  asOf: DayString,
  isDone: (kind: ReportedKind, id: string) => boolean,
): readonly DigestLine[] {
  const lines = new Map<string, DigestLine>();
  for (const notice of notices) {
    const { kind, id, dueOn } = notice;
    const name = tellingOn(notice, asOf);
    const row = rowOf(seen, kind, id);
    if (!row || !reportTerms(seen, kind, id) || isAnswered(seen, notice, asOf) || isDone(kind, id)) continue;
    const held = lines.get(`${kind}:${id}`);
    const first = held && held.dueOn < dueOn ? held.dueOn : dueOn;
    const gravest = held && rank(held.notice) <= rank(name) ? held.notice : name;
    lines.set(`${kind}:${id}`, { kind, id, ...named(seen, kind, row), notice: gravest, dueOn: first, lateBy: lateOn(seen, first, asOf) });
  }
  return [...lines.values()].sort((a, b) => rank(a.notice) - rank(b.notice) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** The person who answers for a record, where the account is taken up; else those of the department who report. */
export function answering(register: Register, kind: ReportedKind, id: string, department: string): readonly string[] {
  const accounts: ReadonlyMap<string, Row<'account'>> = register.account;
  const named = assignedTo(register, kind, id);
  if (named !== null && accounts.get(named)?.state === 'open') return [named];
  return openAccounts(register, ['department-member', 'department-lead'])
    .filter((account) => account.department === department)
    .map((account) => account.id);
}

/** Open accounts that play one of these parts. */
export function openAccounts(register: Register, roles: readonly string[]): readonly Row<'account'>[] {
  return [...register.account.values()].filter((row) => row.state === 'open' && row.roles.some((role) => roles.includes(role)));
}

function rowOf(register: Register, kind: ReportedKind, id: string): Row<ReportedKind> | undefined {
  const rows: ReadonlyMap<string, Row<ReportedKind>> = register[kind];
  return rows.get(id);
}

function named(register: Register, kind: ReportedKind, row: Row<ReportedKind>): Pick<DigestLine, 'name' | 'department'> {
  const owner = ownerOf(register, kind, row.id);
  const departments: ReadonlyMap<string, Row<'department'>> = register.department;
  const department = owner === null ? undefined : departments.get(owner);
  const name = 'title_zh' in row ? { zh: row.title_zh, en: row.title_en } : { zh: row.name_zh, en: row.name_en };
  return { name, department: department ? { zh: department.name_zh, en: department.name_en } : null };
}

function lateOn(register: Register, dueOn: DayString, asOf: DayString): number {
  return asOf > dueOn ? calendarOf(register).workingDaysBetween(dueOn, asOf) : 0;
}

/** What a notice says on the day it is told: what was near or due on the day it fell need not be any more. */
function tellingOn({ name, dueOn }: Pick<RecordNotice, 'name' | 'dueOn'>, asOf: DayString): DigestNotice {
  if (name !== 'near' && name !== 'due') return name;
  return asOf > dueOn ? 'late' : asOf === dueOn ? 'due' : 'near';
}

function rank(name: DigestNotice): number {
  return DIGEST_NOTICES.indexOf(name);
}
