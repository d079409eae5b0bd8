import { type DayString, dayOf, isDay, WestgateError } from '@westgate/base';
import { answerOf, gateStanding, mayBeAsked, type Need, openAsk, type Register, type Row, soundRegister } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { projectRow } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';
import { applyEdits } from '../edits/apply-edits.ts';

const WITH_ASKS = new Set(['supervision'] as const);

/**
 * Asks a department for one thing that a gate of a project asks for, on the day `today`. Throws `WG_STEP_REFUSED` with `why: already-asked` and the open
 * ask where there is one, `WG_INPUT_INVALID` for what no gate ahead is missing, a department that cannot supply it, and a day that is past.
 */
export function askEvidence(register: Register, ask: Ask<'ask-evidence'>, { today, seq }: AskedAt): Changing {
  const fields = askFields(register, ask, today);
  return applyEdits(register, [{ action: 'create', table: 'supervision', fields }], seq, WITH_ASKS);
}

function askFields(register: Register, { id, requirement, department, dueOn, words }: Ask<'ask-evidence'>, on: DayString) {
  const project = projectRow(register, id);
  const sound = soundRegister(register);
  const need = missingNeed(sound, project, requirement, on);
  const open = openAsk(sound, id, requirement, on);
  if (open) {
    const message = {
      zh: `requirement：${requirement} 已向 ${open.lead} 要过，期限 ${open.due_on}`,
      en: `requirement: expected one that is not asked for yet; ${requirement} is, of ${open.lead} by ${open.due_on}`,
    };
    throw new WestgateError('WG_STEP_REFUSED', message, { why: 'already-asked', matter: open.id });
  }
  if (answerOf(sound, { subject_id: id, requirement: need.requirement.id, registered_on: on }, on)) {
    const message = {
      zh: `requirement：${requirement} 今天已答复“没有”，明天起可以再要`,
      en: `requirement: expected one that was not answered today; ${requirement} was, with no, and may be asked for again from tomorrow on`,
    };
    throw new WestgateError('WG_STEP_REFUSED', message, { why: 'answered-today' });
  }
  const able = mayBeAsked(project, need);
  const lead = department ?? able[0];
  if (lead === undefined || !able.includes(lead)) {
    const found = department?.slice(0, 80);
    const [zh, en] =
      able.length === 0
        ? ['有牵头单位的项目', 'a project with a lead department, which can be asked']
        : [`提供得了的部门：${able.join('、')}`, `one that can supply it: ${able.join(', ')}`];
    const message = { zh: `department：应为${zh}；现为${found ?? '空'}`, en: `department: expected ${en}; found ${found ?? 'none'}` };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'department' });
  }
  if (!isDay(dueOn) || dayOf(dueOn) < on) {
    const found = dueOn.slice(0, 40);
    const message = { zh: `dueOn：应为不早于 ${on} 的日期，现为“${found}”`, en: `dueOn: expected a day from ${on} on, found "${found}"` };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'dueOn' });
  }
  const { name_zh, name_en } = need.requirement;
  return {
    subject_kind: 'project',
    subject_id: id,
    asked_zh: withWords(name_zh, words.zh, '：'),
    asked_en: withWords(name_en, words.en, ': '),
    lead,
    due_on: dueOn,
    registered_on: on,
    requirement,
  };
}

/** What is missing of a gate that was not passed. */
function missingNeed(register: Register, project: Row<'project'>, requirement: string, on: DayString): Need {
  const { rungs, admission } = gateStanding(register, project, on);
  const needs = admission?.decision === 'refused' ? [] : rungs.flatMap((rung) => rung.needs);
  const need = needs.find(({ requirement: { id }, by, why }) => id === requirement && by === null && why !== 'land-not-known');
  if (need) return need;
  const found = requirement.slice(0, 80);
  const message = {
    zh: `requirement：应为项目 ${project.id} 的环节所缺、有单位可提供的一项，现为“${found}”`,
    en: `requirement: expected one that a gate of ${project.id} is missing and somebody can supply, found "${found}"`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'requirement' });
}

function withWords(name: string | null, words: string | null, colon: string): string | null {
  const said = words?.trim() || null;
  return name !== null && said !== null ? `${name}${colon}${said}` : (said ?? name);
}
