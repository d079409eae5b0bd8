import assert from 'node:assert/strict';
import type { CheckUnits, EventReadiness, HealthCheck, IndustryBoard, SpaceBoard } from '@westgate/contract';
import { claimsOn } from './claims/claim.ts';
import { until } from './page.ts';

/**
 * Claims of the founding text, by their numbers there, each walked on the built-in example: what a visitor reads of it, and what she does about it on
 * the screen. On a desk by keyboard alone, on a phone by finger.
 */
const claim = claimsOn();

claim('4c', 'living conditions: a compound is compared before and after', async ({ page, form, go, api, ...walk }) => {
  await go('/edit/place/compound-moshikou-nanli');
  await walk.press(page.locator('details.form-more summary'));
  await walk.select(walk.labelled(walk.field('place', 'survey_level')), walk.value('place', 'survey_level', 'compound'));
  await walk.send();
  await page.locator('.noun-page').waitFor();
  const { rows } = await api<HealthCheck>('health-check');
  const [compound] = rows.filter(({ level }) => level === 'compound');
  assert.ok(compound && rows.length === 61 && rows.every(({ standing }) => standing === 'not-known'), 'nothing is counted as met');
  for (const [period, amount] of [
    ['2024-06', '3'],
    ['2026-10', '0'],
  ] as const) {
    await go(`/results/health-check?sel=indicator:${compound.indicator.id}`);
    await walk.press(walk.button(walk.word('check.enter')));
    await walk.write(walk.labelled(walk.field('place_value', 'period')), period);
    await walk.find(walk.searched(walk.field('place_value', 'source')), 'GWR');
    await walk.write(form.locator('.value-cell input'), amount);
    await walk.send();
    await walk.button(walk.word('check.enter')).waitFor();
  }
  const unit = page.locator('.check-units tr', { has: page.locator('a[href*="compound-moshikou-nanli"]') });
  await unit.getByText(walk.word('checkStanding.met')).waitFor();
  assert.match((await unit.textContent()) ?? '', walk.lang === 'zh' ? /2024 年 6 月/ : /June 2024|Jun 2024/);
  const { rows: units } = await api<CheckUnits>(`indicators/${compound.indicator.id}/units`);
  assert.deepEqual(
    units.find(({ place }) => place.id === 'compound-moshikou-nanli')?.held.map(({ period, value }) => [period, value]),
    [
      ['2024-06', 3],
      ['2026-10', 0],
    ],
  );
});

claim('7b', 'industry in tiers: an industry is moved with a reason, and by no other way', async ({ page, go, api, ...walk }) => {
  const tierOf = async () => (await api<IndustryBoard>('industry-board')).rows.find(({ industry }) => industry.id === 'vr')?.tier ?? null;
  const was = await tierOf();
  await go('/industries/vr');
  await walk.press(page.locator('.record-acts').getByRole('button', { name: walk.action('move-tier'), exact: true }));
  await walk.find(walk.searched(walk.field('move-tier', 'tier')), 'future-2026');
  await walk.on(walk.field('move-tier', 'from_on'), '20261001');
  await walk.find(walk.searched(walk.field('move-tier', 'source')), 'GWR');
  await walk.select(walk.labelled(walk.field('move-tier', 'confidence')), walk.word('confidence.high'));
  await walk.send();
  await page.locator('.record-form .fault, .record-form [role=alert]').first().waitFor();
  assert.deepEqual(await tierOf(), was);
  const grounds = { zh: '企业转向前沿研发', en: 'Its firms turned to research' }[walk.lang];
  await walk.write(walk.labelled(walk.field('move-tier', 'grounds')), grounds);
  await walk.send();
  await page.getByText(grounds, { exact: true }).first().waitFor();
  assert.notDeepEqual(await tierOf(), was);
  await page.locator('body').press('Control+z');
  await until(async () => JSON.stringify(await tierOf()) === JSON.stringify(was));
});

claim(
  '8ab',
  'areas, industries and the five key projects are set against each other, gaps are named, each of the five is reported upward',
  async ({ page, go, api, ...walk }) => {
    await go('/results/industries');
    const { gaps, projects } = await api<IndustryBoard>('industry-board');
    assert.ok(gaps.length > 0 && projects.length > 0);
    await page.locator('.matrix-gap').first().waitFor();
    await walk.press(page.locator('a.matrix-cell'));
    await page.locator('.matrix-open').first().waitFor();
    const [first] = projects;
    await walk
      .link(first?.project.name[walk.lang] ?? '')
      .first()
      .waitFor();
  },
);

