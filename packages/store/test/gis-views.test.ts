import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import type { Geometry } from '@westgate/base';
import type { AnyRow, TableName } from '@westgate/domain';
import { openStore, type Store } from '@westgate/store';
import { asAdmin, databaseUrl, freshDatabase, ON_POSTGRES, runSql } from './postgres.ts';
import { created, sampleRows } from './sample.ts';

const VIEWS = ['place', 'place_point', 'place_line', 'place_area', 'feature', 'feature_point', 'feature_line', 'feature_area'];

const RING = [
  [116.1, 39.9],
  [116.2, 39.9],
  [116.2, 39.987654321],
  [116.1, 39.9],
] as const;
const HOLE = [
  [116.15, 39.91],
  [116.18, 39.91],
  [116.18, 39.93],
  [116.15, 39.91],
] as const;
const GEOMETRIES: readonly Geometry[] = [
  { type: 'Point', coordinates: [116.1234567890123, 39.9] },
  { type: 'MultiPoint', coordinates: [HOLE[0], HOLE[1]] },
  { type: 'LineString', coordinates: RING.slice(0, 3) },
  { type: 'MultiLineString', coordinates: [RING.slice(0, 3), HOLE.slice(1)] },
  { type: 'Polygon', coordinates: [RING, HOLE] },
  { type: 'Polygon', coordinates: [HOLE] },
  { type: 'MultiPolygon', coordinates: [[RING, HOLE]] },
];

const WITH_POSTGIS = { skip: ON_POSTGRES.skip || ((await hasPostgis()) ? false : 'the PostgreSQL server has no PostGIS: skipped') };
const WITH_GDAL = { skip: WITH_POSTGIS.skip || (hasGdal() ? false : 'ogrinfo is not on the PATH: skipped') };

async function hasPostgis(): Promise<boolean> {
  return (await runSql(databaseUrl('postgres'), "select from pg_available_extensions where name = 'postgis'")).length > 0;
}

function hasGdal(): boolean {
  try {
    execFileSync('ogrinfo', ['--version']);
    return true;
  } catch {
    return false;
  }
}

/** Opens the store and closes it; what it had to say at the start. */
async function start(url: string): Promise<string | null> {
  const store = await openStore({ url });
  const { mode, note } = store;
  await store.close();
  assert.equal(mode, 'ready');
  return note;
}

/** Places and features of every geometry, and one place without. */
async function fill(store: Store): Promise<void> {
  const shaped = (table: TableName, geometry: Geometry | null, n: number): readonly [TableName, AnyRow] => {
    const [, row] = sampleRows().find(([name]) => name === table) ?? [];
    assert.ok(row);
    return [table, { ...row, id: `shape-${n}`, geometry, source: null, ...(table === 'feature' ? { place: null } : {}) }];
  };
  const rows = [
    ...GEOMETRIES.map((geometry, n) => shaped('place', geometry, n)),
    shaped('place', null, 99),
    ...GEOMETRIES.map((geometry, n) => shaped('feature', geometry, n)),
  ];
  await store.commit({ who: 'a', verb: 'import', reason: '', changes: rows.map(([table, row]) => created(table, row)) });
}

async function viewsIn(url: string): Promise<readonly unknown[]> {
  const rows = await runSql(url, "select viewname from pg_views where schemaname = 'gis'");
  return rows.map(({ viewname }) => viewname).sort();
}

/** What changes when a view or its schema is written again. */
function marksOf(url: string): Promise<readonly unknown[]> {
  return runSql(
    url,
    `select c.oid::text, c.relname, c.xmin::text, n.xmin::text as schema, r.xmin::text as rule, d.xmin::text as comment, c.relacl::text as acl
     from pg_class c join pg_namespace n on n.oid = relnamespace join pg_rewrite r on r.ev_class = c.oid join pg_description d on d.objoid = c.oid
     where nspname = 'gis' order by 1`,
  );
}

/** A role of the server that may connect, dropped when the test ends; call it after `freshDatabase`. */
async function freshRole(t: TestContext): Promise<string> {
  const role = `westgate_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create role ${role} login password 'test'`);
  t.after(() => asAdmin(`drop role ${role}`));
  return role;
}

