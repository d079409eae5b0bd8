import type { DesignDischarge } from '../register/fields/flood-design.ts';

const HOUR_S = 3_600;
/** Seconds from one row of a hydrograph of a base and a peak to the next. */
const STEP_S = 600;

/** A discharge as it is worked with: rows of time and discharge, s and m³/s, straight between them. A peak rises and falls as the square of a cosine, without a kink. */
export function dischargeRows(discharge: DesignDischarge): readonly (readonly [seconds: number, m3s: number])[] {
  if ('rows' in discharge) return discharge.rows.map(([hours, m3s]) => [Math.round(hours * HOUR_S), m3s]);
  const { base_m3s: base, peak_m3s: peak, start_h: start, rise_h: rise, fall_h: fall } = discharge;
  const end = (start + rise + fall) * HOUR_S;
  const rows: (readonly [number, number])[] = [];
  for (let time = 0; time < end; time += STEP_S) rows.push([time, rounded(base + (peak - base) * shareAt(time / HOUR_S))]);
  return [...rows, [Math.round(end), base]];

  function shareAt(hours: number): number {
    const from = hours - start - rise;
    const along = from < 0 ? from / rise : from / fall;
    return along <= -1 || along >= 1 ? 0 : Math.cos((Math.PI / 2) * along) ** 2;
  }
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
