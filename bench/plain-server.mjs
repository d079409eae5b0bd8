// The least that a server does for the same request as a deed, for bench/deeds.mjs: Fastify takes JSON, a transaction on PostgreSQL (DATABASE_URL) changes one
// row and adds one to a table of what was done. No rights, no checks, no chain. Prints its address.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const of = (folder) => createRequire(join(fileURLToPath(new URL('..', import.meta.url)), folder, 'package.json'));
const fastify = of('apps/server')('fastify');
const { Pool } = of('packages/store')('pg');

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 6 });
await pool.query('drop schema if exists plain cascade; create schema plain');
await pool.query('create table plain.row (id text primary key, body jsonb, rev integer)');
await pool.query(
  'create table plain.audit (seq bigint generated always as identity primary key, at timestamptz default now(), body jsonb)',
);
await pool.query("insert into plain.row values ('a', '{}', 1)");
const app = fastify();
app.post('/row', async ({ body }) => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query("update plain.row set body = $1, rev = rev + 1 where id = 'a'", [body]);
    const { rows } = await client.query('insert into plain.audit (body) values ($1) returning seq', [body]);
    await client.query('commit');
    return rows[0];
  } finally {
    client.release();
  }
});
console.log(JSON.stringify({ address: await app.listen({ port: 0, host: '127.0.0.1' }) }));
process.stdin.on('end', async () => {
  await app.close();
  await pool.query('drop schema plain cascade');
  await pool.end();
});
process.stdin.resume();
