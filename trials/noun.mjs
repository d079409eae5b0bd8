// `npm run trial:noun`: an invented noun is added to a copy of this checkout as docs/how-to/add-a-noun.md says, with a parent, a computed column
// and an action, and walked in the browser: list, form, page, action, history, search, undo, restart, export and import, public page. Prints what it took: files, lines, places.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeReady } from '../tools/build.mjs';
import { ROOT } from '../tools/house.mjs';

const NAME = 'enterprise';
/** New files: where each comes from and stands. The SQL is printed by a tool. */
const FILES = [
  ['trials/noun/enterprises.ts', 'packages/domain/src/register/tables/enterprises.ts'],
  ['trials/noun/enterprise-columns.ts', 'packages/domain/src/computed/enterprise-columns.ts'],
  ['trials/noun/enterprise-actions.ts', 'packages/domain/src/actions/enterprises.ts'],
  ['trials/noun/record-move.ts', 'packages/desk/src/enterprises/record-move.ts'],
];
/** Lines added to files that are there: after which text, and what. */
const LINES = [
  [
    'packages/domain/src/register/tables.ts',
    "import { DISTRICT_TABLES } from './tables/district.ts';\n",
    "import { ENTERPRISE_TABLE } from './tables/enterprises.ts';\n",
  ],
  ['packages/domain/src/register/tables.ts', '  park: RESULTS_TABLES.park,\n', '  enterprise: ENTERPRISE_TABLE,\n'],
  [
    'packages/domain/src/computed/computed-columns.ts',
    "import type { Computed } from './computed.ts';\n",
    "import { ENTERPRISE_COLUMNS } from './enterprise-columns.ts';\n",
  ],
  // What becomes of its rows when a record they name is taken out stands in a test, so that it is decided.
  [
    'packages/domain/test/register/descriptions.test.ts',
    "  park: ['-place -project', '', 'public'],\n",
    "  enterprise: ['-park -place', '', 'public'],\n",
  ],
  ['packages/domain/src/computed/computed-columns.ts', 'readonly Computed<Row<T>>[] } = {', '\n  enterprise: ENTERPRISE_COLUMNS,\n'],
  [
    'packages/domain/src/actions/actions.ts',
    "import { DATE_ACTIONS } from './dates.ts';\n",
    "import { ENTERPRISE_ACTIONS } from './enterprises.ts';\n",
  ],
  ['packages/domain/src/actions/actions.ts', '...DATE_ACTIONS', ', ...ENTERPRISE_ACTIONS'],
  [
    'packages/desk/src/actions/plans.ts',
    "import type { Changing } from '../deeds/work.ts';\n",
    "import { recordMove } from '../enterprises/record-move.ts';\n",
  ],
  ['packages/desk/src/actions/plans.ts', "  'freeze-dates': freezeDates,\n", "  'record-move': recordMove,\n"],
];
/** A number that goes up with every schema file. */
const VERSION = 'packages/store/src/journal/journal-line.ts';

makeReady(['code']);
const copy = mkdtempSync(join(tmpdir(), 'westgate-noun-'));
try {
  copyHouse();
  const schema = Number(/SCHEMA_VERSION = (\d+)/.exec(readFileSync(join(ROOT, VERSION), 'utf8'))[1]) + 1;
  const lines = FILES.map(([from, to]) => put(to, readFileSync(join(ROOT, from), 'utf8').replace(/since: \d+/, `since: ${schema}`)));
  for (const [file, after, added] of LINES) change(file, (text) => text.replace(after, after + added));
  change(VERSION, (text) => text.replace(/SCHEMA_VERSION = \d+/, `SCHEMA_VERSION = ${schema}`));
  run('node_modules/typescript/bin/tsc', '-b', 'packages/store');
  const sql = run('tools/table-sql.mjs', NAME);
  lines.push(put(`packages/store/schema/${String(schema).padStart(3, '0')}-${NAME}.sql`, sql));
  cpSync(join(ROOT, 'trials/noun/noun.test.ts'), join(copy, 'e2e/src/noun.test.ts'));
  run('tools/build.mjs', 'code', 'template', 'web');
  run('tools/check-layers.mjs');
  run('node_modules/typescript/bin/tsc', '-b', 'packages/domain/test', 'e2e');
  const touched = new Set([...LINES.map(([file]) => file), VERSION]);
  console.log(
    `${lines.length} new files, ${lines.reduce((sum, count) => sum + count, 0)} lines; ${touched.size} files changed, ${LINES.length + 1} lines`,
  );
  const { status } = spawnSync(
    process.execPath,
    ['--liftoff-only', '--test', 'packages/domain/dist/test/register/descriptions.test.js', 'e2e/dist/noun.test.js'],
    { cwd: copy, stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** The files that git knows, as they stand; installed packages as links to the same bytes. */
function copyHouse() {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  for (const file of stdout.split('\n').filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file), { force: true });
  }
  const linked = spawnSync('cp', ['-al', join(ROOT, 'node_modules'), join(copy, 'node_modules')]);
  if (linked.status !== 0) cpSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), { recursive: true, verbatimSymlinks: true });
}

/** Writes a new file, gives its lines. */
function put(file, text) {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
  return text.split('\n').length - 1;
}

function change(file, edit) {
  const path = join(copy, file);
  const before = readFileSync(path, 'utf8');
  const after = edit(before);
  if (after === before) throw new Error(`trial:noun: ${file} has no place for its line any more`);
  writeFileSync(path, after);
}

function run(...command) {
  const done = spawnSync(process.execPath, command, { cwd: copy, encoding: 'utf8', maxBuffer: 1e8 });
  if (done.status === 0) return done.stdout;
  throw new Error(`${command.join(' ')} ended with ${done.status}\n${done.stdout}${done.stderr}`);
}
