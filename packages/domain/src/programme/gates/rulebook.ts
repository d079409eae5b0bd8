import type { DayString } from '@westgate/base';
import { grouped } from '../../register/groups.ts';
import { registerMemo } from '../../register/memo.ts';
import type { Register } from '../../register/register.ts';
import type { Row } from '../../register/tables.ts';
import { coOperating } from '../loop/co-operating.ts';
import type { LandHeld } from './land.ts';

/** A gate with all it asks for, in order. */
export interface GateRules {
  readonly gate: Row<'gate'>;
  readonly requirements: readonly Row<'requirement'>[];
}

/** Who is named by a requirement as able to supply it, with the departments that this means for a project. */
export interface Supplier {
  readonly role: Row<'requirement'>['supplied_by'];
  /** Ids; empty for the owners, and where the project has no such department. */
  readonly departments: readonly string[];
}

const requirementsByGate = registerMemo((register) => grouped(register.requirement.values(), ({ gate }) => gate as string));
const gatesByKind = registerMemo((register) => {
  const rules = [...register.gate.values()].map((gate): GateRules => ({ gate, requirements: requirementsOf(register, gate.id) }));
  return grouped(rules, ({ gate }) => gate.project_kind);
});

/** What a gate asks for, in order. */
export function requirementsOf(register: Register, gate: string): readonly Row<'requirement'>[] {
  return (requirementsByGate(register).get(gate) ?? []).toSorted((a, b) => a.position - b.position);
}

/** What of this is asked of land so held; of land whose title is not known all. */
export function askedOf(requirements: readonly Row<'requirement'>[], { laws, isKnown }: LandHeld): readonly Row<'requirement'>[] {
  return requirements.filter(({ land }) => land === null || laws.has(land) || !isKnown);
}

/** The rulebook of a kind of project as it holds on a day: its gates in order; empty where none is written. */
export function gatesFor(register: Register, kind: string, on: DayString): readonly GateRules[] {
  return (gatesByKind(register).get(kind) ?? [])
    .filter(({ gate }) => holdsOn(gate, on))
    .toSorted((a, b) => a.gate.position - b.gate.position);
}

/** True for a gate that holds on that day. */
export function holdsOn({ effective_from, effective_to }: Row<'gate'>, on: DayString): boolean {
  return effective_from <= on && (effective_to === null || on <= effective_to);
}

/** Who can supply what a requirement asks for, in a project. */
export function supplierOf(register: Register, project: Row<'project'>, { supplied_by, department }: Row<'requirement'>): Supplier {
  switch (supplied_by) {
    case 'lead':
      return { role: supplied_by, departments: project.lead === null ? [] : [project.lead] };
    case 'co-operating':
      return { role: supplied_by, departments: coOperating(register, 'project', project.id) };
    case 'department':
      return { role: supplied_by, departments: department === null ? [] : [department] };
    case 'owners':
      return { role: supplied_by, departments: [] };
  }
}
