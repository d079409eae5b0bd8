import { type Said, WestgateError } from '@westgate/base';
import {
  type AnyRow,
  actionNamed,
  applyChanges,
  asAction,
  type Change,
  changesFor,
  described,
  fieldsOf,
  keptOf,
  policy,
  type Reader,
  type RecordAction,
  type Register,
  type Row,
  reviewedColumns,
  supplierOf,
  type TableName,
  takenBy,
  vocabulary,
} from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { isDoneByThem } from '../deeds/done-by.ts';
import { type AccountBasis, readerOf, requireAccountChanges } from './account-rules.ts';
import { isOwnRequest } from './own-request.ts';
import type { Personas } from './personas.ts';

/** The verb of the deed by which a person takes up an account: it changes that person's own account and nothing else. */
export const TAKE_UP = 'take-up-account';

/** What is judged by besides the accounts. */
export interface Office extends AccountBasis {
  readonly personas: Personas;
}

/** Deeds that are more than the records they change. */
const OFFICE_VERBS: Readonly<Record<string, Parameters<typeof policy.mayAct>[1]>> = {
  import: 'import',
  'start-district': 'import',
  'clear-district': 'import',
};

/**
 * Throws `WG_NOT_ALLOWED` where a person with an account may not do a deed with these changes, `WG_NOT_FOUND` where it touches what that person
 * may not know of. Who is named otherwise, without an account, is not judged: that is an office without accounts, or who runs Westgate.
 */
export function requireRight(
  register: Register,
  {
    who,
    verb,
    changes,
    undone,
  }: {
    readonly who: string;
    readonly verb: string;
    readonly changes: readonly Change[];
    readonly undone?: Pick<Deed, 'person' | 'who' | 'undoes'> | undefined;
  },
  { personas, ...basis }: Office,
): void {
  requireAccountChanges(register, changes, who, basis);
  const account = register.account.get(who);
  const reader = account ? readerOf(account) : personas.readerNamed(who);
  if (!reader || verb === TAKE_UP) return;
  const action = asAction(verb);
  const act = OFFICE_VERBS[verb] ?? (action && actionNamed(action).right === 'report' ? 'report' : undefined);
  if (account && account.state !== 'open') throw notAllowed({ zh: '账号须有效', en: 'expected an open account' });
  if (act && !policy.mayAct(reader, act)) throw notAllowed({ zh: `当前角色不能做这件事（${act}）`, en: `expected a role that may ${act}` });
  const people = changes.some(({ table }) => table === 'account');
  if (people && !policy.mayAct(reader, 'manage-people'))
    throw notAllowed({ zh: '当前角色不能管理人员', en: 'expected a role that may manage people' });
  if (policy.reachesAll(reader, 'edit')) return;
  const after = applyChanges(register, changes);
  const isOwnUndo = undone !== undefined && isDoneByThem(register, undone, { id: who, name: who });
  const isOthersComment = undone !== undefined && changes.every(({ table }) => isComment(table)) && !isOwnUndo;
  for (const change of changes) {
    if (change.table === 'account' || (goesWithPerson(change, changes) && policy.mayAct(reader, 'manage-people'))) continue;
    if (change.table === 'saved_view') {
      requireOwnView(reader, account ? who : null, change);
      continue;
    }
    if (change.table === 'report' && policy.mayAct(reader, 'report')) continue;
    if (isComment(change.table)) {
      for (const image of [change.before, change.after])
        if (image) requireRead(image === change.before ? register : after, reader, change.table, image);
      if (isOthersComment) throw notAllowed({ zh: '只能撤回自己的批注', en: "expected a comment of one's own" });
      continue;
    }
    if (isOwnRequest(after, reader, change)) {
      for (const image of [change.before, change.after])
        if (image) requireRead(image === change.before ? register : after, reader, change.table, image);
      continue;
    }
    refuseSupervision(change);
    refuseMeasured(change);
    refuseReview(register, change, isOwnUndo && undone?.undoes === null);
    if (change.before) requireTouch(register, reader, change.table, change.before);
    if (change.after) requireTouch(after, reader, change.table, change.after);
    if (makesPublic(change) && !policy.mayAct(reader, 'publish'))
      throw notAllowed({ zh: '当前角色不能公开记录', en: 'expected a role that may publish, to make a record public' });
  }
}

