import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { idemOf, openDesk } from '@westgate/desk';
import { HARBOUR } from './folders.ts';

const desk = await openDesk({ memory: true, districtFolder: HARBOUR });
after(() => desk.close());

const WALL = { table: 'project', key: 'sea-wall' } as const;
const OPENED = { table: 'outcome', key: 'market-square-opened' } as const;
const row = () => [...desk.register.project.values()].find(({ id }) => id === WALL.key);

async function refusal(promise: Promise<unknown>): Promise<WestgateError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof WestgateError, String(error));
  return error;
}

async function wrongFields(
  table: 'project' | 'sentence' | 'place' | 'commitment' | 'outcome',
  key: string,
  fields: object,
): Promise<unknown> {
  const refused = await refusal(desk.revise({ table, key, rev: 1, fields: { ...fields } }, { who: 'Ada' }));
  assert.equal(refused.code, 'WG_INPUT_INVALID', refused.message);
  const { faults } = refused.details;
  assert.ok(Array.isArray(faults), refused.message);
  return faults.map(({ field }) => field);
}

test('a field of a record is given another value; the second who read the old one is told what the first did', async () => {
  const first = await desk.revise({ ...WALL, rev: 1, fields: { due_on: '2026-09-30', lead: 'works' } }, { who: 'Ada', reason: 'contract' });
  assert.deepEqual([first.verb, first.changeCount, row()?.due_on, row()?.rev], ['revise', 1, '2026-09-30', 2]);

  const stale = await refusal(desk.revise({ ...WALL, rev: 1, fields: { due_on: '2027-01-31' } }, { who: 'Ben' }));
  assert.equal(stale.code, 'WG_STALE_RECORD');
  assert.match(stale.message, /expected project sea-wall at revision 1; it is at revision 2, changed by Ada/);
  const { rev, row: present, changes } = stale.details;
  assert.deepEqual([rev, present], [2, row()]);
  assert.ok(Array.isArray(changes));
  assert.deepEqual(
    changes.map(({ seq, who, reason, fields }) => ({
      seq,
      who,
      reason,
      fields: fields.filter(({ field }: { readonly field: string }) => field === 'due_on'),
      others: fields.length - 1,
    })),
    [
      {
        seq: first.seq,
        who: 'Ada',
        reason: 'contract',
        fields: [{ field: 'due_on', before: '2025-10-31', after: '2026-09-30' }],
        others: 2,
      },
    ],
    'the due date, and the basis it no longer has',
  );
  const second = await desk.revise({ ...WALL, rev: 2, fields: { due_on: '2027-01-31' } }, { who: 'Ben' });
  assert.equal(row()?.due_on, '2027-01-31');
  await desk.undo(second.seq, { who: 'Ben' });
  assert.equal(row()?.due_on, '2026-09-30');
  await desk.undo(first.seq, { who: 'Ada' });
  assert.equal(row()?.due_on, '2025-10-31');
});

test('of two who write at once, one is first and the other is told', async () => {
  const rev = row()?.rev ?? 0;
  const both = await Promise.allSettled(
    ['one', 'other'].map((note) => desk.revise({ ...WALL, rev, fields: { note_en: note } }, { who: note })),
  );
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
});

test('a request sent again does nothing new, though the revision it names is past', async () => {
  const rev = row()?.rev ?? 0;
  const request = { ...WALL, rev, fields: { note_en: ' a third note ' } };
  const idem = idemOf('k', request);
  const first = await desk.revise(request, { who: 'Ada', idem });
  const again = await desk.revise(request, { who: 'Ada', idem });
  assert.equal(again.seq, first.seq);
  assert.match(
    (await refusal(desk.revise({ ...request, fields: { note_en: 'else' } }, { who: 'Ada', idem: idemOf('k', 'else') }))).message,
    /key of its own/,
  );
  assert.match((await refusal(desk.withdraw({ ...OPENED, rev: 1 }, { who: 'Ada', idem: idemOf('k', OPENED) }))).message, /key of its own/);
  assert.match((await refusal(desk.revise(request, { who: 'Ben', idem }))).message, /key of its own/, 'the key of another person');
});

