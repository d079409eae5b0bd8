import { WestgateError } from '@westgate/base';
import { type Cell, type Domain, requireLevel } from './domain.ts';
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

/** The way out of a cell on each side, in columns and rows. */
export const SIDES = { west: [-1, 0], east: [1, 0], south: [0, -1], north: [0, 1] } as const;
export type Side = keyof typeof SIDES;

/** Of each face of an edge: the cell within and the ghost cell, the face itself, the one behind it on the ground, and the one beyond the ghost cell. */
export interface Faces {
  readonly inner: Int32Array;
  readonly ghost: Int32Array;
  readonly at: Int32Array;
  readonly behind: Int32Array;
  readonly beyond: Int32Array;
}

/** The faces of cells on one side. Throws WG_INPUT_INVALID where a cell is no ground, or has ground beyond it. */
export function facesOf(id: string, side: Side, cells: readonly Cell[], domain: Domain): Faces {
  const [dx, dy] = SIDES[side];
  const step = dx + dy * domain.stride;
  const size = Math.abs(step);
  const inner = Int32Array.from(cells, ([column, row]) => domain.indexOf(column, row));
  for (const [index, [column, row]] of cells.entries()) {
    const cell = inner[index] ?? 0;
    if (!domain.isGround(cell)) throw edgeFault(id, 'cells of the ground', `none at column ${column}, row ${row}`);
    if (domain.isGround(cell + step)) throw edgeFault(id, `no ground ${side} of its cells`, `ground beyond column ${column}, row ${row}`);
  }
  const ghost = inner.map((cell) => cell + step);
  return {
    ...{ inner, ghost, at: step > 0 ? inner : ghost },
    behind: inner.map((cell) => (step > 0 ? cell - size : cell)),
    beyond: ghost.map((cell) => (step > 0 ? cell : cell - size)),
  };
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
  readonly #faces: Faces;
  readonly #isAcross: boolean;
  readonly #outward: 1 | -1;
  readonly #manning: readonly number[];
  /** Whether water is taken straight out of the cells, see {@link drain}. */
  readonly #isDrained: boolean;
  /** The faces that the last step looked at, so many at the beginning: most of a long edge is dry. */
  readonly #looked: Int32Array;
  #lookedAt: number;
  /** Whether some ghost cell has ground behind it, too: then its second face is looked at as well. */
  readonly #isThin: boolean;
  /** What each ghost cell held before the step, units; of an edge that is drained, what its cells held. */
  readonly #held: Int32Array;
  /** 2 where a face is wet; where it no longer is, steps in which its velocities, of which there are two, are still to be cleared. */
  readonly #open: Uint8Array;

  /** `isDrained`: what leaves is taken by {@link drain}, and the ghost cells stay walls; not where a level is given. */
  constructor(edge: Edge, domain: Domain, isDrained: boolean) {
    this.id = edge.id;
    this.#edge = edge;
    this.#domain = domain;
    this.#isAcross = edge.side === 'west' || edge.side === 'east';
    this.#outward = edge.side === 'east' || edge.side === 'north' ? 1 : -1;
    this.#isDrained = isDrained && edge.kind !== 'level';
    this.#faces = facesOf(edge.id, edge.side, edge.cells, domain);
    for (const [index, ghost] of this.#faces.ghost.entries()) {
      if (domain.ghosts.has(ghost)) throw edgeFault(edge.id, 'a place of its own beyond each cell', 'one that another edge has, too');
      domain.ghosts.add(ghost);
      if (!this.#isDrained) domain.z[ghost] = domain.z[this.#faces.inner[index] ?? 0] ?? 0;
    }
    if (edge.kind === 'level') {
      for (const [, level] of edge.level) requireLevel(edge.id, level, domain.base);
      for (const group of this.groups()) domain.always[group] = 1;
    }
    const { inner, ghost, at, beyond } = this.#faces;
    // What passes these faces is known when the ground is done.
    for (const face of [...at, ...beyond]) for (const line of [0, 1]) domain.held[Math.floor(face / domain.stride) + line] = 1;
    this.#isThin = ghost.some((place, index) => domain.isGround(2 * place - (inner[index] ?? place)));
    this.#held = new Int32Array(edge.cells.length);
    this.#open = new Uint8Array(edge.cells.length).fill(2);
    this.#looked = Int32Array.from(edge.cells.keys());
    this.#lookedAt = edge.cells.length;
    this.#manning = Array.from(this.#faces.inner, (inner) => domain.manning(inner));
    if (edge.kind === 'normal-depth' && this.#manning.includes(0)) throw edgeFault(edge.id, "a Manning's n over 0 in its cells", '0');
  }

  /** The groups of four cells whose depths it changes. */
  groups(): readonly number[] {
    return [...this.#faces.inner, ...this.#faces.ghost].map((index) => index >> 2);
  }

  /** Places that are not as their faces alone say: those groups, and beyond each ghost cell a wall that water seems to run into, as it goes on over the edge as fast as it came. */
  touched(): readonly number[] {
    const { inner, ghost } = this.#faces;
    const walls = Array.from(ghost, (place, index) => 2 * place - (inner[index] ?? place));
    return [...walls, ...this.groups().flatMap((group) => [0, 1, 2, 3].map((at) => group * 4 + at))];
  }

  /** Goes on from a state in which so many units had left. */
  restore(left: bigint): void {
    this.left = left;
    this.#open.fill(2);
  }

  /** Puts the ghost cells as they stand at `time`, before a step. */
  set(time: number): void {
    const { z, h } = this.#domain;
    if (this.#isDrained) for (const [index, inner] of this.#faces.inner.entries()) this.#held[index] = h[inner] ?? 0;
    if (this.#edge.kind !== 'level') return;
    const level = Math.round((valueAt(this.#edge.level, time) - this.#domain.base) * UNIT);
    for (const [index, ghost] of this.#faces.ghost.entries()) {
      const depth = Math.max(0, level - (z[ghost] ?? 0));
      this.#held[index] = depth;
      h[ghost] = depth;
    }
  }

  /** Velocities at the edge, once those of the ground are new. `least`: units of depth that carry nothing; `changed` hears each group of four faces whose velocities are others now. */
  drive(u: Float32Array, v: Float32Array, least: number, changed: (group: number) => void): void {
    let last = -1;
    const velocity = this.#isAcross ? u : v;
    const { h, qx, qy } = this.#domain;
    const discharge = this.#isAcross ? qx : qy;
    const faces = this.#faces;
    const open = this.#open;
    const isLevel = this.#edge.kind === 'level';
    const rated = this.#rated((index) => h[faces.inner[index] ?? 0] ?? 0);
    this.#lookedAt = 0;
    for (let index = 0; index < open.length; index++) {
      const depth = h[faces.inner[index] ?? 0] ?? 0;
      const isWet = isLevel || depth > least;
      if (!isWet && !open[index]) continue;
      this.#looked[this.#lookedAt++] = index;
      open[index] = isWet ? 2 : (open[index] ?? 0) - 1;
      const at = faces.at[index] ?? 0;
      const beyond = faces.beyond[index] ?? 0;
      if (!isLevel) {
        const coming = Math.max(0, this.#outward * (velocity[faces.behind[index] ?? 0] ?? 0));
        velocity[at] = isWet ? this.#outward * this.#leaving(index, depth / UNIT, coming, rated) : 0;
      }
      // Water that passes the edge goes on as it does there; nothing comes from behind the ghost cell.
      velocity[beyond] = velocity[at] ?? 0;
      discharge[beyond] = 0;
      if (last >= 0 && at >> 2 !== last) changed(last);
      last = at >> 2;
      if (this.#isThin) changed(beyond >> 2);
    }
    if (last >= 0) changed(last);
  }

  /** Takes what went over the edge in a step out of the ghost cells. */
  settle(): void {
    if (this.#isDrained) return;
    const { h, qx, qy } = this.#domain;
    const discharge = this.#isAcross ? qx : qy;
    const open = this.#open;
    let left = 0;
    for (let each = 0; each < this.#lookedAt; each++) {
      const index = this.#looked[each] ?? 0;
      if (!open[index]) continue;
      const ghost = this.#faces.ghost[index] ?? 0;
      left += (h[ghost] ?? 0) - (this.#held[index] ?? 0);
      h[ghost] = 0;
      discharge[this.#faces.beyond[index] ?? 0] = discharge[this.#faces.at[index] ?? 0] ?? 0;
    }
    // Exact in float64: an edge has fewer than 2^22 faces of fewer than 2^31 units.
    if (left !== 0) this.left += BigInt(left);
  }

  /**
   * Takes what leaves in a step of `dtdx` seconds by metre of a cell straight out of the cells: for local inertia, which has no velocities. Water of up to `least` units rests here, too: faces where
   * nothing is worked on have no discharge.
   */
  drain(dtdx: number, least: number): void {
    if (!this.#isDrained) return;
    const { h, qx, qy } = this.#domain;
    const discharge = this.#isAcross ? qx : qy;
    // By what stood there before the step: what came in within it is still to leave.
    const rated = this.#rated((index) => this.#held[index] ?? 0);
    let left = 0;
    for (const [index, inner] of this.#faces.inner.entries()) {
      const held = this.#held[index] ?? 0;
      const depth = held > least ? held / UNIT : 0;
      const coming = depth > 0 ? Math.max(0, this.#outward * (discharge[this.#faces.behind[index] ?? 0] ?? 0)) / depth : 0;
      const flow = Math.fround(this.#leaving(index, depth, coming, rated) * depth);
      const volume = Math.min(h[inner] ?? 0, Math.trunc(flow * dtdx * UNIT));
      h[inner] = (h[inner] ?? 0) - volume;
      left += volume;
      // The next step takes it into the average of the face behind.
      discharge[this.#faces.at[index] ?? 0] = this.#outward * flow;
    }
    this.left += BigInt(left);
  }

  /** Outward velocity at a face of a cell so deep to which water comes with the velocity `coming`; not of an edge with a given level. */
  #leaving(index: number, depth: number, coming: number, rated: number): number {
    if (this.#edge.kind === 'rating') return rated;
    if (this.#edge.kind === 'normal-depth') return (depth ** (2 / 3) * Math.sqrt(this.#edge.slope)) / (this.#manning[index] ?? 1);
    const wave = Math.sqrt(GRAVITY * depth);
    if (wave === 0) return 0;
    // Critical flow that is joined to the water inside by the wave that runs out.
    return coming >= wave ? coming : ((coming + 2 * wave) / 3) ** 3 / wave ** 2;
  }

  /** The velocity by the rating curve, the same in all cells that hold water. */
  #rated(depthOf: (index: number) => number): number {
    if (this.#edge.kind !== 'rating') return 0;
    const { z, cell, base } = this.#domain;
    let [levels, depths] = [0, 0];
    for (const [index, inner] of this.#faces.inner.entries()) {
      levels += (z[inner] ?? 0) + depthOf(index);
      depths += depthOf(index);
    }
    const flow = Math.max(0, valueAt(this.#edge.table, levels / this.#faces.inner.length / UNIT + base));
    return depths > 0 ? flow / ((depths / UNIT) * cell) : 0;
  }
}
