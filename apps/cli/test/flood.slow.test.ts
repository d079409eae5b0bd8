import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { temporaryFolder, westgate } from './program.ts';

/** A channel of 20 × 3 cells of 10 m that falls to the east. */
function writeCase(folder: string, manning = 0.03): string {
  const row = Array.from({ length: 20 }, (_, column) => (5 - column * 0.02).toFixed(2)).join(' ');
  const head = 'ncols 20\nnrows 3\nxllcorner 0\nyllcorner 0\ncellsize 10\nNODATA_value -9999';
  const said = {
    ...{
      format: 'westgate-flood-case/1',
      id: 'channel',
      title: 'Channel',
      crs: 'EPSG:4548',
      dem: 'dem.asc',
      manning,
      initial: { depth: 0 },
    },
    time: { start_s: 0, end_s: 1_200 },
    inflows: [
      {
        id: 'river',
        kind: 'discharge',
        cells: [
          [5, 5],
          [5, 15],
          [5, 25],
        ],
        hydrograph: 'inflow.csv',
      },
    ],
    outflows: [
      {
        id: 'down',
        kind: 'normal-depth',
        slope: 0.002,
        cells: [
          [195, 5],
          [195, 15],
          [195, 25],
        ],
      },
    ],
    gauges: 'gauges.csv',
  };
  mkdirSync(folder);
  writeFileSync(join(folder, 'case.json'), JSON.stringify(said));
  writeFileSync(join(folder, 'dem.asc'), `${head}\n${row}\n${row}\n${row}\n`);
  writeFileSync(join(folder, 'inflow.csv'), 'time_s,q_m3s\n0,0\n300,15\n');
  writeFileSync(join(folder, 'gauges.csv'), 'id,x,y\nmiddle,105,15\n');
  return folder;
}

test('a case is checked, run and compared; what is there is not written over', async (t) => {
  const folder = temporaryFolder(t);
  const [smooth, rough] = [writeCase(join(folder, 'smooth')), writeCase(join(folder, 'rough'), 0.06)];
  const checked = await westgate('flood', 'check', smooth, '--json');
  assert.equal(checked.code, 0, checked.stderr);
  assert.deepEqual([JSON.parse(checked.stdout).ground_cells, JSON.parse(checked.stdout).outflows], [60, 1]);

  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  const run = await westgate('flood', 'run', smooth, '-o', one);
  assert.equal(run.code, 0, run.stderr);
  assert.match(run.stdout, /the account of the water is 0 units off[\s\S]*Planning evidence, not a warning service\./);
  const summary = JSON.parse(readFileSync(join(one, 'summary.json'), 'utf8'));
  assert.deepEqual([summary.ledger.difference, summary.faults], ['0', []]);
  const arrival = gunzipSync(readFileSync(join(one, 'arrival_s.asc.gz'))).toString('utf8');
  assert.match(arrival, /^ncols 20\nnrows 3\n/);
  assert.equal(readFileSync(join(one, 'max_depth.tif')).subarray(0, 2).toString(), 'II');
  const { features } = JSON.parse(readFileSync(join(one, 'extents.geojson'), 'utf8'));
  assert.equal(features[0].properties.notice, 'computed, planning evidence, not a warning service');
  const again = await westgate('flood', 'run', smooth, '-o', one);
  assert.equal(again.code, 1);
  assert.match(again.stderr, /WG_NOT_EMPTY/);

  assert.equal((await westgate('flood', 'run', rough, '-o', other, '--threads', '2')).code, 0);
  const compared = JSON.parse((await westgate('flood', 'compare', one, other, '--json')).stdout);
  assert.ok(compared.gauges[0].change_m > 0.05, 'rougher ground makes the water deeper');
  assert.equal(compared.same_bits, false);

  const screened = await westgate('flood', 'run', smooth, '-o', join(folder, 'screened'), '--scheme', 'local-inertia');
  assert.equal(screened.code, 0, screened.stderr);
  assert.match(screened.stdout, /Screening only: local inertia carries no momentum along/);
  assert.equal(JSON.parse(readFileSync(join(folder, 'screened', 'summary.json'), 'utf8')).scheme, 'local-inertia');
});

