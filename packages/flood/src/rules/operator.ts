import { never } from '@westgate/base';
import type { Act, Condition, Logged, Operation, Rule, Seen } from './types.ts';

/** What rules look at and act on. */
export interface Operable {
  valueOf(seen: Seen, time: number): number;
  /** What a gate or pump is to be now. */
  targetOf(id: string): number;
  aim(id: string, target: number, time: number): void;
}

/** Where the operation stands; all of it is kept in a checkpoint. */
export interface OperationState {
  readonly mode: string;
  /** Until when nothing else is done to what has this name, s. */
  readonly dwelling: Readonly<Record<string, number>>;
  readonly log: readonly Logged[];
}

const NORMAL = 'normal';
/** What stands in the log in place of a rule. */
const BY_HAND = 'by hand';

/** Looks at the rules, does what the highest of those that hold says, and writes down why. */
export class Operator {
  state: OperationState;
  readonly #rules: readonly Rule[];
  readonly #allowed: Operation['allowed'];

  constructor({ rules, mode = NORMAL, allowed }: Operation) {
    // Sorting keeps the order of equal ones.
    this.#rules = rules.toSorted((a, b) => b.priority - a.priority);
    this.#allowed = allowed;
    this.state = { mode, dwelling: {}, log: [] };
  }

  get hasRules(): boolean {
    return this.#rules.length > 0;
  }

  /** Does what a person says, whatever the rules do; they leave it alone for `hold` seconds. */
  byHand(act: Act, time: number, hold: number, operated: Operable): void {
    const name = nameOf(act);
    const { mode, dwelling, log } = this.state;
    const before = 'mode' in act ? mode : operated.targetOf(name);
    if (!('mode' in act)) operated.aim(name, Number(aimOf(act)), time);
    this.state = {
      mode: 'mode' in act ? act.mode : mode,
      dwelling: { ...dwelling, [name]: time + hold },
      log: [...log, { time, rule: BY_HAND, seen: [], act, before }],
    };
  }

  look(time: number, operated: Operable): void {
    const decided = new Set<string>();
    const { mode } = this.state;
    for (const rule of this.#rules) {
      const seen: { readonly value: Seen; readonly was: number }[] = [];
      if (!holds(rule.when, { mode, time, operated }, seen)) continue;
      for (const act of rule.acts) {
        const name = nameOf(act);
        if (decided.has(name)) continue;
        decided.add(name);
        this.#do(act, rule, { time, seen }, operated);
      }
    }
  }

  #do(act: Act, { id, dwell = 0 }: Rule, { time, seen }: Pick<Logged, 'time' | 'seen'>, operated: Operable): void {
    const name = nameOf(act);
    const { mode, dwelling, log } = this.state;
    const before = 'mode' in act ? mode : operated.targetOf(name);
    if (before === aimOf(act) || time < (dwelling[name] ?? 0)) return;
    if ('mode' in act && this.#allowed && !this.#allowed.some(([from, to]) => from === mode && to === act.mode)) return;
    if (!('mode' in act)) operated.aim(name, Number(aimOf(act)), time);
    this.state = {
      mode: 'mode' in act ? act.mode : mode,
      dwelling: { ...dwelling, [name]: time + dwell },
      log: [...log, { time, rule: id, seen, act, before }],
    };
  }
}

function nameOf(act: Act): string {
  if ('mode' in act) return '';
  return 'gate' in act ? act.gate : act.pump;
}

function aimOf(act: Act): number | string {
  if ('mode' in act) return act.mode;
  return 'gate' in act ? act.target : Number(act.isOn);
}

/** One look at the rules. */
interface Look {
  readonly mode: string;
  readonly time: number;
  readonly operated: Operable;
}

/** Whether the condition holds; what it looked at is added to `seen`. */
function holds(condition: Condition, { mode, time, operated }: Look, seen: { readonly value: Seen; readonly was: number }[]): boolean {
  const each = (part: Condition): boolean => holds(part, { mode, time, operated }, seen);
  // Every part is looked at, so that the log says all that was seen.
  if ('all' in condition) return condition.all.map(each).every(Boolean);
  if ('any' in condition) return condition.any.map(each).some(Boolean);
  if ('not' in condition) return !each(condition.not);
  if ('mode' in condition) return condition.mode === mode;
  const was = operated.valueOf(condition.value, time);
  seen.push({ value: condition.value, was });
  switch (condition.is) {
    case '<':
      return was < condition.than;
    case '<=':
      return was <= condition.than;
    case '>':
      return was > condition.than;
    case '>=':
      return was >= condition.than;
    default:
      return never(condition.is);
  }
}
