// What the office of the practice district does with its records: matters under supervision, comments, changes that wait.

import { fileFor } from './files.mjs';

const { evidencePath, stepBasis } = await import('../../packages/domain/dist/src/index.js');

/**
 * Matters under supervision: id, kind and id of the record, what is asked (zh, en), lead, registered, due, steps as [step, day], the requirement
 * that an ask is for.
 */
const MATTERS = [
  [
    'slope-signing',
    'project',
    'songling-shanty',
    '松岭坡剩余 31 户月内签约',
    'The last 31 households of Songling Slope sign within the month',
    'housing',
    '2026-10-12',
    '2026-10-30',
    [['signed-for', '2026-10-13']],
  ],
  [
    'support-rules',
    'commitment',
    '26-support',
    '尽快出台腾退补助办法',
    'Issue the rules of support soon',
    'commerce',
    '2026-10-15',
    '2026-11-10',
    [
      ['signed-for', '2026-10-16'],
      ['reported', '2026-11-06'],
      ['returned', '2026-11-12'],
    ],
  ],
  [
    'tower-front',
    'project',
    'chenghu-tower',
    '一周内协调澄湖大厦外立面方案',
    'Settle the front of Chenghu Tower within a week',
    'industry',
    '2026-11-18',
    '2026-12-01',
    [['signed-for', '2026-11-19']],
  ],
  [
    'school-roof',
    'project',
    'yunqiao-school',
    '寒假前完成云桥小学屋面工程',
    'Finish the roof of Yunqiao Primary School before the winter holiday',
    'education',
    '2026-10-20',
    '2026-11-20',
    [
      ['signed-for', '2026-10-21'],
      ['reported', '2026-11-18'],
    ],
  ],
  [
    'empty-floors',
    'indicator',
    'empty',
    '说明空置率没有达标的原因',
    'Say why the empty share missed its target',
    'commerce',
    '2026-10-08',
    '2026-11-13',
    [
      ['signed-for', '2026-10-09'],
      ['reported', '2026-11-11'],
      ['verified', '2026-11-16'],
    ],
  ],
  [
    'levee-floods',
    'project',
    'hexi-levee-2',
    '主汛期前完成左堤二期',
    'Finish the second levee before the floods',
    'water',
    '2026-05-11',
    '2026-06-20',
    [
      ['signed-for', '2026-05-12'],
      ['reported', '2026-06-18'],
      ['verified', '2026-06-22'],
      ['closed', '2026-06-24'],
    ],
  ],
  [
    'depot-siding',
    'place',
    'site-baiquan-depot',
    '查清白泉货场铁路专用线的权属',
    'Find out whose the railway siding of Baiquan Goods Yard is',
    'planning',
    '2026-11-23',
    '2026-12-18',
    [],
  ],
  [
    'meeting-plan',
    'event',
    'industry-meeting-2026',
    '报产业对接会方案',
    'Bring the plan of the meeting of industries',
    'industry',
    '2026-11-16',
    '2026-12-04',
    [['signed-for', '2026-11-17']],
  ],
  [
    'ask-shanty-design',
    'project',
    'jintian-shanty-2',
    '请提供实施方案',
    'Please bring the design',
    'housing',
    '2026-11-02',
    '2026-11-16',
    [],
    'shantytown-design-design',
  ],
  [
    'ask-lane-money',
    'project',
    'qingfang-lane',
    '请说明资金来源',
    'Please say where the money comes from',
    'housing',
    '2026-11-19',
    '2026-12-04',
    [],
    'bungalow-pool-money',
  ],
  [
    'ask-office-order',
    'project',
    'songling-office',
    '请提供开工令',
    'Please bring the order to begin',
    'commerce',
    '2026-05-06',
    '2026-05-20',
    [],
    'low-efficiency-building-start-order',
  ],
];
const STEP_WORDS = {
  'signed-for': ['已签收', 'signed for'],
  reported: ['已办理，情况另附', 'done; the report is attached'],
  returned: ['材料不全，退回补充', 'papers are missing; sent back'],
  verified: ['现场核查属实', 'seen on the spot'],
  closed: ['同意销号', 'closed'],
};

