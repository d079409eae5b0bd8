import { registerMemo } from '../../register/memo.ts';
import type { Register } from '../../register/register.ts';
import type { Row } from '../../register/tables.ts';
import { assetOf } from '../dual-use/assets.ts';
import { drillFault } from './drill-proof.ts';
import { landOf } from './land.ts';
import { askedOf, requirementsOf } from './rulebook.ts';

type PassRow = Row<'gate_pass'>;

/** Why what a pass rested on does not carry it any more. */
export type LostWhy = 'withdrawn' | 'refused' | 'moved' | 'rule-changed';

/** A requirement that a pass rests on no more. */
export interface Lost {
  readonly requirement: string;
  readonly why: LostWhy;
}

/** In a basis the word for a requirement that the programme office decided to do without, with the reason of the pass. */
export const KEPT = 'kept';

/**
 * What a pass that stands rested on and no longer does: a file that was taken out, a decision that is gone or is now a no, one dated after the
 * pass, and what the rules of the gate ask for since. Empty where all holds, and where nothing was recorded that it was passed on. Not looked at is
 * what the gate opens without, and what hangs on a title of the land that is not known. A pass kept from other rules is held by its certificates alone.
 */
export function lostBasis(register: Register, pass: PassRow): readonly Lost[] {
  const land = landOf(register, pass.project);
  const asked = askedOf(requirementsOf(register, pass.gate), land).filter((each) => each.land === null || land.isKnown);
  const certificates = new Map(pass.basis.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]));
  const rules = new Map(asked.map((each) => [each.id as string, each]));
  const isKept = keptGates(register).has(`${pass.project}|${pass.gate}`);
  const lost: Lost[] = [];
  for (const [requirement, by] of certificates) {
    const rule = rules.get(requirement);
    if (rule ? rule.optional : !isKept) continue;
    const why = rule && !isOfKind(by, rule.kind) ? 'rule-changed' : lossOf(register, pass, requirement, by);
    if (why !== null) lost.push({ requirement, why });
  }
  if (isKept || certificates.size === 0) return lost;
  const fresh = asked.filter(({ id, optional }) => !optional && !certificates.has(id));
  return [...lost, ...fresh.map(({ id }): Lost => ({ requirement: id, why: 'rule-changed' }))];
}

/** `project|gate` of every gate that a pass of other rules was kept as. */
const keptGates = registerMemo(
  (register): ReadonlySet<string> =>
    new Set([...register.gate_pass.values()].flatMap(({ project, kept_as }) => (kept_as === null ? [] : [`${project}|${kept_as}`]))),
);

function isOfKind(by: string, kind: Row<'requirement'>['kind']): boolean {
  return by === KEPT || (kind === 'evidence' || kind === 'drill' ? by.startsWith(`${kind}:`) : by === 'answer');
}

function lossOf(register: Register, { project, on }: PassRow, requirement: string, by: string): LostWhy | null {
  if (by === KEPT) return null;
  if (by === 'answer') {
    const answers: ReadonlyMap<string, Row<'requirement_answer'>> = register.requirement_answer;
    const answer = answers.get(`${project}|${requirement}`);
    if (!answer) return 'withdrawn';
    return answer.answer === 'no' ? 'refused' : answer.on > on ? 'moved' : null;
  }
  if (by.startsWith('drill:')) return lostDrill(register, { project, on }, by.slice('drill:'.length));
  const files: ReadonlyMap<string, Row<'evidence'>> = register.evidence;
  const file = files.get(by.slice('evidence:'.length));
  if (!file || file.subject_kind !== 'project' || file.subject_id !== project || file.requirement !== requirement) return 'withdrawn';
  return file.on > on ? 'moved' : null;
}

/** A drill carries a pass as long as it is one of an asset of the project, was held within the year before it, and took no longer than planned, or was accepted. */
function lostDrill(register: Register, { project, on }: Pick<PassRow, 'project' | 'on'>, id: string): LostWhy | null {
  const drills: ReadonlyMap<string, Row<'drill'>> = register.drill;
  const drill = drills.get(id);
  if (!drill || drill.held_on === null || assetOf(register, drill.asset)?.project !== project) return 'withdrawn';
  if (drill.held_on > on) return 'moved';
  const fault = drillFault(register, drill, on);
  return fault === null ? null : fault === 'drill-old' ? 'moved' : 'refused';
}
