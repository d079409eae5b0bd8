import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GatheredKind, gatheringOf, memberSums, type Row, worstOf } from '@westgate/domain';
import { districtOf, link } from '../district.ts';

const register = districtOf({
  district: [
    {
      id: 'd',
      axes: [{ id: 'icon', name: { zh: '名片', en: 'Icon' }, values: [{ id: 'fair', name: { zh: '会', en: 'Fair' } }] }],
      units: { ha: { zh: '公顷', en: 'ha' }, km2: { zh: '平方公里', en: 'km²' }, m: { zh: '米', en: 'm' }, percent: { zh: '%', en: '%' } },
    },
  ],
  document: [{ id: 'plan', kind: 'plan', covers: '2024' }],
  sentence: [
    { id: 's1', document: 'plan', paragraph: 1, position: 1, kind: 'promise', tags: ['icon:fair'] },
    { id: 's2', document: 'plan', paragraph: 1, position: 2, kind: 'promise' },
  ],
  commitment: [
    { id: 'hold', sentence: 's1' },
    { id: 'build', sentence: 's2' },
  ],
  place: [{ id: 'works' }, { id: 'hall' }, { id: 'mill' }, { id: 'yard' }],
  project: [{ id: 'conversion' }, { id: 'other' }],
  event: [{ id: 'fair-2024', place: 'hall', tags: ['icon:fair'] }],
  park: [{ id: 'mill-park', place: 'mill' }],
  industry: [{ id: 'design' }],
  indicator: [{ id: 'visits' }, { id: 'firms' }, { id: 'apart' }],
  link: [
    link('place:hall', 'member-of', 'place:works'),
    link('place:mill', 'member-of', 'place:works'),
    link('place:yard', 'member-of', 'place:works'),
    link('project:conversion', 'stands-on', 'place:hall'),
    link('project:conversion', 'serves', 'commitment:build'),
    link('project:conversion', 'serves', 'industry:design'),
    link('indicator:visits', 'measures', 'commitment:hold'),
    link('indicator:firms', 'measures', 'project:conversion'),
  ],
});
const told = (of: Parameters<typeof gatheringOf>[1], kind: GatheredKind): readonly string[] =>
  gatheringOf(register, of)[kind].map(({ id, by }) => (by ? `${id} by ${by.kind} ${by.id}` : id));

test('under a value stands what carries it, what inherits it from a commitment, and what hangs on the first; each says by what', () => {
  const fair = { axis: 'icon', value: 'fair' };
  assert.deepEqual(told(fair, 'commitment'), ['hold']);
  assert.deepEqual(told(fair, 'event'), ['fair-2024']);
  assert.deepEqual(told(fair, 'place'), ['hall by event fair-2024']);
  assert.deepEqual(told(fair, 'indicator'), ['visits by commitment hold']);
  // The project on the venue would be a second step.
  assert.deepEqual(told(fair, 'project'), []);
});

test('in a place stands what is on it and its members, with what the projects there carry; each record once', () => {
  const works = { place: 'works' };
  assert.deepEqual(told(works, 'place'), ['works', 'hall', 'mill', 'yard']);
  assert.deepEqual(told(works, 'project'), ['conversion by place hall']);
  assert.deepEqual(told(works, 'park'), ['mill-park by place mill']);
  assert.deepEqual(told(works, 'event'), ['fair-2024 by place hall']);
  assert.deepEqual(told(works, 'industry'), ['design by project conversion']);
  assert.deepEqual(told(works, 'indicator'), ['firms by project conversion']);
  assert.deepEqual(told(works, 'commitment'), ['build by place hall']);
});

test('over members areas add up in one unit, the latest of each; lengths and shares do not, and not known is not nought', () => {
  const figure = (label: string, value: number | null, unit: string, period: string): Row<'figure'> =>
    ({ label_zh: label, label_en: label, value, unit, period }) as unknown as Row<'figure'>;
  const sums = memberSums(register, [
    [figure('site', 100, 'ha', '2020'), figure('site', 120, 'ha', '2023'), figure('height', 60, 'm', '2019')],
    [figure('site', 1, 'km2', '2021'), figure('let', 80, 'percent', '2023')],
    [figure('site', null, 'ha', '2023')],
    [],
  ]);
  assert.deepEqual(
    sums.map(({ named, sum, parts, of }) => [named.label_en, named.unit, sum, parts.map(({ member }) => member), of]),
    [['site', 'ha', 220, [0, 1], 4]],
  );
});

test('of a project and what it serves the graver is told alone, so that others have room', () => {
  const records = [
    { kind: 'project', id: 'conversion' },
    { kind: 'commitment', id: 'build' },
    { kind: 'commitment', id: 'hold' },
    { kind: 'project', id: 'other' },
  ] as const;
  assert.deepEqual(
    worstOf(register, records, 2).map(({ id }) => id),
    ['conversion', 'hold'],
  );
  assert.deepEqual(
    worstOf(register, [...records].reverse(), 4).map(({ id }) => id),
    ['other', 'hold', 'build'],
  );
});
