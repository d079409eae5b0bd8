// A first look at home, Today and Register, from nothing kept, over 10 Mbit/s with a processor four times slower: bytes on the wire by kind, requests, and
// the processor time of the page (which other work on the machine lengthens least) and the time until the screen answers: what it holds is there and a press on "?" has opened the list of keys; of home also until its map is drawn. With --against FOLDER, another built
// checkout of Westgate is measured in turn with this one, and the ratios are told.
// `node bench/first-load.mjs [--against FOLDER] [--rounds 5] [--slower 4] [--mbit 10] [--screens /,/today,/register] [--languages zh,en] [--widths 1440,390]`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBrowser } from '../e2e/dist/browser.js';
import { countAnswers, kindOf } from '../e2e/dist/counted.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    against: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    slower: { type: 'string', default: '4' },
    mbit: { type: 'string', default: '10' },
    screens: { type: 'string', default: '/,/today,/register' },
    languages: { type: 'string', default: 'zh,en' },
    widths: { type: 'string', default: '1440,390' },
  },
});
const [rounds, slower, mbit] = [asked.rounds, asked.slower, asked.mbit].map(Number);
const BYTES_OF_MBIT = 125_000;
const QUIET_MS = 1500;
const LIMIT_MS = 120_000;
/** What shows in a screen that what it holds is there: the layers with their counts and the place of the map, the groups of the day, the rows. */
const SHOWN = { '/': '.district-map-canvas', '/today': 'main h1', '/register': '.list-table tbody tr, .register-table tbody tr' };
const SCREENS = asked.screens.split(',').map((path) => [path, SHOWN[path]]);
const WIDTHS = asked.widths.split(',').map(Number);

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
console.log(`${mbit} Mbit/s, processor ${slower} times slower, median of ${rounds}`);
const browser = await openBrowser();
const builds = [await open('this', ROOT), ...(asked.against ? [await open('other', resolve(asked.against))] : [])];
for (const [path, shown] of SCREENS)
  for (const language of asked.languages.split(','))
    for (const width of WIDTHS) {
      const looks = new Map(builds.map((build) => [build.name, []]));
      for (let round = 0; round < rounds; round += 1)
        for (const build of builds) looks.get(build.name).push(await look(build, path, shown, language, width));
      tell(`${path} ${language} ${width}`, looks);
    }
await browser.close();
for (const build of builds) await build.close();

/** Starts the Westgate of a built checkout, an address before it that counts, and looks once, so that the server is warm. */
async function open(name, folder) {
  const data = mkdtempSync(join(tmpdir(), 'westgate-bench-first-'));
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const child = spawn(process.execPath, [join(folder, 'apps/cli/bin/westgate.mjs'), 'serve', '--port', String(port), '--data', data], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.on('exit', () => child.kill());
  await new Promise((ready, failed) => {
    child.stdout.on('data', (text) => String(text).includes('Westgate ready') && ready());
    child.on('exit', (code) => failed(new Error(`${folder} ended with ${code} before it was ready`)));
  });
  const counted = await countAnswers(`http://127.0.0.1:${port}`);
  const build = {
    name,
    counted,
    async close() {
      counted.close();
      child.removeAllListeners('exit');
      child.kill();
      await new Promise((ended) => child.on('exit', ended));
      rmSync(data, { recursive: true, force: true });
    },
  };
  for (const [path, shown] of SCREENS) await look(build, path, shown, 'en', WIDTHS[0]);
  return build;
}

async function look({ counted }, path, shown, language, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const speed = mbit * BYTES_OF_MBIT;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: speed,
    uploadThroughput: speed,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  counted.answered.length = 0;
  const began = performance.now();
  await page.goto(`${counted.address}${path}?lang=${language}`, { waitUntil: 'commit', timeout: LIMIT_MS });
  await page.locator(shown).first().waitFor({ state: 'attached', timeout: LIMIT_MS });
  await page.keyboard.press('?');
  await page.locator('[role=dialog]').first().waitFor({ timeout: LIMIT_MS });
  const ms = performance.now() - began;
  const { metrics } = await session.send('Performance.getMetrics');
  const processorMs = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  if (path === '/') await page.waitForFunction(isDrawn, null, { timeout: LIMIT_MS });
  const drawnMs = performance.now() - began;
  await counted.quiet(QUIET_MS);
  const kinds = {};
  for (const each of counted.answered) kinds[kindOf(each)] = (kinds[kindOf(each)] ?? 0) + each.bytes;
  const answers = counted.answered.length;
  await context.close();
  return { ms, drawnMs, processorMs, answers, kinds, bytes: Object.values(kinds).reduce((sum, bytes) => sum + bytes, 0) };
}

/** In the page. */
function isDrawn() {
  return document.querySelector('.district-map-canvas')?.westgateMap?.loaded() === true;
}

function tell(what, looks) {
  const [ours, other] = [...looks.values()];
  const say = (all) => {
    const kinds = Object.entries(all[0].kinds).sort((a, b) => b[1] - a[1]);
    const said = kinds.map(([kind, bytes]) => `${kind} ${(bytes / 1e3).toFixed(0)}`).join(', ');
    return `${(median(all, 'bytes') / 1e6).toFixed(2)} MB (kB: ${said}), ${median(all, 'answers')} requests, processor of the page ${median(all, 'processorMs').toFixed(0)} ms, answers after ${(median(all, 'ms') / 1e3).toFixed(2)} s${what.startsWith('/ ') ? `, map drawn after ${(median(all, 'drawnMs') / 1e3).toFixed(2)} s` : ''}`;
  };
  console.log(`\n${what}\n  this   ${say(ours)}`);
  if (!other) return;
  const ratio = (name) => (median(ours, name) / median(other, name)).toFixed(2);
  console.log(
    `  other  ${say(other)}\n  ratio  bytes ${ratio('bytes')}, requests ${ratio('answers')}, processor ${ratio('processorMs')}, time ${ratio('ms')}`,
  );
}

function median(all, name) {
  const sorted = all.map((each) => each[name]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
