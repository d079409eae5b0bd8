import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { link, nameOn, outcome, promiseOf, stateOn } from '../district.ts';

const project = (id: string, cells = {}) => ({ id, name_zh: `项目 ${id}`, name_en: `Project ${id}`, ...cells });
const event = (id: string, dates: string) => ({ id, name_zh: `活动 ${id}`, name_en: `Event ${id}`, dates });
const indicator = (id: string, cells = {}) => ({
  id,
  name_zh: `指标 ${id}`,
  name_en: `Indicator ${id}`,
  unit: 'firms',
  direction: 'up',
  ...cells,
});
const value = (id: string, kind: string, period: string, number: number) => ({
  indicator: id,
  kind,
  period,
  value: number,
  source: 'S2',
  confidence: 'high',
});

describe('start', () => {
  const two = {
    project: [project('a'), project('b')],
    link: [link('project:a', 'serves', 'commitment:c'), link('project:b', 'serves', 'commitment:c')],
  };
  const began = (...ids: string[]) => ids.map((id) => outcome(`project:${id}`, 'started', '2024-03-29'));

  it('is done when every listed object has begun and the list is closed', () => {
    assert.equal(nameOn(promiseOf('start', { ...two, outcome: began('a', 'b') }), '2024-12-31'), 'done');
  });
  it('is under way while some have begun', () => {
    const state = stateOn(promiseOf('start', { ...two, outcome: began('a') }), 'commitment:c', '2024-12-31');
    assert.equal(state.name, 'under-way');
    assert.equal(state.tail.en, '1 / 2 begun');
  });
  it('stays not known while the list is open and nothing has begun', () => {
    const state = stateOn(promiseOf('start', two, { list_closed: false }), 'commitment:c', '2024-12-31');
    assert.equal(state.name, 'not-known');
    assert.match(state.reason.en ?? '', /list of what remains is not closed/);
    assert.match(state.reason.zh ?? '', /清单未闭合/);
  });
  it('is never done while the list is open', () => {
    assert.equal(nameOn(promiseOf('start', { ...two, outcome: began('a', 'b') }, { list_closed: false }), '2024-12-31'), 'under-way');
  });
});

describe('expedite', () => {
  it('cannot be measured without a baseline', () => {
    const state = stateOn(
      promiseOf('expedite', { outcome: [outcome('commitment:c', 'progress', '2024-05')] }),
      'commitment:c',
      '2024-12-31',
    );
    assert.equal(state.name, 'unmeasurable');
    assert.deepEqual(state.tail, { zh: '没有基线', en: 'no baseline' });
  });
  it('cannot be measured by a baseline years older than the plan', () => {
    const register = promiseOf('expedite', { outcome: [outcome('commitment:c', 'measured', '2018-01', { value: 95, unit: 'percent' })] });
    assert.equal(nameOn(register, '2024-12-31'), 'unmeasurable');
  });
  it('is done when a later measurement is better than the baseline, under way when it is not', () => {
    const measured = (later: number) =>
      promiseOf('expedite', {
        outcome: [
          outcome('commitment:c', 'measured', '2023-12', { value: 10, unit: 'percent' }),
          outcome('commitment:c', 'measured', '2024-09', { value: later, unit: 'percent' }),
        ],
      });
    assert.equal(nameOn(measured(14), '2024-12-31'), 'done');
    assert.equal(nameOn(measured(9), '2024-12-31'), 'under-way');
    assert.equal(nameOn(measured(14), '2024-06-30'), 'not-known');
  });
  it('is done when finished, early or late by the promised day; without one that it is finished is told, and no more', () => {
    const finished = (due: string | null) => {
      const project = [{ id: 'a', name_en: 'Works', verb_class: 'expedite', due_on: due }];
      const link_ = [link('project:a', 'serves', 'commitment:c')];
      const register = promiseOf('expedite', { project, link: link_, outcome: [outcome('project:a', 'completed', '2024-06-30')] });
      return ['commitment:c', 'project:a'].map((subject) => stateOn(register, subject, '2024-12-31'));
    };
    for (const state of finished('2024-12-31')) assert.deepEqual([state.name, state.timing, state.since], ['done', 'early', '2024-06-30']);
    for (const state of finished('2024-03-31')) assert.deepEqual([state.name, state.timing], ['done', 'late']);
    for (const state of finished(null)) {
      assert.deepEqual([state.name, state.timing], ['unmeasurable', null]);
      assert.match(state.reason.en ?? '', /^Completed on 30 June 2024 \(source S1\); there is no baseline/);
      assert.equal(state.counted[0]?.counts, true);
    }
  });
  it('takes the baseline of an indicator and its better direction', () => {
    const register = promiseOf('expedite', {
      indicator: [indicator('wait', { direction: 'down' })],
      indicator_value: [value('wait', 'baseline', '2023', 30), value('wait', 'actual', '2024-06', 21)],
      link: [link('indicator:wait', 'measures', 'commitment:c')],
    });
    assert.equal(nameOn(register, '2024-12-31'), 'done');
  });
});

