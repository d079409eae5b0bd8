import { inBackground } from '@westgate/base';
import { type Deed, type Desk, type RowRef, resultInSlices } from '@westgate/desk';
import { type AnyRow, described, pointersOf, type Register, subjectsOf, TABLE_NAMES, type TableName, unnoted } from '@westgate/domain';

/** Tables whose rows speak of records that have a page. What a sentence mentions is told by its text, and what the office keeps apart by its screens. */
const SPEAKING: readonly TableName[] = TABLE_NAMES.filter((table) => {
  const { isApart, of, goesWith } = described(table);
  const isPart = of.length > 0 && of.every((column) => goesWith.includes(column));
  const isShown = pointersOf(table).some(({ isOf, tables }) => isOf && tables.some((each) => described(each).page !== undefined));
  return isPart && isShown && !isApart && table !== 'mention';
});
/** The columns that say of which. */
const OF_WHICH: readonly string[] = [
  ...new Set(
    SPEAKING.flatMap((table) =>
      pointersOf(table).flatMap(({ column, pointer, isOf }) => (isOf ? [column, ...('table' in pointer ? [] : [pointer.kindColumn])] : [])),
    ),
  ),
];

type Cells = Readonly<Record<string, unknown>>;

/**
 * Which outcomes, figures, values, files, links and outlines were ever recorded of a record, also those that are gone again: a history shows them.
 * Those that are there are found in the register; those of the past are read when first asked, and learnt as they go.
 */
export class RelatedRows {
  readonly #desk: Desk;
  readonly #former = new Map<string, Map<string, RowRef>>();
  readonly #stop: () => void;
  #past: Promise<void> | null = null;
  /** Until the deeds that came since are learnt. */
  #learnt: Promise<void> = Promise.resolve();

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#stop = desk.onChange((deed) => this.#learn(deed));
  }

  /** The rows that speak of a record, each once. */
  async of(kind: string, id: string): Promise<readonly RowRef[]> {
    this.#past ??= this.#learnPast().catch((error: unknown) => {
      this.#past = null;
      throw error;
    });
    await this.#past;
    await this.#learnt;
    const rows = new Map(this.#former.get(`${kind}:${id}`));
    for (const row of present(this.#desk.register, kind, id)) rows.set(nameOf(row), row);
    return [...rows.values()];
  }

  close(): void {
    this.#stop();
  }

  async #learnPast(): Promise<void> {
    // A row of the past that comes to be told of another record was in the register until then.
    for (const { table, key, cells } of await unnoted(() => this.#desk.former(SPEAKING, OF_WHICH))) this.#note({ table, key }, cells);
  }

  /** Before the past is asked for, a deed will be read with it. One may take out a whole district: others have their turn meanwhile. */
  #learn(deed: Deed): void {
    if (this.#past === null) return;
    this.#learnt = this.#learnt.then(() => resultInSlices(this.#deedSteps(deed)));
    inBackground('learning what a deed took out', () => this.#learnt, warn);
  }

  *#deedSteps({ changes }: Deed): Generator<undefined, void> {
    for (const { table, key, before } of changes) {
      if (before && SPEAKING.includes(table)) this.#note({ table, key }, before);
      yield;
    }
  }

  #note(row: RowRef, cells: Cells): void {
    for (const subject of namedIn(row.table, cells)) {
      const rows = this.#former.get(subject) ?? new Map<string, RowRef>();
      rows.set(nameOf(row), row);
      this.#former.set(subject, rows);
    }
  }
}

function warn(error: Error): void {
  process.emitWarning(error);
}

/** The rows of the register that speak of a record. */
function present(register: Register, kind: string, id: string): readonly RowRef[] {
  return SPEAKING.flatMap((table) => (keysBySubject(table, register[table]).get(`${kind}:${id}`) ?? []).map((key) => ({ table, key })));
}

/** The keys of rows by the record they speak of. A table that did not change is the same map. */
const keysOf = new WeakMap<ReadonlyMap<string, AnyRow>, ReadonlyMap<string, readonly string[]>>();

function keysBySubject(table: TableName, rows: ReadonlyMap<string, AnyRow>): ReadonlyMap<string, readonly string[]> {
  const held = keysOf.get(rows);
  if (held) return held;
  const keys = new Map<string, string[]>();
  for (const [key, row] of rows) {
    for (const subject of namedIn(table, row)) {
      const own = keys.get(subject);
      if (own) own.push(key);
      else keys.set(subject, [key]);
    }
  }
  keysOf.set(rows, keys);
  return keys;
}

function nameOf({ table, key }: RowRef): string {
  return `${table}|${key}`;
}

/** The records a row speaks of, as `kind:id`. */
function namedIn(table: TableName, row: Cells): readonly string[] {
  return subjectsOf(table, row).map(([kind, id]) => `${kind}:${id}`);
}
