import { type InstantString, WestgateError } from '@westgate/base';
import type { Change, TableName } from '@westgate/domain';
import type { Deed, DeedDraft } from '../journal/deed.ts';
import { idemOf } from '../journal/idem.ts';
import type { MailKept } from '../outbox/outbox.ts';
import { type AccessNews, readNews } from '../persons/access-news.ts';
import { type AttemptEnd, type AttemptRule, endAttempt, sweepAttempts, takeAttempt } from '../persons/attempts.ts';
import { ERASE_PERSON, type KeptPersonalRecord, type PersonalRecord, PROGRAMS, personsOf } from '../persons/persons.ts';
import {
  addSession,
  addSessionWhile,
  endSessions,
  findSession,
  readSessions,
  type Session,
  touchSession,
  type WhichSessions,
} from '../persons/sessions.ts';
import { countShortLived, type MostKept, peekShortLived, putShortLived, type ShortLived, takeShortLived } from '../persons/short-lived.ts';
import type { SignIn } from '../persons/sign-in-log.ts';
import type { KeptRun, ReadRun } from '../runs/run-keep.ts';
import type { Engine, JournalReport } from './engine.ts';
import { lossesOf } from './verify.ts';

/** Someone who did deeds, or whose key is held. */
export interface Person {
  /** Null for a name that stands in plain in deeds of schema 1, written before names were sealed. */
  readonly id: string | null;
  /** Null: erased. */
  readonly name: string | null;
  readonly deeds: number;
  /** Instants of the first and the last deed; null where there is none. */
  readonly first: string | null;
  readonly last: string | null;
}

/** What an erasure left. */
export interface Erasure {
  /** The deed that says so; it names the id, not the person. */
  readonly deed: Deed;
  /** Deeds that now show an erased person. */
  readonly deeds: number;
  /** Deeds of schema 1 that hold this name in plain: they cannot be rewritten, the chain of hashes covers them. */
  readonly plainDeeds: number;
}

/** An engine whose deeds are written with sealed names and read with the names themselves. */
export interface PersonEngine extends Engine {
  /** What the deed `seq` did to the rows of one table, in order; nothing where there is no such deed. */
  changesTo(table: TableName, seq: number): Promise<readonly Change[]>;
  /** Everyone who did a deed, programs left out. */
  persons(): Promise<readonly Person[]>;
  /** Destroys a person's key, for good, and records it as a deed. Throws WG_NOT_FOUND for an id that is nobody's. */
  erasePerson(id: string, reason: string): Promise<Erasure>;
  /** A person with a key of their own and this personal record; gives the id. */
  openPerson(personalRecord: PersonalRecord): Promise<string>;
  /** Destroys the key of a person whom no deed names, with what lies in the personal record; no deed tells of it. Nothing happens where there is none. */
  dropPerson(id: string): Promise<void>;
  /**
   * Puts `personalRecord` in place of what was read with this `seal`; gives the seal of what lies there then, null where something else lay there by now.
   * Throws WG_NOT_FOUND for an id that is nobody's.
   */
  fillPersonalRecord(id: string, personalRecord: PersonalRecord, seal: string): Promise<string | null>;
  /** What lies in the personal records, by person; on a server only what was filled after the filling of this number. */
  personalRecords(after?: number): Promise<ReadonlyMap<string, KeptPersonalRecord>>;
  /** What lies in the personal record of a person; null for nobody with one. */
  personalRecord(id: string): Promise<KeptPersonalRecord | null>;
  /** What other processes did to personal records and sessions, as numbers; always the same where there are none. */
  accessNews(): Promise<AccessNews>;
  /** Keeps a new session, as long as the personal record of its person has this `seal`; false where it has not. */
  beginSession(session: Session, seal: string): Promise<boolean>;
  /** Says when a session was last used. */
  touchSession(hash: string, seen: InstantString): Promise<void>;
  sessions(): Promise<readonly Session[]>;
  findSession(hash: string): Promise<Session | null>;
  /** Ends sessions; gives how many there were. */
  endSessions(which: WhichSessions): Promise<number>;
  /** Counts an attempt before it is looked at: 0 where it may be, else the milliseconds to wait. */
  takeAttempt(key: string, rule: AttemptRule, nowMs: number): Promise<number>;
  /** Says what became of it; gives the wrong ones held against the key. */
  endAttempt(key: string, end: AttemptEnd, rule: AttemptRule, nowMs: number): Promise<number>;
  /** Lets go of keys that nothing was tried under since. */
  sweepAttempts(beforeMs: number): Promise<void>;
  /** Keeps something for a short while, unless something stands under its key: false then. */
  putShortLived(entry: ShortLived, nowMs: number, most?: MostKept): Promise<boolean>;
  /** What stands under a key, which is gone with that; null for nothing. `held`: only where it is this that stands there. */
  takeShortLived(kind: string, key: string, nowMs: number, held?: string): Promise<string | null>;
  /** The same, which stays. */
  peekShortLived(kind: string, key: string, nowMs: number): Promise<string | null>;
  countShortLived(kind: string, owner: string, nowMs: number): Promise<number>;
  noteSignIn(entry: SignIn): Promise<void>;
  /** Attempts to sign in, newest first; `before`: before this instant. */
  signIns(limit: number, before: InstantString | null): Promise<readonly SignIn[]>;
  /** What the notifier of notices keeps, by name. */
  notes(): Promise<ReadonlyMap<string, string>>;
  /** Puts `after` in place of `before`; false where something else stands there by now. */
  putNote(name: string, before: string | null, after: string | null): Promise<boolean>;
  /** Lays a mail to a person down as a file of this name, which holds the id of the person. */
  keepMail(person: string, name: string, content: string): Promise<MailKept>;
  /** Destroys the mails whose names are less than `name`. */
  dropMails(name: string): Promise<void>;
  /** Keeps the file at `path`, which goes, under the SHA-256 of its bytes. */
  keepFile(path: string, sha256: string): Promise<void>;
  /** The bytes kept under `sha256`; null where there are none. */
  fileBytes(sha256: string): Promise<Uint8Array | null>;
  /** The names of files that were last kept `ageMs` ago or earlier. */
  oldFiles(ageMs: number): Promise<readonly string[]>;
  /** Lets a file go that was last kept `ageMs` ago or earlier. */
  removeFile(sha256: string, ageMs: number): Promise<void>;
  /** Every run, the one asked for last first; `recent`: those that are not over, or were written in the last minutes. */
  runs(which: 'all' | 'recent'): Promise<readonly ReadRun[]>;
  /** Keeps a run in place of what was read at the revision before, or as a new one at revision 1; false where another stands there. */
  putRun(run: KeptRun): Promise<boolean>;
  /** Says that a process is there, of all its runs that are not over. */
  seeRuns(owner: string): Promise<void>;
  /** Removes runs with their files, and other files; those that a run still names stay. */
  removeRuns(ids: readonly string[], files: readonly string[]): Promise<void>;
  /** Keeps the file that a run made, which goes from `path`, under the SHA-256 of its bytes. */
  keepRunFile(path: string, sha256: string): Promise<void>;
  /** A part of a kept file, counted from 0; null behind the last one, and where there is no such file. */
  runFilePart(sha256: string, part: number): Promise<Uint8Array | null>;
}

