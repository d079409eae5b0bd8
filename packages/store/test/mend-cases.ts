import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { InstantString } from '@westgate/base';
import { idemOf, openStore, type Store } from '@westgate/store';
import { databaseFiles } from '../src/disk/boot.ts';
import { openJournal } from '../src/journal/journal.ts';
import { isAllProven, readFinding } from '../src/mend/finding.ts';
import { findLack, mendJournal } from '../src/mend/mend.ts';
import { finishRenaming } from '../src/mend/redo.ts';
import type { Span } from '../src/mend/span.ts';
import { openStoredCopy, type StoredCopy } from '../src/mend/stored-copy.ts';
import { takenFrom } from './folder.ts';
import { randomOf } from './random.ts';
import { changed, created, sourceRow } from './sample.ts';

/** A data folder that cases are copied from, and what every line of its journal is. */
export interface Template {
  readonly dir: string;
  /** `lines[seq]`, with its line end. */
  readonly lines: readonly Buffer[];
  /** The names of batches by deed. */
  readonly batches: ReadonlyMap<number, string>;
  /** What the database holds: all, a part, or nothing. */
  readonly stored: Readonly<Record<Holding, StoredCopy | null>>;
  close(): Promise<void>;
}

/** How much the database holds. */
type Holding = 'whole' | 'behind' | 'none';

const SEGMENT_BYTES = 4_000;
const BEHIND = 44;
const LAST = 54;
const AT = '2026-05-01T00:00:00.000Z' as InstantString;

