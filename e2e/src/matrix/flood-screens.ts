import type { Page } from 'playwright-core';
import type { TestedScreen } from './tested-screen.ts';

/** The flood lab: its cases, a run that is looked at, and the design of a case. */
export const FLOOD_SCREENS: readonly TestedScreen[] = [
  { name: { zh: '洪水推演', en: 'Flood lab' }, route: '/flood', path: '/flood', ready: '.flood-list tbody tr' },
  {
    name: { zh: '洪水情景的推演', en: 'A flood case that was run' },
    route: '/flood/$id',
    path: '/flood/yongding-reach',
    ready: '.flood-lab h1',
    open: runOnce,
  },
  {
    name: { zh: '编辑情景内容', en: 'The design of a flood case' },
    route: '/flood/$id/design',
    path: '/flood/yongding-reach/design',
    ready: 'main h1',
  },
];

/** Has the case worked out once, and what it depends on; whoever comes after finds the runs. */
async function runOnce(page: Page): Promise<void> {
  const api = `${new URL(page.url()).origin}/api/v1/runs`;
  const { items } = (await (await page.request.get(api)).json()) as { readonly items: readonly { readonly kind: string }[] };
  if (!items.some(({ kind }) => kind === 'flood'))
    await page.request.post(api, { data: { kind: 'flood', ask: { floodCase: 'yongding-reach', cellM: 360 } } });
  if (!items.some(({ kind }) => kind === 'flood-sensitivity'))
    await page.request.post(api, { data: { kind: 'flood-sensitivity', ask: { floodCase: 'yongding-reach', rmseM: 2, cellM: 540 } } });
  await page.locator('.flood-stage').waitFor({ timeout: 120_000 });
  await page.locator('.flood-search table').first().waitFor({ timeout: 120_000 });
}
