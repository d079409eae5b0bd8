import type { FileKeep } from '../kept-files/file-keep.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Ownership } from '../ownership/ownership.ts';
import type { KeyRing } from '../persons/key-ring.ts';
import type { SignInLog } from '../persons/sign-in-log.ts';
import type { RunKeep } from '../runs/run-keep.ts';

/** What a folder keeps beside its deeds. */
export interface KeptBeside {
  readonly keys: KeyRing;
  readonly signInLog: SignInLog;
  readonly outbox: Outbox;
  readonly files: FileKeep;
  readonly runKeep: RunKeep;
}

/** `kept`, written only while the folder is held: that is looked at before a write and again before it is acknowledged. Reading goes on. */
export function whileHeld({ keys, signInLog, outbox, files, runKeep }: KeptBeside, { requireHeld }: Ownership): KeptBeside {
  const held = async <T>(write: () => Promise<T>): Promise<T> => {
    requireHeld();
    const given = await write();
    requireHeld();
    return given;
  };
  return {
    keys: {
      all: () => keys.all(),
      personalRecords: (after) => keys.personalRecords(after),
      personalRecord: (id) => keys.personalRecord(id),
      add: (key) => held(() => keys.add(key)),
      destroy: (id) => held(() => keys.destroy(id)),
      fill: (id, sealed, before) => held(() => keys.fill(id, sealed, before)),
      isTable: keys.isTable,
    },
    signInLog: {
      note: (entry) => held(() => signInLog.note(entry)),
      read: (limit, before) => signInLog.read(limit, before),
    },
    outbox: {
      notes: () => outbox.notes(),
      put: (name, before, after) => held(() => outbox.put(name, before, after)),
      keepMail: (name, content) => held(() => outbox.keepMail(name, content)),
      dropMails: (name) => held(() => outbox.dropMails(name)),
      forget: (person) => held(() => outbox.forget(person)),
    },
    files: {
      keep: (path, sha256) => held(() => files.keep(path, sha256)),
      read: (sha256) => files.read(sha256),
      hash: (sha256) => files.hash(sha256),
      list: (ageMs) => files.list(ageMs),
      remove: (sha256, ageMs) => held(() => files.remove(sha256, ageMs)),
    },
    runKeep: {
      all: () => runKeep.all(),
      recent: () => runKeep.recent(),
      put: (run) => held(() => runKeep.put(run)),
      seen: (owner) => held(() => runKeep.seen(owner)),
      remove: (ids, files) => held(() => runKeep.remove(ids, files)),
      keepFile: (path, sha256) => held(() => runKeep.keepFile(path, sha256)),
      filePart: (sha256, part) => runKeep.filePart(sha256, part),
    },
  };
}
