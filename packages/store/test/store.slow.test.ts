import { test } from 'node:test';
import { openStore } from '@westgate/store';
import { freshDatabase, ON_POSTGRES } from './postgres.ts';
import { storeCases } from './store-cases.ts';

test('a store in memory', async (t) => {
  const store = await openStore({ memory: true });
  t.after(() => store.close());
  await storeCases(t, store);
});

test('a store on a PostgreSQL server', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  const store = await openStore({ url });
  t.after(() => store.close());
  await storeCases(t, store);
});
