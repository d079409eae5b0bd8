// Each list opened in a real browser at size, until its first rows stand there; beside the same screens and the same answers, byte for byte, from a bare
// Fastify server. `node bench/lists-opened.mjs [--sizes 10000,100000] [--rounds 5]`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBrowser } from '../e2e/dist/browser.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({
  options: { sizes: { type: 'string', default: '10000,100000' }, rounds: { type: 'string', default: '5' } },
});
const [sizes, rounds] = [asked.sizes.split(',').map(Number), Number(asked.rounds)];
const SITE = join(ROOT, 'apps/web/dist/site');
const SCREENS = [
  ...['sentence', 'commitment', 'place', 'project', 'indicator', 'event', 'park', 'department', 'source'].map(
    (noun) => `/register?noun=${noun}`,
  ),
  '/exceptions?',
  '/supervision?',
];
const ofServer = createRequire(join(ROOT, 'apps/server/package.json'));
const folder = mkdtempSync(join(tmpdir(), 'westgate-bench-opened-'));

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
const browser = await openBrowser();
for (const size of sizes) await tell(size);
await browser.close();
rmSync(folder, { recursive: true, force: true });

async function tell(size) {
  const district = join(folder, `district-${size}`);
  spawnSync(process.execPath, [join(ROOT, 'tools/make-district.mjs'), '--sites', String(size), '--seed', '1', '--out', district]);
  const child = spawn(process.execPath, [join(ROOT, 'bench/map-server.mjs'), district, SITE], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { value: address } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  const answers = new Map();
  for (const screen of SCREENS) await opened(address, screen, answers);
  const bare = await bareServer(answers);
  console.log(`\n${size.toLocaleString('en')} sites: milliseconds from the address to the first rows, median of ${rounds}`);
  for (const screen of SCREENS) {
    const [ours, same] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await opened(address, screen));
      same.push(await opened(bare.address, screen));
    }
    const { bytes } = ours[0];
    const [took, least] = [ours, same].map((all) => median(all.map(({ ms }) => ms)));
    console.log(
      `  ${screen.padEnd(28)} ${took.toFixed(0).padStart(5)}   bare Fastify ${least.toFixed(0).padStart(5)}   ratio ${(took / least).toFixed(2)}   (${bytes} bytes of the list)`,
    );
  }
  await bare.app.close();
  child.stdin.end();
  await new Promise((resolve) => child.on('exit', resolve));
}

/** Opens a screen anew; its answers are kept in `answers`, where that is given. */
async function opened(address, screen, answers) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('.list-table tbody tr, .empty')) return;
      window.firstRowsMs = performance.now();
      watch.disconnect();
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  let bytes = 0;
  const kept = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (!url.pathname.startsWith('/api/') || url.pathname.endsWith('/changes')) return;
    const { 'content-length': length, 'content-type': type } = response.headers();
    if (url.pathname.includes('/lists/')) bytes = Number(length);
    if (answers) kept.push(response.body().then((body) => answers.set(url.pathname + url.search, { body, type })));
  });
  await page.goto(`${address}${screen}&lang=zh&theme=light`);
  await page.waitForFunction(() => window.firstRowsMs !== undefined, undefined, { timeout: 120_000 });
  const ms = await page.evaluate(() => window.firstRowsMs);
  if (answers) await page.waitForTimeout(1_500);
  await Promise.all(kept);
  await context.close();
  return { ms, bytes };
}

/** The screens as files, and the answers as they were. */
async function bareServer(answers) {
  const app = ofServer('fastify')();
  await app.register(ofServer('@fastify/static'), { root: SITE });
  app.get('/api/*', (request, reply) => {
    const known = answers.get(request.url);
    return known ? reply.type(known.type).send(known.body) : reply.code(404).type('application/json').send('{}');
  });
  app.setNotFoundHandler((_request, reply) => reply.sendFile('index.html'));
  return { app, address: await app.listen({ host: '127.0.0.1', port: 0 }) };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
