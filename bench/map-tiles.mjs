// How long tiles take on the server, without a browser: called by bench/map.mjs, once per size, in a process of its own.
// `node bench/map-tiles.mjs FOLDER SITES`: FOLDER holds a district of tools/make-district.mjs. Prints one line of JSON.
import { gunzipSync } from 'node:zlib';

const [folder, sites] = process.argv.slice(2);
const { parseFolder, readFolder } = await import('../packages/desk/dist/src/index.js');
const { applyChanges, registerOf } = await import('../packages/domain/dist/src/index.js');
const { statesOf } = await import('../apps/server/dist/src/view/states.js');
const { viewOf } = await import('../apps/server/dist/src/view/view.js');
const { MapTiles } = await import('../apps/server/dist/src/tiles/map-tiles.js');
const { mapCounts, mapSheet } = await import('../apps/server/dist/src/present/map.js');

const parsed = parseFolder(await readFolder(folder));
const register = registerOf(parsed.rows);
const asOf = '2026-11-25';
const states = statesOf(register, asOf);
const view = viewOf(states, { seq: 1, today: asOf, changed: () => null });
const tiles = new MapTiles();

const [sheet, firstMs] = timed(() => mapSheet(view, tiles));
const [west, south, east, north] = sheet.base ?? sheet.home;
const all = [10, 11, 12, 13, 14, 15, 16].flatMap((z) => gridOf(z));
const cold = all.map((at) => made(view, at));
const warm = all.map((at) => made(view, at));
const [, countsMs] = timed(() => mapCounts(view, tiles, {}, [west, south, east, north]));

// One outcome recorded: only what depends on it is made again.
const [key, before] = [...register.outcome].find(([, row]) => row.subject_kind === 'project' && row.what !== 'opened');
const after = applyChanges(register, [{ table: 'outcome', key, before, after: { ...before, what: 'opened' } }]);
const later = viewOf(statesOf(after, asOf, states), { seq: 2, today: asOf, changed: () => null });
const afterDeed = all.map((at) => made(later, at));

// A place renamed: the places are gathered anew, and the tiles that hold it are made again.
const id = tiles.sites(later).placed.all[0].place;
const place = register.place.get(id);
const renamed = applyChanges(after, [{ table: 'place', key: id, before: place, after: { ...place, name_en: 'Renamed' } }]);
const last = viewOf(statesOf(renamed, asOf), { seq: 3, today: asOf, changed: () => null });
const afterMove = all.map((at) => made(last, at));
const remade = afterMove.filter(({ etag }, index) => etag !== afterDeed[index].etag).length;

console.log(
  JSON.stringify({
    sites: Number(sites),
    places: register.place.size,
    tiles: all.length * 2,
    firstMs,
    countsMs,
    cold: spread(cold.map(({ ms }) => ms)),
    warm: spread(warm.map(({ ms }) => ms)),
    afterDeed: spread(afterDeed.map(({ ms }) => ms)),
    afterMove: spread(afterMove.map(({ ms }) => ms)),
    remade,
    mostPackedBytes: Math.max(...cold.map(({ packed }) => packed)),
    mostBytes: Math.max(...cold.map(({ bytes }) => bytes)),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  }),
);

/** Both tiles at a place of the grid. */
function made(held, at) {
  const [things, ms] = timed(() => tiles.things(held, {}, at));
  const [base, baseMs] = timed(() => tiles.baseTile(held, at));
  const packed = Math.max(things.gzip.length, base.gzip.length);
  return { ms: ms + baseMs, packed, bytes: Math.max(gunzipSync(things.gzip).length, gunzipSync(base.gzip).length), etag: things.etag };
}

/** The tiles over the district at a zoom; of a deep zoom every so many-th, so that each zoom counts about alike. */
function gridOf(z) {
  const across = (lng) => Math.floor((lng / 360 + 0.5) * 2 ** z);
  const down = (lat) => Math.floor((0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * 2 ** z);
  const found = [];
  for (let x = across(west); x <= across(east); x += 1) for (let y = down(north); y <= down(south); y += 1) found.push({ z, x, y });
  const step = Math.ceil(found.length / 150);
  return found.filter((_, index) => index % step === 0);
}

function timed(work) {
  const began = performance.now();
  const value = work();
  return [value, performance.now() - began];
}

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p99: at(0.99), max: sorted.at(-1) };
}
