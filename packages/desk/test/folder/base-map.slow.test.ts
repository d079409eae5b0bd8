import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type FolderFiles, parseFolder, readFolder, saveFolder, writeFolder } from '@westgate/desk';
import { attributionsOf, registerOf } from '@westgate/domain';
import { HARBOUR, rowsOf } from '../folders.ts';
import { seeded } from '../seeded.ts';

const NAMES = ['osm', 'survey.2025', 'places', 'Features', 'old-sheet', 'b'] as const;

/** The harbour with sources, some of which must be named, and features taken from them. */
function drawn(files: FolderFiles, seed: number) {
  const random = seeded(seed);
  const rows = rowsOf(files);
  const [source] = rows.source;
  const [feature] = rows.feature;
  assert.ok(source && feature);
  const sources = NAMES.map((name) => {
    const words = random() < 0.6 ? `© ${name}` : null;
    return { ...source, id: name as typeof source.id, attribution_en: words, attribution_zh: null };
  });
  const features = Array.from({ length: 30 }, (_, index) => {
    const from = sources[Math.floor(random() * (NAMES.length + 1))];
    return { ...feature, id: `drawn-${index}` as typeof feature.id, source: from?.id ?? null };
  });
  const register = registerOf({ ...rows, source: [...rows.source, ...sources], feature: [...rows.feature, ...features] });
  return { register, sources, features };
}

test('features of a source that must be named lie in a file of its own, all others in one, and all come back, 60 seeded base maps', async () => {
  const files = await readFolder(HARBOUR);
  for (let seed = 1; seed <= 60; seed += 1) {
    const { register, sources, features } = drawn(files, seed);
    const written = writeFolder(register);
    const again = rowsOf(written);
    const byId = (rows: readonly { readonly id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    assert.deepEqual(byId(again.feature), byId([...register.feature.values()]), `seed ${seed}`);
    assert.deepEqual(writeFolder(registerOf(again)), written, `seed ${seed}`);
    // A file of a table keeps its name, on disks that tell no capitals apart too.
    const named = sources.filter(({ id, attribution_en }) => attribution_en !== null && features.some(({ source }) => source === id));
    const own = named.filter(({ id }) => !['places', 'features'].includes(id.toLowerCase()));
    const maps = [...written.keys()].filter((path) => /^places\/.*\.geojson$/.test(path) && !/\/(places|features)\.geojson$/.test(path));
    assert.deepEqual(maps.sort(), own.map(({ id }) => `places/${id}.geojson`).sort(), `seed ${seed}`);
    assert.deepEqual(
      attributionsOf(register)
        .map(({ en }) => en)
        .sort(),
      named.map(({ attribution_en }) => attribution_en).sort(),
    );
  }
});

test('a base map of a source that is not there, or of another, is a fault in its file; one that is gone is removed from the folder', async () => {
  const files = await readFolder(HARBOUR);
  const map = files.get('places/features.geojson') ?? '';
  const one = { ...JSON.parse(map).features[0], id: 'drawn-1' };
  one.properties = { ...one.properties, id: 'drawn-1', source: undefined };
  const text = (source?: string) =>
    JSON.stringify({ type: 'FeatureCollection', features: [{ ...one, properties: { ...one.properties, source } }] });
  const faultsOf = (file: string, content: string) => {
    const parsed = parseFolder(new Map(files).set(file, content));
    return parsed.status === 'faulty' ? parsed.faults.map(({ file: at, field, code }) => [at, field, code]) : [];
  };
  const [known] = rowsOf(files).source;
  assert.ok(known);
  assert.deepEqual(faultsOf('places/osm.geojson', text()), [['places/osm.geojson', 'source', 'unknown-reference']]);
  assert.deepEqual(faultsOf('places/osm.geojson', text(known.id)), [['places/osm.geojson', 'source', 'unknown-reference']]);
  assert.deepEqual(faultsOf(`places/${known.id}.geojson`, text()), []);
  const dir = await mkdtemp(join(tmpdir(), 'westgate-base-map-'));
  try {
    await saveFolder(dir, new Map(files).set(`places/${known.id}.geojson`, text()));
    await saveFolder(dir, files);
    assert.deepEqual((await readdir(join(dir, 'places'))).sort(), ['features.geojson', 'places.geojson']);
  } finally {
    await rm(dir, { recursive: true });
  }
});
