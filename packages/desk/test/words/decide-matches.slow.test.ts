import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Desk, diffVersions, draftDocument, openDesk, readFolder, textVersions } from '@westgate/desk';
import { HARBOUR } from '../folders.ts';

const by = { who: 'Lin' };
let desk: Desk;
let text: string;
before(async () => {
  desk = await openDesk({ memory: true, districtFolder: HARBOUR });
  text = (await readFolder(HARBOUR)).get('words/ward-plan.en.md') ?? '';
});
after(() => desk.close());

const sentence = (id: string) => desk.register.sentence.get(id);

test('a match refused before the text is stored leaves the old sentence outside, its links with it, and asks nothing', async () => {
  const en = text.replace('is raised by 0.6 m.', 'is raised by 0.8 m.');
  const dry = await desk.replaceText({ document: 'ward-plan', en }, { ...by, dryRun: true });
  assert.deepEqual(
    dry.comparison.reworded.map(({ id }) => id),
    ['p2s1'],
  );
  const { deed, links, questions } = await desk.replaceText(
    { document: 'ward-plan', en, matches: [{ id: 'p2s1', decision: 'apart' }] },
    by,
  );
  assert.equal(sentence('p2s1')?.in_text, false);
  assert.equal(desk.register.commitment.get('p2s1-1')?.sentence, 'p2s1');
  assert.deepEqual([questions.length, links.queued, links.before], [0, 0, links.kept]);
  await desk.undo(deed?.seq ?? 0, by);
  assert.equal(sentence('p2s1')?.in_text, true);
});

test('an old sentence goes on in the new one that a person chose, under its id; a choice that fits nothing is refused', async () => {
  const en = text.replace('The customs yard opens as a market square before 1 June.', 'Traders get stalls beside the old customs house.');
  const draft = { document: 'ward-plan', en };
  const dry = await desk.replaceText(draft, { ...by, dryRun: true });
  assert.deepEqual(
    dry.comparison.removed.map(({ id }) => id),
    ['p1s3'],
  );
  const index = dry.comparison.added[0]?.index ?? -1;
  const { deed, questions } = await desk.replaceText({ ...draft, matches: [{ id: 'p1s3', decision: 'follow', index }] }, by);
  assert.deepEqual([sentence('p1s3')?.revision, sentence('p1s3')?.text_en], [2, 'Traders get stalls beside the old customs house.']);
  assert.ok(questions.every(({ kind }) => kind === 'clause' || kind === 'phrase'));
  await desk.undo(deed?.seq ?? 0, by);
  const at = desk.seq;
  for (const matches of [
    [{ id: 'nobody', decision: 'apart' as const }],
    [{ id: 'p1s3', decision: 'follow' as const }],
    [{ id: 'p1s3', decision: 'follow' as const, index: 0 }],
  ]) {
    await assert.rejects(desk.replaceText({ ...draft, matches }, by), /matches: expected/);
  }
  assert.equal(desk.seq, at);
});

test('the versions of a text are told by the deeds that made them, and any two are compared', async () => {
  const first = (await textVersions(desk, 'ward-plan'))[0];
  const en = `${text}\n\nA bus runs along the quay at night.\n`;
  const { deed } = await desk.replaceText({ document: 'ward-plan', en }, { ...by, reason: 'a bus' });
  const versions = await textVersions(desk, 'ward-plan');
  assert.deepEqual([versions[0]?.seq, versions[0]?.verb, versions[0]?.reason], [deed?.seq, 'replace-text', 'a bus']);
  assert.equal(versions[0]?.sentenceCount, (first?.sentenceCount ?? 0) + 1);
  assert.equal(versions.at(-1)?.verb, 'import');
  const diff = await diffVersions(desk, 'ward-plan', versions.at(-1)?.seq ?? 0, deed?.seq ?? 0);
  assert.deepEqual(
    diff.comparison.added.map(({ index }) => diff.sentences[index]?.text.en),
    ['A bus runs along the quay at night.'],
  );
  assert.equal(diff.comparison.removed.length, 0);
  await assert.rejects(diffVersions(desk, 'ward-plan', 999, 1), /made no version/);
  await desk.edit([{ action: 'create', table: 'department', fields: { name_en: 'Buses', confidence: 'high' } }], by);
  assert.equal((await textVersions(desk, 'ward-plan')).length, versions.length, 'other deeds make no version');
});

test('words that were refused are not drafted again, nor sentences marked narrative, until their words change', async () => {
  const en = 'The ward will build a slipway at Low Quay. The ward will open a reading room by 2027.';
  const made = await desk.edit(
    [{ action: 'create', table: 'document', fields: { title_en: 'A second plan', kind: 'plan', wording: 'none' } }],
    by,
  );
  const document = made.records[0]?.key ?? '';
  const { sentences } = await desk.replaceText({ document, en, wording: 'official' }, by);
  const drafts = async () => (await draftDocument(desk.register, document)).drafts.map(({ sentence: id }) => id);
  const [slipway, room] = sentences.map(({ id }) => id);
  assert.deepEqual(await drafts(), [slipway, room]);
  const refused = await desk.edit(
    [{ action: 'create', table: 'draft_refusal', fields: { sentence: slipway, words_en: 'build a slipway at Low Quay' } }],
    by,
  );
  await desk.edit(
    [{ action: 'revise', table: 'sentence', key: room ?? '', rev: 1, fields: { kind: 'narrative', reason_en: 'of another office' } }],
    by,
  );
  assert.deepEqual(await drafts(), []);
  await desk.undo(refused.deed.seq, by);
  assert.deepEqual(await drafts(), [slipway]);
});
