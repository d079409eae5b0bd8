import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { IndicatorBoard, IndicatorDetail, PlanDocument } from '@westgate/contract';
import { openOffice } from './office.ts';

const office = await openOffice(fileURLToPath(new URL('../../../../data/practice', import.meta.url)));
const board = async (query = ''): Promise<IndicatorBoard> => (await office.get(`/api/v1/indicator-board${query}`)) as IndicatorBoard;
const signed = { who: 'Ada', reason: '' };

test('an indicator stands the same whichever plan is shown, its formula too', async () => {
  const whole = new Map((await board()).rows.map((row) => [row.indicator.id, row]));
  const { documents } = (await office.get('/api/v1/district')) as { readonly documents: readonly PlanDocument[] };
  const link = { from_kind: 'indicator', from_id: 'jobs-per-firm', relation: 'measures', to_kind: 'project', to_id: 'qingfang-park-2' };
  await office.post('/api/v1/edits', { ...signed, edits: [{ action: 'create', table: 'link', fields: link }] });
  let seen = 0;
  for (const { id } of documents) {
    for (const row of (await board(`?plan=${id}`)).rows) {
      const { standing, why, gap, latest, target } = whole.get(row.indicator.id) ?? {};
      assert.deepEqual(
        [row.standing, row.why, row.gap, row.latest, row.target],
        [standing, why, gap, latest, target],
        `${id} ${row.indicator.id}`,
      );
      seen += 1;
    }
  }
  assert.ok(seen > 10, `${seen} rows`);
});

test('a corrected input moves what is calculated from it in the next answer, and an undo moves it back', async () => {
  const share = async (): Promise<number | undefined> =>
    (await board()).rows.find((row) => row.indicator.id === 'jobs-per-firm')?.latest?.value;
  const before = await share();
  const firms = (await office.get('/api/v1/indicators/firms')) as IndicatorDetail;
  const last = firms.values.find(({ kind, period }) => kind === 'actual' && period === '2026-10');
  assert.ok(last);
  const key = `firms|actual|2026-10|${last.source.id}`;
  const fields = { value: last.value * 2, source: last.source.id, confidence: last.confidence, status: 'final' };
  const edits = [{ action: 'revise', table: 'indicator_value', key, rev: last.rev, fields }];
  const { seq } = (await (await office.post('/api/v1/edits', { ...signed, edits })).json()) as { readonly seq: number };
  assert.ok(before !== undefined && Math.abs(((await share()) ?? 0) - before / 2) < 0.01);
  await office.post(`/api/v1/deeds/${seq}/undo`, signed);
  assert.equal(await share(), before);
});

test('an issue that an indicator shows is closed only by a later value on its path; one without owner or due date not at all', async () => {
  const refused = async (path: string, body: object): Promise<string> => {
    const answer = await office.send('POST', path, body);
    assert.equal(answer.status, 400, await answer.clone().text());
    return ((await answer.json()) as { readonly detail: string }).detail;
  };
  const closing = { ...signed, closing: { zh: null, en: 'seen on site' }, on: '2026-11-20' };
  assert.match(await refused('/api/v1/issues/firms-slow/close', closing), /off track/);
  const fields = { id: 'loose', name_en: 'A loose end', level: 'office' };
  await office.post('/api/v1/issues', { ...signed, fields });
  assert.match(await refused('/api/v1/issues/loose/close', closing), /an owner and a due date/);
  const decided = { ...signed, decision: { zh: null, en: 'tie it' }, owner: 'industry', dueOn: '2026-12-31', on: '2026-11-19' };
  await office.post('/api/v1/issues/loose/decide', decided);
  await office.post('/api/v1/issues/loose/close', closing);
  assert.match(await refused('/api/v1/issues/loose/close', closing), /not closed/);
});
