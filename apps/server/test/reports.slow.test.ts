import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { districtSchema, nounSchema, reportSchema } from '@westgate/contract';
import { EXAMPLE, openOffice } from './office.ts';

const office = await openOffice(EXAMPLE);
const DAY = '2025-06-30';

async function make(body: object, headers: Record<string, string> = {}) {
  const answer = await office.post('/api/v1/reports', { title: { zh: '台账报告', en: 'Ledger' }, asOf: DAY, who: 'Ada', ...body }, headers);
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  return reportSchema.reportReceipt.parse(JSON.parse(text));
}

test('a report says what the screens say of its day: coverage, commitments, indicators', async () => {
  const { number } = await make({});
  const { asOf, ...detail } = reportSchema.reportDetail.parse(await office.get(`/api/v1/reports/${number}`));
  const content = reportSchema.reportContent.parse(detail.content);
  const {
    gaps,
    gapCounts,
    asOf: _day,
    seq: _seq,
    ...coverage
  } = districtSchema.coverage.parse(await office.get(`/api/v1/coverage?asOf=${DAY}`));
  assert.equal(asOf, DAY);
  assert.deepEqual(content.coverage, coverage);
  assert.deepEqual(
    content.gaps.map(({ kind, id, gap, name, reason }) => ({ thing: { kind, id, name }, gap, reason })),
    gaps,
  );
  const commitments = nounSchema.commitmentPage.parse(await office.get(`/api/v1/commitments?asOf=${DAY}&limit=500`));
  assert.deepEqual(
    content.commitments.map(({ id, number: at, title, owner, due, state, aim }) => ({
      id,
      at,
      title,
      owner,
      due: due?.on,
      state: state.name,
      reason: state.reason,
      aim,
    })),
    commitments.items.map(({ id, number: at, title, owner, due, state, aim }) => ({
      id,
      at,
      title,
      owner: owner && { id: owner.id, name: owner.name },
      due: due?.on,
      state: state.name,
      reason: state.reason,
      aim,
    })),
  );
  const indicators = nounSchema.indicatorPage.parse(await office.get(`/api/v1/indicators?asOf=${DAY}&limit=500&sort=id`));
  const byId = new Map(content.indicators.map((indicator) => [indicator.id, indicator]));
  for (const { id, actual, target, unitName } of indicators.items) {
    const frozen = byId.get(id);
    assert.deepEqual([frozen?.actual?.value, frozen?.target?.value, frozen?.unitName], [actual?.value, target?.value, unitName], id);
  }
});

test('the bytes of a report hash to its hash, and it verifies; later outcomes leave it as it is', async () => {
  const { number, hash } = await make({});
  const bytes = async () => Buffer.from(await (await office.ask(`/api/v1/reports/${number}/frozen.json`)).arrayBuffer());
  const frozen = await bytes();
  assert.equal(createHash('sha256').update(frozen).digest('hex'), hash);
  const outcome = {
    subjectKind: 'project',
    subjectId: 'shijingshan-academy',
    what: 'opened',
    dates: '2025-05-01',
    confidence: 'high',
    who: 'Ada',
  };
  assert.equal((await office.post('/api/v1/outcomes', outcome)).status, 200);
  assert.deepEqual(await bytes(), frozen);
  const check = reportSchema.reportCheck.parse(await office.get(`/api/v1/reports/${number}/check`));
  assert.deepEqual(check, { number, hash, computed: hash, head: 'matches', ok: true });
});

test('reports are listed newest first, with who made each; undoing the deed takes one away, and its number is not given again', async () => {
  const { number, seq } = await make({ title: { zh: null, en: 'To be taken back' } });
  const [newest] = reportSchema.reports.parse(await office.get('/api/v1/reports')).items;
  assert.deepEqual([newest?.number, newest?.changed?.who, newest?.changed?.seq, newest?.head.seq], [number, 'Ada', seq, seq - 1]);
  assert.equal((await office.post(`/api/v1/deeds/${seq}/undo`, { who: 'Ada' })).status, 200);
  assert.equal((await office.ask(`/api/v1/reports/${number}`)).status, 404);
  assert.equal((await make({})).number, number + 1);
});

test('papers of a report come as Word documents and a workbook; wrong wishes are told', async () => {
  const { number } = await make({});
  for (const path of ['report.docx?lang=zh&layout=official', 'report.docx?lang=en', 'figures.xlsx?lang=en', 'figures.xlsx']) {
    const answer = await office.ask(`/api/v1/reports/${number}/${path}`);
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers.get('content-type') ?? '', /openxmlformats/);
    assert.equal(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 2), 'PK');
  }
  for (const [path, status] of [
    [`${number}/report.docx?layout=fancy`, 400],
    [`${number}/report.docx?asOf=2025-01-01`, 400],
    ['999/report.docx', 404],
    ['0', 400],
    ['999/check', 404],
  ] as const) {
    assert.equal((await office.ask(`/api/v1/reports/${path}`)).status, status, path);
  }
  for (const body of [{ title: { zh: ' ', en: null } }, { asOf: '2025-02-30' }, { asOf: '2100-01-01' }, { title: 'text' }, { colour: 1 }]) {
    const answer = await office.post('/api/v1/reports', { title: { zh: '题', en: null }, who: 'Ada', ...body });
    assert.equal(answer.status, 400, JSON.stringify(body));
  }
});

test('a request with the same key makes one report', async () => {
  const key = { 'idempotency-key': 'report-once' };
  assert.deepEqual(await make({}, key), await make({}, key));
});

test('the coverage sheet comes in both forms, and the brief tells what differs between two days', async () => {
  for (const path of ['coverage.xlsx?lang=zh', 'coverage.docx?lang=en&layout=official']) {
    assert.equal((await office.ask(`/api/v1/exports/${path}&asOf=${DAY}`)).status, 200, path);
  }
  const brief = reportSchema.brief.parse(await office.get(`/api/v1/brief?asOf=${DAY}&since=2024-03-01`));
  const page = async (day: string) => nounSchema.commitmentPage.parse(await office.get(`/api/v1/commitments?asOf=${day}&limit=500`)).items;
  const [before, after] = [await page('2024-03-01'), await page(DAY)];
  const differing = after.filter((commitment, index) => commitment.state.name !== before[index]?.state.name).map(({ id }) => id);
  assert.deepEqual(
    brief.changed.map(({ thing }) => thing.id),
    differing,
  );
  assert.ok(differing.length > 0);
  const coverage = districtSchema.coverage.parse(await office.get(`/api/v1/coverage?asOf=${DAY}`));
  assert.deepEqual(brief.states, coverage.states);
  assert.equal(brief.exceptionCounts['no-owner'], coverage.commitments.withoutOwner);
  assert.equal(
    brief.aims.reduce((sum, { total }) => sum + total, 0),
    coverage.commitments.total,
  );
  assert.equal(reportSchema.brief.parse(await office.get('/api/v1/brief?asOf=2025-05-31')).since, '2025-02-28');
});
