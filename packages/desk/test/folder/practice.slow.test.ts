import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WestgateError } from '@westgate/base';
import { openDesk, readFolder, writeFolder } from '@westgate/desk';
import { evidencePath, FOLDER_TABLES, registerOf, vocabulary } from '@westgate/domain';
import { rowsOf } from '../folders.ts';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
const PRACTICE = join(ROOT, 'data', 'practice');
const scratch = mkdtempSync(join(tmpdir(), 'westgate-practice-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Every file of a folder by its path, as the SHA-256 of its bytes. */
function hashesIn(dir: string): Readonly<Record<string, string>> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const hashed = files.map(({ parentPath, name }): readonly [string, string] => {
    const path = join(parentPath, name);
    return [path.slice(dir.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')];
  });
  return Object.fromEntries(hashed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('the script writes the practice district again byte for byte', () => {
  const out = join(scratch, 'again');
  execFileSync(process.execPath, [join(ROOT, 'tools', 'make-practice.mjs'), '--out', out]);
  assert.deepEqual(hashesIn(out), hashesIn(PRACTICE));
});

test('the script removes no folder that is not the practice district', () => {
  const out = join(scratch, 'other');
  mkdirSync(out);
  writeFileSync(join(out, 'letter.txt'), 'kept');
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'tools', 'make-practice.mjs'), '--out', out], { encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /expected --out to name a folder that is empty/);
  assert.deepEqual(readdirSync(out), ['letter.txt']);
});

test('the practice district has no fault, is written as it was read, and leaves no table empty but that of numbered reports', async () => {
  const files = await readFolder(PRACTICE);
  const rows = rowsOf(files);
  const written = writeFolder(registerOf(rows));
  for (const [path, text] of written) assert.equal(text, files.get(path), path);
  assert.deepEqual(
    FOLDER_TABLES.filter((name) => rows[name].length === 0),
    ['report'],
  );
  assert.equal(rows.district[0]?.invented, true);
  assert.equal(rows.project.length, 60);
  assert.deepEqual([...new Set(rows.project.map(({ kind }) => kind))].sort(), [...vocabulary.PROJECT_KINDS].sort());
});

test('a folder brings its evidence files: each is kept under its hash; one that was tampered with stores nothing', async (t) => {
  const dataDir = join(scratch, 'data');
  const bare = join(scratch, 'bare');
  cpSync(PRACTICE, bare, { recursive: true, filter: (path) => path !== join(PRACTICE, 'files') });
  const desk = await openDesk({ dataDir, districtFolder: bare });
  t.after(() => desk.close());
  assert.ok((await desk.verify()).files.absent > 0, 'their files are still to come');
  assert.equal((await desk.importFolder({ path: PRACTICE }, { who: 'Ada' })).seq, null, 'what is brought later is no deed');
  const rows = [...desk.register.evidence.values()];
  assert.ok(rows.length > 200, `${rows.length} rows of evidence`);
  for (const row of new Map(rows.map((each) => [each.sha256, each])).values()) {
    const bytes = await desk.files.bytes(row.sha256);
    assert.equal(
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
      row.sha256,
      row.file_name,
    );
  }
  assert.equal((await desk.verify()).files.absent, 0);

  const copy = join(scratch, 'copy');
  cpSync(PRACTICE, copy, { recursive: true });
  const [row] = rows;
  assert.ok(row);
  writeFileSync(join(copy, evidencePath(row)), 'x'.repeat(row.bytes));
  writeFileSync(join(copy, 'words', 'refusals.csv'), 'id,sentence,words_zh,words_en,note_zh,note_en\n');
  const seq = desk.seq;
  await assert.rejects(
    desk.importFolder({ path: copy }, { who: 'Ada' }),
    (error) => error instanceof WestgateError && error.code === 'WG_FOLDER_INVALID' && error.message.includes(row.sha256),
  );
  assert.equal(desk.seq, seq);
});
