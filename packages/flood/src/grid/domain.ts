import { invariant, WestgateError } from '@westgate/base';
import { HIGHEST_M, UNIT, WALL } from './units.ts';

/** A cell by column and row, from 0, from the south-west. */
export type Cell = readonly [column: number, row: number];

/** A rectangle of square cells. Fields have one value a cell, row after row from the south-west; m, and s/m^(1/3) for Manning's n. */
export interface Ground {
  readonly columns: number;
  readonly rows: number;
  /** Length of a cell's side, m. */
  readonly cell: number;
  /** Bed, m over the datum; NaN where there is no ground. */
  readonly bed: Float64Array;
  readonly manning: number | Float64Array;
  /** Depth of water at the start, m; left out: dry. */
  readonly depth?: Float64Array | undefined;
  /** Or its level, m over the datum: a bed above it is dry. */
  readonly level?: number | undefined;
  /** How fast the water goes east and north at the start, m/s; left out: it is at rest. */
  readonly velocity?: readonly [east: Float64Array, north: Float64Array] | undefined;
  /** Crests of dikes, roads and walls between a cell and the one east of it, or north of it, m; NaN for none. */
  readonly crestEast?: Float64Array | undefined;
  readonly crestNorth?: Float64Array | undefined;
}

type Field = 'z' | 'h' | 'qx' | 'qy' | 'xb' | 'yb' | 'fx' | 'fy' | 'ua' | 'va' | 'ub' | 'vb' | 'cx' | 'cy' | 'n2' | keyof Domain['peaks'];

const PAGE = 65_536;
/** Where threads are told what to do, and what they tell. */
export const ORDERS_AT = 1_024;
/** Where a pass for one thread tells the speed of the longest wave. */
const TOLD_AT = 512;
const FIRST = 1 << 20;
/** Bytes before and after a field. */
const MARGIN = 64;
/** Bytes that a row has in the lists of spans and runs: as in kernel/spans.ts. */
const LIST = 512;
const LIST_WORDS: number = LIST / 4;
const MOST_BYTES = 2 ** 30;
/** A velocity beyond it is a slip of the pen, m/s. */
const FASTEST = 50;

/** The arrays of a run in one memory that threads may share: see kernel/arrays.ts for their layout. */
export class Domain {
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  readonly memory: WebAssembly.Memory;
  /** Cells from one row to the next. */
  readonly stride: number;
  /** Whole metres over the datum that beds are counted from: 0 where all ground lies within 900 m of it, else the middle of what the ground spans. */
  readonly base: number;
  readonly z: Int32Array;
  readonly h: Int32Array;
  /** Which of the two is now, of all that stands twice: the kernel reads one pair and writes the other. Local inertia writes in place. */
  parity: 0 | 1 = 0;
  /** Unit discharges and velocities, twice. */
  readonly x: readonly [Float32Array, Float32Array];
  readonly y: readonly [Float32Array, Float32Array];
  readonly u: readonly [Float32Array, Float32Array];
  readonly v: readonly [Float32Array, Float32Array];
  /** What the water did so far: units, m/s, danger, s (-1: it did not come), s. */
  readonly peaks: { readonly deepest: Int32Array } & Readonly<Record<'fastest' | 'danger' | 'arrival' | 'stay', Float32Array>>;
  /** Lists of the last step, of the step before it, and of where it is wet now. */
  readonly spans: Int32Array;
  readonly before: Int32Array;
  readonly runs: Int32Array;
  readonly always: Uint8Array;
  /** 1 in each row whose depths wait until what stands at its edges is known. */
  readonly held: Uint8Array;
  readonly told: Float32Array;
  /** Byte addresses of what has one; 0 for none. */
  readonly at: Readonly<Record<Field | 'spans' | 'before' | 'runs' | 'always' | 'held' | 'told', number>>;
  /** Crests of the faces east and north of each place, units; null where there are none. */
  readonly crests: readonly [Int32Array | null, Int32Array | null];
  /** Places beyond the open edges. They are no ground, though some of them hold water within a step. */
  readonly ghosts: Set<number> = new Set();
  /** Manning's n squared of each place; null where all have one. */
  readonly #roughness: Float32Array | null;
  /** Manning's n squared of all cells, or 1 where it differs from cell to cell. */
  readonly n2: number;

