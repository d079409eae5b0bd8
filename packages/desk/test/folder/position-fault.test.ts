import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEnglish } from '@westgate/base';
import { readGeometry } from '../../src/folder/geometry.ts';

const RING = [
  [116.1, 39.9],
  [116.2, 39.9],
  [116.2, 40],
  [116.1, 39.9],
];
/** A ring within the rings of each kind of shape, and how deep a position stands in it. */
const SHAPES: Readonly<Record<string, (ring: unknown) => unknown>> = {
  MultiPoint: (ring) => ring,
  LineString: (ring) => ring,
  MultiLineString: (ring) => [ring],
  Polygon: (ring) => [ring],
  MultiPolygon: (ring) => [[ring]],
};

function told(type: string, coordinates: unknown): string {
  const reading = readGeometry({ type, coordinates });
  return 'geometry' in reading ? 'taken' : `${reading.expected.en} | ${reading.expected.zh} | ${inEnglish(reading.found)}`;
}

for (const [type, shape] of Object.entries(SHAPES)) {
  test(`of a ${type} it is told which position has a height, is swapped, or is not in degrees`, () => {
    const at = (shape([0]) as unknown[]).flat(9).length > 0 ? JSON.stringify(shape(['here'])).split('[').length - 2 : 0;
    const place = [...Array.from({ length: at }, () => '1'), '3'].join('.');
    const withThird = (position: unknown) => shape(RING.map((each, index) => (index === 2 ? position : each)));
    assert.equal(told(type, shape(RING)), 'taken');
    assert.equal(
      told(type, withThird([116.2, 40, 54.3])),
      `positions of longitude and latitude alone, without a height | 只有经度和纬度的坐标，不带高程 | [116.2,40,54.3], position ${place}`,
    );
    assert.match(told(type, withThird([40, 116.2])), new RegExp(`coordinates look swapped .* \\[40,116.2\\], position ${place}$`));
    assert.match(told(type, withThird([437_000, 4_418_000])), /in degrees, within ±180 and ±90/);
    assert.match(told(type, withThird(['116.2', 40])), /in degrees/);
  });
}

test('a ring that is not closed is still told as such, in both languages', () => {
  assert.match(told('Polygon', [RING.slice(0, 3)]), /^closed rings of 4 or more positions.*闭合的环/);
});
