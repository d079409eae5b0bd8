import type { FloodDesign, FloodExcess, FloodRunTold } from '@westgate/domain';
import { toCrs } from '@westgate/flood';
import { cellsUnder } from '../case-folder.ts';
import type { Ran } from '../run-variant.ts';

/** Looks how a run keeps within the capacities and crests of a design. */
export function excessOf({ storages, crests }: FloodDesign, { folder, result }: Ran, { storedM3 }: FloodRunTold, crs: string): FloodExcess {
  const { forward } = toCrs(crs);
  const { grid } = folder;
  const over = (each: { readonly id: string }, by: number): readonly (readonly [string, number])[] => (by > 0 ? [[each.id, by]] : []);
  const stored = storages.flatMap((each) => over(each, (storedM3[each.id] ?? 0) - each.capacity_m3));
  const topped = crests.flatMap((each) => {
    const levels = cellsUnder(grid, each.line.map(forward)).map(([column, row]) => {
      const at = row * grid.columns + column;
      const [bed, depth] = [grid.values[at] ?? Number.NaN, result.maps.max_depth[at] ?? 0];
      // Ground that is higher than the crest stands out of it.
      return depth > 0 && bed < each.crest_m ? bed + depth : Number.NEGATIVE_INFINITY;
    });
    return over(each, Math.max(...levels, Number.NEGATIVE_INFINITY) - each.crest_m);
  });
  const [ofStorages, ofCrests] = [Object.fromEntries(stored), Object.fromEntries(topped)];
  return { storages: ofStorages, crests: ofCrests, isWithin: stored.length + topped.length === 0 };
}
