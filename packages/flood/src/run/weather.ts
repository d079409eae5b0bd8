import type { Domain } from '../grid/domain.ts';
import type { Kernel } from '../grid/kernel.ts';
import { BOUNDS, integralOf, requireSeries, type Series } from '../grid/series.ts';
import { UNIT, WALL } from '../grid/units.ts';
import type { FloodInput } from './input.ts';

/** Names of the accounts of rain and of what seeps into the ground. */
export const RAIN = 'rain';
export const INFILTRATION = 'infiltration';

/** Booked once it is so many units in each cell, 0.06 mm, and whenever the run is stopped. */
const AT_ONCE = 64;
/** Units that a mm/h gives in a second. */
const MM_PER_HOUR = UNIT / 1_000 / 3_600;

/** Rain and loss: what is booked, and what did not fill a unit in each cell yet. */
export interface WeatherState {
  readonly rained: bigint;
  readonly lost: bigint;
  readonly rain: number;
  readonly loss: number;
}

/** Rain on all ground, and what seeps into it where there is water. */
export class Weather {
  state: WeatherState = { rained: 0n, lost: 0n, rain: 0, loss: 0 };
  readonly #rain: Series;
  readonly #loss: Series;
  readonly #domain: Domain;
  readonly #kernel: Kernel;
  readonly #groundCells: number;

  constructor({ rain, infiltration }: FloodInput, domain: Domain, kernel: Kernel) {
    if (rain) requireSeries(RAIN, rain, BOUNDS.rate);
    if (infiltration) requireSeries(INFILTRATION, infiltration, BOUNDS.rate);
    this.#rain = rain ?? [];
    this.#loss = infiltration ?? [];
    this.#domain = domain;
    this.#kernel = kernel;
    this.#groundCells = domain.ground();
  }

  get hasRain(): boolean {
    return this.#rain.length > 0;
  }

  get hasLoss(): boolean {
    return this.#loss.length > 0;
  }

  /** Lets it rain from `time` to `next`; `least`: units of depth that carry nothing. */
  pass(time: number, next: number, isLast: boolean, least: number): void {
    if (!this.hasRain && !this.hasLoss) return;
    const { rained, lost } = this.state;
    const rain = this.state.rain + integralOf(this.#rain, time, next) * MM_PER_HOUR;
    const loss = this.state.loss + integralOf(this.#loss, time, next) * MM_PER_HOUR;
    if (rain < AT_ONCE && loss < AT_ONCE && !isLast) {
      this.state = { rained, lost, rain, loss };
      return;
    }
    const [add, take] = [Math.max(0, Math.trunc(rain)), Math.max(0, Math.trunc(loss))];
    const { rows, columns } = this.#domain;
    const taken = this.#kernel.passWeather(1, rows, columns, WALL, add, take, least);
    const fallen = BigInt(add) * BigInt(this.#groundCells);
    this.state = { rained: rained + fallen, lost: lost + BigInt(taken), rain: rain - add, loss: loss - take };
  }
}
