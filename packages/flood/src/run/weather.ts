import { WestgateError } from '@westgate/base';
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

/** Rain and loss: what is booked, what did not fill a unit in each cell yet, and until when rates that differ from cell to cell are booked, s. */
export interface WeatherState {
  readonly rained: bigint;
  readonly lost: bigint;
  readonly rain: number;
  readonly loss: number;
  readonly until: number;
}

/** The same everywhere over time, or of each cell all the time. */
interface Rate {
  readonly series: Series;
  readonly cells: Float64Array | null;
  readonly most: number;
}

/** Rain on all ground, and what seeps into it where there is water. */
export class Weather {
  state: WeatherState = { rained: 0n, lost: 0n, rain: 0, loss: 0, until: 0 };
  readonly #rain: Rate;
  readonly #loss: Rate;
  readonly #domain: Domain;
  readonly #kernel: Kernel;
  readonly #groundCells: number;

  constructor({ rain, infiltration }: FloodInput, domain: Domain, kernel: Kernel) {
    this.#rain = rateOf(RAIN, rain, domain);
    this.#loss = rateOf(INFILTRATION, infiltration, domain);
    this.#domain = domain;
    this.#kernel = kernel;
    this.#groundCells = domain.ground();
  }

  get hasRain(): boolean {
    return this.#rain.series.length > 0 || this.#rain.cells !== null;
  }

  get hasLoss(): boolean {
    return this.#loss.series.length > 0 || this.#loss.cells !== null;
  }

  /** Lets it rain from `time` to `next`; `least`: units of depth that carry nothing. */
  pass(time: number, next: number, isLast: boolean, least: number): void {
    if (!this.hasRain && !this.hasLoss) return;
    const { rained, lost, until } = this.state;
    const rain = this.state.rain + integralOf(this.#rain.series, time, next) * MM_PER_HOUR;
    const loss = this.state.loss + integralOf(this.#loss.series, time, next) * MM_PER_HOUR;
    const varied = Math.max(this.#rain.most, this.#loss.most) * (next - until) * MM_PER_HOUR;
    if (Math.max(rain, loss, varied) < AT_ONCE && !isLast) {
      this.state = { rained, lost, rain, loss, until };
      return;
    }
    const fell = this.#eachCell(this.#rain, until, next, (depth, units) => depth + units);
    const seeped = this.#eachCell(this.#loss, until, next, (depth, units) => depth - Math.min(depth, units));
    const [add, take] = [Math.max(0, Math.trunc(rain)), Math.max(0, Math.trunc(loss))];
    const { rows, columns, ghosts, h } = this.#domain;
    const taken = this.#kernel.passWeather(1, rows, columns, WALL, add, take, least);
    // What the kernel took for ground beyond an edge within the grid holds nothing after a step.
    let beyond = 0;
    for (const ghost of ghosts) {
      if ((this.#domain.z[ghost] ?? WALL) >= WALL || !this.#isInside(ghost)) continue;
      beyond += Math.min(add, take);
      h[ghost] = 0;
    }
    const fallen = BigInt(add) * BigInt(this.#groundCells);
    this.state = {
      ...{ rained: rained + fallen + BigInt(fell), lost: lost + BigInt(taken - beyond - seeped) },
      ...{ rain: rain - add, loss: loss - take, until: next },
    };
  }

  #isInside(index: number): boolean {
    const { stride, columns, rows } = this.#domain;
    const [column, row] = [(index % stride) - 1, Math.floor(index / stride) - 1];
    return column >= 0 && column < columns && row >= 0 && row < rows;
  }

  /** Changes the depth of each cell by the whole units that its rate gave since; gives the change of all. */
  #eachCell({ cells }: Rate, since: number, next: number, changed: (depth: number, units: number) => number): number {
    if (!cells) return 0;
    const { columns, rows, h } = this.#domain;
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      const first = this.#domain.indexOf(0, row);
      for (let column = 0; column < columns; column++) {
        const rate = (cells[row * columns + column] ?? 0) * MM_PER_HOUR;
        // What fell up to a moment is a whole number of units: nothing has to be carried.
        const units = Math.floor(rate * next) - Math.floor(rate * since);
        if (!(units > 0) || !this.#domain.isGround(first + column)) continue;
        const depth = h[first + column] ?? 0;
        h[first + column] = changed(depth, units);
        sum += (h[first + column] ?? 0) - depth;
      }
    }
    return sum;
  }
}

function rateOf(name: string, given: Series | Float64Array | undefined, { columns, rows }: Domain): Rate {
  if (!(given instanceof Float64Array)) {
    if (given) requireSeries(name, given, BOUNDS.rate);
    return { series: given ?? [], cells: null, most: 0 };
  }
  const [least, most] = BOUNDS.rate;
  if (given.length !== columns * rows)
    throw new WestgateError('WG_INPUT_INVALID', `${name}: expected ${columns * rows} rates, found ${given.length}.`, { name });
  const wild = given.findIndex((rate) => !(rate >= least && rate <= most) && !Number.isNaN(rate));
  if (wild >= 0)
    throw new WestgateError(
      'WG_INPUT_INVALID',
      `${name}, cell ${wild}: expected a rate from ${least} to ${most} mm/h, found ${given[wild]}.`,
      {
        name,
      },
    );
  return { series: [], cells: given, most: given.reduce((highest, rate) => Math.max(highest, rate || 0), 0) };
}
