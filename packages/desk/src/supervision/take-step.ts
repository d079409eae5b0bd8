import { type Bilingual, type DayString, isDay, type Said, WestgateError } from '@westgate/base';
import {
  followsOn,
  keyOf,
  mayFollow,
  type Register,
  type Row,
  type SupervisionStep,
  soundRegister,
  stepBasis,
  stepsOf,
  stepsToday,
  takenBy,
} from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { type Authorship, refuseAuthor } from '../deeds/author.ts';
import type { By } from '../deeds/by.ts';
import { presentRow, putChanges } from '../deeds/put-changes.ts';
import { type Changing, toldChanges, type Work, type Writing } from '../deeds/work.ts';
import { mayEditAll } from '../people/account-rules.ts';

/** A step to be taken with a matter. */
export interface StepDraft {
  readonly matter: string;
  readonly step: SupervisionStep;
  /** The day it was done. */
  readonly on: string;
  readonly words: Bilingual;
}

const VERBS: Readonly<Record<SupervisionStep, string>> = {
  'signed-for': 'sign-for-matter',
  reported: 'report-matter',
  returned: 'return-matter',
  verified: 'verify-matter',
  closed: 'close-matter',
};

/** Where a matter stands, in Chinese. */
const STANDS: Readonly<Record<Parameters<typeof followsOn>[0], string>> = {
  registered: '立项',
  'signed-for': '签收',
  reported: '反馈',
  returned: '退回',
  verified: '核查',
  closed: '办结',
};

/**
 * Takes the next step with a matter, as one deed. Throws `WG_STEP_REFUSED` where it does not follow from where the matter stands, or where who
 * verifies or returns is who reported: by the account, where the report was made under one, else by the name. `name`: what whoever does it is
 * called. `today`: no step is dated after it.
 */
export async function takeStep(
  desk: Authorship & Writing,
  draft: StepDraft,
  by: By,
  { name, today }: { readonly name: string; readonly today: DayString },
): Promise<Deed> {
  if (takenBy(draft.step) === 'lead' && draft.on !== today && !mayEditAll(desk.register, by.who)) {
    const found = draft.on.slice(0, 40);
    const message = {
      zh: `on：应为 ${today}，部门签收和反馈都记在当天，现为“${found}”`,
      en: `on: expected ${today}: a department signs for and reports on the day itself, found "${found}"`,
    };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'on' });
  }
  const reported = lastReported(desk.register, draft.matter);
  if (reported && (draft.step === 'verified' || draft.step === 'returned')) {
    const { matter, step } = draft;
    const reporter = (seq: number): Said => ({
      zh: `事项 ${matter} 的这一步（${step}）须由反馈人以外的人来走；反馈见登记 ${seq}`,
      en: `expected another person than who reported on the matter ${matter}, to take the step ${step}; it was reported in deed ${seq}`,
    });
    await refuseAuthor(desk, ['supervision_step', keyOf('supervision_step', reported)], { id: by.who, name }, reporter);
  }
  const work: Work<Changing> = {
    verb: VERBS[draft.step],
    about: [['supervision', draft.matter]],
    on: (register) => stepChange(register, draft, reported, today),
    told: toldChanges,
  };
  const { deed } = await desk.write(work, by);
  if (!deed) throw new WestgateError('WG_INPUT_INVALID', { zh: '这一步已经走过了', en: 'expected a step that was not taken yet' });
  return deed;
}

function stepChange(
  register: Register,
  { matter, step, on, words }: StepDraft,
  reported: Row<'supervision_step'> | null,
  today: DayString,
) {
  const row = presentRow<'supervision'>(register.supervision, 'supervision', matter);
  if (row.requirement !== null) {
    const message = {
      zh: `step：事项 ${matter} 是向部门要东西，不走步骤，交来 ${row.requirement} 即办结；现为 ${step}`,
      en: `step: expected none, as the matter ${matter} is an ask: it is answered by bringing ${row.requirement}; found ${step}`,
    };
    throw new WestgateError('WG_STEP_REFUSED', message, { why: 'ask', requirement: row.requirement });
  }
  const sound = soundRegister(register);
  const { steps: counting } = stepsToday(sound, row, today);
  const name = counting.at(-1)?.step ?? 'registered';
  if (!mayFollow(name, step)) throw notNext(matter, name, step);
  if (step !== 'reported' && lastReported(sound, matter) !== reported) {
    const message = {
      zh: `事项 ${matter} 刚刚又有新的反馈，请再看一遍`,
      en: `the matter ${matter} was reported on anew meanwhile; look at it again`,
    };
    throw new WestgateError('WG_STALE_RECORD', message);
  }
  if (!isDay(on) || on > today) {
    const found = on.slice(0, 40);
    const message = { zh: `on：应为不晚于 ${today} 的日期，现为“${found}”`, en: `on: expected a day up to ${today}, found "${found}"` };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'on' });
  }
  const department = takenBy(step) === 'lead' ? row.lead : null;
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

function lastReported(register: Register, matter: string): Row<'supervision_step'> | null {
  return stepsOf(register, matter).findLast(({ step }) => step === 'reported') ?? null;
}
