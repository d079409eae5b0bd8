import { resultAtOnce } from '@westgate/base';
import {
  type AnyRow,
  FOLDER_TABLES,
  fieldsOf,
  keysApart,
  keysHeld,
  type Register,
  registerMemo,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '@westgate/domain';
import { type Check, type Ground, run, runSteps } from './check.ts';
import { checkDistrict, type DistrictFacts } from './check-district.ts';
import { GEOMETRY_CHECKS } from './check-geometry.ts';
import { REFERENCE_CHECKS } from './check-references.ts';
import { TABLE_CHECKS } from './check-tables.ts';
import { type Fault, FaultList } from './fault.ts';
import { type FaultTally, isWithin, listBeyond, tallyOf, tallySteps } from './fault-tally.ts';
import { type Loaded, type LoadedTables, readField } from './load.ts';

/** Everything that must hold of the records of a register, in the order in which faults are told. */
const CHECKS: readonly Check[] = [
  (tables, _ground, faults) => {
    checkDistrict(tables, faults);
  },
  ...REFERENCE_CHECKS,
  ...TABLE_CHECKS,
  ...GEOMETRY_CHECKS,
];

/**
 * The faults of a register as a district folder would have them: what its records say of each other. Not looked at are the forms of single
 * values, for which there is {@link readFields}, and the files of the plan texts.
 */
const tallyIn = registerMemo((register): FaultTally => {
  const tables = new TablesOf(register);
  return sumOf(PARTS.map((part) => part.tallyOf(tables)));
});

/** Looks at everything that must hold of a register, a part at each step: the first deed then need not wait for it. */
export function* checksReady(register: Register): Generator<undefined, void> {
  const tables = new TablesOf(register);
  for (const part of PARTS) {
    yield* part.tallySteps(tables);
    yield;
  }
  tallyIn(register);
}

function checkRegister(register: Register, faults: FaultList): void {
  const tables = new TablesOf(register);
  for (const check of CHECKS) run(check, tables.all, tables.ground, faults);
}

/**
 * The faults of a register that the one before it had not, the first 1,000 of them. What is held from before, whatever its faults, keeps nobody from
 * writing; it is told among the faults that are held.
 */
export function newFaults(before: Register, after: Register): readonly Fault[] {
  const tally = tallyIn(after);
  if (tally.size === 0 || isWithin(tally, tallyIn(before))) return [];
  const faults = listBeyond(tallyIn(before));
  checkRegister(after, faults);
  return faults.faults;
}

/** The values of some columns, read as those of a folder; the faults of those that could not be go to `faults`. */
export function readFields(
  name: TableName,
  given: Readonly<Record<string, unknown>>,
  faults: FaultList,
): Readonly<Record<string, unknown>> {
  const at = { file: TABLES[name].file, row: null };
  const fields = fieldsOf(name);
  const values: Record<string, unknown> = {};
  for (const [column, raw] of Object.entries(given)) {
    const field = Object.hasOwn(fields, column) ? fields[column] : undefined;
    if (!field) {
      faults.add('unknown-column', at, column, { zh: '表里有的栏', en: `a column of ${name}` }, column);
      continue;
    }
    const reading = readField(field, raw);
    if (reading.ok) values[column] = reading.value;
    else faults.add(reading.code, at, column, reading.expected, reading.found ?? (typeof raw === 'string' ? raw : JSON.stringify(raw)));
  }
  return values;
}

/** What a check found, and what it had looked at. */
interface Found {
  readonly seen: readonly Seen[];
  readonly tally: FaultTally;
  /** Of a check of rows: the table in which they stood. */
  readonly table: Rows | null;
}
type Rows = ReadonlyMap<string, AnyRow>;

/**
 * A check with what it last found: it is done again where what it had looked at is not as it was, and where it looks at rows one by one, at those that
 * changed.
 */
class Part {
  readonly #check: Check;
  /** Of the district before the deed and of the one after it. */
  #held: readonly Found[] = [];

  constructor(check: Check) {
    this.#check = check;
  }

  tallyOf(tables: TablesOf): FaultTally {
    return resultAtOnce(this.tallySteps(tables));
  }

  /** The same step by step. Nothing else may be looked at in these tables meanwhile. */
  *tallySteps(tables: TablesOf): Generator<undefined, FaultTally> {
    const held = this.#held.find(({ seen }) => tables.isAsSeen(seen));
    if (held) return held.tally;
    const found = this.#foundByRows(tables) ?? (yield* this.#foundSteps(tables));
    this.#held = [found, ...this.#held].slice(0, 2);
    return found.tally;
  }

  *#foundSteps(tables: TablesOf): Generator<undefined, Found> {
    const check = this.#check;
    const looked = tables.watch();
    const tally = yield* tallySteps((faults) => runSteps(check, tables.all, tables.ground, faults));
    const table = typeof check === 'function' ? null : tables.rowsOf(check.of);
    return { seen: tables.seen(looked), tally, table };
  }

  /** What it finds by the rows that changed since; null where it must look at all. */
  #foundByRows(tables: TablesOf): Found | null {
    const check = this.#check;
    // What is said of the district itself is looked at by what it says: both change at once.
    if (typeof check === 'function' || check.of === 'district') return null;
    const own: Seen[0] = `rows ${check.of}`;
    const now = tables.rowsOf(check.of);
    for (const { seen, tally, table: before } of this.#held) {
      const keys = before && tables.isAsSeen(seen.filter(([what]) => what !== own)) ? keysApart(before, now) : null;
      if (!before || keys === null) continue;
      const looked = tables.watch();
      const [was, is] = [before, now].map((rows) =>
        tallyOf((faults) => check.look(loadedOf(check.of, rows, keys), tables.ground, faults, tables.all)),
      ) as [FaultTally, FaultTally];
      const all = new Set([...seen.map(([what]) => what), own, ...looked]);
      return { seen: tables.seen(all), tally: sumOf([tally, is], was), table: now };
    }
    return null;
  }
}

