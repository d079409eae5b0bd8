import type { CaseResult } from './run-case.ts';

/** Digits behind the point of a map in its file. */
export const MAP_DIGITS = { max_depth: 3, max_speed: 3, hazard: 3, arrival_s: 0, duration_s: 0 } as const satisfies Record<
  keyof CaseResult['maps'],
  number
>;

/** Names of the maps of a result, in their order. */
export const MAP_NAMES = Object.keys(MAP_DIGITS) as (keyof typeof MAP_DIGITS)[];

/** The tables and the account of a result as texts, by the names of their files. */
export function resultTables({ summary, gauges, sections, structures, log }: CaseResult): ReadonlyMap<string, string> {
  const ofGauges = gauges.map(({ time, id, depth, level, speed }) => [time, id, told(depth), told(level), told(speed)]);
  const ofSections = sections.map(({ time, id, discharge }) => [time, id, told(discharge)]);
  const ofStructures = structures.map(({ time, id, discharge, opening }) => [time, id, told(discharge), told(opening)]);
  return new Map([
    ['summary.json', `${JSON.stringify(summary, null, 2)}\n`],
    ['gauges.csv', csv([['time_s', 'id', 'depth_m', 'level_m', 'speed_ms'], ...ofGauges])],
    ['sections.csv', csv([['time_s', 'id', 'q_m3s'], ...ofSections])],
    ['structures.csv', csv([['time_s', 'id', 'q_m3s', 'opening_m'], ...ofStructures])],
    ['rules.log.jsonl', log.map((entry) => `${JSON.stringify(entry)}\n`).join('')],
  ]);
}

function told(value: number): string {
  return value.toFixed(4);
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.join(',')}\n`).join('');
}