test('what is wrong is told with the file and the place, nothing is half-written, and no file outside the folder is read', async (t) => {
  const folder = temporaryFolder(t);
  const [broken, out] = [writeCase(join(folder, 'broken')), join(folder, 'out')];
  writeFileSync(join(broken, 'inflow.csv'), 'time_s,q_m3s\n0,0\n300,many\n');
  const run = await westgate('flood', 'run', broken, '-o', out);
  assert.equal(run.code, 1);
  assert.match(run.stderr, /inflow\.csv, line 3: expected a number for q_m3s, found many/);
  assert.ok(!existsSync(out));
  const led = writeCase(join(folder, 'led'));
  writeFileSync(join(folder, 'secret.csv'), 'time_s,q_m3s\n0,1\n');
  symlinkSync(join(folder, 'secret.csv'), join(led, 'link.csv'));
  writeFileSync(join(led, 'case.json'), readFileSync(join(led, 'case.json'), 'utf8').replace('inflow.csv', 'link.csv'));
  assert.match((await westgate('flood', 'check', led)).stderr, /expected a file link\.csv beside it, found none/);
  const wrong = [
    ['run', led, '-o', out, '--threads', 'many'],
    ['run', led, '-o', out, '--scheme', 'quick'],
  ];
  for (const words of [[], ['run', led], ...wrong, ['swim', led], ['compare', led]])
    assert.equal((await westgate('flood', ...words)).code, 2, words.join(' '));
});

test('ground is refused without its unit, made ready, and made again from its recipe', async (t) => {
  const folder = temporaryFolder(t);
  const [dem, out, again] = [join(folder, 'dem-utm50n.asc'), join(folder, 'ground.asc.gz'), join(folder, 'again.asc.gz')];
  const rows = Array.from({ length: 8 }, (_, row) => Array.from({ length: 12 }, (_, column) => 300 - column * 2 + row).join(' '));
  writeFileSync(dem, `ncols 12\nnrows 8\nxllcorner 432000\nyllcorner 4411000\ncellsize 30\n${rows.join('\n')}\n`);
  const asked = await westgate('ground', 'add', dem, '-o', out);
  assert.equal(asked.code, 1);
  assert.match(
    asked.stderr,
    /expected a unit of its heights, found none; the heights in it go from 278 to 307 \(EPSG:32650\)\. Say --vertical-unit/,
  );
  assert.ok(!existsSync(out));
  const made = await westgate('ground', 'add', dem, '--vertical-unit', 'ft', '--smooth', '1', '-o', out, '--json');
  assert.equal(made.code, 0, made.stderr);
  const { crs, read, conditioning, highest_m } = JSON.parse(made.stdout);
  assert.deepEqual([crs, read[0].crs_from, read[0].vertical_unit, conditioning[0].kind], ['EPSG:32650', 'name', 'ft', 'smooth-steps']);
  assert.ok(highest_m < 307 * 0.3048 + 1);
  const repeated = await westgate('ground', 'repeat', join(folder, 'ground.recipe.json'), '-o', again);
  assert.equal(repeated.code, 0, repeated.stderr);
  assert.deepEqual(readFileSync(again), readFileSync(out));
  writeFileSync(dem, readFileSync(dem, 'utf8').replace('300', '301'));
  assert.match(
    (await westgate('ground', 'repeat', join(folder, 'ground.recipe.json'), '-o', join(folder, 'third.asc.gz'))).stderr,
    /expected the file with the check sum/,
  );
  for (const words of [[], ['add'], ['add', dem], ['add', dem, '-o', 'x.tif'], ['swim', dem]])
    assert.equal((await westgate('ground', ...words)).code, 2, words.join(' '));
});
