import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VectorTile } from '@mapbox/vector-tile';
import { type DayString, resultAtOnce } from '@westgate/base';
import { mapSchema } from '@westgate/contract';
import { PbfReader } from 'pbf';
import { MapTiles } from '../src/tiles/map-tiles.ts';
import { type Site, type Sites, sitesSteps } from '../src/tiles/sites.ts';
import { thin } from '../src/tiles/things-tile.ts';
import { statesOf } from '../src/view/states.ts';
import { viewOf } from '../src/view/view.ts';
import { EXAMPLE, openOffice } from './office.ts';
import { seededRegisters } from './seeded-registers.ts';

const office = await openOffice(EXAMPLE);
const MAP = '/api/v1/map';
const DAY = '2026-03-01' as DayString;

interface Drawn {
  readonly sites: readonly Readonly<Record<string, string | number | boolean>>[];
  readonly layers: readonly string[];
  readonly etag: string | null;
}

async function tile(path: string): Promise<Drawn> {
  const answer = await office.ask(`${MAP}/tiles/${path}`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/vnd.mapbox-vector-tile');
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer())));
  const { sites } = layers;
  return {
    sites: Array.from({ length: sites?.length ?? 0 }, (_, index) => sites?.feature(index).properties ?? {}),
    layers: Object.keys(layers).sort(),
    etag: answer.headers.get('etag'),
  };
}

/** The tile that holds a position. */
function tileAt(lng: number, lat: number, z: number): string {
  const sine = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
  return `${z}/${Math.floor((lng / 360 + 0.5) * 2 ** z)}/${Math.floor(y * 2 ** z)}`;
}

test('the frame of the map, its counts and its marks answer in the form of the contract', async () => {
  const sheet = mapSchema.mapSheet.parse(await office.get(`${MAP}/sheet`));
  assert.ok(sheet.home && sheet.base && sheet.letters.zh.serif.length > 50);
  const counts = mapSchema.mapCounts.parse(await office.get(`${MAP}/counts`));
  assert.equal(counts.total, sheet.placed + counts.unplaced);
  assert.equal(
    counts.aims.reduce((sum, { count }) => sum + count, 0),
    counts.total,
  );
  const marks = mapSchema.mapMarks.parse(await office.get(`${MAP}/marks?ids=moshikou,badachu-park,nowhere`));
  assert.deepEqual(marks.items.map(({ place }) => place).sort(), ['badachu-park', 'moshikou']);
});

test('a tile of the whole world holds every place of a small district, each by itself', async () => {
  const { sites, layers } = await tile('things/0/0/0');
  const counts = mapSchema.mapCounts.parse(await office.get(`${MAP}/counts`));
  assert.equal(sites.length, counts.total - counts.unplaced);
  assert.ok(sites.every(({ more }) => more === undefined));
  assert.ok(layers.includes('sites'));
  assert.deepEqual((await tile('base/0/0/0')).layers, ['base', 'outside']);
  assert.deepEqual((await tile('things/5/0/0')).layers, []);
});

test('a tile, the counts and the list hold the same places under the same filter', async () => {
  for (const filter of ['stage=under-way', 'aim=beauty', 'kind=factory', 'q=park', 'without=station,office', 'stage=done&aim=beauty']) {
    const { sites } = await tile(`things/0/0/0?${filter}`);
    const counts = mapSchema.mapCounts.parse(await office.get(`${MAP}/counts?${filter}`));
    const list = await office.get(`/api/v1/places?limit=500&${filter}`);
    assert.ok(typeof list === 'object' && list !== null && 'total' in list);
    assert.equal(sites.length, counts.total - counts.unplaced, filter);
    assert.equal(list.total, counts.total, filter);
  }
});

test('a tile asked for with its version may be kept, without it is asked for again, and is not sent twice', async () => {
  const { versions } = mapSchema.mapSheet.parse(await office.get(`${MAP}/sheet`));
  const path = `${MAP}/tiles/things/0/0/0`;
  const kept = await office.ask(`${path}?v=${versions.things}`);
  assert.match(kept.headers.get('cache-control') ?? '', /immutable/);
  const fresh = await office.ask(path);
  assert.equal(fresh.headers.get('cache-control'), 'no-cache');
  assert.equal(fresh.headers.get('content-encoding'), 'gzip');
  const again = await office.ask(path, { headers: { 'if-none-match': fresh.headers.get('etag') ?? '' } });
  assert.equal(again.status, 304);
  const plain = await office.ask(path, { headers: { 'accept-encoding': 'identity' } });
  assert.equal(plain.headers.get('content-encoding'), null);
  assert.deepEqual(Buffer.from(await plain.arrayBuffer()), Buffer.from(await fresh.arrayBuffer()));
});

