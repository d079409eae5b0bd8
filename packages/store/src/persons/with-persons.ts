import { type InstantString, WestgateError } from '@westgate/base';
import type { Deed } from '../deed.ts';
import type { Engine } from '../engine.ts';
import type { MailKept } from '../outbox/outbox.ts';
import { type Drawer, ERASE_PERSON, PROGRAMS, personsOf } from './persons.ts';
import { endSessions, findSession, keepSession, readSessions, type Session, type WhichSessions } from './sessions.ts';
import type { SignIn } from './sign-in-log.ts';

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
  /** Everyone who did a deed, programs left out. */
  persons(): Promise<readonly Person[]>;
  /** Destroys a person's key, for good, and records it as a deed. Throws WG_NOT_FOUND for an id that is nobody's. */
  erasePerson(id: string, reason: string): Promise<Erasure>;
  /** A person with a key of their own and this drawer; gives the id. */
  openPerson(drawer: Drawer): Promise<string>;
  /** Puts `drawer` in place of what lay in a person's drawer. Throws WG_NOT_FOUND for an id that is nobody's. */
  fillDrawer(id: string, drawer: Drawer): Promise<void>;
  /** What lies in the drawers, by person. */
  drawers(): Promise<ReadonlyMap<string, Drawer>>;
  /** Keeps a new session, or says when a known one was last used. */
  keepSession(session: Session): Promise<void>;
  sessions(): Promise<readonly Session[]>;
  findSession(hash: string): Promise<Session | null>;
  /** Ends sessions; gives how many there were. */
  endSessions(which: WhichSessions): Promise<number>;
  noteSignIn(entry: SignIn): Promise<void>;
  /** Attempts to sign in, newest first; `before`: before this instant. */
  signIns(limit: number, before: InstantString | null): Promise<readonly SignIn[]>;
  /** What the courier of notices keeps, by name. */
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
    keepFile: (path, sha256) => engine.files.keep(path, sha256),
    fileBytes: (sha256) => engine.files.read(sha256),
    oldFiles: (ageMs) => engine.files.list(ageMs),
    removeFile: (sha256, ageMs) => engine.files.remove(sha256, ageMs),
    status: () => engine.status(),
    readState: () => engine.readState(),
    changesAfter: (from) => engine.changesAfter(from),
    writers: () => engine.writers(),
    verify: () => engine.verify(),
    recheck: () => engine.recheck(),
    close: () => engine.close(),
    async commit(draft) {
      const deed = await engine.commit({ ...draft, who: await persons.seal(draft.who) });
      return (await revealOne(deed)) ?? deed;
    },
    deed: async (seq, most) => revealOne(await engine.deed(seq, most)),
    deedByIdem: async (idem) => revealOne(await engine.deedByIdem(idem)),
    history: async (table, key, limit, before) => persons.reveal(await engine.history(table, key, limit, before)),
    touching: async (rows, limit, before) => persons.reveal(await engine.touching(rows, limit, before)),
    former: (tables, columns) => engine.former(tables, columns),
    recentDeeds: async (limit, before) => persons.reveal(await engine.recentDeeds(limit, before)),
    persons: listPersons,
    openPerson: (drawer) => persons.open(drawer),
    fillDrawer: (id, drawer) => persons.fill(id, drawer),
    drawers: () => persons.drawers(),
    keepSession: (session) => keepSession(engine.outside, session),
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
      const deed = await engine.commit({ who: 'westgate', verb: ERASE_PERSON, reason, idem: `${ERASE_PERSON} ${id}`, changes: [] });
      const plain = before.find((each) => each.id === null && each.name === person.name);
      return { deed, deeds: person.deeds, plainDeeds: plain?.deeds ?? 0 };
    },
  };

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
