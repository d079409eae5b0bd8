import { WestgateError } from '@westgate/base';
import { lockChain } from './chain-lock.ts';
import type { Database, Sql } from './port.ts';
import { isLost } from './server-error.ts';

/**
 * Raised with every change of a view below. Columns are only added, at the end: then grants on a view and what others built on it stay.
 * A schema file that drops or retypes a column shown here drops the views first.
 */
const VERSION = 1;

/** A table with geometry, and the columns of it that are shown: no notes, which may name persons. */
interface Source {
  readonly table: 'place' | 'feature';
  readonly about: string;
  readonly columns: string;
}

/** The part of a table's geometries that a view shows, and the one type it shows them in. */
interface Shape {
  readonly ending: string;
  readonly about: string;
  readonly type: string;
  readonly from: readonly string[];
}

interface View {
  readonly name: string;
  readonly source: Source;
  readonly shape: Shape;
}

interface Found {
  /** The schema that PostGIS is in, quoted as a name; null where it is not installed. */
  readonly postgis: string | null;
  readonly has_schema: boolean;
  /** Views that stand as this version or a newer one makes them. */
  readonly views: number;
}

const SOURCES: readonly Source[] = [
  {
    table: 'place',
    about: 'Places with a position',
    columns: `id, name_zh, name_en, kind, is_site, position, confidence, position_basis_zh, position_basis_en, land_title, tags`,
  },
  {
    table: 'feature',
    about: 'Drawn features: outlines of places and the base map',
    columns: `id, layer, place, name_zh, name_en, rank, height_m, illustrative, basis_zh, basis_en`,
  },
];

const PARTS: readonly Shape[] = [
  { ending: '_point', about: 'points', type: 'MultiPoint', from: ['Point', 'MultiPoint'] },
  { ending: '_line', about: 'lines', type: 'MultiLineString', from: ['LineString', 'MultiLineString'] },
  { ending: '_area', about: 'areas', type: 'MultiPolygon', from: ['Polygon', 'MultiPolygon'] },
];
const SHAPES: readonly Shape[] = [
  { ending: '', about: 'every geometry', type: 'Geometry', from: PARTS.flatMap(({ from }) => from) },
  ...PARTS,
];

const VIEWS: readonly View[] = SOURCES.flatMap((source) =>
  SHAPES.map((shape) => ({ name: `${source.table}${shape.ending}`, source, shape })),
);

/**
 * Where PostGIS is installed, makes the views of the schema `gis` that GIS programs read, or brings them up to date; of several processes
 * that begin at once one does it. Gives null, or why the server refused: nothing else rests on them. Throws where the server is lost.
 */
export async function makeGisViews(database: Database): Promise<string | null> {
  try {
    if (isDone(await look(database))) return null;
    await database.transaction(async (tx) => {
      await lockChain(tx);
      const found = await look(tx);
      if (found?.postgis && !isDone(found)) await tx.exec(sqlOf(found.postgis, found.has_schema));
    });
    return null;
  } catch (error) {
    const { DatabaseError } = await import('pg');
    const isRefusal = error instanceof DatabaseError || (error instanceof WestgateError && !isLost(error));
    if (!isRefusal) throw error;
    return `The views for GIS programs were not made (${error.message}); see docs/how-to/postgresql.md.`;
  }
}

async function look(sql: Sql): Promise<Found | undefined> {
  const names = VIEWS.map(({ name }) => `'${name}'`).join(', ');
  const { rows } = await sql.query<Found>(
    `select
       (select quote_ident(nspname) from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'postgis') as postgis,
       to_regnamespace('gis') is not null as has_schema,
       (select count(*) from pg_class where relnamespace = to_regnamespace('gis') and relkind = 'v' and relname in (${names})
         and substring(obj_description(oid, 'pg_class') from 'Westgate, version ([0-9]{1,6})')::integer >= $1) as views`,
    [VERSION],
  );
  return rows[0];
}

function isDone(found: Found | undefined): boolean {
  return !found?.postgis || found.views === VIEWS.length;
}

function sqlOf(postgis: string, hasSchema: boolean): string {
  const views = VIEWS.map((view) => viewSql(postgis, view));
  // `create schema if not exists` would ask for the right to make one even where an administrator has made it.
  return [...(hasSchema ? [] : ['create schema gis']), ...views].join(';\n');
}

function viewSql(postgis: string, { name, source, shape }: View): string {
  const read = `${postgis}.st_setsrid(${postgis}.st_geomfromgeojson(geometry::text), 4326)`;
  const geometry = shape.type.startsWith('Multi') ? `${postgis}.st_multi(${read})` : read;
  const types = shape.from.map((type) => `'${type}'`).join(', ');
  // security_barrier: a reader's own condition is asked of these rows only, so it never meets a geometry of another type.
  return `create or replace view gis.${name} with (security_barrier) as
    select ${source.columns}, ${geometry}::${postgis}.geometry(${shape.type}, 4326) as geom
    from public.${source.table} where geometry ->> 'type' in (${types});
    comment on view gis.${name} is '${source.about}: ${shape.about}. Westgate, version ${VERSION}'`;
}
