import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { InstantString } from '@westgate/base';
import { type DatabaseFiles, databaseHeld, type HeldDatabase, markWrong } from '../disk/boot.ts';
import { hashFile } from '../disk/copy-file.ts';
import { writeFileSafely } from '../disk/files.ts';
import { batchPath, packBatch } from '../journal/batch.ts';
import type { Head } from '../journal/deed.ts';
import { idemOf } from '../journal/idem.ts';
import { type SealedDeed, sealDeed } from '../journal/journal-line.ts';
import { countSegments, JOURNAL, segmentName } from '../journal/segments.ts';
import { SNAPSHOTS, snapshotSeqs } from '../snapshots/snapshot.ts';
import { MEND_JOURNAL, type MendChoice, mendKey } from './choice.ts';
import { FINDINGS, type Finding } from './finding.ts';
import { heldDeed } from './held-deed.ts';
import { NewSegments } from './new-segments.ts';
import { type Renaming, renameTogether } from './redo.ts';
import type { Sources } from './sources.ts';

/** How to write. */
export interface MendOptions {
  /** Bytes after which the journal begins a new file. */
  readonly segmentBytes: number;
  readonly now: InstantString;
  /** Throws where another process took the folder meanwhile. */
  requireHeld(): void;
  /** Is told each step when it is done. */
  tell(step: string): void;
}

/**
 * Writes the journal as it is proven up to `provenTo`, and behind it the deed that says what was chosen. New files are written beside the old
 * ones and then take their names together; nothing that stood there is destroyed, all of it is set aside. Gives the deed.
 */
export async function writeMended(
  sources: Sources,
  { finding, provenTo }: { readonly finding: Finding; readonly provenTo: Head },
  choice: MendChoice,
  options: MendOptions,
): Promise<SealedDeed['deed']> {
  const { dataDir, stored, files: database } = sources;
  const aside = asideAt(options.now);
  mkdirSync(join(dataDir, JOURNAL), { recursive: true });
  clearUnfinished(dataDir);
  const sound = await writeBatches(sources, aside);
  options.tell('batches');
  const { deed, files, batches } = await writeSegments(sources, { finding, provenTo }, choice, options);
  options.tell('segments');
  const isBehind = (seq: number) => seq > provenTo.seq;
  const lines = [...files.flatMap((name) => replaced(dataDir, name, aside)), ...removed(dataDir, files.at(-1) ?? '', aside)];
  const renamings: Renaming[] = [...sound, ...batches, ...lines];
  const held = databaseHeld(database);
  if (held && isBehind(stored?.last ?? 0)) renamings.push(leaving(held, database, aside));
  for (const seq of snapshotSeqs(dataDir).filter(isBehind))
    renamings.push({ from: `${SNAPSHOTS}/${seq}`, to: `${SNAPSHOTS}/${aside}-${seq}` });
  if (existsSync(join(dataDir, FINDINGS))) renamings.push({ from: FINDINGS, to: `${JOURNAL}/${aside}-${FINDINGS}` });
  options.requireHeld();
  renameTogether(dataDir, renamings, options.tell);
  return deed;
}

/**
 * The renaming after which a database that knows of deeds given up is read no more: one's own is set aside. That of a former owner, which may
 * wake, keeps its name; a mark says that one's own is to be made without it.
 */
function leaving({ owner, pg }: HeldDatabase, own: DatabaseFiles, aside: string): Renaming {
  if (owner === own.owner) return { from: basename(pg), to: `pg.${aside}` };
  const boot = `${own.boot}${NewSegments.ENDING}`;
  markWrong({ boot });
  return { from: basename(boot), to: basename(own.boot) };
}

/** What a mending that was killed before its decision left. */
function clearUnfinished(dataDir: string): void {
  for (const name of readdirSync(join(dataDir, JOURNAL))) if (name.endsWith(NewSegments.ENDING)) rmSync(join(dataDir, JOURNAL, name));
}

