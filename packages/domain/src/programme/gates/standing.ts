import type { DayString } from '@westgate/base';
import { grouped } from '../../register/groups.ts';
import { registerMemo } from '../../register/memo.ts';
import { Worked } from '../../register/reads.ts';
import type { Register } from '../../register/register.ts';
import type { Row } from '../../register/tables.ts';
import { type DrillWhy, drillProof } from './drill-proof.ts';
import { type LandHeld, landOf } from './land.ts';
import { type Lost, lostBasis } from './lost-basis.ts';
import { askedOf, type GateRules, gatesFor, type Supplier, supplierOf } from './rulebook.ts';

/** Why something a gate asks for is not there. */
export type MissingWhy = 'no-file' | 'not-decided' | 'not-answered' | 'refused' | 'answered-no' | 'land-not-known' | DrillWhy;

/** One thing a gate asks for, as a project stands to it: met by a row, or missing with who can supply it. */
export interface Need {
  readonly requirement: Row<'requirement'>;
  /** The certificate: `evidence:<id>`, `drill:<id>` or `answer`. Null while it is missing. */
  readonly by: string | null;
  /** The day of that row. */
  readonly on: DayString | null;
  readonly why: MissingWhy | null;
  readonly supplier: Supplier;
}

/** A gate of a project's ladder. */
export interface Rung extends GateRules {
  readonly state: 'passed' | 'open' | 'ahead';
  /** The pass that counts. */
  readonly pass: Row<'gate_pass'> | null;
  /** The pass that counted until what it rested on was lost; null where there is none. */
  readonly reopened: Reopened | null;
  /** What it asks for now; empty for a gate that was passed. */
  readonly needs: readonly Need[];
}

/** A pass that does not count any more, and why. */
export interface Reopened {
  readonly pass: Row<'gate_pass'>;
  readonly lost: readonly Lost[];
}

/** Where a project stands among its gates. */
export interface GateStanding {
  /** The day whose rulebook holds for it: that of its admission, else the day asked for. */
  readonly rulesOn: DayString;
  readonly admission: Row<'admission'> | null;
  readonly rungs: readonly Rung[];
  /** The first gate that was not passed; null where all were, or there are none. */
  readonly open: Rung | null;
  /** What keeps the open gate closed: everything it must have that is missing. */
  readonly missing: readonly Need[];
  /** Passes of gates that are not on its ladder: set aside, or of rules it no longer goes by. */
  readonly former: readonly Row<'gate_pass'>[];
}

const filesByProject = registerMemo((register) =>
  grouped(
    [...register.evidence.values()].filter(({ subject_kind, requirement }) => subject_kind === 'project' && requirement !== null),
    ({ subject_id }) => subject_id,
  ),
);
const passesByProject = registerMemo((register) => grouped(register.gate_pass.values(), ({ project }) => project));

const held = registerMemo(() => new Worked<string, GateStanding>());

/** Where a project stood among its gates on that day, from what is dated up to it; kept for as long as the register is the same. */
export function standingHeld(register: Register, project: Row<'project'>, on: DayString): GateStanding {
  return held(register).of(`${project.id} ${on}`, () => gateStanding(register, project, on, on));
}

/** The passes of a project by `asOf` that counted until what they rested on was lost. */
export function reopenedOn(register: Register, id: string, asOf: DayString): readonly Reopened[] {
  const projects: ReadonlyMap<string, Row<'project'>> = register.project;
  const project = projects.get(id);
  // Most projects have passed nothing yet: where they stand need not be found out.
  if (!project || !passesByProject(register).has(id)) return [];
  return standingHeld(register, project, asOf).rungs.flatMap(({ reopened }) => reopened ?? []);
}

/**
 * Where a project stands among the gates of its kind, on the rules that hold for it. `on`: the day whose rules count while it is not admitted, and up to
 * which a certificate is looked for first. `until`: the last day of what is known: an admission, a pass, a file or an answer of later is none. What a
 * pass rests on is looked at as it is held, since nothing says on which day it was taken out.
 */
