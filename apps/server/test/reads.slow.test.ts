import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema, nounSchema, recordSchema } from '@westgate/contract';
import { startServer } from '@westgate/server';
import { z } from 'zod';
import { EXAMPLE, openOffice, PLENTY } from './office.ts';

const office = await openOffice(EXAMPLE, null, PLENTY);

/** Every kind of record: its page, its detail, and the orders it can be listed in. */
const NOUNS = {
  sentences: [nounSchema.sentencePage, nounSchema.sentenceDetail, nounSchema.sentenceQuery],
  commitments: [nounSchema.commitmentPage, nounSchema.commitmentDetail, nounSchema.commitmentQuery],
  places: [nounSchema.placePage, nounSchema.placeDetail, nounSchema.placeQuery],
  projects: [nounSchema.projectPage, nounSchema.projectDetail, nounSchema.projectQuery],
  indicators: [nounSchema.indicatorPage, nounSchema.indicatorDetail, nounSchema.indicatorQuery],
  events: [recordSchema.PLAIN.event.page, recordSchema.PLAIN.event.detail, recordSchema.PLAIN.event.query],
  parks: [recordSchema.PLAIN.park.page, recordSchema.PLAIN.park.detail, recordSchema.PLAIN.park.query],
  departments: [recordSchema.PLAIN.department.page, recordSchema.PLAIN.department.detail, recordSchema.PLAIN.department.query],
  documents: [nounSchema.documentPage, nounSchema.planDocument, commonSchema.listQuery],
} as const;

const anyPage = z.object({ total: z.number(), next: z.string().nullable(), items: z.array(z.object({ id: z.string() })) });
const ids = async (path: string): Promise<string[]> => anyPage.parse(await office.get(path)).items.map((item) => item.id);

test('every record of every kind answers its page, itself, its links and its history in the form of the contract', async () => {
  for (const [plural, [page, detail]] of Object.entries(NOUNS)) {
    page.parse(await office.get(`/api/v1/${plural}?limit=500`));
    for (const id of await ids(`/api/v1/${plural}?limit=500`)) {
      detail.parse(await office.get(`/api/v1/${plural}/${encodeURIComponent(id)}`));
      const { counts, ...links } = commonSchema.links.parse(await office.get(`/api/v1/${plural}/${encodeURIComponent(id)}/links`));
      for (const [of, found] of Object.entries(links)) {
        const count = counts[of as keyof typeof counts];
        assert.ok(found.length === Math.min(count, 200), `${plural}/${id}: ${found.length} of ${count} ${of}`);
      }
    }
    const [first = ''] = await ids(`/api/v1/${plural}?limit=1`);
    commonSchema.history.parse(await office.get(`/api/v1/${plural}/${encodeURIComponent(first)}/history`));
  }
});

test('the district, its coverage, its sources, its deeds and its files answer in the form of the contract', async () => {
  const district = districtSchema.district.parse(await office.get('/api/v1/district'));
  assert.ok(district.units.length > 0);
  const span = districtSchema.span.parse(await office.get('/api/v1/span'));
  assert.ok(span.from < span.to);
  const coverage = districtSchema.coverage.parse(await office.get('/api/v1/coverage'));
  assert.deepEqual(Object.keys(coverage).slice(0, 3), ['sentences', 'commitments', 'things']);
  for (const [gap, { total, commitments }] of Object.entries(coverage.gapCounts)) {
    const found: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page = districtSchema.gapPage.parse(await office.get(`/api/v1/gaps?gap=${gap}&limit=20${next ? `&after=${next}` : ''}`));
      assert.equal(page.total, total);
      found.push(...page.items.map(({ thing }) => `${thing.kind}:${thing.id}`));
      next = page.next;
    }
    assert.equal(new Set(found).size, total, `${gap}: every gap once`);
    assert.deepEqual(
      found,
      coverage.gaps.filter((each) => each.gap === gap).map(({ thing }) => `${thing.kind}:${thing.id}`),
    );
    const own = districtSchema.gapPage.parse(await office.get(`/api/v1/gaps?gap=${gap}&of=commitment`));
    assert.equal(own.total, commitments);
  }
  const [source = ''] = await ids('/api/v1/sources?limit=1');
  commonSchema.source.parse(await office.get(`/api/v1/sources/${source}`));
  commonSchema.history.parse(await office.get('/api/v1/deeds'));
  commonSchema.deed.parse(await office.get('/api/v1/deeds/1'));
  const files = districtSchema.exportAnswer.parse(await office.get('/api/v1/district/export'));
  assert.ok('district.json' in files.files);
});

