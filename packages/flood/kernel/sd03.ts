// The inner loops of the flood engine, in AssemblyScript with SIMD128: momentum-conservative staggered scheme of Stelling and Duinmeijer (2003), Int. J. Numer.
// Meth. Fluids 43:1329-1354, one explicit step = passS, passSweep, passHeld. What the numbers mean and in which order they are summed is part of the result: the same
// bits come out for a mirrored domain, any set of active spans and any number of threads.
//
// Every array has `stride` bytes a row and one guard row before and after; cell i of row j lies at j * stride + 4 * i.
//   z, h     int32, units of 2^-20 m: bed and depth. Cells that are no ground have a bed far above all others: they are walls by the formulas themselves.
//   u, qx    float32, m/s and m2/s, at the face between cell i and i + 1 (index of the left one); v, qy between row j and j + 1 (index of the lower one).
//   cx, cy   int32, crest of the same face (dike, road, wall), read where the domain has any.
//   n2       float32, Manning's n squared of a cell, read where it differs from cell to cell.
//   fx, fy   int32, volumes that cross the faces of qx and qy in a step.
// A row is worked on in spans of groups of four cells. A span of a row: start and end in bytes from the row's first cell. A run of wet groups likewise, with a 1 added
// to its start where the first cell of the run is wet, and to its end where the last one is.

export const UF: f32 = 1.0 / 1048576.0;
export const GRAVITY: f32 = 9.81;
/** Bytes a row has in the lists of spans and runs: their number, then pairs. */
export const LIST: usize = 512;
const LIST_MOST: i32 = 63;
/** Where the list of runs of a row says how new it is: 2 where the last step changed it, 1 the step before, else 0. Spans follow from runs and are left as they are where nothing changed. */
const NEWS: usize = 508;
/** So much faster than waves go in still water the signal speed takes them for. */
const WAVE: f32 = 1.2;
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

/**
 * First half of the momentum at the faces of the groups from `from` to `to`: what the flow carries along, times K, into `an`, and friction without the depth, F n2 times speed, into
 * `sn`. u and q: velocity and discharge along the normal, v and r: across it; N, T: steps along and across, in bytes.
 */
