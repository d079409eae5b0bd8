import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { idemOf, openDesk, readFolder } from '@westgate/desk';

const RELEASED = fileURLToPath(new URL('../../../store/test/fixtures/released/', import.meta.url));
const versions = readdirSync(RELEASED, { withFileTypes: true }).filter((entry) => entry.isDirectory());

for (const { name: version } of versions) {
  test(`the data folder that ${version} left is opened, exported as it was, undone and corrected`, async (t) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'westgate-released-'));
    cpSync(join(RELEASED, version, 'data'), dataDir, { recursive: true });
    const released = await readFolder(join(RELEASED, version, 'export'));
    const desk = await openDesk({ dataDir });
    t.after(async () => {
      await desk.close();
      rmSync(dataDir, { recursive: true, force: true });
    });
    const { seq } = desk;
    assert.deepEqual([desk.mode, desk.note, (await desk.verify()).faults], ['ready', null, []]);

    const written = desk.exportFolder();
    for (const [path, text] of written) {
      const lines = path.endsWith('.geojson') ? 2 : 1;
      if (!released.has(path))
        assert.equal(text.trimEnd().split('\n').length, lines, `${path} came later, and holds nothing but its heads`);
    }
    for (const [path, text] of released) {
      assert.ok(written.has(path), path);
      const [header] = text.split('\n');
      const now = written.get(path) ?? '';
      if (path.endsWith('json')) assert.deepEqual(withAll(JSON.parse(now), JSON.parse(text)), JSON.parse(now), path);
      else if (now.startsWith(`${header}\n`)) assert.equal(now, text, path);
    }
    assert.equal(
      (await desk.importFolder(released, { who: 'Ada', dryRun: true })).changeCount,
      0,
      'an export of then is the district of now',
    );

    // Its deed was kept without a hash of the request: that it was this one cannot be told, so nothing is answered and nothing done twice.
    const keyed = (await desk.deeds(20)).find(({ idem }) => idem === 'fixture-1');
    assert.deepEqual([keyed?.who, keyed?.request], ['Ada', null]);
    await assert.rejects(desk.undo(seq, { who: 'Ada', idem: idemOf('fixture-1', 'undo') }), /idempotency key of its own/);
    assert.equal(desk.seq, seq);

    const last = await desk.deed(seq);
    const undone = await desk.undo(seq, { who: 'Ada', reason: 'an old deed' });
    assert.deepEqual([undone.undoes, undone.changeCount], [seq, last?.changeCount]);
    await desk.undo(undone.seq, { who: 'Ada' });
    const edited = (await desk.deeds(20)).find(({ verb, seq: each }) => verb === 'import' && each > 1);
    assert.ok(edited);
    const back = await desk.undo(edited.seq, { who: 'Ada', reason: 'the edited folder of then' });
    assert.equal(back.changeCount, edited.changeCount);
    const [place] = [...desk.register.place.values()];
    assert.ok(place);
    await desk.revise({ table: 'place', key: place.id, rev: place.rev, fields: { note_en: 'seen again' } }, { who: 'Ada' });
    assert.deepEqual((await desk.verify()).faults, []);
    await desk.close();

    const again = await openDesk({ dataDir });
    assert.deepEqual([again.seq, again.note, (await again.verify()).faults], [seq + 4, null, []]);
    await again.close();
  });
}

/** `now` with all that stood in `then`: the same as `now` where nothing but properties came later. */
function withAll(now: unknown, then: unknown): unknown {
  if (Array.isArray(now) && Array.isArray(then)) return then.map((each, index) => withAll(now[index], each));
  const areObjects = [now, then].every((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
  if (!areObjects) return then;
  const [held, old] = [Object(now) as Record<string, unknown>, Object(then) as Record<string, unknown>];
  return { ...held, ...Object.fromEntries(Object.entries(old).map(([name, value]) => [name, withAll(held[name], value)])) };
}
