// Where water that is poured slowly into one cell comes to rest: pools rise to their lowest rim and spill over it, and join where they come to one level.
import type { Ground } from '@westgate/flood';

interface Pool {
  cells: number[];
  /** Cells around it. */
  rim: number[];
  level: number;
}

/** Depths, m, row after row from the south-west. Walls all round. */
export function fillAndSpill({ columns, rows, cell, bed }: Ground, source: number, poured: number): Float64Array {
  const owner = new Map<number, Pool>();
  const spilt: Pool[] = [];
  let volume = poured / cell ** 2;
  let pool = begun(source);
  for (;;) {
    const own = pool;
    own.rim = own.rim.filter((at) => owner.get(at) !== own);
    const heightOf = (at: number) => Math.max(bed[at] ?? 0, owner.get(at)?.level ?? Number.NEGATIVE_INFINITY);
    const lowest = own.rim.reduce((least, at) => (heightOf(at) < heightOf(least) ? at : least), own.rim[0] ?? source);
    const height = own.rim.length === 0 ? Number.POSITIVE_INFINITY : heightOf(lowest);
    const other = owner.get(lowest);
    if (height < own.level) {
      spilt.push(own);
      if (other && other !== own) spilt.splice(spilt.indexOf(other), 1);
      pool = other && other !== own ? other : begun(lowest);
      continue;
    }
    const needed = (height - own.level) * own.cells.length;
    if (needed >= volume) {
      own.level += volume / own.cells.length;
      break;
    }
    volume -= needed;
    own.level = height;
    if (other) {
      spilt.splice(spilt.indexOf(other), 1);
      for (const at of other.cells) owner.set(at, own);
      own.cells.push(...other.cells);
      own.rim.push(...other.rim);
    } else take(own, lowest);
  }
  return Float64Array.from(bed, (height, at) => Math.max(0, (owner.get(at)?.level ?? height) - height));

  function begun(at: number): Pool {
    const made: Pool = { cells: [], rim: [], level: bed[at] ?? 0 };
    take(made, at);
    return made;
  }

  function take(into: Pool, at: number): void {
    owner.set(at, into);
    into.cells.push(at);
    const column = at % columns;
    if (column > 0) into.rim.push(at - 1);
    if (column < columns - 1) into.rim.push(at + 1);
    if (at >= columns) into.rim.push(at - columns);
    if (at < columns * (rows - 1)) into.rim.push(at + columns);
  }
}
