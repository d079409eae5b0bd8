import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { dayOf } from '@westgate/base';
import { indicatorSeries, indicatorStanding, type Register } from '@westgate/domain';
import { districtOf, rowOf } from '../district.ts';
import { randomOf } from '../random.ts';

type Value = readonly [kind: string, period: string, value: number, cells?: object];

function withValues(values: readonly Value[], cells: object = {}): Register {
  return districtOf({
    indicator: [{ id: 'i', name_en: 'Firms', unit: 'firms', direction: 'up', ...cells }],
    indicator_value: values.map(([kind, period, value, more = {}]) => ({ indicator: 'i', kind, period, value, source: 'S1', ...more })),
  });
}

function standing(values: readonly Value[], asOf: string, cells: object = {}) {
  const found = indicatorStanding(withValues(values, cells), 'i', dayOf(asOf));
  if (!found) throw new Error('no standing');
  return found;
}

describe('the status of an indicator', () => {
  it('is not known without a value, whatever the target', () => {
    assert.equal(standing([], '2025-06-30').name, 'not-known');
    assert.equal(standing([['target', '2025', 10]], '2025-06-30').name, 'not-known');
    assert.equal(
      standing(
        [
          ['actual', '2026', 10],
          ['target', '2026', 10],
        ],
        '2026-06-30',
      ).name,
      'not-known',
    );
  });
  it('is not known while there is nothing but a baseline', () => {
    const found = standing(
      [
        ['baseline', '2024', 4],
        ['target', '2025', 10],
      ],
      '2025-06-30',
    );
    assert.equal(found.name, 'not-known');
    assert.match(found.why.en, /which is its baseline/);
  });
  it('has no target where none is set, or where neither more nor less is better', () => {
    assert.equal(standing([['actual', '2024', 4]], '2025-06-30').name, 'no-target');
    assert.equal(
      standing(
        [
          ['actual', '2024', 4],
          ['target', '2025', 9],
        ],
        '2025-06-30',
        { direction: 'none' },
      ).name,
      'no-target',
    );
  });
  it('is held against the straight path by months from the baseline, at the end of its own period', () => {
    const values: readonly Value[] = [
      ['baseline', '2023', 0],
      ['target', '2025', 240],
    ];
    const at = (value: number) => standing([...values, ['actual', '2024-06', value]], '2024-07-15');
    assert.deepEqual([at(60).name, at(60).expected, at(60).gap], ['on-path', 60, 0]);
    assert.deepEqual([at(59).name, at(59).gap], ['off-path', -1]);
    assert.match(
      at(59).why.en,
      /^59 firms in June 2024; the target for 2025 is 240 firms, and the path to it asks for 60 firms; 1 firms short$/,
    );
    assert.match(at(68).why.zh, /2025 年目标 240 firms，路径应为 60 firms；超出 8 firms/);
  });
  it('follows the targets between as points of the path', () => {
    const values: readonly Value[] = [
      ['baseline', '2023', 0],
      ['target', '2024', 100],
      ['target', '2025', 100],
    ];
    assert.equal(standing([...values, ['actual', '2025-06', 99]], '2025-07-01').expected, 100);
    assert.equal(standing([...values, ['actual', '2024', 99]], '2025-07-01').name, 'off-path');
  });
  it('turns about where less is better', () => {
    const values: readonly Value[] = [
      ['baseline', '2023', 30],
      ['target', '2025', 20],
    ];
    assert.equal(standing([...values, ['actual', '2024', 24]], '2025-02-01', { direction: 'down' }).name, 'on-path');
    const found = standing([...values, ['actual', '2024', 26]], '2025-02-01', { direction: 'down' });
    assert.equal(found.name, 'off-path');
    assert.ok(found.gap !== null && Math.abs(found.gap + 1) < 0.1);
  });
  it('is on the path without a baseline where the target is met already, else not known', () => {
    assert.equal(
      standing(
        [
          ['target', '2026', 10],
          ['actual', '2025-06', 10],
        ],
        '2025-07-01',
      ).name,
      'on-path',
    );
    assert.equal(
      standing(
        [
          ['target', '2026', 10],
          ['actual', '2025-06', 9],
        ],
        '2025-07-01',
      ).name,
      'not-known',
    );
  });
  it('is off the path where the day of the last target is past and it was not met', () => {
    assert.equal(
      standing(
        [
          ['target', '2024', 10],
          ['actual', '2024', 9],
        ],
        '2025-03-01',
      ).name,
      'off-path',
    );
  });
  it('goes out of date by its own rhythm, and says since when', () => {
    const yearly: readonly Value[] = [
      ['baseline', '2023', 0],
      ['target', '2027', 10],
      ['actual', '2024', 9],
    ];
    assert.equal(standing(yearly, '2026-02-28').name, 'on-path');
    assert.equal(standing(yearly, '2026-03-01').name, 'stale');
    assert.match(standing(yearly, '2026-03-01').why.en, /no new value for 1 year/);
    const monthly: readonly Value[] = [
      ['baseline', '2023', 0],
      ['target', '2027', 10],
      ['actual', '2024-10', 9],
    ];
    assert.equal(standing(monthly, '2024-12-31').name, 'on-path');
    assert.equal(standing(monthly, '2025-01-01').name, 'stale');
    assert.equal(standing(monthly, '2025-06-01', { frequency: 'yearly' }).name, 'on-path');
  });
  it('stays reached once its last target is met, unless values of it are still to come', () => {
    const values: readonly Value[] = [
      ['target', '2024', 40],
      ['actual', '2024-10-01', 40.2],
    ];
    assert.equal(standing(values, '2030-01-01').name, 'on-path');
    assert.equal(standing(values, '2030-01-01', { frequency: 'monthly' }).name, 'stale');
  });
  it('of a limit, and of a value from before the period of the target, does not stay', () => {
    const cap: readonly Value[] = [
      ['target', '2026', 57, { qualifier: 'at-most' }],
      ['actual', '2020-11', 56],
    ];
    assert.equal(standing(cap, '2026-06-01', { direction: 'down' }).name, 'stale');
    assert.equal(
      standing(
        [
          ['target', '2025', 260],
          ['actual', '2023', 300],
        ],
        '2025-06-30',
      ).name,
      'stale',
    );
  });
  it('does not take nearly for reached, nor over for within a limit', () => {
    const target: readonly Value[] = [['target', '2025', 10]];
    assert.equal(standing([...target, ['actual', '2025', 10]], '2026-01-01').name, 'on-path');
    assert.equal(standing([...target, ['actual', '2025', 10, { qualifier: 'nearly' }]], '2026-01-01').name, 'off-path');
    assert.equal(
      standing([...target, ['actual', '2025', 10, { qualifier: 'over' }]], '2026-01-01', { direction: 'down' }).name,
      'off-path',
    );
  });
  it('is not held against a baseline that was counted otherwise', () => {
    const values: readonly Value[] = [
      ['baseline', '2022', 0],
      ['target', '2026', 100],
    ];
    assert.equal(standing([...values, ['actual', '2024', 10, { breaks_series: true }]], '2025-02-01').name, 'not-known');
    assert.equal(standing([...values, ['actual', '2024', 10]], '2025-02-01').name, 'off-path');
    assert.equal(
      standing([...values, ['baseline', '2023', 5, { breaks_series: true }], ['actual', '2024', 10]], '2025-02-01').name,
      'off-path',
    );
  });
  it('knows a break of the series also where the target is due', () => {
    const values: readonly Value[] = [
      ['baseline', '2020', 100],
      ['target', '2024', 200],
      ['actual', '2024', 210, { breaks_series: true }],
    ];
    assert.equal(standing(values, '2025-02-01').name, 'not-known');
  });
  it('takes the surer of two values of one period, an actual one before a baseline, however they came', () => {
    const two = [
      ['actual', '2024', 10, { confidence: 'low', source: 'A' }],
      ['actual', '2024', 20, { confidence: 'high', source: 'B' }],
    ] as const;
    for (const values of [two, two.toReversed()]) assert.equal(standing(values, '2025-02-01').latest?.row.value, 20);
    const both = [
      ['actual', '2024', 120],
      ['baseline', '2024', 100],
      ['target', '2025', 110],
    ] as const;
    for (const values of [both, both.toReversed()]) assert.equal(standing(values, '2025-02-01').latest?.row.value, 120);
  });
  it('says in percentage points how far a share lies from its target', () => {
    const values: readonly Value[] = [
      ['target', '2024', 85],
      ['actual', '2024', 86.4],
    ];
    const { why } = standing(values, '2025-02-01', { unit: '%' });
    assert.match(`${why.zh} ${why.en}`, /超出 1\.4 个百分点.* 1\.4 percentage points ahead/);
  });
  it('does not know what was measured after the day', () => {
    const values: readonly Value[] = [
      ['baseline', '2023', 0],
      ['target', '2025', 100],
      ['actual', '2024', 10],
      ['actual', '2025-06', 90],
    ];
    assert.equal(standing(values, '2025-03-01').latest?.row.value, 10);
  });
});

