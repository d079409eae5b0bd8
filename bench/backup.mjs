// How long a backup and a restore take, and how large a backup is: of the example and of an invented district (`--sites 10000`), with
// `--deeds 5000` small deeds on top. Baseline in the same run: `cp -r` of the data folder, which is no backup but reads the same disk.
// Also: a rebuild of the database with a snapshot, against one that replays every deed.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { openDesk, backupFolder, restoreFolder } = await import('../packages/desk/dist/src/index.js');
const { openStore } = await import('../packages/store/dist/src/index.js');
const { values } = parseArgs({ options: { sites: { type: 'string', default: '10000' }, deeds: { type: 'string', default: '5000' } } });

const work = mkdtempSync(join(tmpdir(), 'westgate-bench-'));
const example = join(ROOT, JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).westgate.district);
const invented = join(work, 'district');
const made = spawnSync(process.execPath, ['tools/make-district.mjs', '--sites', values.sites, '--out', invented], { cwd: ROOT });
if (made.status !== 0) throw new Error(String(made.stderr));

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
await measure('example', example, 0);
await measure(`${values.sites} sites, ${values.deeds} deeds`, invented, Number(values.deeds));
rmSync(work, { recursive: true, force: true });

async function measure(name, district, deeds) {
  const [data, copy, backup, restored] = ['data', 'copy', 'backup', 'restored'].map((part) => join(work, `${part}-${deeds}`));
  await (await openDesk({ dataDir: data, districtFolder: district })).close();
  await addDeeds(data, deeds);
  const cp = await timed(() => cpSync(data, copy, { recursive: true }));
  const first = await timed(() => backupFolder(data, backup));
  const again = await timed(() => backupFolder(data, backup));
  const restore = await timed(() => restoreFolder(backup, restored));
  rmSync(join(restored, 'pg'), { recursive: true });
  const fromSnapshot = await timed(() => opened(restored));
  for (const part of ['pg', 'snapshots']) rmSync(join(restored, part), { recursive: true });
  const replayed = await timed(() => opened(restored));
  console.log(`\n${name}`);
  console.log(`cp -r of the data folder        ${seconds(cp)}  ${megabytes(data)}`);
  console.log(
    `backup, checked                 ${seconds(first)}  ${megabytes(backup)}  ${(first / cp).toFixed(1)} × cp -r, ${share(backup, data)} of its size`,
  );
  console.log(`backup again, nothing new       ${seconds(again)}`);
  console.log(`restore, compared               ${seconds(restore)}  ${(restore / cp).toFixed(1)} × cp -r`);
  console.log(`database anew, with a snapshot  ${seconds(fromSnapshot)}`);
  console.log(`database anew, every deed       ${seconds(replayed)}  ${(replayed / fromSnapshot).toFixed(1)} × as long`);
}

/** Adds sources, one a deed. */
async function addDeeds(dir, count) {
  const store = await openStore({ dir });
  const [sample] = (await store.readAll()).source;
  for (let n = 1; n <= count; n++) {
    const after = { ...sample, id: `bench-${n}`, title: `Source ${n}`, rev: 1 };
    await store.commit({
      who: 'Li Hua',
      verb: 'edit',
      reason: 'bench',
      changes: [{ table: 'source', key: after.id, before: null, after }],
    });
  }
  await store.close();
}

async function opened(dir) {
  await (await openStore({ dir })).close();
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function bytesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function megabytes(folder) {
  return `${(bytesIn(folder) / 1e6).toFixed(1).padStart(6)} MB`;
}

function share(part, whole) {
  return `${((100 * bytesIn(part)) / bytesIn(whole)).toFixed(0)} %`;
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2).padStart(6)} s`;
}
