import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const DEBIAN = '/usr/lib/postgresql';
const START_ATTEMPTS = 40;

/** For tests that kill a PostgreSQL server: they need one of their own, from the programs of a Debian package. */
export const WITH_CLUSTER = {
  skip: (process.env.WESTGATE_TEST_POSTGRES ?? '') === '' || binaries() === null ? 'no PostgreSQL server to kill: skipped' : false,
};

/** A PostgreSQL server of the test's own. */
export interface Cluster {
  /** Its database. */
  readonly url: string;
  /** Kills the server, as a power cut would. */
  kill(): void;
  /** Starts it again, with these settings (`-c name=value`). */
  start(more?: string): Promise<void>;
  stop(): void;
}

/** Makes a server with its settings as they come, `fsync` on, and removes it when the test ends. */
export async function freshCluster(t: TestContext): Promise<Cluster> {
  const bin = binaries() ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'westgate-cluster-'));
  const data = join(folder, 'data');
  chmodSync(folder, 0o777);
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  const control = (...words: readonly string[]): void => asOwner([join(bin, 'pg_ctl'), '-D', data, '-w', ...words]);
  /** What is left of a killed server may hold its memory for a moment. */
  const start = async (more = ''): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return control('-o', `${settings} ${more}`, '-l', join(folder, 'log'), 'start');
      } catch (error) {
        if (attempt === START_ATTEMPTS) throw error;
        await sleep(500);
      }
    }
  };
  asOwner([join(bin, 'initdb'), '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8']);
  await start();
  t.after(() => {
    control('-m', 'immediate', 'stop');
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    kill: () => {
      process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    },
    start,
    stop: () => control('-m', 'fast', 'stop'),
  };
}

/** PostgreSQL does not run as root. */
function asOwner([program = '', ...args]: readonly string[]): void {
  const command = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args];
  execFileSync(command[0] ?? '', command.slice(1), { stdio: 'ignore', cwd: tmpdir() });
}

function binaries(): string | null {
  if (!existsSync(DEBIAN)) return null;
  const folders = readdirSync(DEBIAN)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN, version, 'bin'));
  return folders.find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
