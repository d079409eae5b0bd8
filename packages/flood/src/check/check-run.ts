// Checks a run without the code that made it: the account of the water is added up again, and single steps are worked out anew in float64 from the formulas of
// Stelling and Duinmeijer (2003), or of Bates et al. (2010) and de Almeida et al. (2012) where local inertia was asked for. Short, so that it can be read and believed.

/** The state of a run before or after a step, as the engine keeps it: units of 2^-20 m, m/s, m²/s; see the kernel for where a value lies. */
export interface StepState {
  readonly h: Int32Array;
  readonly u: Float32Array;
  readonly v: Float32Array;
  readonly qx: Float32Array;
  readonly qy: Float32Array;
}

/** One step as it was made. `moved`: places whose depth something else changed as well (inflows, works, edges); `hadWeather`: rain or loss changed that of all cells. */
export interface StepSample {
  readonly dt: number;
  readonly before: StepState;
  readonly after: StepState;
  readonly wasLimited: boolean;
  readonly hadWeather: boolean;
  readonly moved: ReadonlySet<number>;
}

/** The ground that a step was made on. */
export interface StepGround {
  readonly cell: number;
  readonly stride: number;
  readonly least: number;
  readonly scheme: 'sd03' | 'local-inertia';
  readonly courant: number;
  readonly z: Int32Array;
  readonly manning: (index: number) => number;
  readonly crestEast: Int32Array | null;
  readonly crestNorth: Int32Array | null;
}

const UNIT = 2 ** 20;
/** The bed of what is no ground. */
const WALL = 1_900 * UNIT;
const G = 9.81;
/** The kernel works in float32 and takes a cube root to 3e-5: a velocity may be so far from the exact one, in m/s and as a share. */
const NEAR = 2e-4;
/** So much longer than the waves allow a step may be: what came in since they were measured is not in them. */
const LONGER = 1.01;
/** Faces looked at in a step. */
const FACES = 2_000;

/** What is wrong with a step, each a sentence; none for a sound one. */
export function checkStep(ground: StepGround, { dt, before, after, wasLimited, hadWeather, moved }: StepSample): readonly string[] {
  const faults: string[] = [];
  const longest = longestStep(ground, before, moved);
  if (dt > longest * LONGER) faults.push(`The step took ${dt} s, by the waves at most ${longest}.`);
  const every = Math.max(1, Math.floor(after.h.length / FACES));
  const { stride, cell } = ground;
  for (let at = stride + 1; at < after.h.length - stride - 1; at += every) {
    for (const [name, along, across, found, crest] of [
      ['east', 1, stride, after.u, ground.crestEast],
      ['north', stride, 1, after.v, ground.crestNorth],
    ] as const) {
      if (moved.has(at) || moved.has(at + along)) continue;
      const isEast = name === 'east';
      const [own, other, q, r] = isEast ? [before.u, before.v, before.qx, before.qy] : [before.v, before.u, before.qy, before.qx];
      if (ground.scheme === 'local-inertia') {
        // What was limited is less than the formula gives.
        const expected = wasLimited ? Number.NaN : discharge(ground, before.h, q, crest, at, along, dt);
        const is = (isEast ? after.qx : after.qy)[at] ?? 0;
        if (Math.abs(is - expected) > NEAR * (1 + Math.abs(expected)))
          faults.push(`The discharge ${name} of cell ${at} is ${is} m²/s, worked out anew ${expected}.`);
        continue;
      }
      const expected = velocity(ground, before.h, own, other, q, r, crest, at, along, across, dt);
      const is = found[at] ?? 0;
      if (Math.abs(is - expected) > NEAR * (1 + Math.abs(expected)))
        faults.push(`The velocity ${name} of cell ${at} is ${is} m/s, worked out anew ${expected}.`);
    }
    const holds = after.h[at] ?? 0;
    if (holds < 0) faults.push(`Cell ${at} holds ${holds} units.`);
    // Beside the ground nothing is booked, whatever stands at the faces of an open edge.
    if (wasLimited || hadWeather || moved.has(at) || (ground.z[at] ?? WALL) >= WALL) continue;
    const through = (value: number | undefined) =>
      Math.trunc(Math.fround(Math.fround(value ?? 0) * Math.fround(Math.fround(dt / cell) * UNIT)));
    const expected =
      (before.h[at] ?? 0) + through(after.qx[at - 1]) - through(after.qx[at]) + through(after.qy[at - stride]) - through(after.qy[at]);
    if (holds !== expected) faults.push(`Cell ${at} holds ${holds} units, by what crossed its faces ${expected}.`);
  }
  return faults;
}

