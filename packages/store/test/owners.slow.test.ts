import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type InstantString, WestgateError } from '@westgate/base';
import { type Journal, openJournal } from '../src/journal/journal.ts';
import { sealDeed } from '../src/journal/journal-line.ts';
import { thisProcess } from '../src/ownership/identity.ts';
import { endFormer, endRecord, newestRecord, writeRecord } from '../src/ownership/owner-record.ts';
import { type Hold, type Ownership, ownershipOf } from '../src/ownership/ownership.ts';
import { MEMORY_DISK } from './folder.ts';
import { randomOf } from './random.ts';
import { created, sourceRow } from './sample.ts';

const TOOL = fileURLToPath(new URL('../../../../tools/verify-journal.mjs', import.meta.url));
const AT = '2024-05-01T00:00:00.000Z' as InstantString;
const SEEDS = process.env.WESTGATE_TRIAL === 'all' ? 200 : 100;
const STEPS = 30;
/** How deep owners come in between each other's steps. */
const DEPTH = 3;

/** An owner that opened the journal. */
interface Opened {
  readonly number: number;
  readonly journal: Journal;
  /** In the middle of a deed. */
  isBusy: boolean;
  mustRenew: boolean;
}

/** Owners over one folder that may stop at each of their steps, while others come between. */
class Owners {
  readonly acknowledged: string[] = [];
  readonly #folder: string;
  readonly #random: () => number;
  /** Those that opened the journal; a former one may wake at any step. */
  readonly #owners: Opened[] = [];
  /** Owners that will never do anything again, known to whoever comes next. */
  readonly #gone = new Set<number>();
  #depth = 0;
  #deeds = 0;

  constructor(folder: string, random: () => number) {
    this.#folder = folder;
    this.#random = random;
  }

  step(): void {
    const chance = this.#random();
    const owner = this.#owners[Math.floor(this.#random() * this.#owners.length)];
    if (!owner || chance < 0.12) this.#take();
    else if (owner.isBusy || this.#gone.has(owner.number)) return;
    else if (chance < 0.16) this.#end(owner);
    else if (chance < 0.22) this.#trying(() => owner.journal.clearOverrun());
    else this.#write(owner);
  }

  close(): void {
    for (const { journal } of this.#owners) journal.close();
  }

  /** Others may come between, as if this owner had been stopped here. */
  #stopped(): void {
    if (this.#depth >= DEPTH || this.#random() > 0.3) return;
    this.#depth++;
    for (let count = Math.floor(this.#random() * 3); count >= 0; count--) this.step();
    this.#depth--;
  }

  #take(): void {
    const found = newestRecord(this.#folder);
    const number = (found?.number ?? 0) + 1;
    const name = `${number}-${number}`;
    const isGone = found === null || found.end === 'released' || this.#gone.has(found.number);
    const { fence, databaseOf } = isGone ? (found?.record ?? { fence: null, databaseOf: 0 }) : { fence: name, databaseOf: number };
    this.#stopped();
    const record = writeRecord(this.#folder, { ...thisProcess(), number, id: String(number), fence, databaseOf });
    if (record === null) return;
    this.#stopped();
    endFormer(this.#folder, number);
    this.#stopped();
    const ownership = this.#interrupted({ dataDir: this.#folder, number, record, name, fence, databaseOf });
    this.#trying(() => {
      const { journal, damage } = openJournal(this.#folder, { ownership, segmentBytes: 3_000 });
      assert.equal(damage, null);
      this.#owners.push({ number, journal, isBusy: false, mustRenew: false });
    });
  }

  /** A process that ends, cleanly or not, and is known to have. */
  #end({ number, journal }: Opened): void {
    this.#gone.add(number);
    journal.close();
    if (this.#random() < 0.5 && newestRecord(this.#folder)?.number === number) endRecord(this.#folder, number, 'released');
    this.#owners.splice(
      this.#owners.findIndex((each) => each.number === number),
      1,
    );
  }

  #write(owner: Opened): void {
    owner.isBusy = true;
    const key = `o${owner.number}-${++this.#deeds}`;
    this.#trying(() => {
      if (owner.mustRenew) owner.journal.renew();
      owner.mustRenew = true;
      const changes = [created('source', sourceRow(key))];
      owner.journal.append(sealDeed({ who: 'a', verb: 'edit', reason: '', changes }, owner.journal.head, AT));
      owner.mustRenew = false;
      this.acknowledged.push(key);
    });
    owner.isBusy = false;
  }

  /** Looks as the real one does, and now and then fails, as a disk may; before and after that others may come between. */
  #interrupted(hold: Hold): Ownership {
    const real = ownershipOf(hold);
    return {
      ...real,
      requireHeld: () => {
        this.#stopped();
        if (this.#random() < 0.03) throw new Error('EIO');
        real.requireHeld();
        this.#stopped();
      },
    };
  }

  /** A refusal, or a disk that fails, is what an owner must live with; an assertion is not. */
  #trying(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      const isExpected = error instanceof WestgateError ? error.code === 'WG_READ_ONLY' : /EIO|another owner/.test(String(error));
      if (!isExpected) throw error;
    }
  }
}

test(`${SEEDS} times, owners that are stopped at any step, taken for gone and wake lose no acknowledged deed, and nothing of a former one is read`, () => {
  const seen = { acknowledged: 0, owners: 0, tooLate: 0 };
  for (let seed = 1; seed <= SEEDS; seed++) {
    const folder = mkdtempSync(join(MEMORY_DISK, 'westgate-owners-'));
    const owners = new Owners(folder, randomOf(seed));
    for (let step = 0; step < STEPS; step++) owners.step();
    const { journal, damage } = openJournal(folder, { untouched: true });
    assert.equal(damage, null, `seed ${seed}`);
    const keys = Array.from({ length: journal.head.seq }, (_, n) => String(journal.read(n + 1).changes[0]?.key));
    seen.tooLate += journal.clearOverrun().length;
    journal.close();
    owners.close();
    const lost = owners.acknowledged.filter((key) => !keys.includes(key));
    assert.deepEqual(lost, [], `seed ${seed}: acknowledged, and not in the journal`);
    const numbers = keys.map((key) => Number(key.slice(1, key.indexOf('-'))));
    assert.deepEqual(
      numbers,
      numbers.toSorted((a, b) => a - b),
      `seed ${seed}: a former owner's deed stands behind a later owner's`,
    );
    seen.acknowledged += owners.acknowledged.length;
    seen.owners += newestRecord(folder)?.number ?? 0;
    if (seed % 40 === 0) assert.equal(spawnSync(process.execPath, [TOOL, folder]).status, 0, `seed ${seed}`);
    rmSync(folder, { recursive: true });
  }
  assert.ok(seen.acknowledged > 5 * SEEDS && seen.owners > 3 * SEEDS && seen.tooLate > SEEDS / 4, JSON.stringify(seen));
});