/** Comments: id, kind, record, day, Chinese, English, what it answers, departments mentioned. */
const COMMENTS = [
  ['c1', 'project', 'chenghu-tower', '2026-11-09', '请规划局本周给出外立面意见。', null, null, ['planning']],
  ['c2', 'project', 'chenghu-tower', '2026-11-11', '已安排现场会，周五前回复。', null, 'c1', []],
  ['c3', 'commitment', '26-slope', '2026-10-22', '剩余 31 户的安置房源已经备齐。', null, null, ['songling']],
  ['c4', 'project', 'qingfang-houses', '2026-10-14', null, 'The design goes back to the owners: the inner walls stay.', null, ['culture']],
  ['c5', 'indicator', 'empty', '2026-11-12', '二季度集中退租，短期空置上升。', null, null, []],
  ['c6', 'place', 'site-baiquan-depot', '2026-11-24', '老职工说专用线归铁路，待核。', null, null, ['planning']],
  ['c7', 'project', 'hexi-pocket-parks', '2026-11-23', '11 月 20 日已到期，请尽快报结果。', null, null, ['parks']],
  ['c8', 'sentence', '26-p2s3', '2026-10-09', '松岭坡和金田一期写在同一句里，报数时分开。', null, null, []],
  ['c9', 'commitment', '26-support', '2026-11-13', null, 'The Finance Bureau asks for a cap on the support.', null, ['commerce']],
];

/** Days that were proposed: id, kind, record, from, to, day, why (zh, en), decision, its day, its words. */
const PROPOSALS = [
  ['p1', 'project', 'jintian-parking', '2027-03-31', '2027-06-30', '2026-11-18', '钢结构供货推迟', 'the steel comes later'],
  [
    'p2',
    'project',
    'hexi-brewery',
    '2026-12-31',
    '2027-06-30',
    '2026-09-15',
    '招商没有完成',
    'the tenants are not found',
    'refused',
    '2026-09-22',
    '年度重点，不调整',
    'a task of the year; it stays',
  ],
  [
    'p3',
    'commitment',
    '26-parking',
    '2026-12-31',
    '2027-03-31',
    '2026-03-10',
    '与施工工期衔接',
    'to fit the works',
    'accepted',
    '2026-03-13',
    '同意',
    'agreed',
  ],
];

/** Files that prove something of other records than gates: id, kind and id of the record, Chinese, English, day. */
const FILES = [
  ['renewal-meeting-minutes', 'meeting', 'renewal-meeting-1116', '区更新专题会纪要', 'Minutes of the renewal meeting', '2026-11-17'],
  ['file-draft-rules', 'commitment', '26-support', '补助办法草案', 'Draft of the rules of support', '2026-05-18'],
  ['file-report-rules', 'supervision', 'support-rules', '办理情况报告', 'Report of what was done', '2026-11-06'],
  ['file-siding', 'place', 'site-baiquan-depot', '老职工访谈记录', 'Talk with former workers', '2026-11-24'],
  ['file-meeting', 'event', 'industry-meeting-2026', '对接会方案', 'Plan of the meeting', '2026-11-20'],
  ['file-survey', 'indicator', 'empty', '空置面积核查表', 'Check of the empty floors', '2026-11-11'],
  ['file-reply-canteen', 'supervision', 'request-canteen-rooms', '借用体育馆复函', 'Letter on the gymnasium', '2026-11-11'],
  ['file-report-roof', 'supervision', 'school-roof', '屋面工程办理情况', 'Report on the roof', '2026-11-18'],
  ['file-report-levee', 'supervision', 'levee-floods', '左堤二期完工情况', 'Report on the second levee', '2026-06-18'],
];

