import { WestgateError } from '@westgate/base';
import type { Register } from '@westgate/domain';
import { type Ask, saidIn } from '../deeds/ask.ts';
import { isSaid, presentRow, projectRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

/** The change that decides or answers what a gate asks for. Throws `WG_INPUT_INVALID` naming every field that does not fit. */
export function answerRequirement(register: Register, ask: Ask<'answer-requirement'>): Changing {
  const { id: project, requirement, answer, words, on, department } = ask;
  projectRow(register, project);
  const asked = presentRow(register.requirement, 'requirement', requirement);
  if (asked.kind === 'drill') {
    const message = {
      zh: `requirement：${requirement} 由平急两用设施的演练记录满足，不是决定或答复`,
      en: `requirement: expected a decision or a question, found ${requirement}, which the drill of a dual-use asset meets`,
    };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'requirement' });
  }
  if (asked.kind === 'evidence') {
    const message = {
      zh: `requirement：${requirement} 要的是文件，不是决定或答复`,
      en: `requirement: expected a decision or a question, found ${requirement}, which asks for a file`,
    };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'requirement' });
  }
  const row = { project, requirement, answer, words_zh: words.zh, words_en: words.en, on, department };
  return { changes: putChanges(register, [['requirement_answer', row]]) };
}

/** The change that keeps a project out of the pool, with the reason. One that was admitted is not refused any more. */
export function refuseAdmission(register: Register, { id: project, on, reason: why }: Ask<'refuse-admission'>): Changing {
  const reason = saidIn(register, why);
  projectRow(register, project);
  const admissions: ReadonlyMap<string, { readonly decision: string }> = register.admission;
  if (admissions.get(project)?.decision === 'admitted') {
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `项目 ${project} 已入库；如需修改，请先撤销入库操作`,
      en: `expected a project that is not admitted yet; ${project} is: undo the change that admitted it`,
    });
  }
  if (!isSaid(reason)) {
    const message = { zh: 'reason：至少用一种语言写明为什么不予入库', en: 'reason: expected why it is refused, in one language at least' };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'reason' });
  }
  const row = { project, decision: 'refused', on, rules_on: on, reason_zh: reason.zh, reason_en: reason.en };
  return { changes: putChanges(register, [['admission', row]]) };
}