describe('continue', () => {
  const one = { project: [project('a')], link: [link('project:a', 'serves', 'commitment:c')] };
  it('is done early, on time or late by the day of the opening', () => {
    const opened = (dates: string) =>
      stateOn(
        promiseOf('continue', { ...one, outcome: [outcome('project:a', 'opened', dates)] }, { due_on: '2024-12-31' }),
        'commitment:c',
        '2025-06-30',
      );
    assert.deepEqual([opened('2024-10-01').name, opened('2024-10-01').timing], ['done', 'early']);
    assert.deepEqual([opened('2024-12-31').name, opened('2024-12-31').timing], ['done', 'on-time']);
    assert.deepEqual([opened('2025-02-01').name, opened('2025-02-01').timing], ['done', 'late']);
  });
  it('is done when its number reaches the target of the period', () => {
    const register = promiseOf('continue', {
      indicator: [indicator('km')],
      indicator_value: [value('km', 'target', '2024', 40), value('km', 'actual', '2024-06', 25), value('km', 'actual', '2024-11', 41)],
      link: [link('indicator:km', 'measures', 'commitment:c')],
    });
    assert.equal(nameOn(register, '2024-06-30'), 'under-way');
    assert.equal(nameOn(register, '2024-12-31'), 'done');
  });
  it('says of a number that is not final that it is not, in the margin and in the reason, however long the unit is', () => {
    const told = (amount: number) =>
      stateOn(
        promiseOf('continue', {
          indicator: [indicator('km')],
          indicator_value: [
            value('km', 'target', '2024', amount + 1),
            { ...value('km', 'actual', '2024-06', amount), status: 'provisional' },
          ],
          link: [link('indicator:km', 'measures', 'commitment:c')],
        }),
        'commitment:c',
        '2024-06-30',
      );
    assert.deepEqual(told(25).tail, { zh: '25 / 26（初步数）', en: '25 / 26 (provisional)' });
    assert.deepEqual(told(1234567).tail, { zh: '1,234,567（初步数）', en: '1,234,567 (provisional)' });
    assert.match(told(25).reason.en ?? '', /25 firms \(provisional\)/);
  });
  it('says of its last number that it is out of date once a new one should be there, of no earlier number, and of none that is reached for good', () => {
    const told = (frequency: string | null, target: number, asOf: string) =>
      stateOn(
        promiseOf('continue', {
          indicator: [indicator('km', { frequency, direction: 'up' })],
          indicator_value: [
            value('km', 'target', '2024', target),
            value('km', 'actual', '2024-02', 20),
            { ...value('km', 'actual', '2024-12', 25), status: 'estimate' },
          ],
          link: [link('indicator:km', 'measures', 'commitment:c')],
        }),
        'commitment:c',
        asOf,
      );
    const fresh = told('monthly', 30, '2025-02-28');
    const old = told('monthly', 30, '2025-03-01');
    assert.doesNotMatch(`${fresh.reason.en} ${fresh.reason.zh}`, /no new value|无新值/);
    assert.match(old.reason.en ?? '', /20 firms in February 2024 .*25 firms \(estimate, no new value for 2 months\) in December 2024/);
    assert.match(old.reason.zh ?? '', /为 20 firms（来源.*25 firms（估计数，已 2 个月无新值）/);
    assert.doesNotMatch(told(null, 25, '2027-06-30').reason.en ?? '', /no new value/);
    assert.match(told(null, 26, '2027-06-30').reason.en ?? '', /no new value for 2 years/);
  });
  it('is late when a number measured after the due date is short', () => {
    const register = promiseOf(
      'continue',
      {
        indicator: [indicator('km')],
        indicator_value: [value('km', 'target', '2024', 40), value('km', 'actual', '2025-03', 30)],
        link: [link('indicator:km', 'measures', 'commitment:c')],
      },
      { due_on: '2024-12-31' },
    );
    assert.equal(nameOn(register, '2025-06-30'), 'late');
  });
});

