import { invariant, WestgateError } from '@westgate/base';
import type { StepGround, StepSample, StepState } from '../check/check-run.ts';
import { Domain, type Ground } from '../grid/domain.ts';
import { OpenEdge } from '../grid/edges.ts';
import { type Kernel, kernelOn } from '../grid/kernel.ts';
import { BOUNDS, requireRating, requireSeries } from '../grid/series.ts';
import { GRAVITY, UNIT, WAVES } from '../grid/units.ts';
import { type OperationState, Operator } from '../rules/operator.ts';
import type { Act } from '../rules/types.ts';
import { Work, type WorkState } from '../structures/works.ts';
import { Crew } from './crew.ts';
import type { FloodInput, Scheme } from './input.ts';
import { Operated } from './operated.ts';
import { JOBS } from './passes.ts';
import { Source } from './source.ts';
import { setMoving, signalOf } from './start.ts';
import { INFILTRATION, RAIN, Weather, type WeatherState } from './weather.ts';

/** Courant numbers up to which a scheme holds on a plane, and in a channel of one row. */
const MOST_COURANT = { sd03: { plane: 0.7, channel: 0.9 }, 'local-inertia': { plane: 0.6, channel: 0.8 } } as const;
/** Peaks are looked for once in so many steps, and at every stop. */
const PEAKS_EVERY = { sd03: 8, 'local-inertia': 16 } as const;
/** The longest step, on cells up to so long: what waves alone allow where there is little water lets an inflow in by heaps. */
const LONGEST_S = 5;
const COARSE_M = 90;
/** Depths, in units, at which water counts as come (0.1 m), and as staying (0.3 m). */
const ARRIVES = Math.round(0.1 * UNIT);
const STAYS = Math.round(0.3 * UNIT);

/** The account of all water, in units of 2^-20 m by one cell. */
export interface Ledger {
  readonly initial: bigint;
  readonly in: Readonly<Record<string, bigint>>;
  readonly out: Readonly<Record<string, bigint>>;
  /** What each structure moved within the ground. */
  readonly moved: Readonly<Record<string, bigint>>;
  readonly now: bigint;
  /** `now - (initial + in - out)`: 0, or the run stops. */
  readonly difference: bigint;
}

/** Everything that a run goes on from, so that the rest of it has the same bits. */
export interface Checkpoint {
  readonly time: number;
  readonly steps: number;
  readonly speed: number;
  readonly limited: number;
  readonly fields: readonly Uint8Array[];
  readonly inflows: readonly { readonly booked: bigint; readonly carried: number }[];
  readonly edges: readonly bigint[];
  readonly initial: bigint;
  readonly weather: WeatherState;
  readonly works: readonly WorkState[];
  readonly operation: OperationState;
  readonly nextLook: number;
  readonly notedAt: number;
  readonly lastLevels: Readonly<Record<string, number>>;
}

/** A run of the engine, step by step. Pure: the same input gives the same bits. */
export class Simulation {
  readonly domain: Domain;
  /** Seconds from the start. */
  time = 0;
  steps = 0;
  /** Cells, over all steps, that more water was to leave than they held. */
  limited = 0;
  readonly #kernel: Kernel;
  readonly #crew: Crew;
  readonly #sources: readonly Source[];
  readonly #edges: readonly OpenEdge[];
  readonly #works: ReadonlyMap<string, Work>;
  readonly #operator: Operator;
  readonly #scheme: Scheme;
  readonly #operated: Operated;
  readonly #every: number;
  #nextLook = 0;
  readonly #weather: Weather;
  readonly #least: number;
  readonly #courant: number;
  readonly #longest: number;
  #initial: bigint;
  /** Largest signal speed, m/s. */
  #speed: number;
  #notedAt = 0;
  #lastStep = 0;

