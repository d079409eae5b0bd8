import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCREEN_ADDRESSES } from '@westgate/contract';
import { foundInSource } from './messages/source-files.ts';

test('the server gives a page at the address of every screen, so that each opens by its address and by a reload', () => {
  const paths = foundInSource((code, name) =>
    name === 'routes.ts' ? [...code.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path) : [],
  );
  assert.deepEqual(paths.map((path) => path.replace('routes.ts: ', '')).sort(), [...SCREEN_ADDRESSES].sort());
});
