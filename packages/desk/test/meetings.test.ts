import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dayOf, WestgateError } from '@westgate/base';
import { PLANS, readFolder } from '@westgate/desk';
import {
  applyChanges,
  type Change,
  circularContentOf,
  decisionStanding,
  matterOn,
  type Register,
  type Row,
  registerOf,
  TABLES,
} from '@westgate/domain';
import type { AskedAt } from '../src/deeds/ask.ts';
import { circularPaper, circularParts } from '../src/papers/circular-paper.ts';
import { rowsOf } from './folders.ts';
import { reportOf } from './papers/reported.ts';

const PRACTICE = join(fileURLToPath(new URL('../../../../data/practice', import.meta.url)));
const TODAY = dayOf('2026-11-27');
const register = registerOf(rowsOf(await readFolder(PRACTICE)));
const AT = { today: TODAY, seq: 900 } as AskedAt;
const EMPTY = { zh: null, en: null };

const decision = (held: Register, id: string): Row<'decision'> => {
  const row = [...held.decision.values()].find((each) => each.id === id);
  assert.ok(row);
  return row;
};
const standing = (held: Register, id: string) => decisionStanding(held, decision(held, id), TODAY);

function refused(act: () => unknown): WestgateError {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof WestgateError, String(error));
    return error;
  }
  throw new Error('expected a refusal');
}

test('minutes are not issued with a decision that has no owner and day: each is named; with both, each becomes a matter, and an issue takes its decision', () => {
  const ask = { id: 'parks-progress-1125', on: '2026-11-26', reason: '' };
  const why = refused(() => PLANS['conclude-meeting'](register, ask, AT));
  assert.equal(why.code, 'WG_INPUT_INVALID');
  assert.match(why.message, /“Print a brochure of the parks” lacks an owner and a due date/);
  assert.deepEqual(why.details.decisions, ['parks-brochure']);
  const brochure = decision(register, 'parks-brochure');
  const whole = { ...brochure, owner: decision(register, 'firms-letting').owner, due_on: dayOf('2027-01-15'), rev: 2 };
  const ready = applyChanges(register, [{ table: 'decision', key: brochure.id, before: brochure, after: whole }]);
  const { changes } = PLANS['conclude-meeting'](ready, ask, AT);
  const after = applyChanges(ready, changes as readonly Change[]);
  const made = changes.flatMap(({ table, after: row }) => (table === 'supervision' && row ? [row] : []));
  assert.deepEqual(
    made.map(({ decision: of, lead, due_on, subject_kind, subject_id }) => [of, lead, due_on, subject_kind, subject_id]),
    [
      ['firms-letting', 'industry', '2026-12-25', 'issue', 'firms-slow'],
      ['parks-brochure', 'industry', '2027-01-15', 'meeting', 'parks-progress-1125'],
    ],
  );
  for (const row of made)
    assert.deepEqual(Object.keys(row).sort(), [...Object.keys(TABLES.supervision.fields), 'rev'].sort(), 'a whole row');
  const issue = [...after.issue.values()].find(({ id }) => id === 'firms-slow');
  assert.deepEqual(
    [issue?.decision_en, issue?.owner, issue?.due_on, issue?.decided_on],
    ['Sign letters of intent before phase 2 is handed over', 'industry', '2026-12-25', '2026-11-25'],
  );
  assert.deepEqual([standing(after, 'firms-letting'), standing(after, 'parks-brochure')], ['open', 'open']);
  assert.equal(refused(() => PLANS['conclude-meeting'](after, ask, AT)).code, 'WG_INPUT_INVALID');
});

test('a decision stands as its matter does', () => {
  const found = ['jintian-notice', 'school-heating', 'firms-letting', 'parks-brochure'].map((id) => standing(register, id));
  assert.deepEqual(found, ['overdue', 'open', 'unassigned', 'no-owner']);
});

