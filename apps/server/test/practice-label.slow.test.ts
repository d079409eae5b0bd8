import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runSchema, sheetSchema } from '@westgate/contract';
import { z } from 'zod';
import { openOffice, PLENTY } from './office.ts';
import { textIn } from './text-in.ts';
import { zipFiles } from './zip-files.ts';

const PRACTICE = join(fileURLToPath(new URL('../../../../', import.meta.url)), 'data', 'practice');
const LABEL = { zh: '虚构练习数据', en: 'Invented practice data' } as const;
/** Answers that are no paper, list or page: tiles, the stream of changes, files as they were brought. */
const OTHERS = ['/map/tiles/', '/changes', '/evidence/'];

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

/** The run of a kind that was asked for, ended. */
async function ran(kind: string, ask: object): Promise<string> {
  const asked = await office.post('/api/v1/runs', { kind, ask });
  assert.equal(asked.status, 200, await asked.clone().text());
  const { id } = runSchema.run.parse(await asked.json());
  for (;;) {
    const found = runSchema.runs.parse(await office.get('/api/v1/runs')).items.find((run) => run.id === id);
    if (found?.endedAt) return id;
    await sleep(20);
  }
}

/** The secret in the address of a calendar that was made. */
async function calendarMade(): Promise<string> {
  const [event] = office.desk.register.event.values();
  const made = await office.post('/api/v1/calendar-feeds', { who: 'Ada', subjectKind: 'event', subjectId: event?.id });
  const { link } = z.object({ link: z.string() }).parse(await made.json());
  return link.split('/').at(-1) ?? '';
}

/** What stands in the first row of a list, or of the first sheet of a workbook. */
async function firstLook(answer: Response): Promise<string> {
  if (answer.headers.get('content-type')?.startsWith('text/csv')) return (await answer.text()).split(/\r?\n/)[0] ?? '';
  const parts = zipFiles(Buffer.from(await answer.arrayBuffer()));
  const textOf = (name: string): string => parts.get(name)?.toString('utf8') ?? '';
  const shared = textOf('xl/sharedStrings.xml').match(/<si>.*?<.si>/gs) ?? [];
  const row = /<row .*?<.row>/s.exec(textOf('xl/worksheets/sheet1.xml'))?.[0] ?? '';
  return row.replaceAll(/<v>(\d+)<.v>/g, (_, index: string) => shared[Number(index)] ?? index);
}

test('the task sheets of the practice district, which say that it is invented, are read back without a difference', async () => {
  for (const kind of ['csv', 'xlsx'])
    for (const lang of ['zh', 'en']) {
      const bytes = Buffer.from(await (await office.ask(`/api/v1/exports/task-sheet.${kind}?lang=${lang}`)).arrayBuffer());
      const file = { name: `sheet.${kind}`, base64: bytes.toString('base64') };
      const answer = await office.post('/api/v1/sheets/preview', { file });
      assert.equal(answer.status, 200, await answer.clone().text());
      const { rows, faults, isOurs } = sheetSchema.taskSheet.parse(await answer.json());
      const states = new Set(rows.flatMap(({ fields }) => fields.map(({ state }) => state)));
      assert.deepEqual(
        [isOurs, rows.length, faults, [...states]],
        [true, office.desk.register.commitment.size, [], ['same']],
        `${kind} ${lang}`,
      );
    }
});

for (const lang of ['zh', 'en'] as const) {
  test(`every paper, list and public page of the practice district says that it is invented, also where its notice was emptied, ${lang}`, async () => {
    const [floodCase] = office.desk.register.flood_case.keys();
    const [district] = office.desk.register.district.values();
    assert.ok(district);
    const empty = { table: 'district', key: district.id, rev: district.rev, fields: { notice_zh: null, notice_en: null } } as const;
    if (district.notice_en !== null) await office.desk.revise(empty, { who: 'Ada' });
    const title = { zh: '报告', en: 'Report' };
    if (office.desk.register.report.size === 0) await office.post('/api/v1/reports', { who: 'Ada', title });
    const run = await ran('public-pages', { to: 'archive' });
    const floodRun = await ran('flood', { floodCase });
    const secret = await calendarMade();
    const ofFlood = /^(.*\/flood-cases\/)\{id\}(.*)$/;
    const paths = (await downloads()).map((path) =>
      path.replace(ofFlood, `$1${floodCase}$2?run=${floodRun}`).replace('{id}', run).replace('{secret}', secret),
    );
    assert.ok(paths.length > 30, `${paths.length} files`);
    for (const path of paths) {
      const isSite = path.endsWith('site.zip') || path.includes(run);
      const query = path.endsWith('frozen.json') || isSite ? '' : `${path.includes('?') ? '&' : '?'}lang=${lang}`;
      const answer = await office.ask(`${path}${query}${path.endsWith('monthly.xlsx') ? '&month=2026-11' : ''}`);
      assert.equal(answer.status, 200, path);
      const copy = answer.clone();
      const text = await textIn(answer);
      if (/\.(csv|xlsx)(\?|$)/.test(path))
        assert.ok((await firstLook(copy)).includes(LABEL[lang]), `${path} ${lang}: where one looks first`);
      assert.ok(text.includes(LABEL[lang]), `${path} ${lang}`);
      if (!isSite) continue;
      const pages = text.split(/<!doctype html>/i).slice(1);
      assert.ok(pages.length > 200, `${pages.length} pages`);
      const bare = pages.filter((page) => !page.includes(LABEL.zh) && !page.includes(LABEL.en));
      // The page of an address that is none tells nothing of the district.
      assert.deepEqual(
        bare.map((page) => /<title>(.*)<.title>/.exec(page)?.[1]),
        ['页面不存在'],
      );
    }
  });
}
