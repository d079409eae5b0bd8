import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ACTION_NAMES,
  actionNamed,
  actionsOn,
  addressOf,
  askedEntries,
  calledIn,
  doneSaid,
  rightOn,
  TABLE_NAMES,
  variantsOf,
  verbOf,
  verbsOf,
} from '@westgate/domain';

test('an action is called and told in both languages, and no other action or table has its name', () => {
  const tables: readonly string[] = TABLE_NAMES;
  for (const name of ACTION_NAMES) {
    const { label, hint, why, about, undo } = actionNamed(name);
    const done = verbsOf(name).map(([, said]) => said);
    const variants = Object.values(variantsOf(name)).flatMap((variant) => (variant ? [variant.label] : []));
    const all = [
      label,
      ...done,
      ...variants,
      ...(hint ? [hint] : []),
      ...(why ? [why] : []),
      ...(undo ? [undo.label, undo.done] : []),
      about,
    ];
    const texts = all.flatMap(({ zh, en }) => [zh, en]);
    assert.ok(
      texts.every((text) => text.trim() !== ''),
      name,
    );
    assert.ok(!tables.includes(name), `${name} is the name of a table`);
  }
});

test('an action is done to records that have an address, or makes or counts some, or is done to each that is named', () => {
  for (const name of ACTION_NAMES) {
    const { on, path, makes, counts, each, takesOut, right } = actionNamed(name);
    if (on === null)
      assert.ok(each || (makes === undefined) !== (counts === undefined), `${name} answers what it made or how many it changed`);
    else assert.ok(addressOf(on) && actionsOn(on).includes(name), name);
    assert.ok(!(counts && right === 'read'), name);
    assert.equal(takesOut === true, path === '', `${name} has an address of its own unless it takes its record out`);
  }
});

test('a verb of a deed belongs to one action or to none, and a variant to a value that can be asked', () => {
  const verbs = ACTION_NAMES.flatMap((name) => [...new Set(verbsOf(name).map(([verb]) => verb))]);
  assert.equal(new Set(verbs).size, verbs.length);
  for (const verb of verbs) assert.notDeepEqual(doneSaid(verb), { zh: verb, en: verb });
  for (const name of ACTION_NAMES) {
    const { done } = actionNamed(name);
    if (!('variants' in done)) continue;
    const by = askedEntries(name).find(({ asked }) => asked === done.by);
    assert.deepEqual(by?.field.values, Object.keys(variantsOf(name)), name);
    for (const [value, variant] of Object.entries(variantsOf(name))) assert.equal(verbOf(name, { [done.by]: value }), variant?.verb);
  }
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

test('what is closed is neither decided on nor closed again; the first review of an industry needs the right that its later ones do not', () => {
  const closed = (column: string): unknown => (column === 'closed_on' ? '2026-01-01' : null);
  assert.deepEqual([rightOn('close-issue', closed), rightOn('decide-issue', closed)], [null, null]);
  assert.equal(
    rightOn('close-issue', () => null),
    'update',
  );
  const listed = (column: string): unknown => (column === 'review_from' ? '2025-01-01' : null);
  assert.deepEqual([rightOn('review-industry', () => null), rightOn('review-industry', listed)], ['edit', 'update']);
  // One that is dated before the first one becomes the first.
  const dated = (on: string): unknown => rightOn('review-industry', listed, { on });
  assert.deepEqual([dated('2024-12-31'), dated('2025-01-01'), dated('')], ['edit', 'update', 'update']);
});
