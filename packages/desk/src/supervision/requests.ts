import { dayOf, isDay, type Said, WestgateError } from '@westgate/base';
import { type AnyRow, isSettled, matterOn, type Register, type Row, rightOn, soundRegister } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { dayOn, given, isSaid, presentRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';
import { applyEdits } from '../edits/apply-edits.ts';

const ASKED_OWED = { zh: '协调事项：应写明请对方办什么', en: 'asked: expected what is asked for' };
const ANOTHER = { zh: '承办单位应为提出单位以外的单位', en: 'lead: expected another department than the one that asks' };
const LEVEL_OWED = { zh: '提请：应写明提请哪位领导或哪个单位', en: 'to: expected the leader or body that must decide' };

/** Asks another department for something on a record, as of today. Throws `WG_INPUT_INVALID` where nothing is asked, of the same department, or by a day that is past. */
export function makeRequest(register: Register, ask: Ask<'make-request'>, { today, seq }: AskedAt): Changing {
  const { subjectKind, subjectId, asked, askedBy, lead, dueOn } = ask;
  if (!isSaid(asked)) throw new WestgateError('WG_INPUT_INVALID', ASKED_OWED, { field: 'asked' });
  if (askedBy === lead) throw new WestgateError('WG_INPUT_INVALID', ANOTHER, { field: 'lead' });
  if (!isDay(dueOn)) throw new WestgateError('WG_INPUT_INVALID', dayOn('dueOn', dueOn), { field: 'dueOn' });
  if (dayOf(dueOn) < today) throw new WestgateError('WG_INPUT_INVALID', dueFrom(today, dueOn), { field: 'dueOn' });
  const fields = {
    subject_kind: subjectKind,
    subject_id: subjectId,
    asked_zh: asked.zh,
    asked_en: asked.en,
    lead,
    due_on: dueOn,
    registered_on: today,
    asked_by: askedBy,
  };
  return applyEdits(register, [{ action: 'create', table: 'supervision', fields }], seq);
}

/**
 * Takes an open matter to the level that must decide. Throws `WG_STEP_REFUSED` with `why: escalated` where it was escalated before, `why: closed` where
 * it is verified or closed, `why: ask` for what a gate asks for.
 */
export function escalateMatter(register: Register, { id, level, to, on }: Ask<'escalate-matter'>, { today }: AskedAt): Changing {
  const row: AnyRow & Row<'supervision'> = presentRow(register.supervision, 'supervision', id);
  if (!isSaid(to)) throw new WestgateError('WG_INPUT_INVALID', LEVEL_OWED, { field: 'to' });
  if (rightOn('escalate-matter', (column) => row[column]) === null)
    throw row.requirement === null ? escalatedBefore(row) : new WestgateError('WG_STEP_REFUSED', stepsOwed(id), { why: 'ask' });
  const stands = matterOn(soundRegister(register), row, today)?.standing.name;
  if (stands && isSettled(stands)) {
    const message = { zh: `事项 ${id} 已核查或办结，不再提级`, en: `expected an open matter: ${id} is ${stands}` };
    throw new WestgateError('WG_STEP_REFUSED', message, { why: 'closed' });
  }
  if (!isDay(on)) throw new WestgateError('WG_INPUT_INVALID', dayOn('on', on), { field: 'on' });
  if (on > today || on < row.registered_on)
    throw new WestgateError('WG_INPUT_INVALID', between(row.registered_on, today, on), { field: 'on' });
  const told = { escalated_level: level, escalated_to_zh: to.zh, escalated_to_en: to.en, escalated_on: on };
  return { changes: putChanges(register, [['supervision', { ...given(row), ...told }]]) };
}

function escalatedBefore({ id, escalated_on: on }: Row<'supervision'>): WestgateError {
  const message = {
    zh: `事项 ${id} 已于 ${on} 提级，每件事项只能提级一次`,
    en: `expected a matter that was not escalated yet: ${id} was, on ${on}, and a matter is escalated once`,
  };
  return new WestgateError('WG_STEP_REFUSED', message, { why: 'escalated', on });
}

function stepsOwed(id: string): Said {
  return { zh: `事项 ${id} 是环节材料，不提级`, en: `expected a matter with steps: ${id} asks for what a gate needs` };
}

function dueFrom(today: string, found: string): Said {
  return { zh: `答复时限：应不早于 ${today}，现为 ${found}`, en: `dueOn: expected a day from ${today} on, found ${found}` };
}

function between(from: string, to: string, found: string): Said {
  return { zh: `提级日期：应在 ${from} 至 ${to} 之间，现为 ${found}`, en: `on: expected a day from ${from} to ${to}, found ${found}` };
}
