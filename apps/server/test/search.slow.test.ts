import assert from 'node:assert/strict';
import { test } from 'node:test';
import { districtSchema } from '@westgate/contract';
import { LINKED_KINDS } from '@westgate/domain';
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
      if (match.kind !== 'exact') continue;
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
  const kinds = [...LINKED_KINDS];
  assert.deepEqual(Object.keys(all.counts).sort(), kinds.sort());
  for (const count of Object.values(all.counts)) assert.equal(typeof count, 'number');
  const places = await search('q=a&kind=place&limit=3');
  assert.deepEqual(places.counts, all.counts);
  assert.ok(places.items.length === 3 && places.items.every(({ thing }) => thing.kind === 'place'));
  assert.equal(
    Object.values((await find('zzzz')).counts).reduce((sum, count) => sum + count, 0),
    0,
  );
});

/** The kinds of the hits in their order, each once, and the stretches that were hit. */
const told = async (q: string) => {
  const { items } = await find(q);
  return {
    kinds: [...new Set(items.map(({ match }) => match.kind))],
    stretches: new Set(items.map(({ match }) => match.text.slice(match.start, match.end))),
    ids: items.map(({ thing }) => thing.id),
  };
};

test('a Chinese name is found by its pinyin, by first letters, and by both mixed', async () => {
  for (const q of ['shougangyuan', 'sgy', 'shougy', 'shou gang yuan', 'ShouGangYuan']) {
    const { kinds, stretches } = await told(q);
    assert.deepEqual(kinds, ['pinyin'], q);
    assert.ok(stretches.has('首钢园'), q);
  }
});

test('a character with several readings is found by each of them', async () => {
  assert.ok((await told('leyuan')).stretches.has('乐园'));
});

test('the wrong character of the same sound, and the traditional one, find what is meant', async () => {
  for (const q of ['首刚园', '首鋼園']) assert.ok((await told(q)).stretches.has('首钢园'), q);
});

test('Chinese words are found in another order, and apart', async () => {
  const { kinds, ids } = await told('改造老旧小区');
  assert.deepEqual(kinds, ['words']);
  assert.ok(ids.includes('P02') && ids.includes('p2s1'), ids.join());
});

test('a slip of the finger finds the word that was meant', async () => {
  for (const q of ['shougagn', 'shuogang', 'shougng', 'shoougang', 'ahougang']) {
    const { kinds, stretches } = await told(q);
    assert.deepEqual(kinds, ['near'], q);
    assert.deepEqual(stretches, new Set(['Shougang']), q);
  }
  assert.ok((await told('xishan grenway')).stretches.has('Greenway'));
});

test('one Chinese character wrong, missing or too many finds the name', async () => {
  for (const q of ['石景江段麻峪', '石景段麻峪', '石景山段麻大峪']) {
    const { kinds, ids } = await told(q);
    assert.ok(!kinds.includes('exact') && ids.includes('mayu-levee'), `${q}: ${kinds} ${ids}`);
  }
});

test('what stands exactly comes before what was guessed', async () => {
  for (const q of ['shougang', 'an', '首钢', 'park']) {
    const { kinds } = await told(q);
    assert.deepEqual(
      kinds,
      ['exact', 'words', 'pinyin', 'near'].filter((kind) => kinds.some((each) => each === kind)),
      q,
    );
    assert.equal(kinds[0], 'exact', q);
  }
});

test('a deed is found at once, and what it took away no longer', async () => {
  const rename = async (from: string, to: string): Promise<void> => {
    const files = new Map([...office.desk.exportFolder()].map(([path, text]) => [path, text.replaceAll(from, to)]));
    await office.desk.importFolder(files, { who: 'test' });
  };
  assert.ok((await told('qyllhj')).ids.includes('lfb'));
  await rename('区园林绿化局', '区绿色事务处');
  assert.deepEqual((await told('qyllhj')).ids, []);
  assert.ok((await told('qlsswc')).ids.includes('lfb'));
  await rename('区绿色事务处', '区园林绿化局');
  assert.ok((await told('qyllhj')).ids.includes('lfb'));
});

test('no text makes the search fail or take long', async () => {
  for (const q of ['.*', '(', '[a', '\\', '%', '  ', '😀', 'a'.repeat(200), '(a+)+$', '\u0301']) {
    const before = process.cpuUsage();
    const answer = await office.ask(`/api/v1/search?q=${encodeURIComponent(q)}`);
    assert.equal(answer.status, 200, q);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 500_000, `${q}: ${user + system} µs of processor time`);
  }
});