  /** Throws WG_INPUT_INVALID where the ground is none that can be worked on. */
  constructor(ground: Ground) {
    const { columns, rows, cell } = ground;
    requireGround(ground);
    this.base = baseOf(ground);
    this.columns = columns;
    this.rows = rows;
    this.cell = cell;
    // One ghost cell at each end, and at least one more that is a wall.
    this.stride = Math.ceil((columns + 3) / 4) * 4;
    const lines = rows + 2;
    const bytes = this.stride * 4;
    let end = FIRST;
    // A row before and after: what lies beyond a ghost cell is read, and is a wall.
    const field = (): number => {
      const at = end + bytes + MARGIN;
      end += bytes * (lines + 2) + 2 * MARGIN;
      return at;
    };
    const lists = (): number => {
      const at = end + LIST * 2;
      end += LIST * (lines + 4);
      return at;
    };
    const hasCrests = ground.crestEast !== undefined || ground.crestNorth !== undefined;
    const isVaried = typeof ground.manning !== 'number';
    this.at = {
      ...{ z: field(), h: field(), qx: field(), qy: field(), fx: field(), fy: field(), ua: field(), va: field(), ub: field(), vb: field() },
      ...{ xb: field(), yb: field() },
      ...{ cx: hasCrests ? field() : 0, cy: hasCrests ? field() : 0, n2: isVaried ? field() : 0 },
      ...{ deepest: field(), fastest: field(), danger: field(), arrival: field(), stay: field() },
      ...{ spans: lists(), before: lists(), runs: lists(), always: field(), held: lists(), told: TOLD_AT },
    };
    if (end > MOST_BYTES) throw tooLarge(columns, rows);
    const pages = Math.ceil(end / PAGE) + 1;
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: MOST_BYTES / PAGE, shared: true });
    const { buffer } = this.memory;
    const cells = this.stride * lines;
    const ints = (at: number) => new Int32Array(buffer, at, cells);
    const floats = (at: number) => new Float32Array(buffer, at, cells);
    this.z = ints(this.at.z);
    this.h = ints(this.at.h);
    this.x = [floats(this.at.qx), floats(this.at.xb)];
    this.y = [floats(this.at.qy), floats(this.at.yb)];
    this.u = [floats(this.at.ua), floats(this.at.ub)];
    this.v = [floats(this.at.va), floats(this.at.vb)];
    this.peaks = {
      deepest: ints(this.at.deepest),
      fastest: floats(this.at.fastest),
      danger: floats(this.at.danger),
      arrival: floats(this.at.arrival),
      stay: floats(this.at.stay),
    };
    this.spans = new Int32Array(buffer, this.at.spans, LIST_WORDS * lines);
    this.before = new Int32Array(buffer, this.at.before, LIST_WORDS * lines);
    this.runs = new Int32Array(buffer, this.at.runs, LIST_WORDS * lines);
    this.always = new Uint8Array(buffer, this.at.always, cells / 4);
    this.held = new Uint8Array(buffer, this.at.held, lines);
    this.crests = [this.at.cx === 0 ? null : ints(this.at.cx), this.at.cy === 0 ? null : ints(this.at.cy)];
    this.#roughness = this.at.n2 === 0 ? null : floats(this.at.n2);
    this.told = new Float32Array(buffer, TOLD_AT, 1);
    this.n2 = typeof ground.manning === 'number' ? ground.manning ** 2 : 1;
    new Int32Array(buffer, this.at.z - bytes - MARGIN, this.stride * (lines + 2) + MARGIN / 2).fill(WALL);
    this.peaks.arrival.fill(-1);
    this.#lay(ground);
  }

  /** Unit discharges now, m2/s, at the faces east and north of each place. */
  get qx(): Float32Array {
    return this.x[this.parity];
  }

  get qy(): Float32Array {
    return this.y[this.parity];
  }

  /** Forgets the volumes of the last step: beside what is worked on there are none. */
  forgetVolumes(): void {
    for (const at of [this.at.fx, this.at.fy]) new Int32Array(this.memory.buffer, at, this.z.length).fill(0);
  }

  /** Where the cell of a column and row (from 0, from the south-west) stands in the arrays. */
  indexOf(column: number, row: number): number {
    invariant(column >= -1 && column <= this.columns && row >= -1 && row <= this.rows, `cell ${column}, ${row} is there`);
    return (row + 1) * this.stride + column + 1;
  }

  /** Whether a place of the arrays is a cell of the ground. */
  isGround(index: number): boolean {
    const column = (index % this.stride) - 1;
    const row = Math.floor(index / this.stride) - 1;
    const isInside = column >= 0 && column < this.columns && row >= 0 && row < this.rows;
    return isInside && (this.z[index] ?? WALL) < WALL && !this.ghosts.has(index);
  }

  /** Manning's n of a place. */
  manning(index: number): number {
    return Math.sqrt(this.#roughness ? (this.#roughness[index] ?? 0) : this.n2);
  }

  /** Cells of a row of the arrays, ghost cells among them, that the last step worked on. */
  activeIn(line: number): number {
    const first = line * LIST_WORDS;
    let bytes = 0;
    for (let at = first + 1; at < first + 1 + 2 * (this.spans[first] ?? 0); at += 2)
      bytes += (this.spans[at + 1] ?? 0) - (this.spans[at] ?? 0);
    return bytes / 4;
  }

  /** How many cells are ground. */
  ground(): number {
    let cells = 0;
    for (let row = 0; row < this.rows; row++) {
      const first = this.indexOf(0, row);
      for (let index = first; index < first + this.columns; index++) if (this.isGround(index)) cells += 1;
    }
    return cells;
  }

  /** All water on the ground, in units. Exact. */
  total(): bigint {
    let sum = 0n;
    for (let row = 0; row < this.rows; row++) {
      const first = this.indexOf(0, row);
      // The sum of a row is exact in float64: fewer than 2^22 cells of fewer than 2^31 units.
      let ofRow = 0;
      for (let index = first; index < first + this.columns; index++) ofRow += this.h[index] ?? 0;
      sum += BigInt(ofRow);
    }
    return sum;
  }

  /** One number over all depths: equal states have equal ones. */
  checksum(): number {
    let sum = 0;
    for (const depth of this.h) sum = (Math.imul(sum, 31) + depth) | 0;
    return sum;
  }

  /** The bed, m over the datum. */
  bedAt(index: number): number {
    return (this.z[index] ?? 0) / UNIT + this.base;
  }

  /** The level of the water, or of the bed where there is none, m over the datum. */
  levelAt(index: number): number {
    return ((this.z[index] ?? 0) + (this.h[index] ?? 0)) / UNIT + this.base;
  }

  /** Depths, m, row after row from the south-west. */
  depths(): Float64Array {
    return this.read((index) => (this.h[index] ?? 0) / UNIT);
  }

  /** Values of all cells, row after row from the south-west. */
  read(valueAt: (index: number) => number): Float64Array {
    const values = new Float64Array(this.columns * this.rows);
    for (let row = 0; row < this.rows; row++)
      for (let column = 0; column < this.columns; column++) values[row * this.columns + column] = valueAt(this.indexOf(column, row));
    return values;
  }

  #lay({ columns, rows, bed, depth, level, manning, crestEast, crestNorth }: Ground): void {
    const [cx, cy] = [this.crests[0]?.fill(-WALL), this.crests[1]?.fill(-WALL)];
    const n2 = this.#roughness;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const from = row * columns + column;
        const index = this.indexOf(column, row);
        const height = bed[from] ?? Number.NaN;
        if (!Number.isNaN(height)) {
          const z = Math.round((height - this.base) * UNIT);
          this.z[index] = z;
          this.h[index] =
            level === undefined ? Math.round((depth?.[from] ?? 0) * UNIT) : Math.max(0, Math.round((level - this.base) * UNIT) - z);
        }
        if (n2 && typeof manning !== 'number') n2[index] = (manning[from] ?? 0) ** 2;
        const [east, north] = [crestEast?.[from], crestNorth?.[from]];
        if (cx && east !== undefined && !Number.isNaN(east)) cx[index] = Math.round((east - this.base) * UNIT);
        if (cy && north !== undefined && !Number.isNaN(north)) cy[index] = Math.round((north - this.base) * UNIT);
      }
    }
  }
}

