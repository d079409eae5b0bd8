// Local inertia, for screening: Bates et al. (2010), J. Hydrol. 387:33-45, with the average over three faces of de Almeida et al. (2012), Water Resour. Res. 48:W05528.
// Momentum is not carried along: behind a dam, a gate or a breach the answer is wrong by a tenth and more. One explicit step = passInertia, passS. Arrays, units and spans are
// those of sd03.ts; volumes are rounded and limited as there.
import { always, B, cbrt4, cvt, cx, cy, GRAVITY, h, LIST, ld, n2, note, qx, qy, runs, sill, sp, spans, UF, volume, z } from './sd03';

/** Weight of a face's own discharge; the rest is that of its two neighbours along the normal. */
const THETA: f32 = 0.9;

/** New unit discharge at four faces. q0: that of before, qm and qp: of the faces before and after along the normal; D: step along the normal, in bytes. */
// @ts-expect-error: decorator
@inline function flow(q0: v128, qm: v128, qp: v128, c: usize, p: usize, D: usize, z0: v128, h0: v128, e0: v128, G: v128, F: v128, HM: v128): v128 {
  const z1 = ld(z + p + D), e1 = i32x4.add(z1, ld(h + p + D));
  let hf = f32x4.mul(cvt(i32x4.sub(i32x4.max_s(e0, e1), sill(c, p, z0, z1))), sp(UF));
  const wet = f32x4.gt(hf, HM);
  if (!v128.any_true(wet)) return sp(0);
  hf = f32x4.pmax(hf, HM);
  const mixed = f32x4.add(f32x4.mul(sp(THETA), q0), f32x4.mul(sp(0.5 * (1.0 - THETA)), f32x4.add(qm, qp)));
  const h73 = f32x4.mul(f32x4.mul(hf, hf), cbrt4(hf));
  const ex = f32x4.sub(mixed, f32x4.mul(f32x4.mul(G, hf), cvt(i32x4.sub(e1, e0))));
  const friction = n2 ? f32x4.mul(F, f32x4.mul(sp(0.5), f32x4.add(ld(n2 + p), ld(n2 + p + D)))) : F;
  return v128.and(f32x4.div(f32x4.mul(ex, h73), f32x4.add(h73, f32x4.mul(friction, f32x4.abs(q0)))), wet);
}

/** Discharges at the faces of row j. `below`: those of the row below as they were; into `own` go those of this row, for the row above. */
// @ts-expect-error: decorator
@inline function rowFlow(j: i32, below: usize, own: usize, G: v128, F: v128, HM: v128): void {
  const r: usize = usize(j) * B, next = spans + (usize(j) + 1) * LIST;
  for (let k = 0, count = load<i32>(next); k < count; k++) {
    const start: usize = load<u32>(next + (usize(k) << 3), 4), end: usize = load<u32>(next + (usize(k) << 3), 8);
    memory.copy(own + start, qy + r + start, end - start);
  }
  const list = spans + usize(j) * LIST;
  for (let k = 0, count = load<i32>(list); k < count; k++) {
    const end: usize = load<u32>(list + (usize(k) << 3), 8);
    let before = sp(0);
    for (let i: usize = load<u32>(list + (usize(k) << 3), 4); i < end; i += 16) {
      const p = r + i, z0 = ld(z + p), h0 = ld(h + p), e0 = i32x4.add(z0, h0);
      const q0 = ld(qx + p), qm = i8x16.shuffle(before, q0, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27);
      before = q0;
      v128.store(qx + p, flow(q0, qm, ld(qx + p + 4), cx, p, 4, z0, h0, e0, G, F, HM));
      v128.store(qy + p, flow(ld(qy + p), ld(below + i), ld(qy + p + B), cy, p, B, z0, h0, e0, G, F, HM));
    }
  }
}

/**
 * Depths of rows j0 to j1 by the volumes of their faces: those in fx and fy where a step is limited, else those of the discharges, which are worked out on the way with the
 * help of two rows at fx. Notes the runs of each row, writes the speed of the longest wave, m/s, at `out`; gives the smallest depth.
 */
// @ts-expect-error: decorator
@inline function depths(isLimited: bool, fx: usize, fy: usize, j0: i32, j1: i32, G: v128, F: v128, HM: v128, K: v128, least: i32, out: usize): i32 {
  let mn = i32x4.splat(0), mx = i32x4.splat(0), below = fx, own = fx + B;
  const LEAST = i32x4.splat(least);
  for (let j = j0; j <= j1; j++) {
    if (!isLimited) {
      rowFlow(j, below, own, G, F, HM);
      const free = below;
      below = own;
      own = free;
    }
    const r: usize = usize(j) * B, list = spans + usize(j) * LIST;
    let found = 0;
    for (let k = 0, count = load<i32>(list); k < count; k++) {
      const start: usize = load<u32>(list + (usize(k) << 3), 4), end: usize = load<u32>(list + (usize(k) << 3), 8);
      let open: i32 = -1;
      for (let i: usize = start; i < end; i += 16) {
        const p = r + i;
        const a = isLimited ? ld(fx + p - 4) : volume(qx + p - 4, K), b = isLimited ? ld(fx + p) : volume(qx + p, K);
        const c = isLimited ? ld(fy + p - B) : volume(qy + p - B, K), d = isLimited ? ld(fy + p) : volume(qy + p, K);
        const hn = i32x4.sub(i32x4.add(i32x4.sub(i32x4.add(ld(h + p), a), b), c), d);
        v128.store(h + p, hn);
        mn = i32x4.min_s(mn, hn);
        mx = i32x4.max_s(mx, hn);
        const isWet = v128.any_true(i32x4.gt_s(hn, LEAST)) || load<u8>(always + (p >> 4)) != 0;
        if (isWet) { if (open < 0) open = <i32>i; }
        else if (open >= 0) { found = note(j, found, open, <i32>i); open = -1; }
      }
      if (open >= 0) found = note(j, found, open, <i32>end);
    }
    store<i32>(runs + usize(j) * LIST, found);
  }
  const most = max(max(i32x4.extract_lane(mx, 0), i32x4.extract_lane(mx, 1)), max(i32x4.extract_lane(mx, 2), i32x4.extract_lane(mx, 3)));
  store<f32>(out, sqrt<f32>(GRAVITY * UF * <f32>most));
  return min(min(i32x4.extract_lane(mn, 0), i32x4.extract_lane(mn, 1)), min(i32x4.extract_lane(mn, 2), i32x4.extract_lane(mn, 3)));
}

/** Discharges and depths of rows j0 to j1, in one sweep, for one thread. `scratch`: two rows, left empty. What it gives is below 0 where the step has to be limited. */
export function passInertia(scratch: usize, j0: i32, j1: i32, dt: f32, invdx: f32, dtdx: f32, n2One: f32, hmin: f32, least: i32, out: usize): i32 {
  const G = sp(GRAVITY * dt * invdx * UF), F = sp(GRAVITY * dt * n2One), K = sp(dtdx * <f32>1048576.0);
  const smallest = depths(false, scratch, 0, j0, j1, G, F, sp(hmin), K, least, out);
  memory.fill(scratch, 0, B << 1);
  return smallest;
}

/** Depths of rows j0 to j1 by volumes that were limited; what {@link passInertia} gives and notes beside. */
export function passInertiaVolumes(fx: usize, fy: usize, j0: i32, j1: i32, least: i32, out: usize): i32 {
  return depths(true, fx, fy, j0, j1, sp(0), sp(0), sp(0), sp(0), least, out);
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
