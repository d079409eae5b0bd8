import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyChanges, doneWhen, keyOf, reverseChanges, vocabulary } from '@westgate/domain';
import { districtOf, link, nameOn, outcome, promiseOf, rowOf, stateOn } from '../district.ts';

const CLASSES = [...vocabulary.VERB_CLASSES, null];

describe('states over the calendar', () => {
  it('no promise has begun before its plan begins', () => {
    const state = stateOn(
      promiseOf('establish', { outcome: [outcome('commitment:c', 'opened', '2024-06-01')] }),
      'commitment:c',
      '2023-12-31',
    );
    assert.equal(state.name, 'not-started');
    assert.match(state.reason.en ?? '', /1 January 2024/);
    assert.match(state.reason.zh ?? '', /2024 年 1 月 1 日/);
  });
  it('work has not begun on a day before its dated start, and nothing is known before any other evidence', () => {
    const project = { id: 'a', name_en: 'A' };
    const began = districtOf({ project: [project], outcome: [outcome('project:a', 'started', '2024-03-29')] });
    assert.equal(stateOn(began, 'project:a', '2024-03-28').name, 'not-started');
    assert.equal(stateOn(began, 'project:a', '2024-03-29').name, 'under-way');
    const going = districtOf({ project: [project], outcome: [outcome('project:a', 'progress', '2025-06')] });
    assert.equal(stateOn(going, 'project:a', '2025-01-01').name, 'not-known');
  });
  it('a start in a coarse period is known only when the period is over', () => {
    const register = districtOf({ project: [{ id: 'a', name_en: 'A' }], outcome: [outcome('project:a', 'started', '2024-Q1')] });
    assert.equal(stateOn(register, 'project:a', '2024-02-10').name, 'not-known');
    assert.equal(stateOn(register, 'project:a', '2024-03-31').name, 'under-way');
  });
  it('evidence known later than it happened counts from the day it was known', () => {
    const register = districtOf({
      project: [{ id: 'a', name_en: 'A' }],
      outcome: [outcome('project:a', 'completed', '2024-05', { known_from: '2024-08-15' })],
    });
    const state = stateOn(register, 'project:a', '2024-07-31');
    assert.equal(state.name, 'not-known');
    assert.match(state.counted[0]?.why.en ?? '', /15 August 2024/);
    assert.equal(stateOn(register, 'project:a', '2024-08-15').name, 'done');
  });
  for (const verbClass of CLASSES) {
    if (verbClass === 'aim' || verbClass === 'expedite' || verbClass === 'integrate') continue;
    const works = [outcome('project:a', verbClass === 'improve' || verbClass === 'start' ? 'progress' : 'started', '2024-03-29')];
    const project = { id: 'a', name_zh: '甲', name_en: 'A', verb_class: verbClass, due_on: '2024-12-31' };
    const from = verbClass === 'start' ? 'progress' : 'started';
    it(`${verbClass ?? 'no class'}: under way before the due date, not known after it in silence, late when a source says unfinished, slipped when moved`, () => {
      const rows = verbClass === 'start' ? works : [outcome('project:a', from, '2024-03-29')];
      const plain = districtOf({ project: [project], outcome: rows });
      assert.equal(stateOn(plain, 'project:a', '2024-12-31').name, 'under-way');
      const silent = stateOn(plain, 'project:a', '2025-06-30');
      assert.equal(silent.name, 'not-known');
      assert.match(silent.reason.en ?? '', /31 December 2024/);
      assert.match(silent.reason.zh ?? '', /2024 年 12 月 31 日/);
      const late = districtOf({ project: [project], outcome: [...rows, outcome('project:a', 'not-done', '2025-03')] });
      assert.equal(stateOn(late, 'project:a', '2025-06-30').name, 'late');
      const moved = districtOf({
        project: [project],
        outcome: [...rows, outcome('project:a', 'rescheduled', '2024-11-01', { new_due_on: '2025-09-30' })],
      });
      assert.equal(stateOn(moved, 'project:a', '2024-10-31').name, 'under-way');
      const slipped = stateOn(moved, 'project:a', '2025-06-30');
      assert.deepEqual([slipped.name, slipped.due], ['slipped', '2025-09-30']);
      assert.match(slipped.reason.en ?? '', /from 31 December 2024 to 30 September 2025/);
      assert.equal(stateOn(moved, 'project:a', '2025-10-01').name, 'not-known');
    });
  }
  it('what is done after a moved due date is done late against the first promise', () => {
    const register = districtOf({
      project: [{ id: 'a', name_en: 'A', due_on: '2024-12-31' }],
      outcome: [
        outcome('project:a', 'rescheduled', '2024-11-01', { new_due_on: '2025-09-30' }),
        outcome('project:a', 'completed', '2025-08-01'),
      ],
    });
    const state = stateOn(register, 'project:a', '2025-12-31');
    assert.deepEqual([state.name, state.timing], ['done', 'late']);
  });
  it('dates too coarse to tell leave the timing open', () => {
    const register = districtOf({
      project: [{ id: 'a', name_en: 'A', due_on: '2024-06-30' }],
      outcome: [outcome('project:a', 'completed', '2024')],
    });
    const state = stateOn(register, 'project:a', '2025-01-01');
    assert.deepEqual([state.name, state.timing], ['done', null]);
  });
  it('a later row that says it is not done overrules an earlier one', () => {
    const register = districtOf({
      project: [{ id: 'a', name_en: 'A' }],
      outcome: [outcome('project:a', 'completed', '2024-05'), outcome('project:a', 'not-done', '2024-07')],
    });
    assert.notEqual(stateOn(register, 'project:a', '2024-12-31').name, 'done');
  });
});

