import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema, endpoint, nounSchema, recordSchema } from '@westgate/contract';

const QUERIES = {
  sentences: nounSchema.sentenceQuery,
  commitments: nounSchema.commitmentQuery,
  places: nounSchema.placeQuery,
  projects: nounSchema.projectQuery,
  indicators: nounSchema.indicatorQuery,
  events: recordSchema.PLAIN.event.query,
  parks: recordSchema.PLAIN.park.query,
  departments: recordSchema.PLAIN.department.query,
  search: districtSchema.searchQuery.partial({ q: true }),
};

test('every query takes the day, fills in its limit and refuses what it does not know', () => {
  for (const [name, query] of Object.entries(QUERIES)) {
    const parsed = query.parse({ asOf: '2024-12-31' });
    assert.equal(parsed.asOf, '2024-12-31', name);
    assert.ok(parsed.limit > 0, name);
    assert.ok(!query.safeParse({ colour: 'red' }).success, name);
    assert.ok(!query.safeParse({ asOf: '2024-02-30' }).success, name);
    assert.ok(!query.safeParse({ limit: '501' }).success, name);
  }
});

test('every order runs both ways', () => {
  assert.ok(nounSchema.commitmentQuery.safeParse({ sort: 'due' }).success);
  assert.ok(nounSchema.commitmentQuery.safeParse({ sort: '-due' }).success);
  assert.ok(!nounSchema.commitmentQuery.safeParse({ sort: '--due' }).success);
});

test('an outcome draft fills in what may be left out', () => {
  const given = { subjectKind: 'project', subjectId: 'wall', what: 'started', dates: '2025-01', confidence: 'high', who: ' Ada ' };
  const { body } = endpoint('record-outcome');
  const draft = body.parse(given);
  assert.deepEqual([draft.value, draft.note, draft.reason, draft.who], [null, { zh: null, en: null }, '', 'Ada']);
  assert.ok(!body.safeParse({ ...given, who: '  ' }).success);
  assert.ok(!body.safeParse({ ...given, what: 'rumoured' }).success);
});

test('a period is a year, a quarter, a day or two of these', () => {
  for (const period of ['2024', '2024-Q1', '2024-03-31', '2021/2024']) assert.ok(commonSchema.period.safeParse(period).success, period);
  for (const period of ['', '24', '2024-Q5', '2025/2024', '31.3.2024']) assert.ok(!commonSchema.period.safeParse(period).success, period);
});