test('pages of any size hold every record once, in every order, in both languages', async () => {
  for (const [plural, [, , query]] of Object.entries(NOUNS)) {
    const all = (await ids(`/api/v1/${plural}?limit=500`)).sort();
    const sort = 'sort' in query.shape ? query.shape.sort.unwrap().options : [];
    for (const order of ['', ...sort.flatMap((each) => [`&sort=${each}&lang=zh`, `&sort=${each}&lang=en`])]) {
      const seen: string[] = [];
      for (let next: string | null = ''; next !== null; ) {
        const page = anyPage.parse(await office.get(`/api/v1/${plural}?limit=7${order}${next ? `&after=${next}` : ''}`));
        assert.equal(page.total, all.length);
        seen.push(...page.items.map((item) => item.id));
        next = page.next;
      }
      assert.deepEqual(seen.sort(), all, `${plural}${order}`);
    }
  }
});

test('a list runs forward and backward, records without the value at the end of both', async () => {
  const dues = async (sort: string): Promise<(string | null)[]> => {
    const page = nounSchema.projectPage.parse(await office.get(`/api/v1/projects?limit=500&sort=${sort}`));
    return page.items.map((project) => project.due?.on ?? null);
  };
  const [up, down] = [await dues('due'), await dues('-due')];
  const held = (values: (string | null)[]): string[] => values.filter((value) => value !== null);
  assert.deepEqual(held(up), held(up).toSorted());
  assert.deepEqual(held(down), held(up).toReversed());
  assert.equal(up.at(-1), null);
  assert.equal(down.at(-1), null);
});

test('sentences and commitments come in the order of the text', async () => {
  const sentences = nounSchema.sentencePage.parse(await office.get('/api/v1/sentences'));
  const places = sentences.items.map((sentence) => sentence.paragraph * 100 + sentence.position);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  const [first] = sentences.items;
  assert.ok(first);
  const detail = nounSchema.sentenceDetail.parse(await office.get(`/api/v1/sentences/${first.id}`));
  assert.equal(detail.previous, null);
  assert.equal(detail.next?.id, sentences.items[1]?.id);
  const commitments = nounSchema.commitmentPage.parse(await office.get('/api/v1/commitments'));
  assert.deepEqual(
    commitments.items.map((commitment) => commitment.id),
    sentences.items.flatMap((sentence) => commitments.items.filter(({ sentence: id }) => id === sentence.id).map(({ id }) => id)),
  );
});

test('the marks of a sentence are the words themselves', async () => {
  const { items } = nounSchema.sentencePage.parse(await office.get('/api/v1/sentences'));
  let marks = 0;
  for (const sentence of items) {
    for (const clause of sentence.clauses) {
      const commitment = nounSchema.commitmentDetail.parse(await office.get(`/api/v1/commitments/${clause.commitment}`));
      if (clause.zh) assert.equal(sentence.text.zh?.slice(clause.zh.start, clause.zh.end), commitment.clause.zh);
      if (clause.en) assert.equal(sentence.text.en?.slice(clause.en.start, clause.en.end), commitment.clause.en);
      marks += 1;
    }
    for (const { zh } of sentence.mentions) assert.ok(zh === null || zh.end > zh.start);
  }
  assert.ok(marks >= 25);
});

