import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  baseOpacity,
  groupOf,
  KIND_GROUP_NAMES,
  KIND_GROUPS,
  kindOpacity,
  LAYER_NAMES,
  onlyLayer,
  readLayers,
  withLayer,
  writeLayers,
} from '../../src/screens/places/atlas/layer-state.ts';
import { readCamera, writeCamera } from '../../src/screens/places/atlas/use-atlas.ts';

test('layers that are all shown leave no trace in the address', () => {
  assert.equal(writeLayers(readLayers(undefined)), undefined);
  assert.equal(writeLayers(readLayers('')), undefined);
});

test('what the address says of layers comes back unchanged', () => {
  const text = 'thing-parks:0,base-rail:0.5';
  assert.equal(writeLayers(readLayers(text)), text);
});

test('a broken address shows the layers it does not understand', () => {
  const state = readLayers('thing-parks:nonsense,unknown:0,base-rail:9,base-roads:-1');
  assert.equal(state.get('thing-parks'), 1);
  assert.equal(state.get('base-rail'), 1);
  assert.equal(state.get('base-roads'), 0);
  assert.equal(state.size, LAYER_NAMES.length);
});

test('only this layer leaves the other family as it was', () => {
  const state = onlyLayer(readLayers('base-rail:0.5'), 'thing-water');
  assert.equal(state.get('thing-water'), 1);
  assert.equal(state.get('thing-works'), 0);
  assert.equal(state.get('base-rail'), 0.5);
});

test('opacity is told to the map by kind and by group of the base', () => {
  const state = withLayer(withLayer(readLayers(undefined), 'thing-water', 0.4), 'base-hills', 0);
  assert.equal(kindOpacity(state).get('flood-works'), 0.4);
  assert.equal(kindOpacity(state).has('factory'), false);
  assert.equal(baseOpacity(state).hills, 0);
  assert.equal(baseOpacity(state).roads, 1);
});

test('every kind of place belongs to exactly one layer', () => {
  for (const name of KIND_GROUP_NAMES) for (const kind of KIND_GROUPS[name]) assert.equal(groupOf(kind), name);
});

test('where the map looks is kept in the address to a few metres', () => {
  const camera = { lng: 116.1812345, lat: 39.92, zoom: 12.4 };
  assert.equal(writeCamera(camera), '116.18123,39.92,12.4');
  assert.deepEqual(readCamera(writeCamera(camera)), { lng: 116.18123, lat: 39.92, zoom: 12.4 });
});

test('a place that is not on earth is no place to look', () => {
  for (const text of [undefined, '', '1,2', '1,2,3,4', 'a,b,c', '181,0,3', '0,89,3', '0,0,-1', ',,'])
    assert.equal(readCamera(text), null, String(text));
});
