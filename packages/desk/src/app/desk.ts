import { basename } from 'node:path';
import { noSuch, WestgateError } from '@westgate/base';
import {
  type AnyRow,
  applyChanges,
  type Change,
  noteAllRead,
  noteRead,
  noteRow,
  type Reader,
  type Register,
  type Row,
  registerOf,
  reverseChanges,
  soundRegister,
  type TableName,
} from '@westgate/domain';
import {
  type Deed,
  type DeedDraft,
  type DeedSummary,
  type Erasure,
  erasedPersonOf,
  openStore,
  type Person,
  type Progress,
  type StopReason,
  type Store,
} from '@westgate/store';
import type { Authorship } from '../deeds/author.ts';
import { type By, commitOwn, deedBefore } from '../deeds/by.ts';
import { conflictOr, rowAsRead } from '../deeds/conflict.ts';
import { diffRegister } from '../deeds/diff.ts';
import { requireForms } from '../deeds/require-forms.ts';
import { type RecordRead, type Revision, revisedChange, withdrawnChange } from '../deeds/revise.ts';
import type { SaidChange } from '../deeds/said-change.ts';
import { settledChanges } from '../deeds/settled-changes.ts';
import { undoChanges } from '../deeds/undo.ts';
import type { MaybeDry, Writing } from '../deeds/work.ts';
import { type Edit, type EditReceipt, recordsOf, verbOf } from '../edits/edit.ts';
import { type DistrictStart, startDistrict } from '../edits/start-district.ts';
import { type DeskFiles, deskFiles } from '../evidence/desk-files.ts';
import { sweepFiles } from '../evidence/sweep-files.ts';
import { takeFolderFiles } from '../evidence/take-folder-files.ts';
import type { FolderFiles } from '../folder/files.ts';
import { keepVisibility } from '../folder/keep-visibility.ts';
import type { FolderSource } from '../folder/read-folder-job.ts';
import { folderReader } from '../folder/read-folder-rows.ts';
import { refuseOtherDistrict } from '../folder/rows-of-folder.ts';
import { writeFolder } from '../folder/write.ts';
import { withWorkers } from '../jobs/work-needed.ts';
import { keepReports } from '../papers/keep-reports.ts';
import { type ReportCheck, verifyReport } from '../papers/verify-report.ts';
import { asKnown } from '../people/as-known.ts';
import { erasedAccounts, erasePerson } from '../people/erase-person.ts';
import { mayKnowAll, readerBehind, readerNamed, requireKnown, requireRight } from '../people/guard-deed.ts';
import { type People, peopleOf } from '../people/people.ts';
import { Personas } from '../people/personas.ts';
import { type SheetDraft, type SheetImport, sheetImport } from '../sheets/task/import-sheet.ts';
import { replaceText, type TextDraft, type TextReplacement } from '../words/replace-text.ts';
import { noteDeedAhead } from './ahead.ts';
import { type DeskJournal, deskJournal } from './desk-journal.ts';
import { type BesideStore, besideStore, type DeskOptions, storeOptions } from './desk-options.ts';
import type { DeskOutbox } from './desk-outbox.ts';
import { editsOn } from './edits-on.ts';
import type { FieldSince } from './field-history.ts';
import { type ImportChoices, type ImportReport, importReport } from './import-report.ts';
import { onLatest } from './on-latest.ts';
import { readPast } from './past.ts';
import { tellListener } from './tell-listener.ts';
import { verifyDesk } from './verify-desk.ts';

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

