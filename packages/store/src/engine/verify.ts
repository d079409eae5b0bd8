import { type Deed, FIRST_HASH, type Head } from '../journal/deed.ts';
import type { Journal } from '../journal/journal.ts';
import { sealAgain } from '../journal/journal-line.ts';
import type { FileKeep } from '../kept-files/file-keep.ts';
import { NamedFiles } from '../kept-files/named-files.ts';
import { STORE_PERIODS } from '../limits/periods.ts';
import { givenUpInWords, type Mended, mendedIn } from '../mend/choice.ts';
import type { Finding } from '../mend/finding.ts';
import { readHead, storedDeeds } from '../rows/deeds.ts';
import { checkRows, checksumOf, ReplayedTables, type TableCheck } from '../rows/replayed-tables.ts';
import { readRows } from '../rows/rows.ts';
import { asOneMoment } from '../rows/state.ts';
import type { Database, Sql } from '../sql/port.ts';
import { deedFaults } from './compare-deeds.ts';

/** What was checked and what was found. `faults` is empty when all is well. */
export interface VerifyReport {
  readonly isClean: boolean;
  /** Head of the journal, every line of which has been followed. On a server the journal is the table of deeds. */
  readonly journal: Head;
  readonly database: Head;
  /** Per table: rows in the database, and the checksum over them in order. */
  readonly tables: readonly TableCheck[];
  /** Evidence files: kept and sound; and named by a district folder, but not kept here. */
  readonly files: { readonly sound: number; readonly absent: number };
  /** Each a sentence. */
  readonly faults: readonly string[];
  /** What the journal lacks and waits for somebody to choose about, which is a fault as well; null where it lacks nothing. */
  readonly finding: Finding | null;
  /** What was given up for good, and by whom, each a sentence: no faults, as somebody chose. */
  readonly losses: readonly string[];
}

/**
 * Follows the journal from its first line, replays every table from its row images alone, and compares the database with it:
 * the head, every column and image of every deed, and per table the rows in their order.
 */
export async function verify(journal: Journal, database: Database): Promise<Followed> {
  const faults: string[] = [];
  const followed = await follow(linesOf(journal), faults, () => undefined);
  faults.push(...(await deedFaults(journal, database)));
  const head = await readHead(database);
  if (head.seq !== journal.head.seq) faults.push(`The journal ends at deed ${journal.head.seq}, the database at deed ${head.seq}.`);
  const tables = await compare(database, followed.replayedTables, faults);
  const report = {
    isClean: faults.length === 0,
    journal: journal.head,
    database: head,
    tables,
    files: NO_FILES,
    faults,
    finding: null,
    losses: lossesOf(followed.mended),
  };
  return { report, named: followed.named };
}

/** `report` with what was found of the evidence files that the deeds name. */
export async function withFiles({ report, named }: Followed, keep: FileKeep): Promise<VerifyReport> {
  const { sound, absent, faults } = await named.check(keep);
  return { ...report, isClean: report.isClean && faults.length === 0, files: { sound, absent }, faults: [...report.faults, ...faults] };
}

/** A report on deeds and rows, and the files that the deeds name. */
interface Followed {
  readonly report: VerifyReport;
  readonly named: NamedFiles;
}

/** Before the files were looked at. */
const NO_FILES = { sound: 0, absent: 0 } as const;

/**
 * The same where the database itself keeps the journal: every deed's line is written again from its rows and its hash reckoned anew, all at
 * one moment while others go on writing.
 */
export async function verifyServer(database: Database, keep: FileKeep): Promise<VerifyReport> {
  const check = async (tx: Sql): Promise<Followed> => {
    const faults: string[] = [];
    const followed = await follow(storedDeeds(tx), faults, (deed) => {
      if (sealAgain(deed).deed.hash !== deed.hash) faults.push(`Deed ${deed.seq} is not what its hash says: it was altered.`);
    });
    const head = await readHead(tx);
    const tables = await compare(tx, followed.replayedTables, faults);
    const report = {
      isClean: faults.length === 0,
      journal: followed.head,
      database: head,
      tables,
      files: NO_FILES,
      faults,
      finding: null,
      losses: lossesOf(followed.mended),
    };
    return { report, named: followed.named };
  };
  return withFiles(await asOneMoment(database, check, STORE_PERIODS.verifyStatementMs), keep);
}

async function follow(
  deeds: AsyncIterable<Deed> | Iterable<Deed>,
  faults: string[],
  check: (deed: Deed) => void,
): Promise<{
  readonly head: Head;
  readonly replayedTables: ReplayedTables;
  readonly named: NamedFiles;
  readonly mended: readonly Mended[];
}> {
  const replayedTables = new ReplayedTables();
  const named = new NamedFiles();
  const mended: Mended[] = [];
  let head: Head = { seq: 0, hash: FIRST_HASH };
  for await (const deed of deeds) {
    const seq = head.seq + 1;
    if (deed.seq !== seq) faults.push(`Line ${seq} of the journal holds deed ${deed.seq}.`);
    if (deed.prevHash !== head.hash) faults.push(`Deed ${seq} does not follow the deed before it.`);
    check(deed);
    replayedTables.apply(deed.changes);
    named.add(deed);
    const choice = mendedIn(deed);
    if (choice) mended.push(choice);
    head = { seq, hash: deed.hash };
  }
  return { head, replayedTables, named, mended };
}

/** What choices gave up, in words. */
export function lossesOf(mended: readonly Mended[]): readonly string[] {
  return mended.flatMap((each) => givenUpInWords(each) ?? []);
}

async function compare(sql: Sql, replayedTables: ReplayedTables, faults: string[]): Promise<readonly TableCheck[]> {
  const checks = checkRows(await readRows(sql));
  for (const { table, rows, checksum } of checks) {
    const expected = replayedTables.rows(table);
    if (checksum === checksumOf(expected)) continue;
    faults.push(`Table ${table} (${rows} rows) is not what the journal says (${expected.length} rows).`);
  }
  return checks;
}

function* linesOf(journal: Journal): Generator<Deed> {
  for (let seq = 1; seq <= journal.head.seq; seq++) yield journal.read(seq);
}