export function gateStanding(register: Register, project: Row<'project'>, on: DayString, until: DayString | null = null): GateStanding {
  const isKnown = (row: { readonly on: DayString }): boolean => until === null || row.on <= until;
  const admissions: ReadonlyMap<string, Row<'admission'>> = register.admission;
  const decided = admissions.get(project.id);
  const admission = decided && isKnown(decided) ? decided : null;
  const rulesOn = admission?.decision === 'admitted' ? admission.rules_on : on;
  const ladder = gatesFor(register, project.kind, rulesOn);
  const passes = (passesByProject(register).get(project.id) ?? []).filter(isKnown);
  const standing = new Map(passes.filter(({ became }) => became === 'stands').map((pass) => [pass.gate as string, pass]));
  const land = landOf(register, project.id);
  const judged = ladder.map((rules) => {
    const recorded = standing.get(rules.gate.id) ?? null;
    const asked = askedOf(rules.requirements, land);
    const lost = recorded ? lostBasis(register, recorded) : [];
    const reopened = recorded && lost.length > 0 ? { pass: recorded, lost } : null;
    return { rules, asked, pass: reopened ? null : recorded, reopened };
  });
  const openAt = judged.findIndex(({ pass }) => pass === null);
  const rungs = judged.map(({ rules, asked, pass, reopened }, index): Rung => {
    const state = pass ? 'passed' : index === openAt ? 'open' : 'ahead';
    return { ...rules, state, pass, reopened, needs: pass ? [] : needsOf(register, project, { asked, land, on, isKnown }) };
  });
  const open = rungs[openAt] ?? null;
  const onLadder = new Set(ladder.map(({ gate }) => gate.id as string));
  return {
    rulesOn,
    admission,
    rungs,
    open,
    missing: open?.needs.filter(({ by, requirement }) => by === null && !requirement.optional) ?? [],
    former: passes.filter(({ gate, became }) => became !== 'stands' || !onLadder.has(gate)),
  };
}

interface Asking {
  readonly asked: readonly Row<'requirement'>[];
  readonly land: LandHeld;
  readonly on: DayString;
  readonly isKnown: (row: { readonly on: DayString }) => boolean;
}

/** Each thing that is asked of a project here, as it is met. */
function needsOf(register: Register, project: Row<'project'>, asking: Asking): readonly Need[] {
  const { asked, land } = asking;
  return asked.map((requirement): Need => {
    const supplier = supplierOf(register, project, requirement);
    if (requirement.land !== null && !land.isKnown) return { requirement, by: null, on: null, why: 'land-not-known', supplier };
    return { requirement, ...metBy(register, project.id, requirement, asking), supplier };
  });
}

/** Of several files the newest of the day `on` or before carries; where all are later, the first of them. */
function metBy(
  register: Register,
  project: string,
  requirement: Row<'requirement'>,
  { on, isKnown }: Asking,
): Pick<Need, 'by' | 'on' | 'why'> {
  if (requirement.kind === 'evidence') {
    const files = (filesByProject(register).get(project) ?? [])
      .filter((row) => row.requirement === requirement.id && isKnown(row))
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    const file = files.findLast((row) => row.on <= on) ?? files[0];
    return file ? { by: `evidence:${file.id}`, on: file.on, why: null } : { by: null, on: null, why: 'no-file' };
  }
  if (requirement.kind === 'drill') {
    const proof = drillProof(register, project, on, isKnown);
    return proof.drill ? { by: `drill:${proof.drill.id}`, on: proof.on, why: null } : { by: null, on: null, why: proof.why };
  }
  const answers: ReadonlyMap<string, Row<'requirement_answer'>> = register.requirement_answer;
  const row = answers.get(`${project}|${requirement.id}`);
  const isDecision = requirement.kind === 'approval';
  if (!row || !isKnown(row)) return { by: null, on: null, why: isDecision ? 'not-decided' : 'not-answered' };
  return row.answer === 'yes'
    ? { by: 'answer', on: row.on, why: null }
    : { by: null, on: row.on, why: isDecision ? 'refused' : 'answered-no' };
}