/** The database of `url` as the role of `freshRole` reaches it. */
function urlFor(role: string, url: string): string {
  return Object.assign(new URL(url), { username: role, password: 'test' }).href;
}

test('without PostGIS there is no schema gis, and nothing is said of it', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  assert.equal(await start(url), null);
  assert.deepEqual(await runSql(url, "select from pg_namespace where nspname = 'gis'"), []);
});

test('when PostGIS was installed, the next start makes views of every row with geometry, position by position', WITH_POSTGIS, async (t) => {
  const url = await freshDatabase(t);
  const store = await openStore({ url });
  await fill(store);
  await store.close();
  await runSql(url, 'create extension postgis');
  assert.equal(await start(url), null);

  assert.deepEqual(await viewsIn(url), [...VIEWS].sort());
  for (const table of ['place', 'feature']) {
    const rows = await runSql(url, `select id, geometry from ${table} where geometry is not null order by id`);
    const shown = await runSql(url, `select id, st_asgeojson(geom, 15)::jsonb as geometry from gis.${table} order by id`);
    assert.deepEqual(shown, rows);
    assert.equal(rows.length, GEOMETRIES.length);
    for (const [view, type, count] of [
      [`${table}_point`, 'ST_MultiPoint', 2],
      [`${table}_line`, 'ST_MultiLineString', 2],
      [`${table}_area`, 'ST_MultiPolygon', 3],
    ] as const) {
      const [found] = await runSql(
        url,
        `select count(*)::integer, array_agg(distinct st_geometrytype(geom)) as types, bool_and(st_isvalid(geom)) as valid,
           bool_and(st_equals(geom, st_geomfromgeojson(geometry::text))) as same from gis.${view} v join ${table} t using (id)`,
      );
      assert.deepEqual(found, { count, types: [type], valid: true, same: true }, view);
    }
  }
  const layers = await runSql(
    url,
    "select f_table_name as name, type, srid from geometry_columns where f_table_schema = 'gis' and f_table_name like 'place%' order by 1",
  );
  assert.deepEqual(layers, [
    { name: 'place', type: 'GEOMETRY', srid: 4326 },
    { name: 'place_area', type: 'MULTIPOLYGON', srid: 4326 },
    { name: 'place_line', type: 'MULTILINESTRING', srid: 4326 },
    { name: 'place_point', type: 'MULTIPOINT', srid: 4326 },
  ]);
  const [point] = await runSql(url, "select st_x(geom) as x, st_y(geom) as y, position, confidence from gis.place where id = 'shape-0'");
  assert.deepEqual(point, { x: 116.1234567890123, y: 39.9, position: 'known', confidence: 'high' });
  const near = 'st_makeenvelope(116.14, 39.9, 116.16, 39.92, 4326)';
  assert.equal((await runSql(url, `select from gis.place_area where st_intersects(geom, ${near})`)).length, 3, 'asked by where it lies');
  await assert.rejects(runSql(url, "update gis.place set name_en = 'x'"), /written by deeds only/);
});

test('a geometry that no import lets in is left out, and the others are shown', WITH_POSTGIS, async (t) => {
  const url = await freshDatabase(t);
  await start(url);
  await runSql(url, 'create extension postgis');
  const store = await openStore({ url });
  await fill(store);
  await store.close();
  for (const odd of ['null', '5', '{}', '{"type": "Circle", "coordinates": []}']) {
    await runSql(url, `begin; set local westgate.deed = 'next'; update place set geometry = '${odd}' where id = 'shape-99'; commit`);
    const shown = await runSql(url, 'select geom from gis.place');
    assert.equal(shown.length, GEOMETRIES.length, odd);
  }
});

