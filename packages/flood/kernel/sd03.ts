// The inner loops of the flood engine, in AssemblyScript with SIMD128: momentum-conservative staggered scheme of Stelling and Duinmeijer (2003), Int. J. Numer.
// Meth. Fluids 43:1329-1354, one explicit step = passS, passSweep, passHeld. What the numbers mean and in which order they are summed is part of the result: the same
// bits come out for a mirrored domain, any set of active spans and any number of threads.
// Arrays and units are those of arrays.ts, spans those of spans.ts.
import { always, B, before, cvt, cx, cy, fx, fy, GRAVITY, guess, h, held, ld, n2, over, qx, qy, runs, sill, sp, spans, UF, volume, z } from './arrays';
import { clearLeft, ended, LIST, NEWS, note, wetIn } from './spans';

export { setup } from './arrays';
export { passRuns, passS } from './spans';

/** So much faster than waves go in still water the signal speed takes them for. */
const WAVE: f32 = 1.2;

/**
 * First half of the momentum at the faces of the groups from `from` to `to`: what the flow carries along, times K, into `an`, and friction without the depth, F n2 times speed, into
 * `sn`. u and q: velocity and discharge along the normal, v and r: across it; N, T: steps along and across, in bytes.
 */
// @ts-expect-error: decorator
@inline function carried(
  u: usize, v: usize, q: usize, r: usize, an: usize, sn: usize, n: usize, H: usize, from: usize, to: usize, N: usize, T: usize, K: v128, F: v128,
  LEAST: v128,
): void {
  const o = sp(0);
  for (let p = from; p < to; p += 16) {
    // Where neither cell of a face holds what can flow, nothing is carried along; what is worked on wet or not is worked out in full, so that a sweep is one.
    if (!v128.any_true(i32x4.gt_s(i32x4.max_s(ld(H + p), ld(H + p + N)), LEAST)) && !load<u8>(always + (p >> 4))) continue;
    const up = u + p, vp = v + p, qp = q + p, rp = r + p;
    const uu = ld(up), q0 = ld(qp);
    // Twice the discharge along the normal at the two cells, and across it at the two ends of the face; summed in pairs: the same bits in a mirrored domain.
    const along = f32x4.sub(f32x4.mul(f32x4.pmin(sum(q0, ld(qp + N)), o), f32x4.sub(ld(up + N), uu)), f32x4.mul(f32x4.pmax(sum(ld(qp - N), q0), o), f32x4.sub(ld(up - N), uu)));
    const across = f32x4.sub(
      f32x4.mul(f32x4.pmin(sum(ld(rp), ld(rp + N)), o), f32x4.sub(ld(up + T), uu)),
      f32x4.mul(f32x4.pmax(sum(ld(rp - T), ld(rp - T + N)), o), f32x4.sub(ld(up - T), uu)));
    v128.store(an + p, f32x4.mul(K, sum(along, across)));
    const wt = f32x4.mul(sp(0.25), sum(sum(ld(vp), ld(vp + N)), sum(ld(vp - T), ld(vp - T + N))));
    const speed = f32x4.sqrt(sum(f32x4.mul(uu, uu), f32x4.mul(wt, wt)));
    v128.store(sn + p, f32x4.mul(n ? f32x4.mul(F, f32x4.mul(sp(0.5), sum(ld(n + p), ld(n + p + N)))) : F, speed));
  }
}