/** Who manages people hands on what a person answers for, and drops the calendar feeds of one whose account is closed in the same deed. */
function goesWithPerson({ table, before, after }: Change, all: readonly Change[]): boolean {
  if (table !== 'calendar_feed') return table === 'assignment';
  const holder = (before ?? after)?.holder;
  return all.some((each) => each.table === 'account' && each.key === holder);
}

/** A view is kept and dropped by its owner, and shared with the own department or all; the office does so for everyone. */
function requireOwnView(reader: Reader, owner: string | null, { before, after }: Change): void {
  for (const image of [before, after]) {
    if (image === null) continue;
    if (image.owner !== owner && image.visibility === 'confidential')
      throw new WestgateError('WG_NOT_FOUND', { zh: '没有这条记录', en: 'there is no such saved_view' }, { kind: 'saved_view' });
    if (image.owner !== owner) throw notAllowed({ zh: '只能改自己的视图', en: 'expected a view of your own' });
    if (image.visibility === 'department' && image.department !== reader.department)
      throw notAllowed({ zh: '视图只能共享给自己的部门', en: 'expected your own department, to share a view with it' });
  }
}

/** What is public by itself becomes so; an outcome or a figure is no wider than its record. */
function makesPublic({ table, before, after }: Change): boolean {
  return fieldsOf(table).visibility?.standard === 'district' && after?.visibility === 'public' && before?.visibility !== 'public';
}

/** What `who` may do, by the account or the part played; null for a name without either. */
export function readerNamed(register: Register, personas: Personas, who: string): Reader | null {
  const account = register.account.get(who);
  return account ? readerOf(account) : personas.readerNamed(who);
}

/** For whom what is told is cut to what that person may know; null where nothing is hidden from `who`. */
export function readerBehind(register: Register, personas: Personas, who: string): Reader | null {
  const reader = readerNamed(register, personas, who);
  return reader && !policy.reachesAll(reader, 'read') ? reader : null;
}

/** Whether `who` may know of every row that a deed with these changes touches, as it stands before and after. */
export function mayKnowAll(register: Register, personas: Personas, who: string, changes: readonly Change[]): boolean {
  const reader = readerBehind(register, personas, who);
  if (reader === null) return true;
  const judged = changes.filter((change) => !goesWithPerson(change, changes) || !policy.mayAct(reader, 'manage-people'));
  const areKnown = (held: Register, images: readonly Change[]): boolean => changesFor(held, reader, images).length === images.length;
  return (
    areKnown(
      register,
      judged.map((change) => ({ ...change, after: null })),
    ) &&
    areKnown(
      applyChanges(register, changes),
      judged.map((change) => ({ ...change, before: null })),
    )
  );
}

/**
 * Throws `WG_NOT_FOUND` where `who` has an account and may not know of the record, as if it were not there. A view is known to those to whom it is offered,
 * its owner among them: what drops one looks at that itself.
 */
export function requireKnown(register: Register, who: string, table: TableName, key: string): void {
  if (table === 'saved_view') return;
  const account = register.account.get(who);
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  const row = rows.get(key);
  if (account && row) requireRead(register, readerOf(account), table, row);
}

/** Whoever may know of a record may comment on it; a comment is taken back by its author. */
function isComment(table: TableName): boolean {
  return described(table).right === 'read';
}

/** Matters are registered, verified, returned and closed by those who edit every record; the lead department signs for them and reports. */
function refuseSupervision({ table, before, after }: Change): void {
  if (table === 'supervision' || table === 'supervision_department')
    throw notAllowed({
      zh: '督办事项只能由可以改所有记录的人登记和修改',
      en: `expected a role that may edit every record, for a ${table}`,
    });
  if (table !== 'supervision_step') return;
  for (const image of [before, after]) {
    const step = vocabulary.SUPERVISION_STEPS.find((each) => each === image?.step);
    if (image && (!step || takenBy(step) === 'office'))
      throw notAllowed({
        zh: `这一步（${step}）只能由可以改所有记录的人来走`,
        en: `expected a role that may edit every record, to take the step ${step}`,
      });
  }
}

/**
 * By what a department is measured, and what is asked of it, is set by those who edit every record: targets and baselines, how an indicator is counted, what was decided
 * on an issue and by when. A department enters actual values, and raises and closes issues.
 */
