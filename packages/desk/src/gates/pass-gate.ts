import { dayOf, invariant, isDay, WestgateError } from '@westgate/base';
import { gateStanding, type Need, type Register, soundRegister, standingFaults } from '@westgate/domain';
import type { Ask } from '../deeds/ask.ts';
import { dayOn, projectRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';
import { closedError } from './missing-in-words.ts';

/**
 * The changes by which a project passes its open gate: the pass with what it rests on and, where the gate admits to the pool, the admission
 * by the rules of that day. Throws `WG_GATE_CLOSED` listing exactly what is missing and who can supply it, `WG_INPUT_INVALID` for a gate that
 * is not the open one.
 */
export function passGate(register: Register, { id, gate, on, note }: Ask<'pass-gate'>): Changing {
  const project = projectRow(register, id);
  if (!isDay(on)) throw new WestgateError('WG_INPUT_INVALID', dayOn('on', on));
  const sound = soundRegister(register);
  const standing = gateStanding(sound, project, dayOf(on));
  const { open, missing, rulesOn, admission } = standing;
  if (open?.gate.id !== gate) {
    const found = gate.slice(0, 80);
    const message = {
      zh: `gate：按 ${rulesOn} 的规则，${open ? `应为待通过的环节 ${open.gate.id}` : '没有待通过的环节'}，现为 ${found}`,
      en: `gate: expected ${open ? `the open gate ${open.gate.id}` : 'a gate that is open; none is'} by the rules of ${rulesOn}, found ${found}`,
    };
    throw new WestgateError('WG_INPUT_INVALID', message, {
      field: 'gate',
      open: open?.gate.id ?? null,
    });
  }
  const faults = standingFaults(sound, project, standing);
  invariant(faults.length === 0, `the standing of ${id} holds against the checker: ${faults.join(' ')}`);
  if (missing.length > 0) throw closedError(register, project, open, standing);
  const isLater = ({ on: day }: Need): boolean => day !== null && day > on;
  refuseLater(open.needs.filter((need) => isLater(need) && !need.requirement.optional));
  const basis = open.needs.flatMap((need) => (need.by === null || isLater(need) ? [] : [`${need.requirement.id}=${need.by}`]));
  const pass = {
    project: id,
    gate,
    on,
    basis,
    became: 'stands',
    kept_as: null,
    reason_zh: null,
    reason_en: null,
    note_zh: note.zh,
    note_en: note.en,
  };
  const admits = open.gate.admits && admission?.decision !== 'admitted';
  const admitted = { project: id, decision: 'admitted', on, rules_on: rulesOn, reason_zh: null, reason_en: null };
  return {
    changes: putChanges(
      register,
      admits
        ? [
            ['gate_pass', pass],
            ['admission', admitted],
          ]
        : [['gate_pass', pass]],
    ),
  };
}

/** Nothing is passed on what came after it. */
function refuseLater(later: readonly Need[]): void {
  const [last] = later.toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1));
  if (!last) return;
  const message = {
    zh: `on：应为不早于 ${last.on} 的日期，因为 ${last.requirement.id} 是那天的`,
    en: `on: expected a day from ${last.on} on, as ${last.requirement.id} is of that day`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'on', from: last.on });
}
