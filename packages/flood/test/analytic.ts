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

/** Depth of subcritical flow of `q` m²/s with the energy `energy` m over the bed. */
export function subcritical(energy: number, q: number): number {
  const critical = Math.cbrt((q * q) / G);
  return rootOf((h) => energy - h - (q * q) / (2 * G * h * h), Math.max(energy, critical), critical);
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
