import { WestgateError } from '@westgate/base';
import type { Cell, Domain } from './domain.ts';
import { type Series, valueAt } from './series.ts';
import { GRAVITY, UNIT } from './units.ts';

/**
 * How water passes an edge. `free`: it falls away, as fast as it comes or at the critical depth where it comes slower than its waves. `normal-depth`: it leaves as in a long
 * channel of this slope. `rating`: as much leaves, m³/s, as the mean level of the cells says. `level`: the level beyond is given; water comes in or leaves.
 */
export type EdgeKind =
  | { readonly kind: 'free' }
  | { readonly kind: 'normal-depth'; readonly slope: number }
  | { readonly kind: 'rating'; readonly table: Series }
  | { readonly kind: 'level'; readonly level: Series };

/** An open part of the edge of the ground: cells, each by column and row, and the side on which they have no neighbour. */
export type Edge = EdgeKind & {
  readonly id: string;
  readonly side: Side;
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
export type Side = keyof typeof SIDES;

/** The faces of cells on one side. Throws WG_INPUT_INVALID where a cell is no ground, or has ground beyond it. */
export function facesOf(id: string, side: Side, cells: readonly Cell[], domain: Domain): readonly Face[] {
  const [dx, dy] = SIDES[side];
  const step = dx + dy * domain.stride;
  const size = Math.abs(step);
  return cells.map(([column, row]) => {
    const inner = domain.indexOf(column, row);
    const ghost = domain.indexOf(column + dx, row + dy);
    if (!domain.isGround(inner)) throw edgeFault(id, 'cells of the ground', `none at column ${column}, row ${row}`);
    if (domain.isGround(ghost)) throw edgeFault(id, `no ground ${side} of its cells`, `ground beyond column ${column}, row ${row}`);
    return step > 0
      ? { inner, ghost, at: inner, behind: inner - size, beyond: ghost }
      : { inner, ghost, at: ghost, behind: inner, beyond: ghost - size };
  });
}

function edgeFault(id: string, expected: string, found: string): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', `Edge ${id}: expected ${expected}, found ${found}.`, { id, expected, found });
}

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
  /** Whether water is taken straight out of the cells, see {@link drain}. */
  readonly #isDrained: boolean;
  /** What each ghost cell held before the step, units; of an edge that is drained, what its cells held. */
  readonly #held: Int32Array;

  /** `isDrained`: what leaves is taken by {@link drain}, and the ghost cells stay walls; not where a level is given. */
  constructor(edge: Edge, domain: Domain, isDrained: boolean) {
    this.id = edge.id;
    this.#edge = edge;
    this.#domain = domain;
    const [dx, dy] = SIDES[edge.side];
    this.#isAcross = dx !== 0;
    this.#isDrained = isDrained && edge.kind !== 'level';
    this.#outward = dx + dy > 0 ? 1 : -1;
    this.#faces = facesOf(edge.id, edge.side, edge.cells, domain);
    for (const { inner, ghost } of this.#faces) {
      if (domain.ghosts.has(ghost)) throw edgeFault(edge.id, 'a place of its own beyond each cell', 'one that another edge has, too');
      domain.ghosts.add(ghost);
      if (!this.#isDrained) domain.z[ghost] = domain.z[inner] ?? 0;
      domain.always[ghost >> 2] = 1;
      domain.always[inner >> 2] = 1;
    }
    this.#held = new Int32Array(this.#faces.length);
    this.#manning = this.#faces.map(({ inner }) => domain.manning(inner));
    if (edge.kind === 'normal-depth' && this.#manning.includes(0)) throw edgeFault(edge.id, "a Manning's n over 0 in its cells", '0');
  }

  /** Puts the ghost cells as they stand at `time`, before a step. */
  set(time: number): void {
    const { z, h } = this.#domain;
    if (this.#isDrained) for (const [index, { inner }] of this.#faces.entries()) this.#held[index] = h[inner] ?? 0;
    if (this.#edge.kind !== 'level') return;
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
    const rated = this.#rated(({ inner }) => this.#domain.h[inner] ?? 0);
    for (const [index, { inner, at, behind, beyond }] of this.#faces.entries()) {
      if (this.#edge.kind !== 'level')
        velocity[at] =
          this.#outward * this.#leaving(index, (h[inner] ?? 0) / UNIT, Math.max(0, this.#outward * (velocity[behind] ?? 0)), rated);
      // Water that passes the edge goes on as it does there; nothing comes from behind the ghost cell.
      velocity[beyond] = velocity[at] ?? 0;
      discharge[beyond] = 0;
    }
  }

  /** Takes what went over the edge in a step out of the ghost cells. */
  settle(): void {
    if (this.#isDrained) return;
    const { h, qx, qy } = this.#domain;
    const discharge = this.#isAcross ? qx : qy;
    for (const [index, { ghost, at, beyond }] of this.#faces.entries()) {
      this.left += BigInt((h[ghost] ?? 0) - (this.#held[index] ?? 0));
      h[ghost] = 0;
      discharge[beyond] = discharge[at] ?? 0;
    }
  }

  /** Takes what leaves in a step of `dtdx` seconds by metre of a cell straight out of the cells: for local inertia, which has no velocities. */
  drain(dtdx: number): void {
    if (!this.#isDrained) return;
    const { h, qx, qy } = this.#domain;
    const discharge = this.#isAcross ? qx : qy;
    // By what stood there before the step: what came in within it is still to leave.
    const rated = this.#rated((_, index) => this.#held[index] ?? 0);
    for (const [index, { inner, at, behind }] of this.#faces.entries()) {
      const depth = (this.#held[index] ?? 0) / UNIT;
      const coming = depth > 0 ? Math.max(0, this.#outward * (discharge[behind] ?? 0)) / depth : 0;
      const flow = Math.fround(this.#leaving(index, depth, coming, rated) * depth);
      const volume = Math.min(h[inner] ?? 0, Math.trunc(flow * dtdx * UNIT));
      h[inner] = (h[inner] ?? 0) - volume;
      this.left += BigInt(volume);
      // The next step takes it into the average of the face behind.
      discharge[at] = this.#outward * flow;
    }
  }

  /** Outward velocity at a face of a cell so deep to which water comes with the velocity `coming`; not of an edge with a given level. */
  #leaving(index: number, depth: number, coming: number, rated: number): number {
    if (this.#edge.kind === 'rating') return rated;
    if (this.#edge.kind === 'normal-depth') return (depth ** (2 / 3) * Math.sqrt(this.#edge.slope)) / (this.#manning[index] ?? 1);
    const wave = Math.sqrt(GRAVITY * depth);
    // Critical flow that is joined to the water inside by the wave that runs out.
    if (wave === 0) return 0;
    return coming >= wave ? coming : ((coming + 2 * wave) / 3) ** 3 / wave ** 2;
  }

  /** The velocity by the rating curve, the same in all cells that hold water. */
  #rated(depthOf: (face: Face, index: number) => number): number {
    if (this.#edge.kind !== 'rating') return 0;
    const { z, cell } = this.#domain;
    let [levels, depths] = [0, 0];
    for (const [index, face] of this.#faces.entries()) {
      levels += (z[face.inner] ?? 0) + depthOf(face, index);
      depths += depthOf(face, index);
    }
    const flow = Math.max(0, valueAt(this.#edge.table, levels / this.#faces.length / UNIT));
    return depths > 0 ? flow / ((depths / UNIT) * cell) : 0;
  }
}