claim('9b', 'an event is prepared: a day is counted back, what is late is told', async ({ page, go, api, ...walk }) => {
  const event = '/results/events?asOf=2024-07-01&sel=event:ciftis-2024';
  await go(event);
  await walk.press(page.getByRole('link', { name: walk.word('readiness.add') }));
  const name = { zh: '场馆消防验收', en: 'Fire inspection of the venue' }[walk.lang];
  await walk.write(walk.labelled(walk.field('readiness_item', `name_${walk.lang}`)), name);
  await walk.select(walk.labelled(walk.field('readiness_item', 'kind')), walk.value('readiness_item', 'kind', 'venue'));
  await walk.write(walk.labelled(walk.field('readiness_item', 'days_before')), '20');
  await walk.on(walk.field('readiness_item', 'expected_on'), '20240830');
  await walk.send();
  await page.locator('.noun-page h1').waitFor();
  const [item] = (await api<EventReadiness>('events/ciftis-2024/readiness?asOf=2024-07-01')).items;
  assert.equal(item?.standing, 'at-risk');
  await go(event);
  await walk.link(name).first().waitFor();
  await page.locator('.readiness-finding', { hasText: walk.lang === 'zh' ? '预计逾期 1 项' : '1 at risk' }).waitFor();
});

claim('10a', 'future industries are planned ahead: each has its stage, reviewed every quarter', async ({ page, go, api, ...walk }) => {
  const stageOf = async () =>
    (await api<IndustryBoard>('industry-board')).rows.find(({ industry }) => industry.id === 'future-space')?.stage ?? null;
  assert.equal(await stageOf(), null, 'no source says it');
  await go('/industries/future-space');
  await walk.press(page.locator('.record-acts').getByRole('button', { name: walk.action('review-industry'), exact: true }));
  await walk.select(walk.labelled(walk.field('review-industry', 'stage')), walk.value('review-industry', 'stage', 'watch'));
  const finding = { zh: '两家企业提出试验场地需求', en: 'Two firms have asked for test sites' }[walk.lang];
  await walk.write(walk.labelled(walk.field('review-industry', 'finding')), finding);
  await walk.send();
  await page.getByText(finding, { exact: true }).first().waitFor();
  assert.equal(await stageOf(), 'watch');
});

claim('10b', 'a named park: areas that add up are recorded, and the need of a firm finds them', async ({ page, go, api, ...walk }) => {
  const vacant = async () =>
    (await api<SpaceBoard>('space-board')).parks.find(({ park }) => park.id === 'scifi-cluster')?.space.vacant.known ?? 0;
  assert.equal(await vacant(), 0, 'no source says what is vacant');
  await go('/parks/scifi-cluster');
  await walk.press(walk.link(walk.word('space.ofPark')));
  await walk.press(page.getByRole('button', { name: walk.word('space.record') }));
  const amounts = { total_m2: '160000', let_m2: '140000', vacant_m2: '30000', works_m2: '0', largest_vacant_m2: '3000' };
  for (const [column, amount] of Object.entries(amounts)) await walk.write(walk.labelled(walk.field('floor_area', column)), amount);
  await walk.send();
  await page.locator('.record-form .fault, .record-form [role=alert]').first().waitFor();
  assert.equal(await vacant(), 0, 'what does not add up is not kept');
  await walk.write(walk.labelled(walk.field('floor_area', 'vacant_m2')), '20000');
  await walk.send();
  await until(async () => (await vacant()) === 1);
  await walk.press(walk.button(walk.word('space.need.enter')));
  await walk.write(page.locator('#need-area'), '2000');
  await walk.press(walk.button(walk.word('space.need.send')));
  await page.getByText(walk.lang === 'zh' ? /^1 处合适/ : /^1 fit/).waitFor();
});

claim('11a', 'strength is measured: trend, status and source of each indicator', async ({ page, go, ...walk }) => {
  await go('/results');
  await page.locator('.board-table tbody tr').first().waitFor();
  await walk.press(walk.link({ zh: '西山绿道建成开放', en: 'Xishan Greenway opened' }[walk.lang]));
  await page.locator('.indicator-chart svg, figure svg').first().waitFor();
  await page.locator('.neat .sign-word').first().waitFor();
});
