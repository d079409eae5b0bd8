import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import { assetReading, closedDays, drillOn, gapsOf, indicatorSeries, modeOn, passedDays, type Row } from '@westgate/domain';
import { districtOf } from '../district.ts';

const on = dayOf;

test('days closed are exact at the given levels, straight between them, and not known outside of them or without a height', () => {
  const levels = [
    { level_m: 71, days: 12 },
    { level_m: 70, days: 60 },
    { level_m: 73, days: 0.5 },
  ];
  const of = (elevation: number | null) => closedDays(levels, elevation);
  assert.deepEqual([of(70).days, of(71).days, of(73).days], [60, 12, 0.5]);
  assert.deepEqual([of(70.25).days, of(72).days], [48, 6.25]);
  assert.deepEqual(of(69.99), { days: null, why: 'below-levels' });
  assert.deepEqual(of(73.01), { days: null, why: 'above-levels' });
  assert.deepEqual(of(null), { days: null, why: 'no-elevation' });
  assert.deepEqual(closedDays([], 71), { days: null, why: 'no-levels' });
});

const register = districtOf({
  district: [{ id: 'd', axes: [], units: { m3: { zh: '立方米', en: 'm³' }, percent: { zh: '%', en: '%' } } }],
  department: [{ id: 'water' }],
  source: [{ id: 's', title: 'S' }],
  dual_use_asset: [
    {
      id: 'meadow',
      kind: 'flood-storage',
      emergency_capacity: 900_000,
      emergency_unit: 'm3',
      in_use: '2023',
      activation_hours: 2,
      owner: 'water',
      route_en: 'by the dike road',
      trigger_en: 'orange warning',
    },
    { id: 'pit', kind: 'flood-storage', emergency_unit: 'm3', in_use: '2020' },
    { id: 'basin', kind: 'flood-storage', emergency_capacity: 100_000, emergency_unit: 'm3', in_use: '2025-03' },
    { id: 'hotel', kind: 'lodging', emergency_capacity: 200, emergency_unit: 'beds', in_use: '2024' },
  ],
  mode_change: [
    { asset: 'meadow', on: '2024-07-30', at: '09:00', mode: 'emergency' },
    { asset: 'meadow', on: '2024-07-30', at: '08:00', mode: 'preparing' },
    { asset: 'meadow', on: '2024-08-02', at: '10:00', mode: 'draining' },
  ],
  drill: [
    { id: 'slow', asset: 'meadow', planned_on: '2024-05-01', held_on: '2024-05-02', minutes: 121 },
    { id: 'silent', asset: 'meadow', planned_on: '2024-09-01' },
    { id: 'free', asset: 'hotel', held_on: '2024-05-02', minutes: 30 },
  ],
  indicator: [
    { id: 'volume', unit: 'm3', direction: 'up', asset_method: 'capacity', asset_kind: 'flood-storage', asset_unit: 'm3', source: 's' },
    { id: 'share', unit: 'percent', direction: 'up', asset_method: 'drilled-share', source: 's' },
  ],
});
const asset = (id: string) => register.dual_use_asset.get(id as never) as Row<'dual_use_asset'>;
const drill = (id: string) => register.drill.get(id as never) as Row<'drill'>;

test('the mode is that of the last switch by the day, and gaps tell what is missing: no drill in a year, a time that is too long, a capacity that is not known', () => {
  assert.deepEqual(
    ['2024-07-29', '2024-07-30', '2024-08-01', '2024-08-02'].map((day) => modeOn(register, 'meadow', on(day))),
    ['normal', 'emergency', 'emergency', 'draining'],
  );
  assert.deepEqual(gapsOf(register, asset('meadow'), on('2024-08-01')), ['too-slow']);
  assert.deepEqual(gapsOf(register, asset('meadow'), on('2025-05-02')), ['no-drill', 'too-slow']);
  assert.deepEqual(gapsOf(register, asset('pit'), on('2024-08-01')), ['no-drill', 'capacity', 'no-route', 'no-owner', 'no-trigger']);
  // Without a planned time nothing says that 30 minutes are in time.
  assert.equal(drillOn(register, drill('free'), on('2024-08-01')), 'not-measured');
});

test('a drill that was planned and of which nothing was recorded needs attention of its asset’s department', () => {
  assert.deepEqual(passedDays(register, on('2024-09-01')), []);
  assert.deepEqual(passedDays(register, on('2024-09-02')), [{ kind: 'drill', id: 'silent', owner: 'water', on: '2024-09-01' }]);
});

test('capacity is added up over the assets of a kind in use by the day; one that is not known is said and never taken as zero', () => {
  const volume = register.indicator.get('volume' as never) as Row<'indicator'>;
  assert.deepEqual(assetReading(register, volume, on('2024-06-01')), { value: 900_000, known: 1, of: 2 });
  assert.deepEqual(assetReading(register, volume, on('2025-06-01')), { value: 1_000_000, known: 2, of: 3 });
  assert.deepEqual(assetReading(register, volume, on('2019-06-01')), { value: null, known: 0, of: 0 });
  const measured = indicatorSeries(register, 'volume', on('2025-06-01'))?.measured.at(-1)?.row;
  assert.deepEqual([measured?.value, measured?.qualifier, measured?.note_en], [1_000_000, 'at-least', '2 of 3 assets known']);
  const share = register.indicator.get('share' as never) as Row<'indicator'>;
  assert.equal(assetReading(register, share, on('2025-05-01'))?.value, 50);
});