function requireGround({ columns, rows, cell, bed, depth, velocity, manning }: Ground): void {
  const fault = (expected: string, found: unknown): WestgateError =>
    new WestgateError('WG_INPUT_INVALID', `Expected ${expected}, found ${String(found)}.`, { expected, found: String(found) });
  const isCount = (value: number) => Number.isInteger(value) && value >= 1;
  if (!isCount(columns) || !isCount(rows)) throw fault('a grid of at least one column and one row', `${columns} × ${rows}`);
  if (columns * rows > MOST_BYTES / 32) throw tooLarge(columns, rows);
  if (!(cell > 0 && Number.isFinite(cell))) throw fault('a cell size over 0 m', cell);
  if (bed.length !== columns * rows) throw fault(`${columns * rows} heights`, bed.length);
  if (depth && depth.length !== columns * rows) throw fault(`${columns * rows} depths`, depth.length);
  for (const part of velocity ?? []) {
    if (part.length !== columns * rows) throw fault(`${columns * rows} velocities`, part.length);
    const wild = part.find((value) => !(Math.abs(value) <= FASTEST));
    if (wild !== undefined) throw fault(`velocities within ${FASTEST} m/s`, wild);
  }
  for (const [index, height] of bed.entries()) {
    if (!(Number.isFinite(height) || Number.isNaN(height))) throw fault('heights', height);
    const water = depth?.[index] ?? 0;
    if (!(water >= 0 && water <= HIGHEST_M)) throw fault(`depths from 0 to ${HIGHEST_M} m`, water);
  }
  for (const n of typeof manning === 'number' ? [manning] : manning) if (!(n >= 0 && n <= 1)) throw fault("Manning's n from 0 to 1", n);
}