test('a filter keeps what it names and nothing else', async () => {
  const sites = nounSchema.placePage.parse(await office.get('/api/v1/places?site=true&limit=500'));
  assert.ok(sites.total > 0 && sites.items.every((place) => place.isSite));
  const parks = nounSchema.placePage.parse(await office.get('/api/v1/places?kind=park'));
  assert.ok(parks.items.every((place) => place.kind === 'park'));
  const done = nounSchema.projectPage.parse(await office.get('/api/v1/projects?state=done'));
  assert.ok(done.total > 0 && done.items.every((project) => project.state.name === 'done'));
  const owned = nounSchema.commitmentPage.parse(await office.get('/api/v1/commitments?owner=drc'));
  assert.ok(owned.total > 0 && owned.items.every((commitment) => commitment.owner?.id === 'drc'));
  const nowhere = nounSchema.placePage.parse(await office.get('/api/v1/places?bbox=0,0,1,1'));
  assert.equal(nowhere.total, 0);
  const named = recordSchema.PLAIN.department.page.parse(await office.get('/api/v1/departments?q=COMMISSION%20reform'));
  assert.deepEqual(
    named.items.map((department) => department.id),
    ['drc'],
  );
});

test('what a filter by sentence gives is what the place says of itself, both ways', async () => {
  const { items } = nounSchema.sentencePage.parse(await office.get('/api/v1/sentences'));
  for (const sentence of items) {
    const places = nounSchema.placePage.parse(await office.get(`/api/v1/places?sentence=${sentence.id}&limit=500`));
    assert.deepEqual(places.items.map((place) => place.id).sort(), sentence.placeIds.toSorted());
  }
});

test('the day asked for decides the states', async () => {
  const on = async (day: string) =>
    nounSchema.projectDetail.parse(await office.get(`/api/v1/projects/xishan-greenway?asOf=${day}`)).state.name;
  assert.notEqual(await on('2024-09-30'), 'done');
  assert.equal(await on('2024-10-01'), 'done');
  const page = nounSchema.projectPage.parse(await office.get('/api/v1/projects?asOf=2024-09-30'));
  assert.equal(page.asOf, '2024-09-30');
});

test('a place stands where its symbol can be drawn, inside its own bounds', async () => {
  const { items } = nounSchema.placePage.parse(await office.get('/api/v1/places?limit=500'));
  for (const { id, centre, bbox, position } of items) {
    if (position === 'known') assert.ok(centre, id);
    if (!centre || !bbox) continue;
    assert.ok(centre[0] >= bbox[0] && centre[0] <= bbox[2] && centre[1] >= bbox[1] && centre[1] <= bbox[3], id);
  }
});

test('an answer already held is not sent again', async () => {
  const first = await office.ask('/api/v1/places');
  const etag = first.headers.get('etag');
  assert.equal(first.headers.get('cache-control'), 'no-cache');
  assert.ok(etag);
  const again = await office.ask('/api/v1/places', { headers: { 'if-none-match': etag } });
  assert.equal(again.status, 304);
  const otherDay = await office.ask('/api/v1/places?asOf=2024-01-01', { headers: { 'if-none-match': etag } });
  assert.equal(otherDay.status, 200);
});

test('only so many other days are worked out in a minute; today and the days that are kept go on', async (t) => {
  const limits = { ...PLENTY, otherDaysAMinute: 5 };
  const server = await startServer({ desk: office.desk, host: '127.0.0.1', port: 0, webDir: null, logLevel: 'silent', limits });
  t.after(() => server.close());
  const statusOn = async (query: string): Promise<number> => (await fetch(`${server.address}/api/v1/coverage${query}`)).status;
  const statuses: number[] = [];
  for (let day = 1; day <= 7; day += 1) statuses.push(await statusOn(`?asOf=2031-01-0${day}`));
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429, 429]);
  assert.deepEqual([await statusOn(''), await statusOn('?asOf=2031-01-03')], [200, 200]);
});