describe('host', () => {
  const held = (...rows: ReturnType<typeof outcome>[]) =>
    promiseOf('host', {
      event: [event('fair', '2024-09-12/2024-09-16'), event('talk', '2024-11-02')],
      link: [link('commitment:c', 'names', 'event:fair'), link('commitment:c', 'names', 'event:talk')],
      outcome: rows,
    });
  it('has not begun before the first day, and names the days', () => {
    const state = stateOn(held(), 'event:fair', '2024-06-30');
    assert.equal(state.name, 'not-started');
    assert.match(state.reason.en ?? '', /12–16 September 2024/);
    assert.equal(nameOn(held(), '2024-06-30'), 'not-started');
  });
  it('is under way when some of the named events were held, done when all were', () => {
    const fair = outcome('event:fair', 'held', '2024-09-12/2024-09-16');
    assert.equal(nameOn(held(fair), '2024-10-01'), 'under-way');
    assert.equal(nameOn(held(fair, outcome('event:talk', 'held', '2024-11-02')), '2024-12-31'), 'done');
  });
  it('is not known when the days pass without evidence', () => {
    assert.equal(stateOn(held(), 'event:fair', '2024-12-31').name, 'not-known');
    assert.match(stateOn(held(), 'event:fair', '2024-12-31').reason.zh ?? '', /没有来源说明是否举办/);
  });
  it('counts a held row from its last day only', () => {
    const register = held(outcome('event:fair', 'held', '2024-09-12/2024-09-16'));
    assert.equal(stateOn(register, 'event:fair', '2024-09-14').name, 'not-known');
    assert.equal(stateOn(register, 'event:fair', '2024-09-16').name, 'done');
  });
});

describe('implement', () => {
  const plan = {
    document: [
      { id: 'plan', kind: 'plan', covers: '2024' },
      { id: 'other', kind: 'linked-plan', covers: '2022/2025' },
    ],
    link: [link('commitment:c', 'implements', 'document:other')],
  };
  it('is under way with progress until the linked plan ends, then not known', () => {
    const register = promiseOf('implement', { ...plan, outcome: [outcome('commitment:c', 'progress', '2024-04-18')] });
    assert.equal(nameOn(register, '2024-12-31'), 'under-way');
    assert.equal(stateOn(register, 'commitment:c', '2024-12-31').tail.en, 'until Dec 2025');
    assert.equal(nameOn(register, '2026-02-01'), 'not-known');
  });
  it('is done when a review on the promise itself closes its items', () => {
    const register = promiseOf('implement', { ...plan, outcome: [outcome('commitment:c', 'reviewed', '2024-12-20')] });
    assert.equal(nameOn(register, '2024-12-31'), 'done');
  });
});

describe('establish', () => {
  const academy = (...rows: ReturnType<typeof outcome>[]) => promiseOf('establish', { outcome: rows }, { due_on: '2024-12-31' });
  it('takes an announcement and first use as under way, never as done', () => {
    const register = academy(outcome('commitment:c', 'announced', '2024-12-06'), outcome('commitment:c', 'in-use', '2025-10-06'));
    assert.equal(nameOn(register, '2024-12-31'), 'under-way');
    const state = stateOn(register, 'commitment:c', '2026-11-25');
    assert.equal(state.name, 'not-known');
    assert.match(state.reason.en ?? '', /6 October 2025.*no source confirms the opening/);
    assert.deepEqual(
      state.counted.map((row) => row.counts),
      [false, false],
    );
  });
  it('is done by the opening, late when it came after the due date', () => {
    const state = stateOn(academy(outcome('commitment:c', 'opened', '2025-03-01')), 'commitment:c', '2025-06-30');
    assert.deepEqual([state.name, state.timing], ['done', 'late']);
  });
  it('is late when a source says after the due date that it is not open', () => {
    assert.equal(nameOn(academy(outcome('commitment:c', 'not-done', '2025-02-10')), '2025-06-30'), 'late');
  });
});

