import type { Register } from '../register/register.ts';
import { valuesOn } from './axis-values.ts';
import { commitmentOrder } from './text-order.ts';
import { traceOf } from './trace.ts';

/** A commitment under a value of an axis, with the projects it reaches. */
interface AxisCommitment {
  readonly id: string;
  readonly projects: readonly string[];
}

/** What stands under one value of an axis. */
export interface AxisBranch {
  /** Null: what stands under no value of the axis. */
  readonly value: string | null;
  /** In the order of the text. */
  readonly commitments: readonly AxisCommitment[];
  /** The projects that carry the value themselves, whatever they serve; of null those that carry none. */
  readonly projects: readonly string[];
  /** Those of them that no commitment above reaches. */
  readonly beside: readonly string[];
}

/** The commitments of a register by the values of one plan axis, each with its projects. */
export interface AxisTree {
  readonly axis: string;
  /** In the order of the district's axis; what stands under no value comes last, where there is any. A record under several values stands under each. */
  readonly branches: readonly AxisBranch[];
  /** Each commitment and project once. */
  readonly commitments: number;
  readonly projects: number;
}

/** The tree of an axis of the district; null where the district has no such axis. Cost O(commitments and projects). */
export function axisTreeOf(register: Register, axis: string): AxisTree | null {
  const [district] = register.district.values();
  const known = district?.axes.find(({ id }) => id === axis);
  if (!known) return null;
  const trace = traceOf(register);
  const commitments = byValue(register, axis, 'commitment', commitmentOrder(register));
  const projects = byValue(register, axis, 'project', register.project.keys());
  const branches = [...known.values.map(({ id }) => id), null].map((value): AxisBranch => {
    const under = (commitments.get(value) ?? []).map((id) => ({ id, projects: trace.projectsOfCommitment(id) }));
    const carrying = projects.get(value) ?? [];
    const reached = new Set(under.flatMap((each) => each.projects));
    return { value, commitments: under, projects: carrying, beside: carrying.filter((id) => !reached.has(id)) };
  });
  return {
    axis,
    branches: branches.filter(({ value, commitments: own, projects: carrying }) => value !== null || own.length + carrying.length > 0),
    commitments: register.commitment.size,
    projects: register.project.size,
  };
}

/** Ids by the values they stand under; null for none. */
function byValue(register: Register, axis: string, kind: string, ids: Iterable<string>): ReadonlyMap<string | null, readonly string[]> {
  const groups = new Map<string | null, string[]>();
  for (const id of ids) {
    const values: readonly (string | null)[] = valuesOn(register, axis, kind, id);
    for (const value of values.length > 0 ? values : [null]) {
      const held = groups.get(value);
      if (held) held.push(id);
      else groups.set(value, [id]);
    }
  }
  return groups;
}