/** Makes a folder of 54 deeds in many files, with batches before and after the point that an older database stands at, and an erased person. */
export async function makeTemplate(): Promise<Template> {
  const dir = mkdtempSync(join(tmpdir(), 'westgate-mend-'));
  const data = join(dir, 'data');
  await within(data, async (store) => {
    for (let n = 1; n < BEHIND; n++) await one(store, n);
    const erased = (await store.persons()).find(({ name }) => name === 'Person 2');
    await store.erasePerson(erased?.id ?? '', 'left the office');
  });
  cpSync(join(data, 'pg'), join(dir, 'behind', 'pg'), { recursive: true });
  await within(data, async (store) => {
    for (let n = BEHIND + 1; n <= LAST; n++) await one(store, n);
  });
  const { journal } = openJournal(data, { untouched: true });
  assert.equal(journal.head.seq, LAST);
  const batches = new Map(journal.batches.map(({ seq, sha256 }) => [seq, sha256]));
  journal.close();
  const whole = segmentsOf(data).flatMap((name) => linesOf(readFileSync(join(data, 'journal', name))));
  const stored = {
    whole: await openStoredCopy(databaseFiles(data, 0)),
    behind: await openStoredCopy(databaseFiles(join(dir, 'behind'), 0)),
    none: null,
  };
  return {
    dir,
    lines: [Buffer.alloc(0), ...whole],
    batches,
    stored,
    async close() {
      await stored.whole?.close();
      await stored.behind?.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A folder of its own for a case; with `pg/` where the whole store is to open it. */
function copyOf({ dir }: Template, holding: Holding | 'no-pg'): string {
  const folder = mkdtempSync(join(dir, 'case-'));
  for (const part of ['journal', 'batches', 'keys']) cpSync(join(dir, 'data', part), join(folder, part), { recursive: true });
  if (holding === 'whole') cpSync(join(dir, 'data', 'pg'), join(folder, 'pg'), { recursive: true });
  if (holding === 'behind') cpSync(join(dir, 'behind', 'pg'), join(folder, 'pg'), { recursive: true });
  return folder;
}

/** Spoils the journal of a folder in one or two ways. */
function spoil(folder: string, random: () => number): string {
  const ways = [cut, cut, flip, flip, flip, flip, dropSegment, dropBatch, flipBatch];
  const pick = () => ways[Math.floor(random() * ways.length)] ?? flip;
  const first = pick()(folder, random);
  return random() < 0.35 ? `${first}, ${pick()(folder, random)}` : first;
}

/** The deeds of the template that the folder or the database still holds, reckoned without the code that is tried. */
function heldDeeds({ lines, batches }: Template, folder: string, storedLast: number): ReadonlySet<number> {
  const files = segmentsOf(folder).map((name) => readFileSync(join(folder, 'journal', name)));
  const isIn = (bytes: Buffer) => files.some((file) => file.includes(bytes));
  const held = new Set<number>();
  for (let seq = 1; seq <= LAST; seq++) {
    const line = lines[seq]?.subarray(0, -1) ?? Buffer.alloc(0);
    const next = lines[seq + 1]?.subarray(0, -1);
    // A line that is whole but for its own hash is proven by the next.
    const isProvenByNext = next !== undefined && isIn(line.subarray(65)) && isIn(next) && !isIn(line);
    const hasLine = isIn(line) || isProvenByNext;
    const batch = batches.get(seq);
    if (seq <= storedLast || (hasLine && (batch === undefined || isSound(folder, batch)))) held.add(seq);
  }
  return held;
}

/** Runs the case of a seed on the files alone, with the databases of the template; gives what was done, and throws where a deed is lost. */
export async function runCase(template: Template, seed: number, stopAt?: number): Promise<string> {
  const random = randomOf(seed);
  const holding: Holding = random() < 0.6 ? 'whole' : random() < 0.7 ? 'behind' : 'none';
  const folder = copyOf(template, 'no-pg');
  const what = `seed ${seed}: ${spoil(folder, random)}, database ${holding}`;
  try {
    await check(template, folder, holding, stopAt);
    return what;
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Why an opening makes the database anew while its own, or that of a former owner, holds the only sound copy of a batch. */
export const DOUBTS = ['the machine stopped', 'found wrong', 'taken over', 'taken over and killed while it was made'] as const;

/**
 * Opens a folder whose database is whole but must be made anew, with a batch spoilt at random: again and again the deed of it is found in the database,
 * and the offered way out brings it back. Gives what was done, and throws where a deed is lost.
 */
export async function runOpening(template: Template, seed: number): Promise<string> {
  const random = randomOf(seed);
  const folder = copyOf(template, 'whole');
  const doubt = DOUBTS[seed % DOUBTS.length] ?? DOUBTS[0];
  const what = `seed ${seed}: ${(random() < 0.7 ? flipBatch : dropBatch)(folder, random)}, the database whole, ${doubt}`;
  if (doubt === 'the machine stopped') writeFileSync(join(folder, 'boot'), 'another boot');
  else if (doubt === 'found wrong') writeFileSync(join(folder, 'boot'), 'wrong');
  else {
    takenFrom(folder);
    if (doubt === 'taken over and killed while it was made') {
      mkdirSync(join(folder, 'pg-2'));
      writeFileSync(join(folder, 'boot-2'), 'unfinished');
    }
  }
  try {
    // The second opening finds what the first left.
    for (const opening of ['first', 'second']) {
      await within(folder, async (store) => {
        const { finding } = await store.journalReport();
        assert.equal(store.reason, 'journal-damaged', `at the ${opening} opening: ${store.note}`);
        assert.deepEqual([finding?.lost, finding?.resting, finding?.fromDatabase.length], [[], [], 1], `at the ${opening} opening`);
      });
    }
    await within(folder, async (store) => {
      await store.mend({ way: 'rewrite', who: 'westgate', reason: 'trial' });
      assert.deepEqual([store.mode, (await store.verify()).faults], ['ready', []]);
    });
    requireMended(template, folder, LAST + 1, 'rewrite');
    return what;
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether half of a line and its end stand in the journal, the other half altered: it was acknowledged. */
function isHalfLeft(folder: string, line: Buffer | undefined): boolean {
  if (!line) return false;
  const half = line.length >> 1;
  return segmentsOf(folder).some((name) =>
    linesOf(readFileSync(join(folder, 'journal', name))).some((each) =>
      [line.subarray(0, half), line.subarray(half)].some((part) => each.includes(part)),
    ),
  );
}

/** Alters the number that the last line gives itself, where nothing else holds its deed; gives what is then found to be lost. */
export async function lostByNumber(template: Template, digit: string): Promise<readonly Span[]> {
  const folder = copyOf(template, 'no-pg');
  const path = join(folder, 'journal', segmentsOf(folder).at(-1) ?? '');
  const text = readFileSync(path, 'latin1');
  const at = text.lastIndexOf('"seq":') + '"seq":'.length;
  writeFileSync(path, `${text.slice(0, at)}${digit}${text.slice(at + 1)}`, 'latin1');
  const finding = await findLack(databaseFiles(folder, 0), AT, async () => null);
  rmSync(folder, { recursive: true, force: true });
  return finding?.lost ?? [];
}

async function check(template: Template, folder: string, holding: Holding, stopAt: number | undefined): Promise<void> {
  const stored = template.stored[holding];
  const openStored = async () => stored && { ...stored, close: async () => undefined };
  const held = heldDeeds(template, folder, stored?.last ?? 0);
  const firstLost = Array.from({ length: LAST }, (_, index) => index + 1).find((seq) => !held.has(seq)) ?? LAST + 1;
  const before = contentOf(folder);
  const isTold = isHalfLeft(folder, template.lines[firstLost]);
  const finding = await findLack(databaseFiles(folder, 0), AT, openStored);
  assert.deepEqual(contentOf(folder), before, 'looking writes nothing into the journal');
  if (!finding) {
    const { journal, damage } = openJournal(folder, { untouched: true });
    assert.equal(damage, null, 'what is not found is whole');
    assert.equal(journal.head.seq, firstLost - 1, 'only what nothing tells of goes unnoticed');
    for (let seq = 1; seq < firstLost; seq++) journal.read(seq);
    journal.close();
    return;
  }
  assert.deepEqual(readFinding(folder), finding, 'it survives the process');
  assert.equal(finding.provenTo.seq, firstLost - 1, 'everything is proven up to the first deed that nothing holds');
  const way = isAllProven(finding) ? 'rewrite' : 'give-up';
  let steps = 0;
  const tell = () => {
    steps += 1;
    if (steps === stopAt) throw new Error('killed here');
  };
  const mending = mendJournal(
    databaseFiles(folder, 0),
    { way, who: 'westgate', reason: 'trial' },
    { openStored, segmentBytes: SEGMENT_BYTES, now: AT, tell },
  );
  if (stopAt !== undefined) {
    await mending.catch((error) => assert.match(String(error), /killed here/));
    const isDecided = existsSync(join(folder, 'mending.json')) || !existsSync(join(folder, 'findings.ndjson'));
    finishRenaming(folder);
    if (!isDecided) {
      assert.deepEqual(withoutNew(contentOf(folder)), [...before], 'killed before the decision, the journal is as it was');
      await mendJournal(
        databaseFiles(folder, 0),
        { way, who: 'westgate', reason: 'trial' },
        { openStored, segmentBytes: SEGMENT_BYTES, now: AT },
      );
    }
  } else await mending;
  requireMended(template, folder, firstLost, way);
  const known = Math.max(stored?.last ?? 0, ...[...held]);
  const named = new Set(
    [...finding.lost, ...finding.resting].flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
  );
  if (isTold) assert.ok(named.has(firstLost), `deed ${firstLost} is lost, and a half of its line tells of it`);
  for (let seq = firstLost; seq <= known; seq++) assert.ok(named.has(seq), `deed ${seq} is lost and named`);
  assert.ok(Math.max(0, ...named) <= LAST, 'no deed is named that never was');
  assert.equal(
    await findLack(databaseFiles(folder, 0), AT, async () => (stored && stored.last < firstLost ? openStored() : null)),
    null,
    'nothing is lacking after it',
  );
  // What stood there is set aside: every altered or removed file still lies beside the journal, as it was.
  const after = contentOf(folder);
  const aside = readdirSync(join(folder, 'journal')).filter((name) => name.startsWith('aside-'));
  for (const [name, bytes] of before) {
    if (after.get(name) === bytes) continue;
    const kept = aside.filter((each) => each.endsWith(name.replace(/^.*\//, '')));
    assert.ok(
      kept.some((each) => hashOf(readFileSync(join(folder, 'journal', each))) === bytes),
      `${name} is set aside`,
    );
  }
}

/** The journal holds the template's deeds before `firstLost`, byte for byte, and then the deed of the choice. */
function requireMended({ lines, batches }: Template, folder: string, firstLost: number, way: string): void {
  const { journal, damage } = openJournal(folder, { untouched: true });
  try {
    assert.equal(damage, null, damage?.why);
    assert.equal(journal.head.seq, firstLost);
    const text = Buffer.concat(segmentsOf(folder).map((name) => readFileSync(join(folder, 'journal', name))));
    const expected = Buffer.concat(lines.slice(1, firstLost));
    assert.ok(text.subarray(0, expected.length).equals(expected), 'the lines are as they were first written');
    for (let seq = 1; seq <= firstLost; seq++) journal.read(seq);
    const choice = journal.read(firstLost);
    assert.deepEqual([choice.verb, choice.reason, choice.changes], ['mend-journal', 'trial', []]);
    assert.ok(choice.idem?.startsWith(`mend-journal ${way} `));
    assert.ok([...batches.keys()].filter((seq) => seq < firstLost).every((seq) => isSound(folder, batches.get(seq) ?? '')));
  } finally {
    journal.close();
  }
}

async function within(dir: string, use: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ dir, limits: { segmentBytes: SEGMENT_BYTES, minFreeBytes: 0 } });
  try {
    await use(store);
  } finally {
    await store.close();
  }
}

/** A deed of one of several kinds. */
async function one(store: Store, n: number): Promise<void> {
  const by = { who: `Person ${n % 5}`, verb: 'edit', reason: `for reason ${n}, “首先”` };
  const row = sourceRow(`s${n}`);
  if (n === 9 || n === 30 || n === BEHIND + 6) {
    const rows = Array.from({ length: 501 }, (_, index) => sourceRow(`b${n}-${index}`));
    await store.commit({ ...by, verb: 'import', changes: rows.map((each) => created('source', each)) });
  } else if (n % 7 === 0) {
    const [held] = (await store.readAll()).source.filter(({ id }) => id === `s${n - 1}`);
    assert.ok(held);
    await store.commit({ ...by, changes: [changed('source', held, { title: `changed by ${n}` })] });
  } else await store.commit({ ...by, idem: idemOf(`key-${n}`, `key-${n}`), changes: [created('source', row)] });
}

function cut(folder: string, random: () => number): string {
  const count = 1 + Math.floor(random() * 20);
  const isTorn = random() < 0.3;
  for (let left = count; left > 0; ) {
    const name = segmentsOf(folder).at(-1);
    if (name === undefined || name === '000001.ndjson') break;
    const path = join(folder, 'journal', name);
    const lines = linesOf(readFileSync(path));
    const kept = lines.slice(0, Math.max(0, lines.length - left));
    left -= lines.length - kept.length;
    const torn = isTorn && left === 0 ? (lines[kept.length]?.subarray(0, 100) ?? Buffer.alloc(0)) : Buffer.alloc(0);
    if (kept.length === 0 && torn.length === 0) rmSync(path);
    else writeFileSync(path, Buffer.concat([...kept, torn]));
  }
  return `${count} lines cut${isTorn ? ', the last torn' : ''}`;
}

function flip(folder: string, random: () => number): string {
  const names = segmentsOf(folder);
  const name = names[Math.floor(random() * names.length)] ?? '000001.ndjson';
  return flipIn(join(folder, 'journal', name), name, random);
}

function flipBatch(folder: string, random: () => number): string {
  const names = readdirSync(join(folder, 'batches')).sort();
  const name = names[Math.floor(random() * names.length)];
  return name === undefined ? 'no batch is left' : flipIn(join(folder, 'batches', name), `batch ${name.slice(0, 6)}`, random);
}

function flipIn(path: string, name: string, random: () => number): string {
  const bytes = readFileSync(path);
  const at = Math.floor(random() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  writeFileSync(path, bytes);
  return `byte ${at} of ${name} flipped`;
}

function dropSegment(folder: string, random: () => number): string {
  const names = segmentsOf(folder);
  const name = names[Math.floor(random() * (names.length - 1))] ?? '';
  if (name !== '') rmSync(join(folder, 'journal', name));
  return `${name} removed`;
}

function dropBatch(folder: string, random: () => number): string {
  const names = readdirSync(join(folder, 'batches')).sort();
  const name = names[Math.floor(random() * names.length)];
  if (name !== undefined) rmSync(join(folder, 'batches', name));
  return `batch ${name?.slice(0, 6)} removed`;
}

function isSound(folder: string, sha256: string): boolean {
  try {
    return hashOf(gunzipSync(readFileSync(join(folder, 'batches', `${sha256}.ndjson.gz`)))) === sha256;
  } catch {
    return false;
  }
}

/** The hash of every file of the journal and its batches, by path. */
function contentOf(folder: string): ReadonlyMap<string, string> {
  mkdirSync(join(folder, 'batches'), { recursive: true });
  const paths = [
    ...segmentsOf(folder).map((name) => `journal/${name}`),
    ...readdirSync(join(folder, 'batches')).map((name) => `batches/${name}`),
  ];
  return new Map(paths.map((path) => [path, hashOf(readFileSync(join(folder, path)))]));
}

/** What is there but for files that were being written beside it. */
function withoutNew(content: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...content].filter(([path]) => !path.endsWith('.mended'));
}

function segmentsOf(folder: string): readonly string[] {
  return readdirSync(join(folder, 'journal'))
    .filter((name) => /^\d{6}\.ndjson$/.test(name))
    .sort();
}

function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0, end = bytes.indexOf(0x0a); end !== -1; from = end + 1, end = bytes.indexOf(0x0a, from)) {
    lines.push(bytes.subarray(from, end + 1));
  }
  return lines;
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
