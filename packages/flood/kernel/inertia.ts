// Local inertia, for screening: Bates et al. (2010), J. Hydrol. 387:33-45, with the average over three faces of de Almeida et al. (2012), Water Resour. Res. 48:W05528.
// Momentum is not carried along: behind a dam, a gate or a breach the answer is wrong by a tenth and more. One explicit step = passS, passInertia. Arrays, units and spans are
// those of arrays.ts and spans.ts; volumes are rounded and limited as there.
import { B, before, cvt, cx, cy, fx, fy, GRAVITY, guess, h, ld, n2, over, qx, qy, sill, sp, spans, UF, volume, z } from './arrays';
import { clearLeft, ended, LIST, note, wetIn } from './spans';

/** Weight of a face's own discharge; the rest is that of its two neighbours along the normal. */
const THETA: f32 = 0.9;

/** New unit discharge at four faces. q0: that of before, qm and qp: of the faces before and after along the normal; D: step along the normal, in bytes. */
// @ts-expect-error: decorator
@inline function flow(q0: v128, qm: v128, qp: v128, c: usize, p: usize, D: usize, z0: v128, e0: v128, G: v128, F: v128, HM: v128): v128 {
  const z1 = ld(z + p + D), e1 = i32x4.add(z1, ld(h + p + D));
  // Where it is not wet, what follows may be no number at all; it is left out in the end.
  const hf = over(e0, e1, sill(c, p, z0, z1));
  const wet = f32x4.gt(hf, HM);
  if (!v128.any_true(wet)) return sp(0);
  const mixed = f32x4.add(f32x4.mul(sp(THETA), q0), f32x4.mul(sp(0.5 * (1.0 - THETA)), f32x4.add(qm, qp)));
  // hf^(7/3) as a fraction a / b, see sd03.ts.
  const e = guess(hf);
  const e3 = f32x4.add(f32x4.mul(f32x4.mul(e, e), e), hf);
  const a = f32x4.mul(f32x4.mul(hf, hf), f32x4.mul(e, f32x4.add(e3, hf))), b = f32x4.add(e3, f32x4.sub(e3, hf));
  const ex = f32x4.sub(mixed, f32x4.mul(f32x4.mul(G, hf), cvt(i32x4.sub(e1, e0))));
  const friction = n2 ? f32x4.mul(F, f32x4.mul(sp(0.5), f32x4.add(ld(n2 + p), ld(n2 + p + D)))) : F;
  return v128.and(f32x4.div(f32x4.mul(ex, a), f32x4.add(a, f32x4.mul(f32x4.mul(friction, f32x4.abs(q0)), b))), wet);
}

/** Copies the spans of a list from one row to another. */
// @ts-expect-error: decorator
@inline function copyRow(to: usize, from: usize, list: usize): void {
  for (let k = 0, count = load<i32>(list); k < count; k++) {
    const start: usize = load<u32>(list + (usize(k) << 3), 4), end: usize = load<u32>(list + (usize(k) << 3), 8);
    memory.copy(to + start, from + start, end - start);
  }
}

/** Discharges at the faces of row j. `below`: discharges of the row below as they were; into `own` go those of this row, for the row above. */
// @ts-expect-error: decorator
@inline function rowFlow(j: i32, below: usize, own: usize, ua: usize, va: usize, G: v128, F: v128, HM: v128): void {
  const r: usize = usize(j) * B, list = spans + usize(j) * LIST, next = list + LIST;
  copyRow(own, qy + r, next);
  for (let k = 0, count = load<i32>(list); k < count; k++) {
    const start: usize = load<u32>(list + (usize(k) << 3), 4), end: usize = load<u32>(list + (usize(k) << 3), 8);
    let left = ld(qx + r + start - 16);
    for (let i: usize = start; i < end; i += 16) {
      const p = r + i, z0 = ld(z + p), e0 = i32x4.add(z0, ld(h + p));
      const q0 = ld(qx + p), qm = i8x16.shuffle(left, q0, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27);
      left = q0;
      v128.store(qx + p, flow(q0, qm, ld(qx + p + 4), cx, p, 4, z0, e0, G, F, HM));
      v128.store(qy + p, flow(ld(qy + p), ld(below + i), ld(qy + p + B), cy, p, B, z0, e0, G, F, HM));
    }
  }
  // What left the spans with this step was still looked at.
  clearLeft(before + usize(j) * LIST, list, r, ua, va, qx, qy, fx, fy);
}

/**
 * Depths of rows j0 to j1 by the volumes of their faces: where `isFirst` those of the discharges, which are worked out on the way with the help of two rows at `scratch`. Notes the runs of each row,
 * writes the speed of the longest wave, m/s, at `out`; gives the smallest depth.
 */
