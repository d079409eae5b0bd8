import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryFS, PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite';
import { invariant } from '@westgate/base';
import { OftenRun } from './often-run.ts';
import { PARSERS } from './parsers.ts';
import type { Database, Param, Sql } from './port.ts';

/**
 * A database of a district is some megabytes, and behind it the operating system keeps its files: PostgreSQL's own cache of 128 MB would be
 * zeroed at each opening, and segments of its log of 16 MB would be most of a folder.
 */
const START = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];
const FIRST_START = ['--wal-segsize=1'];

/** Opens PGlite in `folder`, or in memory for null. An empty one begins as a copy of the database whose files lie in the folder `template`. */
export async function openPGlite(folder: string | null, template: string | null = null): Promise<Database> {
  if (folder !== null && template !== null) cpSync(template, folder, { recursive: true });
  const place = folder === null ? { fs: new FilledMemory(template) } : { dataDir: folder };
  const pglite = await PGlite.create({ ...place, startParams: START, initDbStartParams: FIRST_START, parsers: PARSERS });
  keepStack(pglite);
  const prepared = new Prepared();
  return {
    ...sqlOf(pglite, prepared),
    transaction: (work) => pglite.transaction((tx) => work(sqlOf(tx, prepared))),
    close: () => pglite.close(),
  };
}

/**
 * Has each message leave the stack of the database as it found it. PGlite does not: a statement that is refused leaves a kilobyte there, after some
 * thousands of them no statement finds room, and those that do not ask for it write over what lies below.
 */
function keepStack(pglite: PGlite): void {
  const pointer = stackPointerOf(pglite.Module);
  const run = pglite.execProtocolRawSync.bind(pglite);
  pglite.execProtocolRawSync = (message) => {
    const before = pointer.value;
    try {
      return run(message);
    } finally {
      pointer.value = before;
    }
  };
}

/** What tells where the stack of the database ends: a global of its program. */
function stackPointerOf(module: object): { value: unknown } {
  const pointer = '___stack_pointer' in module ? module.___stack_pointer : null;
  invariant(typeof pointer === 'object' && pointer !== null && 'value' in pointer, 'PGlite tells where its stack ends');
  return pointer;
}

/** Files in memory that begin as those of a folder, or as none. */
class FilledMemory extends MemoryFS {
  readonly #folder: string | null;

  constructor(folder: string | null) {
    super();
    this.#folder = folder;
  }

  override async initialSyncFs(): Promise<void> {
    if (this.#folder !== null) this.#fill(this.#folder, PGlite.paths.PGDATA);
  }

  #fill(from: string, to: string): void {
    const files = this.pg?.Module.FS;
    files?.mkdir(to);
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      const [source, target] = [join(from, entry.name), `${to}/${entry.name}`];
      if (entry.isDirectory()) this.#fill(source, target);
      else files?.writeFile(target, readFileSync(source), { canOwn: true });
    }
  }
}

type Runner = PGlite | PGliteTransaction;

function sqlOf(runner: Runner, prepared: Prepared): Sql {
  return {
    async query<Row>(sql: string, params: readonly Param[] = []) {
      const name = PREPARABLE.test(sql) && isShort(params) ? await prepared.nameOf(runner, sql) : null;
      const result = name === null ? await runner.query<Row>(sql, [...params]) : await executed<Row>(runner, name, params);
      return { rows: result?.rows ?? [], affectedRows: result?.affectedRows ?? 0 };
    },
    async copy(into, lines) {
      const { affectedRows } = await runner.query(`copy ${into} from '/dev/blob'`, [], { blob: new Blob([lines.join('')]) });
      return affectedRows ?? 0;
    },
    async exec(sql) {
      await runner.exec(sql);
    },
  };
}

/** The statements that are prepared in a database. They outlive the transaction in which they were prepared, also one that is rolled back. */
class Prepared {
  readonly #often = new OftenRun();
  readonly #ready = new Set<string>();

  async nameOf(runner: Runner, sql: string): Promise<string | null> {
    const name = this.#often.nameOf(sql);
    if (name === null || this.#ready.has(name)) return name;
    await runner.exec(`prepare ${name} as ${sql}`);
    this.#ready.add(name);
    return name;
  }
}

/** What can be prepared: a statement on rows. */
const PREPARABLE = /^\s*(?:select|insert|update|delete|with)\b/i;
/** Longer values than these are handed over beside their statement and not within it. */
const SHORT = 100_000;

/** A statement ends at the first NUL, which no text of a database holds: the database itself refuses it. */
function isShort(params: readonly Param[]): boolean {
  return params.every((param) => typeof param !== 'string' || (param.length < SHORT && !param.includes('\0')));
}

async function executed<Row>(runner: Runner, name: string, params: readonly Param[]) {
  const given = params.length === 0 ? '' : `(${params.map(literal).join(', ')})`;
  const [result] = await runner.exec(`execute ${name}${given}`);
  return result as { readonly rows: readonly Row[]; readonly affectedRows?: number } | undefined;
}

/** A value within a statement, which takes it as what the parameter is. */
function literal(value: Param): string {
  return value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`;
}