/** Let and finished space of two parks, and their shares worked out. */
const SPACE = {
  indicator: [
    { id: 'let', unit: '1e4-m2', direction: 'up' },
    { id: 'done', unit: 'ha', direction: 'up' },
    { id: 'share', unit: 'percent', direction: 'up', formula: '[let] / [done]' },
    { id: 'index', unit: 'percent', direction: 'up', formula: 'weighted([share], 0.5, [half], 0.5)' },
    { id: 'half', unit: 'percent', direction: 'up' },
  ],
};
const value = (indicator: string, period: string, number: number, cells: object = {}) => ({
  indicator,
  kind: 'actual',
  period,
  value: number,
  source: 'S1',
  confidence: 'high',
  status: 'final',
  ...cells,
});

describe('an indicator with a formula', () => {
  const valuesOf = (register: Register, id: string) =>
    indicatorSeries(register, id, dayOf('2030-12-31'))?.measured.map(({ row }) => [
      row.period,
      row.value,
      row.kind,
      row.confidence,
      row.status,
    ]);

  it('has a value for each period for which all it rests on have one, in its own unit, no surer and no more final than the least of them', () => {
    const register = districtOf({
      ...SPACE,
      indicator_value: [
        value('let', '2024', 60),
        value('done', '2024', 80),
        value('let', '2025', 62.45, { confidence: 'medium' }),
        value('done', '2025', 79.45, { status: 'provisional' }),
        value('let', '2026-Q1', 1),
        value('half', '2025', 50),
      ],
    });
    assert.deepEqual(valuesOf(register, 'share'), [
      ['2024', 75, 'actual', 'high', 'final'],
      ['2025', 78.6029, 'actual', 'medium', 'provisional'],
    ]);
    assert.deepEqual(valuesOf(register, 'index'), [['2025', 64.30145, 'actual', 'medium', 'provisional']]);
  });
  it('has none where its formula does not hold', () => {
    for (const formula of ['[let] +', '[let] / [gone]', '[let] + [half]', '[share] * 1', 'mean([let], [done])']) {
      const indicator = SPACE.indicator.map((each) => (each.id === 'share' ? { ...each, formula } : each));
      const register = districtOf({
        indicator,
        indicator_value: [value('let', '2024', 1), value('done', '2024', 2), value('half', '2024', 2)],
      });
      assert.deepEqual(valuesOf(register, 'share'), [], formula);
    }
  });
});

