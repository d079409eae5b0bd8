import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { FLOOD_SEARCH_JOBS, type floodSearchJobs, type RuleSearchProgress, wetShares } from '@westgate/desk';
import { EMPTY_DESIGN, type FloodDesign, rangeAbout, readRanges, ruleNumbers, sayRanges, withRuleNumbers } from '@westgate/domain';
import { readAsciiGrid, toCrs } from '@westgate/flood';
import { unzipSync } from 'fflate';

const { jobs }: { readonly jobs: typeof floodSearchJobs } = await import(FLOOD_SEARCH_JOBS.href);
const folder = mkdtempSync(join(tmpdir(), 'westgate-search-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const CRS = 'EPSG:32650';
const [WEST, SOUTH, CELL, COLUMNS, ROWS] = [437_000, 4_415_000, 20, 60, 30];
const { inverse } = toCrs(CRS);
const at = (column: number, row: number): [number, number] => [...inverse([WEST + column * CELL, SOUTH + row * CELL])] as [number, number];

/** A river that falls to the east between flat banks, one cell of which has no height; north of it a hollow that a gate leads to. */
const heightOf = (column: number, row: number): string =>
  row === 29 && column === 59
    ? '-9999'
    : (20 - column * 0.02 + (row >= 8 && row <= 11 ? 0 : 2.5) - (isHollow(column, row) ? 3.5 : 0)).toFixed(3);
const isHollow = (column: number, row: number): boolean => row >= 16 && row <= 26 && column >= 14 && column <= 40;
const LINES = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: COLUMNS }, (_, column) => heightOf(column, ROWS - 1 - row)).join(' '),
);
const VALLEY = `ncols ${COLUMNS}\nnrows ${ROWS}\nxllcorner ${WEST}\nyllcorner ${SOUTH}\ncellsize ${CELL}\nNODATA_value -9999\n${LINES.join('\n')}\n`;

const DESIGN: FloodDesign = {
  ...EMPTY_DESIGN,
  inflows: [
    {
      id: 'river',
      line: [at(1.5, 8.5), at(1.5, 11.5)],
      discharge: { base_m3s: 10, peak_m3s: 130, start_h: 0, rise_h: 0.5, fall_h: 0.5 },
    },
  ],
  outflows: [{ id: 'out', kind: 'free', line: [at(59.8, 8.2), at(59.8, 11.8)] }],
  gauges: [{ id: 'intake', name: 'Intake', at: at(12.5, 10.5) }],
  sections: [{ id: 'mouth', name: 'Mouth', line: [at(55, 2), at(55, 28)] }],
  storages: [{ id: 'hollow', name: 'Hollow', ring: [at(14, 16), at(41, 16), at(41, 27), at(14, 27)], capacity_m3: 400_000, floor_m: null }],
  structures: [
    {
      ...{ id: 'gate', kind: 'gate', name: 'Gate', from: at(13.5, 11.5), to: at(15.5, 17.5), crest_m: 19.8, width_m: 30 },
      ...{ full_m: 2, rate_m_per_min: 0.5, opening_m: 0, failures: [] },
    },
  ],
  rules: [
    {
      id: 'R1',
      when: [{ value: { of: 'gauge', id: 'intake', what: 'level' }, is: '>', than: 20.7 }],
      gate: 'gate',
      target_m: 0.8,
      priority: 1,
    },
  ],
};
const recipe = { crs: CRS, verticalUnit: 'm', area: null, cellM: null, river: null, burnM: null, fillPitsM: null, smoothM: null } as const;
const ground = { bytes: Buffer.from(VALLEY), fileName: 'valley.asc', recipe };
const facts = { id: 'valley', title: 'Valley', hours: 1.5, manning: 0.03, scheme: 'sd03', design: DESIGN } as const;
const pieces: unknown[] = [];
const site = {
  limits: {} as never,
  hand: async (piece: unknown) => {
    pieces.push(piece);
  },
};

