import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { WestgateError } from '@westgate/base';
import { messageOf } from '../disk/disk-fault.ts';
import { destroyFile, makeFolder, syncFolder, writeFileSafely } from '../disk/files.ts';
import { type Outbox, outboxName } from './outbox.ts';

/** Mails that wait for a program that sends them, one file each. */
const MAIL = 'mail';
const NOTES = 'outbox';
const NOTE_END = '.json';
const MAIL_END = '.eml';

/**
 * Notes in `<dataDir>/outbox` and mails in `<dataDir>/mail`, readable by their owner alone. The folders are made when first needed.
 * `confirm` may throw just before a file takes its place.
 */
export function folderOutbox(dataDir: string, confirm?: () => void): Outbox {
  const noteFolder = join(dataDir, NOTES);
  const mailFolder = join(dataDir, MAIL);
  let held: Map<string, string> | null = null;
  /** Read when they are first asked for: most who open the folder never do. */
  const notes = (): Map<string, string> => {
    held ??= new Map(
      filesIn(noteFolder, NOTE_END).map((file) => [file.slice(0, -NOTE_END.length), readFileSync(join(noteFolder, file), 'utf8')]),
    );
    return held;
  };
  return {
    notes: async () => notes(),
    async put(name, before, after) {
      if ((notes().get(outboxName(name)) ?? null) !== before) return false;
      const path = join(noteFolder, `${name}${NOTE_END}`);
      if (after !== null) {
        write(noteFolder, path, after, confirm);
        notes().set(name, after);
      } else if (notes().delete(name)) {
        rmSync(path, { force: true });
        syncFolder(noteFolder);
      }
      return true;
    },
    async keepMail(name, content) {
      write(mailFolder, join(mailFolder, `${outboxName(name)}${MAIL_END}`), content, confirm);
      return true;
    },
    async dropMails(name) {
      for (const file of filesIn(mailFolder, '')) if (file < name) destroyFile(join(mailFolder, file));
    },
    async forget(person) {
      // Whatever its ending: a write that was cut short leaves a file beside.
      for (const folder of [mailFolder, noteFolder])
        for (const file of filesIn(folder, '')) if (file.includes(person)) destroyFile(join(folder, file));
      for (const name of [...(held?.keys() ?? [])]) if (name.includes(person)) held?.delete(name);
    },
  };
}

function filesIn(folder: string, end: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(end)) : [];
}

function write(folder: string, path: string, content: string, confirm?: () => void): void {
  try {
    makeFolder(folder);
    writeFileSafely(path, content, confirm);
  } catch (error) {
    if (error instanceof WestgateError) throw error;
    throw new WestgateError('WG_READ_ONLY', `What is to be sent could not be written (${messageOf(error)}); nothing was sent.`);
  }
}
