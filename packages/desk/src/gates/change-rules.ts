import { dayOf, isDay, WestgateError } from '@westgate/base';
import { gateStanding, gatesFor, type PassBecomes, type Register, type Row, soundRegister, type TableName } from '@westgate/domain';
import { type Ask, saidIn } from '../deeds/ask.ts';
import { dayOn, given, isSaid, presentRow, projectRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

type Put = readonly [TableName, Readonly<Record<string, unknown>>];

/**
 * The changes that give a project another kind, or the rules of another day. Every gate it passed that is not on the new ladder needs an
 * answer: kept as a gate of the new rules, or set aside with the reason. Throws `WG_INPUT_INVALID` naming each that has none.
 */
export function changeRules(register: Register, draft: Ask<'change-rules'>): Changing {
  const project = projectRow(register, draft.id);
  const reason = saidIn(register, draft.reason);
  if (!isDay(draft.rulesOn)) throw new WestgateError('WG_INPUT_INVALID', dayOn('rulesOn', draft.rulesOn), { field: 'rulesOn' });
  if (!isSaid(reason)) {
    const message = { zh: 'reason：写明为什么换规则', en: 'reason: expected why the rules change' };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'reason' });
  }
  const rulesOn = dayOf(draft.rulesOn);
  const { admission, rungs } = gateStanding(soundRegister(register), project, rulesOn);
  const ladder = new Set(gatesFor(register, draft.kind, rulesOn).map(({ gate }) => gate.id as string));
  const passed = rungs.flatMap(({ pass }) => (pass && !ladder.has(pass.gate) ? [pass] : []));
  refuseUndecided(passed, draft.passes, ladder);
  const puts: Put[] = passed.flatMap((pass) => becoming(register, pass, draft.passes));
  if (draft.kind !== project.kind) puts.push(['project', { ...given(project), kind: draft.kind }]);
  if (admission?.decision === 'admitted') {
    puts.push(['admission', { ...given(admission), rules_on: rulesOn, reason_zh: reason.zh, reason_en: reason.en }]);
  }
  return { changes: putChanges(register, puts) };
}

function refuseUndecided(passed: readonly Row<'gate_pass'>[], decided: readonly PassBecomes[], ladder: ReadonlySet<string>): void {
  const undecided = passed.filter(({ gate }) => !decided.some((each) => each.gate === gate)).map(({ gate }) => gate as string);
  if (undecided.length > 0) {
    const message = {
      zh: `passes：已通过的各环节都要说明如何处理，改计为新环节或不计入；未说明 ${undecided.join('、')}`,
      en: `passes: expected what becomes of each passed gate, kept as another or set aside; nothing is said of ${undecided.join(', ')}`,
    };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'passes', undecided });
  }
  for (const each of decided) {
    if (each.becomes === 'kept-as' && !ladder.has(each.as)) {
      const found = each.as.slice(0, 80);
      const message = {
        zh: `passes：环节 ${each.gate} 应改计为新规则里的一个环节，现为 ${found}`,
        en: `passes: expected a gate of the new rules for ${each.gate}, found ${found}`,
      };
      throw new WestgateError('WG_INPUT_INVALID', message, { field: 'passes' });
    }
    if (each.becomes === 'set-aside' && each.reason.trim() === '') {
      const message = { zh: `passes：请写明环节 ${each.gate} 不计入的理由`, en: `passes: expected why ${each.gate} is set aside` };
      throw new WestgateError('WG_INPUT_INVALID', message, { field: 'passes' });
    }
  }
  const kept = decided.flatMap((each) => (each.becomes === 'kept-as' ? [each.as] : []));
  const twice = kept.find((gate, index) => kept.indexOf(gate) !== index);
  if (twice !== undefined) {
    const message = {
      zh: `passes：每个新环节只能选一次，${twice} 选了两次`,
      en: `passes: expected each new gate once, found ${twice} twice`,
    };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'passes' });
  }
}

/** The old pass with what became of it and, where it counts for a gate of the new rules, the pass of that. */
function becoming(register: Register, pass: Row<'gate_pass'>, decided: readonly PassBecomes[]): readonly Put[] {
  const what = decided.find(({ gate }) => gate === pass.gate);
  if (!what) return [];
  if (what.becomes === 'set-aside') {
    const { zh, en } = saidIn(register, what.reason);
    return [['gate_pass', { ...given(pass), became: 'set-aside', kept_as: null, reason_zh: zh, reason_en: en }]];
  }
  const { id } = presentRow(register.gate, 'gate', what.as);
  return [
    ['gate_pass', { ...given(pass), became: 'kept-as', kept_as: id }],
    ['gate_pass', { ...given(pass), gate: id, became: 'stands', kept_as: null }],
  ];
}
