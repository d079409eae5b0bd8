import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editSchema } from '@westgate/contract';
import { HARBOUR, openOffice, PLENTY } from './office.ts';

const ROWS = 10_000;
/** Milliseconds between two questions: the rows of such a write are written in a tenth of a second. */
const EVERY_MS = 1;
/** A question waits for its turn beside the write, so a busy machine may come to ask once only while the rows are written. */
const MOST_ATTEMPTS = 6;
const office = await openOffice(HARBOUR, null, PLENTY);

test('of a long write it is told how many rows are written, more each time, and nothing once it is over; its undo too', async () => {
  const edits = Array.from({ length: ROWS }, (_, index) => ({
    action: 'create',
    table: 'department',
    fields: { id: `d-${index}`, name_en: `Department ${index}`, confidence: 'low' },
  }));
  const seen = { written: 0, undone: 0 };
  for (let attempt = 1; attempt <= MOST_ATTEMPTS && (seen.written < 2 || seen.undone < 2); attempt += 1) {
    const { answer, told } = await watched(`made-of-thousands-${attempt}`, (key) =>
      office.post('/api/v1/edits', { who: 'Ada', reason: '', edits }, { 'idempotency-key': key }),
    );
    assert.equal(answer.status, 200, await answer.clone().text());
    seen.written = Math.max(seen.written, growthOf(told));
    const { seq } = editSchema.editsReceipt.parse(await answer.json());
    const undone = await watched(`undone-thousands-${attempt}`, (key) =>
      office.post(`/api/v1/deeds/${seq}/undo`, { who: 'Ada', reason: '' }, { 'idempotency-key': key }),
    );
    assert.equal(undone.answer.status, 200);
    seen.undone = Math.max(seen.undone, growthOf(undone.told));
  }
  assert.ok(seen.written >= 2 && seen.undone >= 2, `different counts seen on the way: ${JSON.stringify(seen)}`);
});

test('a write that is refused, and a key that no one uses, are not underway', async () => {
  const refused = await office.post('/api/v1/edits', { who: 'Ada', reason: '', edits: [] }, { 'idempotency-key': 'refused-for-its-body' });
  assert.equal(refused.status, 400);
  assert.equal(await underway('refused-for-its-body'), null);
  assert.equal(await underway('a-key-of-nobody-here'), null);
});

async function underway(key: string) {
  const answer = await office.ask(`/api/v1/underway/${encodeURIComponent(key)}`);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  return editSchema.underway.parse(await answer.json()).progress;
}

/** What `write` answers, and all that was told of it meanwhile. */
async function watched(key: string, write: (key: string) => Promise<Response>) {
  let isOver = false;
  const answered = write(key).finally(() => {
    isOver = true;
  });
  const told: { readonly rows: number; readonly of: number }[] = [];
  while (!isOver) {
    const progress = await underway(key);
    if (progress) told.push(progress);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  assert.equal(await underway(key), null, 'nothing once it is over');
  return { answer: await answered, told };
}

/** How many different counts were told; they never fall. */
function growthOf(told: readonly { readonly rows: number; readonly of: number }[]): number {
  for (const [index, { rows, of }] of told.entries()) {
    assert.equal(of, ROWS);
    assert.ok(rows > 0 && rows <= of && rows >= (told[index - 1]?.rows ?? 0), JSON.stringify(told));
  }
  return new Set(told.map(({ rows }) => rows)).size;
}
