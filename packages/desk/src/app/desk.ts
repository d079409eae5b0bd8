import type { PlacesSince, Register, Row, TableName } from '@westgate/domain';
import type { Deed, DeedSummary, Erasure, Person, Progress, StopReason, Store } from '@westgate/store';
import type { Authorship } from '../deeds/author.ts';
import type { By } from '../deeds/by.ts';
import type { RecordRead, Revision } from '../deeds/revise.ts';
import type { Changing, MaybeDry, Work, Writing } from '../deeds/work.ts';
import type { Edit, EditReceipt } from '../edits/edit.ts';
import type { DistrictStart } from '../edits/start-district.ts';
import type { DeskFiles } from '../evidence/desk-files.ts';
import type { FolderFiles } from '../folder/files.ts';
import type { FolderSource } from '../folder/read-folder-job.ts';
import type { Oc4idsDraft, Oc4idsImport } from '../oc4ids/import-oc4ids.ts';
import type { ReportCheck } from '../papers/verify-report.ts';
import type { People } from '../people/people.ts';
import type { SheetDraft, SheetImport } from '../sheets/intake/import-sheet.ts';
import type { TextDraft, TextReplacement } from '../words/replace-text.ts';
import type { DeskJournal } from './desk-journal.ts';
import type { DeskOutbox } from './desk-outbox.ts';
import type { FieldSince } from './field-history.ts';
import type { ImportChoices, ImportReport } from './import-report.ts';

/** A district that is about to take the place of what stands: as it is held and as it is counted. */
export interface Coming {
  readonly held: Register;
  readonly register: Register;
  readonly seq: number;
  /** Since when its places are held as they are. */
  readonly placesSince: PlacesSince;
}

/** The office at work: the whole district in memory, and every deed that may be done on it. */
export interface Desk extends DeskJournal, Authorship, Writing, Pick<Store, 'former' | 'deed' | 'changesTo'> {
  /** The district as it stands. A new value after each deed, never changed in place. */
  readonly register: Register;
  /** The register as it is held: with days that cannot be, which `register` leaves out, so that they are shown and corrected. */
  held(): Register;
  /** The last deed that `register` rests on; 0 when there is none. */
  readonly seq: number;
  readonly mode: 'ready' | 'read-only';
  /** Why it is `read-only`; null while it is `ready`. */
  readonly reason: StopReason | null;
  readonly note: string | null;
  /** The bytes of evidence. */
  readonly files: DeskFiles;
  /** Calls `listener` when mode, reason or note change. Returns the function that ends it. */
  onStatus(listener: () => void): () => void;
  /** How many rows are written of the deed that is being done with this idempotency key; null where none is being written. */
  progress(key: string): Progress | null;
  /**
   * Calls `listener` after each deed, once the register holds it. Returns the function that ends it. A listener that throws changes
   * nothing for the deed or for other listeners: its error becomes a warning of the process.
   */
  onChange(listener: (deed: Deed) => void): () => void;
  /** Has `prepare` make ready, between the work of others, what is worked out of a district that a large deed leaves, before it takes its place. */
  onComing(prepare: (coming: Coming) => Promise<void>): () => void;
  /**
   * Gives fields of a record other values. Throws `WG_STALE_RECORD` with what others did where the record is no longer at the revision that
   * was read, `WG_INPUT_INVALID` naming every field that does not fit.
   */
  revise(revision: Revision, by: By): Promise<Deed>;
  /** Takes a record out of the district, with the same care. */
  withdraw(read: RecordRead, by: By): Promise<Deed>;
  /**
   * Does several edits as one deed, all or none: records made, changed as they were read, taken out, merged. Throws as `revise` does, naming the
   * edit.
   */
  edit(edits: readonly Edit[], by: By): Promise<EditReceipt>;
  /** Begins a district with nothing in it, or leaves none (null); what was held goes, and comes back when this deed is undone. */
  startDistrict(start: DistrictStart | null, by: By): Promise<Deed>;
  /** Takes a deed back by a new one; undoing that one brings it back. */
  undo(seq: number, by: By): Promise<Deed>;
  /**
   * Makes the district what the folder says, as one deed; no deed where nothing differs. The folder of another district is refused, unless
   * `otherDistrict` says that it is meant to take the place of the one held. `partial`: files that are not given stay as they are held. Evidence
   * files that lie in a folder on this machine are kept before the deed is done. Throws `WG_FOLDER_INVALID` with all faults.
   */
  importFolder(source: FolderSource, by: By & ImportChoices): Promise<ImportReport>;
  exportFolder(): FolderFiles;
  /**
   * Replaces the text of a plan, as one deed; none for a dry run and where nothing differs. Every sentence keeps its id and what hangs on it, or
   * a question is put about it.
   */
  replaceText(draft: TextDraft, by: MaybeDry): Promise<TextReplacement & { readonly deed: Deed | null }>;
  /** Takes the projects of an OC4IDS document in, as one deed; none for a dry run and where nothing differs. Throws `WG_INPUT_INVALID` with its faults. */
  importOc4ids(draft: Oc4idsDraft, by: MaybeDry): Promise<Oc4idsImport & { readonly deed: Deed | null }>;
  /**
   * Thinks out work that may be asked for next, and stores nothing: {@link write} of the same need then not wait for it, as long as the district stands as it
   * stood.
   */
  thinkAhead<Result extends Changing>(work: Work<Result>, by: By): Promise<void>;
  /**
   * Takes the rows of a task sheet into the ledger, as one deed; none for a dry run and where nothing differs. Throws `WG_SHEET_FAULTY`
   * with the cells where a row that is asked for cannot be taken.
   */
  importSheet(draft: SheetDraft, by: MaybeDry): Promise<SheetImport & { readonly deed: Deed | null }>;
  /** Whether a report is as it was made, and rests on this journal. */
  verifyReport(report: Row<'report'>): Promise<ReportCheck>;
  /** Deeds that changed a record, newest first, each with its change of that record. */
  history(table: TableName, key: string, limit: number, before?: number): Promise<readonly Deed[]>;
  /** The last deeds, newest first. */
  deeds(limit: number, before?: number): Promise<readonly DeedSummary[]>;
  /** The fields of a record that changed after the district was first loaded, each with its last change; of deeds before this opening the last 5,000. */
  since(table: TableName, key: string): readonly FieldSince[];
  /** Since when places are held as they are. Of deeds before this opening the last 5,000 are known. */
  readonly placesSince: PlacesSince;
  /** Runs of long work, beside the deeds. */
  readonly runs: Store['runs'];
  /** What the notifier of notices keeps, beside the deeds. */
  readonly outbox: DeskOutbox;
  /** Who has an account, and who is signed in. */
  readonly people: People;
  readonly isProduction: boolean;
  /** Everyone who did a deed, programs left out. */
  persons(): Promise<readonly Person[]>;
  /** Erases a person for good: the deeds stay, nobody can tell any more who did them. Throws `WG_NOT_FOUND` for an id that is nobody's. */
  erasePerson(id: string, reason: string): Promise<Erasure>;
  /** The last backup and the last drill of a restore that are known. */
  readonly upkeep: Store['upkeep'];
  /** Tells other processes of the folder's owner where this one answers HTTP, and what lets them in. */
  setAddress(url: string, operatorKey?: string): void;
  close(): Promise<void>;
}
