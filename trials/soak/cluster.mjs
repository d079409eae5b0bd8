// A PostgreSQL server of the trial's own, from the programs of a Debian package, which it may stop and start as it likes.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/** The programs of the newest version, or null where there are none. */
export function postgresPrograms() {
  if (!existsSync(DEBIAN)) return null;
  const folders = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return folders.map((version) => join(DEBIAN, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

/** Starts a server in a folder of its own; `stop(mode)` and `start()` as pg_ctl does them, `remove()` takes everything away. */
export async function startCluster(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-soak-pg-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  const control = (...words) => asOwner(join(bin, 'pg_ctl'), ['-D', data, '-w', ...words]);
  const start = () => control('-o', settings, '-l', join(folder, 'log'), 'start');
  const stop = (mode) => control('-m', mode, 'stop');
  asOwner(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8']);
  start();
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    remove() {
      stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL does not run as root. */
function asOwner(program, args) {
  const [command, ...words] = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args];
  execFileSync(command, words, { stdio: 'ignore', cwd: tmpdir() });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
