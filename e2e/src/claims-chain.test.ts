import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { ReportDetail, Reports } from '@westgate/contract';
import { claimsOn } from './claims/claim.ts';
import { until } from './page.ts';
import { ROOT } from './westgate.ts';

/** What the founding text claims and only a district in the middle of its life can show: the chain to its end, and one project in two plans. */
const claim = claimsOn(join(ROOT, 'data', 'practice'));
const DAY = 'asOf=2026-12-01';

claim('chain', 'off track, issue, project, output, measured again, closed', async (walk) => {
  const { page, word } = walk;
  const indicator = `/indicators/firms?${DAY}`;
  const stands = (standing: string) =>
    page.locator('.neat .sign-word', { hasText: new RegExp(word(`indicatorStanding.${standing}`), 'i') });
  await walk.go(indicator);
  await stands('off-path').first().waitFor();
  await walk.press(walk.link(word('issue.raise')));
  const name = { zh: '入驻企业少于序时', en: 'Firms behind schedule' }[walk.lang];
  await walk.write(walk.labelled(walk.field('issue', `name_${walk.lang}`)), name);
  await walk.write(walk.labelled(walk.field('issue', `cause_${walk.lang}`)), { zh: '二期交付晚', en: 'Phase 2 is late' }[walk.lang]);
  await walk.select(walk.labelled(walk.field('issue', 'level')), walk.value('issue', 'level', 'office'));
  await walk.find(walk.searched(walk.field('issue', 'owner')), 'industry');
  await walk.on(walk.field('issue', 'due_on'), '20261220');
  await walk.on(walk.field('issue', 'raised_on'), '20261110');
  await walk.send();
  await page.locator('.noun-page h1', { hasText: name }).waitFor();
  const issue = new URL(page.url()).pathname;
  await walk.look('issue');

  await walk.go(indicator);
  await walk.press(page.locator('section[aria-labelledby=drivers] a[href*="qf-park-2-floors"]'));
  await walk.press(walk.button(word('part.new.delivery')));
  await walk.on(walk.field('delivery', 'on'), '20261130');
  await walk.write(walk.labelled(walk.field('delivery', 'quantity')), '22000');
  await walk.find(walk.searched(walk.field('delivery', 'source')), 'SITE');
  await walk.send();
  await page.locator('.noun-page .facts', { hasText: { zh: '逾期交付', en: 'Delivered late' }[walk.lang] }).waitFor();
  await walk.look('output');

  const closeIt = async (): Promise<void> => {
    await walk.go(`${issue}?${DAY}`);
    await walk.press(walk.button(walk.action('close-issue')));
    await walk.write(
      walk.labelled(walk.field('close-issue', 'closing')),
      { zh: '十一月末复核', en: 'Counted again in November' }[walk.lang],
    );
    await walk.on(walk.field('close-issue', 'on'), '20261201');
    await walk.send();
  };
  await closeIt();
  await walk.form
    .getByText(new RegExp(word('indicatorStanding.on-path'), 'i'))
    .first()
    .waitFor();
  await walk.look('refused');
  await walk.go(indicator);
  await walk.press(walk.button(word('part.new.indicator_value')));
  await walk.select(walk.labelled(walk.field('indicator_value', 'kind')), word('value.actual'));
  await walk.write(walk.labelled(walk.field('indicator_value', 'period')), '2026-11');
  await walk.write(walk.labelled(walk.field('indicator_value', 'value')), '158');
  await walk.find(walk.searched(walk.field('indicator_value', 'source')), 'SITE');
  await walk.select(walk.labelled(walk.field('indicator_value', 'confidence')), word('confidence.high'));
  await walk.send();
  await stands('on-path').first().waitFor();
  await closeIt();
  await page.locator('.noun-page', { hasText: { zh: '已销号', en: 'Closed' }[walk.lang] }).waitFor();
});

claim('9a', 'one project, two plans: what is recorded once stands in the report of each', async (walk) => {
  const { page, word } = walk;
  await walk.go(`/projects/baiquan-depot?${DAY}`);
  await walk.press(walk.button(walk.action('record-outcome')));
  await walk.select(walk.labelled(word('record.what')), word('outcome.completed'));
  await walk.write(walk.labelled(word('record.dates')), '2026-11-28');
  await walk.find(walk.searched(word('figures.source')), 'SITE');
  await walk.select(walk.labelled(word('confidence')), word('confidence.high'));
  await walk.send();
  await page.locator('.noun-page', { hasText: '2026-11-28' }).or(page.locator('.noun-page .state-word')).first().waitFor();
  const items = async () => (await walk.api<Reports>('reports')).items;
  for (const [plan, commitment] of [
    ['plan-2025', '25-depot'],
    ['plan-2026', '26-depot'],
  ] as const) {
    const held = (await items()).length;
    await walk.go(`/reports?plan=${plan}&${DAY}`);
    await walk.send();
    await until(async () => (await items()).length === held + 1);
    const [made] = await items();
    await page.locator('.report-list > li', { hasText: made?.hash ?? 'none' }).waitFor();
    const { content } = await walk.api<ReportDetail>(`reports/${made?.number}`);
    assert.ok('commitments' in content && content.plan === plan);
    assert.equal(content.commitments.find(({ id }) => id === commitment)?.state.name, 'done');
    assert.ok(
      content.commitments.every(({ document }) => document === plan),
      'nothing of the other plan',
    );
  }
});
