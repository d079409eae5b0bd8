// The arrays that the inner loops of the flood engine work on, and what they do to four cells at a time.
// Every array has `stride` bytes a row and one guard row before and after; cell i of row j lies at j * stride + 4 * i.
//   z, h     int32, units of 2^-20 m: bed and depth. Cells that are no ground have a bed far above all others: they are walls by the formulas themselves.
//   u, qx    float32, m/s and m2/s, at the face between cell i and i + 1 (index of the left one); v, qy between row j and j + 1 (index of the lower one).
//   cx, cy   int32, crest of the same face (dike, road, wall), read where the domain has any.
//   n2       float32, Manning's n squared of a cell, read where it differs from cell to cell.
//   fx, fy   int32, volumes that cross the faces of qx and qy in a step.

export const UF: f32 = 1.0 / 1048576.0;
export const GRAVITY: f32 = 9.81;
/** 709921077 + 2^29 - 3e8, and what is left in the bits of the sum. */
const GUESS: i32 = 709921077 + 536870912 - 300000000 - (0x4E000000 << 6);

export let z: usize = 0;
export let h: usize = 0;
export let qx: usize = 0;
export let qy: usize = 0;
export let cx: usize = 0;
export let cy: usize = 0;
export let n2: usize = 0;
export let fx: usize = 0;
export let fy: usize = 0;
export let spans: usize = 0;
export let before: usize = 0;
export let runs: usize = 0;
export let always: usize = 0;
export let held: usize = 0;
export let B: usize = 0;

/** Where the arrays lie, in bytes. `pCx` 0: no crests; `pN2` 0: one Manning's n. `pBefore`: the spans of the step before; `pAlways`: a byte for each group that is worked on wet or not; `pHeld`: a byte for each row whose depths wait, see {@link passSweep}. */
export function setup(
  pZ: usize, pH: usize, pQx: usize, pQy: usize, pFx: usize, pFy: usize, pCx: usize, pCy: usize, pN2: usize, pSpans: usize, pBefore: usize, pRuns: usize, pAlways: usize,
  pHeld: usize, stride: usize,
): void {
  z = pZ; h = pH; qx = pQx; qy = pQy; fx = pFx; fy = pFy; cx = pCx; cy = pCy; n2 = pN2; spans = pSpans; before = pBefore; runs = pRuns; always = pAlways; held = pHeld; B = stride;
}

// @ts-expect-error: decorator
@inline export function ld(p: usize): v128 { return v128.load(p); }
// @ts-expect-error: decorator
@inline export function sp(a: f32): v128 { return f32x4.splat(a); }
// @ts-expect-error: decorator
@inline export function cvt(a: v128): v128 { return f32x4.convert_i32x4_s(a); }

/** The bed that water has to rise over at four faces of the cells at `p`, whose crests begin at `c`; z0, z1: beds on the two sides. */
// @ts-expect-error: decorator
@inline export function sill(c: usize, p: usize, z0: v128, z1: v128): v128 {
  const zf = i32x4.max_s(z0, z1);
  return c ? i32x4.max_s(zf, ld(c + p)) : zf;
}

/** How far water of the higher of two levels stands over the sill, m. */
// @ts-expect-error: decorator
@inline export function over(e0: v128, e1: v128, s: v128): v128 { return f32x4.mul(cvt(i32x4.sub(i32x4.max_s(e0, e1), s)), sp(UF)); }

/**
 * A guess of four cube roots of 2^-20 to 2^11: a third of the bits, to 64 of them, and a number. The sum with 3e8 lies between 2^29 and 2^30, so that its own bits count in 64s
 * what is over 2^29: two instructions, where a conversion to whole numbers takes seven.
 */
// @ts-expect-error: decorator
@inline export function guess(hf: v128): v128 {
  return i32x4.add(i32x4.shl(f32x4.add(f32x4.mul(cvt(hf), sp(1.0 / 3.0)), sp(3e8)), 6), i32x4.splat(GUESS));
}

/** Volumes that cross four faces, rounded once: both cells take the same integers, so that the sum of all depths never changes. */
// @ts-expect-error: decorator
@inline export function volume(q: v128, K: v128): v128 { return i32x4.trunc_sat_f32x4_s(f32x4.mul(q, K)); }
