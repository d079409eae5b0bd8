import { isDay, type Said, WestgateError } from '@westgate/base';
import {
  followsOn,
  keyOf,
  mayFollow,
  type Register,
  type SupervisionStep,
  soundRegister,
  stepBasis,
  stepsOf,
  stepsToday,
  type TableName,
  takenBy,
} from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { refuseAuthor } from '../deeds/author.ts';
import { isSaid, presentRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';
import { mayEditAll } from '../people/account-rules.ts';

/** Where a matter stands, in Chinese. */
const STANDS: Readonly<Record<Parameters<typeof followsOn>[0], string>> = {
  registered: '立项',
  'signed-for': '签收',
  reported: '反馈',
  returned: '退回',
  verified: '核查',
  closed: '办结',
};

/** The report that a step judges; null for a step that judges none. */
export function judgedReport(register: Register, { id, step }: Ask<'take-step'>): readonly [TableName, string] | null {
  if (step !== 'verified' && step !== 'returned') return null;
  const reported = stepsOf(register, id).findLast((each) => each.step === 'reported');
  return reported ? ['supervision_step', keyOf('supervision_step', reported)] : null;
}

/**
 * Takes the next step with a matter. Throws `WG_STEP_REFUSED` where it does not follow from where the matter stands, or where who verifies or returns is
 * who reported: by the account, where the report was made under one, else by the name. No step is dated after today.
 */
export function takeStep(register: Register, ask: Ask<'take-step'>, at: AskedAt): Changing {
  const { id: matter, step, on, words } = ask;
  const { today } = at;
  requireToday(register, ask, at);
  const reporter = (seq: number): Said => ({
    zh: `事项 ${matter} 的这一步（${step}）须由反馈人以外的人办理；反馈见操作记录第 ${seq} 号`,
    en: `expected another person than who reported on the matter ${matter}, to take the step ${step}; it was reported in change ${seq}`,
  });
  refuseAuthor(register, at, reporter);
  const row = presentRow<'supervision'>(register.supervision, 'supervision', matter);
  if (row.requirement !== null) {
    const message = {
      zh: `step：事项 ${matter} 是通知报送，无办理步骤，报送 ${row.requirement} 即办结；现为 ${step}`,
      en: `step: expected none, as the matter ${matter} is an ask: it is answered by bringing ${row.requirement}; found ${step}`,
    };
    throw new WestgateError('WG_STEP_REFUSED', message, { why: 'ask', requirement: row.requirement });
  }
  if (row.asked_by !== null && step === 'reported' && !isSaid(words)) {
    const message = { zh: 'words：答复协调事项须写明答复内容', en: 'words: expected the answer, in one language at least' };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'words' });
  }
  const sound = soundRegister(register);
  const { steps: counting } = stepsToday(sound, row, today);
  const name = counting.at(-1)?.step ?? 'registered';
  if (!mayFollow(name, step)) throw notNext(matter, name, step);
  if (!isDay(on) || on > today) {
    const found = on.slice(0, 40);
    const message = { zh: `on：应为不晚于 ${today} 的日期，现为“${found}”`, en: `on: expected a day up to ${today}, found "${found}"` };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'on' });
  }
  const department = takenBy(step) === 'lead' ? row.lead : row.asked_by;
  const fields = {
    supervision: matter,
    position: stepsOf(register, matter).length + 1,
    step,
    on,
    words_zh: words.zh,
    words_en: words.en,
    department,
    basis: stepBasis(sound, row, step, on),
  };
  return { changes: putChanges(register, [['supervision_step', fields]]) };
}

/** A department signs for and reports on the day itself. */
function requireToday(register: Register, { step, on }: Ask<'take-step'>, { today, doer }: AskedAt): void {
  if (takenBy(step) !== 'lead' || on === today || mayEditAll(register, doer.id)) return;
  const found = on.slice(0, 40);
  const message = {
    zh: `on：应为 ${today}，部门签收和反馈都记在当天，现为“${found}”`,
    en: `on: expected ${today}: a department signs for and reports on the day itself, found "${found}"`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'on' });
}

function notNext(matter: string, name: Parameters<typeof followsOn>[0], step: SupervisionStep): WestgateError {
  const next = followsOn(name);
  const isOver = next.length === 0;
  const message = {
    zh: `step：事项 ${matter} 现在是${STANDS[name]}，${isOver ? '不再走步骤' : `下一步应为${next.map((each) => STANDS[each]).join('或')}`}；现为${STANDS[step]}`,
    en: `step: expected ${isOver ? 'nothing, as it is closed' : next.join(' or ')}, where the matter ${matter} is ${name}; found ${step}`,
  };
  return new WestgateError('WG_STEP_REFUSED', message, {
    why: 'not-next',
    stands: name,
    next: [...next],
  });
}
