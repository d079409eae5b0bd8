import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { logWriter } from '../src/serving/log-writer.ts';

test('a file of the log is for its owner alone, also where it is begun anew after it was moved or taken away', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-log-'));
  const before = process.umask(0);
  t.after(() => {
    process.umask(before);
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'westgate.log');
  const write = logWriter(file, join(folder, 'data'));
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

test('the folder of a log is made within a data folder that is still to be begun, and nowhere else', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-log-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'srv/data');
  for (const file of [join(data, 'westgate.log'), join(data, 'logs/of/westgate.log')]) {
    logWriter(file, data)('one\n');
    assert.equal(readFileSync(file, 'utf8'), 'one\n');
    assert.equal(statSync(dirname(file)).mode & 0o777, 0o700);
  }
  for (const file of [join(folder, 'elsewhere/westgate.log'), join(folder, 'srv/data-2/westgate.log'), folder])
    assert.throws(() => logWriter(file, data), {
      code: 'WG_INPUT_INVALID',
      message: /^--log: expected a file .* in a folder that is there; /,
    });
  assert.deepEqual([existsSync(join(folder, 'elsewhere')), existsSync(join(folder, 'srv/data-2'))], [false, false]);
});
