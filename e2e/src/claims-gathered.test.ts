import assert from 'node:assert/strict';
import type { Gathering, IndicatorDetail, LeaderPage } from '@westgate/contract';
import { claimsOn } from './claims/claim.ts';
import { until } from './page.ts';

/** Claims of the founding text that pages answer which gather: icons, zones, aims, events, places; each on the built-in example. */
const claim = claimsOn();
const DAY = 'asOf=2025-03-01';
const OLYMPIC_VISITS = { zh: '北京冬奥公园接待人次', en: 'Visits to the Winter Olympics Park' } as const;

claim('1c', 'west gate: the office chooses what stands on the leader’s page, with the gravest exceptions beside', async (walk) => {
  const { page, api, word } = walk;
  const headlines = async () => (await api<LeaderPage>(`leader-page?${DAY}`)).headlines.map(({ indicator }) => indicator.id);
  await walk.go(`/results/leader?${DAY}`);
  await page.locator('.leader-table tbody tr').nth(11).waitFor();
  assert.equal(await page.locator('.leader-worst li').count(), 5);
  await walk.press(walk.button(word('leader.choose')));
  await walk.press(page.locator('.leader-choice').getByRole('button', { name: word('leader.remove') }));
  await walk.find(walk.searched(word('leader.add')), 'P24', OLYMPIC_VISITS[walk.lang]);
  await walk.press(walk.button(word('leader.save')));
  await page.locator('.leader-table').getByText(OLYMPIC_VISITS[walk.lang]).waitFor();
  assert.deepEqual([(await headlines()).length, (await headlines()).at(-1)], [12, 'P24']);
});

claim('6', 'three aims: each gathers its commitments and projects, what is late first', async (walk) => {
  const { page, api, word } = walk;
  await walk.go(`/breakdown?axis=aim&${DAY}`);
  const open = page.getByRole('link', { name: new RegExp(`^${word('gathering.open')}`) });
  await open.nth(2).waitFor();
  await walk.press(open);
  await page.locator('#gathered-projects').waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const found = await api<Gathering>(`axes/aim/${id}?${DAY}`);
  assert.ok(found.projects.items.length > 1);
  for (const { thing } of found.projects.items.slice(0, 3))
    await page.locator(`.gathering a[href*="/projects/${thing.id}"]`).first().waitFor();
});

claim('7a', 'three icons: one shows its events with their venue, and says what is not recorded', async (walk) => {
  const { page, word } = walk;
  await walk.go(`/breakdown?axis=icon&${DAY}`);
  const name = { zh: '服贸会', en: 'CIFTIS' }[walk.lang];
  await walk.press(page.getByRole('link', { name: new RegExp(`^${word('gathering.open')}.*${name}`) }));
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  const event = page.locator('.gathering tr', { has: page.locator('a[href*="/events/ciftis-2024"]') });
  await event.locator('a[href*="/places/new-shougang-park"]').waitFor();
  assert.ok((await page.locator('.gathering-head').textContent())?.includes(word('gathering.none').trim()));
});

claim(
  '9c',
  'international open co-operation zone: its page says what is held of it and that its bounds were not published',
  async (walk) => {
    const { page } = walk;
    await walk.go(`/breakdown?axis=key-project&${DAY}`);
    const name = { zh: '“两区”', en: 'Two Zones' }[walk.lang];
    await walk.press(page.getByRole('link', { name: new RegExp(`^${walk.word('gathering.open')}.*${name}`) }));
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    const zone = page.locator('.gathering tr', { has: page.locator('a[href*="/commitments/p3s3-3"]') });
    await zone.getByText({ zh: '没有公布合作区的范围', en: 'no area of the zone is published' }[walk.lang]).waitFor();
  },
);

claim('13', 'festival and forum: what no source says was held is recorded with its evidence, and its promise follows', async (walk) => {
  const { page, word } = walk;
  const stateOf = async () => (await walk.api<{ state: { name: string } }>(`events/culture-forum-2024?${DAY}`)).state.name;
  assert.notEqual(await stateOf(), 'done');
  await walk.go(`/events/culture-forum-2024?${DAY}`);
  await walk.press(walk.button(walk.action('record-outcome')));
  await walk.select(walk.labelled(word('record.what')), word('outcome.held'));
  await walk.write(walk.labelled(word('record.dates')), '2024-09-19/2024-09-21');
  await walk.find(walk.searched(word('figures.source')), 'FORUM24');
  await walk.select(walk.labelled(word('confidence')), word('confidence.high'));
  await walk.send();
  await page.locator('section', { hasText: 'FORUM24' }).first().waitFor();
  await until(async () => (await stateOf()) === 'done');
});

claim('14', 'a place is followed over the years: from the park to its visits, and those of another year', async (walk) => {
  const { page, word } = walk;
  const periods = async () => (await walk.api<IndicatorDetail>('indicators/P24')).values.map(({ period }) => period);
  const was = await periods();
  await walk.go(`/places/winter-olympics-park?${DAY}`);
  await walk.press(walk.link(word('gathering.ofPlace')));
  await walk.press(page.locator('.gathering a[href*="/indicators/P24"]'));
  await walk.press(walk.button(word('part.new.indicator_value')));
  await walk.select(walk.labelled(walk.field('indicator_value', 'kind')), word('value.actual'));
  await walk.write(walk.labelled(walk.field('indicator_value', 'period')), '2024');
  await walk.write(walk.labelled(walk.field('indicator_value', 'value')), '1200000');
  await walk.find(walk.searched(walk.field('indicator_value', 'source')), 'WOP3');
  await walk.select(walk.labelled(walk.field('indicator_value', 'confidence')), word('confidence.low'));
  await walk.send();
  await page.locator('.table .number b', { hasText: '1,200,000' }).first().waitFor();
  assert.deepEqual((await periods()).length, was.length + 1);
});