// @ts-expect-error: decorator
@inline function carried(
  u: usize, v: usize, q: usize, r: usize, an: usize, sn: usize, n: usize, from: usize, to: usize, N: usize, T: usize, K: v128, F: v128,
): void {
  const o = sp(0);
  for (let p = from; p < to; p += 16) {
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
): void {
  // Read once: the loops would fetch them again for each group.
  const Z = z, H = h, D = B, CX = cx, CY = cy, N2 = n2, FX = fx, FY = fy;
  const r: usize = usize(j) * D, list = spans + usize(j) * LIST, had = before + usize(j) * LIST;
  if (load<i32>(had, NEWS)) clearLeft(had, list, r, un, vn, xn, yn, fx, fy);
  for (let k = 0, count = load<i32>(list); k < count; k++) {
    const end: usize = r + load<u32>(list + (usize(k) << 3), 8);
    for (let from: usize = r + load<u32>(list + (usize(k) << 3), 4); from < end; from += CHUNK) {
      const to = min(from + CHUNK, end);
      carried(u, v, qx, qy, un, xn, N2, from, to, 4, D, K, F);
      driven(u, un, xn, FX, CX, Z, H, from, to, 4, G, HM, V);
      carried(v, u, qy, qx, vn, yn, N2, from, to, D, 4, K, F);
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
    if (j <= j1) rowFaces(j, u, v, qx, qy, un, vn, xn, yn, G, K, F, HM, V);
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

/** Volumes that cross four faces, rounded once: both cells take the same integers, so that the sum of all depths never changes. */
// @ts-expect-error: decorator
@inline export function volume(q: v128, K: v128): v128 { return i32x4.trunc_sat_f32x4_s(f32x4.mul(q, K)); }

/** Discharges xn and yn and volumes of the group at `p`, whose velocities un and vn something else than {@link passSweep} has set. */
export function passGroup(un: usize, vn: usize, xn: usize, yn: usize, p: usize, dtdx: f32): void {
  const z0 = ld(z + p), h0 = ld(h + p), zx = ld(z + p + 4), hx = ld(h + p + 4), zy = ld(z + p + B), hy = ld(h + p + B), V = sp(dtdx * <f32>1048576.0);
  const e0 = i32x4.add(z0, h0), sx = sill(cx, p, z0, zx), sy = sill(cy, p, z0, zy);
  const qa = discharge(ld(un + p), i32x4.sub(e0, sx), i32x4.sub(i32x4.add(zx, hx), sx), h0, hx);
  const qc = discharge(ld(vn + p), i32x4.sub(e0, sy), i32x4.sub(i32x4.add(zy, hy), sy), h0, hy);
  v128.store(xn + p, qa); v128.store(fx + p, volume(qa, V));
  v128.store(yn + p, qc); v128.store(fy + p, volume(qc, V));
}

/** A bit for each of four cells that is wet; all four where the group is to be worked on always. */
// @ts-expect-error: decorator
@inline export function wetIn(depth: v128, least: v128, p: usize): i32 {
  return load<u8>(always + (p >> 4)) ? 15 : i32x4.bitmask(i32x4.gt_s(depth, least));
}

/** The larger of `sm` and the signal speeds of four cells with new depths and velocities. */
// @ts-expect-error: decorator
@inline function signal(sm: v128, hn: v128, u: usize, v: usize, p: usize): v128 {
  const ce = f32x4.sqrt(f32x4.mul(f32x4.pmax(cvt(hn), sp(0)), sp(GRAVITY * UF)));
  const a = f32x4.pmax(f32x4.abs(ld(u + p - 4)), f32x4.abs(ld(u + p)));
  const b = f32x4.pmax(f32x4.abs(ld(v + p - B)), f32x4.abs(ld(v + p)));
  return f32x4.pmax(sm, f32x4.pmax(f32x4.add(a, b), f32x4.add(f32x4.pmax(a, b), f32x4.mul(ce, sp(WAVE)))));
}

/** Adds a run of row j; where the list is full the last run is drawn up to this one. */
export function note(j: i32, found: i32, start: i32, end: i32): i32 {
  const list = runs + usize(j) * LIST;
  if (found == LIST_MOST) {
    // It is written anew each time, and so told as new.
    store<i32>(list + (usize(found - 1) << 3), end, 8);
    isNew = true;
    return found;
  }
  const at = list + (usize(found) << 3);
  if (load<i32>(at, 4) != start || load<i32>(at, 8) != end) isNew = true;
  store<i32>(at, start, 4);
  store<i32>(at, end, 8);
  return found + 1;
}

/** Whether a run that was noted differs from the one of the step before. */
let isNew: bool = false;

/** Ends the list of runs of row j, and says how new it is. */
export function ended(j: i32, found: i32): void {
  const list = runs + usize(j) * LIST;
  const was = load<i32>(list, NEWS);
  store<i32>(list, isNew || load<i32>(list) != found || was > 2 ? 2 : max(was - 1, 0), NEWS);
  store<i32>(list, found);
  isNew = false;
}

/** How new the runs of row j and of its two neighbours are. */
// @ts-expect-error: decorator
@inline function newsOf(j: i32): i32 {
  const own = runs + usize(j) * LIST;
  return max(load<i32>(own, NEWS), max(load<i32>(own - LIST, NEWS), load<i32>(own + LIST, NEWS)));
}

/** Start of the next run of a list for a span: where its first cell is wet, that of the own row reaches one group further, as water crosses one face a step. */
// @ts-expect-error: decorator
@inline function startOf(list: usize, index: i32, count: i32, isOwn: bool): i32 {
  if (index >= count) return i32.MAX_VALUE;
  const start = load<i32>(list + (usize(index) << 3), 4);
  return isOwn ? max((start & ~1) - ((start & 1) << 4), 0) : start & ~1;
}

/** Spans of rows j0 to j1 for the next step: the runs of the row and of its two neighbours. `rowEnd`: bytes of a row that hold cells. */
export function passS(j0: i32, j1: i32, rowEnd: i32): void {
  for (let j = j0; j <= j1; j++) {
    const news = newsOf(j);
    store<i32>(before + usize(j) * LIST, news == 2 ? 1 : 0, NEWS);
    if (!news) continue;
    const list = spans + usize(j) * LIST, own = runs + usize(j) * LIST, below = own - LIST, above = own + LIST;
    const na = load<i32>(below), nb = load<i32>(own), nc = load<i32>(above), had = load<i32>(list);
    for (let k: usize = 0, size = usize(had | load<i32>(before + usize(j) * LIST) ? (had << 3) + 4 : 0); k < size; k += 4) store<i32>(before + usize(j) * LIST + k, load<i32>(list + k));
    if (news == 1) continue;
    let a = 0, b = 0, c = 0, made = 0, start: i32 = 0, end: i32 = -1;
    if (na | nb | nc) for (;;) {
      const sa = startOf(below, a, na, false), sb = startOf(own, b, nb, true), sc = startOf(above, c, nc, false);
      const from = min(sa, min(sb, sc));
      if (from == i32.MAX_VALUE) break;
      let to: i32;
      if (sb == from) { to = load<i32>(own + (usize(b++) << 3), 8); to = min((to & ~1) + ((to & 1) << 4), rowEnd); }
      else if (sa == from) to = load<i32>(below + (usize(a++) << 3), 8) & ~1;
      else to = load<i32>(above + (usize(c++) << 3), 8) & ~1;
      if (end >= 0 && (from <= end || made == LIST_MOST - 1)) { end = max(end, to); continue; }
      if (end >= 0) { store<i32>(list + (usize(made) << 3), start, 4); store<i32>(list + (usize(made) << 3), end, 8); made++; }
      start = from;
      end = to;
    }
    if (end >= 0) { store<i32>(list + (usize(made) << 3), start, 4); store<i32>(list + (usize(made) << 3), end, 8); made++; }
    store<i32>(list, made);
  }
}

/** Clears, in six fields or four, what is in the spans `had` and in none of `after`. */
export function clearLeft(had: usize, after: usize, r: usize, ua: usize, va: usize, xa: usize, ya: usize, fx: usize, fy: usize): void {
  const nAfter = load<i32>(after);
  let k = 0;
  for (let i = 0, count = load<i32>(had); i < count; i++) {
    let at = load<i32>(had + (usize(i) << 3), 4);
    const end = load<i32>(had + (usize(i) << 3), 8);
    while (at < end) {
      while (k < nAfter && load<i32>(after + (usize(k) << 3), 8) <= at) k++;
      const next = k < nAfter ? load<i32>(after + (usize(k) << 3), 4) : i32.MAX_VALUE;
      if (next <= at) { at = load<i32>(after + (usize(k) << 3), 8); continue; }
      const to = min(next, end);
      const p = r + usize(at), size = usize(to - at);
      memory.fill(ua + p, 0, size); memory.fill(va + p, 0, size); memory.fill(xa + p, 0, size); memory.fill(ya + p, 0, size);
      if (fx) { memory.fill(fx + p, 0, size); memory.fill(fy + p, 0, size); }
      at = to;
    }
  }
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

/** Runs of rows j0 to j1, from all their cells. */
export function passRuns(j0: i32, j1: i32, least: i32): void {
  for (let j = j0; j <= j1; j++) {
    const r: usize = usize(j) * B;
    let found = 0, open: i32 = -1, last = 0;
    for (let i: usize = 0; i < B; i += 16) {
      const wet = wetIn(ld(h + r + i), i32x4.splat(least), r + i);
      if (wet) { if (open < 0) open = <i32>i | (wet & 1); last = wet >> 3; }
      else if (open >= 0) { found = note(j, found, open, <i32>i | last); open = -1; }
    }
    if (open >= 0) found = note(j, found, open, <i32>B | last);
    isNew = true;
    ended(j, found);
  }
}