/** Issues: one past its due date, one that waits for a decision, one decided, one closed. */
const ISSUES = [
  {
    id: 'floors-empty',
    name_zh: '低效楼宇空置率连续两年未达目标',
    name_en: 'The empty share missed its target two years running',
    cause_zh: '二季度集中退租，招商衔接不上',
    cause_en: 'many tenants left in the second quarter, and new ones come slowly',
    level: 'leader',
    owner: 'industry',
    due_on: '2026-11-20',
    indicator: 'empty',
    project: 'chenghu-tower',
    raised_on: '2026-07-14',
    decision_zh: '由产业促进局牵头，每月通报空置面积',
    decision_en: 'the Industry Bureau takes the lead and reports the empty floors each month',
    decided_on: '2026-07-28',
  },
  {
    id: 'firms-slow',
    name_zh: '园区入驻企业滞后序时',
    name_en: 'Fewer firms came to the parks than planned',
    cause_zh: '二期载体交付晚于招商安排',
    cause_en: 'phase 2 is handed over later than the letting was planned for',
    level: 'office',
    owner: 'industry',
    due_on: '2026-12-25',
    indicator: 'firms',
    project: 'qingfang-park-2',
    raised_on: '2026-11-12',
  },
  {
    id: 'answers-silent',
    name_zh: '诉求办结率 8 月起未报',
    name_en: 'No share of settled requests since August',
    level: 'department',
    owner: 'urban-management',
    due_on: '2026-12-10',
    indicator: 'answered',
    raised_on: '2026-11-18',
    decision_zh: '12 月 5 日前补报 8 至 11 月数据',
    decision_en: 'the months from August to November are reported by 5 December',
    decided_on: '2026-11-20',
  },
  {
    id: 'levee-crossing',
    name_zh: '和溪左堤二期管线交叉',
    name_en: 'A pipeline crosses the second Hexi levee',
    level: 'office',
    owner: 'water',
    due_on: '2026-05-30',
    project: 'hexi-levee-2',
    raised_on: '2026-04-15',
    decision_zh: '管线单位 5 月 20 日前改移',
    decision_en: 'the owner moves the pipeline by 20 May',
    decided_on: '2026-04-22',
    closing_zh: '管线改移验收单',
    closing_en: 'the record of the moved pipeline',
    closed_on: '2026-05-22',
  },
];

/** Matters with their steps, comments, files, and changes that were proposed; also the bytes of the files, by path. */
export function officeRows() {
  const brought = FILES.map(([id, subject_kind, subject_id, title_zh, title_en, on]) => {
    const { content, ...file } = fileFor({ key: id, name_zh: title_zh, name_en: title_en });
    return { content, row: { id, subject_kind, subject_id, title_zh, title_en, ...file, on, note_zh: '虚构', note_en: 'invented' } };
  });
  return {
    evidence: brought.map(({ row }) => row),
    files: brought.map(({ content, row }) => [evidencePath(row), content]),
    supervision: MATTERS.map(([id, subject_kind, subject_id, asked_zh, asked_en, lead, registered_on, due_on, , requirement]) => ({
      id,
      subject_kind,
      subject_id,
      asked_zh,
      asked_en,
      instruction_zh: requirement ? null : '区更新专题会',
      instruction_en: requirement ? null : 'the renewal meeting',
      source: requirement ? null : 'MINUTES',
      lead,
      due_on,
      requirement,
      registered_on,
    })),
    issue: ISSUES.map((issue) => ({ source: 'MINUTES', visibility: 'district', note_zh: '虚构', note_en: 'invented', tags: [], ...issue })),
    supervision_department: [
      { supervision: 'slope-signing', department: 'songling' },
      { supervision: 'tower-front', department: 'planning' },
    ],
    supervision_step: MATTERS.flatMap(([supervision, , , , , lead, , , steps]) =>
      steps.map(([step, on], n) => ({
        supervision,
        position: n + 1,
        step,
        on,
        words_zh: STEP_WORDS[step][0],
        words_en: STEP_WORDS[step][1],
        department: step === 'signed-for' || step === 'reported' ? lead : null,
      })),
    ),
    comment: COMMENTS.map(([id, subject_kind, subject_id, on, words_zh, words_en, reply_to]) => ({
      id,
      subject_kind,
      subject_id,
      reply_to,
      on,
      words_zh,
      words_en,
      accounts: [],
    })),
    comment_department: COMMENTS.flatMap(([comment, , , , , , , departments]) =>
      departments.map((department) => ({ comment, department })),
    ),
    pending_change: PROPOSALS.map(([id, subject_kind, subject_id, approved, proposed, proposed_on, words_zh, words_en, ...decided]) => {
      const [decision, decided_on, decision_words_zh, decision_words_en] = decided;
      const told = { decision, decided_on, decision_words_zh, decision_words_en };
      return { id, subject_kind, subject_id, field: 'due_on', approved, proposed, words_zh, words_en, proposed_on, ...told };
    }),
  };
}

/** The steps of matters of a register, each with what it rested on that day: what the desk would have written when it was taken. */
export function stepsWithBasis(register) {
  return [...register.supervision_step.values()].map((row) => ({
    ...row,
    basis: stepBasis(register, register.supervision.get(row.supervision), row.step, row.on),
  }));
}
