import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { westgate } from './program.ts';

const COMMANDS = ['serve', 'import', 'export', 'plan', 'coverage', 'report', 'verify', 'audit', 'backup', 'restore', 'person'];

test('the program lists its commands, and every command explains itself and its exit codes', async () => {
  const program = await westgate('--help');
  assert.equal(program.code, 0);
  for (const name of COMMANDS) {
    assert.match(program.stdout, new RegExp(`^ {2}${name} `, 'm'));
    const help = await westgate(name, '--help');
    assert.equal(help.code, 0, name);
    assert.match(help.stdout, new RegExp(`^Usage: westgate ${name} `));
    assert.match(help.stdout, /--json/);
    assert.match(help.stdout, /Exit codes: 0 done, 1 failed or faults found, 2 wrong usage\./);
    assert.equal(help.stderr, '');
  }
});

test('wrong usage ends with exit code 2, says what was expected, and prints nothing on stdout', async () => {
  const cases: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['sing'], /There is no command "sing"/],
    [['coverage', '--loud'], /--loud/],
    [['coverage', '--as-of', '2024-02-30'], /expects a day such as 2024-12-31, got "2024-02-30"/],
    [['coverage', 'now'], /unexpected "now"/],
    [['import'], /expected the district folder to import/],
    [['export', 'a', 'b'], /expected only the folder to write, got also "b"/],
    [['plan', 'write', 'x.txt'], /expected "read FILE", "draft FILE", "compare OLD NEW" or "replace DOCUMENT FILE", got "write"/],
    [['plan', 'read', 'x.txt', '--text', '--json'], /not both/],
    [['serve', '--no-screens', '--port', '70000'], /expects a number from 0 to 65535, got "70000"/],
  ];
  for (const [args, says] of cases) {
    const done = await westgate(...args);
    assert.equal(done.code, 2, args.join(' '));
    assert.match(done.stderr, says);
    assert.equal(done.stdout, '');
  }
});

test('without a command it shows the list and ends with exit code 2', async () => {
  const done = await westgate();
  assert.equal(done.code, 2);
  assert.match(done.stdout, /^Usage: westgate COMMAND/);
});

test('a data folder that is named and not there is a slip of the pen: no command makes one up and calls it sound', async () => {
  const gone = join(mkdtempSync(join(tmpdir(), 'westgate-gone-')), 'typo');
  for (const args of [['verify'], ['coverage'], ['people', 'list'], ['audit', 'export', `${gone}-out`], ['backup', `${gone}-out`]]) {
    const done = await westgate(...args, '--data', gone);
    assert.equal(done.code, 1, args.join(' '));
    assert.match(done.stderr, /typo/);
  }
  assert.deepEqual(readdirSync(dirname(gone)), []);
});

test('a log that cannot be written ends the start, and leaves nothing running', async () => {
  const gone = join(mkdtempSync(join(tmpdir(), 'westgate-gone-')), 'typo');
  const done = await westgate('serve', '--no-screens', '--port', '0', '--data', gone, '--log', join(gone, 'no/such/log'));
  assert.equal(done.code, 1);
  assert.match(done.stderr, /no\/such\/log/);
});

test('the program says which version it is', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'));
  assert.deepEqual(await westgate('--version'), { code: 0, stdout: `${version}\n`, stderr: '' });
});