/** How long a step may be by the waves and velocities before it. */
function longestStep({ scheme, courant, cell, stride, least }: StepGround, { h, u, v }: StepState, moved: ReadonlySet<number>): number {
  let fastest = 0;
  for (let at = stride + 1; at < h.length - stride - 1; at++) {
    const depth = (h[at] ?? 0) / UNIT;
    if (depth <= least || moved.has(at)) continue;
    const wave = Math.sqrt(G * depth);
    const [a, b] = [
      Math.max(Math.abs(u[at] ?? 0), Math.abs(u[at - 1] ?? 0)),
      Math.max(Math.abs(v[at] ?? 0), Math.abs(v[at - stride] ?? 0)),
    ];
    fastest = Math.max(fastest, scheme === 'sd03' ? Math.max(a + b, Math.max(a, b) + 1.2 * wave) : wave);
  }
  return fastest === 0 ? Number.POSITIVE_INFINITY : (courant * cell) / fastest;
}

/** The new unit discharge at the face between the cells `a` and `a + along` by local inertia. */
function discharge(
  { z, cell, least, manning }: StepGround,
  h: Int32Array,
  q: Float32Array,
  crest: Int32Array | null,
  a: number,
  along: number,
  dt: number,
): number {
  const at = (field: { readonly [index: number]: number | undefined }, index: number): number => field[index] ?? 0;
  const b = a + along;
  const [ea, eb] = [(at(z, a) + at(h, a)) / UNIT, (at(z, b) + at(h, b)) / UNIT];
  const flow = Math.max(ea, eb) - Math.max(at(z, a), at(z, b), crest ? at(crest, a) : Number.NEGATIVE_INFINITY) / UNIT;
  if (flow <= least) return 0;
  const mixed = 0.9 * at(q, a) + 0.05 * (at(q, a - along) + at(q, b));
  const n2 = (manning(a) ** 2 + manning(b) ** 2) / 2;
  return (mixed - (G * flow * dt * (eb - ea)) / cell) / (1 + (G * dt * n2 * Math.abs(at(q, a))) / flow ** (7 / 3));
}

/** The new velocity at the face between the cells `a` and `a + along`. */
function velocity(
  { z, cell, least, manning }: StepGround,
  h: Int32Array,
  u: Float32Array,
  w: Float32Array,
  q: Float32Array,
  r: Float32Array,
  crest: Int32Array | null,
  a: number,
  along: number,
  across: number,
  dt: number,
): number {
  const at = (field: { readonly [index: number]: number | undefined }, index: number): number => field[index] ?? 0;
  const b = a + along;
  const [ea, eb] = [(at(z, a) + at(h, a)) / UNIT, (at(z, b) + at(h, b)) / UNIT];
  const sill = Math.max(at(z, a), at(z, b), crest ? at(crest, a) : Number.NEGATIVE_INFINITY) / UNIT;
  const flow = Math.max(ea, eb) - sill;
  if (flow <= least) return 0;
  const mean = Math.max((at(h, a) + at(h, b)) / 2 / UNIT, least);
  const own = at(u, a);
  const [qa, qb] = [(at(q, a - along) + at(q, a)) / 2, (at(q, a) + at(q, b)) / 2];
  const [r0, r1] = [(at(r, a - across) + at(r, b - across)) / 2, (at(r, a) + at(r, b)) / 2];
  const advection =
    (Math.min(qb, 0) * (at(u, b) - own) -
      Math.max(qa, 0) * (at(u, a - along) - own) +
      Math.min(r1, 0) * (at(u, a + across) - own) -
      Math.max(r0, 0) * (at(u, a - across) - own)) /
    (mean * cell);
  const side = (at(w, a) + at(w, b) + at(w, a - across) + at(w, b - across)) / 4;
  const n2 = (manning(a) ** 2 + manning(b) ** 2) / 2;
  const friction = (G * dt * n2 * Math.hypot(own, side)) / flow ** (4 / 3);
  return (own - dt * advection - (G * dt * (eb - ea)) / cell) / (1 + friction);
}

/** The account of all water as it was told, in units. */
export interface TotalAccount {
  readonly initial: bigint;
  readonly in: Readonly<Record<string, bigint>>;
  readonly out: Readonly<Record<string, bigint>>;
}

/** What is wrong with an account of these depths; none for a sound one. `isGround`: whether a place of the arrays is a cell of the ground. */
export function checkAccount(account: TotalAccount, h: Int32Array, isGround: (index: number) => boolean): readonly string[] {
  let held = 0n;
  for (const [index, depth] of h.entries()) if (isGround(index)) held += BigInt(depth);
  let expected = account.initial;
  for (const volume of Object.values(account.in)) expected += volume;
  for (const volume of Object.values(account.out)) expected -= volume;
  return held === expected ? [] : [`The cells hold ${held} units, by the account ${expected}.`];
}