describe('construct a series', () => {
  const works = (...rows: ReturnType<typeof outcome>[]) => ({
    project: [project('a', { due_on: '2025-12-29' }), project('b')],
    link: [link('project:a', 'serves', 'commitment:c'), link('project:b', 'serves', 'commitment:c')],
    outcome: rows,
  });
  it('is under way when one has begun, done when each listed work is finished', () => {
    const began = outcome('project:a', 'started', '2024-03-29');
    assert.equal(nameOn(promiseOf('construct-series', works(began)), '2024-12-31'), 'under-way');
    const finished = works(outcome('project:a', 'completed', '2024-09'), outcome('project:b', 'accepted', '2024-11'));
    assert.equal(nameOn(promiseOf('construct-series', finished), '2024-12-31'), 'done');
    assert.equal(nameOn(promiseOf('construct-series', finished, { list_closed: false }), '2024-12-31'), 'under-way', 'the list is open');
  });
  it('does not know whether a work is finished once its due date passes in silence', () => {
    const register = promiseOf('construct-series', works(outcome('project:a', 'started', '2024-03-29')));
    assert.equal(nameOn(register, '2026-01-01'), 'not-known');
  });
  it('is late when a source after the due date says that work goes on', () => {
    const rows = [outcome('project:a', 'started', '2024-03-29'), outcome('project:a', 'progress', '2026-03')];
    const register = promiseOf('construct-series', works(...rows));
    assert.equal(nameOn(register, '2026-06-30'), 'late');
  });
});

describe('improve', () => {
  const measured = (before: number, after: number) =>
    promiseOf('improve', {
      outcome: [
        outcome('commitment:c', 'measured', '2023-05', { value: before, unit: 'points' }),
        outcome('commitment:c', 'measured', '2024-10', { value: after, unit: 'points' }),
      ],
    });
  it('is done when the later of two measurements is better', () => {
    assert.equal(nameOn(measured(60, 72), '2024-12-31'), 'done');
    assert.equal(nameOn(measured(60, 55), '2024-12-31'), 'under-way');
    assert.equal(nameOn(measured(60, 72), '2024-06-30'), 'not-known');
  });
  it('is under way while work goes on, and not known when finished work was not measured', () => {
    assert.equal(nameOn(promiseOf('improve', { outcome: [outcome('commitment:c', 'started', '2024-05')] }), '2024-12-31'), 'under-way');
    assert.equal(nameOn(promiseOf('improve', { outcome: [outcome('commitment:c', 'opened', '2024-05')] }), '2024-12-31'), 'not-known');
  });
  it('is not fulfilled by work that ended before the plan', () => {
    const rows = [outcome('commitment:c', 'started', '2015'), outcome('commitment:c', 'opened', '2021-09-29')];
    const state = stateOn(promiseOf('improve', { outcome: rows }), 'commitment:c', '2024-12-31');
    assert.equal(state.name, 'not-known');
    assert.deepEqual(
      state.counted.map((row) => row.counts),
      [false, false],
    );
  });
});

describe('promote', () => {
  it('cannot be measured when bound to nothing', () => {
    assert.equal(nameOn(promiseOf('promote'), '2024-12-31'), 'unmeasurable');
  });
  it('is done when the bound number meets its target', () => {
    const register = promiseOf('promote', {
      indicator: [indicator('firms')],
      indicator_value: [
        value('firms', 'baseline', '2023', 184),
        value('firms', 'target', '2025', 260),
        value('firms', 'actual', '2025-12', 262),
      ],
      link: [link('indicator:firms', 'measures', 'commitment:c')],
    });
    assert.equal(nameOn(register, '2024-12-31'), 'not-known', 'a baseline alone shows no movement');
    assert.equal(nameOn(register, '2025-12-31'), 'done');
  });
  it('counts its objects where there is no number', () => {
    const register = promiseOf('promote', {
      project: [project('a'), project('b')],
      link: [link('commitment:c', 'names', 'project:a'), link('commitment:c', 'names', 'project:b')],
      outcome: [outcome('project:a', 'completed', '2024-04-16')],
    });
    const state = stateOn(register, 'commitment:c', '2024-12-31');
    assert.equal(state.name, 'under-way');
    assert.deepEqual(state.tail, { zh: '已完成 1 / 2', en: '1 of 2 done' });
  });
});

