import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLayers } from '../../src/screens/places/atlas/layer-state.ts';
import {
  areaHa,
  filterPlaces,
  legendCounts,
  nextSort,
  type PlaceWords,
  placesInView,
  placesLitBy,
  sentenceNumbersOf,
  sortPlaces,
} from '../../src/screens/places/atlas/view-model.ts';
import { area, place } from './place.ts';

const ALL = readLayers(undefined);
const NO_FILTER = { aim: undefined, kind: undefined, stage: undefined, q: undefined };
const WORDS: PlaceWords = {
  language: 'en',
  aimOrder: ['green', 'grey'],
  kindName: (kind) => kind,
  sentenceNumbers: new Map([
    ['s1', '10.1'],
    ['s2', '2.4'],
  ]),
};

const mill = place({
  id: 'mill',
  name: { zh: '磨坊', en: 'Old Mill' },
  aim: 'grey',
  stage: 'done',
  sentenceIds: ['s1', 's2'],
  area: area(2, 'km2', '2019'),
});
const meadow = place({
  id: 'meadow',
  kind: 'park',
  aim: 'green',
  stage: 'candidate',
  position: 'assumed',
  sentenceIds: ['s1'],
  centre: [11, 51],
});
const halt = place({ id: 'halt', kind: 'station', isSite: false, centre: null, position: 'not-known' });
const PLACES = [mill, meadow, halt];

test('one filter asks for aim, kind, stage and a word of either language', () => {
  const found = (filter: Partial<typeof NO_FILTER> | Record<string, string>) =>
    filterPlaces(PLACES, { ...NO_FILTER, ...filter }, ALL).map(({ id }) => id);
  assert.deepEqual(found({}), ['mill', 'meadow', 'halt']);
  assert.deepEqual(found({ aim: 'green' }), ['meadow']);
  assert.deepEqual(found({ kind: 'station' }), ['halt']);
  assert.deepEqual(found({ stage: 'done' }), ['mill']);
  assert.deepEqual(found({ q: 'oLD ' }), ['mill']);
  assert.deepEqual(found({ q: '磨坊' }), ['mill']);
  assert.deepEqual(found({ q: 'old', aim: 'green' }), []);
});

test('a layer that is switched off takes its kinds out of map, table and legend', () => {
  assert.deepEqual(
    filterPlaces(PLACES, NO_FILTER, readLayers('thing-parks:0,thing-works:0.2')).map(({ id }) => id),
    ['mill', 'halt'],
  );
});

test('in view are the boxes that touch the bounds; a place without a position never is', () => {
  assert.deepEqual(
    placesInView(PLACES, [9, 49, 10.5, 50.5]).map(({ id }) => id),
    ['mill'],
  );
  const wide = place({ id: 'wide', bbox: [0, 0, 20, 60] });
  assert.deepEqual(placesInView([wide], [9, 49, 10, 50]), [wide]);
  assert.deepEqual(placesInView(PLACES, null), PLACES);
});

test('the legend counts aims, shapes and assumed positions, and stages only of what has one', () => {
  const counts = legendCounts(PLACES);
  assert.equal(counts.total, 3);
  assert.equal(counts.assumed, 1);
  assert.deepEqual(Object.fromEntries(counts.stages), { done: 1, candidate: 1 });
  assert.deepEqual(
    [...counts.aims],
    [
      ['grey', 1],
      ['green', 1],
      [null, 1],
    ],
  );
  assert.equal(counts.shapes.get('station'), 1);
});

test('a column sorts both ways and what is not known comes last both ways', () => {
  const sorted = (sort: string) => sortPlaces(PLACES, sort, WORDS).map(({ id }) => id);
  assert.deepEqual(sorted('sentence'), ['mill', 'meadow', 'halt']);
  assert.deepEqual(sorted('-sentence'), ['meadow', 'mill', 'halt']);
  assert.deepEqual(sorted('aim'), ['meadow', 'mill', 'halt']);
  assert.deepEqual(sorted('area'), ['mill', 'halt', 'meadow']);
  assert.deepEqual(sorted('-area'), ['mill', 'halt', 'meadow']);
  assert.deepEqual(sorted('position'), ['mill', 'meadow', 'halt']);
  assert.deepEqual(sorted('no such column'), sorted('sentence'));
});

test('pressing a head sorts by it, pressing it again turns the order round', () => {
  assert.equal(nextSort('name', 'area'), 'area');
  assert.equal(nextSort('area', 'area'), '-area');
  assert.equal(nextSort('-area', 'area'), 'area');
});

test('sentence numbers are told in the order of numbers, not of letters', () => {
  assert.deepEqual(sentenceNumbersOf(mill, WORDS.sentenceNumbers), ['2.4', '10.1']);
});

test('areas of every unit are told in hectares; what is no area is not known', () => {
  assert.equal(areaHa(mill), 200);
  assert.equal(areaHa(place({ id: 'a', area: area(15, 'mu', '2020') })), 1);
  assert.equal(areaHa(place({ id: 'b', area: area(5, 'people', '2020') })), null);
  assert.equal(areaHa(halt), null);
});

test('a sentence, commitment or project lights its places; a place itself lights none', () => {
  assert.deepEqual(placesLitBy({ kind: 'sentence', id: 's2' }, PLACES), [mill]);
  assert.deepEqual(placesLitBy({ kind: 'sentence', id: 's1' }, PLACES), [mill, meadow]);
  assert.deepEqual(placesLitBy({ kind: 'place', id: 'mill' }, PLACES), []);
  assert.deepEqual(placesLitBy(null, PLACES), []);
});
