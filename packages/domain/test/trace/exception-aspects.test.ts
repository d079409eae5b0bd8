import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf, groupsBy } from '@westgate/base';
import { type Exception, exceptionAttributes, type LastReport, WAITS_FOR_NOBODY } from '@westgate/domain';
import { districtOf } from '../district.ts';

const DAY = dayOf('2025-04-20');
const SAID = {} as NonNullable<LastReport['said']>;
const report = (daysAgo: number, over: Partial<LastReport>): LastReport => ({
  on: addDays(DAY, -daysAgo),
  said: null,
  step: null,
  forecastOn: null,
  waitsFor: null,
  ...over,
});
const exception = (id: string, own: LastReport | null): Exception => ({
  kind: 'project',
  id,
  department: null,
  person: null,
  dueOn: null,
  report: own,
  standing: null,
  why: ['no-owner'],
  lapses: [],
  unsourced: [],
});
const keysOf = (attribute: string, rows: readonly Exception[]): readonly string[] => {
  const district = districtOf({});
  const found = exceptionAttributes(district, district, DAY).find(({ id }) => id === attribute);
  assert.ok(found);
  return groupsBy(rows, found).map(({ key, rows: own }) => `${key}:${own.map(({ id }) => id).join('')}`);
};

test('a record waits for nobody where a report says so, not where none said anything', () => {
  const rows = [
    exception('a', report(3, { said: SAID })),
    exception('b', report(3, {})),
    exception('c', null),
    exception('d', report(3, { said: SAID, waitsFor: 'works' })),
  ];
  assert.deepEqual(keysOf('waits', rows), [`${WAITS_FOR_NOBODY}:a`, 'works:d', ':bc']);
});

test('the age of a report is a span of days that leaves none out; a report of no change has one', () => {
  const rows = [7, 8, 31, 32, 92, 93].map((days) => exception(`${days} `, report(days, {})));
  assert.deepEqual(keysOf('age', rows), ['-older:93 ', '-quarter:32 92 ', '-month:8 31 ', '-week:7 ']);
});
