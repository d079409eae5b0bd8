import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindsOff, readLayers } from '../../src/screens/places/atlas/layer-state.ts';
import { areaHa, markName, nextSort, shapeCounts } from '../../src/screens/places/atlas/view-model.ts';
import { mark } from './mark.ts';
import { area, place } from './place.ts';

test('a layer that is switched off leaves its kinds out; one that is faint does not', () => {
  const kinds = kindsOff(readLayers('thing-parks:0,thing-works:0.2'));
  assert.ok(kinds.includes('park') && !kinds.includes('factory'));
  assert.deepEqual(kindsOff(readLayers(undefined)), []);
});

test('the legend counts kinds by the shape they share; a word that is no kind counts nowhere', () => {
  assert.deepEqual(
    [...shapeCounts({ park: 2, greenway: 1, station: 4, castle: 9 })],
    [
      ['park', 3],
      ['station', 4],
    ],
  );
});

test('pressing a head sorts by it, pressing it again turns the order round', () => {
  assert.equal(nextSort('name', 'area'), 'area');
  assert.equal(nextSort('area', 'area'), '-area');
  assert.equal(nextSort('-area', 'area'), 'area');
});

test('areas of every unit are told in hectares; what is no area is not known', () => {
  assert.equal(areaHa(place({ id: 'mill', area: area(2, 'km2', '2019') })), 200);
  assert.equal(areaHa(place({ id: 'a', area: area(15, 'mu', '2020') })), 1);
  assert.equal(areaHa(place({ id: 'b', area: area(5, 'people', '2020') })), null);
  assert.equal(areaHa(place({ id: 'halt' })), null);
});

test('a place on the map is called by the name of the language, else the other, else its id', () => {
  assert.equal(markName(mark({ place: 'mill', name_zh: '磨坊' }), 'en'), '磨坊 [Chinese only]');
  assert.equal(markName(mark({ place: 'mill' }), 'zh'), 'mill');
});
