import { checkAccount, checkStep } from '../check/check-run.ts';
import type { Domain } from '../grid/domain.ts';
import { UNIT } from '../grid/units.ts';
import type { Logged } from '../rules/types.ts';
import type { Scheme } from '../run/input.ts';
import { dischargeThrough, sectionOf } from '../run/section.ts';
import { Simulation } from '../run/simulation.ts';
import type { FloodCase } from './read-case.ts';

/** The version of the engine, told with every result; it goes up where an answer changes by a bit. */
export const ENGINE_VERSION = '4';

/** What a run of a case gives. */
export interface CaseResult {
  readonly summary: Summary;
  readonly gauges: readonly {
    readonly time: number;
    readonly id: string;
    readonly depth: number;
    readonly level: number;
    readonly speed: number;
  }[];
  readonly structures: readonly { readonly time: number; readonly id: string; readonly discharge: number; readonly opening: number }[];
  /** Discharge through each section, m³/s, positive the way in which most water went. */
  readonly sections: readonly { readonly time: number; readonly id: string; readonly discharge: number }[];
  readonly log: readonly Logged[];
  /** Row after row from the south-west; NaN where there is no ground, or the water did not come. */
  readonly maps: Readonly<Record<'max_depth' | 'max_speed' | 'hazard' | 'arrival_s' | 'duration_s', Float64Array>>;
}

/** The short of it. Volumes in units of 2^-20 m by one cell, as text, exact. */
export interface Summary {
  readonly case: string;
  readonly engine: string;
  readonly scheme: Scheme;
  readonly end_s: number;
  readonly steps: number;
  readonly limited: number;
  readonly checksum: number;
  /** What was done to the heights before, and the most by which one went down or up. */
  readonly conditioning: readonly {
    readonly kind: string;
    readonly cells?: number;
    readonly lowered_m?: number;
    readonly raised_m?: number;
  }[];
  readonly unit_m3: number;
  readonly ledger: {
    readonly initial: string;
    readonly now: string;
    readonly difference: string;
    readonly in: Readonly<Record<string, string>>;
    readonly out: Readonly<Record<string, string>>;
    readonly moved: Readonly<Record<string, string>>;
  };
  readonly gauges: Readonly<
    Record<
      string,
      { readonly peak_level_m: number; readonly peak_depth_m: number; readonly peak_s: number; readonly arrival_s: number | null }
    >
  >;
  readonly sections: Readonly<Record<string, { readonly peak_m3s: number; readonly peak_s: number }>>;
  /** What the checker found, sentences; none for a sound run. */
  readonly faults: readonly string[];
  readonly notice: string;
}

const NOTICE = 'Planning evidence, not a warning service.';
const SCREENING = 'Screening only: local inertia carries no momentum along; what is decided is run with the full scheme.';
/** Steps that are worked out again, spread over the run. */
const SAMPLES = 8;

/** Takes the domain at the start and every so many seconds. */
export interface MapTaker {
  readonly every: number;
  readonly take: (time: number, domain: Domain) => void;
}

/** How a case is run: who takes its maps, and how many threads work on it. */
export interface RunHow {
  readonly mapped?: MapTaker | undefined;
  readonly threads?: number | undefined;
}

/** Runs a case to its end. `progressed` hears the share that is done; throws what `signal` says once it is aborted. */
export function runCase(
  flooded: FloodCase,
  progressed: (share: number) => void = () => undefined,
  signal?: AbortSignal,
  how: RunHow = {},
): CaseResult {
  const steps = caseSteps(flooded, how);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = steps.next();
      if (done) return value;
      progressed(value);
    }
  } finally {
    steps.return(undefined as never);
  }
}

/** The same step by step, for whoever has something else to do between: gives the share that is done, in the end the result. */
export function* caseSteps(flooded: FloodCase, { mapped, threads = 1 }: RunHow = {}): Generator<number, CaseResult, void> {
  const simulation = new Simulation(flooded.input, { threads });
  try {
    return yield* stepsOn(simulation, flooded, mapped);
  } finally {
    simulation.close();
  }
}