/** Writes the batches of the sound part that are missing or altered beside them; gives the renamings that put them in their places. */
async function writeBatches({ dataDir, batches, stored }: Sources, aside: string): Promise<readonly Renaming[]> {
  const renamings: Renaming[] = [];
  for (const { seq } of batches) {
    const deed = await stored?.deed(seq);
    if (deed) renamings.push(...writeBatch(dataDir, packBatch(deed.changes), aside));
  }
  return renamings;
}

function writeBatch(dataDir: string, batch: NonNullable<SealedDeed['batch']>, aside: string): readonly Renaming[] {
  const path = batchPath(batch);
  const beside = `${path}${NewSegments.ENDING}`;
  mkdirSync(join(dataDir, dirname(path)), { recursive: true });
  writeFileSafely(join(dataDir, beside), batch.packed);
  const renaming = { from: beside, to: path };
  return existsSync(join(dataDir, path)) ? [{ from: path, to: `${JOURNAL}/${aside}-${batch.sha256}.ndjson.gz` }, renaming] : [renaming];
}

/** Writes the new files beside the old: what is sound of the file of the cut, every deed proven behind it, and the deed of the choice. */
async function writeSegments(
  sources: Sources,
  { finding, provenTo }: { readonly finding: Finding; readonly provenTo: Head },
  { way, who, reason }: MendChoice,
  { segmentBytes, now }: MendOptions,
): Promise<{ readonly deed: SealedDeed['deed']; readonly files: readonly string[]; readonly batches: readonly Renaming[] }> {
  const { dataDir, cut } = sources;
  const aside = asideAt(now);
  const segments = new NewSegments(dataDir, { number: cut.number, last: countSegments(dataDir), segmentBytes });
  const batches: Renaming[] = [];
  try {
    segments.begin(cut.end);
    let head = cut.head;
    while (head.seq < provenTo.seq) {
      const held = await heldDeed(sources, head.seq + 1, head.hash);
      if (!held) throw new Error(`deed ${head.seq + 1} was proven a moment ago and is not now`);
      if (held.batch) batches.push(...writeBatch(dataDir, held.batch, aside));
      segments.put(held, held.piece?.number ?? null);
      head = { seq: held.seq, hash: held.hash };
    }
    const sealed = sealDeed({ who, verb: MEND_JOURNAL, reason, idem: idemOf(mendKey(way, finding), MEND_JOURNAL), changes: [] }, head, now);
    segments.put({ seq: sealed.deed.seq, line: sealed.line }, null);
    return { deed: sealed.deed, files: segments.finish(), batches };
  } catch (error) {
    segments.abandon();
    throw error;
  }
}

/** The renamings that put a new file in the place of the old; none where both are the same. */
function replaced(dataDir: string, name: string, aside: string): readonly Renaming[] {
  const beside = `${name}${NewSegments.ENDING}`;
  const old = join(dataDir, name);
  if (!existsSync(old)) return [{ from: beside, to: name }];
  const bytes = readFileSync(join(dataDir, beside)).length;
  if (hashFile(old, bytes) === hashFile(join(dataDir, beside), bytes) && readFileSync(old).length === bytes) {
    rmSync(join(dataDir, beside));
    return [];
  }
  return [
    { from: name, to: asideName(name, aside) },
    { from: beside, to: name },
  ];
}

/** The renamings that set the files behind `last` aside: what they hold rests on what is lost. */
function removed(dataDir: string, last: string, aside: string): readonly Renaming[] {
  const names = Array.from({ length: countSegments(dataDir) }, (_, index) => segmentName(index + 1));
  return names.filter((name) => name > last && existsSync(join(dataDir, name))).map((name) => ({ from: name, to: asideName(name, aside) }));
}

function asideAt(now: InstantString): string {
  return `aside-${now.replaceAll(/[:.]/g, '')}`;
}

function asideName(name: string, aside: string): string {
  return name.replace(`${JOURNAL}/`, `${JOURNAL}/${aside}-`);
}