/** Second half: velocity, discharge and volume of the same faces, into un, qn, which hold what {@link carried} gave, and fn. u: velocity before; c: crests. */
// @ts-expect-error: decorator
@inline function driven(u: usize, un: usize, qn: usize, fn: usize, c: usize, Z: usize, H: usize, from: usize, to: usize, N: usize, G: v128, HM: v128, V: v128): void {
  for (let p = from; p < to; p += 16) {
    const zp = Z + p, hp = H + p;
    const h0 = ld(hp), h1 = ld(hp + N), z0 = ld(zp), z1 = ld(zp + N);
    const e0 = i32x4.add(z0, h0), e1 = i32x4.add(z1, h1);
    const s = sill(c, p, z0, z1);
    const depth = over(e0, e1, s);
    const wet = f32x4.gt(depth, HM);
    if (!v128.any_true(wet)) {
      v128.store(un + p, sp(0)); v128.store(qn + p, sp(0)); v128.store(fn + p, sp(0));
      continue;
    }
    const hb = f32x4.pmax(f32x4.mul(cvt(i32x4.add(h0, h1)), sp(0.5 * UF)), HM), hf = f32x4.pmax(depth, HM);
    // hf^(4/3) as a fraction a / b: of the cube root a guess by the exponent and one step of Halley, largest relative error 3.0e-5, ample for friction. So there is one division in all.
    const e = guess(hf);
    const e3 = f32x4.add(f32x4.mul(f32x4.mul(e, e), e), hf);
    const a = f32x4.mul(hf, f32x4.mul(e, f32x4.add(e3, hf))), b = f32x4.add(e3, f32x4.sub(e3, hf));
    // A difference of levels is exact before it is rounded. G holds what is left of the units.
    const ex = f32x4.sub(f32x4.mul(f32x4.sub(ld(u + p), f32x4.mul(G, cvt(i32x4.sub(e1, e0)))), hb), ld(un + p));
    const uu = v128.and(f32x4.div(f32x4.mul(ex, a), f32x4.mul(hb, f32x4.add(a, f32x4.mul(ld(qn + p), b)))), wet);
    const qq = discharge(uu, i32x4.sub(e0, s), i32x4.sub(e1, s), h0, h1);
    v128.store(un + p, uu);
    v128.store(qn + p, qq);
    v128.store(fn + p, volume(qq, V));
  }
}

// @ts-expect-error: decorator
@inline function sum(a: v128, b: v128): v128 { return f32x4.add(a, b); }

/** So many bytes of a row are worked on at a time: what was read of them is still near. */
const CHUNK: usize = 1024;

/** Velocities, discharges and volumes at the faces of row j. */
// @ts-expect-error: decorator
@inline function rowFaces(
  j: i32, u: usize, v: usize, qx: usize, qy: usize, un: usize, vn: usize, xn: usize, yn: usize, G: v128, K: v128, F: v128, HM: v128, V: v128,
  LEAST: v128,
): void {
  // Read once: the loops would fetch them again for each group.
  const Z = z, H = h, D = B, CX = cx, CY = cy, N2 = n2, FX = fx, FY = fy;
  const r: usize = usize(j) * D, list = spans + usize(j) * LIST, had = before + usize(j) * LIST;
  if (load<i32>(had, NEWS)) clearLeft(had, list, r, un, vn, xn, yn, fx, fy);
  for (let k = 0, count = load<i32>(list); k < count; k++) {
    const end: usize = r + load<u32>(list + (usize(k) << 3), 8);
    for (let from: usize = r + load<u32>(list + (usize(k) << 3), 4); from < end; from += CHUNK) {
      const to = min(from + CHUNK, end);
      carried(u, v, qx, qy, un, xn, N2, H, from, to, 4, D, K, F, LEAST);
      driven(u, un, xn, FX, CX, Z, H, from, to, 4, G, HM, V);
      carried(v, u, qy, qx, vn, yn, N2, H, from, to, D, 4, K, F, LEAST);
      driven(v, vn, yn, FY, CY, Z, H, from, to, D, G, HM, V);
    }
  }
}

/** Smallest depth and largest signal speed that the rows so far have in each lane. */
let lowest: v128 = i32x4.splat(0);
let fastest: v128 = i32x4.splat(0);

/**
 * Depths of row j by the volumes of its faces, and its runs of groups that are wet: deeper than LEAST units somewhere, or to be worked on always. `ua` to `ya`: velocities and
 * discharges before; u, v: those of now.
 */
// @ts-expect-error: decorator
@inline function rowDepths(j: i32, ua: usize, va: usize, xa: usize, ya: usize, u: usize, v: usize, LEAST: v128): void {
  const r: usize = usize(j) * B, list = spans + usize(j) * LIST, had = before + usize(j) * LIST;
  if (load<i32>(had, NEWS)) clearLeft(had, list, r, ua, va, xa, ya, 0, 0);
  const H = h, D = B, FX = fx, FY = fy;
  let found = 0, mn = lowest, sm = fastest;
  for (let k = 0, count = load<i32>(list); k < count; k++) {
    const start: usize = load<u32>(list + (usize(k) << 3), 4), end: usize = load<u32>(list + (usize(k) << 3), 8);
    let open: i32 = -1, last = 0;
    for (let i: usize = start; i < end; i += 16) {
      const p = r + i;
      const hn = i32x4.sub(i32x4.add(i32x4.sub(i32x4.add(ld(H + p), ld(FX + p - 4)), ld(FX + p)), ld(FY + p - D)), ld(FY + p));
      v128.store(H + p, hn);
      mn = i32x4.min_s(mn, hn);
      sm = signal(sm, hn, u, v, p);
      const wet = wetIn(hn, LEAST, p);
      if (wet) { if (open < 0) open = <i32>i | (wet & 1); last = wet >> 3; }
      else if (open >= 0) { found = note(j, found, open, <i32>i | last); open = -1; }
    }
    if (open >= 0) found = note(j, found, open, <i32>end | last);
  }
  lowest = mn;
  fastest = sm;
  ended(j, found);
}

