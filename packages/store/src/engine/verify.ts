import { type AnyRow, type Change, TABLE_NAMES } from '@westgate/domain';
import { type DeedSummary, FIRST_HASH, type Head } from '../journal/deed.ts';
import type { Journal } from '../journal/journal.ts';
import { sealAgain } from '../journal/journal-line.ts';
import type { FileKeep } from '../kept-files/file-keep.ts';
import { NamedFiles } from '../kept-files/named-files.ts';
import { STORE_PERIODS } from '../limits/periods.ts';
import { givenUpInWords, type Mended, mendedIn } from '../mend/choice.ts';
import type { Finding } from '../mend/finding.ts';
import { atRest } from '../rows/catch-up.ts';
import { readHead, storedDeeds } from '../rows/deeds.ts';
import { ReplayedTables, RowChecksum, type TableCheck } from '../rows/replayed-tables.ts';
import { rowParts } from '../rows/rows.ts';
import type { Database, Sql } from '../sql/port.ts';
import { type AtHead, deedFaults } from './compare-deeds.ts';
import { slices, unpaced } from './slices.ts';

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
 * the head, every column and image of every deed, and per table the rows in their order. Deeds may be done meanwhile: their rows are compared too where
 * they came before the rows were read.
 */
export async function verify(journal: Journal, atHead: AtHead): Promise<Followed> {
  const faults: string[] = [];
  const paced = slices();
  const followed = new FollowedDeeds(faults);
  const followTo = async (last: number): Promise<void> => {
    while (followed.head.seq < last) {
      const seq = followed.head.seq + 1;
      const deed = journal.summary(seq);
      followed.begin(deed);
      for (const change of journal.changesOf(seq)) {
        followed.take(deed, [change]);
        await paced();
      }
    }
  };
  await followTo(journal.head.seq);
  faults.push(...(await deedFaults(journal, atHead, paced)));
  const begun = followed.head.seq;
  const { head, tables } = await atHead(async (tx) => ({ head: await readHead(tx), tables: await checkTables(tx, paced) }));
  // Deeds that came meanwhile may stand in the journal alone.
  const isBehind = head.seq < begun || head.seq > journal.head.seq;
  const journalHead = isBehind ? journal.head : { seq: head.seq, hash: journal.hashAt(head.seq) ?? FIRST_HASH };
  if (isBehind) faults.push(`The journal ends at deed ${journalHead.seq}, the database at deed ${head.seq}.`);
  await followTo(journalHead.seq);
  await compare(tables, followed, faults, paced);
  const report = {
    isClean: faults.length === 0,
    journal: journalHead,
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
    const followed = new FollowedDeeds(faults);
    for await (const deed of storedDeeds(tx)) {
      followed.begin(deed);
      if (sealAgain(deed).deed.hash !== deed.hash) faults.push(`Deed ${deed.seq} is not what its hash says: it was altered.`);
      followed.take(deed, deed.changes);
    }
    const head = await readHead(tx);
    const tables = await checkTables(tx, unpaced);
    await compare(tables, followed, faults, unpaced);
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
  return withFiles(await atRest(database, check, STORE_PERIODS.verifyStatementMs), keep);
}

/** What deeds, taken in order, make of the tables, and what else is known of them. */
class FollowedDeeds {
  readonly replayedTables = new ReplayedTables();
  readonly named = new NamedFiles();
  readonly mended: Mended[] = [];
  readonly #faults: string[];
  head: Head = { seq: 0, hash: FIRST_HASH };

  /** `faults`: where it is told that a deed does not follow the one before. */
  constructor(faults: string[]) {
    this.#faults = faults;
  }

  /** The next deed; its changes follow. */
  begin(deed: DeedSummary): void {
    const seq = this.head.seq + 1;
    if (deed.seq !== seq) this.#faults.push(`Line ${seq} of the journal holds deed ${deed.seq}.`);
    if (deed.prevHash !== this.head.hash) this.#faults.push(`Deed ${seq} does not follow the deed before it.`);
    const choice = mendedIn(deed);
    if (choice) this.mended.push(choice);
    this.head = { seq, hash: deed.hash };
  }

  /** Changes of the last deed. */
  take({ verb }: DeedSummary, changes: readonly Change[]): void {
    this.replayedTables.apply(changes);
    this.named.add({ verb, changes });
  }
}

/** What choices gave up, in words. */
export function lossesOf(mended: readonly Mended[]): readonly string[] {
  return mended.flatMap((each) => givenUpInWords(each) ?? []);
}

async function checkTables(tx: Sql, paced: () => Promise<void>): Promise<readonly TableCheck[]> {
  const checks: TableCheck[] = [];
  for (const table of TABLE_NAMES) {
    const counting = new RowChecksum();
    for await (const rows of rowParts(tx, table)) await addAll(counting, rows, paced);
    checks.push({ table, ...counting.of() });
  }
  return checks;
}

async function compare(
  tables: readonly TableCheck[],
  { replayedTables }: FollowedDeeds,
  faults: string[],
  paced: () => Promise<void>,
): Promise<void> {
  for (const { table, rows, checksum } of tables) {
    const counting = new RowChecksum();
    await addAll(counting, replayedTables.rows(table), paced);
    const expected = counting.of();
    if (checksum === expected.checksum) continue;
    faults.push(`Table ${table} (${rows} rows) is not what the journal says (${expected.rows} rows).`);
  }
}

async function addAll(counting: RowChecksum, rows: readonly AnyRow[], paced: () => Promise<void>): Promise<void> {
  for (const row of rows) {
    counting.add(row);
    await paced();
  }
}
