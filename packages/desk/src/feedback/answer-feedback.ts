import { isDay, WestgateError } from '@westgate/base';
import type { Register, Row } from '@westgate/domain';
import type { Ask } from '../deeds/ask.ts';
import { dayOn, given, isSaid, presentRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

const ANSWER_OWED = { zh: '答复内容：应写明答复', en: 'answer: expected what is answered' };
const REASON_OWED = { zh: '理由：应写明不予答复的理由', en: 'dismissal: expected the reason why it gets no answer' };

/**
 * The public answer to feedback; one that was there is replaced, and what was dismissed is not any more. Throws `WG_INPUT_INVALID` where nothing is answered, or before
 * the day it came.
 */
export function answerFeedback(register: Register, { id, answer, on, owner }: Ask<'answer-feedback'>): Changing {
  const row = feedbackRow(register, id);
  if (!isSaid(answer)) throw new WestgateError('WG_INPUT_INVALID', ANSWER_OWED);
  if (!isDay(on)) throw new WestgateError('WG_INPUT_INVALID', dayOn('on', on));
  if (row.received_on !== null && on < row.received_on)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `答复日期：应不早于收到日期 ${row.received_on}，现为 ${on}`,
      en: `on: expected a day from ${row.received_on} on, when it came, found ${on}`,
    });
  const told = { answer_zh: answer.zh, answer_en: answer.en, answered_on: on, owner: owner ?? row.owner };
  const back = { dismissed: null, dismissal_zh: null, dismissal_en: null };
  return { changes: putChanges(register, [['feedback', { ...given(row), ...told, ...back }]]) };
}

/** Says why feedback gets no answer; an answer that was there goes. Throws `WG_INPUT_INVALID` without a reason. */
export function dismissFeedback(register: Register, { id, as, dismissal }: Ask<'dismiss-feedback'>): Changing {
  const row = feedbackRow(register, id);
  if (!isSaid(dismissal)) throw new WestgateError('WG_INPUT_INVALID', REASON_OWED);
  const told = { dismissed: as, dismissal_zh: dismissal.zh, dismissal_en: dismissal.en };
  const gone = { answer_zh: null, answer_en: null, answered_on: null };
  return { changes: putChanges(register, [['feedback', { ...given(row), ...told, ...gone }]]) };
}

function feedbackRow(register: Register, id: string): Row<'feedback'> {
  return presentRow(register.feedback, 'feedback', id);
}
