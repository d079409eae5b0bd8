/** Formulas by the id of what they work out, each with the ids that it rests on. */
export type Inputs = ReadonlyMap<string, ReadonlySet<string>>;

/** Formulas in an order in which each comes after those it rests on, and those that rest on each other in a circle. */
export interface FormulaOrder {
  readonly order: readonly string[];
  /** Each circle once: its members in turn, each resting on the next, the last on the first. */
  readonly circles: readonly (readonly string[])[];
  /** What rests on an id directly. */
  readonly dependants: ReadonlyMap<string, readonly string[]>;
}

/** The order of some formulas. Those in a circle, and those that rest on one, stand in no order. */
export function formulaOrder(inputs: Inputs): FormulaOrder {
  const dependants = new Map<string, string[]>();
  const waits = new Map<string, number>();
  for (const [id, rests] of inputs) {
    waits.set(id, [...rests].filter((each) => inputs.has(each)).length);
    for (const each of rests) {
      const held = dependants.get(each);
      if (held) held.push(id);
      else dependants.set(each, [id]);
    }
  }
  const order = [...inputs.keys()].filter((id) => waits.get(id) === 0);
  for (const id of order) {
    for (const dependant of dependants.get(id) ?? []) {
      const left = (waits.get(dependant) ?? 0) - 1;
      waits.set(dependant, left);
      if (left === 0) order.push(dependant);
    }
  }
  const placed = new Set(order);
  return { order, circles: circlesIn(inputs, placed), dependants };
}

/** Whoever is left rests on a circle: followed by its inputs, a walk comes back to where it was. */
function circlesIn(inputs: Inputs, placed: ReadonlySet<string>): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const walked = new Set<string>();
  for (const start of inputs.keys()) {
    const path: string[] = [];
    let at: string | undefined = placed.has(start) ? undefined : start;
    while (at !== undefined && !walked.has(at)) {
      walked.add(at);
      path.push(at);
      at = [...(inputs.get(at) ?? [])].find((each) => inputs.has(each) && !placed.has(each));
    }
    const begin = at === undefined ? -1 : path.indexOf(at);
    if (begin >= 0) circles.push(path.slice(begin));
  }
  return circles;
}

/** What rests on some ids, directly or by others, in the order in which it is worked out. */
export function restingOn({ order, dependants }: FormulaOrder, ids: Iterable<string>): readonly string[] {
  const stirred = new Set<string>();
  const open = [...ids];
  for (const id of open) {
    for (const dependant of dependants.get(id) ?? []) {
      if (stirred.has(dependant)) continue;
      stirred.add(dependant);
      open.push(dependant);
    }
  }
  return stirred.size === 0 ? [] : order.filter((id) => stirred.has(id));
}