/** The height that beds are counted from. Throws where they span more than 32 bits hold, and where the water stands beyond that. */
function baseOf({ bed, level }: Ground): number {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const height of bed) {
    if (height < lowest) lowest = height;
    if (height > highest) highest = height;
  }
  const isNear = !(lowest < -HIGHEST_M || highest > HIGHEST_M);
  const base = isNear ? 0 : Math.round((lowest + highest) / 2);
  if (!isNear && highest - base > HIGHEST_M) {
    const [most, span] = [2 * HIGHEST_M, `${lowest.toFixed(1)} – ${highest.toFixed(1)} m`];
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `地形高差应不超过 ${most} 米，实为 ${span}；请裁切掉高山部分`,
      en: `Expected ground that spans at most ${most} m of height, found ${span}; cut the mountains off.`,
    });
  }
  if (level !== undefined) requireLevel('the level at the start', level, base);
  return base;
}

/** Throws where a level of water lies further from the height that beds are counted from than 32 bits hold. */
export function requireLevel(name: string, level: number, base: number): void {
  const [least, most] = [base - HIGHEST_M, base + HIGHEST_M];
  if (level >= least && level <= most) return;
  throw new WestgateError('WG_INPUT_INVALID', {
    zh: `${name}：应为 ${least} 至 ${most} 米之间的水位，实为 ${level}`,
    en: `${name}: expected a level from ${least} to ${most} m, as the ground lies there, found ${level}.`,
  });
}

function tooLarge(columns: number, rows: number): WestgateError {
  const message = `Expected a grid that 1 GiB of memory can hold (about 13 million cells), found ${columns} × ${rows}.`;
  return new WestgateError('WG_INPUT_INVALID', message, { columns, rows });
}