test('a deed makes new only the tiles in which something changed', async () => {
  const detail = await office.get('/api/v1/places/shijingshan-academy');
  assert.ok(typeof detail === 'object' && detail !== null && 'centre' in detail && Array.isArray(detail.centre));
  const [lng, lat] = detail.centre;
  const [here, elsewhere] = [`things/${tileAt(lng, lat, 14)}`, 'things/14/13501/6190'];
  const before = [await tile(here), await tile(elsewhere), await tile('things/0/0/0')];
  const answer = await office.post('/api/v1/outcomes', {
    subjectKind: 'project',
    subjectId: 'shijingshan-academy',
    what: 'opened',
    dates: '2026-05-01',
    confidence: 'high',
    who: 'Test',
  });
  assert.equal(answer.status, 200, await answer.text());
  const after = [await tile(here), await tile(elsewhere), await tile('things/0/0/0')];
  const stage = ({ sites }: Drawn | undefined = { sites: [], layers: [], etag: null }) =>
    sites.find(({ place }) => place === 'shijingshan-academy')?.stage;
  assert.deepEqual([stage(before[0]), stage(after[0]), stage(after[2])], ['not-known', 'done', 'done']);
  assert.equal(before[1]?.etag, after[1]?.etag);
  assert.notEqual(before[0]?.etag, after[0]?.etag);
});

test('a tile that cannot be is refused in words: beyond the grid, too deep, of no group, with an unknown filter', async () => {
  for (const [path, word] of [
    ['things/3/8/0', 'x: expected 0 to 7 at zoom 3, got 8'],
    ['things/3/0/9', 'y: expected 0 to 7 at zoom 3, got 9'],
    ['things/17/0/0', 'z'],
    ['things/3/1.5/0', 'x'],
    ['things/3/-1/0', 'x'],
    ['nothing/3/0/0', 'group'],
    ['base/3/0/0?colour=red', 'colour'],
    ['things/3/0/0?stage=early', 'stage'],
  ] as const) {
    const answer = await office.ask(`${MAP}/tiles/${path}`);
    assert.equal(answer.status, 400, path);
    assert.ok((await answer.text()).includes(word), path);
  }
  assert.equal((await office.ask(`${MAP}/counts?bbox=1,2,3`)).status, 400);
  assert.equal((await office.ask(`${MAP}/marks?of=river:1`)).status, 400);
});

test('a crowded tile draws the first of each cell and says how many it leaves out: none is lost', () => {
  const sites = Array.from({ length: 5000 }, (_, index) => siteAt((index % 97) / 97, (index % 89) / 89, index + 1));
  for (const z of [0, 3, 15, 16]) {
    const inTile = z === 0 ? sites : sites.map((site) => ({ ...site, x: site.x / 2 ** z, y: site.y / 2 ** z }));
    const drawn = thin(inTile, { z, x: 0, y: 0 });
    const more = drawn.reduce((sum, each) => sum + each.more, 0);
    assert.equal(drawn.length + more, sites.length, `zoom ${z}`);
    assert.ok(drawn.length <= 2000 && drawn.length > 150, `zoom ${z}: ${drawn.length}`);
    assert.equal(drawn[0]?.site.rank, 1);
  }
});

function siteAt(x: number, y: number, rank: number): Site {
  const unsaid = { aim: null, nameZh: null, nameEn: null, labelZh: null, labelEn: null, bbox: null };
  const plain = { kind: 'factory', isSite: true, isAssumed: false, areaSide: 0, isWide: false, share: 0.5 } as const;
  return { ...unsaid, ...plain, place: `p${rank}`, rank, centre: [0, 0], x, y };
}

test('the places of the map brought up to date are what they are from scratch, after 120 seeded deeds', () => {
  const tiles = new MapTiles();
  const told = ({ all, placed, boxes, unplaced, outlines, bounds }: Sites) => {
    const [world, part] = [
      [0, 0, 1, 1],
      [0.82, 0.375, 0.823, 0.3785],
    ] as const;
    return {
      all,
      bounds,
      unplaced,
      placed: [placed.within(world), placed.within(part)],
      boxes: [boxes.within(world), boxes.within(part)],
      outlines: [outlines.within(world), outlines.within(part)],
    };
  };
  for (const [deed, register] of seededRegisters(office.desk.register, 9, 120).entries()) {
    const view = viewOf(statesOf(register, DAY), { seq: deed, today: DAY, placesSince: null, changed: () => null });
    assert.deepEqual(told(tiles.sites(view)), told(resultAtOnce(sitesSteps(register, null, null))), `deed ${deed}`);
  }
});