  /** Throws WG_INPUT_INVALID where the input is none. `threads`: how many work on it, local inertia takes one; the bits are the same. Whoever asks for more than one closes the run in the end. */
  constructor(input: FloodInput, { threads = 1 }: { readonly threads?: number } = {}) {
    const { ground, inflows = [], edges = [], structures = [], least = 1e-3, isSweep = false, scheme = 'sd03' } = input;
    const longest = input.longest ?? LONGEST_S * Math.max(1, ground.cell / COARSE_M);
    const courant = input.courant ?? MOST_COURANT[scheme].plane;
    requireSteps(ground, scheme, courant, longest, least);
    this.#scheme = scheme;
    for (const edge of edges) {
      if (edge.kind === 'level') requireSeries(edge.id, edge.level, BOUNDS.level);
      if (edge.kind === 'rating') requireRating(edge.id, edge.table);
    }
    this.domain = new Domain(ground);
    const { domain } = this;
    this.#kernel = kernelOn(domain);
    this.#least = least;
    this.#courant = courant;
    this.#longest = longest;
    if (isSweep) domain.always.fill(1);
    this.#sources = inflows.map((inflow) => new Source(inflow, domain, scheme));
    this.#edges = edges.map((edge) => new OpenEdge(edge, domain, scheme !== 'sd03'));
    this.#works = new Map(structures.map((structure) => [structure.id, new Work(structure, domain)]));
    this.#operator = new Operator(input.operation ?? { rules: [] });
    this.#every = input.operation?.every ?? 60;
    this.#weather = new Weather(input, domain, this.#kernel);
    this.#operated = new Operated(input, domain, this.#works);
    this.#initial = domain.total();
    this.#crew = new Crew(domain, this.#kernel, threads, scheme !== 'sd03');
    setMoving(ground, domain, least);
    this.#speed = Math.max(this.#slowest, signalOf(domain));
    this.#lookWet();
  }

  /** Lets the threads go. The run can be looked at, and goes on with one. */
  close(): void {
    this.#crew.close();
  }

  /** Goes on to `time`, s. Throws where the account of the water does not add up. */
  runTo(time: number): void {
    while (this.time < time) {
      if (this.#operator.hasRules && this.time >= this.#nextLook) {
        this.#operator.look(this.time, this.#operated);
        this.#operated.remember();
        this.#nextLook = this.time + this.#every;
      }
      this.#step(this.#operator.hasRules ? Math.min(time, this.#nextLook) : time);
    }
    const { difference } = this.ledger();
    if (difference !== 0n) throw new WestgateError('WG_INTERNAL', `The account of the water is ${difference} units off at ${this.time} s.`);
  }

