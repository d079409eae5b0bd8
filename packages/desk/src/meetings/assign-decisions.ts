import { dayOf, isDay, type Said, WestgateError } from '@westgate/base';
import { decisionsIn, isAssigned, lackingOf, type Register, type Row, type SupervisedKind } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { freeId } from '../deeds/new-id.ts';
import { dayOn, given, presentRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

type DecisionRow = Row<'decision'>;
type Put = Parameters<typeof putChanges>[1][number];

const ISSUED = { zh: '该会议的纪要已印发', en: 'expected a meeting whose minutes are not issued yet' };
const NOT_ISSUED = {
  zh: '应先印发会议纪要：议定事项随纪要交办',
  en: 'expected a meeting whose minutes are issued: its decisions are assigned with them',
};
const ASSIGNED = { zh: '该议定事项已交办', en: 'expected a decision that is not assigned yet' };
const LACKS: Readonly<Record<'owner' | 'due_on', Said>> = {
  owner: { zh: '责任单位', en: 'an owner' },
  due_on: { zh: '完成时限', en: 'a due date' },
};

/**
 * Issues the minutes of a meeting and makes each of its decisions a matter under supervision that is none yet. Throws `WG_INPUT_INVALID` where they were
 * issued, before the meeting was held, and for decisions without owner or due date, naming each.
 */
export function concludeMeeting(register: Register, { id, on }: Ask<'conclude-meeting'>, { today, seq }: AskedAt): Changing {
  const meeting = presentRow(register.meeting, 'meeting', id);
  if (meeting.concluded_on !== null) throw new WestgateError('WG_INPUT_INVALID', ISSUED);
  if (!isDay(on)) throw new WestgateError('WG_INPUT_INVALID', dayOn('on', on));
  const day = dayOf(on);
  if (day < meeting.held_on || day > today) throw new WestgateError('WG_INPUT_INVALID', issuedBetween(meeting.held_on, today, on));
  const decisions = decisionsIn(register, id);
  refuseLacking(decisions);
  const open = decisions.filter((row) => !isAssigned(register, row.id));
  const concluded: Put = ['meeting', { ...given(meeting), concluded_on: day }];
  return { changes: putChanges(register, [concluded, ...assigned(register, meeting, open, { today, seq })]) };
}

/** Makes a decision a matter under supervision. Throws `WG_INPUT_INVALID` where it is one, lacks owner or due date, or its minutes are not issued. */
export function assignDecision(register: Register, { id }: Ask<'assign-decision'>, { today, seq }: AskedAt): Changing {
  const decision = presentRow(register.decision, 'decision', id);
  const meeting = presentRow<'meeting'>(register.meeting, 'meeting', decision.meeting);
  if (isAssigned(register, id)) throw new WestgateError('WG_INPUT_INVALID', ASSIGNED);
  if (meeting.concluded_on === null) throw new WestgateError('WG_INPUT_INVALID', NOT_ISSUED);
  refuseLacking([decision]);
  return { changes: putChanges(register, assigned(register, meeting, [decision], { today, seq })) };
}

/** The matters of decisions, and what they say of the issues that they settle. */
function assigned(
  register: Register,
  meeting: Row<'meeting'>,
  decisions: readonly DecisionRow[],
  { today, seq }: Pick<AskedAt, 'today' | 'seq'>,
): readonly Put[] {
  const taken = new Set<string>(register.supervision.keys());
  const settled = new Set<string>();
  return decisions.flatMap((row): readonly Put[] => {
    const fields = matterOf(meeting, row, today);
    const id = freeId((each) => taken.has(each), 'supervision', fields, seq);
    taken.add(id);
    const issue = row.issue === null || settled.has(row.issue) ? undefined : register.issue.get(row.issue);
    if (issue) settled.add(issue.id);
    return [['supervision', { ...fields, id }], ...(issue && issue.closed_on === null ? [settles(meeting, row, issue)] : [])];
  });
}

function matterOf(meeting: Row<'meeting'>, row: DecisionRow, today: AskedAt['today']) {
  const [subject_kind, subject_id] = subjectOf(row);
  return {
    subject_kind,
    subject_id,
    asked_zh: row.name_zh,
    asked_en: row.name_en,
    instruction_zh: meeting.name_zh,
    instruction_en: meeting.name_en,
    source: meeting.source,
    lead: row.owner,
    due_on: row.due_on,
    requirement: null,
    registered_on: today,
    decision: row.id,
    asked_by: null,
    escalated_level: null,
    escalated_to_zh: null,
    escalated_to_en: null,
    escalated_on: null,
  };
}

/** The record that the matter of a decision is about: what the decision names, else its meeting. */
function subjectOf({ project, commitment, event, place, issue, meeting }: DecisionRow): readonly [SupervisedKind, string] {
  if (project !== null) return ['project', project];
  if (commitment !== null) return ['commitment', commitment];
  if (event !== null) return ['event', event];
  if (place !== null) return ['place', place];
  return issue !== null ? ['issue', issue] : ['meeting', meeting];
}

/** What a meeting decided on an issue stands in the issue: the words, who carries them out, by when, and the day of the meeting. */
function settles(meeting: Row<'meeting'>, row: DecisionRow, issue: Row<'issue'>): Put {
  const told = { decision_zh: row.name_zh, decision_en: row.name_en, owner: row.owner, due_on: row.due_on, decided_on: meeting.held_on };
  return ['issue', { ...given(issue), ...told, source: meeting.source ?? issue.source }];
}

function refuseLacking(decisions: readonly DecisionRow[]): void {
  const lacking = decisions.filter((row) => lackingOf(row).length > 0);
  if (lacking.length === 0) return;
  const told = lacking.map((row) => ({
    name: row.name_zh ?? row.name_en ?? row.id,
    english: row.name_en ?? row.name_zh ?? row.id,
    lacks: lackingOf(row),
  }));
  const zh = told.map(({ name, lacks }) => `“${name.slice(0, 80)}”缺${lacks.map((each) => LACKS[each].zh).join('和')}`).join('；');
  const en = told
    .map(({ english, lacks }) => `“${english.slice(0, 80)}” lacks ${lacks.map((each) => LACKS[each].en).join(' and ')}`)
    .join('; ');
  const message = {
    zh: `每条议定事项应有责任单位和完成时限：${zh}`,
    en: `expected an owner and a due date of each decision: ${en}`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { decisions: lacking.map(({ id }) => id) });
}

function issuedBetween(held: string, today: string, found: string): Said {
  return {
    zh: `印发日期：应在召开日期 ${held} 至 ${today} 之间，现为 ${found}`,
    en: `on: expected a day from ${held}, when the meeting is held, to ${today}, found ${found}`,
  };
}
