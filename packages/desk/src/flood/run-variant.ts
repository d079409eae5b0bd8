import { availableParallelism } from 'node:os';
import type { FloodDesign } from '@westgate/domain';
import { type CaseResult, caseSteps, type Domain, readCase, type Summary, toCrs } from '@westgate/flood';
import { type CaseFacts, type CaseFolder, caseFolder, cellsWithin, type Variant } from './case-folder.ts';
import { TELL_MS } from './limits.ts';
import type { MadeGround } from './make-ground.ts';

/** What one variant gave. */
export interface VariantResult {
  readonly summary: Summary;
  readonly sections: Readonly<Record<string, readonly number[]>>;
  readonly gauges: Readonly<Record<string, readonly number[]>>;
  readonly structures: Readonly<Record<string, { readonly discharge: readonly number[]; readonly opening: readonly number[] }>>;
  /** m³ in the storage areas of the design, whether they are dug or not. */
  readonly storages: Readonly<Record<string, readonly number[]>>;
  readonly log: CaseResult['log'];
}

/** What one variant came to, and the folder that it was run from. */
export type Ran = Awaited<ReturnType<typeof runVariant>> & { readonly folder: CaseFolder };

const MOST_FRAMES = 48;
/** Bytes of the pictures of one variant. */
const FRAME_BYTES = 60_000_000;
const SERIES_S = 300;
/** Water counts as come from that depth on, m. */
export const WET_M = 0.1;
const UNIT = 2 ** 20;
/** Cells from which several threads gain, and as many of them as a run takes. */
const MANY_CELLS = 40_000;
const MOST_THREADS = 4;

/** Cells that were under more than 0.1 m of water at some time. */
export function wetCellsOf({ maps }: CaseResult): number {
  return maps.max_depth.filter((depth) => depth >= WET_M).length;
}

/**
 * Works a case out with its works, then without them. `tell` hears the share that is done of both; `take` is given what came of each before the next begins, so that
 * no more than one is held.
 */
export async function runBoth<T>(
  facts: CaseFacts,
  made: MadeGround,
  tell: (share: number) => Promise<void>,
  take: (variant: Variant, ran: Ran) => T,
): Promise<Readonly<Record<Variant, T>>> {
  const one = async (variant: Variant, before: number): Promise<T> =>
    take(variant, await runOne(facts, made, variant, (share) => tell((before + share) / 2)));
  return { with: await one('with', 0), without: await one('without', 1) };
}

/** Works a case out with its works, or without them. */
export async function runOne(
  facts: CaseFacts,
  made: Pick<MadeGround, 'grid' | 'crs'>,
  variant: Variant,
  tell: (share: number) => Promise<void>,
): Promise<Ran> {
  const folder = caseFolder(facts, made, variant);
  return { folder, ...(await runVariant(folder, facts, made.crs, tell)) };
}

/** Runs a folder, gives its depths at the times of the pictures, and what its storage areas hold. */
async function runVariant(folder: CaseFolder, { hours, design }: CaseFacts, crs: string, tell: (share: number) => Promise<void>) {
  const { grid } = folder;
  const end = Math.round(hours * 3_600);
  const most = Math.max(2, Math.min(MOST_FRAMES, Math.floor(FRAME_BYTES / (2 * grid.values.length))));
  const every = Math.max(SERIES_S, Math.ceil(end / most / SERIES_S) * SERIES_S);
  const times: number[] = [];
  const bytes: Uint8Array[] = [];
  const rings = ringCells(folder, design, crs);
  const stored: Record<string, number[]> = Object.fromEntries(rings.map(({ id }) => [id, []]));
  const seriesTimes: number[] = [];
  const take = (time: number, domain: Domain): void => {
    seriesTimes.push(time);
    for (const { id, cells } of rings) {
      const units = cells.reduce((sum, [column, row]) => sum + (domain.h[domain.indexOf(column, row)] ?? 0), 0);
      stored[id]?.push(Math.round((units * domain.cell ** 2) / UNIT));
    }
    if (time < times.length * every && time < end) return;
    times.push(time);
    bytes.push(new Uint8Array(depthsInCm(domain).buffer));
  };
  const steps = caseSteps(readCase(folder.read, grid), { mapped: { every: SERIES_S, take }, threads: threadsFor(grid.values.length) });
  let told = Date.now();
  try {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { result: value, pictures: { times, bytes: Buffer.concat(bytes) }, stored, seriesTimes };
      if (Date.now() - told < TELL_MS) continue;
      told = Date.now();
      await tell(value);
    }
  } finally {
    // Whoever asked no more lets the threads go, too.
    steps.return(undefined as never);
  }
}

/** Threads for a grid: one where it is small; else one core is left to whatever else the machine does. */
function threadsFor(cells: number): number {
  return cells < MANY_CELLS ? 1 : Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
}

/** The cells of the storage areas of a design, which the variant without works has no storage at. */
function ringCells({ grid }: CaseFolder, design: FloodDesign, crs: string) {
  const { forward } = toCrs(crs);
  return design.storages.map(({ id, ring }) => ({ id, cells: cellsWithin(grid, ring.map(forward)) }));
}

function depthsInCm(domain: Domain): Uint16Array {
  const depths = new Uint16Array(domain.columns * domain.rows);
  for (let row = 0; row < domain.rows; row++) {
    const first = domain.indexOf(0, row);
    for (let column = 0; column < domain.columns; column++) {
      const units = domain.h[first + column] ?? 0;
      // What is deeper than nothing is told as a centimetre at least.
      if (units > 0 && domain.isGround(first + column))
        depths[row * domain.columns + column] = Math.min(65_535, Math.ceil((units * 100) / UNIT - 1e-9));
    }
  }
  return depths;
}

/** A result as the screens read it. */
export function variantOf(result: CaseResult, storages: VariantResult['storages']): VariantResult {
  const { summary, gauges, sections, structures, log } = result;
  const by = <T extends { readonly id: string }>(rows: readonly T[], value: (row: T) => number): Record<string, number[]> => {
    const found: Record<string, number[]> = {};
    for (const row of rows) {
      const values = found[row.id] ?? [];
      values.push(Number(value(row).toFixed(3)));
      found[row.id] = values;
    }
    return found;
  };
  const openings = by(structures, ({ opening }) => opening);
  const flows = by(structures, ({ discharge }) => discharge);
  return {
    summary,
    sections: by(sections, ({ discharge }) => discharge),
    gauges: by(gauges, ({ level }) => level),
    structures: Object.fromEntries(Object.keys(flows).map((id) => [id, { discharge: flows[id] ?? [], opening: openings[id] ?? [] }])),
    storages,
    log,
  };
}
