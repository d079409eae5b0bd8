// How Westgate grows with its district and with its journal: the same acts on districts of more and more sites, and on the example with more and more
// deeds, each size in a process of its own. Prints processor time in milliseconds (all threads; other work on the machine does not show in it), memory
// in MB, and the exponent between the smallest and the largest size: 1 is in step with the size, 0 does not grow.
// `node bench/growth.mjs [--sites 1000,10000,30000] [--deeds 1000,10000]`; `--one sites:N` or `--one deeds:N` measures one size.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    sites: { type: 'string', default: '1000,10000,30000' },
    deeds: { type: 'string', default: '1000,10000' },
    one: { type: 'string' },
  },
});
/** What is written or looked at as a whole may grow with it; what is done to one record, or read of one, hardly. */
const LIMITS = { edit: 0.3, undo: 0.3, 'page after a deed': 0.3, 'list after a deed': 0.3 };
const USUAL_LIMIT = 1.05;

if (asked.one) console.log(JSON.stringify(await measured(...asked.one.split(':'))));
else {
  console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
  for (const what of ['sites', 'deeds']) tell(what, asked[what].split(',').filter(Boolean).map(Number));
}

function tell(what, sizes) {
  const found = sizes.map((size) => {
    const run = spawnSync(process.execPath, ['--max-old-space-size=6000', 'bench/growth.mjs', '--one', `${what}:${size}`], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '');
  });
  console.log(`\n${what.padEnd(24)}${sizes.map((size) => String(size).padStart(11)).join('')}   exponent`);
  for (const name of Object.keys(found[0] ?? {})) {
    const values = found.map((each) => each[name]);
    const exponent = Math.log(values.at(-1) / values[0]) / Math.log(sizes.at(-1) / sizes[0]);
    const isOver = exponent > (LIMITS[name] ?? USUAL_LIMIT) ? '  OVER' : '';
    console.log(
      `${name.padEnd(24)}${values.map((value) => value.toFixed(1).padStart(11)).join('')}   ${exponent.toFixed(2).padStart(8)}${isOver}`,
    );
  }
}

/** The acts on one size, by name. */
async function measured(what, size) {
  const { openDesk } = await import('../packages/desk/dist/src/index.js');
  const { startServer } = await import('../apps/server/dist/src/index.js');
  const work = mkdtempSync(join(tmpdir(), 'westgate-bench-'));
  const dataDir = join(work, 'data');
  try {
    const times = {};
    let desk;
    const take = async (name, act, rounds = 1) => {
      // What an act leaves to be made ready between requests is no part of the next.
      if (desk) await atRest();
      const all = [];
      for (let round = 0; round < rounds; round += 1) {
        const began = spent();
        await act(round);
        all.push(spent() - began);
      }
      times[name] = all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
    };
    const districtFolder = what === 'sites' ? madeDistrict(work, size) : example();
    await take('first load', async () => (await openDesk({ dataDir, districtFolder })).close());
    if (what === 'deeds') {
      await addDeeds(dataDir, Number(size));
      await take('database made anew', async () => (await openDesk({ dataDir })).close());
    }
    await take('start', async () => {
      desk = await openDesk({ dataDir });
    });
    const limits = { readsAMinute: 1e9, writesAMinute: 1e9, addressReadsAMinute: 1e9, addressWritesAMinute: 1e9 };
    const server = await startServer({ desk, host: '127.0.0.1', port: 0, webDir: null, limits });
    const get = async (path) => {
      const answer = await fetch(`${server.address}/api/v1/${path}`);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
    };
    const places = [...desk.register.place.keys()];
    const rename = (keys, words) =>
      desk.edit(
        keys.map((key) => ({ action: 'revise', table: 'place', key, rev: desk.register.place.get(key).rev, fields: { name_en: words } })),
        { who: 'bench', reason: '' },
      );
    await take('first edit', () => rename(places.slice(0, 1), 'first'));
    await take('edit', (round) => rename([places[round % places.length]], `edit ${round}`), 15);
    await take('undo', () => desk.undo(desk.seq, { who: 'bench' }), 5);
    const many = places.slice(0, 500);
    await take(`edit of ${many.length}`, () => rename(many, 'many'));
    await take(`undo of ${many.length}`, () => desk.undo(desk.seq, { who: 'bench' }));
    const after = (path) => async (round) => {
      await rename([places[(round + 20) % places.length]], `after ${path} ${round}`);
      const began = spent();
      await get(path);
      return spent() - began;
    };
    for (const [name, path] of [
      ['page after a deed', `places/${encodeURIComponent(places[7])}`],
      ['list after a deed', 'places?limit=60'],
      ['search after a deed', 'search?q=bench'],
      ['Today after a deed', 'today'],
    ]) {
      await get(path);
      const all = [];
      for (let round = 0; round < 7; round += 1) all.push(await after(path)(round));
      times[name] = all.sort((a, b) => a - b)[3];
    }
    await take('history of a record', () => get(`places/${encodeURIComponent(places[7])}/history?limit=20`), 5);
    await take('export of the folder', async () => desk.exportFolder());
    await take('verify', () => desk.verify());
    times['memory after use, MB'] = process.memoryUsage().rss / 1e6;
    await server.close();
    await desk.close();
    return times;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Waits until what a start makes ready between requests is made. */
async function atRest() {
  for (let busy = true; busy; ) {
    const began = spent();
    await sleep(500);
    busy = spent() - began > 20;
  }
}

/** Processor time of this process, in milliseconds. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function madeDistrict(work, sites) {
  const folder = join(work, 'district');
  spawnSync(process.execPath, ['tools/make-district.mjs', '--sites', sites, '--seed', '1', '--out', folder], { cwd: ROOT });
  return folder;
}

function example() {
  return join(ROOT, JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).westgate.district);
}

/** Writes deeds into the journal alone, each a note on one of the projects; the database is then made anew from it. */
async function addDeeds(dataDir, count) {
  const { openDesk } = await import('../packages/desk/dist/src/index.js');
  const { openJournal } = await import('../packages/store/dist/src/journal/journal.js');
  const { sealDeed } = await import('../packages/store/dist/src/journal/journal-line.js');
  const desk = await openDesk({ dataDir });
  const rows = [...desk.held().project.values()];
  await desk.close();
  const { journal } = openJournal(dataDir);
  let { head } = journal;
  for (let n = 0; n < count; ) {
    const sealed = [];
    for (; sealed.length < 500 && n < count; n += 1) {
      const before = rows[n % rows.length];
      const after = { ...before, note_en: `note ${n}`, rev: before.rev + 1 };
      const changes = [{ table: 'project', key: before.id, before, after }];
      const idem = { key: `bench-growth-${n}`, request: 'a'.repeat(64) };
      sealed.push(sealDeed({ who: 'bench', verb: 'revise', reason: '', idem, changes }, head, new Date().toISOString()));
      head = sealed.at(-1).deed;
      rows[n % rows.length] = after;
    }
    journal.append(...sealed);
  }
  journal.close();
  for (const name of ['pg', 'snapshots']) rmSync(join(dataDir, name), { recursive: true, force: true });
}
