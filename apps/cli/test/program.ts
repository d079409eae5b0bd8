import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The checkout's root. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
/** The invented district of the tests. */
export const HARBOUR = join(ROOT, 'packages/desk/test/fixtures/harbour');
/** The example district. */
export const EXAMPLE = join(ROOT, 'data/shijingshan');
/** The committed entry of the program. */
/** What node is started with to run westgate: by the quick compiler, as a test's database lives for seconds. */
export const PROGRAM: readonly string[] = ['--liftoff-only', join(ROOT, 'apps/cli/bin/westgate.mjs')];
const READY = /^Westgate ready at (http:\/\/127\.0\.0\.1:\d+)$/m;

export interface Done {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a westgate command to its end. */
export async function westgate(...args: string[]): Promise<Done> {
  const child = spawn(process.execPath, [...PROGRAM, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = [gather(child.stdout), gather(child.stderr)];
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout: stdout(), stderr: stderr() };
}

export interface Serving {
  readonly address: string;
  stdout(): string;
  stderr(): string;
  /** Sends a signal and gives the exit code. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `westgate serve` without its screens and waits for its ready line. It is stopped with the test, at the latest. */
export async function serve(test: TestContext, ...args: string[]): Promise<Serving> {
  const child = spawn(process.execPath, [...PROGRAM, 'serve', '--no-screens', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = [gather(child.stdout), gather(child.stderr)];
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  test.after(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const match = READY.exec(stdout());
      if (match?.[1]) resolve(match[1]);
    });
    child.on('close', (code) => reject(new Error(`serve ended with ${code}: ${stderr()}`)));
  });
  return {
    address,
    stdout,
    stderr,
    stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Of a list of moments at which something is killed: all in the long form (`npm run trial:long`), else the first, the third and so on. */
export function momentsOf(all: readonly number[]): readonly number[] {
  return process.env.WESTGATE_TRIAL === 'all' ? all : all.filter((_, index) => index % 2 === 0);
}

/** A new folder for all tests of a file, which goes with the last of them. */
export function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-cli-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Data folders in which the invented district was loaded: for each test a copy of one that the first who asks makes. */
export class LoadedFolders {
  readonly #first = sharedFolder();
  #made: Promise<Done> | null = null;

  async of(test: TestContext): Promise<string> {
    this.#made ??= westgate('coverage', '--data', this.#first, '--district', HARBOUR);
    const { code, stderr } = await this.#made;
    if (code !== 0) throw new Error(`the district was not loaded: ${stderr}`);
    return temporaryFolder(test, this.#first);
  }
}

/** A new folder that goes with the test; `from` is copied into it. */
export function temporaryFolder(test: TestContext, from?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-cli-'));
  if (from) cpSync(from, folder, { recursive: true });
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function gather(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}
