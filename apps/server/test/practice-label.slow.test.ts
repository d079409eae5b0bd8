import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openOffice, PLENTY } from './office.ts';
import { textIn } from './text-in.ts';

const PRACTICE = join(fileURLToPath(new URL('../../../../', import.meta.url)), 'data', 'practice');
const LABEL = { zh: '虚构练习数据', en: 'Invented practice data' } as const;
/** Answers that are no paper, list or page: tiles, the stream of changes, files as they were brought; and a sheet that is all columns, to be brought back. */
const OTHERS = ['/map/tiles/', '/changes', '/evidence/', '/task-sheet.csv'];

const openApi = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).optional() })) }),
    ),
  ),
});

const office = await openOffice(PRACTICE, null, PLENTY);

/** Every address that answers with a file, from the document of the API. */
async function downloads(): Promise<readonly string[]> {
  const { paths } = openApi.parse(await office.get('/api/openapi.json'));
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const isJson = Object.keys(get?.responses['200']?.content ?? {}).join() === 'application/json';
    return !get || isJson || OTHERS.some((part) => path.includes(part)) ? [] : [path.replace('{number}', '1')];
  });
}

for (const lang of ['zh', 'en'] as const) {
  test(`every paper, list and public page of the practice district says that it is invented, also where its notice was emptied, ${lang}`, async () => {
    const [district] = office.desk.register.district.values();
    assert.ok(district);
    const empty = { table: 'district', key: district.id, rev: district.rev, fields: { notice_zh: null, notice_en: null } } as const;
    if (district.notice_en !== null) await office.desk.revise(empty, { who: 'Ada' });
    const title = { zh: '报告', en: 'Report' };
    if (office.desk.register.report.size === 0) await office.post('/api/v1/reports', { who: 'Ada', title });
    const paths = await downloads();
    assert.ok(paths.length > 30, `${paths.length} files`);
    for (const path of paths) {
      const query = path.endsWith('frozen.json') || path.endsWith('site.zip') ? '' : `?lang=${lang}`;
      const answer = await office.ask(`${path}${query}${path.endsWith('monthly.xlsx') ? '&month=2026-11' : ''}`);
      assert.equal(answer.status, 200, path);
      const text = await textIn(answer);
      assert.ok(text.includes(LABEL[lang]), `${path} ${lang}`);
      if (!path.endsWith('site.zip')) continue;
      const pages = text.split(/<!doctype html>/i).slice(1);
      assert.ok(pages.length > 200, `${pages.length} pages`);
      const bare = pages.filter((page) => !page.includes(LABEL.zh) && !page.includes(LABEL.en));
      // The page of an address that is none tells nothing of the district.
      assert.deepEqual(
        bare.map((page) => /<title>(.*)<.title>/.exec(page)?.[1]),
        ['没有这一页'],
      );
    }
  });
}
