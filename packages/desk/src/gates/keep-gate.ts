import { WestgateError } from '@westgate/base';
import { gateStanding, KEPT, type Register, soundRegister } from '@westgate/domain';
import { type Ask, type AskedAt, saidIn } from '../deeds/ask.ts';
import { given, isSaid, projectRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

const KEPT_WHY = { zh: 'reason：至少用一种语言写明为什么保留', en: 'reason: expected why the pass is kept, in one language at least' };

/**
 * The change that keeps the pass of a gate which was re-opened: what was lost is done without, by decision and for a reason. Throws
 * `WG_INPUT_INVALID` where the gate was not re-opened, and without a reason.
 */
export function keepGate(register: Register, { id, gate, reason: why }: Ask<'keep-gate'>, { today }: AskedAt): Changing {
  const reason = saidIn(register, why);
  const project = projectRow(register, id);
  const rung = gateStanding(soundRegister(register), project, today).rungs.find((each) => each.gate.id === gate);
  if (!rung?.reopened) {
    const found = gate.slice(0, 80);
    const message = {
      zh: `gate：应为项目 ${id} 需重新通过的环节，现为 ${found}`,
      en: `gate: expected a gate of ${id} that was re-opened, found ${found}`,
    };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'gate' });
  }
  if (!isSaid(reason)) throw new WestgateError('WG_INPUT_INVALID', KEPT_WHY, { field: 'reason' });
  const { pass, lost } = rung.reopened;
  const gone = new Set(lost.map(({ requirement }) => requirement));
  const held = pass.basis.filter((each) => !gone.has(each.slice(0, each.indexOf('='))));
  const basis = [...held, ...[...gone].map((requirement) => `${requirement}=${KEPT}`)];
  return { changes: putChanges(register, [['gate_pass', { ...given(pass), basis, reason_zh: reason.zh, reason_en: reason.en }]]) };
}
