import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { Client } from 'pg';

/** The address of a PostgreSQL server on which tests may make databases and drop them; empty where there is none. */
const ADMIN_URL = process.env.WESTGATE_TEST_POSTGRES ?? '';

/** For tests that need a PostgreSQL server. */
export const ON_POSTGRES = { skip: ADMIN_URL === '' && 'WESTGATE_TEST_POSTGRES is not set: skipped' };

/** The address of a new empty database, dropped when the test ends. `more`: the end of `create database`. */
export async function freshDatabase(t: TestContext, more = ''): Promise<string> {
  const name = `westgate_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} template template0 encoding 'UTF8' ${more}`);
  t.after(() => asAdmin(`drop database ${name} with (force)`));
  return databaseUrl(name);
}

/** The address of the database `name` on the test server. */
export function databaseUrl(name: string): string {
  const url = new URL(ADMIN_URL);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one statement as the administrator of the test server. */
export async function asAdmin(sql: string): Promise<void> {
  await runSql(ADMIN_URL, sql);
}

/** Runs statements in a database past the store, as somebody else might. */
export async function runSql(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows ?? [];
  } finally {
    await client.end();
  }
}
