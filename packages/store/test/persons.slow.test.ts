import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { backupFolder, erasePersonsInBackup, idemOf, openStore, personsInBackup, restoreFolder } from '@westgate/store';
import { freshFolder, hasCode, withStore } from './folder.ts';
import { created, sourceRow } from './sample.ts';

const NAME = '欧阳明远';
const OTHER = 'Zhuge Kongming';

test('a person erased stands in no file of the data folder or of a backup, and every deed and hash stays', async (t) => {
  const [dir, backup] = [join(freshFolder(t), 'data'), join(freshFolder(t), 'backup')];
  const head = await withStore(dir, async (store) => {
    for (const [id, who] of [
      ['one', NAME],
      ['two', OTHER],
      ['three', NAME],
    ] as const) {
      await store.commit({
        who,
        verb: 'edit',
        reason: 'as published',
        idem: idemOf(`key-${id}`, `key-${id}`),
        changes: [created('source', sourceRow(id))],
      });
    }
    const history = await store.recentDeeds(10);
    assert.deepEqual(
      history.map(({ who }) => who),
      [NAME, OTHER, NAME],
    );
    assert.equal((await store.deedByIdem('key-one'))?.who, NAME);
    return store.head;
  });
  await backupFolder(dir, backup);
  for (const folder of [dir, backup]) {
    assert.notEqual(filesWith(folder, 'as published').length, 0, 'the search finds what is there');
    assert.deepEqual(filesWith(folder, NAME), [], 'names are sealed from the first deed on');
  }

  await withStore(dir, async (store) => {
    const persons = await store.persons();
    assert.deepEqual(
      persons.map(({ name, deeds }) => [name, deeds]),
      [
        [NAME, 2],
        [OTHER, 1],
      ],
    );
    const { id } = persons[0] ?? { id: null };
    assert.ok(id);
    assert.deepEqual(personsInBackup(backup, NAME), [id]);
    const told: unknown[] = [];
    store.onDeed(({ verb, who, changes }) => told.push([verb, who, changes.length]));
    const erasure = await store.erasePerson(id, 'on request');
    assert.deepEqual([erasure.deeds, erasure.plainDeeds, erasure.deed.verb], [2, 0, 'erase-person']);
    assert.deepEqual(told, [['erase-person', 'westgate', 0]]);
    assert.deepEqual(erasePersonsInBackup(backup, [id]), [id]);
    const after = await store.recentDeeds(10);
    assert.deepEqual(
      after.map(({ who }) => who),
      ['westgate', null, OTHER, null],
    );
    assert.equal((await store.deed(head.seq))?.who, null);
    assert.equal((await store.history('source', 'one', 5))[0]?.who, null);
    assert.deepEqual((await store.verify()).faults, []);
    assert.deepEqual(
      (await store.persons()).map(({ name }) => name),
      [null, OTHER],
    );
    const again = await store.erasePerson(id, 'once more');
    assert.equal(again.deed.seq, erasure.deed.seq, 'erasing again is the same deed');
    await assert.rejects(store.erasePerson('p-0000000000000000', ''), hasCode('WG_NOT_FOUND'));
    assert.deepEqual(erasePersonsInBackup(backup, [id]), []);
  });
  for (const folder of [dir, backup]) assert.deepEqual(filesWith(folder, NAME), []);

  const restored = join(freshFolder(t), 'restored');
  await restoreFolder(backup, restored);
  await withStore(restored, async (store) => {
    assert.deepEqual(
      (await store.recentDeeds(10)).map(({ who }) => who),
      [null, OTHER, null],
    );
    assert.deepEqual(store.head, head);
  });
});

test('the keys of persons are for the owner of the folder alone', { skip: process.platform === 'win32' }, async (t) => {
  const [dir, backup, restored] = [freshFolder(t), join(freshFolder(t), 'backup'), join(freshFolder(t), 'restored')];
  await withStore(dir, (store) => store.commit({ who: NAME, verb: 'edit', reason: '', changes: [created('source', sourceRow('one'))] }));
  await backupFolder(dir, backup);
  await restoreFolder(backup, restored);
  for (const folder of [dir, backup, restored]) {
    const keys = readdirSync(join(folder, 'keys'));
    assert.equal(keys.length, 1);
    assert.equal(statSync(join(folder, 'keys')).mode & 0o777, 0o700, folder);
    assert.equal(statSync(join(folder, 'keys', keys[0] ?? '')).mode & 0o777, 0o600, folder);
  }
});

test('a folder that is only looked at shows names and takes no erasure', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => store.commit({ who: NAME, verb: 'edit', reason: '', changes: [created('source', sourceRow('one'))] }));
  const looking = await openStore({ dir, readOnly: true });
  t.after(() => looking.close());
  const [person] = await looking.persons();
  assert.equal(person?.name, NAME);
  await assert.rejects(looking.erasePerson(person?.id ?? '', ''), hasCode('WG_READ_ONLY'));
  assert.equal((await looking.recentDeeds(1))[0]?.who, NAME);
});

/** The files under `folder` that hold `text` in UTF-8, in UTF-16 of either order, or escaped as in JSON. */
function filesWith(folder: string, text: string): readonly string[] {
  const utf16 = Buffer.from(text, 'utf16le');
  const escaped = [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const forms = [
    Buffer.from(text),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(escaped),
    Buffer.from(escaped.toUpperCase().replaceAll('\\U', '\\u')),
  ];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}