  /** The account of the water now. */
  ledger(): Ledger {
    const into = Object.fromEntries(this.#sources.map(({ inflow, booked }) => [inflow.id, booked]));
    const out = Object.fromEntries(this.#edges.map(({ id, left }) => [id, left]));
    if (this.#weather.hasRain) into[RAIN] = this.#weather.state.rained;
    if (this.#weather.hasLoss) out[INFILTRATION] = this.#weather.state.lost;
    const moved = Object.fromEntries([...this.#works].map(([id, { state }]) => [id, state.moved]));
    const now = this.domain.total();
    const sum = (values: Readonly<Record<string, bigint>>) => Object.values(values).reduce((total, value) => total + value, 0n);
    return { initial: this.#initial, in: into, out, moved, now, difference: now - (this.#initial + sum(into) - sum(out)) };
  }

  /** Every structure as it stands. */
  works(): Readonly<Record<string, WorkState>> {
    return Object.fromEntries([...this.#works].map(([id, { state }]) => [id, state]));
  }

  /** Mode and log of the operation. */
  operation(): OperationState {
    return this.#operator.state;
  }

  /**
   * Moves a gate, switches a pump or changes the mode by hand, now; it stands in the log. The rules leave it alone for `hold` seconds. Throws WG_INPUT_INVALID where there is
   * no such gate or pump, or the gate cannot open so far: no change is left out without a word.
   */
  operate(act: Act, hold: number = 0): void {
    this.#operated.requireAct('by hand', act);
    this.#operator.byHand(act, this.time, hold, this.#operated);
  }

  /** Velocities at the faces east and north of each cell of the arrays, m/s. */
  velocities(): readonly [Float32Array, Float32Array] {
    const { u, v, parity } = this.domain;
    return [u[parity], v[parity]];
  }

  /** Cells that were worked on in the last step. */
  get active(): number {
    let cells = 0;
    for (let line = 0; line < this.domain.rows + 2; line++) cells += this.domain.activeIn(line);
    return cells;
  }

  /** Makes one step, which ends by `until`, and gives it for a check, with the ground that it was made on. */
  sampleStep(until: number = Number.POSITIVE_INFINITY): { readonly ground: StepGround; readonly sample: StepSample } {
    const { domain } = this;
    const [crestEast, crestNorth] = domain.crests;
    const ground = {
      cell: domain.cell,
      stride: domain.stride,
      least: this.#least,
      z: domain.z,
      manning: (index: number) => domain.manning(index),
      scheme: this.#scheme,
      courant: this.#courant,
      crestEast,
      crestNorth,
    };
    const [before, limited, { until: booked }] = [this.#state(), this.limited, this.#weather.state];
    this.#step(Math.min(until, this.time + this.#longest, this.#operator.hasRules ? this.#nextLook : until));
    const moved = new Set(this.#edges.flatMap((edge) => edge.touched()));
    for (const [group, isAlways] of domain.always.entries()) if (isAlways) for (let at = 0; at < 4; at++) moved.add(group * 4 + at);
    const hadWeather = this.#weather.state.until !== booked;
    const sample = { dt: this.#lastStep, before, after: this.#state(), wasLimited: this.limited > limited, hadWeather, moved };
    return { ground, sample };
  }

  #state(): StepState {
    const { h, qx, qy } = this.domain;
    const [u, v] = this.velocities();
    return { h: h.slice(), u: u.slice(), v: v.slice(), qx: qx.slice(), qy: qy.slice() };
  }

  /** The state, to go on from later or elsewhere. */
  checkpoint(): Checkpoint {
    const { time, steps, limited } = this;
    return {
      ...{ time, steps, limited, speed: this.#speed, initial: this.#initial },
      fields: this.#fields().map((field) => Uint8Array.from(field)),
      inflows: this.#sources.map(({ booked, carried }) => ({ booked, carried })),
      edges: this.#edges.map(({ left }) => left),
      weather: this.#weather.state,
      works: [...this.#works.values()].map(({ state }) => state),
      operation: this.#operator.state,
      nextLook: this.#nextLook,
      lastLevels: this.#operated.lastLevels,
      notedAt: this.#notedAt,
    };
  }

  /** Goes back, or on, to a state of a run of the same input. */
  restore({ time, steps, limited, speed, initial, fields, inflows, edges, ...more }: Checkpoint): void {
    this.#weather.state = more.weather;
    this.#nextLook = more.nextLook;
    this.#notedAt = more.notedAt;
    this.#operated.lastLevels = more.lastLevels;
    for (const [index, work] of [...this.#works.values()].entries()) work.state = more.works[index] ?? work.state;
    this.#operator.state = more.operation;
    Object.assign(this, { time, steps, limited });
    this.#speed = speed;
    this.#initial = initial;
    for (const [index, field] of this.#fields().entries()) {
      const kept = fields[index];
      invariant(kept?.length === field.length, 'the checkpoint is of this input');
      field.set(kept);
    }
    this.domain.forgetVolumes();
    this.#lookWet();
    for (const [index, source] of this.#sources.entries()) Object.assign(source, inflows[index]);
    for (const [index, edge] of this.#edges.entries()) edge.restore(edges[index] ?? 0n);
  }

  /** Signal speed of water that carries nothing yet: it does not depend on which cells are worked on. */
  get #slowest(): number {
    return WAVES * Math.sqrt(GRAVITY * this.#least);
  }

  #fields(): readonly Uint8Array[] {
    const { h, x, y, u, v, spans, before, peaks, parity } = this.domain;
    const pairs = [u, v, x, y].flatMap((pair) => [pair[parity], pair[parity === 0 ? 1 : 0]]);
    return [h, ...pairs, spans, before, ...Object.values(peaks)].map(
      ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
    );
  }

  /** Where velocities and discharges lie now. */
  get #now(): readonly [u: number, v: number, x: number, y: number] {
    const { at, parity } = this.domain;
    return parity === 0 ? [at.ua, at.va, at.qx, at.qy] : [at.ub, at.vb, at.xb, at.yb];
  }

  #lookWet(): void {
    this.#kernel.passRuns(0, this.domain.rows + 1, Math.floor(this.#least * UNIT));
  }

  #step(until: number): void {
    const { cell } = this.domain;
    const longest = Math.min((this.#courant * cell) / Math.max(this.#speed, this.#slowest), this.#longest);
    const left = until - this.time;
    // Steps of one length up to the stop: a short one before each stop would rock basins whose own period is twice as long, until they overflow.
    const isLast = left <= longest;
    const dt = Math.fround(isLast ? left : left / Math.ceil(left / longest));
    this.#lastStep = dt;
    const least = Math.floor(this.#least * UNIT);
    for (const edge of this.#edges) edge.set(this.time);
    if (this.#scheme === 'sd03') this.#passFull(dt, least);
    else this.#passInertia(dt, least);
    for (const edge of this.#edges) edge.settle();
    const next = isLast ? until : this.time + dt;
    for (const source of this.#sources) source.pour(this.time, next);
    for (const work of this.#works.values()) work.act(next, dt);
    this.#weather.pass(this.time, next, isLast, least);
    this.time = next;
    this.steps += 1;
    if (isLast || this.steps % PEAKS_EVERY[this.#scheme] === 0) this.#notePeaks();
  }

  #passFull(dt: number, least: number): void {
    const { rows, n2 } = this.domain;
    const crew = this.#crew;
    crew.set({ parity: this.domain.parity, dt, n2, hmin: this.#least, least });
    for (const source of this.#sources) source.drive(this.velocities(), this.time);
    crew.do(JOBS.sweep);
    this.domain.parity = this.domain.parity === 0 ? 1 : 0;
    const [u, v] = this.velocities();
    const places = this.#now;
    const dtdx = dt / this.domain.cell;
    const changed = (group: number) => this.#kernel.passGroup(...places, group * 16, dtdx);
    for (const edge of this.#edges) edge.drive(u, v, least, changed);
    crew.do(JOBS.held);
    if (crew.smallest() < 0) {
      this.#kernel.passBack(0, rows + 1);
      this.limited += this.#kernel.passLimit(places[2], places[3], 0, rows + 1);
      crew.do(JOBS.again);
      invariant(crew.smallest() >= 0, 'no depth is negative');
    }
    this.#speed = crew.fastest();
  }

  /** A step of local inertia, by one thread. */
  #passInertia(dt: number, least: number): void {
    const { at, rows, stride, cell, n2, told } = this.domain;
    const kernel = this.#kernel;
    const dtdx = dt / cell;
    kernel.passS(0, rows + 1, stride * 4);
    if (kernel.passInertia(at.ua, at.va, at.ub, 0, rows + 1, dt, 1 / cell, dtdx, n2, this.#least, least, at.told) < 0) {
      kernel.passInertiaVolumes(0, rows + 1, dtdx);
      kernel.passBack(0, rows + 1);
      this.limited += kernel.passLimit(at.qx, at.qy, 0, rows + 1);
      const smallest = kernel.passInertiaDepths(0, rows + 1, least, at.told);
      invariant(smallest >= 0, 'no depth is negative');
    }
    for (const edge of this.#edges) edge.drain(Math.fround(dtdx), least);
    this.#speed = told[0] ?? 0;
  }

  #notePeaks(): void {
    const { at, rows } = this.domain;
    const [time, since] = [this.time, this.time - this.#notedAt];
    if (this.#scheme === 'sd03') {
      this.#crew.setPeaks({ time, since, arrives: ARRIVES, stays: STAYS });
      this.#crew.do(JOBS.peaks);
    } else {
      const { ua, va, deepest, fastest, danger, arrival, stay } = at;
      const least = Math.floor(this.#least * UNIT);
      this.#kernel.passVelocities(ua, va, 0, rows + 1, this.#least);
      this.#kernel.passPeaks(ua, va, deepest, fastest, danger, arrival, stay, 1, rows, least, ARRIVES, STAYS, time, since);
    }
    this.#notedAt = this.time;
  }
}

function requireSteps({ rows }: Ground, scheme: Scheme, courant: number, longest: number, least: number): void {
  const most = MOST_COURANT[scheme][rows === 1 ? 'channel' : 'plane'];
  if (!(courant > 0 && courant <= most))
    throw new WestgateError('WG_INPUT_INVALID', `Expected a Courant number over 0 and at most ${most}, found ${courant}.`);
  if (!(longest > 0)) throw new WestgateError('WG_INPUT_INVALID', `Expected a longest step over 0 s, found ${longest}.`);
  if (!(least > 0 && least <= 0.1))
    throw new WestgateError('WG_INPUT_INVALID', `Expected a least depth over 0 and at most 0.1 m, found ${least}.`);
}
