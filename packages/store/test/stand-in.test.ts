import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { openEngine } from '../src/engine/open-engine.ts';
import type { Database } from '../src/sql/port.ts';
import { created, sourceRow } from './sample.ts';

test('a database in memory that ended is made anew from the journal by who reads and by who records', async () => {
  const made: Database[] = [];
  const watched = (database: Database): Database => {
    made.push(database);
    return database;
  };
  const end = () => made.at(-1)?.close();
  const engine = await openEngine({ kind: 'memory' }, { watched });
  const commit = (id: string) => engine.commit({ who: 'a', verb: 'edit', reason: '', changes: [created('source', sourceRow(id))] });
  const ids = async () => (await engine.readState()).rows.source.map(({ id }) => id);
  await commit('one');
  await end();
  assert.deepEqual(await ids(), ['one']);
  await end();
  await assert.rejects(commit('two'), (error) => error instanceof WestgateError && error.code === 'WG_INTERRUPTED');
  await commit('two');
  assert.deepEqual(await ids(), ['one', 'two']);
  assert.equal((await engine.verify()).isClean, true);
  assert.equal(made.length, 3);
  await engine.close();
});
