import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { Client } from 'pg';

/** The address of a PostgreSQL server on which tests may make databases and drop them; empty where there is none. */
const ADMIN_URL = process.env.WESTGATE_TEST_POSTGRES ?? '';

/** For tests that need a PostgreSQL server. */
export const ON_POSTGRES = { skip: ADMIN_URL === '' && 'WESTGATE_TEST_POSTGRES is not set: skipped' };

/** The address of a new empty database, dropped when the test ends. */
export async function freshDatabase(t: TestContext): Promise<string> {
  const name = `westgate_test_${randomBytes(6).toString('hex')}`;
  await runSql(ADMIN_URL, `create database ${name} template template0 encoding 'UTF8'`);
  t.after(() => runSql(ADMIN_URL, `drop database ${name} with (force)`));
  const url = new URL(ADMIN_URL);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs a statement in a database past the store, as somebody else might. */
export async function runSql(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
