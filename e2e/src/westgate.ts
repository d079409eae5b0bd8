import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The checkout's root. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What node is started with to run westgate: by the quick compiler, as a walk's database lives for seconds. */
const PROGRAM: readonly string[] = ['--liftoff-only', join(ROOT, 'apps/cli/bin/westgate.mjs')];
const READY = /Westgate ready at (http:\/\/127\.0\.0\.1:\d+)/;

/** What was started here and may still run. A walk that fails leaves none behind: its file would otherwise never end. */
const begun = new Set<ChildProcess>();
after(async () => {
  for (const child of begun) await stop(child, 'SIGKILL');
});

/** A running Westgate of its own data folder. */
export interface Running {
  readonly address: string;
  readonly dataDir: string;
  /** Milliseconds from spawn to the ready line. */
  readonly readyMs: number;
  /** Sends `signal`, waits for the process to end, gives its exit code (null when killed). */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A new empty folder under the system's temporary folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'westgate-'));
}

/** Removes what {@link temporaryFolder} gave. */
export function removeFolder(dir: string): void {
  rmSync(dir, { recursive: true, force: true });
}

/** Starts `westgate serve` as a user would, on `dataDir` (default: a new folder), and waits for its ready line. */
export async function startWestgate(
  options: { dataDir?: string; district?: string; port?: number; isEmpty?: boolean; env?: Readonly<Record<string, string>> } = {},
): Promise<Running> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const args = ['serve', '--port', String(options.port ?? somePort()), '--data', dataDir];
  if (options.district) args.push('--district', options.district);
  if (options.isEmpty) args.push('--empty');
  const began = performance.now();
  const env = { ...process.env, ...options.env };
  const child = spawn(process.execPath, [...PROGRAM, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  begun.add(child);
  child.on('exit', () => begun.delete(child));
  const address = await readyLine(child);
  return { address, dataDir, readyMs: performance.now() - began, stop: (signal) => stop(child, signal ?? 'SIGTERM') };
}

/** A port that nothing else is likely to use, also after a restart: among thousands, below those that the system gives away. */
export function somePort(): number {
  return 20_000 + Math.floor(Math.random() * 12_000);
}

/** Runs a westgate command to its end. */
export async function westgate(args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [...PROGRAM, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

function readyLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const watch = (chunk: Buffer): void => {
      printed += chunk.toString();
      const match = READY.exec(printed);
      if (match?.[1]) resolve(match[1]);
    };
    child.stdout?.on('data', watch);
    child.stderr?.on('data', watch);
    child.on('exit', (code) => reject(new Error(`westgate ended with ${code} before it was ready:\n${printed}`)));
  });
}

function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    // Not before the process that serves is gone too: it holds the same pipes.
    child.on('close', (code) => resolve(code));
    child.kill(signal);
  });
}