describe('integrate', () => {
  const pair = {
    place: [
      { id: 'works', name_en: 'Works' },
      { id: 'hill', name_en: 'Hill' },
    ],
    project: [project('trail')],
    link: [
      link('commitment:c', 'names', 'place:works'),
      link('commitment:c', 'names', 'place:hill'),
      link('project:trail', 'stands-on', 'place:works'),
      link('project:trail', 'stands-on', 'place:hill'),
    ],
  };
  it('cannot be measured when no pair is named', () => {
    assert.equal(nameOn(promiseOf('integrate'), '2024-12-31'), 'unmeasurable');
  });
  it('is done when every pair has a joint project with dated evidence, not known without', () => {
    assert.equal(nameOn(promiseOf('integrate', pair), '2024-12-31'), 'not-known');
    assert.equal(
      nameOn(promiseOf('integrate', { ...pair, outcome: [outcome('project:trail', 'started', '2024-06')] }), '2024-12-31'),
      'done',
    );
  });
  it('counts a value of the integration axis as a pair, joined by a project tagged alike', () => {
    const register = promiseOf(
      'integrate',
      { project: [project('a', { tags: ['integration:x'] })], outcome: [outcome('project:a', 'progress', '2024-02')] },
      { tags: ['integration:x', 'integration:y'] },
    );
    assert.equal(stateOn(register, 'commitment:c', '2024-12-31').tail.en, '1 of 2 pairs');
  });
});

describe('plan ahead', () => {
  const adopted = outcome('commitment:c', 'adopted', '2024-03-01');
  it('is done when adopted and reviewed within the quarter', () => {
    const register = promiseOf('plan-ahead', { outcome: [adopted, outcome('commitment:c', 'reviewed', '2024-11-10')] });
    assert.equal(nameOn(register, '2024-12-31'), 'done');
    assert.equal(nameOn(register, '2025-06-30'), 'under-way', 'the review is older than a quarter');
  });
  it('is not known without either', () => {
    assert.equal(nameOn(promiseOf('plan-ahead'), '2024-12-31'), 'not-known');
    assert.equal(nameOn(promiseOf('plan-ahead', { outcome: [adopted] }), '2024-12-31'), 'under-way');
  });
});

describe('aim', () => {
  it('is never done: the trend of its indicators is told', () => {
    const register = promiseOf('aim', {
      indicator: [indicator('i')],
      indicator_value: [value('i', 'actual', '2022', 10), value('i', 'actual', '2023', 12), value('i', 'target', '2023', 11)],
      link: [link('indicator:i', 'measures', 'commitment:c')],
    });
    const state = stateOn(register, 'commitment:c', '2024-12-31');
    assert.equal(state.name, 'under-way');
    assert.match(state.reason.en ?? '', /12 firms in 2023 \(source S2\), up from 10 firms, better/);
    assert.equal(state.tail.en, '1 indicator');
    const [, latest] = register.indicator_value.values();
    assert.ok(latest);
    const provisional = new Map(register.indicator_value).set('i|actual|2023|S2', { ...latest, status: 'provisional' });
    const told = stateOn({ ...register, indicator_value: provisional }, 'commitment:c', '2024-12-31').reason.en ?? '';
    assert.match(told, /12 firms \(provisional\) in 2023/);
  });
  it('cannot be measured without an indicator, and is not known without a value', () => {
    assert.equal(nameOn(promiseOf('aim'), '2024-12-31'), 'unmeasurable');
    const bound = promiseOf('aim', { indicator: [indicator('i')], link: [link('indicator:i', 'measures', 'commitment:c')] });
    assert.equal(nameOn(bound, '2024-12-31'), 'not-known');
  });
});
