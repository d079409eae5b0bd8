import type { Domain, Ground } from '../grid/domain.ts';
import { GRAVITY, UNIT, WAVES } from '../grid/units.ts';

/** Velocities and discharges at the faces of a ground whose water moves at the start. */
export function setMoving({ velocity }: Ground, domain: Domain, least: number): void {
  if (!velocity) return;
  const { columns, rows, z, h, u, v, qx, qy, stride } = domain;
  const faces = [
    { step: 1, of: velocity[0], into: u[0], flow: qx, across: 1, up: 0, crest: domain.crests[0] },
    { step: stride, of: velocity[1], into: v[0], flow: qy, across: 0, up: 1, crest: domain.crests[1] },
  ];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const a = domain.indexOf(column, row);
      for (const { step, of, into, flow, across, up, crest } of faces) {
        if (column + across >= columns || row + up >= rows) continue;
        const b = a + step;
        const [ha, hb] = [h[a] ?? 0, h[b] ?? 0];
        const sill = Math.max(z[a] ?? 0, z[b] ?? 0, crest?.[a] ?? Number.NEGATIVE_INFINITY);
        if (Math.max((z[a] ?? 0) + ha, (z[b] ?? 0) + hb) - sill <= least * UNIT) continue;
        const at = row * columns + column;
        const carried = (of[at] ?? 0) * ha + (of[at + across + up * columns] ?? 0) * hb;
        const speed = carried / (ha + hb);
        const [donor, depth] = speed > 0 ? [a, ha] : [b, hb];
        into[a] = speed;
        flow[a] = (speed * Math.min(Math.max(0, (z[donor] ?? 0) + depth - sill), depth)) / UNIT;
      }
    }
  }
}

/** Signal speed at the start, m/s, or more: by the deepest and the fastest water, wherever they are. */
export function signalOf({ h, u, v }: Domain): number {
  const wave = WAVES * Math.sqrt((GRAVITY * mostOf(h)) / UNIT);
  const [east, north] = [mostOf(u[0]), mostOf(v[0])];
  return Math.max(east + north, Math.max(east, north) + wave);
}

function mostOf(values: Int32Array | Float32Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