test('an outcome is withdrawn and brought back; who reads it as it was learns that it is gone', async () => {
  const idem = idemOf('w', OPENED);
  const deed = await desk.withdraw({ ...OPENED, rev: 1 }, { who: 'Ada', idem });
  assert.equal((await desk.withdraw({ ...OPENED, rev: 1 }, { who: 'Ada', idem })).seq, deed.seq);
  const stale = await refusal(desk.revise({ ...OPENED, rev: 1, fields: { note_en: 'x' } }, { who: 'Ben' }));
  assert.deepEqual([stale.code, stale.details.rev, stale.details.row], ['WG_STALE_RECORD', null, null]);
  await desk.undo(deed.seq, { who: 'Ben' });
  assert.equal([...desk.register.outcome.values()].find(({ id }) => id === OPENED.key)?.rev, 2);
});

test('every field that does not fit is named, with the checks of a district folder, and nothing is stored', async () => {
  const { seq } = desk;
  assert.deepEqual(await wrongFields('project', 'storm-pump', { due_on: '31 May', lead: 'nobody at all', kind: 'castle', colour: 1 }), [
    'colour',
    'due_on',
    'lead',
    'kind',
  ]);
  assert.deepEqual(await wrongFields('project', 'storm-pump', { lead: 'nobody', name_zh: '泵', tags: ['aim:fly'] }), [
    'lead',
    'name_zh',
    'tags',
  ]);
  assert.deepEqual(await wrongFields('project', 'storm-pump', { name_en: null, id: 'pump' }), ['id']);
  assert.deepEqual(await wrongFields('project', 'storm-pump', { name_en: null }), ['name_en']);
  assert.deepEqual(await wrongFields('commitment', 'p2s1-1', { clause_en: 'words that stand nowhere' }), ['clause_en']);
  assert.deepEqual(await wrongFields('sentence', 'p1s1', { text_en: 'Other words.', position: 9 }), ['text_en', 'position']);
  assert.deepEqual(await wrongFields('sentence', 'p1s1', { reason_en: null }), ['reason_en']);
  assert.deepEqual(await wrongFields('place', 'low-quay', { geometry: { type: 'Point', coordinates: [1] } }), ['geometry']);
  assert.deepEqual(await wrongFields('place', 'low-quay', { position: 'none', geometry: null }), ['no_place_reason_en']);
  assert.deepEqual(await wrongFields('outcome', 'sea-wall-rescheduled', { new_due_on: null, value: 3 }), ['unit', 'new_due_on']);
  assert.match((await refusal(desk.revise({ ...WALL, rev: row()?.rev ?? 0, fields: {} }, { who: 'A' }))).message, /differs/);
  assert.equal((await refusal(desk.revise({ ...WALL, key: 'nowhere', rev: 1, fields: {} }, { who: 'A' }))).code, 'WG_NOT_FOUND');
  assert.equal((await refusal(desk.revise({ ...WALL, key: '\u0000', rev: 1, fields: {} }, { who: 'A' }))).code, 'WG_NOT_FOUND');
  assert.equal(desk.seq, seq);
});

test('what others rest on is not withdrawn', async () => {
  const refused = await refusal(desk.withdraw({ table: 'department', key: 'works', rev: 1 }, { who: 'Ada' }));
  assert.equal(refused.code, 'WG_INPUT_INVALID');
});

test('what was revised is exported as a folder that reads the same, and all agrees', async () => {
  assert.equal((await desk.importFolder(desk.exportFolder(), { who: 'Ada', dryRun: true })).changeCount, 0);
  assert.deepEqual((await desk.verify()).faults, []);
});

test('that a plan is not taken out tells how many of what hang on it, and where they stand, in both languages', async () => {
  const [plan] = [...desk.register.document.values()].filter(({ id }) =>
    [...desk.register.sentence.values()].some((row) => row.document === id),
  );
  assert.ok(plan);
  const sentences = [...desk.register.sentence.values()].filter(({ document }) => document === plan.id);
  const ids = new Set<string>(sentences.map(({ id }) => id));
  const commitments = [...desk.register.commitment.values()].filter(({ sentence }) => ids.has(sentence));
  const refused = await refusal(desk.withdraw({ table: 'document', key: plan.id, rev: plan.rev }, { who: 'Ada' }));
  const { sentence, commitment } = refused.details.hanging as Readonly<Record<string, number>>;
  assert.deepEqual([sentence, commitment], [sentences.length, commitments.length]);
  for (const said of [refused.message, String(refused.details.detailZh)]) assert.match(said, new RegExp(`/take-out/document/${plan.id}`));
  assert.match(refused.message, new RegExp(`${sentences.length} sentences?, ${commitments.length} commitments?`));
  assert.match(String(refused.details.detailZh), new RegExp(`${sentences.length} 个句子、${commitments.length} 条承诺`));
});
