import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '@westgate/base';
import { Copy, hashFile } from '../disk/copy-file.ts';
import { batchPath, storeBatch } from '../journal/batch.ts';
import { alteredError } from '../journal/damage.ts';
import { type Deed, FIRST_HASH, type Head } from '../journal/deed.ts';
import { SEGMENT_BYTES } from '../journal/journal.ts';
import { type SealedDeed, sealAgain } from '../journal/journal-line.ts';
import { segmentName } from '../journal/segments.ts';
import type { BackupFile } from './manifest.ts';

/** Deeds written as files of the journal. */
export interface WrittenDeeds {
  readonly head: Head;
  readonly files: readonly BackupFile[];
}

/**
 * Writes deeds, from the first on and as they are stored, into `dir` as the journal lines they are, byte for byte, with the files of large
 * ones. Throws WG_JOURNAL_DAMAGED where a deed does not give its hash.
 */
export async function writeStoredDeeds(deeds: AsyncIterable<Deed> | Iterable<Deed>, dir: string): Promise<WrittenDeeds> {
  const files = new Map<string, BackupFile>();
  const keep = (file: BackupFile): void => {
    files.set(file.path, file);
  };
  let head: Head = { seq: 0, hash: FIRST_HASH };
  let number = 1;
  let segment = new Copy(dir, segmentName(number));
  try {
    for await (const deed of deeds) {
      const sealed = sealAgain(deed);
      if (deed.seq !== head.seq + 1 || deed.prevHash !== head.hash || sealed.deed.hash !== deed.hash) throw alteredError(deed.seq);
      if (sealed.batch) keep(writeBatch(dir, sealed.batch));
      if (segment.bytes > 0 && segment.bytes + sealed.line.length > SEGMENT_BYTES) {
        keep(segment.finish());
        number += 1;
        segment = new Copy(dir, segmentName(number));
      }
      segment.put(sealed.line);
      head = { seq: deed.seq, hash: deed.hash };
    }
  } catch (error) {
    segment.abandon();
    throw error;
  }
  keep(segment.finish());
  return { head, files: [...files.values()] };
}

/** The file of a batch; one that is there is kept, as its name says what is in it and the whole backup is checked in the end. */
function writeBatch(dir: string, batch: NonNullable<SealedDeed['batch']>): BackupFile {
  const path = batchPath(batch);
  if (!existsSync(join(dir, path))) storeBatch(dir, batch);
  const bytes = batch.packed.length;
  const sha256 = hashFile(join(dir, path), bytes);
  invariant(sha256, `${path} holds ${bytes} bytes`);
  return { path, bytes, sha256 };
}
