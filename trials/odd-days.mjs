// Opens every screen of districts whose journals hold odd days: `npm run trial:odd-days -- --only 3 --seed 1`, or all of them without `--only`;
// `--together` holds all of them in one district. The rows are written past the checks, as an older Westgate could have done: for each odd day one district, the
// practice one, with that day in every column that names a day, of some rows of every table. A screen fails where it shows that it failed, where the
// browser tells of an error, or where the server answers with a fault of its own. Ends with 1 where one does.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../e2e/dist/browser.js';
import { startWestgate } from '../e2e/dist/westgate.js';
import { parseFolder, readFolder } from '../packages/desk/dist/src/index.js';
import { DAY_COLUMNS, FOLDER_TABLES, fieldsOf, keyOf } from '../packages/domain/dist/src/index.js';
import { openStore } from '../packages/store/dist/src/index.js';

const { values } = parseArgs({
  options: { only: { type: 'string' }, seed: { type: 'string', default: '1' }, together: { type: 'boolean', default: false } },
});
const ROOT = new URL('../', import.meta.url).pathname;
const ODD = JSON.parse(readFileSync(join(ROOT, 'packages/desk/test/fixtures/odd-days.json'), 'utf8'))
  .filter(({ is }) => is !== 'same')
  .map(({ text }) => text);
/** Days that a column of the database can hold; any text stands in a period. */
const REAL = ['0001-01-01', '9999-12-31', '2035-01-01', '1948-12-31', '2101-01-01', '2567-03-31', '5784-07-21', '1445-09-21'];
/** Rows of a table that are written over: in one district of all odd days as many as there are. */
const ROWS_OF_ONE = 2;
/** What a screen is given, once it shows something, to show all. */
const SETTLING_MS = 300;
/** What a screen shows at least. */
const SHOWN = 'h1, h2, canvas, [role=alert]';
/** The records that have pages, by the route of their page. */
const PAGES = {
  sentence: 'sentences',
  commitment: 'commitments',
  place: 'places',
  project: 'projects',
  indicator: 'indicators',
  event: 'events',
  park: 'parks',
  department: 'departments',
  source: 'sources',
  supervision: 'supervision',
  document: 'documents',
};

const began = performance.now();
const parsed = parseFolder(await readFolder(join(ROOT, 'data/practice')));
if (parsed.status !== 'valid') throw new Error(parsed.faults[0]?.message);
const browser = await openBrowser();
const failed = [];
let opened = 0;
try {
  for (const [name, textOf, rows] of districts()) {
    const faults = await screensOf(textOf, rows);
    for (const fault of faults) failed.push(`${name}: ${fault}`);
    console.log(
      `${faults.length === 0 ? 'ok     ' : 'FAILED '} ${JSON.stringify(name)}${faults.map((each) => `\n        ${each}`).join('')}`,
    );
  }
} finally {
  await browser.close();
}
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`${opened} screens, ${failed.length} failed, ${seconds} s`);
process.exit(failed.length > 0 ? 1 : 0);

function* districts() {
  if (values.together) {
    yield ['all odd days', (kind, index) => (kind === 'day' ? REAL[index % REAL.length] : ODD[index % ODD.length]), ODD.length];
    return;
  }
  const first = Number(values.seed) - 1;
  const count = values.only === undefined ? ODD.length : Number(values.only);
  for (let at = first; at < first + count; at += 1) {
    const text = ODD[at % ODD.length];
    yield [text, (kind) => (kind === 'day' && !REAL.includes(text) ? REAL[at % REAL.length] : text), ROWS_OF_ONE];
  }
}

async function screensOf(textOf, rows) {
  const dataDir = mkdtempSync(join(tmpdir(), 'westgate-odd-'));
  let running;
  try {
    const written = await write(dataDir, textOf, rows);
    running = await startWestgate({ dataDir });
    return await walk(running.address, written);
  } finally {
    await running?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Writes the district with its odd days and gives the keys of the rows that have them, by table. */
async function write(dataDir, textOf, most) {
  const written = new Map();
  const changes = FOLDER_TABLES.flatMap((table) =>
    parsed.rows[table].map((row, index) => {
      const columns = table === 'district' || table === 'report' || index >= most ? [] : (DAY_COLUMNS.get(table) ?? []);
      const days = columns.map((column) => [column, dayPut(table, column, textOf, index)]);
      const after = { ...row, ...Object.fromEntries(days) };
      const key = keyOf(table, after);
      if (index < 2) written.set(table, [...(written.get(table) ?? []), key]);
      return { table, key, before: null, after };
    }),
  );
  const once = [...new Map(changes.map((change) => [`${change.table} ${change.key}`, change])).values()];
  const store = await openStore({ dir: dataDir });
  try {
    await store.commit({ who: 'trial', verb: 'import', reason: 'odd days', changes: once });
  } finally {
    await store.close();
  }
  return written;
}

function dayPut(table, column, textOf, index) {
  const { kind } = fieldsOf(table)[column];
  if (kind === 'integer') return 9999;
  return textOf(kind, index);
}

async function walk(address, written) {
  const faults = [];
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  let path = '';
  let isToBeLoaded = true;
  const tell = (what) => faults.push(`${path}: ${what.slice(0, 300)}`);
  page.on('pageerror', (error) => tell(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) tell(message.text());
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) tell(`${answer.status()} ${answer.url()}`);
  });
  for (path of pathsOf(written)) {
    const before = faults.length;
    opened += 1;
    // The program is loaded once, and again after a screen that failed: from screen to screen one goes within it.
    if (isToBeLoaded) await page.goto(`${address}${path}`);
    else await goFromShown(page, path);
    await page
      .locator(`main :is(${SHOWN}):not([data-former])`)
      .first()
      .waitFor()
      .catch(() => tell('nothing is shown'));
    await page.waitForTimeout(SETTLING_MS);
    if ((await page.locator('[data-screen-error]').count()) > 0) tell(await page.locator('[data-screen-error]').innerText());
    if ((await page.locator('.rail').count()) === 0) tell('head and rail are gone');
    isToBeLoaded = faults.length > before;
  }
  await page.close();
  return faults;
}

/** Goes to another screen, what the one before shows marked. */
async function goFromShown(page, path) {
  await page.evaluate(
    ([shown, to]) => {
      for (const each of document.querySelectorAll(`main :is(${shown})`)) each.setAttribute('data-former', '');
      history.replaceState(history.state, '', to);
    },
    [SHOWN, path],
  );
}

/** No two addresses of one screen stand beside each other: what it shows would be kept and given other words. The map is the start page too. */
function pathsOf(written) {
  const routes = [...readFileSync(join(ROOT, 'apps/web/src/routes.ts'), 'utf8').matchAll(/path: '([^'$]+)'/g)].map(([, path]) => path);
  const plain = routes.filter((path) => !['/', '/sign-in', '/directory', '/welcome', '/outside', '/unsubscribe'].includes(path));
  const records = [0, 1].flatMap((nth) =>
    Object.entries(PAGES).flatMap(([table, route]) =>
      (written.get(table) ?? []).slice(nth, nth + 1).map((key) => `/${route}/${encodeURIComponent(key)}`),
    ),
  );
  const edits = ['project', 'event', 'commitment'].flatMap((noun) =>
    (written.get(noun) ?? []).slice(0, 1).map((key) => `/edit/${noun}/${key}`),
  );
  const days = ['/?asOf=2100-12-31', '/brief?asOf=1949-01-01', '/exceptions?asOf=2100-12-31', '/monthly?asOf=2100-12-31'];
  return [...plain, ...records, ...edits, ...days, '/'];
}
