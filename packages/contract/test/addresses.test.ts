import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADDRESSES, type EndpointName, pathOf } from '../src/endpoints/addresses.ts';
import { endpoint } from '../src/endpoints/endpoints.ts';

const NAMES = Object.keys(ADDRESSES) as EndpointName[];

test('no two endpoints are at one address, and every one is described with what stands in its path', () => {
  const at = NAMES.map((name) => ADDRESSES[name].slice(0, 2).join(' '));
  assert.ok(at.length > 250);
  assert.deepEqual(
    at.filter((address, index) => at.indexOf(address) !== index),
    [],
  );
  for (const name of NAMES) {
    const { summary, tag, path, params } = endpoint(name);
    assert.ok(summary && tag, name);
    const named = [...path.matchAll(/:(\w+)/g)].map(([, param]) => param);
    const { shape } = params as unknown as { readonly shape: object };
    assert.deepEqual(Object.keys(shape).sort(), named.sort(), name);
  }
});

test('the endpoints of each kind of record stand where its address says', () => {
  assert.deepEqual(ADDRESSES['place-history'], ['GET', '/places/:id/history', 'see-deeds']);
  assert.deepEqual(ADDRESSES['merge-source'], ['POST', '/sources/:id/merge', 'record']);
  assert.deepEqual(ADDRESSES['export-deeds-csv'], ['GET', '/exports/deeds.csv', 'export']);
  assert.ok(!NAMES.some((name) => (name as string) === 'create-sentence' || (name as string) === 'source-links'));
});

test('what stands in a path is encoded', () => {
  assert.equal(pathOf('evidence-file', { id: 'a/b?c' }), '/evidence/a%2Fb%3Fc/file');
  assert.equal(pathOf('undo', { seq: 7 }), '/deeds/7/undo');
});
