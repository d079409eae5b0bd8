import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { HARBOUR, serve, temporaryFolder, westgate } from './program.ts';

const NAME = '欧阳明远';

test('a served folder is backed up without stopping, restored elsewhere, and proves to be the same', async (t) => {
  const [folder, other] = [temporaryFolder(t), temporaryFolder(t)];
  const [data, backup, restored] = [join(folder, 'data'), join(other, 'backup'), join(other, 'restored')];
  const server = await serve(t, '--port', '0', '--data', data, '--district', HARBOUR);
  const made = await westgate('backup', backup, '--data', data, '--json');
  assert.equal(made.code, 0, made.stderr);
  const { head, rows } = JSON.parse(made.stdout);
  assert.equal(head.seq, 1);
  const done = await westgate('restore', backup, '--data', restored, '--json');
  assert.equal(done.code, 0, done.stderr);
  const report = JSON.parse(done.stdout);
  assert.deepEqual([report.head, report.rows], [head, rows]);
  const verified = await westgate('verify', '--data', restored, '--json');
  assert.deepEqual(JSON.parse(verified.stdout).head, head);
  const over = await westgate('restore', backup, '--data', restored);
  assert.deepEqual([over.code, /^WG_NOT_EMPTY: /m.test(over.stderr)], [1, true]);
  const none = await westgate('restore', data, '--data', join(other, 'none'));
  assert.deepEqual([none.code, /^WG_BACKUP_DAMAGED: /m.test(none.stderr)], [1, true]);
  assert.equal((await westgate('restore', backup, 'postgresql://127.0.0.1/none', '--data', restored)).code, 2);
  await server.stop('SIGINT');
});

test('a drill restores a backup beside a running office, which goes on and tells its age; of a broken backup it fails, says why, and is none', async (t) => {
  const [folder, other] = [temporaryFolder(t), temporaryFolder(t)];
  const [data, backup] = [join(folder, 'data'), join(other, 'backup')];
  const server = await serve(t, '--port', '0', '--data', data, '--district', HARBOUR);
  const ask = async (path: string) => JSON.parse(await (await fetch(server.address + path)).text());
  const drill = () => westgate('restore', backup, '--drill', '--data', data, '--json');
  /** What the folder holds, but for signs of life and notes of upkeep. */
  const held = () =>
    readdirSync(data, { recursive: true })
      .map(String)
      .filter((path) => /^(journal|batches|keys|files)\b/.test(path) && statSync(join(data, path)).isFile())
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(data, path)))
          .digest('hex'),
      ]);
  assert.equal((await westgate('backup', backup, '--data', data)).code, 0);
  assert.equal((await ask('/readyz')).drill, null, 'a backup is no drill');
  const [before, { seq }] = [held(), await ask('/readyz')];

  const began = new Date().toISOString();
  const done = await drill();
  assert.equal(done.code, 0, done.stderr);
  const { head, ms } = JSON.parse(done.stdout);
  assert.ok(head.seq === seq && ms > 0);
  const [ready, { drill: shown, overdue }] = [await ask('/readyz'), await ask('/api/v1/upkeep')];
  assert.ok(shown.at >= began && shown.at <= new Date().toISOString(), shown.at);
  assert.deepEqual([shown.seq, shown.ms, overdue], [seq, ms, []]);
  assert.deepEqual(ready.drill, shown.at, 'the probe tells what the screen shows');
  assert.deepEqual([ready.ready, ready.mode, ready.seq, held()], [true, 'ready', seq, before], 'the office did not notice');

  const [line = ''] = readdirSync(join(backup, 'journal')).map((name) => join(backup, 'journal', name));
  const bytes = readFileSync(line);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(line, bytes);
  const failed = await drill();
  assert.deepEqual([failed.code, failed.stdout], [1, '']);
  assert.match(failed.stderr, /WG_BACKUP_DAMAGED.*journal\/000001\.ndjson: line 1 /);
  assert.deepEqual((await ask('/api/v1/upkeep')).drill, shown, 'the last drill that went well is still the last');
  const none = await westgate('restore', join(other, 'nothing'), '--drill', '--data', data);
  assert.deepEqual([none.code, /^WG_\w+: /m.test(none.stderr)], [1, true], none.stderr);
  assert.deepEqual([await ask('/readyz'), held()], [ready, before]);
  await server.stop('SIGINT');
});

