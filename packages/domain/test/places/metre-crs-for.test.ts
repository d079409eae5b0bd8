import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Frame, metreCrsFor } from '@westgate/domain';

const around = (lng: number, lat: number): Frame => [lng - 0.1, lat - 0.1, lng + 0.1, lat + 0.1];
const codes = (lng: number, lat: number, zone: string): readonly string[] => metreCrsFor(around(lng, lat), zone).map(({ code }) => code);

test('in China the three-degree zone of CGCS2000 is proposed first, elsewhere the zone of UTM', () => {
  assert.deepEqual(codes(113.25, 23.15, 'Asia/Shanghai'), ['EPSG:4547', 'EPSG:32649']);
  assert.deepEqual(codes(87.6, 43.8, 'Asia/Urumqi'), ['EPSG:4538', 'EPSG:32645']);
  assert.deepEqual(codes(113.25, 23.15, 'Asia/Tokyo'), ['EPSG:32649']);
  assert.deepEqual(codes(9.95, 53.5, 'Europe/Berlin'), ['EPSG:32632']);
  assert.deepEqual(codes(18.4, -33.9, 'Africa/Johannesburg'), ['EPSG:32734']);
});

test('every proposal lies within reach of its frame', () => {
  for (let lng = -179; lng < 180; lng += 1) {
    for (const { centralMeridian } of metreCrsFor(around(lng, 30), 'Asia/Shanghai'))
      assert.ok(Math.abs(centralMeridian - lng) <= 3.01, String(lng));
  }
});
