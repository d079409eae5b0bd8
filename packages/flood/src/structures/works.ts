import { invariant } from '@westgate/base';
import type { Cell, Domain } from '../grid/domain.ts';
import { valueAt } from '../grid/series.ts';
import { UNIT } from '../grid/units.ts';
import { culvertDischarge, gateDischarge, weirDischarge } from './laws.ts';
import type { Failure, Structure } from './types.ts';

/** How a structure stands; all of it is kept in a checkpoint. */
export interface WorkState {
  /** Of a gate: how far it is open, and what it is to be. Of a pump: 1 while it is switched on. */
  readonly opening: number;
  readonly target: number;
  /** When the pump was switched on, the breach began, or the water first stood over the trigger, s; null: not yet. */
  readonly since: number | null;
  /** A fuse plug that was washed away. */
  readonly isGone: boolean;
  /** How often a pump was switched on. */
  readonly starts: number;
  /** What the gate was told, with the moment: a gate that is late heeds it later. */
  readonly told: readonly (readonly [time: number, target: number])[];
  /** Units that were to move and did not fill a whole one in each cell yet. */
  readonly carried: number;
  /** Units moved from `from` to `to`, those that went back taken off. */
  readonly moved: bigint;
  /** Discharge of the last step by its law, m³/s. */
  readonly discharge: number;
  /** What went through in the last step, m³/s: no more than there was. */
  readonly passed: number;
}

/** A structure on a domain. Once a step it moves whole units from one of its groups of cells to the other. */
export class Work {
  readonly structure: Structure;
  state: WorkState;
  readonly #domain: Domain;
  readonly #from: readonly number[];
  readonly #to: readonly number[];

  constructor(structure: Structure, domain: Domain) {
    invariant(structure.from.length > 0 && structure.to.length > 0, `${structure.id} joins cells`);
    const cellsOf = (cells: readonly Cell[]) => cells.map(([column, row]) => domain.indexOf(column, row));
    this.structure = structure;
    this.#domain = domain;
    this.#from = cellsOf(structure.from);
    this.#to = cellsOf(structure.to);
    for (const cell of [...this.#from, ...this.#to]) domain.always[cell >> 2] = 1;
    const opening = structure.kind === 'gate' ? (structure.opening ?? 0) : 0;
    this.state = {
      opening,
      target: opening,
      since: null,
      isGone: false,
      starts: 0,
      told: [],
      carried: 0,
      moved: 0n,
      discharge: 0,
      passed: 0,
    };
  }

  /** Says how far a gate is to open, m, or whether a pump is to run (1, 0). */
  aim(target: number, time: number): void {
    const { structure, state } = this;
    if (structure.kind === 'gate') {
      const wanted = Math.min(structure.full, Math.max(0, target));
      this.state = { ...state, target: wanted, told: [...state.told, [time, wanted]] };
    }
    if (structure.kind === 'pump') this.#switch(target > 0, time);
  }

  /** Mean level of the cells it takes from, or gives to, m over the datum. */
  level(side: 'from' | 'to'): number {
    const cells = side === 'from' ? this.#from : this.#to;
    const { z, h, base } = this.#domain;
    let sum = 0;
    for (const cell of cells) sum += (z[cell] ?? 0) + (h[cell] ?? 0);
    return sum / cells.length / UNIT + base;
  }

  /** Moves water over a step of `dt` seconds that ends at `time`. */
  act(time: number, dt: number): void {
    this.#change(time, dt);
    const [above, below] = [this.level('from'), this.level('to')];
    const discharge = this.#discharge(above, below, time);
    const moved = this.#move(discharge, dt, above - below);
    const passed = dt > 0 ? (Number(moved) * this.#domain.cell ** 2) / UNIT / dt : 0;
    this.state = { ...this.state, moved: this.state.moved + moved, discharge, passed };
  }

  /** What moves by itself: the gate to its target, the breach as it grows, the pump by its levels. */
  #change(time: number, dt: number): void {
    const { structure, state } = this;
    const level = this.level('from');
    if (structure.kind === 'gate') this.state = { ...state, opening: movedGate(structure, state, time, dt) };
    if (structure.kind === 'pump') {
      if (structure.on !== undefined && level >= structure.on) this.#switch(true, time);
      if (structure.off !== undefined && level <= structure.off) this.#switch(false, time);
    }
    if (structure.kind === 'breach' && state.since === null) {
      const { start } = structure;
      if ('time' in start ? time >= start.time : level >= start.level) this.state = { ...state, since: time };
    }
    if (structure.kind === 'fuse-plug' && !state.isGone) {
      if (level <= structure.trigger) this.state = { ...state, since: null };
      else if (state.since === null) this.state = { ...state, since: time };
      else if (time - state.since >= structure.held) this.state = { ...state, isGone: true };
    }
  }

  #switch(isOn: boolean, time: number): void {
    const { opening, starts } = this.state;
    if (isOn === opening > 0) return;
    this.state = {
      ...this.state,
      opening: isOn ? 1 : 0,
      target: isOn ? 1 : 0,
      since: isOn ? time : null,
      starts: isOn ? starts + 1 : starts,
    };
  }

  /** From `from` to `to`, m³/s; negative where it goes back. */
  #discharge(above: number, below: number, time: number): number {
    const { structure, state } = this;
    const bothWays = (crest: number, law: (up: number, down: number) => number): number =>
      above >= below ? law(above - crest, below - crest) : -law(below - crest, above - crest);
    switch (structure.kind) {
      case 'weir':
        return bothWays(structure.crest, (up, down) => weirDischarge(up, down, structure.width, structure.coefficient));
      case 'gate':
        return bothWays(structure.crest, (up, down) => gateDischarge(up, down, state.opening, structure.width, structure.coefficient));
      case 'culvert':
        if (structure.isFlap && below > above) return 0;
        return bothWays(structure.invert, (up, down) => culvertDischarge(up, down, structure));
      case 'pump': {
        const isRunning = state.since !== null && time - state.since >= (structure.delay ?? 0);
        return isRunning ? Math.max(0, valueAt(structure.curve, below - above)) : 0;
      }
      case 'breach': {
        if (state.since === null) return 0;
        const age = time - state.since;
        const width = Math.min(structure.widest, structure.width + structure.widening * age);
        const fallen = structure.falling > 0 ? Math.min(1, age / structure.falling) : 1;
        return bothWays(structure.crest - (structure.crest - structure.lowest) * fallen, (up, down) => weirDischarge(up, down, width));
      }
      case 'fuse-plug':
        return bothWays(state.isGone ? structure.lowest : structure.crest, (up, down) => weirDischarge(up, down, structure.width));
    }
  }

