// What stands beside the projects of the practice district: events, parks, indicators, matters under supervision, comments, changes that wait.

const link = (from_kind, from_id, relation, to_kind, to_id) => ({ from_kind, from_id, relation, to_kind, to_id });

/** Events: id, Chinese, English, days, place, who holds it. */
const EVENTS = [
  ['forum-2025', '2025 城市更新论坛', 'Forum on renewal 2025', '2025-11-06', 'place-3', 'renewal'],
  ['lantern-fair-2026', '2026 云桥灯会', 'Yunqiao Lantern Fair 2026', '2026-02-26/2026-02-28', 'place-6', 'culture'],
  ['open-day-2026', '2026 更新开放日', 'Open day of renewal 2026', '2026-09-19', 'place-4', 'renewal'],
  ['market-day-2026', '2026 白泉赶集日', 'Baiquan Market Day 2026', '2026-10-18', 'site-baiquan-market', 'commerce'],
  ['industry-meeting-2026', '2026 产业对接会', 'Meeting of industries 2026', '2026-12-10', 'place-3', 'industry'],
  ['reading-day-2027', '2027 白泉读书日', 'Baiquan Reading Day 2027', '2027-04-23', 'site-baiquan-library', 'culture'],
];

/** Parks: id, Chinese, English, project. */
const PARKS = [
  ['qingfang-innovation', '青坊创新园', 'Qingfang Innovation Park', 'qingfang-park-1'],
  ['jintian-smart-works', '金田智造园', 'Jintian Smart Works Park', 'jintian-works-park'],
  ['anping-logistics-park', '安屏物流园', 'Anping Logistics Park', 'anping-logistics'],
  ['hexi-brewery-quarter', '和溪酿造文创街区', 'Hexi Brewery Quarter', 'hexi-brewery'],
  ['qingfang-mill-park', '青坊纺织文创园', 'Qingfang Mill Park', 'qingfang-mill'],
];

/** Indicators: id, Chinese, English, unit, which way is better, how it is counted, then 2024, the target and value of 2025, those of 2026 so far. */
const INDICATORS = [
  [
    'yards',
    '完成综合整治小区（累计）',
    'Compounds repaired, in all',
    'yards',
    'up',
    '通过验收的小区数',
    'compounds whose repairs were accepted',
    [12, 16, 16, 20, 18],
  ],
  [
    'households',
    '更新受益户数（累计）',
    'Households served, in all',
    'households',
    'up',
    '完工项目的受益户数',
    'households of finished projects',
    [5200, 7000, 7150, 9800, 8600],
  ],
  [
    'empty',
    '低效楼宇空置率',
    'Empty share of under-used buildings',
    'percent',
    'down',
    '空置面积占建筑面积',
    'empty floor area of all floor area',
    [31, 27, 28, 24, 25.5],
  ],
  [
    'green',
    '新增和提升绿地',
    'Green space made or improved',
    'ha',
    'up',
    '完工公园和绿道的面积',
    'area of finished parks and greenways',
    [18, 24, 24.6, 32, 30.2],
  ],
  ['greenways', '绿道里程', 'Length of greenways', 'km', 'up', '已开放的绿道', 'greenways that are open', [14.2, 18, 18.3, 23, 18.3]],
  ['firms', '园区入驻企业', 'Firms in the parks', 'firms', 'up', '已签约入驻的企业', 'firms that have signed', [86, 110, 124, 160, 141]],
  [
    'satisfied',
    '居民满意率',
    'Residents who are satisfied',
    'percent',
    'up',
    '年度入户调查',
    'yearly survey from door to door',
    [82, 85, 86.4, 88, null],
  ],
  [
    'jobs',
    '更新带动就业',
    'Jobs that came with renewal',
    'people',
    'up',
    '更新后载体的从业人数',
    'people at work in renewed buildings',
    [1900, 2500, 2380, 3200, 2740],
  ],
  ['levees', '达标堤防', 'Levees up to standard', 'km', 'up', '通过验收的堤防', 'levees that were accepted', [6.4, 8, 8.1, 10, 10.2]],
  [
    'moved',
    '棚户区签约腾退',
    'Households that left shanty areas',
    'households',
    'up',
    '已签约并腾空的户数',
    'households that signed and left',
    [410, 900, 760, 1500, 1180],
  ],
];
/** Projects that an indicator measures. */
const MEASURED = [
  ['green', 'chenghu-lake-park'],
  ['green', 'songling-hill-park'],
  ['greenways', 'wangchuan-greenway-1'],
  ['greenways', 'wangchuan-greenway-2'],
  ['levees', 'hexi-levee-2'],
  ['jobs', 'qingfang-mill'],
  ['moved', 'jintian-shanty-1'],
  ['firms', 'qingfang-park-1'],
];

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
    'tannery',
    'place',
    'old-tannery',
    '查清旧制革厂的位置和权属',
    'Find out where the old tannery lies and whose it is',
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