function refuseMeasured({ table, before, after }: Change): void {
  const isTarget = table === 'indicator_value' && [before, after].some((image) => image !== null && image.kind !== 'actual');
  const isGone = described(table).takenOutByOffice === true && after === null;
  const isSet = before !== null && (described(table).setByOffice ?? []).some((column) => before[column] !== (after?.[column] ?? null));
  if (isTarget || isGone || isSet)
    throw notAllowed({
      zh: '目标值、基线、指标口径以及问题的议定事项和时限，只能由可以改所有记录的人来定',
      en: `expected a role that may edit every record, for what a ${table} is measured or asked by`,
    });
}

/**
 * What waits for the programme office is decided there, and what the rulebook puts under review is changed by a proposal alone. Nor is a
 * record taken out that holds such a value: it would come back with another. Whoever made it takes that back, `isOwnMaking`; what somebody
 * brought back is not made.
 */
function refuseReview(register: Register, { table, before, after }: Change, isOwnMaking: boolean): void {
  if (table === 'review_rule')
    throw notAllowed({
      zh: '审批规则只能由可以改所有记录的人来定',
      en: 'expected a role that may edit every record, for a rule of review',
    });
  if (table === 'pending_change' && [before, after].some((image) => image !== null && image.decision !== null))
    throw notAllowed({
      zh: '申请的修改只能由可以改所有记录的人审批',
      en: 'expected a role that may edit every record, to decide on a change',
    });
  if ((table !== 'commitment' && table !== 'project') || !before || (!after && isOwnMaking)) return;
  const fields = reviewedColumns(register, table).filter((column) => before[column] !== (after?.[column] ?? null));
  if (fields.length === 0) return;
  const said = fields.join(', ');
  const message = after
    ? {
        zh: `${said} 须经督查室批准：请在记录的页面上提出修改`,
        en: `expected a proposal: ${said} of a ${table} waits for the programme office; propose the change on its page`,
      }
    : {
        zh: `${said} 已经督查室批准，这条记录只能由可以编辑所有记录的人移出`,
        en: `expected a role that may edit every record, to remove a ${table} whose ${said} it approved`,
      };
  throw new WestgateError('WG_NOT_ALLOWED', message, { why: 'review', fields });
}

function requireTouch(register: Register, reader: Reader, table: TableName, row: AnyRow): void {
  const [own] = requireRead(register, reader, table, row);
  const action: RecordAction = described(table).right === 'update' ? 'update' : 'edit';
  const departments = own ? departmentsThatMay(register, table, row, own.department) : [];
  if (own && departments.some((department) => policy.mayTouch(reader, action, { ...own, department }))) return;
  const department = departments.find((each) => each !== null);
  throw notAllowed({
    zh: `当前角色不能改这条记录，它归${department ?? '（没有部门）'}`,
    en: `expected a role that may ${action} this ${table}, of ${department ?? 'no department'}`,
  });
}

/**
 * The departments whose people may write a row: that of the record; and of what a gate asks for, who can supply it. What is to be decided is
 * decided by no other.
 */
function departmentsThatMay(register: Register, table: TableName, row: AnyRow, own: string | null): readonly (string | null)[] {
  if (table !== 'requirement_answer' && table !== 'evidence') return [own];
  const requirements: ReadonlyMap<unknown, Row<'requirement'>> = register.requirement;
  const projects: ReadonlyMap<unknown, Row<'project'>> = register.project;
  const requirement = requirements.get(row.requirement);
  const project = projects.get(table === 'evidence' ? row.subject_id : row.project);
  const { departments } = requirement && project ? supplierOf(register, project, requirement) : { departments: [] };
  if (departments.length === 0) return [own];
  return requirement?.kind === 'approval' ? departments : [own, ...departments];
}

function requireRead(register: Register, reader: Reader, table: TableName, row: AnyRow): ReturnType<typeof keptOf> {
  const kept = keptOf(register, table, row);
  if (kept.every((each) => policy.mayTouch(reader, 'read', each))) return kept;
  throw new WestgateError('WG_NOT_FOUND', { zh: '没有这条记录', en: `there is no such ${table}` }, { kind: table });
}

function notAllowed(message: Said): WestgateError {
  return new WestgateError('WG_NOT_ALLOWED', message);
}