test('a matter is escalated once, and not when it is closed; a request is of another department and is answered with words', () => {
  const escalate = (held: Register, id: string) =>
    PLANS['escalate-matter'](held, { id, level: 'city', to: { zh: null, en: 'the city' }, on: '2026-11-27', reason: '' }, AT);
  assert.equal(refused(() => escalate(register, 'request-tower-pipes')).details.why, 'escalated');
  assert.equal(refused(() => escalate(register, 'request-canteen-rooms')).details.why, 'closed');
  const after = applyChanges(register, escalate(register, 'slope-signing').changes as readonly Change[]);
  assert.equal(refused(() => escalate(after, 'slope-signing')).details.why, 'escalated');
  const request = {
    subjectKind: 'project' as const,
    subjectId: 'chenghu-tower',
    asked: { zh: null, en: 'the pipes' },
    askedBy: 'industry',
    lead: 'industry',
    dueOn: '2026-12-11',
    reason: '',
  };
  assert.match(refused(() => PLANS['make-request'](register, request, AT)).message, /another department/);
  const { changes } = PLANS['make-request'](register, { ...request, lead: 'water' }, AT);
  const row = changes[0]?.after as Row<'supervision'>;
  assert.deepEqual([row.asked_by, row.lead, matterOn(register, row, TODAY)?.standing.owedBy], ['industry', 'water', 'lead']);
  const silent = { id: 'request-tower-pipes', step: 'reported' as const, words: EMPTY, on: TODAY, reason: '' };
  const at = { ...AT, doer: { id: 'Ada', name: 'Ada' }, author: null } as AskedAt;
  assert.match(refused(() => PLANS['take-step'](register, silent, at)).message, /expected the answer/);
});

test('a circular ranks departments by what they closed on time, counts each matter once, and names what is overdue; both languages are whole papers', () => {
  const period = { from: dayOf('2026-11-01'), to: TODAY, words: EMPTY };
  const content = circularContentOf(register, period, TODAY);
  assert.deepEqual(
    content.units.map(({ rank, department, due, onTime, late, waiting, overdue, share }) => [
      rank,
      department.id,
      ...[due, onTime, late, waiting, overdue],
      share,
    ]),
    [
      [1, 'culture', 1, 1, 0, 0, 0, 1],
      [2, 'commerce', 2, 0, 0, 1, 1, 0],
      [2, 'urban-management', 1, 0, 0, 0, 1, 0],
      [2, 'housing', 1, 0, 0, 0, 1, 0],
      [null, 'education', 1, 0, 0, 1, 0, null],
    ],
  );
  const { due, onTime, late, waiting, overdue } = content.sums;
  assert.deepEqual([due, onTime + late + waiting + overdue], [6, 6]);
  assert.deepEqual(
    content.overdue.map(({ id, origin, before = false }) => [id, origin, before]),
    [
      ['slope-signing', 'instruction', true],
      ['support-rules', 'instruction', false],
      ['request-tower-pipes', 'request', false],
      ['matter-jintian-notice', 'decision', false],
    ],
  );
  assert.equal(content.overdue[2]?.escalated?.to.en, 'the deputy head in charge');
  const requests = circularContentOf(register, { ...period, origins: ['request'] }, TODAY);
  assert.deepEqual([requests.overdue.map(({ id }) => id), requests.origins], [['request-tower-pipes'], ['request']]);
  const { opening, lists } = circularParts(requests, 'en');
  assert.match(JSON.stringify([opening, lists]), /"1\. Overview".*"2\. Ranking by closing on time".*Counted are requests that were due/);
  const none = circularContentOf(register, { ...period, from: dayOf('2026-11-26') }, TODAY);
  assert.deepEqual([none.units, none.sums.due], [[], 0], 'who had nothing due is not ranked');
  for (const language of ['zh', 'en'] as const) {
    const paper = circularPaper(content, reportOf(register, TODAY), { title: 'x', foot: [] }, language);
    const text = JSON.stringify(paper.blocks);
    assert.match(text, language === 'zh' ? /提供澄湖大厦周边管线资料（区产业促进局提出）/ : /requested by Industry Bureau/);
    assert.doesNotMatch(text, /undefined|null|NaN/);
  }
});
