// What is done to cells beside the steps of a scheme: rain and loss, and what the water did so far. Arrays, units and spans are those of arrays.ts and spans.ts.
import { B, cvt, h, ld, sp, spans, UF, z } from './arrays';
import { LIST, passRuns } from './spans';

/**
 * Rain and loss on the ground of rows j0 to j1: each cell gets `add` units and loses up to `take`. Cells 1 to `columns` whose bed is under `wall` are ground. Runs are
 * found anew. Gives the units that were lost.
 */
export function passWeather(j0: i32, j1: i32, columns: i32, wall: i32, add: i32, take: i32, least: i32): f64 {
  let lost: i64 = 0;
  for (let j = j0; j <= j1; j++) {
    const r: usize = usize(j) * B;
    for (let i = 1; i <= columns; i++) {
      const p = r + (usize(i) << 2);
      if (load<i32>(z + p) >= wall) continue;
      const wet = load<i32>(h + p) + add, loss = min(wet, take);
      store<i32>(h + p, wet - loss);
      lost += loss;
    }
  }
  passRuns(j0, j1, least);
  return <f64>lost;
}

/**
 * What the water did so far in the cells of rows j0 to j1: deepest, fastest, most dangerous, when it came and how long it stayed. `arrives` and `stays`: depths in units
 * from which it counts as come and as staying; `since`: seconds that it stood so when this is called. Speed is the mean of opposite faces. Danger after the Flood Modeller
 * manual ("Risk to life calculations"): d (v + 0.5), and 1 more where d > 0.25 m or v > 2 m/s.
 */
export function passPeaks(
  u: usize, v: usize, deepest: usize, fastest: usize, danger: usize, arrival: usize, stay: usize,
  j0: i32, j1: i32, least: i32, arrives: i32, stays: i32, time: f32, since: f32,
): void {
  const half = sp(0.5), o = sp(0), one = sp(1), LEAST = i32x4.splat(least), ARRIVES = i32x4.splat(arrives), STAYS = i32x4.splat(stays);
  for (let j = j0; j <= j1; j++) {
    const r: usize = usize(j) * B, list = spans + usize(j) * LIST;
    for (let k = 0, count = load<i32>(list); k < count; k++) {
      const end: usize = r + load<u32>(list + (usize(k) << 3), 8);
      for (let p: usize = r + load<u32>(list + (usize(k) << 3), 4); p < end; p += 16) {
        const hh = ld(h + p);
        const isWet = i32x4.gt_s(hh, LEAST);
        if (!v128.any_true(isWet)) continue;
        const uc = f32x4.mul(half, f32x4.add(ld(u + p - 4), ld(u + p))), vc = f32x4.mul(half, f32x4.add(ld(v + p - B), ld(v + p)));
        const speed = v128.and(f32x4.sqrt(f32x4.add(f32x4.mul(uc, uc), f32x4.mul(vc, vc))), isWet);
        const d = v128.and(f32x4.mul(cvt(hh), sp(UF)), isWet);
        const debris = v128.and(one, v128.or(f32x4.gt(d, sp(0.25)), f32x4.gt(speed, sp(2))));
        const rating = v128.and(f32x4.add(f32x4.mul(d, f32x4.add(speed, half)), debris), isWet);
        v128.store(deepest + p, i32x4.max_s(ld(deepest + p), hh));
        v128.store(fastest + p, f32x4.pmax(ld(fastest + p), speed));
        v128.store(danger + p, f32x4.pmax(ld(danger + p), rating));
        const first = v128.and(i32x4.ge_s(hh, ARRIVES), f32x4.lt(ld(arrival + p), o));
        v128.store(arrival + p, v128.bitselect(sp(time), ld(arrival + p), first));
        v128.store(stay + p, f32x4.add(ld(stay + p), v128.and(sp(since), i32x4.ge_s(hh, STAYS))));
      }
    }
  }
}
