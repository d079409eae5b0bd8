import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDatabase } from '../src/sql/database.ts';
import { StatementHeartbeat, slowWatch } from '../src/thread/statement-heartbeat.ts';

test('one statement that lasts longer than the limit is slow; many short ones are not, nor is rest', () => {
  const heartbeat = new StatementHeartbeat();
  const isSlow = slowWatch(heartbeat, 1_000);
  let [wallMs, cpuMs] = [5_000, 300];
  const after = (ms: number, ofProcessor = ms) => {
    wallMs += ms;
    cpuMs += ofProcessor;
    return isSlow({ wallMs, cpuMs });
  };
  assert.equal(after(60_000), false, 'nothing was asked');
  for (let n = 0; n < 20; n++) {
    heartbeat.beat();
    assert.equal(after(900), false, `statement ${n}`);
    heartbeat.beat();
    assert.equal(after(5_000), false, 'between two statements');
  }
  heartbeat.beat();
  assert.equal(after(10), false);
  assert.equal(after(990), false);
  assert.equal(after(20), true);
  heartbeat.allow(500);
  assert.equal(after(100), false, 'an import may take longer');
  assert.equal(after(400), true);
  heartbeat.beat();
  assert.equal(after(1), false, 'it ended after all');
  heartbeat.allow(0);
  heartbeat.beat();
  assert.equal(after(10), false);
  assert.equal(after(3_000, 500), false, 'it had to wait for others');
  assert.equal(after(700, 600), true, 'its time of the processor is over too');
  heartbeat.beat();
  heartbeat.beat();
  assert.equal(after(10), false);
  assert.equal(after(3_990, 0), false);
  assert.equal(after(20, 0), true, 'one that gets nothing at all is not waited for without end');
});

test('a statement is counted where it begins and where it ends, in a transaction too, and when it fails', async () => {
  const heartbeat = new StatementHeartbeat();
  const database = heartbeat.watch(await createDatabase(null));
  const other = new StatementHeartbeat(heartbeat.buffer);
  await database.query('select 1');
  assert.equal(other.value, 2);
  await database.transaction(async (tx) => {
    const running = tx.query('select 1');
    assert.equal(other.value, 3);
    await running;
    await tx.exec('select 1; select 2');
  });
  assert.equal(other.value, 6);
  await assert.rejects(database.query('select nothing'));
  assert.equal(other.value, 8);
  await database.close();
});
