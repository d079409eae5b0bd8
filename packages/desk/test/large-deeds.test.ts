import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Coming, type Desk, openDesk, readFolder } from '@westgate/desk';
import { HARBOUR } from './folders.ts';

const FILE = 'results/sources.csv';
const SOURCES = 2_400;

let desk: Desk;
before(async () => {
  desk = await openDesk({ memory: true, districtFolder: HARBOUR });
});
after(() => desk.close());

/** The folder of the district with so many sources more. */
async function manySources(): Promise<ReadonlyMap<string, string>> {
  const files = new Map(await readFolder(HARBOUR));
  const lines = Array.from({ length: SOURCES }, (_line, n) => `many-${n},Number ${n},official,,2024-11,,,public`);
  return files.set(FILE, `${(files.get(FILE) ?? '').trimEnd()}\n${lines.join('\n')}\n`);
}

test('what stood before is shown until a large deed is made ready for, and what comes after it waits', async () => {
  const comings: Coming[] = [];
  const stood = desk.seq;
  let goOn = (): void => undefined;
  const end = desk.onComing(async (coming) => {
    comings.push(coming);
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  });
  const told: number[] = [];
  const endTold = desk.onChange(({ seq }) => {
    assert.equal(desk.seq, seq, 'a deed is told once it stands');
    told.push(seq);
  });
  const done: string[] = [];
  const imported = desk.importFolder(await manySources(), { who: 'officer' }).then(() => done.push('import'));
  const began = performance.now();
  while (comings.length === 0 && performance.now() - began < 60_000) await new Promise((resolve) => setTimeout(resolve, 10));
  const [coming] = comings;
  assert.equal(coming?.seq, stood + 1);
  assert.ok(coming.register.source.has('many-0'));
  assert.equal(desk.seq, stood, 'the deed is in the journal, and what stood before is shown');
  assert.ok(!desk.register.source.has('many-0'));
  assert.deepEqual(desk.since('source', 'many-0'), [], 'nor is it told who made it');
  const small = desk
    .edit([{ action: 'create', table: 'source', fields: { id: 'after-all', title: 'After all', kind: 'official' } }], { who: 'officer' })
    .then(() => done.push('small'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.deepEqual(done, [], 'nobody is told of a deed that does not stand');
  goOn();
  await Promise.all([imported, small]);
  assert.deepEqual(done, ['import', 'small']);
  assert.deepEqual(told, [stood + 1, stood + 2]);
  assert.ok(desk.register.source.has('many-0') && desk.register.source.has('after-all'));
  assert.deepEqual(sinceOf('many-0'), [['*', stood + 1]]);
  assert.deepEqual(sinceOf('after-all'), [['*', stood + 2]]);
  end();
  endTold();
});

test('a large deed that nothing could be made ready for is taken up all the same, and its undo too', async () => {
  const warnings: string[] = [];
  const warned = (warning: Error): void => {
    warnings.push(warning.message);
  };
  process.on('warning', warned);
  const end = desk.onComing(() => Promise.reject(new Error('no room for it')));
  const seq = desk.seq;
  await desk.undo(seq, { who: 'officer' });
  await desk.undo(seq - 1, { who: 'officer' });
  assert.ok(!desk.register.source.has('many-0'));
  assert.deepEqual([...sinceOf('many-0'), ...sinceOf('after-all')], [], 'of what is gone nothing is known');
  await desk.undo(desk.seq, { who: 'officer' });
  assert.ok(desk.register.source.has(`many-${SOURCES - 1}`));
  assert.equal(desk.seq, seq + 3);
  assert.deepEqual(sinceOf('many-0'), [['*', seq - 1]], 'who undoes made none of it');
  end();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', warned);
  assert.deepEqual(warnings, ['no room for it', 'no room for it']);
  const { isClean } = await desk.verify();
  assert.ok(isClean, 'memory, database and journal agree');
});

/** The fields of a source that changed since the first load, each with the deed that did it. */
function sinceOf(key: string): readonly (readonly [string, number])[] {
  return desk.since('source', key).map(({ field, seq }) => [field, seq]);
}