// @ts-expect-error: decorator
@inline function depths(
  isFirst: bool, scratch: usize, ua: usize, va: usize, j0: i32, j1: i32, G: v128, F: v128, HM: v128, K: v128, least: i32, out: usize,
): i32 {
  let mn = i32x4.splat(0), mx = i32x4.splat(0), below = scratch, own = scratch + B;
  const LEAST = i32x4.splat(least);
  if (isFirst) copyRow(below, qy + usize(j0) * B - B, spans + usize(j0) * LIST);
  for (let j = j0; j <= j1; j++) {
    if (isFirst) {
      rowFlow(j, below, own, ua, va, G, F, HM);
      const free = below;
      below = own;
      own = free;
    }
    const r: usize = usize(j) * B, list = spans + usize(j) * LIST;
    let found = 0;
    for (let k = 0, count = load<i32>(list); k < count; k++) {
      const start: usize = load<u32>(list + (usize(k) << 3), 4), end: usize = load<u32>(list + (usize(k) << 3), 8);
      // Beside a span nothing flows, and under the first row neither: what stands there is what goes on over an edge with a given level.
      let open: i32 = -1, last = 0, left = isFirst ? sp(0) : ld(fx + r + start - 16);
      for (let i: usize = start; i < end; i += 16) {
        const p = r + i;
        const b = isFirst ? volume(ld(qx + p), K) : ld(fx + p);
        const a = i8x16.shuffle(left, b, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27);
        const c = isFirst ? (j ? volume(ld(qy + p - B), K) : sp(0)) : ld(fy + p - B), d = isFirst ? volume(ld(qy + p), K) : ld(fy + p);
        left = b;
        const hn = i32x4.sub(i32x4.add(i32x4.sub(i32x4.add(ld(h + p), a), b), c), d);
        v128.store(h + p, hn);
        mn = i32x4.min_s(mn, hn);
        mx = i32x4.max_s(mx, hn);
        const wet = wetIn(hn, LEAST, p);
        if (wet) { if (open < 0) open = <i32>i | (wet & 1); last = wet >> 3; }
        else if (open >= 0) { found = note(j, found, open, <i32>i | last); open = -1; }
      }
      if (open >= 0) found = note(j, found, open, <i32>end | last);
    }
    ended(j, found);
  }
  const most = max(max(i32x4.extract_lane(mx, 0), i32x4.extract_lane(mx, 1)), max(i32x4.extract_lane(mx, 2), i32x4.extract_lane(mx, 3)));
  store<f32>(out, sqrt<f32>(GRAVITY * UF * <f32>most));
  return min(min(i32x4.extract_lane(mn, 0), i32x4.extract_lane(mn, 1)), min(i32x4.extract_lane(mn, 2), i32x4.extract_lane(mn, 3)));
}

/**
 * Discharges and depths of rows j0 to j1, in one sweep, for one thread. ua, va: velocities, for what is told of them; of ub, which is free, two rows are used and left
 * empty. What it gives is below 0 where the step has to be limited.
 */
export function passInertia(
  ua: usize, va: usize, ub: usize, j0: i32, j1: i32, dt: f32, invdx: f32, dtdx: f32, n2One: f32, hmin: f32, least: i32, out: usize,
): i32 {
  const G = sp(GRAVITY * dt * invdx * UF), F = sp(GRAVITY * dt * n2One), K = sp(dtdx * <f32>1048576.0);
  const smallest = depths(true, ub, ua, va, j0, j1, G, F, sp(hmin), K, least, out);
  memory.fill(ub, 0, B << 1);
  return smallest;
}

/** Volumes of rows j0 to j1 by their discharges: first part of a limited step. */
export function passInertiaVolumes(j0: i32, j1: i32, dtdx: f32): void {
  const K = sp(dtdx * <f32>1048576.0);
  for (let j = j0; j <= j1; j++) {
    const r: usize = usize(j) * B, list = spans + usize(j) * LIST;
    for (let k = 0, count = load<i32>(list); k < count; k++) {
      const end: usize = r + load<u32>(list + (usize(k) << 3), 8);
      for (let p: usize = r + load<u32>(list + (usize(k) << 3), 4); p < end; p += 16) {
        v128.store(fx + p, volume(ld(qx + p), K));
        v128.store(fy + p, volume(ld(qy + p), K));
      }
    }
  }
}

/** Depths of rows j0 to j1 by volumes that were limited; what {@link passInertia} gives and notes beside. */
export function passInertiaDepths(j0: i32, j1: i32, least: i32, out: usize): i32 {
  return depths(false, 0, 0, 0, j0, j1, sp(0), sp(0), sp(0), sp(0), least, out);
}

/** Velocities of rows j0 to j1 by the discharges and the depths that flow, for what is told of them. */
export function passVelocities(u: usize, v: usize, j0: i32, j1: i32, hmin: f32): void {
  const HM = sp(hmin);
  for (let j = j0; j <= j1; j++) {
    const r: usize = usize(j) * B, list = spans + usize(j) * LIST;
    for (let k = 0, count = load<i32>(list); k < count; k++) {
      const end: usize = r + load<u32>(list + (usize(k) << 3), 8);
      for (let p: usize = r + load<u32>(list + (usize(k) << 3), 4); p < end; p += 16) {
        v128.store(u + p, speed(ld(qx + p), cx, p, 4, HM));
        v128.store(v + p, speed(ld(qy + p), cy, p, B, HM));
      }
    }
  }
}

// @ts-expect-error: decorator
@inline function speed(q: v128, c: usize, p: usize, D: usize, HM: v128): v128 {
  const z0 = ld(z + p), z1 = ld(z + p + D);
  const hf = f32x4.mul(cvt(i32x4.sub(i32x4.max_s(i32x4.add(z0, ld(h + p)), i32x4.add(z1, ld(h + p + D))), sill(c, p, z0, z1))), sp(UF));
  return v128.and(f32x4.div(q, f32x4.pmax(hf, HM)), f32x4.gt(hf, HM));
}