function* stepsOn(
  simulation: Simulation,
  { said, input, gauges: points, sections: lines, conditioning }: FloodCase,
  mapped: MapTaker | undefined,
): Generator<number, CaseResult, void> {
  const { domain } = simulation;
  const through = lines.map(({ id, line }) => ({ id, section: sectionOf(line, domain) }));
  const sections: CaseResult['sections'][number][] = [];
  let nextMap = 0;
  const end = said.time.end_s;
  const every = said.output?.gauges_every_s ?? 60;
  const gauges: CaseResult['gauges'][number][] = [];
  const structures: CaseResult['structures'][number][] = [];
  const faults: string[] = [];
  let sampled = 0;
  tell();
  for (let stop = 1; simulation.time < end; stop++) {
    simulation.runTo(Math.min(end, stop * every));
    if (simulation.time >= (sampled * end) / SAMPLES && simulation.time < end) {
      const { ground, sample } = simulation.sampleStep(Math.min(end, (stop + 1) * every));
      faults.push(...checkStep(ground, sample));
      sampled += 1;
    }
    tell();
    yield simulation.time / end;
  }
  const onward = forward(sections);
  const account = simulation.ledger();
  faults.push(...checkAccount(account, domain.h, (index) => domain.isGround(index)));
  const texts = (values: Readonly<Record<string, bigint>>) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [id, String(value)]));
  const map = (valueAt: (index: number) => number) => domain.read((index) => (domain.isGround(index) ? valueAt(index) : Number.NaN));
  const { deepest, fastest, danger, arrival, stay } = domain.peaks;
  return {
    summary: {
      ...{
        case: said.id,
        engine: ENGINE_VERSION,
        scheme: input.scheme ?? 'sd03',
        end_s: end,
        steps: simulation.steps,
        limited: simulation.limited,
      },
      conditioning: conditioning.map(({ kind, change }) =>
        change ? { kind, cells: change.cells, lowered_m: change.lowered, raised_m: change.raised } : { kind },
      ),
      ...{ checksum: domain.checksum(), unit_m3: domain.cell ** 2 / UNIT },
      ledger: {
        ...{ initial: String(account.initial), now: String(account.now), difference: String(account.difference) },
        ...{ in: texts(account.in), out: texts(account.out), moved: texts(account.moved) },
      },
      gauges: Object.fromEntries(
        points.map(({ id, at }) => {
          const index = domain.indexOf(...at);
          const peak = { depth: (deepest[index] ?? 0) / UNIT, arrival: arrival[index] ?? -1 };
          return [
            id,
            peakOf(
              gauges.filter((each) => each.id === id),
              peak,
              domain.bedAt(index),
            ),
          ];
        }),
      ),
      sections: Object.fromEntries(lines.map(({ id }) => [id, peakThrough(onward.filter((each) => each.id === id))])),
      faults,
      notice: input.scheme === 'local-inertia' ? `${SCREENING} ${NOTICE}` : NOTICE,
    },
    gauges,
    structures,
    sections: onward,
    log: simulation.operation().log,
    maps: {
      max_depth: map((index) => (deepest[index] ?? 0) / UNIT),
      max_speed: map((index) => fastest[index] ?? 0),
      hazard: map((index) => danger[index] ?? 0),
      arrival_s: map((index) => ((arrival[index] ?? -1) < 0 ? Number.NaN : (arrival[index] ?? 0))),
      duration_s: map((index) => stay[index] ?? 0),
    },
  };

  function tell(): void {
    const { time } = simulation;
    const [u, v] = simulation.velocities();
    for (const { id, at } of points) {
      const index = domain.indexOf(...at);
      const depth = (domain.h[index] ?? 0) / UNIT;
      const [east, north] = [((u[index - 1] ?? 0) + (u[index] ?? 0)) / 2, ((v[index - domain.stride] ?? 0) + (v[index] ?? 0)) / 2];
      gauges.push({ time, id, depth, level: depth + domain.bedAt(index), speed: Math.hypot(east, north) });
    }
    for (const [id, { passed, opening }] of Object.entries(simulation.works())) structures.push({ time, id, discharge: passed, opening });
    for (const { id, section } of through) sections.push({ time, id, discharge: dischargeThrough(section, domain) });
    if (mapped && time >= nextMap) {
      mapped.take(time, domain);
      nextMap += mapped.every;
    }
  }
}

/** `peak`: as the run kept it between the times at which gauges are told. */
function peakOf(
  told: CaseResult['gauges'],
  peak: { readonly depth: number; readonly arrival: number },
  bed: number,
): Summary['gauges'][string] {
  const highest = told.reduce((most, each) => (each.depth > most.depth ? each : most), { time: 0, depth: 0 });
  const arrival = peak.arrival < 0 ? null : Math.round(peak.arrival);
  return { peak_level_m: bed + peak.depth, peak_depth_m: peak.depth, peak_s: highest.time, arrival_s: arrival };
}

/** Each section's discharge, positive the way in which most water went. */
function forward(told: CaseResult['sections']): CaseResult['sections'] {
  const sums = new Map<string, number>();
  for (const { id, discharge } of told) sums.set(id, (sums.get(id) ?? 0) + discharge);
  return told.map((each) => ((sums.get(each.id) ?? 0) < 0 ? { ...each, discharge: -each.discharge } : each));
}

function peakThrough(told: CaseResult['sections']): Summary['sections'][string] {
  const highest = told.reduce((most, each) => (each.discharge > most.discharge ? each : most), { time: 0, discharge: 0 });
  return { peak_m3s: highest.discharge, peak_s: highest.time };
}
