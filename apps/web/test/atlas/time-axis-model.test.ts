import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence, ProjectDetail } from '@westgate/contract';
import { chooseTimeProjects, shareOf, stripAxis, timeBar } from '../../src/screens/places/atlas/time-axis-model.ts';

const SPAN = { from: '2010-05-01', to: '2025-12-31' };
const unsaid = { zh: null, en: null };

test('the strip shows whole years: the last four at first, all of them when asked', () => {
  assert.deepEqual(stripAxis(SPAN, '2026-11-25', '2026-11-25', true), { from: '2022-01-01', to: '2026-12-31' });
  assert.deepEqual(stripAxis(SPAN, '2026-11-25', '2026-11-25', false), { from: '2010-01-01', to: '2026-12-31' });
});

test('the day shown always lies on the strip', () => {
  assert.equal(stripAxis(SPAN, '2026-11-25', '2012-03-31', true).from, '2012-01-01');
  assert.equal(stripAxis(SPAN, '2026-11-25', '2030-03-31', true).to, '2030-12-31');
});

test('a project runs from its first evidence to the day it was done', () => {
  const axis = stripAxis(SPAN, '2026-11-25', '2026-11-25', true);
  const bar = timeBar(
    project({ state: 'done', since: '2024-10-01', due: '2024-12-31', dates: ['2022-10', '2024-10-01'] }),
    axis,
    '2026-11-25',
  );
  assert.equal(bar?.from, shareOf(axis, '2022-10-01'));
  assert.equal(bar?.to, shareOf(axis, '2024-10-01'));
  assert.equal(bar?.open, false);
  assert.deepEqual(
    bar?.marks.map(({ share }) => share),
    [shareOf(axis, '2022-10-31'), shareOf(axis, '2024-10-01')],
  );
});

test('without a due date or an end the bar is open at the day shown', () => {
  const axis = stripAxis(SPAN, '2026-11-25', '2025-01-01', true);
  const bar = timeBar(project({ state: 'under-way', since: '2023-01-01', due: null, dates: ['2023'] }), axis, '2025-01-01');
  assert.equal(bar?.open, true);
  assert.equal(bar?.to, shareOf(axis, '2025-01-01'));
});

test('a project of which nothing is dated has no bar', () => {
  assert.equal(
    timeBar(
      project({ state: 'not-known', since: null, due: null, dates: [] }),
      stripAxis(SPAN, '2026-11-25', '2026-11-25', true),
      '2026-11-25',
    ),
    null,
  );
});

test('the strip shows what is wanted, the best dated first, and no more than it has room for', () => {
  const dated = project({ id: 'dated', state: 'done', since: '2024-01-01', due: '2024-06-30', dates: [] });
  const due = project({ id: 'due', state: 'not-known', since: null, due: '2024-06-30', dates: [] });
  const bare = project({ id: 'bare', state: 'not-known', since: null, due: null, dates: [] });
  const many = ['a', 'b', 'c', 'd'].map((id) => project({ id, state: 'done', since: '2020-01-01', due: null, dates: [] }));
  assert.deepEqual(
    chooseTimeProjects([bare, due, dated], null).map(({ id }) => id),
    ['dated', 'due'],
  );
  assert.deepEqual(
    chooseTimeProjects([bare, due, dated], ['bare']).map(({ id }) => id),
    ['bare'],
  );
  assert.equal(chooseTimeProjects([...many, dated], null).length, 4);
});

interface Given {
  readonly id?: string;
  readonly state: ProjectDetail['state']['name'];
  readonly since: string | null;
  readonly due: string | null;
  readonly dates: readonly string[];
}

function project({ id = 'p', state, since, due, dates }: Given): ProjectDetail {
  return {
    id,
    name: unsaid,
    kind: 'programme',
    code: null,
    category: null,
    nature: null,
    siteWords: null,
    scope: unsaid,
    builder: null,
    leader: null,
    startWords: null,
    finishWords: null,
    contact: null,
    leadWords: null,
    listNumber: null,
    section: null,
    approvalsWords: null,
    yearGoalWords: null,
    verbClass: null,
    rule: unsaid,
    lead: null,
    leadBasis: unsaid,
    due: due === null ? null : { on: due, basis: unsaid, source: null },
    reporting: { cadence: null, standing: null, last: null, person: null, coOperating: [] },
    ownCadence: null,
    noPlaceReason: unsaid,
    aim: null,
    tags: [],
    plans: [],
    under: [],
    state: { name: state, timing: null, since, due, latest: null, reason: unsaid, tail: unsaid },
    sentenceIds: [],
    commitmentIds: [],
    placeIds: ['somewhere'],
    indicatorIds: [],
    linked: { sentences: 0, commitments: 0, places: 0, projects: 0, indicators: 0 },
    note: unsaid,
    rev: 1,
    evidence: dates.map(happened),
    figures: [],
    outputs: [],
    drives: [],
    previous: null,
    next: null,
  };
}

function happened(dates: string): Evidence {
  return {
    id: dates,
    subject: { kind: 'project', id: 'p', name: unsaid },
    what: 'progress',
    dates,
    value: null,
    unit: null,
    unitName: unsaid,
    newDueOn: null,
    source: null,
    confidence: 'high',
    note: unsaid,
    counts: true,
    why: unsaid,
    changed: null,
    rev: 1,
  };
}