test('after each of 600 random changes of values, series brought up to date are those made anew', () => {
  const random = randomOf(23);
  const rows = new Map<string, object>();
  const periods = ['2023', '2024', '2025', '2024-Q1', '2025-06'];
  let register = districtOf({ ...SPACE, indicator_value: [] });
  for (let step = 0; step < 600; step += 1) {
    const indicator = ['let', 'done', 'half', 'share', 'index'][Math.floor(random() * 5)] as string;
    const period = periods[Math.floor(random() * periods.length)] as string;
    // What is calculated takes targets alone.
    const kind = ['share', 'index'].includes(indicator) || random() < 0.2 ? 'target' : 'actual';
    const key = `${indicator}|${kind}|${period}|S1`;
    if (rows.has(key) && random() < 0.4) rows.delete(key);
    else rows.set(key, rowOf('indicator_value', value(indicator, period, Math.round(random() * 100), { kind })));
    indicatorSeries(register, 'index', dayOf('2030-12-31'));
    const indicator_value = new Map(rows) as unknown as Register['indicator_value'];
    register = { ...register, indicator_value };
    const anew = districtOf({ ...SPACE, indicator_value: [...rows.values()] as never });
    for (const { id } of SPACE.indicator) {
      const plain = (each: Register) => {
        const { measured = [], targets = [] } = indicatorSeries(each, id, dayOf('2030-12-31')) ?? {};
        return [...measured, ...targets].map(({ row }) => [row.period, row.value, row.kind]);
      };
      assert.deepEqual(plain(register), plain(anew), `step ${step}, ${id}`);
    }
  }
});