/** `engine` with names sealed on the way in and revealed on the way out. */
export function withPersons(engine: Engine): PersonEngine {
  const persons = personsOf(engine.keys);
  const revealOne = async (deed: Deed | null): Promise<Deed | null> => (deed ? ((await persons.reveal([deed]))[0] ?? null) : null);
  return {
    keys: engine.keys,
    signInLog: engine.signInLog,
    outside: engine.outside,
    outbox: engine.outbox,
    files: engine.files,
    runKeep: engine.runKeep,
    keepFile: (path, sha256) => engine.files.keep(path, sha256),
    fileBytes: (sha256) => engine.files.read(sha256),
    oldFiles: (ageMs) => engine.files.list(ageMs),
    removeFile: (sha256, ageMs) => engine.files.remove(sha256, ageMs),
    runs: (which) => engine.runKeep[which](),
    putRun: (run) => engine.runKeep.put(run),
    seeRuns: (owner) => engine.runKeep.seen(owner),
    removeRuns: (ids, files) => engine.runKeep.remove(ids, files),
    keepRunFile: (path, sha256) => engine.runKeep.keepFile(path, sha256),
    runFilePart: (sha256, part) => engine.runKeep.filePart(sha256, part),
    status: () => engine.status(),
    readState: () => engine.readState(),
    changesAfter: (from) => engine.changesAfter(from),
    writers: () => engine.writers(),
    async verify() {
      const report = await engine.verify();
      return report.losses.length === 0 ? report : { ...report, losses: lossesOf((await journalReport()).mended) };
    },
    recheck: () => engine.recheck(),
    close: () => engine.close(),
    async commit(draft) {
      const deed = await engine.commit({ ...draft, who: await persons.seal(draft.who) });
      return (await revealOne(deed)) ?? deed;
    },
    async commitProven({ drafts, ...group }) {
      const sealed: DeedDraft[] = [];
      for (const draft of drafts) sealed.push({ ...draft, who: await persons.seal(draft.who) });
      return persons.reveal(await engine.commitProven({ ...group, drafts: sealed }));
    },
    deed: async (seq, most) => revealOne(await engine.deed(seq, most)),
    changesTo: async (table, seq) => ((await engine.deed(seq))?.changes ?? []).filter((change) => change.table === table),
    provenDeed: async (seq) => revealOne(await engine.provenDeed(seq)),
    journalReport,
    async mend(choice) {
      const report = await engine.mend({ ...choice, who: await persons.seal(choice.who) });
      const [mended = report.mended] = await persons.reveal([report.mended]);
      return { ...report, mended };
    },
    deedByIdem: async (key) => revealOne(await engine.deedByIdem(key)),
    history: async (table, key, limit, before) => persons.reveal(await engine.history(table, key, limit, before)),
    touching: async (rows, limit, before) => persons.reveal(await engine.touching(rows, limit, before)),
    former: (tables, columns) => engine.former(tables, columns),
    recentDeeds: async (limit, before) => persons.reveal(await engine.recentDeeds(limit, before)),
    persons: listPersons,
    openPerson: (personalRecord) => persons.open(personalRecord),
    async dropPerson(id) {
      const { mode, note } = engine.status();
      if (mode === 'read-only') throw new WestgateError('WG_READ_ONLY', note ?? 'Nothing is changed now.');
      await engine.outbox.forget(id);
      await persons.destroy(id);
    },
    fillPersonalRecord: (id, personalRecord, seal) => persons.fill(id, personalRecord, seal),
    personalRecords: (after) => persons.personalRecords(after),
    personalRecord: (id) => persons.personalRecord(id),
    accessNews: () => readNews(engine.outside),
    async beginSession(session, seal) {
      if (engine.keys.isTable) return addSessionWhile(engine.outside, session, seal);
      // One call at a time: nobody fills the personal record between these two.
      if ((await engine.keys.personalRecord(session.person)) !== seal) return false;
      await addSession(engine.outside, session);
      return true;
    },
    touchSession: (hash, seen) => touchSession(engine.outside, hash, seen),
    takeAttempt: (key, rule, nowMs) => takeAttempt(engine.outside, key, rule, nowMs),
    endAttempt: (key, end, rule, nowMs) => endAttempt(engine.outside, key, end, rule, nowMs),
    sweepAttempts: (beforeMs) => sweepAttempts(engine.outside, beforeMs),
    putShortLived: (entry, nowMs, most) => putShortLived(engine.outside, entry, nowMs, most),
    takeShortLived: (kind, key, nowMs, held) => takeShortLived(engine.outside, kind, key, nowMs, held),
    peekShortLived: (kind, key, nowMs) => peekShortLived(engine.outside, kind, key, nowMs),
    countShortLived: (kind, owner, nowMs) => countShortLived(engine.outside, kind, owner, nowMs),
    sessions: () => readSessions(engine.outside),
    findSession: (hash) => findSession(engine.outside, hash),
    endSessions: (which) => endSessions(engine.outside, which),
    noteSignIn: (entry) => engine.signInLog.note(entry),
    signIns: (limit, before) => engine.signInLog.read(limit, before),
    notes: () => engine.outbox.notes(),
    putNote: (name, before, after) => engine.outbox.put(name, before, after),
    async keepMail(person, name, content) {
      // Not beside an erasure under way: a mail that is laid down after it would stay.
      if (!name.includes(person) || !(await engine.keys.all()).some(({ id }) => id === person)) return 'no-person';
      return (await engine.outbox.keepMail(name, content)) ? 'kept' : 'no-folder';
    },
    dropMails: (name) => engine.outbox.dropMails(name),
    async erasePerson(id, reason) {
      const before = await listPersons();
      const person = before.find((each) => each.id === id);
      if (!person) throw new WestgateError('WG_NOT_FOUND', `expected the id of a person, found ${id}`, { id });
      const { mode, note } = engine.status();
      if (mode === 'read-only') throw new WestgateError('WG_READ_ONLY', note ?? 'No deed is taken now.');
      // The mails first: killed here, the person is still there to be erased.
      await engine.outbox.forget(id);
      await persons.destroy(id);
      await endSessions(engine.outside, { person: id });
      const deed = await engine.commit({
        who: 'westgate',
        verb: ERASE_PERSON,
        reason,
        idem: idemOf(`${ERASE_PERSON} ${id}`, ERASE_PERSON),
        changes: [],
      });
      const plain = before.find((each) => each.id === null && each.name === person.name);
      return { deed, deeds: person.deeds, plainDeeds: plain?.deeds ?? 0 };
    },
  };

  async function journalReport(): Promise<JournalReport> {
    const { finding, mended } = await engine.journalReport();
    return { finding, mended: await persons.reveal(mended) };
  }

  async function listPersons(): Promise<readonly Person[]> {
    const known = new Map((await persons.list()).map(({ id, name }) => [id, name]));
    const writers = (await engine.writers()).filter(({ plain }) => plain === null || !PROGRAMS.has(plain));
    const wrote = writers.map(({ person, plain, deeds, first, last }) => {
      return { id: person, name: person === null ? plain : (known.get(person) ?? null), deeds, first, last };
    });
    const ids = new Set(writers.map(({ person }) => person));
    const silent = [...known].filter(([id]) => !ids.has(id)).map(([id, name]) => ({ id, name, deeds: 0, first: null, last: null }));
    return [...wrote, ...silent];
  }
}
