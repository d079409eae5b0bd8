import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore, type Store } from '@westgate/store';
import { freshCluster, WITH_CLUSTER } from './cluster.ts';
import { hasCode, soundSources } from './folder.ts';
import { killWriter } from './kill-writer.ts';
import { freshDatabase, ON_POSTGRES, runSql } from './postgres.ts';

/** `npm run trial:long` kills 100 of them. */
const KILLS = process.env.WESTGATE_TRIAL === 'all' ? 100 : 10;
const PATIENT_WRITER = fileURLToPath(new URL('./patient-writer.js', import.meta.url));

test(`of ${KILLS} processes killed while they write into a PostgreSQL database none loses an acknowledged deed`, ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) acknowledged.push(...(await killWriter(url, kill % 9, (kill * 7) % 5)));
  assert.ok(acknowledged.length >= KILLS * 3, `${acknowledged.length} deeds acknowledged`);
  const store = await openStore({ url });
  t.after(() => store.close());
  const stored = new Set(await soundSources(store));
  assert.deepEqual(
    acknowledged.filter((id) => !stored.has(id)),
    [],
  );
  t.diagnostic(`${acknowledged.length} deeds acknowledged, ${store.head.seq} stored, none lost in ${KILLS} kills`);
});

test(
  'a server that is killed again and again, or one of its processes, loses no acknowledged deed and doubles none',
  WITH_CLUSTER,
  async (t) => {
    const cluster = await freshCluster(t);
    const watching = await openStore({ url: cluster.url });
    t.after(() => watching.close());
    const heard: number[] = [];
    watching.onDeed(({ seq }) => heard.push(seq));
    const writers = ['a', 'b'].map((name) => startWriter(t, cluster.url, name));
    for (let round = 1; round <= 12; round++) {
      await writeOn(writers);
      if (round % 3 === 0) {
        cluster.kill();
        await sleep(300);
        await cluster.start();
      } else {
        await killBackend(cluster.url);
      }
    }
    await writeOn(writers);
    for (const { child } of writers) child.kill('SIGTERM');
    await Promise.all(writers.map(({ ended }) => ended));

    const acknowledged = writers.flatMap(({ said }) => said());
    const stored = await heardAll(watching, heard);
    assert.deepEqual([...stored].sort(), [...new Set(stored)].sort());
    assert.deepEqual(
      acknowledged.filter((id) => !stored.includes(id)),
      [],
    );
    assert.equal(stored.length, watching.head.seq, 'every deed was done once');
    assert.deepEqual(
      heard,
      heard.map((_, n) => n + 1),
    );
    t.diagnostic(`${acknowledged.length} deeds acknowledged through 8 killed backends and 4 killed servers, none lost, none doubled`);
  },
);

test('a server that does not sync its files is refused', WITH_CLUSTER, async (t) => {
  const cluster = await freshCluster(t);
  cluster.stop();
  await cluster.start('-c fsync=off');
  await assert.rejects(openStore({ url: cluster.url }), (error) => hasCode('WG_DATABASE_UNFIT')(error) && /fsync/.test(String(error)));
});

interface Writer {
  readonly child: ChildProcessByStdio<null, Readable, null>;
  readonly ended: Promise<unknown>;
  said(): readonly string[];
}

function startWriter(t: TestContext, url: string, name: string): Writer {
  const child = spawn(process.execPath, ['--liftoff-only', PATIENT_WRITER, url, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  return { child, ended: once(child, 'close'), said: () => text.split('\n').slice(0, -1) };
}

/** Waits until each writer has had some more deeds acknowledged. */
async function writeOn(writers: readonly Writer[]): Promise<void> {
  for (const { child, said } of writers) {
    const before = said().length;
    const began = performance.now();
    while (said().length < before + 20) {
      assert.equal(child.exitCode, null, 'the writer goes on');
      assert.ok(performance.now() - began < 60_000, 'it writes again within a minute');
      await sleep(2);
    }
  }
}

/** Kills the process that does a deed just now, or one that serves a connection; the server then ends all others and recovers. */
async function killBackend(url: string): Promise<void> {
  const [row] = await runSql(
    url,
    "select pid from pg_stat_activity where application_name = 'westgate' and datname = current_database() order by xact_start nulls last limit 1",
  );
  assert.ok(typeof row?.pid === 'number', 'a connection of Westgate is served');
  process.kill(row.pid, 'SIGKILL');
}

/** All sources, once `store` has verified them and heard of every deed. */
async function heardAll(store: Store, heard: readonly number[]): Promise<readonly unknown[]> {
  const began = performance.now();
  while (store.mode !== 'ready') {
    assert.ok(performance.now() - began < 20_000, 'it connects again');
    await sleep(50);
  }
  const sources = await soundSources(store);
  while (heard.length < sources.length) {
    assert.ok(performance.now() - began < 30_000, `${heard.length} of ${sources.length} deeds were heard`);
    await sleep(20);
  }
  return sources;
}
