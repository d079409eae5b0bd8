import type { FloodWetShares } from '@westgate/contract';
import { type WetRuns, wetShares } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { wetRunsOf } from '../flood/sensitivity-archive.ts';
import { read } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { placesWithShapes } from '../present/placed.ts';
import { missing, nameOfRow } from '../present/thing.ts';
import type { Runs } from '../runs/runs.ts';
import type { View } from '../view/view.ts';

/** Places that an answer holds at most. */
const MOST_ITEMS = 2_000;

/** Adds in how many runs of a sensitivity run the places of the register are under water. */
export function addFloodSensitivity(app: FastifyInstance, office: Office, runs: Runs): void {
  read(app, office, 'flood-wet-shares', {
    present: async (view, { params: { id }, query: { run } }) => {
      if (![...view.register.flood_case.keys()].some((each) => each === id)) throw missing('flood_case', id);
      return { run, ...(await sharesIn(view, await wetRunsOf(runs, id, run))) };
    },
  });
}

/** The places of a view that are wet in one run at least, the surest first; nothing of what whoever asks may not know stands in it. */
async function sharesIn({ register }: View, wetRuns: WetRuns): Promise<Omit<FloodWetShares, 'run'>> {
  const look = wetShares(wetRuns);
  const counts = { wet: 0, dry: 0, beside: 0, unplaced: 0 };
  const items: FloodWetShares['items'] = [];
  for await (const { row, shapes } of placesWithShapes(register)) {
    if (shapes.length === 0) {
      counts.unplaced += 1;
      continue;
    }
    const { wet, isWhole } = look(shapes);
    counts[wet === null ? 'beside' : wet === 0 ? 'dry' : 'wet'] += 1;
    if (wet) items.push({ place: { kind: 'place', id: row.id, name: nameOfRow('place', row) }, kind: row.kind, wet, isWhole });
  }
  items.sort((a, b) => b.wet - a.wet || (a.place.id < b.place.id ? -1 : 1));
  return { runs: wetRuns.result.variants.length, items: items.slice(0, MOST_ITEMS), total: items.length, counts };
}