test('a second start changes nothing; views that are old or were dropped are made, and grants stay', WITH_POSTGIS, async (t) => {
  const url = await freshDatabase(t);
  const reader = await freshRole(t);
  await start(url);
  await runSql(url, 'create extension postgis');
  const notes = await Promise.all([1, 2, 3].map(() => start(url)));
  assert.deepEqual(notes, [null, null, null], 'three at once');
  await runSql(url, `grant usage on schema gis to ${reader}; grant select on all tables in schema gis to ${reader}`);
  const made = await marksOf(url);
  assert.equal(made.length, VIEWS.length);
  assert.equal(await start(url), null);
  assert.deepEqual(await marksOf(url), made);

  await runSql(url, "comment on view gis.place_line is 'Places. Westgate, version 0'");
  assert.equal(await start(url), null);
  const [comment] = await runSql(url, "select obj_description('gis.place_line'::regclass, 'pg_class') as said");
  assert.match(String(comment?.said), /version [1-9]/);
  await runSql(urlFor(reader, url), 'select from gis.place_line');

  await runSql(url, 'drop extension postgis cascade');
  assert.equal(await start(url), null);
  assert.deepEqual(await viewsIn(url), []);
  await runSql(url, 'create extension postgis');
  assert.equal(await start(url), null);
  assert.deepEqual(await viewsIn(url), [...VIEWS].sort());
});

test(
  'a role that may not make the schema starts all the same and says so; once it stands, readers see the views alone',
  WITH_POSTGIS,
  async (t) => {
    const url = await freshDatabase(t);
    const [office, reader] = [await freshRole(t), await freshRole(t)];
    await runSql(url, `grant create on schema public to ${office}; create schema "Geo data"; create extension postgis schema "Geo data"`);
    const store = await openStore({ url: urlFor(office, url) });
    assert.equal(store.mode, 'ready');
    assert.match(store.note ?? '', /views for GIS programs were not made \(permission denied for database/);
    await fill(store);
    await store.close();
    assert.deepEqual(await viewsIn(url), []);

    await runSql(
      url,
      `create schema gis authorization ${office}; grant usage on schema gis to ${reader};
     alter default privileges for role ${office} in schema gis grant select on tables to ${reader};
     grant usage on schema "Geo data" to ${office}, ${reader}`,
    );
    assert.equal(await start(urlFor(office, url)), null);
    const shown = await runSql(urlFor(reader, url), 'select id, "Geo data".st_asbinary(geom) as wkb from gis.place');
    assert.equal(shown.length, GEOMETRIES.length);
    await assert.rejects(runSql(urlFor(reader, url), 'select from public.place'), /permission denied/);
    await assert.rejects(runSql(urlFor(reader, url), 'delete from gis.place'), /permission denied/);
  },
);

test('what others keep under these names is not touched', WITH_POSTGIS, async (t) => {
  const url = await freshDatabase(t);
  await runSql(
    url,
    'create schema geo; create extension postgis schema geo; create schema gis; create table gis.feature_area (theirs text)',
  );
  assert.match((await start(url)) ?? '', /"feature_area" is not a view/);
  assert.deepEqual(await viewsIn(url), []);
});

test(
  'GDAL, as a role that only reads, finds each layer with its count, type, place on earth and reference system',
  WITH_GDAL,
  async (t) => {
    const url = await freshDatabase(t);
    const reader = await freshRole(t);
    const store = await openStore({ url });
    await fill(store);
    await store.close();
    await runSql(url, 'create extension postgis');
    await start(url);
    await runSql(url, `grant usage on schema gis to ${reader}; grant select on all tables in schema gis to ${reader}`);
    for (const [layer, type, count] of [
      ['gis.place', 'Unknown (any)', GEOMETRIES.length],
      ['gis.place_point', 'Multi Point', 2],
      ['gis.place_line', 'Multi Line String', 2],
      ['gis.place_area', 'Multi Polygon', 3],
      ['gis.feature_area', 'Multi Polygon', 3],
    ] as const) {
      const said = execFileSync('ogrinfo', ['-ro', '-so', `PG:${urlFor(reader, url)}`, layer], { encoding: 'utf8' });
      assert.match(said, new RegExp(`Feature Count: ${count}\\n`), layer);
      assert.ok(said.includes(`Geometry: ${type}\n`), said);
      assert.match(said, /GEOGCRS\["WGS 84"[\s\S]*ID\["EPSG",4326\]\]\nData axis to CRS/, layer);
      if (layer.endsWith('area')) assert.match(said, /Extent: \(116\.1\d*, 39\.9\d*\) - \(116\.2\d*, 39\.987654\)/);
    }
  },
);