/** Opens the desk: the store, the register from it and, where it is empty, the district folder as its first deed. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const store = await openStore(storeOptions(options));
  try {
    const { districtFolder } = options;
    const desk = await deskOf(store, besideStore(options));
    if (desk.seq === 0 && districtFolder !== undefined && desk.mode === 'ready') {
      await desk.importFolder({ path: districtFolder }, { who: 'westgate', reason: `first load of ${basename(districtFolder)}` });
    }
    if (desk.mode === 'ready') await sweepFiles(store, desk.held());
    return desk;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function deskOf(store: Store, { isProduction, now, hasFolder, periods }: BesideStore): Promise<Desk> {
  const early: Deed[] = [];
  const endEarly = store.onDeed((deed) => early.push(deed));
  const { head, rows } = await store.firstState();
  let register = registerOf(rows);
  let seq = head.seq;
  let lastWrite: Promise<unknown> = Promise.resolve();
  const { fieldHistory, deedIndex } = await readPast(store, seq, register);
  const listeners = new Set<(deed: Deed) => void>();
  const onChange: Desk['onChange'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const personas = new Personas(() => register.account.size > 0);
  const office = { isProduction, personas, erased: await erasedAccounts(store, register) };

  /** One write at a time, each on the register that the one before it left; once more where another process was faster. */
  const inTurn = <T>(write: () => Promise<T>): Promise<T> => {
    const result = lastWrite.then(() => onLatest(() => seq, write));
    lastWrite = result.catch(() => undefined);
    return result;
  };

  /** Takes up a deed of any process, in order. */
  const follow = (deed: Deed): void => {
    if (deed.seq <= seq) return;
    noteDeedAhead(register, deed);
    register = applyChanges(register, deed.changes);
    seq = deed.seq;
    fieldHistory.add(deed);
    deedIndex.add(deed);
    const gone = erasedPersonOf(deed);
    if (gone !== null) fieldHistory.forget(gone);
    if (gone !== null) office.erased.add(gone);
    for (const listener of listeners) tellListener(listener, deed);
  };
  endEarly();
  for (const deed of early) follow(deed);
  store.onDeed(follow);
  const readerFor = ({ who }: By): Reader | null => readerBehind(register, personas, who);
  const thought = <T>(by: By, think: (held: Register) => T | Promise<T>): Promise<T> => asKnown(register, readerFor(by), think);
  const commit = (draft: DeedDraft): Promise<Deed> => commitOwn(store, () => ({ register, seq }), draft);
  /** Throws where whoever does it may not. */
  const deedOf = ({ who, reason, idem }: By, verb: string, given: readonly SaidChange[], undone?: Deed, held = register): DeedDraft => {
    const changes = settledChanges(held, verb, given, { reader: readerNamed(register, personas, who), now: now() });
    requireRight(held, { who, verb, changes, undone }, office);
    if (!undone) requireForms(held, changes, now());
    return { who, verb, reason: reason ?? '', idem, changes, basis: seq };
  };

  /** The deed that this very request has done already; null for a new one. Throws where its key belongs to another. */
  const doneBefore = (by: By): Promise<Deed | null> => deedBefore(store, () => register, by);

  /** Changes one record that stands as it was read. */
  const changeRecord = (read: RecordRead, by: By, verb: string, changeOf: (before: AnyRow, held: Register) => Change): Promise<Deed> =>
    inTurn(async () => {
      const first = await doneBefore(by);
      if (first) return first;
      const draft = await thought(by, async (held) => {
        requireKnown(held, by.who, read.table, read.key);
        const change = changeOf(await rowAsRead(store, held, read, readerFor(by)), held);
        return deedOf(by, verb, [change], undefined, held);
      });
      try {
        return await commit(draft);
      } catch (error) {
        throw await conflictOr(error, { store, register, reader: readerFor(by) }, read);
      }
    });

  const write: Desk['write'] = ({ verb, on, told, about = [] }, by) =>
    withWorkers(() =>
      inTurn(async () => {
        const first = await doneBefore(by);
        if (first) return { ...told(first, applyChanges(register, reverseChanges(first.changes))), deed: first };
        const { result, draft } = await thought(by, async (held) => {
          for (const [table, key] of about) requireKnown(held, by.who, table, key);
          // A deed of another process that comes in meanwhile is not what this one rests on.
          const basis = seq;
          const result = await on(held, basis + 1);
          return { result, draft: result.changes.length === 0 ? null : { ...deedOf(by, verb, result.changes, undefined, held), basis } };
        });
        return { ...result, deed: by.dryRun || draft === null ? null : await commit(draft) };
      }),
    );

  const people = peopleOf({ access: store.access, register: () => register, write, office, periods });
  return {
    people,
    isProduction,
    get register() {
      return soundRegister(register);
    },
    held: () => register,
    get seq() {
      noteAllRead();
      return seq;
    },
    get mode() {
      return store.mode;
    },
    get reason() {
      return store.reason;
    },
    get note() {
      return store.note;
    },
    outbox: { ...store.access, hasFolder },
    files: deskFiles(store),
    runs: store.runs,
    onStatus: (listener) => store.onStatus(listener),
    progress: (key) => store.progress(key),
    onChange,
    revise: (revision, by) => changeRecord(revision, by, 'revise', (before, held) => revisedChange(held, before, revision)),
    withdraw: (read, by) => changeRecord(read, by, 'withdraw', (before, held) => withdrawnChange(held, before, read)),
    edit: (edits, by) =>
      inTurn(async () => {
        const first = await doneBefore(by);
        if (first) return { deed: first, records: recordsOf(first, edits) };
        const { records, draft } = await thought(by, async (held) => {
          const { changes, records } = await editsOn({ store, held, reader: readerFor(by) }, edits, { who: by.who, seq: seq + 1 });
          return { records, draft: deedOf(by, verbOf(edits), changes, undefined, held) };
        });
        return { deed: await commit(draft), records };
      }),
    startDistrict(start, by) {
      const done = start === null ? 'clear-district' : 'start-district';
      return inTurn(async () => {
        const first = await doneBefore(by);
        if (first) return first;
        return commit(deedOf(by, done, startDistrict(register, start)));
      });
    },
    undo: (undone, by) =>
      inTurn(async () => {
        const first = await doneBefore(by);
        if (first) return first;
        const deed = await store.provenDeed(undone);
        const changes = deed ? reverseChanges(deed.changes) : [];
        if (!deed || !mayKnowAll(register, personas, by.who, changes))
          throw new WestgateError('WG_NOT_FOUND', noSuch('deed', `${undone}`), { seq: undone });
        requireRight(register, { who: by.who, verb: deed.verb, changes, undone: deed }, office);
        return commit({ ...deedOf(by, 'undo', undoChanges(register, deed), deed), undoes: undone });
      }),
    async importFolder(source, by) {
      const read = folderReader(source, { held: () => register, isPartial: by.partial ?? false }, now);
      const before = await read();
      const files = by.dryRun || !before.brought ? null : await takeFolderFiles(deskFiles(store), before.brought, before.rows.evidence);
      const bring = async (): Promise<ImportReport> => {
        const { rows: given, silent } = await read();
        const rows = keepVisibility(register, given, silent);
        const first = await doneBefore(by);
        if (first) return importReport(first.changes, false, first.seq);
        if (!by.otherDistrict) refuseOtherDistrict(register, rows);
        const changes = keepReports(diffRegister(register, rows), by.otherDistrict ?? false);
        requireForms(register, changes, now());
        if (by.dryRun) return importReport(changes, true, null);
        const draft = changes.length === 0 ? null : deedOf(by, 'import', changes);
        await files?.keep();
        return importReport(changes, false, draft && (await commit(draft)).seq);
      };
      return inTurn(bring).finally(() => files?.drop());
    },
    exportFolder: () => writeFolder(register),
    write,
    replaceText: (draft, by) =>
      write(
        {
          verb: 'replace-text',
          on: (held, next) => replaceText(held, draft, next),
          told: ({ seq: done }, before) => replaceText(before, draft, done),
        },
        by,
      ),
    importSheet: (draft, by) =>
      write(
        {
          verb: 'import-sheet',
          on: (held, next) => sheetImport(held, draft, next),
          told: ({ seq: done }, before) => sheetImport(before, draft, done),
        },
        by,
      ),
    verifyReport: (report) => verifyReport(store, report),
    history(table, key, limit, before) {
      noteRow(table, key);
      return store.history(table, key, limit, before);
    },
    former(tables, columns) {
      noteAllRead();
      return store.former(tables, columns);
    },
    touching(rows, limit, before) {
      for (const { table, key } of rows) noteRow(table, key);
      return store.touching(rows, limit, before);
    },
    deeds(limit, before) {
      noteAllRead();
      return store.recentDeeds(limit, before);
    },
    async deed(number, most) {
      const found = await store.deed(number, most);
      // What takes it back touches the same rows; of one that is not there, or not told as a whole, it is not known which.
      if (found === null || found.changes.length < found.changeCount) noteAllRead();
      for (const { table, key } of found?.changes ?? []) noteRow(table, key);
      return found;
    },
    changesTo(table, number) {
      noteRead(table);
      return store.changesTo(table, number);
    },
    undoneBy: (number) => deedIndex.undoneBy(number),
    since(table, key) {
      noteRow(table, key);
      return fieldHistory.since(table, key);
    },
    persons: () => store.persons(),
    erasePerson(id, reason) {
      const close = (change: Change) => commit(deedOf({ who: 'westgate' }, 'close-account', [change]));
      return inTurn(() => erasePerson({ store, register, close }, id, reason)).finally(() => people.forget());
    },
    upkeep: () => store.upkeep(),
    verify: () => verifyDesk(store, () => ({ register, seq }), onChange),
    ...deskJournal(store, inTurn),
    setAddress: (url, operatorKey) => store.setAddress(url, operatorKey),
    close: () => lastWrite.then(() => store.close()),
  };
}