/** Whether the depths of row j of rows j0 to j1 wait for {@link passHeld}: it is told so, or rows of another thread still look at it. `top`: the last row of all. */
// @ts-expect-error: decorator
@inline function waits(j: i32, j0: i32, j1: i32, top: i32): bool {
  return load<u8>(held + usize(j)) != 0 || (j == j0 && j0 > 0) || (j == j1 && j1 < top);
}

/**
 * Velocities, discharges and volumes at the faces of rows j0 to j1: of u, v, qx and qy into un, vn, xn and yn. `n2One`: Manning's n squared, 1 where it differs from cell to cell.
 * And depths by them, a row behind, while all of it is near, but in rows that are held. A group that left the spans with this step is still looked at by its neighbours; it has no
 * velocity and no discharge from now on. `top`: the last row of all.
 */
export function passSweep(
  u: usize, v: usize, qx: usize, qy: usize, un: usize, vn: usize, xn: usize, yn: usize, j0: i32, j1: i32, top: i32, dt: f32, invdx: f32, n2One: f32, hmin: f32, dtdx: f32, least: i32,
): void {
  const G = sp(GRAVITY * dt * invdx * UF), K = sp(dt * invdx * 0.5), F = sp(GRAVITY * dt * n2One), HM = sp(hmin), V = sp(dtdx * <f32>1048576.0), LEAST = i32x4.splat(least);
  lowest = i32x4.splat(0);
  fastest = sp(0);
  for (let j = j0; j <= j1 + 1; j++) {
    if (j <= j1) rowFaces(j, u, v, qx, qy, un, vn, xn, yn, G, K, F, HM, V, LEAST);
    if (j > j0 && !waits(j - 1, j0, j1, top)) rowDepths(j - 1, u, v, qx, qy, un, vn, LEAST);
  }
}

/**
 * Depths of those of rows j0 to j1 that {@link passSweep} left, or of all where the step is made again. Writes the largest signal speed of all rows, m/s, at `out`; gives the smallest
 * depth in units: below 0 where the step has to be limited.
 */
export function passHeld(
  ua: usize, va: usize, xa: usize, ya: usize, u: usize, v: usize, j0: i32, j1: i32, top: i32, least: i32, out: usize, isAgain: bool,
): i32 {
  const LEAST = i32x4.splat(least);
  if (isAgain) {
    lowest = i32x4.splat(0);
    fastest = sp(0);
  }
  for (let j = j0; j <= j1; j++) if (isAgain || waits(j, j0, j1, top)) rowDepths(j, ua, va, xa, ya, u, v, LEAST);
  const mn = lowest, sm = fastest;
  store<f32>(out, max(max(f32x4.extract_lane(sm, 0), f32x4.extract_lane(sm, 1)), max(f32x4.extract_lane(sm, 2), f32x4.extract_lane(sm, 3))));
  return min(min(i32x4.extract_lane(mn, 0), i32x4.extract_lane(mn, 1)), min(i32x4.extract_lane(mn, 2), i32x4.extract_lane(mn, 3)));
}

/** Unit discharge at four faces: velocity by the depth of the cell it comes from over the sill. s0, s1: levels of the two cells over it, units. */
// @ts-expect-error: decorator
@inline function discharge(uu: v128, s0: v128, s1: v128, h0: v128, h1: v128): v128 {
  const o = i32x4.splat(0);
  const hl = i32x4.min_s(i32x4.max_s(s0, o), h0), hr = i32x4.min_s(i32x4.max_s(s1, o), h1);
  return f32x4.mul(f32x4.mul(uu, cvt(v128.bitselect(hl, hr, f32x4.gt(uu, sp(0))))), sp(UF));
}

