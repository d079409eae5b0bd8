import { dayOf, isDay, WestgateError } from '@westgate/base';
import { type Change, gateStanding, gatesFor, type Register, type Row, soundRegister, type TableName } from '@westgate/domain';
import type { Changing } from '../work.ts';
import type { PassBecomes, RulesDraft } from './gate-drafts.ts';
import { given, isSaid, presentRow, projectRow, putChanges } from './gate-project.ts';

type Put = readonly [TableName, Readonly<Record<string, unknown>>];

/**
 * The changes that give a project another kind, or the rules of another day. Every gate it passed that is not on the new ladder needs an
 * answer: kept as a gate of the new rules, or set aside with the reason. Throws `WG_INPUT_INVALID` naming each that has none.
 */
export function changeRules(register: Register, draft: RulesDraft): Changing {
  const project = projectRow(register, draft.project);
  if (!isDay(draft.rulesOn))
    throw new WestgateError('WG_INPUT_INVALID', 'rulesOn: expected a day such as 2024-03-31', { field: 'rulesOn' });
  if (!isSaid(draft.reason)) throw new WestgateError('WG_INPUT_INVALID', 'reason: expected why the rules change', { field: 'reason' });
  const rulesOn = dayOf(draft.rulesOn);
  const { admission, rungs } = gateStanding(soundRegister(register), project, rulesOn);
  const ladder = new Set(gatesFor(register, draft.kind, rulesOn).map(({ gate }) => gate.id as string));
  const passed = rungs.flatMap(({ pass }) => (pass && !ladder.has(pass.gate) ? [pass] : []));
  refuseUndecided(passed, draft.passes, ladder);
  const puts: Put[] = passed.flatMap((pass) => becoming(register, pass, draft.passes));
  if (draft.kind !== project.kind) puts.push(['project', { ...given(project), kind: draft.kind }]);
  if (admission?.decision === 'admitted') {
    puts.push(['admission', { ...given(admission), rules_on: rulesOn, reason_zh: draft.reason.zh, reason_en: draft.reason.en }]);
  }
  return { changes: putChanges(register, puts) };
}

/** True where these changes were asked for so. */
export function isRulesChangeOf(changes: readonly Change[], { project, kind, rulesOn }: RulesDraft): boolean {
  const isOf = ({ table, key, after }: Change): boolean =>
    (table === 'project' && key === project && after?.kind === kind) ||
    (table === 'admission' && key === project && after?.rules_on === rulesOn);
  return changes.some(isOf);
}

function refuseUndecided(passed: readonly Row<'gate_pass'>[], decided: readonly PassBecomes[], ladder: ReadonlySet<string>): void {
  const undecided = passed.filter(({ gate }) => !decided.some((each) => each.gate === gate)).map(({ gate }) => gate as string);
  if (undecided.length > 0) {
    const message = `passes: expected what becomes of each passed gate, kept as another or set aside; nothing is said of ${undecided.join(', ')}`;
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'passes', undecided });
  }
  for (const each of decided) {
    if (each.becomes === 'kept-as' && !ladder.has(each.as)) {
      throw new WestgateError(
        'WG_INPUT_INVALID',
        `passes: expected a gate of the new rules for ${each.gate}, found ${each.as.slice(0, 80)}`,
        {
          field: 'passes',
        },
      );
    }
    if (each.becomes === 'set-aside' && !isSaid(each.reason)) {
      throw new WestgateError('WG_INPUT_INVALID', `passes: expected why ${each.gate} is set aside`, { field: 'passes' });
    }
  }
  const kept = decided.flatMap((each) => (each.becomes === 'kept-as' ? [each.as] : []));
  const twice = kept.find((gate, index) => kept.indexOf(gate) !== index);
  if (twice !== undefined) {
    throw new WestgateError('WG_INPUT_INVALID', `passes: expected each new gate once, found ${twice} twice`, { field: 'passes' });
  }
}

/** The old pass with what became of it and, where it counts for a gate of the new rules, the pass of that. */
function becoming(register: Register, pass: Row<'gate_pass'>, decided: readonly PassBecomes[]): readonly Put[] {
  const what = decided.find(({ gate }) => gate === pass.gate);
  if (!what) return [];
  if (what.becomes === 'set-aside') {
    return [['gate_pass', { ...given(pass), became: 'set-aside', kept_as: null, reason_zh: what.reason.zh, reason_en: what.reason.en }]];
  }
  const { id } = presentRow(register.gate, 'gate', what.as);
  return [
    ['gate_pass', { ...given(pass), became: 'kept-as', kept_as: id }],
    ['gate_pass', { ...given(pass), gate: id, became: 'stands', kept_as: null }],
  ];
}
