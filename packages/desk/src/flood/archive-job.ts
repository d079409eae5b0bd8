import { WestgateError } from '@westgate/base';
import { MAP_NAMES } from '@westgate/flood';
import { unzipSync } from 'fflate';
import type { Variant } from './case-folder.ts';
import type { RunMaps } from './exposure.ts';
import { type FloodResult, RESULT_FORMAT } from './flood-job.ts';

/** The archive of a run, and of which of its variants the maps are wanted; null for none. */
export interface ArchiveQuestion {
  readonly bytes: Uint8Array;
  readonly variant: Variant | null;
}

/** What the archive of a run holds, as far as it was wanted. */
export interface ArchiveAnswer {
  readonly result: FloodResult;
  readonly maps: RunMaps | null;
}

/** Reads the result and the maps out of the archive of a run. Throws `WG_INPUT_INVALID` where it holds none that are understood here. */
export function archiveJob({ bytes, variant }: ArchiveQuestion): ArchiveAnswer {
  const name = variant === null ? null : `${variant}/maps.f32`;
  const files = unzipSync(bytes, { filter: (file) => file.name === 'result.json' || file.name === name });
  const told = files['result.json'];
  const result = told ? (JSON.parse(Buffer.from(told).toString('utf8')) as FloodResult) : null;
  if (result?.format !== RESULT_FORMAT)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `推演结果：应为 ${RESULT_FORMAT}，现为 ${String(result?.format ?? '无').slice(0, 40)}；请重新推演`,
      en: `the result of the run: expected ${RESULT_FORMAT}, found ${String(result?.format ?? 'none').slice(0, 40)}; run the case again`,
    });
  const held = name === null ? undefined : files[name];
  return { result, maps: held ? mapsIn(result, held) : null };
}

function mapsIn({ crs, west, south, cell, columns, rows }: FloodResult, held: Uint8Array): RunMaps {
  const values = new Float32Array(held.slice().buffer);
  const of = (name: (typeof MAP_NAMES)[number]): Float32Array => {
    const at = MAP_NAMES.indexOf(name) * columns * rows;
    return values.slice(at, at + columns * rows);
  };
  const grid = { crs, west, south, cell, columns, rows };
  return { ...grid, depth: of('max_depth'), speed: of('max_speed'), hazard: of('hazard'), arrival: of('arrival_s') };
}
