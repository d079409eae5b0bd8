import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { type Desk, frozenText, idemOf, openDesk, readFolder, reportNumbered } from '@westgate/desk';
import { acted } from '../acting.ts';
import { edit, HARBOUR } from '../folders.ts';

const DRAFT = { title: { zh: null, en: 'Harbour ledger' }, asOf: '2026-06-30', plan: null, monthly: null, circular: null };
const ADA = { who: 'Ada' };
const OPENED = {
  subjectKind: 'project',
  subjectId: 'silo-library',
  what: 'opened',
  dates: '2026-03-01',
  value: null,
  unit: null,
  newDueOn: null,
  source: 'gazette',
  confidence: 'high',
  note: { zh: null, en: null },
} as const;

let loaded: string;
before(async () => {
  loaded = await mkdtemp(join(tmpdir(), 'westgate-report-'));
  await (await openDesk({ dataDir: loaded, districtFolder: HARBOUR })).close();
});
after(() => rm(loaded, { recursive: true }));

async function withDesk(walk: (desk: Desk, dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'westgate-report-'));
  cpSync(loaded, dataDir, { recursive: true });
  const desk = await openDesk({ dataDir });
  try {
    await walk(desk, dataDir);
  } finally {
    await desk.close();
    await rm(dataDir, { recursive: true });
  }
}

function numbered(desk: Desk, number: number) {
  const report = reportNumbered(desk.register, number);
  assert.ok(report, `report ${number} is there`);
  return report;
}

async function refusal(work: Promise<unknown>): Promise<WestgateError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof WestgateError, String(error));
  return error;
}

test('a report holds what stood when it was made, whatever is recorded later, and its hash can be computed by anyone', async () => {
  await withDesk(async (desk, dataDir) => {
    const head = await desk.deed(desk.seq);
    await acted(desk, 'make-report', DRAFT, ADA);
    const made = numbered(desk, 1);
    const text = frozenText(made);
    const library = (row: typeof made) =>
      'commitments' in row.content ? row.content.commitments.find(({ id }) => id === 'p1s2-1')?.state.name : null;
    await acted(desk, 'record-outcome', OPENED, ADA);
    await acted(desk, 'make-report', { ...DRAFT, title: { zh: null, en: 'After the opening' } }, ADA);
    assert.equal(frozenText(numbered(desk, 1)), text);
    assert.notEqual(library(numbered(desk, 1)), 'done');
    assert.equal(library(numbered(desk, 2)), 'done');
    assert.equal(createHash('sha256').update(text).digest('hex'), made.hash);
    assert.deepEqual([made.head_seq, made.head_hash], [head?.seq, head?.hash]);
    assert.deepEqual(await desk.verifyReport(made), { hash: made.hash, computed: made.hash, head: 'matches', ok: true });
    await desk.close();
    const again = await openDesk({ dataDir });
    assert.equal(frozenText(numbered(again, 1)), text);
    assert.equal((await again.verifyReport(numbered(again, 1))).ok, true);
    await again.close();
  });
});

test('a report that was changed behind its back does not verify', async () => {
  await withDesk(async (desk) => {
    await acted(desk, 'make-report', DRAFT, ADA);
    const made = numbered(desk, 1);
    const forged = { ...made, title_en: 'Another title' };
    assert.equal((await desk.verifyReport(forged)).ok, false);
    const elsewhere = { ...made, head_hash: 'f'.repeat(64) };
    assert.equal((await desk.verifyReport(elsewhere)).head, 'differs');
  });
});

test('a report is taken back with its deed and brought back; its number is never given again', async () => {
  await withDesk(async (desk) => {
    const { seq } = (await acted(desk, 'make-report', DRAFT, ADA)).deed;
    const { hash } = numbered(desk, 1);
    const undone = await desk.undo(seq, ADA);
    assert.equal(reportNumbered(desk.register, 1), null);
    await acted(desk, 'make-report', DRAFT, ADA);
    assert.equal(numbered(desk, 2).number, 2);
    await desk.undo(undone.seq, ADA);
    assert.equal(numbered(desk, 1).hash, hash);
    assert.equal((await desk.verifyReport(numbered(desk, 1))).ok, true);
    const { isClean, faults } = await desk.verify();
    assert.deepEqual([isClean, faults], [true, []]);
  });
});