/** What a check looked at, rows of a table or no more than their keys; and the state in which that was. */
type Seen = readonly [`${'rows' | 'keys'} ${TableName}`, object];

const PARTS = CHECKS.map((check) => new Part(check));

/** The tables of a register as those of a folder that was read, which note what of them is looked at. */
class TablesOf {
  readonly all: LoadedTables;
  readonly ground: Ground;
  readonly #register: Register;
  readonly #states = new Map<Seen[0], object>();
  #looked = new Set<Seen[0]>();

  constructor(register: Register) {
    this.#register = register;
    const tables = TABLE_NAMES.map((name) => [name, this.#table(name)] as const);
    this.all = Object.fromEntries(tables) as unknown as LoadedTables;
    const { all } = this;
    const look = (what: Seen[0]): unknown => this.#looked.add(what);
    this.ground = {
      get district() {
        look('rows district');
        return factsIn(register, all);
      },
      get texts() {
        return textsIn(all);
      },
      today: null,
    };
  }

  /** Notes from here on what is looked at. */
  watch(): ReadonlySet<Seen[0]> {
    this.#looked = new Set();
    return this.#looked;
  }

  /** The states of what was looked at. */
  seen(looked: Iterable<Seen[0]>): readonly Seen[] {
    return [...looked].map((what): Seen => [what, this.#stateOf(what)]);
  }

  /** Whether what was looked at is as it was. */
  isAsSeen(seen: readonly Seen[]): boolean {
    return seen.every(([what, state]) => this.#stateOf(what) === state);
  }

  rowsOf(name: TableName): Rows {
    return this.#register[name];
  }

  /** The same object as long as it is as it was. */
  #stateOf(what: Seen[0]): object {
    const known = this.#states.get(what);
    if (known) return known;
    const [kind, name] = what.split(' ') as ['rows' | 'keys', TableName];
    const state = kind === 'keys' ? keysHeld(this.#register[name]) : stateOf(this.#register[name]);
    this.#states.set(what, state);
    return state;
  }

  #table(name: TableName): LoadedTables[TableName] {
    const rows: Rows = this.#register[name];
    const look = (what: Seen[0]): unknown => this.#looked.add(what);
    let loaded: readonly Loaded[] | null = null;
    return {
      get rows() {
        look(`rows ${name}`);
        loaded ??= loadedOf(name, rows);
        return loaded;
      },
      get keys() {
        look(`keys ${name}`);
        return isChecked(name) ? rows : NONE;
      },
      isComplete: true,
      mayHold: () => false,
    };
  }
}

/** Nothing: the columns of a row in memory could all be read. */
const NONE: ReadonlySet<string> = new Set();

/** What is the office's own has rules of its own, and may say what no folder does: it keeps nobody from writing in the district. */
function isChecked(name: TableName): boolean {
  return FOLDER_TABLES.includes(name);
}

const states = new WeakMap<object, object>();

/** Stands for a table without holding it. */
function stateOf(table: object): object {
  const state = states.get(table) ?? {};
  states.set(table, state);
  return state;
}

/** The rows of a table, or those of some keys, as those of a folder. */
function loadedOf(name: TableName, table: Rows, keys: Iterable<string> = table.keys()): readonly Loaded[] {
  if (!isChecked(name)) return [];
  const { file } = TABLES[name];
  return [...keys].flatMap((key) => {
    const row = table.get(key);
    return row ? [{ row, at: { file, row: null, key }, faulty: NONE }] : [];
  });
}

const facts = new WeakMap<object, DistrictFacts>();

/** What records are checked against of the district; its own faults are told by a check of its own. */
function factsIn({ district }: Register, tables: LoadedTables): DistrictFacts {
  const known = facts.get(district) ?? checkDistrict(tables, new FaultList());
  facts.set(district, known);
  return known;
}

function textsIn({ sentence: { rows } }: LoadedTables): Ground['texts'] {
  return new Map(rows.map(({ row }) => [String(row.id), { text_zh: textOf(row.text_zh), text_en: textOf(row.text_en) }]));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** How often each fault was found in all, without those of `less`. */
function sumOf(tallies: readonly FaultTally[], less: FaultTally = new Map()): FaultTally {
  const sum = new Map<string, number>();
  const add = (tally: FaultTally, sign: 1 | -1): void => {
    for (const [name, count] of tally) sum.set(name, (sum.get(name) ?? 0) + sign * count);
  };
  for (const tally of tallies) add(tally, 1);
  add(less, -1);
  return new Map([...sum].filter(([, count]) => count > 0));
}
