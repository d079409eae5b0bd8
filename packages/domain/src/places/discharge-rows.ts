import type { DesignDischarge } from '../register/fields/flood-design.ts';

const HOUR_S = 3_600;
/** Seconds from one row of a hydrograph of a base and a peak to the next. */
const STEP_S = 600;

/**
 * A discharge as it is worked with: rows of time and discharge, s and m³/s, straight between them. A peak rises and falls as the square of a cosine, without a kink; the rows hold its start,
 * itself and its end, wherever they fall between the others.
 */
export function dischargeRows(discharge: DesignDischarge): readonly (readonly [seconds: number, m3s: number])[] {
  if ('rows' in discharge) return discharge.rows.map(([hours, m3s]) => [Math.round(hours * HOUR_S), m3s]);
  const { base_m3s: base, peak_m3s: peak, start_h: start, rise_h: rise, fall_h: fall } = discharge;
  const [first = 0, top = 0, last = 0] = [start, start + rise, start + rise + fall].map((hours) => Math.round(hours * HOUR_S));
  // However short the fall is, a row of the base follows the peak.
  const marks = [first, top, Math.max(last, top + 1)];
  const end = Math.max(...marks);
  const steps = Array.from({ length: Math.ceil(end / STEP_S) }, (_, step) => step * STEP_S);
  const times = [...new Set([0, ...steps, ...marks])].sort((a, b) => a - b);
  return times.map((time): readonly [number, number] => [
    time,
    time === marks[1] ? peak : rounded(base + (peak - base) * shareAt(time / HOUR_S)),
  ]);

  function shareAt(hours: number): number {
    const from = hours - start - rise;
    const along = from < 0 ? from / rise : from / fall;
    return along <= -1 || along >= 1 ? 0 : Math.cos((Math.PI / 2) * along) ** 2;
  }
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
