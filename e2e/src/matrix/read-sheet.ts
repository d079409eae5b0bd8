import type { Page } from 'playwright-core';

/** Gives the screen a sheet with a clear row, one that is open, and one that is wrong. */
export async function readSheet(page: Page): Promise<void> {
  const rows = [
    '重点任务分解表',
    '序号,重点任务,主责单位,完成时限,进展',
    '1,绿道贯通五公里,区鸟务局,6月底前,',
    '2,旧厂房清点,,看情况,一半',
    '3,#REF!,,,',
  ];
  const buffer = Buffer.from(rows.join('\n'));
  await page.locator('.sheet-source input[type=file]').setInputFiles({ name: 'tasks.csv', mimeType: 'text/csv', buffer });
  await page.locator('.sheet-rows tbody tr').first().waitFor();
}
