import { invariant, never, WestgateError } from '@westgate/base';
import type { Cell, Domain } from '../grid/domain.ts';
import { UNIT } from '../grid/units.ts';
import type { Operable } from '../rules/operator.ts';
import type { Act, Condition, Seen } from '../rules/types.ts';
import type { Work } from '../structures/works.ts';
import type { FloodInput } from './input.ts';

/** What the rules of a case look at and act on. */
export class Operated implements Operable {
  /** Levels of the gauges when the rules were looked at last, m. */
  lastLevels: Readonly<Record<string, number>> = {};
  readonly #domain: Domain;
  readonly #works: ReadonlyMap<string, Work>;
  readonly #gauges: ReadonlyMap<string, Cell>;
  readonly #storages: ReadonlyMap<string, { readonly cells: readonly Cell[]; readonly capacity: number }>;
  readonly #every: number;

  /** Throws WG_INPUT_INVALID where a rule names what the case has not. */
  constructor({ gauges = [], storages = [], operation }: FloodInput, domain: Domain, works: ReadonlyMap<string, Work>) {
    this.#domain = domain;
    this.#works = works;
    this.#gauges = new Map(gauges.map(({ id, at }) => [id, at]));
    this.#storages = new Map(storages.map((storage) => [storage.id, storage]));
    this.#every = operation?.every ?? 60;
    for (const { id, when, acts } of operation?.rules ?? []) {
      for (const seen of seenIn(when)) this.#requireSeen(`Rule ${id}`, seen);
      for (const act of acts) this.requireAct(`Rule ${id}`, act);
    }
  }

  valueOf(seen: Seen, time: number): number {
    switch (seen.of) {
      case 'time':
        return time;
      case 'gate':
        return this.#work(seen.id).state.opening;
      case 'gauge': {
        const level = this.#levelAt(this.#gauges.get(seen.id) ?? [0, 0]);
        return seen.what === 'level' ? level : ((level - (this.lastLevels[seen.id] ?? level)) / this.#every) * 3_600;
      }
      case 'storage': {
        const { cells = [], capacity = 1 } = this.#storages.get(seen.id) ?? {};
        if (seen.what === 'level') return cells.reduce((sum, cell) => sum + this.#levelAt(cell), 0) / cells.length;
        const units = cells.reduce((sum, cell) => sum + (this.#domain.h[this.#domain.indexOf(...cell)] ?? 0), 0);
        return (units * this.#domain.cell ** 2) / UNIT / capacity;
      }
      default:
        return never(seen);
    }
  }

  targetOf(id: string): number {
    return this.#work(id).state.target;
  }

  aim(id: string, target: number, time: number): void {
    this.#work(id).aim(target, time);
  }

  /** Keeps the levels of now for how fast they rise. */
  remember(): void {
    this.lastLevels = Object.fromEntries([...this.#gauges].map(([id, at]) => [id, this.#levelAt(at)]));
  }

  #levelAt([column, row]: Cell): number {
    return this.#domain.levelAt(this.#domain.indexOf(column, row));
  }

  #work(id: string): Work {
    const work = this.#works.get(id);
    invariant(work, `${id} is there, as the rules were checked`);
    return work;
  }

  /** Throws WG_INPUT_INVALID where there is no such gate or pump, or the gate cannot open so far. */
  requireAct(by: string, act: Act): void {
    const gate = 'gate' in act ? this.#works.get(act.gate)?.structure : undefined;
    if ('gate' in act) this.#requireNamed(by, 'gate', act.gate, gate?.kind === 'gate');
    if ('pump' in act) this.#requireNamed(by, 'pump', act.pump, this.#works.get(act.pump)?.structure.kind === 'pump');
    if (!('gate' in act) || gate?.kind !== 'gate' || (act.target >= 0 && act.target <= gate.full)) return;
    const expected = `gate ${act.gate} to be opened by 0 to ${gate.full} m`;
    throw new WestgateError('WG_INPUT_INVALID', `${by}: expected ${expected}, found ${act.target}.`, { expected, found: act.target });
  }

  #requireSeen(rule: string, seen: Seen): void {
    if (seen.of === 'gauge') this.#requireNamed(rule, 'gauge', seen.id, this.#gauges.has(seen.id));
    if (seen.of === 'storage') this.#requireNamed(rule, 'storage area', seen.id, this.#storages.has(seen.id));
    if (seen.of === 'gate') this.#requireNamed(rule, 'gate', seen.id, this.#works.get(seen.id)?.structure.kind === 'gate');
  }

  #requireNamed(rule: string, expected: string, found: string, isThere: boolean): void {
    if (isThere) return;
    throw new WestgateError('WG_INPUT_INVALID', `${rule}: expected a ${expected} of the case, found ${found}.`, {
      rule,
      expected,
      found,
    });
  }
}

/** All that a condition looks at. */
function seenIn(condition: Condition): readonly Seen[] {
  if ('all' in condition) return condition.all.flatMap(seenIn);
  if ('any' in condition) return condition.any.flatMap(seenIn);
  if ('not' in condition) return seenIn(condition.not);
  return 'mode' in condition ? [] : [condition.value];
}
