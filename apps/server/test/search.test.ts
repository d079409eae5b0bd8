import assert from 'node:assert/strict';
import { test } from 'node:test';
import { districtSchema } from '@westgate/contract';
import { EXAMPLE, openOffice } from './office.ts';

const office = await openOffice(EXAMPLE);
const search = async (query: string) => districtSchema.searchResult.parse(await office.get(`/api/v1/search?${query}`));
const find = (q: string) => search(`q=${encodeURIComponent(q)}&limit=50`);

test('a name is found in either language, the nearest match first', async () => {
  const zh = await find('石景山书院');
  assert.equal(zh.items[0]?.thing.name.zh?.includes('书院'), true);
  const en = await find('Xishan Greenway');
  assert.match(en.items[0]?.thing.name.en ?? '', /^Xishan Greenway/);
  assert.ok((en.counts.sentence ?? 0) > 0, 'the sentence that names it is among the hits');
});

test('case, width and accents make no difference', async () => {
  const names = async (q: string) => (await find(q)).items.map(({ thing }) => thing.id);
  const plain = await names('ciftis');
  assert.ok(plain.length > 0);
  assert.deepEqual(await names('CIFTIS'), plain);
  assert.deepEqual(await names('ＣＩＦＴＩＳ'), plain);
  assert.deepEqual(await names('cíftïs'), plain);
});

test('every word must stand in the record, in any order', async () => {
  const both = await find('commission reform');
  assert.ok(both.items.some(({ thing }) => thing.kind === 'department'));
  assert.equal((await find('commission zzzz')).items.length, 0);
});

test('the match is given as a stretch of the text it stands in', async () => {
  for (const q of ['shougang', '书院', 'park', '冬奥', 'p2s4', 'M']) {
    for (const { match } of (await find(q)).items) {
      const part = match.text.slice(match.start, match.end);
      assert.equal(part.normalize('NFKC').toLowerCase(), q.toLowerCase(), `${q} in ${match.text}`);
    }
  }
});

test('the beginning of a word comes before the middle of one', async () => {
  const { items } = await find('art');
  const isAtStart = (text: string, start: number): boolean => start === 0 || !/\p{L}/u.test(text[start - 1] ?? '');
  const names = items.filter(({ match, thing }) => thing.kind !== 'sentence' && [thing.name.zh, thing.name.en].includes(match.text));
  const starts = names.map(({ match }) => isAtStart(match.text, match.start));
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => Number(b) - Number(a)),
  );
});

test('counts name every kind, 0 included, whatever is shown', async () => {
  const all = await find('a');
  const { sentence, commitment, place, project, indicator, event, park, department, document, ...more } = all.counts;
  assert.deepEqual(more, {});
  for (const count of [sentence, commitment, place, project, indicator, event, park, department, document])
    assert.equal(typeof count, 'number');
  const places = await search('q=a&kind=place&limit=3');
  assert.deepEqual(places.counts, all.counts);
  assert.ok(places.items.length === 3 && places.items.every(({ thing }) => thing.kind === 'place'));
  assert.equal(
    Object.values((await find('zzzz')).counts).reduce((sum, count) => sum + count, 0),
    0,
  );
});

test('no text makes the search fail or take long', async () => {
  for (const q of ['.*', '(', '[a', '\\', '%', '  ', '😀', 'a'.repeat(200), '(a+)+$', '\u0301']) {
    const began = performance.now();
    const answer = await office.ask(`/api/v1/search?q=${encodeURIComponent(q)}`);
    assert.equal(answer.status, 200, q);
    assert.ok(performance.now() - began < 500);
  }
});
