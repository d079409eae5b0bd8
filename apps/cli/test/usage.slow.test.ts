import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROGRAM, westgate } from './program.ts';

const COMMANDS = ['serve', 'import', 'export', 'plan', 'coverage', 'report', 'verify', 'audit', 'backup', 'restore', 'person'];

test('the program lists its commands, and every command explains itself and its exit codes, asked either way', async () => {
  const program = await westgate('--help');
  assert.equal(program.code, 0);
  for (const [index, name] of COMMANDS.entries()) {
    assert.match(program.stdout, new RegExp(`^ {2}${name} `, 'm'));
    const help = await westgate(...(index % 2 === 0 ? [name, '--help'] : ['help', name]));
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
    [['help', 'sing'], /There is no command "sing"/],
    [['coverage', '--loud'], /--loud/],
    [['coverage', '--as-of', '2024-02-30'], /expects a day such as 2024-12-31, got "2024-02-30"/],
    [['coverage', 'now'], /unexpected "now"/],
    [['import'], /expected the district folder to import/],
    [['export', 'a', 'b'], /expected only the folder to write, got also "b"/],
    [['plan', 'write', 'x.txt'], /expected "read FILE", "draft FILE", "compare OLD NEW" or "replace DOCUMENT FILE", got "write"/],
    [['plan', 'read', 'x.txt', '--text', '--json'], /not both/],
    [['mend', '--choose', 'rewrite'], /expected --reason: .*\nUsage: westgate mend /],
    [['serve', '--origin', 'http://office.lan'], /plain http is for this machine alone.*; got "http:\/\/office\.lan"/],
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

test('a data folder that is named and holds no office is a slip of the pen or a disk that is not mounted: no command makes one up and calls it sound', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-gone-'));
  const [missing, empty] = [join(folder, 'typo'), join(folder, 'empty')];
  mkdirSync(join(empty, 'lost+found'), { recursive: true });
  const out = join(folder, 'out');
  const commands: readonly (readonly [data: string, ...args: string[]])[] = [
    [missing, 'verify'],
    [empty, 'verify'],
    [missing, 'coverage'],
    [empty, 'people', 'list'],
    [missing, 'export', out],
    [empty, 'audit', 'export', out],
    [empty, 'backup', out],
    [empty, 'mend'],
    [missing, 'restore', out, '--drill'],
  ];
  for (const [data, ...args] of commands) {
    const done = await westgate(...args, '--data', data);
    assert.equal(done.code, 1, args.join(' '));
    assert.match(done.stderr, /expected (the|a) data folder .*(typo|empty)/, args.join(' '));
    assert.equal(done.stdout, '');
  }
  assert.deepEqual([readdirSync(folder), readdirSync(empty)], [['empty'], ['lost+found']]);
});

test('a log that cannot be written ends the start, begins no office and leaves nothing running', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-gone-'));
  const log = join(folder, 'no/such/log');
  const done = await westgate('serve', '--no-screens', '--port', '0', '--data', join(folder, 'data'), '--log', log);
  assert.equal(done.code, 1);
  assert.match(done.stderr, /^WG_INPUT_INVALID: --log: expected a file .* in a folder that is there; .*no\/such\/log/m);
  assert.deepEqual(readdirSync(folder), []);
});

test('a setting that cannot be read is told in words by what needs it, before anything is begun, and by nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-gone-'));
  const env = { ...process.env, WESTGATE_MIN_FREE_MB: 'plenty' };
  const run = (...args: string[]) => spawnSync(process.execPath, [...PROGRAM, ...args], { encoding: 'utf8', env });
  const { status, stderr } = run('serve', '--no-screens', '--no-supervisor', '--port', '0', '--data', join(folder, 'data'));
  assert.deepEqual([status, readdirSync(folder)], [1, []]);
  assert.match(stderr, /^WG_INPUT_INVALID: Expected WESTGATE_MIN_FREE_MB as a whole number of megabytes, found “plenty”\.$/m);
  assert.doesNotMatch(stderr, /^ +at /m);
  assert.equal(run('backup', '--help').status, 0);
});

test('the program says which version it is', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'));
  assert.deepEqual(await westgate('--version'), { code: 0, stdout: `${version}\n`, stderr: '' });
});