/** Discharges xn and yn and volumes of the group at `p`, whose velocities un and vn something else than {@link passSweep} has set. */
export function passGroup(un: usize, vn: usize, xn: usize, yn: usize, p: usize, dtdx: f32): void {
  const z0 = ld(z + p), h0 = ld(h + p), zx = ld(z + p + 4), hx = ld(h + p + 4), zy = ld(z + p + B), hy = ld(h + p + B), V = sp(dtdx * <f32>1048576.0);
  const e0 = i32x4.add(z0, h0), sx = sill(cx, p, z0, zx), sy = sill(cy, p, z0, zy);
  const qa = discharge(ld(un + p), i32x4.sub(e0, sx), i32x4.sub(i32x4.add(zx, hx), sx), h0, hx);
  const qc = discharge(ld(vn + p), i32x4.sub(e0, sy), i32x4.sub(i32x4.add(zy, hy), sy), h0, hy);
  v128.store(xn + p, qa); v128.store(fx + p, volume(qa, V));
  v128.store(yn + p, qc); v128.store(fy + p, volume(qc, V));
}

/** The larger of `sm` and the signal speeds of four cells with new depths and velocities. */
// @ts-expect-error: decorator
@inline function signal(sm: v128, hn: v128, u: usize, v: usize, p: usize): v128 {
  const ce = f32x4.sqrt(f32x4.mul(f32x4.pmax(cvt(hn), sp(0)), sp(GRAVITY * UF)));
  const a = f32x4.pmax(f32x4.abs(ld(u + p - 4)), f32x4.abs(ld(u + p)));
  const b = f32x4.pmax(f32x4.abs(ld(v + p - B)), f32x4.abs(ld(v + p)));
  return f32x4.pmax(sm, f32x4.pmax(f32x4.add(a, b), f32x4.add(f32x4.pmax(a, b), f32x4.mul(ce, sp(WAVE)))));
}

/** The depths of rows j0 to j1 as they were before {@link rowDepths} took the volumes of their faces. A limited step goes back, limits the volumes and takes them again. */
export function passBack(j0: i32, j1: i32): void {
  for (let j = j0; j <= j1; j++) {
    const r: usize = usize(j) * B, list = spans + usize(j) * LIST;
    // The runs that it noted are no news.
    store<i32>(runs + usize(j) * LIST, 3, NEWS);
    for (let k = 0, count = load<i32>(list); k < count; k++) {
      const end: usize = r + load<u32>(list + (usize(k) << 3), 8);
      for (let p: usize = r + load<u32>(list + (usize(k) << 3), 4); p < end; p += 16)
        v128.store(h + p, i32x4.add(i32x4.sub(i32x4.add(i32x4.sub(ld(h + p), ld(fx + p - 4)), ld(fx + p)), ld(fy + p - B)), ld(fy + p)));
    }
  }
}

/**
 * Of each cell of rows j0 to j1 that more water is to leave than it holds, the volumes that leave it, in proportion: floor(F h / O). A volume leaves exactly one
 * cell, so that the order does not matter. The discharges of the same faces, in qx and qy, follow.
 */
export function passLimit(qx: usize, qy: usize, j0: i32, j1: i32): i32 {
  let limited = 0;
  for (let j = j0; j <= j1; j++) {
    const r: usize = usize(j) * B, list = spans + usize(j) * LIST;
    for (let k = 0, count = load<i32>(list); k < count; k++) {
      const end: usize = r + load<u32>(list + (usize(k) << 3), 8);
      for (let p: usize = r + load<u32>(list + (usize(k) << 3), 4); p < end; p += 4) {
        const left = load<i32>(fx + p - 4), right = load<i32>(fx + p), lower = load<i32>(fy + p - B), upper = load<i32>(fy + p);
        const leaving = <i64>max(-left, 0) + <i64>max(right, 0) + <i64>max(-lower, 0) + <i64>max(upper, 0);
        const held = <i64>load<i32>(h + p);
        if (leaving <= held) continue;
        limited++;
        if (left < 0) scale(fx + p - 4, qx + p - 4, left, held, leaving);
        if (right > 0) scale(fx + p, qx + p, right, held, leaving);
        if (lower < 0) scale(fy + p - B, qy + p - B, lower, held, leaving);
        if (upper > 0) scale(fy + p, qy + p, upper, held, leaving);
      }
    }
  }
  return limited;
}

// @ts-expect-error: decorator
@inline function scale(f: usize, q: usize, volume: i32, held: i64, leaving: i64): void {
  const size = <i64>abs(volume);
  const kept = <i32>(size * held / leaving);
  store<i32>(f, volume < 0 ? -kept : kept);
  store<f32>(q, <f32>(<f64>load<f32>(q) * <f64>kept / <f64>size));
}

