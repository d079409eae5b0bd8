import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIST_ADDRESS_LIMIT, readShut } from '@westgate/base';
import { parseSearchText, parseThing, patched, readSearch, searchText, type ViewSearch } from '../../src/scope/view-search.ts';

test('what stands in the address is read back as it was written', () => {
  const search = { lang: 'en', asOf: '2024-12-31', sel: 'sentence:s1', view: '116.1,39.9,12', q: '书院 a&b' };
  const read = readSearch(parseSearchText(searchText(search)));
  assert.deepEqual(Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)), search);
});

test('colons and commas stay readable in the address', () => {
  assert.equal(searchText({ sel: 'place:p1', view: '1,2,3' }), '?sel=place:p1&view=1,2,3');
});

test('malformed values are left out instead of breaking the screen', () => {
  const read = readSearch({ lang: 'fr', asOf: '2024-02-30', sel: 'nothing', theme: 'pink', page: '0', layers: '<script>', map: 'yes' });
  assert.deepEqual(
    Object.values(read).filter((value) => value !== undefined),
    [],
  );
});

test('shutting group after group never opens those that are shut: what the address has no room for changes nothing', () => {
  let search: ViewSearch = { group: 'lead', page: '2' };
  for (let index = 0; index < 100; index += 1) {
    const shut = readShut(search.shut).toggled(`department-number-${index}`);
    search = readSearch({ ...patched(search, { shut, page: undefined }) });
    assert.ok(readShut(search.shut).isShut('department-number-0'), `after ${index}`);
  }
  const held = search.shut ?? '';
  assert.ok(held.length > 900 && held.length <= LIST_ADDRESS_LIMIT);
  assert.equal(patched(search, { where: `lead:${'w'.repeat(LIST_ADDRESS_LIMIT)}` }), search);
  assert.equal(patched(search, { shut: undefined }).shut, undefined);
});

test('a thing in the address is a known kind and an id', () => {
  assert.deepEqual(parseThing('place:a:b'), { kind: 'place', id: 'a:b' });
  assert.equal(parseThing('ghost:a'), null);
  assert.equal(parseThing('place:'), null);
});
