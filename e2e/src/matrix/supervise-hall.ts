import type { Page } from 'playwright-core';

/** Puts a project under supervision, so that there is a matter to be seen; its id follows from what is asked. */
export async function superviseHall(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const departments: { items: readonly { id: string }[] } = await (await fetch('/api/v1/departments?limit=1')).json();
    const asked = { zh: '开放大厅', en: 'Open the hall' };
    const body = {
      who: 'walk',
      subjectKind: 'project',
      subjectId: 'old-compounds-remaining',
      asked,
      lead: departments.items[0]?.id,
      dueOn: '2024-03-29',
    };
    await fetch('/api/v1/supervision', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  });
  await page.reload();
  await page.locator('.ladder').waitFor();
}
