// A second scheme to compare with, for tests alone: finite volumes of second order in float64. HLLC fluxes, hydrostatic reconstruction (Audusse et al. 2004), minmod slopes of
// level, depth and velocity (MUSCL), two stages (Heun), friction after Manning at the end of a step, walls all round.
import type { FloodInput } from '@westgate/flood';

const G = 9.81;
const DRY = 1e-6;
const COURANT = 0.45;
/** What is poured onto dry ground may soon be so fast, m/s. */
const POURED = 5;

const minmod = (a: number, b: number) => (a * b <= 0 ? 0 : Math.abs(a) < Math.abs(b) ? a : b);

/** Depth and discharges of all cells, row after row. */
interface Fields {
  readonly h: Float64Array;
  readonly hu: Float64Array;
  readonly hv: Float64Array;
}

/** One line of cells, and the slopes in them. */
interface Line {
  readonly depth: Float64Array;
  readonly level: Float64Array;
  readonly along: Float64Array;
  readonly across: Float64Array;
  readonly slopes: readonly [depth: Float64Array, level: Float64Array, along: Float64Array, across: Float64Array];
}

/** Water of a ground of one Manning's n as it stands after `seconds`. `pour`: m/s of depth that each cell gains at a time. */
export function secondOrder({ ground }: FloodInput, seconds: number, pour?: (time: number, gained: Float64Array) => void): Float64Array {
  const { columns, rows, cell, bed, manning } = ground;
  if (typeof manning !== 'number') throw new TypeError('one roughness');
  const field = () => new Float64Array(columns * rows);
  const make = (): Fields => ({ h: field(), hu: field(), hv: field() });
  let now = make();
  now.h.set(ground.depth ?? bed.map((z) => Math.max(0, (ground.level ?? Number.NEGATIVE_INFINITY) - z)));
  for (const [at, depth] of now.h.entries()) {
    now.hu[at] = depth * (ground.velocity?.[0][at] ?? 0);
    now.hv[at] = depth * (ground.velocity?.[1][at] ?? 0);
  }
  let [first, second] = [make(), make()];
  const rate = make();
  const [inRows, inColumns] = [lineOf(columns), lineOf(rows)];
  const gained = field();
  const euler = (from: Fields, into: Fields, dt: number) => {
    for (const part of [rate.h, rate.hu, rate.hv]) part.fill(0);
    if (columns > 1) for (let row = 0; row < rows; row++) sweep(inRows, bed, from, rate, [row * columns, 1, columns], cell, false);
    if (rows > 1) for (let column = 0; column < columns; column++) sweep(inColumns, bed, from, rate, [column, columns, rows], cell, true);
    for (let at = 0; at < from.h.length; at++) {
      const depth = Math.max(0, (from.h[at] as number) + dt * ((rate.h[at] as number) + (gained[at] as number)));
      const isWet = depth > DRY;
      into.h[at] = depth;
      into.hu[at] = isWet ? (from.hu[at] as number) + dt * (rate.hu[at] as number) : 0;
      into.hv[at] = isWet ? (from.hv[at] as number) + dt * (rate.hv[at] as number) : 0;
    }
  };
  for (let time = 0; time < seconds - 1e-9; ) {
    let fastest = pour ? POURED : 0.1;
    for (let at = 0; at < now.h.length; at++) {
      const depth = now.h[at] as number;
      if (depth <= DRY) continue;
      const speed = Math.max(Math.abs(now.hu[at] as number), Math.abs(now.hv[at] as number)) / depth;
      fastest = Math.max(fastest, speed + Math.sqrt(G * depth));
    }
    const dt = Math.min((COURANT * cell) / fastest, seconds - time);
    pour?.(time + dt / 2, gained);
    euler(now, first, dt);
    euler(first, second, dt);
    for (let at = 0; at < now.h.length; at++) {
      const depth = ((now.h[at] as number) + (second.h[at] as number)) / 2;
      let [hu, hv] = [((now.hu[at] as number) + (second.hu[at] as number)) / 2, ((now.hv[at] as number) + (second.hv[at] as number)) / 2];
      if (depth <= DRY) [hu, hv] = [0, 0];
      else if (manning > 0) {
        const kept = 1 / (1 + (dt * G * manning ** 2 * Math.hypot(hu, hv)) / depth ** (7 / 3));
        [hu, hv] = [hu * kept, hv * kept];
      }
      second.h[at] = depth;
      second.hu[at] = hu;
      second.hv[at] = hv;
    }
    [now, first, second] = [second, now, first];
    time += dt;
  }
  return now.h;
}

function lineOf(cells: number): Line {
  const field = () => new Float64Array(cells);
  return { depth: field(), level: field(), along: field(), across: field(), slopes: [field(), field(), field(), field()] };
}

