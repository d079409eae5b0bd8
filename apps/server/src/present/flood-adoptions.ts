import type { FloodAdoptions } from '@westgate/contract';
import type { View } from '../view/view.ts';
import { pair } from './text.ts';
import { thingOf } from './thing.ts';

/** What was adopted of runs, by a project, of a case, or in all: the last first. */
export function floodAdoptionsIn(
  { register }: View,
  asked: { readonly case?: string | undefined; readonly project?: string | undefined },
): FloodAdoptions {
  const rows = [...register.flood_adoption.values()].filter(
    (row) => (asked.case === undefined || row.flood_case === asked.case) && (asked.project === undefined || row.project === asked.project),
  );
  return {
    items: rows
      .toSorted((a, b) => (a.on === b.on ? b.id.localeCompare(a.id) : b.on.localeCompare(a.on)))
      .map(({ id, on, run, inputs, frozen: { engine, hours, cell_m: cell, peaks }, ...row }) => ({
        ...{ id, on, run, inputs, engine, hours, cell },
        case: thingOf(register, 'flood_case', row.flood_case),
        project: thingOf(register, 'project', row.project),
        minute: pair(row.minute_zh, row.minute_en),
        peaks: peaks.map(({ section, without_m3s: without, with_m3s }) => ({ section, without, with: with_m3s })),
      })),
  };
}
