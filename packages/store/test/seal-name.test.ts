import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryKeyRing } from '../src/persons/key-ring.ts';
import { personsOf } from '../src/persons/persons.ts';
import { newPersonKey, openName, sealedPersonOf, sealName } from '../src/persons/seal-name.ts';

const NAMES = ['李华', 'Li Hua', 'a', '王'.repeat(80), `${'x'.repeat(32)}`, 'person:p-0000000000000000:AAAA'];

test('a sealed name opens again under its key, and no two sealings are alike', () => {
  for (const name of NAMES) {
    const key = newPersonKey(name);
    const [one, two] = [sealName(name, key), sealName(name, key)];
    assert.equal(openName(one, key), name);
    assert.equal(openName(key.name, key), name);
    assert.notEqual(one, two);
    assert.equal(sealedPersonOf(one), key.id);
  }
});

test('neither a sealed name nor its key holds the name, and short names are sealed to the same length', () => {
  const key = newPersonKey('李华');
  assert.ok(!JSON.stringify([key, sealName('李华', key)]).includes('李华'));
  assert.equal(sealName('李华', key).length, sealName('Zhuge Kongming', key).length);
});

test('a name sealed for one person does not open for another, nor after any of its characters was altered', () => {
  const [mine, other] = [newPersonKey('Li Hua'), newPersonKey('Li Hua')];
  const sealed = sealName('Li Hua', mine);
  assert.throws(() => openName(sealed, other));
  assert.throws(() => openName(sealed.replace(mine.id, other.id), { ...mine, id: other.id }));
  const start = sealed.lastIndexOf(':') + 1;
  for (let at = start; at < sealed.length - 1; at++) {
    const altered = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    assert.throws(() => openName(altered, mine), `character ${at}`);
  }
});

test('two deeds of one person share a key; programs and names of schema 1 stay as they are', async () => {
  const persons = personsOf(memoryKeyRing());
  const [first, second] = [await persons.seal('Li Hua'), await persons.seal('Li Hua')];
  assert.equal(sealedPersonOf(first), sealedPersonOf(second));
  assert.equal(await persons.seal('westgate'), 'westgate');
  assert.equal(await persons.seal('import'), 'import');
  const id = sealedPersonOf(first) ?? '';
  const told = await persons.reveal([{ who: first }, { who: 'westgate' }, { who: 'Wang Wu' }]);
  assert.deepEqual(told, [{ who: 'Li Hua', person: id }, { who: 'westgate' }, { who: 'Wang Wu' }]);
  await persons.destroy(id);
  assert.deepEqual(await persons.reveal([{ who: second }]), [{ who: null, person: id }]);
  assert.notEqual(sealedPersonOf(await persons.seal('Li Hua')), id, 'the same name later is another person');
});
