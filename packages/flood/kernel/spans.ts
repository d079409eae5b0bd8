// A row is worked on in spans of groups of four cells. A span of a row: start and end in bytes from the row's first cell. A run of wet groups likewise, with a 1 added
// to its start where the first cell of the run is wet, and to its end where the last one is.
import { always, B, before, h, ld, runs, spans } from './arrays';

/** Bytes a row has in the lists of spans and runs: their number, then pairs. */
export const LIST: usize = 512;
const LIST_MOST: i32 = 63;
/** Where the list of runs of a row says how new it is: 2 where the last step changed it, 1 the step before, else 0. Spans follow from runs and are left as they are where nothing changed. */
export const NEWS: usize = 508;

/** A bit for each of four cells that is wet; all four where the group is to be worked on always. */
// @ts-expect-error: decorator
@inline export function wetIn(depth: v128, least: v128, p: usize): i32 {
  return load<u8>(always + (p >> 4)) ? 15 : i32x4.bitmask(i32x4.gt_s(depth, least));
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
