import { invariant } from '@westgate/base';
import { type Batch, unpackBatch } from './batch.ts';
import { type Deed, FIRST_HASH } from './deed.ts';
import type { Journal } from './journal.ts';
import { parseLine, parseSummary } from './journal-line.ts';

/** A journal that lives as long as the process: for tests and trials. */
export function memoryJournal(): Journal {
  const lines: Buffer[] = [];
  const hashes = [FIRST_HASH];
  const batches = new Map<number, Batch>();
  const deedAt = (seq: number): Deed | null => {
    const line = lines[seq - 1];
    if (!line) return null;
    return parseLine(line, hashes[seq - 1] ?? FIRST_HASH, (name) => {
      const batch = batches.get(seq);
      invariant(batch, `the batch of deed ${seq} is kept`);
      return unpackBatch(batch.packed, name);
    });
  };
  return {
    get head() {
      return { seq: lines.length, hash: hashes[lines.length] ?? FIRST_HASH };
    },
    get batches() {
      return [...batches].map(([seq, { count, sha256 }]) => ({ seq, count, sha256 }));
    },
    append(...deeds) {
      for (const { deed, line, batch } of deeds) {
        if (batch) batches.set(deed.seq, batch);
        lines.push(line.subarray(0, -1));
        hashes.push(deed.hash);
      }
    },
    renew() {},
    clearOverrun: () => [],
    read(seq, most) {
      const deed = deedAt(seq);
      invariant(deed, `deed ${seq} is in the journal of ${lines.length}`);
      return { ...deed, changes: deed.changes.slice(0, most) };
    },
    summary(seq) {
      const line = lines[seq - 1];
      invariant(line, `deed ${seq} is in the journal of ${lines.length}`);
      return parseSummary(line, hashes[seq - 1] ?? FIRST_HASH);
    },
    changesOf: (seq) => deedAt(seq)?.changes ?? [],
    changeAt: (seq, position) => deedAt(seq)?.changes[position - 1] ?? null,
    async checkNextBatch() {},
    readLastAt: () => deedAt(lines.length)?.at ?? null,
    endBefore(seq) {
      lines.length = seq - 1;
      hashes.length = seq;
    },
    hashAt: (seq) => hashes[seq] ?? null,
    close() {},
  };
}
