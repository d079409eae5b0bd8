import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { logWriter } from '../src/log-writer.ts';

test('a file of the log is for its owner alone, also where it is begun anew after it was moved or taken away', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-log-'));
  const before = process.umask(0);
  t.after(() => {
    process.umask(before);
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'westgate.log');
  const write = logWriter(file);
  const modeOf = (path: string): number => statSync(path).mode & 0o777;
  write('one\n');
  assert.equal(modeOf(file), 0o600);
  renameSync(file, `${file}.1`);
  write('two\n');
  assert.deepEqual([modeOf(file), readFileSync(file, 'utf8'), readFileSync(`${file}.1`, 'utf8')], [0o600, 'two\n', 'one\n']);
  rmSync(file);
  write('three\n');
  assert.equal(modeOf(file), 0o600);
  chmodSync(file, 0o640);
  write('four\n');
  assert.equal(modeOf(file), 0o640, 'what its operator opened to others stays so');
});