describe('a state and its words', () => {
  it('undoing an outcome changes the state and the reason back', () => {
    const before = promiseOf('establish', { outcome: [outcome('commitment:c', 'announced', '2024-06')] }, { due_on: '2024-12-31' });
    const row = rowOf('outcome', outcome('commitment:c', 'opened', '2024-09-01'));
    const changes = [{ table: 'outcome', key: keyOf('outcome', row), before: null, after: row }] as const;
    const opened = applyChanges(before, changes);
    const undone = applyChanges(opened, reverseChanges(changes));
    assert.equal(nameOn(opened, '2024-12-31'), 'done');
    assert.deepEqual(stateOn(undone, 'commitment:c', '2024-12-31'), stateOn(before, 'commitment:c', '2024-12-31'));
  });
  it('the promise’s own rows speak before those of its objects', () => {
    const register = promiseOf('continue', {
      project: [{ id: 'a', name_en: 'A' }],
      link: [link('project:a', 'serves', 'commitment:c')],
      outcome: [outcome('project:a', 'started', '2024-02-01'), outcome('commitment:c', 'completed', '2024-08-01')],
    });
    assert.equal(nameOn(register, '2024-12-31'), 'done');
  });
  it('a named place stands for the projects on it where nothing else is named', () => {
    const register = promiseOf('continue', {
      place: [{ id: 'p', name_en: 'P' }],
      project: [{ id: 'a', name_en: 'A' }],
      link: [link('commitment:c', 'names', 'place:p'), link('project:a', 'stands-on', 'place:p')],
      outcome: [outcome('project:a', 'opened', '2024-05-01')],
    });
    assert.equal(nameOn(register, '2024-12-31'), 'done');
  });
  it('every class says in both languages what counts as done', () => {
    for (const verbClass of CLASSES) {
      const rule = doneWhen('commitment', verbClass);
      assert.ok(rule.zh.length > 5 && rule.en.length > 15, String(verbClass));
    }
  });
  it('reasons are sentences in both languages and tails fit a margin, for every class, kind of evidence and day', () => {
    let states = 0;
    for (const verbClass of CLASSES) {
      for (const what of vocabulary.OUTCOME_KINDS) {
        const row = outcome('project:a', what, '2024-05-01/2024-06-02', { value: 1_234_567.25, unit: 'people', new_due_on: '2025-05-01' });
        const register = promiseOf(
          verbClass,
          {
            project: [
              { id: 'a', name_zh: '甲', name_en: 'A' },
              { id: 'b', name_zh: '乙', name_en: 'B' },
            ],
            link: [link('project:a', 'serves', 'commitment:c'), link('project:b', 'serves', 'commitment:c')],
            outcome: [row],
          },
          { due_on: '2024-12-31' },
        );
        for (const asOf of ['2023-12-31', '2024-03-01', '2024-12-31', '2025-03-01', '2026-11-25']) {
          for (const subject of ['commitment:c', 'project:a', 'project:b']) {
            const state = stateOn(register, subject, asOf);
            states += 1;
            assert.match(state.reason.zh ?? '', /^[^A-Z].*。$/, `${verbClass} ${what}`);
            assert.match(state.reason.en ?? '', /^[A-Z0-9“].*\.$/, `${verbClass} ${what}`);
            assert.ok((state.tail.en ?? '').length > 0 && (state.tail.en ?? '').length <= 26, state.tail.en ?? '');
            assert.ok((state.tail.zh ?? '').length > 0 && (state.tail.zh ?? '').length <= 28, state.tail.zh ?? '');
          }
        }
      }
    }
    assert.equal(states, 13 * 13 * 5 * 3);
  });
  it('an unknown record is named', () => {
    assert.throws(() => stateOn(districtOf({}), 'project:nowhere', '2024-01-01'), { code: 'WG_NOT_FOUND' });
  });
});
