import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDesign } from '@westgate/desk';
import { EMPTY_DESIGN } from '@westgate/domain';

const gauge = (id: string) => ({ ...EMPTY_DESIGN, gauges: [{ id, name: 'Bridge', at: [116.1, 39.9] }] });
const inflow = (hours: readonly number[]) => ({
  ...EMPTY_DESIGN,
  inflows: [
    {
      id: 'river',
      line: [
        [116.1, 39.9],
        [116.2, 39.9],
      ],
      discharge: { rows: hours.map((hour) => [hour, 5]) },
    },
  ],
});

test('a part is called by nothing that every object has of its own, and by nothing that is no name of a file', () => {
  for (const id of ['a', 'gate-1', 'G.2', '_x']) assert.ok('design' in readDesign(gauge(id)), id);
  for (const id of [...Object.getOwnPropertyNames(Object.prototype), '', '.', 'a.', 'a..b', 'a b', 'x'.repeat(65)]) {
    const read = readDesign(gauge(id));
    assert.ok('at' in read && read.at === 'gauges.0.id', id);
    assert.match(read.expected.en, /letters, digits/);
    assert.match(read.expected.zh, /字母、数字/);
  }
});

test('rows of a discharge go on by a second at least', () => {
  assert.ok('design' in readDesign(inflow([0, 0.001, 1])));
  for (const hours of [
    [0, 1e-7],
    [1, 0.5],
    [2, 2],
  ]) {
    const read = readDesign(inflow(hours));
    assert.ok('at' in read && read.at.startsWith('inflows.0.discharge'), String(hours));
    assert.match(read.expected.en, /by a second at least/);
  }
});
