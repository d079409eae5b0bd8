import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeFolder } from '@westgate/desk';
import { HARBOUR, openOffice } from './office.ts';

// A clock that runs ahead of that of the store: what is written by it may lie after the day of its deed.
const { desk, get, post } = await openOffice(HARBOUR, null, {}, { now: () => new Date('2060-01-01T12:00:00Z') });

test('what cannot be counted goes out as it is held, letter by letter', async () => {
  const subject = { subject_kind: 'project', subject_id: 'silo-library' };
  const outcome = { ...subject, what: 'progress', dates: '2059-05', confidence: 'high' };
  const [milestone] = desk.register.milestone.values();
  assert.ok(milestone);
  const edits = [
    { action: 'create', table: 'outcome', fields: outcome },
    { action: 'revise', table: 'milestone', key: milestone.id, rev: milestone.rev, fields: { actual: '2059-04-01' } },
  ];
  const answer = await post('/api/v1/edits', { who: 'Ada', edits });
  assert.equal(answer.status, 200, await answer.text());
  assert.equal(desk.register.milestone.get(milestone.id)?.actual, null, 'it does not count');
  const { files } = (await get('/api/v1/district/export')) as { readonly files: Readonly<Record<string, string>> };
  assert.deepEqual(files, Object.fromEntries(writeFolder(desk.held())));
  assert.match(files['programme/milestones.csv'] ?? '', /2059-04-01/);
});
