import type { InstantString } from '@westgate/base';
import type { TableName } from '@westgate/domain';
import type { Since } from '../journal/changes-after.ts';
import type { Deed, DeedDraft, DeedSummary, Head, Progress, State, Status } from '../journal/deed.ts';
import type { FileKeep } from '../kept-files/file-keep.ts';
import type { Limits } from '../limits/limits.ts';
import type { MendChoice, Mended } from '../mend/choice.ts';
import type { Finding } from '../mend/finding.ts';
import type { MendReport } from '../mend/mend.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Hold } from '../ownership/ownership.ts';
import type { KeyRing } from '../persons/key-ring.ts';
import type { SignInLog } from '../persons/sign-in-log.ts';
import type { FormerRow, RowRef, Writer } from '../rows/deeds.ts';
import type { RunKeep } from '../runs/run-keep.ts';
import type { Database, Sql } from '../sql/port.ts';
import type { AskedDeed, ProvenGroup } from './proven-group.ts';
import type { VerifyReport } from './verify.ts';

/** Where the data are: a database server, or in this process ({@link LocalPlace}). */
export type Place = LocalPlace | { readonly kind: 'server'; readonly url: string };

/** A folder, a folder only looked at (nothing is written, no lock is needed), or the memory of this process. */
export type LocalPlace = FolderPlace | { readonly kind: 'look'; readonly dataDir: string } | { readonly kind: 'memory' };

/** A folder that is written. `hold`: how this process holds it; left out where nobody else can know of it. */
export interface FolderPlace {
  readonly kind: 'folder';
  readonly dataDir: string;
  readonly hold?: Hold | undefined;
}

/** What is known of the wholeness of the journal. */
export interface JournalReport {
  /** What waits for somebody to choose; null where the journal lacks nothing. */
  readonly finding: Finding | null;
  /** What was chosen before, in order. */
  readonly mended: readonly Mended[];
}

/** Database and journal together, in the thread that owns both. One call at a time: the worker sees to it. */
export interface Engine {
  /** Where the keys of persons lie. */
  readonly keys: KeyRing;
  /** The attempts to sign in. */
  readonly signInLog: SignInLog;
  /** What the notifier of notices keeps. */
  readonly outbox: Outbox;
  /** Where runs lie, and the files that they made. */
  readonly runKeep: RunKeep;
  /** The database itself, for what stands outside the deeds. */
  readonly outside: Pick<Sql, 'query'>;
  /** Where the bytes of evidence lie. */
  readonly files: FileKeep;
  status(): Status;
  readState(): Promise<State>;
  /** What the deeds after `from` changed, from a journal of files; null where that cannot be told or has no such file: {@link readState} can. */
  changesAfter(from: Head): Promise<Since | null>;
  commit(draft: DeedDraft): Promise<Deed>;
  /** Does deeds that are shown to fit: all or none. Throws WG_STALE_RECORD where they do not follow the last deed, or a key was used. */
  commitProven(group: ProvenGroup): Promise<readonly Deed[]>;
  deed(seq: number, most?: number): Promise<Deed | null>;
  /** The deed `seq` for whoever writes by it: whole, and checked against its hash. Throws WG_JOURNAL_DAMAGED where it was altered. */
  provenDeed(seq: number): Promise<Deed | null>;
  deedByIdem(key: string): Promise<Deed | null>;
  history(table: TableName, key: string, limit: number, before: number): Promise<readonly Deed[]>;
  touching(rows: readonly RowRef[], limit: number, before: number): Promise<readonly Deed[]>;
  former(tables: readonly TableName[], columns: readonly string[]): Promise<readonly FormerRow[]>;
  recentDeeds(limit: number, before: number): Promise<readonly DeedSummary[]>;
  writers(): Promise<readonly Writer[]>;
  verify(): Promise<VerifyReport>;
  /** What the journal lacks, and what was chosen about it until now. */
  journalReport(): Promise<JournalReport>;
  /** Does what somebody chose about a journal that lacks deeds. The engine is over when this ends, well or not: another must be opened. */
  mend(choice: MendChoice): Promise<MendReport>;
  /** Looks at the disk, and after a failure that may pass tries to take deeds again. To be called now and then, between other calls. */
  recheck(): Promise<void>;
  close(): Promise<void>;
}

/** What an engine is opened with. */
export interface EngineOptions {
  readonly limits: Limits;
  /** The machine's clock. */
  now(): InstantString;
  /** `database` with its statements counted, so that one that never ends is noticed. */
  watched(database: Database): Database;
  /** Is told how far a deed that is being written has come. */
  progressed(progress: Progress): void;
  /** Is told of a failure of what nobody waits for. */
  failed(error: unknown): void;
  /** Lets a statement run `ms` beyond the limit from now on. */
  allow(ms: number): void;
  /** Is told of deeds that came from a server, in order, of those that this process asked for by which call, and (null) of a change of the status there. */
  hear(deed: Deed | null, asked?: AskedDeed): Promise<void>;
}