test('a person is erased through the server that holds the folder, and in a backup; the name is in no file and no log any more', async (t) => {
  const [folder, other] = [temporaryFolder(t), temporaryFolder(t)];
  const [data, backup] = [join(folder, 'data'), join(other, 'backup')];
  const server = await serve(t, '--port', '0', '--data', data, '--district', HARBOUR);
  const ask = async (path: string, body?: object) => {
    const init = body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
    return JSON.parse(await (await fetch(`${server.address}/api/v1/${path}`, init)).text());
  };
  const [commitment] = (await ask('commitments?limit=1')).items;
  const [source] = (await ask('sources?limit=1')).items;
  const draft = {
    subjectKind: 'commitment',
    subjectId: commitment.id,
    what: 'started',
    dates: '2025-01-02',
    source: source.id,
    confidence: 'high',
  };
  assert.equal((await ask('outcomes', { ...draft, who: NAME })).seq, 2);
  assert.equal((await ask('outcomes', { ...draft, subjectId: 'nothing', who: NAME })).code, 'WG_INPUT_INVALID');
  assert.equal((await ask('outcomes', { ...draft, dates: 7, who: NAME })).code, 'WG_INPUT_INVALID');
  const changed = async () => JSON.stringify(await ask(`commitments/${commitment.id}`)).includes(NAME);
  assert.equal(await changed(), true);
  assert.equal((await westgate('backup', backup, '--data', data)).code, 0);

  const listed = await westgate('person', 'list', '--data', data, '--json');
  const [{ id, name, deeds }] = JSON.parse(listed.stdout);
  assert.deepEqual([name, deeds], [NAME, 1]);
  const unsure = await westgate('person', 'erase', NAME, '--data', data);
  assert.deepEqual([unsure.code, /--yes/.test(unsure.stderr)], [2, true]);
  const erased = await westgate('person', 'erase', NAME, '--yes', '--backup', backup, '--reason', 'on request', '--data', data, '--json');
  assert.equal(erased.code, 0, erased.stderr);
  assert.deepEqual(JSON.parse(erased.stdout), { ids: [id], deeds: 1, plainDeeds: 0, backups: [{ folder: backup, erased: 1 }] });

  const { items } = await ask('deeds');
  assert.deepEqual(
    items.map(({ verb, who }: { verb: string; who: string | null }) => [verb, who]),
    [
      ['erase-person', 'westgate'],
      ['record-outcome', null],
      ['import', 'westgate'],
    ],
  );
  assert.equal(await changed(), false);
  assert.equal((await ask('deeds/3/undo', { who: 'Wang Wu' })).code, 'WG_UNDO_BLOCKED');
  const again = await westgate('person', 'erase', NAME, '--yes', '--data', data);
  assert.deepEqual([again.code, /^WG_NOT_FOUND: /m.test(again.stderr)], [1, true]);
  assert.equal((await westgate('verify', '--data', data)).code, 0);
  assert.equal(await server.stop('SIGINT'), 0);
  assert.ok(!server.stdout().includes(NAME) && !server.stderr().includes(NAME));
  assert.deepEqual([...filesWith(data), ...filesWith(backup)], []);
  assert.equal((await westgate('restore', backup, '--data', join(other, 'restored'))).code, 0);
});

/** The files under `folder` that hold the name in UTF-8, in UTF-16, or escaped as in JSON. */
function filesWith(folder: string): readonly string[] {
  const utf16 = Buffer.from(NAME, 'utf16le');
  const escaped = [...NAME].map((character) => `\\u${character.charCodeAt(0).toString(16)}`).join('');
  const forms = [Buffer.from(NAME), utf16, Buffer.from(utf16).swap16(), Buffer.from(escaped)];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => forms.some((form) => readFileSync(path).includes(form)));
}
