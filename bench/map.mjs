// The map at size. Tiles: how long they take on the server at 10,000 and 100,000 sites, cold, warm and after a deed, and how large they
// are. Frames: a real browser pans over 10,000 sites, and zooms, beside two baselines in the same run: the same map with every layer off,
// and the same map fed by one GeoJSON file of all places. `node bench/map.mjs [--rounds 2] [--sizes 10000,100000] [--site DIR]`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBrowser } from '../e2e/dist/browser.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    rounds: { type: 'string', default: '2' },
    sizes: { type: 'string', default: '10000,100000' },
    site: { type: 'string', default: join(ROOT, 'apps/web/dist/site') },
  },
});
const [rounds, sizes] = [Number(asked.rounds), asked.sizes.split(',').map(Number)];
const folder = mkdtempSync(join(tmpdir(), 'westgate-bench-map-'));
const SLOW_MS = 100;
/** What a hand waits between two drags, in milliseconds. */
const PAUSE_MS = 500;
const VARIANTS = ['empty', 'tiles', 'one file'];
/** Every layer of the Atlas switched off. */
const ALL_OFF = ['works', 'parks', 'heritage', 'water', 'venues', 'orientation']
  .map((name) => `thing-${name}:0`)
  .concat(['district', 'hills', 'water', 'roads', 'rail'].map((name) => `base-${name}:0`))
  .join(',');

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
for (const size of sizes) tellTiles(size);
await tellFrames(sizes[0]);
rmSync(folder, { recursive: true, force: true });

function tellTiles(size) {
  const district = makeDistrict(size);
  const { stdout } = run(['bench/map-tiles.mjs', district, String(size)]);
  const { tiles, firstMs, countsMs, cold, warm, afterDeed, afterMove, remade, mostPackedBytes, mostBytes, rssMb } = JSON.parse(stdout);
  console.log(`\n${size.toLocaleString('en')} sites, ${tiles} tiles of zooms 10 to 16 made in one process of ${rssMb} MB`);
  console.log(`  places gathered for the map  ${ms(firstMs)}, counted for the legend ${ms(countsMs)}`);
  console.log(`  a tile made                  ${told(cold)}`);
  console.log(`  asked for again              ${told(warm)}   ratio of p50 made / again ${(cold.p50 / warm.p50).toFixed(0)}`);
  console.log(`  after an outcome             ${told(afterDeed)}`);
  console.log(`  after a place was renamed    ${told(afterMove)}   places gathered and ${remade} of ${tiles / 2} made anew`);
  console.log(`  largest tile                 ${kb(mostPackedBytes)} packed, ${kb(mostBytes)} unpacked`);
}

async function tellFrames(size) {
  const district = makeDistrict(size);
  const child = spawn(process.execPath, [join(ROOT, 'bench/map-server.mjs'), district, asked.site], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value: address } = await lines.next();
  const browser = await openBrowser();
  const seen = Object.fromEntries(VARIANTS.map((variant) => [variant, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const variant of VARIANTS) seen[variant].push(await walk(browser, address, variant));
  }
  await browser.close();
  child.stdin.write('memory\n');
  const { value: serverMb } = await lines.next();
  child.stdin.end();
  console.log(
    `\n${size.toLocaleString('en')} sites in a real browser (software rendering), ${rounds} × a walk of 20 pans and zooms and 12 drags; server ${serverMb} MB`,
  );
  const p99 = {};
  for (const variant of VARIANTS) {
    const [pans, hands, zooms] = ['pan', 'hand', 'zoom'].map((way) =>
      seen[variant].flatMap(({ frames }) => frames.filter((each) => each.way === way).map(({ ms }) => ms)),
    );
    const stalls = seen[variant].flatMap((each) => each.longTasks);
    p99[variant] = at(pans, 0.99);
    console.log(
      `  ${variant.padEnd(8)}  panning: ${framesTold(pans)}; dragged by hand: ${framesTold(hands)}; zooming: ${framesTold(zooms)}; main thread blocked at most ${ms(Math.max(0, ...stalls))}, ` +
        `${stalls.filter((each) => each > SLOW_MS).length} times over ${SLOW_MS} ms; first drawn ${seen[variant].map((each) => ms(each.drawnMs)).join(', ')}; ` +
        `script heap ${seen[variant].map((each) => `${each.heapMb} MB`).join(', ')}; fetched ${seen[variant].map((each) => kb(each.bytes)).join(', ')}`,
    );
  }
  console.log(
    `  ratio of p99 while panning: tiles / empty ${(p99.tiles / p99.empty).toFixed(2)}, one file / empty ${(p99['one file'] / p99.empty).toFixed(2)}`,
  );
}

/** One walk over the map: frames and long tasks while it pans and zooms for about 20 seconds. */
async function walk(browser, address, variant) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  let bytes = 0;
  page.on('response', async (response) => {
    if (response.url().includes('/api/v1/')) bytes += Number(response.headers()['content-length'] ?? 0);
  });
  const began = performance.now();
  await page.goto(`${address}/atlas?lang=en${variant === 'empty' ? `&layers=${ALL_OFF}` : ''}`, { waitUntil: 'load' });
  await page.waitForFunction(() => document.querySelector('.district-map-canvas')?.westgateMap?.loaded(), undefined, { timeout: 120_000 });
  if (variant === 'one file') {
    await page.evaluate(drawOneFile);
    await page.waitForFunction(() => document.querySelector('.district-map-canvas')?.westgateMap?.loaded(), undefined, {
      timeout: 120_000,
    });
  }
  const drawnMs = performance.now() - began;
  const byHand = await dragByHand(page);
  const { frames, longTasks, heapMb } = await page.evaluate(panAndZoom);
  await context.close();
  return { frames: [...byHand, ...frames], longTasks, heapMb, drawnMs, bytes };
}

