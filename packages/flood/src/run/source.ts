import { WestgateError } from '@westgate/base';
import type { Domain } from '../grid/domain.ts';
import { type Faces, facesOf } from '../grid/edges.ts';
import { BOUNDS, integralOf, requireSeries, valueAt } from '../grid/series.ts';
import { GRAVITY, HIGHEST_M, UNIT } from '../grid/units.ts';
import type { Inflow, Scheme } from './input.ts';

/** An inflow on a domain. */
export class Source {
  readonly inflow: Inflow;
  /** Units that came in so far. */
  booked = 0n;
  /** What did not fill a unit in each cell yet, in units of all cells. */
  carried = 0;
  readonly #domain: Domain;
  readonly #cells: readonly number[];
  /** Where it comes in with its velocity; null where it comes at rest. */
  readonly #faces: Faces | null;

  constructor(inflow: Inflow, domain: Domain, scheme: Scheme) {
    const { id, cells, through, discharge } = inflow;
    requireSeries(id, discharge, BOUNDS.discharge);
    if (through && scheme !== 'sd03') throw restingError(id);
    this.inflow = inflow;
    this.#domain = domain;
    this.#cells = cells.map(([column, row]) => domain.indexOf(column, row));
    this.#faces = through ? facesOf(id, through, cells, domain) : null;
    for (const cell of this.#cells) domain.always[cell >> 2] = 1;
    for (const ghost of this.#faces?.ghost ?? []) {
      domain.ghosts.add(ghost);
      domain.always[ghost >> 2] = 1;
    }
  }

  /** Lets it bring its velocity into a step: the momentum of the first faces of the ground comes from there. */
  drive([u, v]: readonly [Float32Array, Float32Array], time: number): void {
    if (!this.#faces) return;
    const { h, qx, qy, cell } = this.#domain;
    const { through } = this.inflow;
    const inward = through === 'west' || through === 'south' ? 1 : -1;
    const [velocity, discharge] = through === 'west' || through === 'east' ? [u, qx] : [v, qy];
    const flow = valueAt(this.inflow.discharge, time) / this.#cells.length / cell;
    for (const [index, at] of this.#faces.at.entries()) {
      // Not faster than its waves, where the cell is still shallow.
      const depth = Math.max((h[this.#cells[index] ?? 0] ?? 0) / UNIT, Math.cbrt(flow ** 2 / GRAVITY));
      velocity[at] = depth > 0 ? (inward * flow) / depth : 0;
      discharge[at] = inward * flow;
    }
  }

  /** Each cell takes the same whole number of units; what is left over comes with the next step. */
  pour(time: number, next: number): void {
    const { h, z, cell } = this.#domain;
    const volume = (integralOf(this.inflow.discharge, time, next) / cell ** 2) * UNIT + this.carried;
    const each = Math.max(0, Math.trunc(volume / this.#cells.length));
    for (const at of this.#cells) {
      const depth = (h[at] ?? 0) + each;
      if ((z[at] ?? 0) + depth > HIGHEST_M * UNIT) throw floodedError(this.inflow.id, next, this.#domain.base);
      h[at] = depth;
    }
    this.carried = volume - each * this.#cells.length;
    this.booked += BigInt(each) * BigInt(this.#cells.length);
  }
}

function floodedError(id: string, time: number, base: number): WestgateError {
  const message = `Expected an inflow ${id} that its cells can pass on; at ${Math.round(time)} s they stand over ${HIGHEST_M + base} m: give it more cells or less water.`;
  return new WestgateError('WG_INPUT_INVALID', message, { id, time });
}

function restingError(id: string): WestgateError {
  const message = `Inflow ${id}: expected the scheme sd03 where it brings its velocity, found local-inertia, which carries no momentum along.`;
  return new WestgateError('WG_INPUT_INVALID', message, { id });
}
