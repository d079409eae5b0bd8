// The step of the kernel one number at a time, each rounded to 32 bits as the kernel's are: what the four lanes of the compiled kernel have to give to the bit.
import type { StepGround, StepState } from '@westgate/flood';

const f = Math.fround;
const UF = 2 ** -20;
const G = f(9.81);
const WALL = 1_900 * 2 ** 20;

const bits = new DataView(new ArrayBuffer(4));
const asInt = (value: number): number => {
  bits.setFloat32(0, value);
  return bits.getInt32(0);
};
const asFloat = (value: number): number => {
  bits.setInt32(0, value);
  return bits.getFloat32(0);
};
// Of two zeros the first, as the kernel does it.
// biome-ignore lint/complexity/useMathMinMax: Math.min and Math.max tell zeros by their sign
const least = (a: number, b: number): number => (b < a ? b : a);
// biome-ignore lint/complexity/useMathMinMax: likewise
const most = (a: number, b: number): number => (a < b ? b : a);
const add = (a: number, b: number): number => f(a + b);
const sub = (a: number, b: number): number => f(a - b);
const mul = (a: number, b: number): number => f(a * b);

/** The state after a step of `dt` and the largest signal speed; `n2`: Manning's n squared of each place, or of all. */
export function scalarStep(
  { z, cell, stride, least: hmin, crestEast, crestNorth }: StepGround,
  n2: number | Float32Array,
  before: StepState,
  dt: number,
): { readonly after: StepState; readonly speed: number; readonly limited: number } {
  const cells = z.length;
  const [u, v, qx, qy] = [0, 1, 2, 3].map(() => new Float32Array(cells)) as [Float32Array, Float32Array, Float32Array, Float32Array];
  const [fx, fy] = [new Int32Array(cells), new Int32Array(cells)];
  const h = before.h.slice();
  const invdx = f(1 / cell);
  const K = f(f(dt / cell) * 2 ** 20);
  const faces = [
    [1, stride, before.u, before.v, before.qx, before.qy, crestEast, u, qx, fx],
    [stride, 1, before.v, before.u, before.qy, before.qx, crestNorth, v, qy, fy],
  ] as const;
  for (const [along, across, own, other, q, r, crest, to] of faces)
    for (let at = 0; at < cells; at++) to[at] = velocity(at, along, across, own, other, q, r, crest);
  for (const [along, , , , , , crest, from, discharge, volumes] of faces)
    for (let at = 0; at < cells; at++) {
      const velocityAt = from[at] ?? 0;
      const sill = sillOf(at, along, crest);
      const over = (cellAt: number) => Math.min(Math.max(of(z, cellAt, WALL) + of(h, cellAt) - sill, 0), of(h, cellAt));
      discharge[at] = mul(mul(velocityAt, f(velocityAt > 0 ? over(at) : over(at + along))), UF);
      volumes[at] = Math.trunc(mul(of(discharge, at), K));
    }
  const flowed = (): Int32Array => before.h.map((depth, at) => depth + of(fx, at - 1) - of(fx, at) + of(fy, at - stride) - of(fy, at));
  let limited = 0;
  h.set(flowed());
  if (h.some((depth) => depth < 0)) {
    for (let at = 0; at < cells; at++) limited += limit(at);
    h.set(flowed());
  }
  let speed = 0;
  for (let at = 0; at < cells; at++) {
    const wave = f(Math.sqrt(mul(most(f(of(h, at)), 0), f(G * UF))));
    const a = most(Math.abs(of(u, at - 1)), Math.abs(of(u, at)));
    const b = most(Math.abs(of(v, at - stride)), Math.abs(of(v, at)));
    speed = most(speed, most(add(a, b), add(most(a, b), mul(wave, f(1.2)))));
  }
  return { after: { h, u, v, qx, qy }, speed, limited };

  function of(field: Int32Array | Float32Array, at: number, none = 0): number {
    return field[at] ?? none;
  }

  function sillOf(at: number, along: number, crest: Int32Array | null): number {
    return Math.max(of(z, at, WALL), of(z, at + along, WALL), crest ? of(crest, at, -WALL) : -WALL);
  }

  function velocity(
    at: number,
    along: number,
    across: number,
    own: Float32Array,
    other: Float32Array,
    q: Float32Array,
    r: Float32Array,
    crest: Int32Array | null,
  ): number {
    const to = at + along;
    const [h0, h1] = [of(before.h, at), of(before.h, to)];
    const [e0, e1] = [of(z, at, WALL) + h0, of(z, to, WALL) + h1];
    const depth = mul(f(Math.max(e0, e1) - sillOf(at, along, crest)), UF);
    const thin = f(hmin);
    if (!(depth > thin)) return 0;
    const here = of(own, at);
    const hb = most(mul(f(h0 + h1), UF / 2), thin);
    const [qa, qb] = [add(of(q, at - along), of(q, at)), add(of(q, at), of(q, to))];
    const [ra, rb] = [add(of(r, at - across), of(r, to - across)), add(of(r, at), of(r, to))];
    const carried = (least1: number, next: number, most1: number, last: number) =>
      sub(mul(least(least1, 0), sub(of(own, next), here)), mul(most(most1, 0), sub(of(own, last), here)));
    const advection = add(carried(qb, to, qa, at - along), carried(rb, at + across, ra, at - across));
    const side = mul(0.25, add(add(of(other, at), of(other, to)), add(of(other, at - across), of(other, to - across))));
    const hf = most(depth, thin);
    // The bits of the sum count in 64s what is over 2^29.
    const third = asInt(add(mul(f(asInt(hf)), f(1 / 3)), 3e8));
    const guess = asFloat(((third - 0x4e000000) * 64 + 2 ** 29 - 3e8 + 709_921_077) | 0);
    const cube = add(mul(mul(guess, guess), guess), hf);
    const [a, b] = [mul(hf, mul(guess, add(cube, hf))), add(cube, sub(cube, hf))];
    const speed = f(Math.sqrt(add(mul(here, here), mul(side, side))));
    const one = typeof n2 === 'number';
    const F = f(f(G * dt) * (one ? f(n2) : 1));
    const friction = one ? F : mul(F, mul(0.5, add(of(n2, at), of(n2, to))));
    const pushed = mul(f(f(f(G * dt) * invdx) * UF), f(e1 - e0));
    const driven = sub(mul(sub(here, pushed), hb), mul(f(f(dt * invdx) * 0.5), advection));
    return f(mul(driven, a) / mul(hb, add(a, mul(mul(friction, speed), b))));
  }

  function limit(at: number): number {
    const out = [
      [fx, qx, at - 1, -1],
      [fx, qx, at, 1],
      [fy, qy, at - stride, -1],
      [fy, qy, at, 1],
    ] as const;
    const leaving = out.reduce((sum, [field, , face, sign]) => sum + BigInt(Math.max(0, sign * of(field, face))), 0n);
    const held = BigInt(before.h[at] ?? 0);
    if (leaving <= held) return 0;
    for (const [field, discharge, face, sign] of out) {
      const size = sign * of(field, face);
      if (size <= 0) continue;
      const kept = Number((BigInt(size) * held) / leaving);
      field[face] = sign * kept;
      discharge[face] = f((of(discharge, face) * kept) / size);
    }
    return 1;
  }
}
