import { type DayString, dayOf, isDay, type Said, WestgateError } from '@westgate/base';
import { type AnyRow, indicatorStanding, measuredAgain, type Register, type Row, rightOn, vocabularyName } from '@westgate/domain';
import type { Ask } from '../deeds/ask.ts';
import { dayOn, given, isSaid, presentRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

const WORDS_OWED = { zh: '议定事项：应写明议定了什么', en: 'decision: expected what was decided' };
const CLOSING_OWED = { zh: '销号依据：应写明依据什么销号', en: 'closing: expected what shows that it is settled' };
const OWNER_OWED = { zh: '应先明确责任单位和完成时限，再销号', en: 'expected an owner and a due date before it is closed' };
const DECISION_OWED = { zh: '议定事项应写明责任单位和完成时限', en: 'expected an owner and a due date with what was decided' };
const RAISED_OWED = { zh: '应先填写提出日期，再销号', en: 'expected the day it was raised before it is closed' };
const NOT_AGAIN = { zh: '未复测', en: 'not measured again' };
const CLOSED = { zh: '该问题已销号', en: 'expected an issue that is not closed' };

/** What was decided on an issue, by whom it is carried out and by when. Throws `WG_INPUT_INVALID` where it is closed, nothing was decided, nobody carries it out, or it is due before it was decided. */
export function decideIssue(register: Register, { id, decision, owner, dueOn, on, source }: Ask<'decide-issue'>): Changing {
  const row = openIssue(register, 'decide-issue', id);
  if (!isSaid(decision)) throw new WestgateError('WG_INPUT_INVALID', WORDS_OWED);
  const [carries, due] = [owner ?? row.owner, dueOn ?? row.due_on];
  if (carries === null || due === null) throw new WestgateError('WG_INPUT_INVALID', DECISION_OWED);
  if (due < on) throw new WestgateError('WG_INPUT_INVALID', dueAfter(on, due));
  const told = {
    decision_zh: decision.zh,
    decision_en: decision.en,
    owner: carries,
    due_on: due,
    decided_on: on,
    source: source ?? row.source,
  };
  return { changes: putChanges(register, [['issue', { ...given(row), ...told }]]) };
}

/**
 * Closes an issue. Throws `WG_INPUT_INVALID` where it has no owner or due date, nothing shows that it is settled, or the indicator that showed it has no
 * value on its path from after it was raised.
 */
export function closeIssue(register: Register, { id, closing, on, source }: Ask<'close-issue'>): Changing {
  const row = openIssue(register, 'close-issue', id);
  if (!isSaid(closing)) throw new WestgateError('WG_INPUT_INVALID', CLOSING_OWED);
  if (row.owner === null || row.due_on === null) throw new WestgateError('WG_INPUT_INVALID', OWNER_OWED);
  if (!isDay(on)) throw new WestgateError('WG_INPUT_INVALID', dayOn('on', on));
  const shows = row.indicator === null ? undefined : register.indicator.get(row.indicator);
  if (shows?.check_level) checkMeasuredAgain(register, row, shows, dayOf(on));
  else if (row.indicator !== null) checkMeasured(register, row, row.indicator, dayOf(on));
  const told = { closing_zh: closing.zh, closing_en: closing.en, closed_on: on, source: source ?? row.source };
  return { changes: putChanges(register, [['issue', { ...given(row), ...told }]]) };
}

/** That what was decided is to be settled after it was decided. */
function dueAfter(on: string, dueOn: string): Said {
  return {
    zh: `完成时限：应不早于议定日期 ${on}，现为 ${dueOn}`,
    en: `dueOn: expected a day from ${on} on, when it was decided, found ${dueOn}`,
  };
}

function openIssue(register: Register, action: 'decide-issue' | 'close-issue', id: string): Row<'issue'> {
  const row: AnyRow & Row<'issue'> = presentRow(register.issue, 'issue', id);
  if (rightOn(action, (column) => row[column]) === null) throw new WestgateError('WG_INPUT_INVALID', CLOSED);
  return row;
}

function checkMeasured(register: Register, { raised_on: raised }: Row<'issue'>, indicator: string, on: DayString): void {
  const standing = indicatorStanding(register, indicator, on);
  const last = standing?.latest?.last ?? null;
  const isLater = last !== null && raised !== null && last >= raised;
  if (standing?.name === 'on-path' && isLater) return;
  if (raised === null) throw new WestgateError('WG_INPUT_INVALID', RAISED_OWED);
  const { zh, en } = vocabularyName('indicatorStanding', standing?.name ?? 'not-known');
  throw new WestgateError('WG_INPUT_INVALID', {
    zh: `销号需要指标在 ${raised} 之后的数值达序时；该指标现为“${zh}”${last === null ? '' : `，最近数值截至 ${last}`}`,
    en: `expected a value of the indicator from after ${raised} that is on track; it is ${en}${last === null ? '' : `, its last value is of ${last}`}`,
  });
}

/** A problem of the health check is closed by a later measurement of its place that meets the threshold. */
function checkMeasuredAgain(register: Register, row: Row<'issue'>, indicator: Row<'indicator'>, on: DayString): void {
  if (row.raised_on === null) throw new WestgateError('WG_INPUT_INVALID', RAISED_OWED);
  // It is closed by the places as they are held when that is done.
  const after = measuredAgain(register, row, indicator, { asOf: on, placesSince: null });
  if (after?.standing === 'met') return;
  const { zh, en } = after === null ? NOT_AGAIN : vocabularyName('checkStanding', after.standing);
  throw new WestgateError('WG_INPUT_INVALID', {
    zh: `销号需要 ${row.raised_on} 之后的复测结果达标；现为“${zh}”`,
    en: `expected a measurement from after ${row.raised_on} that meets the threshold; found: ${en}`,
  });
}