test('the same request sent twice makes one report', async () => {
  await withDesk(async (desk) => {
    const idem = idemOf('once', DRAFT);
    const first = await acted(desk, 'make-report', DRAFT, { ...ADA, idem });
    const second = await acted(desk, 'make-report', DRAFT, { ...ADA, idem });
    assert.equal(second.deed.seq, first.deed.seq);
    assert.equal(desk.register.report.size, 1);
    const other = acted(desk, 'make-report', { ...DRAFT, asOf: '2026-01-01' }, { ...ADA, idem: idemOf('once', 'another') });
    assert.equal((await refusal(other)).code, 'WG_INPUT_INVALID');
  });
});

test('a report without a title is refused, and nothing is stored', async () => {
  await withDesk(async (desk) => {
    const { seq } = desk;
    assert.equal((await refusal(acted(desk, 'make-report', { ...DRAFT, title: { zh: ' ', en: null } }, ADA))).code, 'WG_INPUT_INVALID');
    assert.equal(
      (await refusal(acted(desk, 'make-report', { ...DRAFT, title: { zh: null, en: 'x'.repeat(201) } }, ADA))).code,
      'WG_INPUT_INVALID',
    );
    assert.equal(desk.seq, seq);
  });
});

test('an older folder without reports leaves them; one with a changed report is refused', async () => {
  await withDesk(async (desk) => {
    await acted(desk, 'make-report', DRAFT, ADA);
    const report = await desk.importFolder(await readFolder(HARBOUR), ADA);
    assert.equal(report.changeCount, 0);
    assert.equal(desk.register.report.size, 1);
    const folder = desk.exportFolder();
    assert.equal((await desk.importFolder(folder, ADA)).changeCount, 0);
    assert.equal(
      (await refusal(desk.importFolder(edit(folder, 'results/reports.csv', 'Harbour ledger,', 'Another ledger,'), ADA))).code,
      'WG_FOLDER_INVALID',
    );
    assert.equal(
      (await refusal(desk.revise({ table: 'report', key: 'report-1', rev: 1, fields: { title_en: 'x' } }, ADA))).code,
      'WG_INPUT_INVALID',
    );
    const read = { table: 'report', key: 'report-1', rev: 1 } as const;
    assert.equal((await refusal(desk.withdraw(read, ADA))).code, 'WG_INPUT_INVALID');
    assert.equal((await refusal(desk.edit([{ action: 'withdraw', ...read }], ADA))).code, 'WG_INPUT_INVALID');
    assert.equal(desk.register.report.size, 1);
  });
});

test('a district that is cleared takes its reports with it, and undoing that brings them back', async () => {
  await withDesk(async (desk) => {
    await acted(desk, 'make-report', DRAFT, ADA);
    const { hash } = numbered(desk, 1);
    const { seq } = await desk.startDistrict(null, ADA);
    assert.equal(desk.register.report.size, 0);
    assert.equal((await refusal(acted(desk, 'make-report', DRAFT, ADA))).code, 'WG_NO_DISTRICT');
    await desk.undo(seq, ADA);
    assert.equal(numbered(desk, 1).hash, hash);
    assert.equal((await desk.verifyReport(numbered(desk, 1))).ok, true);
  });
});

test('reports go out with the folder and come in again elsewhere, where only their head cannot be told', async () => {
  await withDesk(async (desk) => {
    await acted(desk, 'record-outcome', OPENED, ADA);
    await acted(desk, 'make-report', DRAFT, ADA);
    const folder = desk.exportFolder();
    const other = await openDesk({ memory: true });
    await other.importFolder(folder, ADA);
    const check = await other.verifyReport(numbered(other, 1));
    assert.deepEqual([check.ok, check.head], [true, 'elsewhere']);
    assert.equal(frozenText(numbered(other, 1)), frozenText(numbered(desk, 1)));
    await acted(other, 'make-report', DRAFT, ADA);
    assert.equal(numbered(other, 2).number, 2);
    await other.close();
  });
});
