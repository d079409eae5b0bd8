import { packBatch } from '../journal/batch.ts';
import { batchOf, chainHash, checkedHash, hashedLine, type SealedDeed, sealAgain } from '../journal/journal-line.ts';
import { isSoundBatch, type Sources } from './sources.ts';
import { bytesOf, type Piece } from './stray-lines.ts';

/** The next deed as it is proven. */
export interface HeldDeed {
  readonly seq: number;
  readonly hash: string;
  /** With its line end. */
  readonly line: Buffer;
  /** The file of its changes, where it must be written again. */
  readonly batch: SealedDeed['batch'];
  readonly source: 'journal' | 'database';
  /** The piece of the journal that it is, or is made right from; null where the database gave the line. */
  readonly piece: Piece | null;
}

/**
 * The deed `seq` that follows the hash `prevHash`, from whatever holds it: a line whose hash follows, the database where the line written
 * again has a hash that something else knows, or a line that is whole but for its own hash. Null where nothing proves it.
 */
export async function heldDeed(sources: Sources, seq: number, prevHash: string): Promise<HeldDeed | null> {
  return (
    (await lineAsWritten(sources, seq, prevHash)) ??
    (await lineWrittenAgain(sources, seq, prevHash)) ??
    lineWithItsHash(sources, seq, prevHash)
  );
}

async function lineAsWritten(sources: Sources, seq: number, prevHash: string): Promise<HeldDeed | null> {
  for (const piece of sources.piecesBySeq.get(seq) ?? []) {
    const bytes = bytesOf(piece);
    const hash = checkedHash(bytes, prevHash);
    if (hash === null) continue;
    const batch = await batchToWrite(sources, seq, bytes);
    if (batch === undefined) continue;
    return { seq, hash, line: Buffer.concat([bytes, LINE_END]), batch, source: 'journal', piece };
  }
  return null;
}

/** The batch that a line names, where it must be written again (null: it is there); undefined where nothing holds it. */
async function batchToWrite({ dataDir, stored }: Sources, seq: number, line: Buffer): Promise<SealedDeed['batch'] | undefined> {
  const name = batchOf(line);
  if (name === null || isSoundBatch(dataDir, name)) return null;
  const deed = await stored?.deed(seq);
  const batch = deed ? packBatch(deed.changes) : undefined;
  return batch?.sha256 === name.sha256 ? batch : undefined;
}

async function lineWrittenAgain(sources: Sources, seq: number, prevHash: string): Promise<HeldDeed | null> {
  const deed = await sources.stored?.deed(seq);
  if (!deed) return null;
  const { deed: again, line, batch } = sealAgain({ ...deed, prevHash });
  if (again.hash !== deed.hash && !isFollowed(sources, seq, again.hash)) return null;
  const isThere = batch === null || isSoundBatch(sources.dataDir, batch);
  return { seq, hash: again.hash, line, batch: isThere ? null : batch, source: 'database', piece: null };
}

/** A line whose hash alone was altered: its JSON gives the hash that the next line follows. */
function lineWithItsHash(sources: Sources, seq: number, prevHash: string): HeldDeed | null {
  for (const piece of sources.piecesBySeq.get(seq) ?? []) {
    const json = bytesOf(piece).subarray(65);
    const hash = chainHash(prevHash, json);
    if (!isFollowed(sources, seq, hash)) continue;
    const name = batchOf(hashedLine(prevHash, json));
    if (name !== null && !isSoundBatch(sources.dataDir, name)) continue;
    return { seq, hash, line: hashedLine(prevHash, json), batch: null, source: 'journal', piece };
  }
  return null;
}

/** Whether a line of the deed after `seq` follows from `hash`. */
function isFollowed({ piecesBySeq }: Sources, seq: number, hash: string): boolean {
  return (piecesBySeq.get(seq + 1) ?? []).some((piece) => checkedHash(bytesOf(piece), hash) !== null);
}

const LINE_END = Buffer.from('\n');
