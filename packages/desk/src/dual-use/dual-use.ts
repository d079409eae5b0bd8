import { dayOf, isDay, type Said, WestgateError } from '@westgate/base';
import { type AssetMode, assetOf, drillStanding, modesAfter, momentOf, type Register, switchesOf, vocabularyName } from '@westgate/domain';
import { type Ask, type AskedAt, saidIn } from '../deeds/ask.ts';
import { dayOn, given, isSaid, presentRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

/** A time of day as it is written: hours and minutes. */
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const REASON_OWED = { zh: 'reason：至少用一种语言写明转换原因', en: 'reason: expected why it is switched, in one language at least' };
const HELD = {
  zh: '该演练已登记结果；如需修改，请编辑演练记录',
  en: 'expected a drill that was not recorded yet; edit the drill to change its record',
};
const ACCEPTANCE_OWED = {
  zh: 'acceptance：至少用一种语言写明认可理由',
  en: 'acceptance: expected why it is accepted, in one language at least',
};
const NOT_SLOW = { zh: '只有实测时间长于计划的演练才需要认可', en: 'expected a drill whose measured time is longer than planned' };

/**
 * The switch of the mode of an asset, put at the end of its log. Throws `WG_INPUT_INVALID` where the mode may not follow the present one, the time is none, it is not
 * later than the last switch, or nobody says why.
 */
export function switchMode(register: Register, { id, mode, on, at, reason: why }: Ask<'switch-mode'>, { today }: AskedAt): Changing {
  presentRow<'dual_use_asset'>(register.dual_use_asset, 'dual_use_asset', id);
  if (!isDay(on)) throw refused(dayOn('on', on), 'on');
  if (!TIME.test(at)) throw refused(noTime(at), 'at');
  const reason = saidIn(register, why);
  if (!isSaid(reason)) throw refused(REASON_OWED, 'reason');
  const last = switchesOf(register, id, dayOf('9999-12-31')).at(-1);
  if (on > today)
    throw refused({ zh: `on：应为不晚于今天 ${today} 的日期，现为 ${on}`, en: `on: expected a day up to ${today}, found ${on}` }, 'on');
  const moment = momentOf({ on: dayOf(on), at });
  if (last && moment <= momentOf(last)) throw refused(notLater(momentOf(last), moment), 'at');
  const present = last?.mode ?? 'normal';
  if (!modesAfter(present).includes(mode)) throw refused(notAllowed(present, mode), 'mode');
  const row = { asset: id, on, at, mode, reason_zh: reason.zh, reason_en: reason.en };
  return { changes: putChanges(register, [['mode_change', row]]) };
}

/** What was measured at a drill. Throws `WG_INPUT_INVALID` where it was recorded already. */
export function recordDrill(register: Register, { id, heldOn, minutes, persons, findings }: Ask<'record-drill'>): Changing {
  const row = presentRow<'drill'>(register.drill, 'drill', id);
  if (row.held_on !== null) throw refused(HELD, 'heldOn');
  const told = { held_on: heldOn, minutes, persons, findings_zh: findings.zh, findings_en: findings.en };
  return { changes: putChanges(register, [['drill', { ...given(row), ...told }]]) };
}

/** That a drill which took longer than planned is accepted, and why. Throws `WG_INPUT_INVALID` where it did not, or nobody says why. */
export function acceptDrill(register: Register, { id, acceptance }: Ask<'accept-drill'>, { today }: AskedAt): Changing {
  const row = presentRow<'drill'>(register.drill, 'drill', id);
  if (!isSaid(acceptance)) throw refused(ACCEPTANCE_OWED, 'acceptance');
  if (drillStanding(row, assetOf(register, row.asset)?.activation_hours ?? null, today) !== 'too-slow')
    throw refused(NOT_SLOW, 'acceptance');
  return { changes: putChanges(register, [['drill', { ...given(row), acceptance_zh: acceptance.zh, acceptance_en: acceptance.en }]]) };
}

function refused(message: Said, field: string): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', message, { field });
}

function noTime(found: string): Said {
  const shown = found.slice(0, 20);
  return { zh: `at：应为时刻，如 14:05，现为“${shown}”`, en: `at: expected a time such as 14:05, found "${shown}"` };
}

function notLater(last: string, found: string): Said {
  return { zh: `at：应晚于上一次转换 ${last}，现为 ${found}`, en: `at: expected a time after the last switch on ${last}, found ${found}` };
}

function notAllowed(present: AssetMode, found: AssetMode): Said {
  const [zh, en] = (['zh', 'en'] as const).map((language) =>
    modesAfter(present).map((mode) => vocabularyName('assetMode', mode)[language]),
  ) as [string[], string[]];
  const [was, asked] = [vocabularyName('assetMode', present), vocabularyName('assetMode', found)];
  return {
    zh: `mode：当前为“${was.zh}”，只能转入${zh.map((name) => `“${name}”`).join('或')}，现为“${asked.zh}”`,
    en: `mode: expected ${en.join(' or ')} after ${was.en}, found ${asked.en}`,
  };
}
