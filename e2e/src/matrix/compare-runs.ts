import type { Page } from 'playwright-core';

/** Has the public pages made twice, and compares the two. */
export async function compareRuns(page: Page): Promise<void> {
  const data = { kind: 'public-pages', ask: { to: 'archive', asOf: '2025-06-30' } };
  // Runs of other kinds cannot be compared with them.
  const done = page.locator('li[data-run=done]', { hasText: /生成公开网页|Make the public pages/ });
  for (let count = await done.count(); count < 2; count += 1) {
    await page.request.post(`${new URL(page.url()).origin}/api/v1/runs`, { data });
    await done.nth(count).waitFor({ timeout: 120_000 });
  }
  for (const index of [0, 1]) await done.nth(index).getByRole('checkbox').check();
  await page.locator('#runs-compared').waitFor();
}
