// Flows whose depth is known in closed form. Lengths m, times s.
const G = 9.81;

/** Dam break on a dry flat bed without friction (Ritter 1892): depth at distance `s` from the dam, `t` after it broke. */
export function ritter(h0: number, s: number, t: number): number {
  const [c, a] = [Math.sqrt(G * h0), s / t];
  if (a < -c) return h0;
  return a > 2 * c ? 0 : (4 / (9 * G)) * (c - a / 2) ** 2;
}

/** The same on a wet bed (Stoker 1957). */
export function stoker(left: number, right: number, s: number, t: number): number {
  const c = Math.sqrt(G * left);
  const over = (h: number) => 2 * (c - Math.sqrt(G * h)) - (h - right) * Math.sqrt((G / 2) * (1 / h + 1 / right));
  const plateau = rootOf(over, right, left);
  const speed = 2 * (c - Math.sqrt(G * plateau));
  const shock = (plateau * speed) / (plateau - right);
  const a = s / t;
  if (a < -c) return left;
  if (a < speed - Math.sqrt(G * plateau)) return (4 / (9 * G)) * (c - a / 2) ** 2;
  return a < shock ? plateau : right;
}

/** A wave that runs over a flat bed at the constant speed `u` (Hunter et al. 2005, Bates et al. 2010). */
export function runningWave(u: number, n: number, x: number, t: number): number {
  return x >= u * t ? 0 : ((7 / 3) * n * n * u * u * (u * t - x)) ** (3 / 7);
}

/** Depth of uniform flow of `q` m²/s on a slope. */
export function normalDepth(q: number, n: number, slope: number): number {
  return ((q * n) / Math.sqrt(slope)) ** (3 / 5);
}

/** Depth of flow of `q` m²/s with the energy `energy` m over the bed, slower or faster than its waves. */
export function depthOfEnergy(energy: number, q: number, branch: 'subcritical' | 'supercritical'): number {
  const critical = Math.cbrt((q * q) / G);
  const over = (h: number) => energy - h - (q * q) / (2 * G * h * h);
  return branch === 'subcritical' ? rootOf(over, Math.max(energy, critical), critical) : rootOf(over, 1e-6, critical);
}

/** Where flow of `q` m²/s jumps from the depth `before` to `after`, both known along x: where their momentum is the same. */
export function jumpBetween(q: number, before: (x: number) => number, after: (x: number) => number, from: number, to: number): number {
  const over = (x: number) => q * q * (1 / before(x) - 1 / after(x)) + (G / 2) * (before(x) ** 2 - after(x) ** 2);
  return rootOf(over, from, to);
}

/** Water in a paraboloid that rises and sinks (Thacker 1981): bed, and depth at the start and after every period. */
export function bowl(
  radius: number,
  deep: number,
  wet: number,
): { bed(r2: number): number; depth(r2: number): number; readonly period: number } {
  const ratio = (radius ** 2 - wet ** 2) / (radius ** 2 + wet ** 2);
  const bed = (r2: number) => -deep * (1 - r2 / radius ** 2);
  const level = (r2: number) =>
    deep * (Math.sqrt(1 - ratio ** 2) / (1 - ratio) - 1 - (r2 / radius ** 2) * ((1 - ratio ** 2) / (1 - ratio) ** 2 - 1));
  return { bed, depth: (r2) => Math.max(0, level(r2) - bed(r2)), period: (2 * Math.PI * radius) / Math.sqrt(8 * G * deep) };
}

/** The bed of a channel in which `depth` is the steady flow of `q` m²/s (MacDonald 1997; SWASHES 3.2.1), 0 at `length`. */
export function macdonaldBed(depth: (x: number) => number, q: number, n: number, length: number, xs: readonly number[]): Float64Array {
  const slope = (x: number) => {
    const h = depth(x);
    const rise = (depth(x + 1e-4) - depth(x - 1e-4)) / 2e-4;
    return (q ** 2 / (G * h ** 3) - 1) * rise - (n * q) ** 2 / h ** (10 / 3);
  };
  const parts = 10_000;
  const d = length / parts;
  const bed = new Float64Array(parts + 1);
  for (let k = parts - 1; k >= 0; k--) {
    const x = k * d;
    bed[k] = (bed[k + 1] ?? 0) - (d / 6) * (slope(x) + 4 * slope(x + d / 2) + slope(x + d));
  }
  return Float64Array.from(xs, (x) => {
    const at = Math.min(parts - 1, Math.floor(x / d));
    const share = x / d - at;
    return (bed[at] ?? 0) * (1 - share) + (bed[at + 1] ?? 0) * share;
  });
}

/** Sum of the differences by the sum of what is exact. */
export function l1(found: Float64Array, exact: Float64Array): number {
  let [off, all] = [0, 0];
  for (const [index, value] of exact.entries()) {
    off += Math.abs((found[index] ?? 0) - value);
    all += Math.abs(value);
  }
  return off / all;
}

/** Where `f` is 0: it is positive towards `high` side of the root seen from `positive`. */
function rootOf(f: (x: number) => number, negativeEnd: number, positiveEnd: number): number {
  let [a, b] = f(negativeEnd) > 0 ? [positiveEnd, negativeEnd] : [negativeEnd, positiveEnd];
  for (let round = 0; round < 200; round++) {
    const middle = (a + b) / 2;
    if (f(middle) > 0) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}

/** A plane of water that goes round in a paraboloid (Thacker 1981): bed, depth and speed northward at the start and after every period. */
export function tiltedBowl(
  radius: number,
  deep: number,
  out: number,
): { bed(r2: number): number; depth(x: number, y: number): number; readonly speed: number; readonly period: number } {
  const turning = Math.sqrt(2 * G * deep) / radius;
  const bed = (r2: number) => -deep * (1 - r2 / radius ** 2);
  const depth = (x: number, y: number) => Math.max(0, ((out * deep) / radius ** 2) * (2 * x - out) - bed(x * x + y * y));
  return { bed, depth, speed: out * turning, period: (2 * Math.PI) / turning };
}
