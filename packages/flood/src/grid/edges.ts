import { invariant } from '@westgate/base';
import type { Cell, Domain } from './domain.ts';
import { type Series, valueAt } from './series.ts';
import { UNIT } from './units.ts';

/** How water passes an edge. `free`: it leaves as fast as it comes. `normal-depth`: it leaves as in a long channel of this slope. */
export type EdgeKind =
  | { readonly kind: 'free' }
  | { readonly kind: 'normal-depth'; readonly slope: number }
  | { readonly kind: 'level'; readonly level: Series };

/** An open part of the edge of the ground: cells, each by column and row, and the side on which they have no neighbour. */
export type Edge = EdgeKind & {
  readonly id: string;
  readonly side: keyof typeof SIDES;
  readonly cells: readonly Cell[];
};

/** The way out of a cell on each side, in columns and rows. */
export const SIDES = { west: [-1, 0], east: [1, 0], south: [0, -1], north: [0, 1] } as const;

/** An edge on a domain: a ghost cell stands beyond each of its cells, and what it holds after a step went over the edge in it. */
export class OpenEdge {
  readonly id: string;
  /** Units that left over it; those that came in are negative. */
  left = 0n;
  readonly #edge: Edge;
  readonly #domain: Domain;
  /** Of each face: the cell within and the ghost cell, the face itself, the one behind it on the ground, and the one beyond the ghost cell. */
  readonly #inner: Int32Array;
  readonly #ghost: Int32Array;
  readonly #at: Int32Array;
  readonly #behind: Int32Array;
  readonly #beyond: Int32Array;
  readonly #isAcross: boolean;
  readonly #outward: 1 | -1;
  readonly #manning: readonly number[];
  /** What each ghost cell held before the step, units. */
  readonly #held: Int32Array;
  /** 2 where a face is wet; where it no longer is, steps in which its velocities, of which there are two, are still to be cleared. */
  readonly #open: Uint8Array;

  constructor(edge: Edge, domain: Domain) {
    this.id = edge.id;
    this.#edge = edge;
    this.#domain = domain;
    const [dx, dy] = SIDES[edge.side];
    const step = dx + dy * domain.stride;
    const size = Math.abs(step);
    this.#isAcross = dx !== 0;
    this.#outward = step > 0 ? 1 : -1;
    this.#inner = Int32Array.from(edge.cells, ([column, row]) => domain.indexOf(column, row));
    this.#ghost = this.#inner.map((inner) => inner + step);
    this.#at = step > 0 ? this.#inner : this.#ghost;
    this.#behind = this.#inner.map((inner) => (step > 0 ? inner - size : inner));
    this.#beyond = this.#ghost.map((ghost) => (step > 0 ? ghost : ghost - size));
    for (const [index, ghost] of this.#ghost.entries()) domain.z[ghost] = domain.z[this.#inner[index] ?? 0] ?? 0;
    if (edge.kind === 'level') for (const group of this.groups()) domain.always[group] = 1;
    this.#held = new Int32Array(edge.cells.length);
    this.#open = new Uint8Array(edge.cells.length).fill(2);
    this.#manning = Array.from(this.#inner, (inner) => domain.manning(inner));
  }

  /** The groups of four cells whose depths it changes. */
  groups(): readonly number[] {
    return [...this.#inner, ...this.#ghost].map((index) => index >> 2);
  }

  /** Goes on from a state in which so many units had left. */
  restore(left: bigint): void {
    this.left = left;
    this.#open.fill(2);
  }

  /** Puts the ghost cells as they stand at `time`, before a step. */
  set(time: number): void {
    if (this.#edge.kind !== 'level') return;
    const { z, h } = this.#domain;
    const level = Math.round(valueAt(this.#edge.level, time) * UNIT);
    for (const [index, ghost] of this.#ghost.entries()) {
      const depth = Math.max(0, level - (z[ghost] ?? 0));
      this.#held[index] = depth;
      h[ghost] = depth;
    }
  }

  /** Velocities at the edge, once those of the ground are new. `least`: units of depth that carry nothing. */
  drive(u: Float32Array, v: Float32Array, least: number): void {
    const velocity = this.#isAcross ? u : v;
    const { h, qx, qy } = this.#domain;
    const discharge = this.#isAcross ? qx : qy;
    const inner = this.#inner;
    const open = this.#open;
    const isLevel = this.#edge.kind === 'level';
    for (let index = 0; index < inner.length; index++) {
      const isWet = isLevel || (h[inner[index] ?? 0] ?? 0) > least;
      if (!isWet && !open[index]) continue;
      open[index] = isWet ? 2 : (open[index] ?? 0) - 1;
      const at = this.#at[index] ?? 0;
      const beyond = this.#beyond[index] ?? 0;
      if (!isLevel) velocity[at] = isWet ? this.#outflow(velocity, index) : 0;
      // Water that passes the edge goes on as it does there; nothing comes from behind the ghost cell.
      velocity[beyond] = velocity[at] ?? 0;
      discharge[beyond] = 0;
    }
  }

  #outflow(velocity: Float32Array, index: number): number {
    if (this.#edge.kind !== 'normal-depth') return this.#outward * Math.max(0, this.#outward * (velocity[this.#behind[index] ?? 0] ?? 0));
    const n = this.#manning[index] ?? 0;
    invariant(n > 0, 'normal depth needs friction');
    const depth = (this.#domain.h[this.#inner[index] ?? 0] ?? 0) / UNIT;
    return (this.#outward * depth ** (2 / 3) * Math.sqrt(this.#edge.slope)) / n;
  }

  /** Takes what went over the edge in a step out of the ghost cells. */
  settle(): void {
    const { h, qx, qy } = this.#domain;
    const discharge = this.#isAcross ? qx : qy;
    const open = this.#open;
    let left = 0;
    for (let index = 0; index < open.length; index++) {
      if (!open[index]) continue;
      const ghost = this.#ghost[index] ?? 0;
      left += (h[ghost] ?? 0) - (this.#held[index] ?? 0);
      h[ghost] = 0;
      discharge[this.#beyond[index] ?? 0] = discharge[this.#at[index] ?? 0] ?? 0;
    }
    // Exact in float64: an edge has fewer than 2^22 faces of fewer than 2^31 units.
    if (left !== 0) this.left += BigInt(left);
  }
}
