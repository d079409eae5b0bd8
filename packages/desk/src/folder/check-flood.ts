import { toCrs } from '@westgate/flood';
import { readDesign } from '../flood/read-design.ts';
import type { Check } from './check.ts';

/** The design of a flood case is one that can be run, and the reference system of a ground one that is known. */
export const FLOOD_CHECKS: readonly Check[] = [
  {
    of: 'flood_case',
    look(rows, _ground, faults) {
      for (const { row, at, faulty } of rows) {
        if (faulty.has('design')) continue;
        const read = readDesign(row.design);
        if ('design' in read) continue;
        const place = read.at === '' ? '' : `${read.at}: `;
        faults.add(
          'malformed',
          at,
          'design',
          { zh: `${place}${read.expected.zh}`, en: `${place}${read.expected.en}` },
          foundAt(row.design, read.at),
        );
      }
    },
  },
  {
    of: 'ground',
    look(rows, _ground, faults) {
      for (const { row, at, faulty } of rows) {
        if (faulty.has('crs') || typeof row.crs !== 'string' || isKnownCrs(row.crs)) continue;
        const expected = {
          zh: 'EPSG 代码，如 EPSG:32650（UTM）、EPSG:4548（CGCS2000 三度带）、EPSG:4326',
          en: 'an EPSG code such as EPSG:32650 (UTM), EPSG:4548 (CGCS2000, zones of 3°) or EPSG:4326',
        };
        faults.add('malformed', at, 'crs', expected, row.crs);
      }
    },
  },
];

/** What stands at a path of the design, short. */
function foundAt(design: unknown, path: string): string {
  const found =
    path === '' ? design : path.split('.').reduce<unknown>((of, key) => (of as Record<string, unknown> | undefined)?.[key], design);
  return (JSON.stringify(found) ?? '').slice(0, 80);
}

function isKnownCrs(code: string): boolean {
  try {
    return toCrs(code).code === code;
  } catch {
    return false;
  }
}
