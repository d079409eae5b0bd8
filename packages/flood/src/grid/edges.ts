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

/** One face of an edge. */
interface Face {
  readonly inner: number;
  readonly ghost: number;
  /** The face itself, the one behind it on the ground, and the one beyond the ghost cell. */
  readonly at: number;
  readonly behind: number;
  readonly beyond: number;
}

/** The way out of a cell on each side, in columns and rows. */
export const SIDES = { west: [-1, 0], east: [1, 0], south: [0, -1], north: [0, 1] } as const;

/** An edge on a domain: a ghost cell stands beyond each of its cells, and what it holds after a step went over the edge in it. */
export class OpenEdge {
  readonly id: string;
  /** Units that left over it; those that came in are negative. */
  left = 0n;
  readonly #edge: Edge;
  readonly #domain: Domain;
  readonly #faces: readonly Face[];
  readonly #isAcross: boolean;
  readonly #outward: 1 | -1;
  readonly #manning: readonly number[];
  /** What each ghost cell held before the step, units. */
  readonly #held: Int32Array;

  constructor(edge: Edge, domain: Domain) {
    this.id = edge.id;
    this.#edge = edge;
    this.#domain = domain;
    const [dx, dy] = SIDES[edge.side];
    const step = dx + dy * domain.stride;
    this.#isAcross = dx !== 0;
    this.#outward = dx + dy > 0 ? 1 : -1;
    this.#faces = edge.cells.map(([column, row]) => {
      const inner = domain.indexOf(column, row);
      const ghost = domain.indexOf(column + dx, row + dy);
      const size = Math.abs(step);
      return step > 0
        ? { inner, ghost, at: inner, behind: inner - size, beyond: ghost }
        : { inner, ghost, at: ghost, behind: inner, beyond: ghost - size };
    });
    for (const { inner, ghost } of this.#faces) {
      domain.z[ghost] = domain.z[inner] ?? 0;
      domain.always[ghost >> 2] = 1;
      domain.always[inner >> 2] = 1;
    }
    this.#held = new Int32Array(this.#faces.length);
    this.#manning = this.#faces.map(({ inner }) => domain.manning(inner));
  }

  /** Puts the ghost cells as they stand at `time`, before a step. */
  set(time: number): void {
    if (this.#edge.kind !== 'level') return;
    const { z, h } = this.#domain;
    const level = Math.round(valueAt(this.#edge.level, time) * UNIT);
    for (const [index, { ghost }] of this.#faces.entries()) {
      const depth = Math.max(0, level - (z[ghost] ?? 0));
      this.#held[index] = depth;
      h[ghost] = depth;
    }
  }

  /** Velocities at the edge, once those of the ground are new. */
  drive(u: Float32Array, v: Float32Array): void {
    const velocity = this.#isAcross ? u : v;
    const { h, qx, qy } = this.#domain;
    const discharge = this.#isAcross ? qx : qy;
    for (const [index, { inner, at, behind, beyond }] of this.#faces.entries()) {
      if (this.#edge.kind === 'free') velocity[at] = this.#outward * Math.max(0, this.#outward * (velocity[behind] ?? 0));
      if (this.#edge.kind === 'normal-depth') {
        const n = this.#manning[index] ?? 0;
        invariant(n > 0, 'normal depth needs friction');
        velocity[at] = (this.#outward * ((h[inner] ?? 0) / UNIT) ** (2 / 3) * Math.sqrt(this.#edge.slope)) / n;
      }
      // Water that passes the edge goes on as it does there; nothing comes from behind the ghost cell.
      velocity[beyond] = velocity[at] ?? 0;
      discharge[beyond] = 0;
    }
  }

  /** Takes what went over the edge in a step out of the ghost cells. */
  settle(): void {
    const { h, qx, qy } = this.#domain;
    const discharge = this.#isAcross ? qx : qy;
    for (const [index, { ghost, at, beyond }] of this.#faces.entries()) {
      this.left += BigInt((h[ghost] ?? 0) - (this.#held[index] ?? 0));
      h[ghost] = 0;
      discharge[beyond] = discharge[at] ?? 0;
    }
  }
}
