import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { addEvidence, openDesk, type TakenFile } from '@westgate/desk';
import { HARBOUR } from './folders.ts';

const LONG_AGO = new Date('2024-01-01T00:00:00Z');
const none = { zh: null, en: null };

async function* content(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

test('at a start the files go that no row ever named; those of an upload that was undone stay', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'westgate-sweep-'));
  const pathOf = ({ sha256 }: TakenFile): string => join(dataDir, 'files', sha256.slice(0, 2), sha256);
  const desk = await openDesk({ dataDir, districtFolder: HARBOUR });
  const take = (text: string) => desk.files.take({ name: 'notes.txt', content: content(text) }, 1_000);
  const [kept, undone, orphan] = [await take('kept'), await take('undone'), await take('orphan')];
  const draft = {
    subjectKind: 'project',
    subjectId: 'sea-wall',
    requirement: null,
    title: { zh: null, en: 'Notes' },
    on: '2025-01-01',
    note: none,
  };
  await addEvidence(desk, draft, kept, { who: 'Ada' });
  const { deed } = await addEvidence(desk, draft, undone, { who: 'Ada' });
  await desk.undo(deed.seq, { who: 'Ada' });
  await desk.files.keep(orphan);
  const young = await take('young');
  await desk.files.keep(young);
  await desk.close();
  for (const file of [kept, undone, orphan]) utimesSync(pathOf(file), LONG_AGO, LONG_AGO);
  const again = await openDesk({ dataDir });
  t.after(async () => {
    await again.close();
    rmSync(dataDir, { recursive: true });
  });
  assert.deepEqual(
    [kept, undone, orphan, young].map((file) => existsSync(pathOf(file))),
    [true, true, false, true],
  );
  await again.undo(again.seq, { who: 'Ada' });
  assert.equal(again.register.evidence.size, 4, 'what was undone is brought back with its bytes');
  assert.deepEqual((await again.verify()).files, { sound: 2, absent: 2 });
});