  /** At most half of what would make the two levels equal, but for a pump, and never more than there is. Gives the units that went from `from` to `to`. */
  #move(discharge: number, dt: number, difference: number): bigint {
    if (discharge === 0) return 0n;
    const [givers, takers] = discharge > 0 ? [this.#from, this.#to] : [this.#to, this.#from];
    const { h, cell } = this.#domain;
    const isOnward = discharge > 0 === this.state.discharge > 0;
    const wanted = (Math.abs(discharge) * dt * UNIT) / cell ** 2 + (isOnward ? this.state.carried : 0);
    const equal = (Math.abs(difference) * UNIT) / (1 / givers.length + 1 / takers.length);
    const volume = Math.trunc(this.structure.kind === 'pump' ? wanted : Math.min(wanted, equal / 2));
    let held = 0;
    for (const giver of givers) held += h[giver] ?? 0;
    if (volume <= 0 || held <= 0) return 0n;
    let taken = 0;
    for (const giver of givers) {
      const has = h[giver] ?? 0;
      const part = volume >= held ? has : Number((BigInt(volume) * BigInt(has)) / BigInt(held));
      h[giver] = has - part;
      taken += part;
    }
    const each = Math.floor(taken / takers.length);
    for (const [index, taker] of takers.entries()) h[taker] = (h[taker] ?? 0) + each + (index < taken - each * takers.length ? 1 : 0);
    // What half the difference or the water there held back does not come later.
    this.state = { ...this.state, carried: volume < Math.trunc(wanted) || volume >= held ? 0 : wanted - taken };
    return discharge > 0 ? BigInt(taken) : -BigInt(taken);
  }
}

/** How far a gate is open after a step that ends at `time`. */
function movedGate(
  { rate, full, failures = [] }: Extract<Structure, { readonly kind: 'gate' }>,
  { opening, target, told }: WorkState,
  time: number,
  dt: number,
): number {
  const failing = failures.filter(({ start, end }) => time > start && time <= end);
  const is = <K extends Failure['kind']>(kind: K) =>
    failing.find((each): each is Extract<Failure, { readonly kind: K }> => each.kind === kind);
  const stuckAt = is('stuck-at');
  if (stuckAt) return Math.min(full, stuckAt.opening);
  if (is('stuck') || is('no-power')) return opening;
  const late = is('late');
  const heeded = late ? (told.findLast(([moment]) => moment + late.delay <= time)?.[1] ?? opening) : target;
  const step = (rate * dt) / (is('slow')?.by ?? 1);
  return heeded > opening ? Math.min(heeded, opening + step) : Math.max(heeded, opening - step);
}
