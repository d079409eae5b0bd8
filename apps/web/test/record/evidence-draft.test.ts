import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceDraft, isFaulty, sayBytes, titleOfFile } from '../../src/api/evidence-draft.ts';

const subject = { kind: 'project', id: 'sea-wall' };
const fields = { file: new File(['%PDF-'], 'minutes.pdf'), title: ' Minutes ', on: '2024-08-26', note: '', who: 'Ada' };

test('a file is sent with its title in the language it was written in', () => {
  const draft = evidenceDraft(fields, { subject, language: 'zh', most: 100 });
  assert.ok(!isFaulty(draft));
  assert.deepEqual(draft.fields, { subjectKind: 'project', subjectId: 'sea-wall', on: '2024-08-26', who: 'Ada', titleZh: 'Minutes' });
});

test('everything that is missing is said at once, and a file that is too large before it is sent', () => {
  const none = evidenceDraft({ file: null, title: '', on: '', note: '', who: '' }, { subject, language: 'en', most: 100 });
  assert.deepEqual(isFaulty(none) && none.map(({ field }) => field), ['file', 'title', 'on', 'who']);
  const large = evidenceDraft(fields, { subject, language: 'en', most: 3 });
  assert.deepEqual(isFaulty(large) && large.map(({ word }) => word), ['files.fault.large']);
});

test('a title is begun from the name of the file, a length is said in KB and MB', () => {
  assert.equal(titleOfFile('joint_review_minutes.PDF'), 'joint review minutes');
  assert.deepEqual([sayBytes(12), sayBytes(640_000), sayBytes(2_360_000)], ['1 KB', '640 KB', '2.4 MB']);
});