/** In the page: the way the map was drawn before there were tiles, all places in one GeoJSON file. */
async function drawOneFile() {
  const map = document.querySelector('.district-map-canvas').westgateMap;
  const features = [];
  for (let after = null; after !== undefined; ) {
    const answer = await fetch(`/api/v1/places?limit=500${after ? `&after=${encodeURIComponent(after)}` : ''}`);
    const { items, next } = await answer.json();
    for (const place of items) {
      if (!place.centre) continue;
      const { id, kind, isSite, aim, stage, name } = place;
      const properties = { place: id, kind, is_site: isSite, aim, stage, label_zh: name.zh, label_en: name.en, rank: features.length + 1 };
      const room = { in_area: false, room: 'small', share: 0.5 };
      features.push({ type: 'Feature', properties: { ...properties, ...room }, geometry: { type: 'Point', coordinates: place.centre } });
    }
    after = next ?? undefined;
  }
  const style = map.getStyle();
  style.sources.things = { type: 'geojson', data: { type: 'FeatureCollection', features } };
  const isOutline = (layer) => layer['source-layer'] === 'outlines';
  style.layers = style.layers.filter((layer) => layer.source !== 'things' || !isOutline(layer));
  for (const layer of style.layers) if (layer.source === 'things') delete layer['source-layer'];
  map.setStyle(style, { diff: false });
  await new Promise((resolve) => map.once('idle', resolve));
}

/** Twelve drags with the mouse, there and back: what each frame took while the button was down. */
async function dragByHand(page) {
  await page.evaluate(() => {
    window.dragged = [];
    let last = performance.now();
    const count = (now) => {
      if (window.isDragging) window.dragged.push(now - last);
      last = now;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  await page.waitForTimeout(PAUSE_MS);
  const { width, height } = page.viewportSize();
  const ways = [
    [14, 2],
    [-4, 12],
    [-14, -3],
    [5, -11],
  ];
  for (let drag = 0; drag < 12; drag += 1) {
    const [dx, dy] = ways[drag % ways.length];
    await page.mouse.move(width / 2, height / 2);
    await page.evaluate(() => (window.isDragging = true));
    await page.mouse.down();
    for (let step = 1; step <= 25; step += 1) {
      await page.mouse.move(width / 2 + dx * step, height / 2 + dy * step);
      await page.waitForTimeout(16);
    }
    await page.evaluate(() => (window.isDragging = false));
    await page.mouse.up();
    // Some follow at once, before the map is drawn in full again.
    await page.waitForTimeout(drag % 2 === 0 ? 80 : PAUSE_MS);
  }
  const dragged = await page.evaluate(() => window.dragged);
  return dragged.map((ms) => ({ way: 'hand', ms }));
}

/** In the page: pans and zooms, and what each frame took, by what the map was doing in it. */
async function panAndZoom() {
  const map = document.querySelector('.district-map-canvas').westgateMap;
  const [frames, longTasks] = [[], []];
  const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration)));
  observer.observe({ type: 'longtask' });
  let last = performance.now();
  let isWalking = true;
  let way = 'pan';
  const count = (now) => {
    frames.push({ way, ms: now - last });
    last = now;
    if (isWalking) requestAnimationFrame(count);
  };
  requestAnimationFrame((now) => {
    last = now;
    requestAnimationFrame(count);
  });
  const home = map.getZoom();
  for (const zoom of [home, 12.4, 13.7, 12.8, home]) {
    for (const [x, y] of [
      [260, 40],
      [-60, 240],
      [-260, -60],
      [80, -220],
    ]) {
      way = Math.abs(map.getZoom() - zoom) < 0.01 ? 'pan' : 'zoom';
      await new Promise((resolve) => {
        map.once('moveend', resolve);
        map.easeTo({
          center: map.unproject([map.getContainer().clientWidth / 2 + x, map.getContainer().clientHeight / 2 + y]),
          zoom,
          duration: 1000,
          essential: true,
        });
      });
    }
  }
  isWalking = false;
  observer.disconnect();
  return { frames, longTasks, heapMb: Math.round(performance.memory.usedJSHeapSize / 1e6) };
}

function makeDistrict(size) {
  const out = join(folder, String(size));
  run(['tools/make-district.mjs', '--sites', String(size), '--seed', '1', '--out', out]);
  return out;
}

function run(args) {
  const done = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'inherit'] });
  if (done.status !== 0) throw new Error(`${args[0]} ended with ${done.status}`);
  return done;
}

function told({ p50, p99, max }) {
  return `p50 ${ms(p50)}, p99 ${ms(p99)}, max ${ms(max)}`;
}

function at(values, portion) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * portion))];
}

function share(values, limit) {
  return `${values.filter((value) => value > limit).length} (${((100 * values.filter((value) => value > limit).length) / values.length).toFixed(1)} %)`;
}

function framesTold(frames) {
  return (
    `${frames.length} frames in ${(sum(frames) / 1000).toFixed(0)} s, p50 ${ms(at(frames, 0.5))}, p99 ${ms(at(frames, 0.99))}, ` +
    `max ${ms(Math.max(...frames))}, over ${SLOW_MS} ms ${share(frames, SLOW_MS)}`
  );
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function ms(value) {
  return value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`;
}

function kb(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
