/** A line of points. */
type Line = readonly (readonly [x: number, y: number])[];

/** Lines whose pieces were joined end to end: first a piece that begins where another ends; else the only one that ends there too, turned round. Where more meet, each other one stays by itself. */
export function joinedLines(lines: readonly Line[]): readonly Line[] {
  const left = new Set(lines.filter((line) => line.length > 0));
  const joined: Line[] = [];
  for (const first of left) {
    left.delete(first);
    // What lies behind its end, then, looked at from the other side, what lies before its beginning.
    const forward = grown(first, left, false);
    joined.push(grown(forward.toReversed(), left, true).toReversed());
  }
  return joined;
}

/** A line with all that goes on from its end. `isBackward`: it is looked at against the way in which the pieces run. */
function grown(line: Line, left: Set<Line>, isBackward: boolean): Line {
  let points = line;
  for (;;) {
    const end = placeOf(points.at(-1));
    const onward: Line[] = [];
    const against: Line[] = [];
    for (const piece of left) {
      const way = isBackward ? piece.toReversed() : piece;
      if (placeOf(way[0]) === end) onward.push(piece);
      else if (placeOf(way.at(-1)) === end) against.push(piece);
    }
    const next = onward[0] ?? (against.length === 1 ? against[0] : undefined);
    if (!next) return points;
    left.delete(next);
    points = [...points, ...(onward.length > 0 === isBackward ? next.toReversed() : next).slice(1)];
  }
}

function placeOf(point: Line[number] | undefined): string {
  return String(point);
}