test('a case is run with one thing otherwise each time: what is not known is left out, cells and places say in which runs they are wet', async () => {
  const path = join(folder, 'sensitivity.zip');
  const ask = { rmseM: 0.3, lateMin: 30, stuckPercent: 20, seed: 7, cellM: null };
  const found = await jobs.sensitivity({ ground, facts, path, ask }, site);
  assert.deepEqual([found.cell, found.certificate, found.leftOut], [CELL, { runs: 16, off: 0, faults: 0 }, []]);
  const of = (name: string) => found.variants.find((each) => each.name === name) ?? assert.fail(name);
  const peak = (name: string): number => of(name).with.peaks.mouth ?? 0;
  assert.ok(peak('peak-low') < peak('base') && peak('base') < peak('peak-high'), 'more water, a higher peak');
  assert.ok((of('base').without.peaks.mouth ?? 0) - peak('base') > 5, 'the works cut the peak');
  assert.ok((of('gate-stuck').with.storedM3.hollow ?? 0) < (of('base').with.storedM3.hollow ?? 0) * 0.9, 'a gate that sticks lets less in');
  assert.ok((of('gate-late').with.storedM3.hollow ?? 0) < (of('base').with.storedM3.hollow ?? 0), 'and one that is late, too');
  assert.deepEqual(of('gate-late').without, of('base').without, 'without the works there is no gate');
  assert.notEqual(of('ground-low').with.checksum, of('ground-high').with.checksum);
  assert.ok(of('manning-high').with.wetHa >= of('manning-low').with.wetHa);

  const files = unzipSync(readFileSync(path));
  const wetRuns = await jobs.shares({ bytes: readFileSync(path) });
  const { values } = readAsciiGrid(gunzipSync(files['share_wet.asc.gz'] ?? assert.fail()).toString(), 'share_wet.asc');
  const runs = found.variants.length;
  for (const [cell, share] of values.entries()) {
    const bits = wetRuns.wet[cell] ?? 0;
    const count = found.variants.filter((_, run) => bits & (1 << run)).length;
    if (Number.isNaN(share)) assert.equal(count, 0);
    else assert.ok(Math.abs(share - count / runs) < 0.001, `cell ${cell}`);
  }
  const look = wetShares(wetRuns);
  const point = (column: number, row: number) => look([{ type: 'Point', coordinates: at(column, row) }]);
  assert.deepEqual(point(30.5, 9.5), { runs, wet: runs, isWhole: true }, 'in the river');
  assert.deepEqual(point(5.5, 2.5), { runs, wet: 0, isWhole: true }, 'on the bank');
  const across = look([{ type: 'LineString', coordinates: [at(30.5, 9.5), at(80, 9.5)] }]);
  assert.deepEqual(across, { runs, wet: runs, isWhole: false }, 'from the river to beside the ground');
  assert.deepEqual([point(59.5, 29.5).wet, point(80, 5).wet], [null, null], 'without ground, and beside it: not known');

  const plain = { ...DESIGN, structures: [], rules: [], storages: [] };
  const again = await jobs.sensitivity({ ground, facts: { ...facts, design: plain }, path, ask: { ...ask, rmseM: null, cellM: 40 } }, site);
  assert.deepEqual(
    [again.cell, again.caseCell, again.variants.map(({ name }) => name).join(), again.leftOut.map(({ name, why }) => `${name} ${why}`)],
    [
      ...[40, 20, 'base,peak-low,peak-high,manning-low,manning-high'],
      ['ground-low rmse-unknown', 'ground-high rmse-unknown', 'gate-late no-rule', 'gate-stuck no-rule'],
    ],
  );
});

