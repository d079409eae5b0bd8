import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTION_NAMES, actionNamed, actionsOn, askedEntries, calledIn, FORM_KINDS, TABLE_NAMES } from '@westgate/domain';

test('an action is called and told in both languages, and no other action or table has its name', () => {
  const tables: readonly string[] = TABLE_NAMES;
  for (const name of ACTION_NAMES) {
    const { label, done, hint, why, about } = actionNamed(name);
    const texts = [label, done, ...(hint ? [hint] : []), ...(why ? [why] : [])].flatMap(({ zh, en }) => [zh, en]);
    assert.ok(
      [...texts, about].every((text) => text.trim() !== ''),
      name,
    );
    assert.ok(!tables.includes(name), `${name} is the name of a table`);
  }
  const [every, sorted] = [FORM_KINDS.flatMap(actionsOn).sort(), [...ACTION_NAMES].sort()];
  assert.deepEqual(every, sorted, 'each is done to one kind of record');
});

test('an action is at one address, and what it is asked is not asked twice', () => {
  const paths = ACTION_NAMES.map((name) => `${actionNamed(name).on}/${actionNamed(name).path}`);
  assert.equal(new Set(paths).size, paths.length);
  for (const name of ACTION_NAMES) {
    const inPath = [...actionNamed(name).path.matchAll(/:(\w+)/g)].map(([, word = '']) => word);
    const asked = [...inPath, ...askedEntries(name).map((entry) => entry.asked), 'id', 'who', 'reason'];
    assert.equal(new Set(asked).size, asked.length, `${name} asks ${asked.join(', ')}`);
  }
});

test('what a form of an action asks has a name', () => {
  for (const name of ACTION_NAMES)
    for (const entry of askedEntries(name))
      if (entry.field.kind !== 'json')
        assert.ok(calledIn(name, entry.name), `${name}.${entry.name} is called nothing: name it by called(…) or calledPair(…)`);
});
