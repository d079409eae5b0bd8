// Keeps what the present release writes as a fixture, so that every later one is tested to open it. Run it once, from the commit that is
// released, after `npm run build`: node tools/release-fixture.mjs
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, readText } from './house.mjs';

const { act, idemOf, openDesk, readFolder } = await import('../packages/desk/dist/src/index.js');
const { version } = JSON.parse(readText('package.json'));
const target = join(ROOT, 'packages/store/test/fixtures/released', version);
if (existsSync(target)) throw new Error(`${target} is there: what a release wrote is never written again`);

/** Made by the program itself at each start, or of no use on another machine. */
const LEFT_OUT = ['pg', 'lock', 'owners', 'boot', 'cache'];

const dataDir = mkdtempSync(join(tmpdir(), 'westgate-release-'));
const district = join(ROOT, 'packages/desk/test/fixtures/harbour');
const desk = await openDesk({ dataDir, districtFolder: district });
await writeDeeds(desk);
const report = await desk.verify();
if (!report.isClean) throw new Error(report.faults.join('\n'));
const folder = desk.exportFolder();
await desk.close();

cpSync(dataDir, join(target, 'data'), { recursive: true, filter: (path) => !LEFT_OUT.some((name) => path === join(dataDir, name)) });
for (const [path, text] of folder) write(join('export', path), text);
const { journal, tables } = report;
write(
  'expected.json',
  `${JSON.stringify({ version, head: journal, tables: tables.map(({ table, rows }) => ({ table, rows })) }, null, 2)}\n`,
);
rmSync(dataDir, { recursive: true });
console.log(`${target}: ${journal.seq} deeds, head ${journal.hash.slice(0, 12)}; say in its README.md how it was made`);

/** Outcomes recorded, one with a key, one taken back and brought again, and the folder edited by hand: added, changed and deleted rows. */
async function writeDeeds(desk) {
  const outcome = {
    subjectKind: 'project',
    subjectId: 'silo-library',
    what: 'opened',
    dates: '2026-03-01',
    value: null,
    unit: null,
    newDueOn: null,
    source: 'gazette',
    confidence: 'high',
    note: { zh: null, en: 'With a brass band; “first” readers — 读者' },
  };
  const record = (draft, by) => act(desk, 'record-outcome', draft, by, { today: '2026-07-01', reader: null, name: by.who });
  await record(outcome, { who: 'Ada', reason: 'was there', idem: idemOf('fixture-1', outcome) });
  await record({ ...outcome, what: 'measured', dates: '2026-04', value: 0.1, unit: 'm2' }, { who: '李明' });
  await record({ ...outcome, subjectId: 'storm-pump', what: 'completed', dates: '2025-06-30' }, { who: 'Ada' });
  await desk.undo(3, { who: 'Ben', reason: 'a wrong figure' });
  const files = new Map(await readFolder(district));
  const exported = desk.exportFolder();
  files.set('results/outcomes.csv', exported.get('results/outcomes.csv'));
  replace(files, 'results/figures.csv', '18.5', '19.75');
  replace(files, 'words/ward-plan.en.md', 'before 1 June', 'before 1 July');
  replace(files, 'programme/projects.csv', 'tide-gauge,,New tide gauge', 'tide-gauge-2,,Second tide gauge');
  await desk.importFolder(files, { who: 'Ada', reason: 'the plan as adopted' });
  await desk.undo(4, { who: 'Ben' });
  await desk.undo(7, { who: 'Ben', reason: 'it was done after all' });
}

function replace(files, path, from, to) {
  const text = files.get(path);
  if (text.split(from).length !== 2) throw new Error(`“${from}” does not stand once in ${path}`);
  files.set(path, text.replace(from, to));
}

function write(name, text) {
  mkdirSync(dirname(join(target, name)), { recursive: true });
  writeFileSync(join(target, name), text);
}