test('numbers of rules are searched within what is built, the best repeated on fine cells; the same seed finds the same', async () => {
  const ranges = readRanges(DESIGN, 'R1:target=0..2; R1:when1=20..21');
  const ask = { ranges, section: 'mouth', tries: 50, seed: 3, cellM: 40 };
  pieces.length = 0;
  const search = (design: FloodDesign) =>
    jobs['rule-search']({ ground, facts: { ...facts, design }, path: join(folder, 'search.zip'), ask }, site);
  const found = await search(DESIGN);
  assert.deepEqual(
    [found.cells, found.certificate],
    [
      { coarse: 40, fine: 20 },
      { runs: 57, off: 0, faults: 0 },
    ],
  );
  const { tried, best, now } = found;
  assert.deepEqual([tried.length, tried.filter(({ fine }) => fine !== null).length], [50, 3]);
  for (const { values } of tried)
    for (const { name, from, to } of ranges) assert.ok((values[name] ?? Number.NaN) >= from && (values[name] ?? Number.NaN) <= to, name);
  const peaks = tried.filter(({ coarse }) => coarse.excess.isWithin).map(({ coarse }) => coarse.peakM3s);
  assert.deepEqual(
    peaks,
    peaks.toSorted((a, b) => a - b),
    'the best first',
  );
  const fine = best === null ? null : (tried[best]?.fine ?? null);
  assert.ok(fine && fine.peakM3s < now.fine.peakM3s - 1, 'a lower peak than by the rules as they are');
  assert.ok(tried.every((each) => (each.fine?.peakM3s ?? Number.POSITIVE_INFINITY) >= fine.peakM3s));
  const bests = (pieces as RuleSearchProgress[]).flatMap((piece) => piece.best ?? []);
  assert.deepEqual(
    bests,
    bests.toSorted((a, b) => b - a),
    'the best so far only falls',
  );

  const { capacity_m3: _, ...hollow } = DESIGN.storages[0] ?? assert.fail();
  const small = await search({ ...DESIGN, storages: [{ ...hollow, capacity_m3: 15_000 }] });
  const order = small.tried.map(({ coarse }) => coarse.excess.isWithin);
  assert.ok(
    order.includes(false) && order.lastIndexOf(true) < order.indexOf(false),
    'what holds more than its capacity comes after what does not',
  );
  const over = small.tried.at(-1)?.coarse;
  assert.ok((over?.excess.storages.hollow ?? 0) > 0 && (over?.storedM3.hollow ?? 0) > 15_000);
});

test('ranges of numbers are read as they are said, and what is wrong with them is told', () => {
  const numbers = ruleNumbers(DESIGN);
  assert.deepEqual(
    numbers.map(({ name, value, least, most }) => [name, value, least, most]),
    [
      ['R1:target', 0.8, 0, 2],
      ['R1:when1', 20.7, -900, 9_000],
    ],
  );
  const ranges = numbers.map(rangeAbout);
  assert.deepEqual(readRanges(DESIGN, sayRanges(ranges)), ranges);
  const wrong = (text: string, said: RegExp): void => {
    assert.throws(
      () => readRanges(DESIGN, text),
      (error: Error) => said.test(error.message) && /numbers that may vary/.test(error.message),
    );
  };
  wrong('', /expected 1 to 8 numbers of rules, found 0/);
  wrong('R1:target 0 to 2', /expected RULE:target=FROM..TO or RULE:when1=FROM..TO, found “R1:target 0 to 2”/);
  wrong('R2:target=0..1', /expected one of R1:target, R1:when1, found R2:target/);
  wrong('R1:target=0..9', /R1:target: expected a range within 0 to 2, the smaller first, found 0 to 9/);
  wrong('R1:when1=21..20', /the smaller first, found 21 to 20/);
  wrong('R1:target=0..1;R1:target=0..2', /found R1:target twice/);
  const taken = withRuleNumbers(DESIGN, { 'R1:target': 1.5, 'R1:when1': 20.5 });
  assert.deepEqual([taken?.rules[0]?.target_m, taken?.rules[0]?.when[0]?.than], [1.5, 20.5]);
  const otherwise = {
    ...DESIGN,
    rules: DESIGN.rules.map((rule) => ({ ...rule, when: [{ value: { of: 'time' }, is: '>', than: 1 } as const] })),
  };
  assert.equal(withRuleNumbers(otherwise, { 'R1:when1': 20.5 }, DESIGN), null, 'the condition looks at something else now');
  assert.equal(withRuleNumbers({ ...DESIGN, rules: [] }, { 'R1:target': 1 }), null, 'the rule is gone');
});