/** What waits for what: kind and id of what is waited for, of what waits, which ends, days between. */
const DEPENDENCIES = [
  ['project', 'hexi-sluice', 'project', 'wangchuan-greenway-2', 'FF', -20],
  ['project', 'jintian-shanty-1', 'project', 'jintian-shanty-2', 'FS', 60],
  ['project', 'qingfang-park-1', 'project', 'qingfang-park-2', 'FS', 30],
  ['milestone', 'jintian-works-park-half', 'milestone', 'jintian-machine-accept', 'SS', 0],
  ['project', 'renewal-plan', 'project', 'lake-blocks-plan', 'FS', 14],
];

/** Comments: id, kind, record, day, Chinese, English, what it answers, departments mentioned. */
const COMMENTS = [
  ['c1', 'project', 'chenghu-tower', '2026-11-09', '请规划局本周给出外立面意见。', null, null, ['planning']],
  ['c2', 'project', 'chenghu-tower', '2026-11-11', '已安排现场会，周五前回复。', null, 'c1', []],
  ['c3', 'commitment', '26-slope', '2026-10-22', '剩余 31 户的安置房源已经备齐。', null, null, ['songling']],
  ['c4', 'project', 'qingfang-houses', '2026-10-14', null, 'The design goes back to the owners: the inner walls stay.', null, ['culture']],
  ['c5', 'indicator', 'empty', '2026-11-12', '二季度集中退租，短期空置上升。', null, null, []],
  ['c6', 'place', 'old-tannery', '2026-11-24', '老职工说在铁路南侧，待核。', null, null, ['planning']],
  ['c7', 'project', 'hexi-pocket-parks', '2026-11-23', '11 月 20 日已到期，请尽快报结果。', null, null, ['parks']],
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

/** Events, parks, indicators with two years of values, matters, comments, dependencies, proposals and their links. */
export function besideRows() {
  return {
    event: EVENTS.map(([id, name_zh, name_en, dates, place]) => ({
      id,
      name_zh,
      name_en,
      dates,
      place,
      organisers_zh: '练习区有关部门（虚构）',
      organisers_en: 'departments of the Practice District (invented)',
      confidence: 'high',
      source: 'MINUTES',
      tags: [],
    })),
    park: PARKS.map(([id, name_zh, name_en, project]) => ({ id, name_zh, name_en, place: `site-${project}`, project, tags: ['aim:work'] })),
    indicator: INDICATORS.map(([id, name_zh, name_en, unit, direction, definition_zh, definition_en]) => ({
      id,
      name_zh,
      name_en,
      unit,
      direction,
      definition_zh,
      definition_en,
      source: 'YEARBOOK',
      tags: [],
    })),
    indicator_value: INDICATORS.flatMap(([indicator, , , , , , , values]) => {
      const row = (kind, period, value, source) => ({ indicator, kind, period, value, source, confidence: 'high' });
      const [baseline, target25, actual25, target26, actual26] = values;
      return [
        row('baseline', '2024', baseline, 'YEARBOOK'),
        row('target', '2025', target25, 'PLAN25'),
        row('actual', '2025', actual25, 'YEARBOOK'),
        row('target', '2026', target26, 'PLAN26'),
        ...(actual26 === null ? [] : [row('actual', '2026-10', actual26, 'SITE')]),
      ];
    }),
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
    dependency: DEPENDENCIES.map(([from_kind, from_id, to_kind, to_id, kind, lag_days]) => ({
      from_kind,
      from_id,
      to_kind,
      to_id,
      kind,
      lag_days,
    })),
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
    links: [
      ...EVENTS.map(([id, , , , , department]) => link('department', department, 'co-operates', 'event', id)),
      ...MEASURED.map(([indicator, project]) => link('indicator', indicator, 'measures', 'project', project)),
    ],
  };
}
