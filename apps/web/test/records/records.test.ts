import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandsFor } from '../../src/palette/view-model.ts';
import { drawTarget } from '../../src/screens/places/draw/draw-target.ts';
import { linkChoices } from '../../src/screens/records/link/relations.ts';
import { mergedRows } from '../../src/screens/records/merge/merge-table.tsx';

test('a link may be made from either end, each end having the words for it', () => {
  const [from, to] = [linkChoices('project'), linkChoices('commitment')];
  assert.ok(from.some(({ relation, isOnward, other }) => relation === 'serves' && isOnward && other === 'commitment'));
  assert.ok(to.some(({ relation, isOnward, other }) => relation === 'serves' && !isOnward && other === 'project'));
  assert.deepEqual(linkChoices('source'), []);
  assert.equal(
    linkChoices('place').filter(({ relation }) => relation === 'member-of').length,
    2,
    'a place is part of another, or has it as its part',
  );
});

test('of two records what differs is shown, and what the one that stays lacks it takes over', () => {
  assert.deepEqual(
    mergedRows([
      { name_en: 'Mill', note_en: '', kind: 'factory' },
      { name_en: 'The mill', note_en: 'old', kind: 'factory' },
    ]),
    [
      { column: 'name_en', stays: 'Mill', goes: 'The mill', result: 'Mill' },
      { column: 'note_en', stays: '', goes: 'old', result: 'old' },
    ],
  );
});

test('what may be done and made is found by the words of its name', () => {
  const all = [
    { id: 'new-place', text: 'New place' },
    { id: 'new-project', text: 'New project' },
  ];
  assert.deepEqual(
    commandsFor(all, 'proj new').map(({ id }) => id),
    ['new-project'],
  );
  assert.equal(commandsFor(all, '').length, 2);
});

test('the address says what is drawn; anything else draws nothing', () => {
  assert.deepEqual(drawTarget('new'), { kind: 'new' });
  assert.deepEqual(drawTarget('place:north-pier'), { kind: 'place', id: 'north-pier' });
  for (const text of [undefined, 'place:', 'park:x']) assert.equal(drawTarget(text), null);
});