/** Adds what the fluxes along one line change a second. */
function sweep(
  line: Line,
  bed: Float64Array,
  { h, hu, hv }: Fields,
  rate: Fields,
  [origin, step, cells]: readonly [number, number, number],
  cell: number,
  isNorth: boolean,
): void {
  const [own, other] = isNorth ? [hv, hu] : [hu, hv];
  const [ownRate, otherRate] = isNorth ? [rate.hv, rate.hu] : [rate.hu, rate.hv];
  const { depth, level, along, across, slopes } = line;
  for (let k = 0, at = origin; k < cells; k++, at += step) {
    const held = h[at] as number;
    depth[k] = held;
    level[k] = held + (bed[at] as number);
    along[k] = held > DRY ? (own[at] as number) / held : 0;
    across[k] = held > DRY ? (other[at] as number) / held : 0;
  }
  for (const [index, values] of [depth, level, along, across].entries()) {
    const slope = slopes[index] as Float64Array;
    slope.fill(0);
    for (let k = 1; k < cells - 1; k++)
      if ((depth[k - 1] as number) > DRY && (depth[k] as number) > DRY && (depth[k + 1] as number) > DRY)
        slope[k] = minmod((values[k] as number) - (values[k - 1] as number), (values[k + 1] as number) - (values[k] as number)) / 2;
  }
  const [sh, se, su, sv] = slopes;
  for (let k = 0; k <= cells; k++) {
    // A wall is its neighbour with the velocity turned round.
    const [l, r] = [k === 0 ? 0 : k - 1, k === cells ? cells - 1 : k];
    const [sl, sr] = [k === 0 ? -1 : 1, k === cells ? 1 : -1];
    const hl = (depth[l] as number) + sl * (sh[l] as number);
    const el = (level[l] as number) + sl * (se[l] as number);
    const ul = (k === 0 ? -1 : 1) * ((along[l] as number) + sl * (su[l] as number));
    const hr = (depth[r] as number) + sr * (sh[r] as number);
    const er = (level[r] as number) + sr * (se[r] as number);
    const ur = (k === cells ? -1 : 1) * ((along[r] as number) + sr * (su[r] as number));
    const sill = Math.max(el - hl, er - hr);
    const [a, b] = [Math.max(0, el - sill), Math.max(0, er - sill)];
    const [mass, momentum] = flux(a, ul, b, ur);
    const carried = mass > 0 ? (across[l] as number) + sl * (sv[l] as number) : (across[r] as number) + sr * (sv[r] as number);
    if (k > 0) {
      const at = origin + (k - 1) * step;
      rate.h[at] = (rate.h[at] as number) - mass / cell;
      ownRate[at] = (ownRate[at] as number) - (momentum + (G / 2) * (hl * hl - a * a)) / cell;
      otherRate[at] = (otherRate[at] as number) - (mass * carried) / cell;
    }
    if (k < cells) {
      const at = origin + k * step;
      rate.h[at] = (rate.h[at] as number) + mass / cell;
      ownRate[at] = (ownRate[at] as number) + (momentum + (G / 2) * (hr * hr - b * b)) / cell;
      otherRate[at] = (otherRate[at] as number) + (mass * carried) / cell;
    }
  }
  // The bed within a cell, as the slopes of level and depth make it.
  for (let k = 0, at = origin; k < cells; k++, at += step)
    ownRate[at] = (ownRate[at] as number) - (G * (depth[k] as number) * 2 * ((se[k] as number) - (sh[k] as number))) / cell;
}

/** HLLC: what crosses a face of mass and of momentum along its normal. */
function flux(hl: number, ul: number, hr: number, ur: number): readonly [mass: number, momentum: number] {
  if (hl <= 0 && hr <= 0) return [0, 0];
  const [cl, cr] = [Math.sqrt(G * hl), Math.sqrt(G * hr)];
  const middle = (ul + ur) / 2 + cl - cr;
  const wave = Math.max(0, (cl + cr) / 2 + (ul - ur) / 4);
  const sl = hl <= DRY ? ur - 2 * cr : hr <= DRY ? ul - cl : Math.min(ul - cl, middle - wave);
  const sr = hl <= DRY ? ur + cr : hr <= DRY ? ul + 2 * cl : Math.max(ur + cr, middle + wave);
  const [left, right] = [hl * ul, hr * ur];
  const [leftM, rightM] = [left * ul + (G / 2) * hl * hl, right * ur + (G / 2) * hr * hr];
  if (sl >= 0) return [left, leftM];
  if (sr <= 0) return [right, rightM];
  return [(sr * left - sl * right + sl * sr * (hr - hl)) / (sr - sl), (sr * leftM - sl * rightM + sl * sr * (right - left)) / (sr - sl)];
}
