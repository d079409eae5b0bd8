import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vocabulary } from '@westgate/domain';
import { link, outcome, promiseOf, stateOn } from '../district.ts';

type Rows = NonNullable<Parameters<typeof promiseOf>[1]>;
type Cells = NonNullable<Parameters<typeof promiseOf>[2]>;

const ON = '2024-12-31';
const works = (...rows: ReturnType<typeof outcome>[]): Rows => ({
  project: [{ id: 'a', name_zh: '甲', name_en: 'A', due_on: ON }],
  link: [link('project:a', 'serves', 'commitment:c')],
  outcome: rows,
});
const measured = (dates: string, value: number) => outcome('project:a', 'measured', dates, { value, unit: 'points' });

/** For each class of verb what fulfils a promise of it, by a project or an event that serves it. */
const FULFILLED: Readonly<Record<Exclude<vocabulary.VerbClass, 'aim'> | 'none', Rows>> = {
  start: works(outcome('project:a', 'started', '2024-03-29')),
  expedite: works(outcome('project:a', 'completed', '2024-06-30')),
  continue: works(outcome('project:a', 'opened', '2024-06-30')),
  host: {
    event: [{ id: 'e', name_en: 'Fair', dates: '2024-05-02' }],
    link: [link('commitment:c', 'names', 'event:e')],
    outcome: [outcome('event:e', 'held', '2024-05-02')],
  },
  implement: works(outcome('project:a', 'completed', '2024-06-30')),
  establish: works(outcome('project:a', 'opened', '2024-06-30')),
  'construct-series': works(outcome('project:a', 'completed', '2024-06-30')),
  improve: works(measured('2024-02', 60), measured('2024-10', 72)),
  promote: works(outcome('project:a', 'completed', '2024-06-30')),
  integrate: {
    ...works(outcome('project:a', 'started', '2024-06-30')),
    place: [{ id: 'x' }, { id: 'y' }],
    link: [
      link('commitment:c', 'names', 'place:x'),
      link('commitment:c', 'names', 'place:y'),
      link('project:a', 'stands-on', 'place:x'),
      link('project:a', 'stands-on', 'place:y'),
    ],
  },
  'plan-ahead': works(outcome('project:a', 'adopted', '2024-03-01'), outcome('project:a', 'reviewed', '2024-11-10')),
  none: works(outcome('project:a', 'completed', '2024-06-30')),
};

function stateOfClass(verbClass: string, more: Rows = {}, cells: Cells = {}) {
  const rows = FULFILLED[verbClass as keyof typeof FULFILLED];
  return stateOn(promiseOf(verbClass === 'none' ? null : verbClass, { ...rows, ...more }, { due_on: ON, ...cells }), 'commitment:c', ON);
}

const CLASSES = ['none', ...vocabulary.VERB_CLASSES.filter((each) => each !== 'aim')];

for (const verbClass of CLASSES) {
  test(`${verbClass}: an open list is never done, the known part at most`, () => {
    assert.equal(stateOfClass(verbClass).name, 'done', 'with its list closed');
    const open = stateOfClass(verbClass, {}, { list_closed: false });
    assert.deepEqual([open.name, open.tail.en], ['under-way', verbClass === 'start' ? 'known part begun' : 'known part done']);
    assert.match(open.reason.zh ?? '', /清单未闭合.*已知部分/);
    assert.equal(open.timing, null);
  });

  if (verbClass === 'host') continue;
  test(`${verbClass}: a phase that is not done holds it at the known part`, () => {
    const phase = (id: string, stage: string) => ({ id, project: 'a', position: 1, name_zh: id, name_en: id, stage });
    const enough = verbClass === 'start' ? 'under-way' : 'done';
    assert.equal(stateOfClass(verbClass, { component: [phase('one', enough), phase('two', enough)] }).name, 'done');
    for (const stage of vocabulary.COMPONENT_STAGES.filter((each) => each !== 'done' && each !== enough)) {
      const state = stateOfClass(verbClass, { component: [phase('one', 'done'), phase('two', stage)] });
      assert.deepEqual([state.name, state.tail.zh], ['under-way', verbClass === 'start' ? '已知部分开工' : '已知部分完成'], stage);
      assert.match(state.reason.en ?? '', /two is not known/);
    }
  });
}

test('a later month that reports part of the work holds a finished project at the known part', () => {
  const month = (name: string, share: number) => ({ project: 'a', month: name, share, reported_on: '2024-12-01' });
  assert.equal(stateOfClass('continue', { monthly_progress: [month('2024-06', 0.4)] }).name, 'done', 'of the month it was opened in');
  assert.equal(stateOfClass('continue', { monthly_progress: [month('2024-08', 1)] }).name, 'done');
  const state = stateOfClass('continue', { monthly_progress: [month('2024-08', 0.4)] });
  assert.deepEqual([state.name, state.tail.en], ['under-way', 'known part done']);
  assert.match(state.reason.en ?? '', /August 2024 reports 40% of the work on site/);
});

test('past its day, a promise of which only the known part is done is not known, and says what is', () => {
  const rows = FULFILLED.continue;
  const state = stateOn(promiseOf('continue', rows, { due_on: ON, list_closed: false }), 'commitment:c', '2025-06-30');
  assert.deepEqual([state.name, state.tail.en], ['not-known', 'known part done']);
});

test('where nothing is named, the words of the promise tell whether there is a list to close', () => {
  const opened = { outcome: [outcome('commitment:c', 'opened', '2024-06-30')] };
  const nameOf = (cells: Cells) => stateOn(promiseOf('continue', opened, { list_closed: false, ...cells }), 'commitment:c', ON).name;
  for (const clause of ['greens the Xishan Greenway and other areas', 'major events such as the fair', 'parks including the north one']) {
    assert.equal(nameOf({ clause_en: clause }), 'under-way', clause);
  }
  for (const clause of ['西山绿道等处的绿化', '举办服贸会、科幻大会等大型活动', '推进园区及其他项目'])
    assert.equal(nameOf({ clause_zh: clause }), 'under-way', clause);
  for (const clause of ['opens the academy', 'the other side of the river']) assert.equal(nameOf({ clause_en: clause }), 'done', clause);
  for (const clause of ['建设高等学校', '提升服务等级', '促进平等就业']) assert.equal(nameOf({ clause_zh: clause }), 'done', clause);
});
