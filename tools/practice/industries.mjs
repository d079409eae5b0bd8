// The industries of the practice district: two divisions into tiers, a move, the pipeline with an overdue review, and where projects serve them. All of it is invented.

const note = { note_zh: '虚构', note_en: 'invented' };

/** [id, zh, en, definition zh, definition en, owner, reviewed from]. */
const INDUSTRIES = [
  [
    'smart-making',
    '智能制造',
    'Smart manufacturing',
    '成套装备与数控加工',
    'equipment and numerically controlled machining',
    'industry',
    null,
  ],
  ['logistics', '现代物流', 'Modern logistics', '仓储、配送与供应链服务', 'storage, delivery and supply services', 'industry', null],
  ['textile-design', '纺织设计', 'Textile design', '面料研发与服装设计', 'fabrics and clothes design', 'culture', null],
  ['brewing-culture', '酿造文创', 'Brewing and crafts', '酿造工艺、文创与体验消费', 'brewing, crafts and visits', 'culture', null],
  ['software', '软件服务', 'Software services', '工业软件与数据服务', 'industrial software and data services', 'industry', null],
  ['robotics', '机器人', 'Robotics', '服务与特种机器人', 'service and special robots', 'industry', '2025-07-01'],
  ['new-materials', '新材料', 'New materials', '轻量化与阻燃材料', 'light and fire-proof materials', 'development', '2025-07-01'],
  [
    'low-altitude',
    '低空服务',
    'Low-altitude services',
    '巡检、测绘与应急飞行',
    'inspection, survey and emergency flights',
    'emergency',
    '2026-06-01',
  ],
];

/** [id, zh, en, scheme, from, position, definition zh, definition en, source]. */
const TIERS = [
  [
    'main-2023',
    '主导产业（2023 年）',
    'Main industries (2023)',
    '1+3',
    '2023-01-01',
    1,
    '对全区税收贡献最大',
    'the largest share of the taxes',
    'YEARBOOK',
  ],
  [
    'support-2023',
    '支撑产业（2023 年）',
    'Supporting industries (2023)',
    '1+3',
    '2023-01-01',
    2,
    '为主导产业配套',
    'what the main industries need',
    'YEARBOOK',
  ],
  [
    'pillar-2025',
    '支柱产业',
    'Pillar industries',
    '2+3+3',
    '2025-01-01',
    1,
    '营业收入占全区一成以上',
    'a tenth of the revenue or more',
    'PLAN25',
  ],
  [
    'distinctive-2025',
    '特色产业',
    'Distinctive industries',
    '2+3+3',
    '2025-01-01',
    2,
    '有龙头企业和专业园区',
    'a leading firm and a park of its own',
    'PLAN25',
  ],
  [
    'future-2025',
    '未来产业',
    'Future industries',
    '2+3+3',
    '2025-01-01',
    3,
    '按季评议，分阶段培育',
    'reviewed each quarter, raised in stages',
    'PLAN25',
  ],
];

/** [industry, from, tier, reason zh, reason en, source]. */
const PLACES = [
  ['smart-making', '2023-01-01', 'main-2023', '税收占比最高', 'the largest share of the taxes', 'YEARBOOK'],
  ['logistics', '2023-01-01', 'support-2023', '服务制造业', 'serves manufacturing', 'YEARBOOK'],
  ['textile-design', '2023-01-01', 'support-2023', '承接老厂转型', 'follows from the old mill', 'YEARBOOK'],
  ['software', '2023-01-01', 'support-2023', '服务制造业', 'serves manufacturing', 'YEARBOOK'],
  ['smart-making', '2025-01-01', 'pillar-2025', '工作要点列名', 'named in the work plan', 'PLAN25'],
  ['logistics', '2025-01-01', 'pillar-2025', '工作要点列名', 'named in the work plan', 'PLAN25'],
  ['textile-design', '2025-01-01', 'distinctive-2025', '工作要点列名', 'named in the work plan', 'PLAN25'],
  ['brewing-culture', '2025-01-01', 'distinctive-2025', '工作要点列名', 'named in the work plan', 'PLAN25'],
  ['software', '2025-01-01', 'distinctive-2025', '工作要点列名', 'named in the work plan', 'PLAN25'],
  ['robotics', '2025-01-01', 'future-2025', '工作要点列名', 'named in the work plan', 'PLAN25'],
  ['new-materials', '2025-01-01', 'future-2025', '工作要点列名', 'named in the work plan', 'PLAN25'],
  ['low-altitude', '2025-01-01', 'future-2025', '工作要点列名', 'named in the work plan', 'PLAN25'],
  [
    'robotics',
    '2026-07-01',
    'distinctive-2025',
    '试点两年达标，龙头企业落户金田智造园',
    'the trial met its targets, a leading firm settled in Jintian Smart Works Park',
    'MINUTES',
  ],
];

/** [industry, on, stage, finding zh, finding en, next on]. */
const REVIEWS = [
  ['robotics', '2025-09-24', 'seed', '样机下线，试点场景三处', 'first machines built, three places to try them', null],
  ['robotics', '2025-12-18', 'pilot', '进入园区试点', 'on trial in the parks', null],
  ['robotics', '2026-03-20', 'pilot', '试点运行平稳', 'the trial runs well', null],
  ['robotics', '2026-06-16', 'scale', '订单稳定，建议调整层级', 'steady orders; a move of tier is proposed', null],
  ['robotics', '2026-09-15', 'scale', '产能爬坡', 'output rises', null],
  ['new-materials', '2026-04-09', 'watch', '尚无企业落户', 'no firm has settled', null],
  ['new-materials', '2026-07-08', 'seed', '两家企业签约，待验证', 'two firms signed, yet to be proved', null],
  ['low-altitude', '2026-09-05', 'watch', '空域手续办理中', 'leave to fly is being asked for', '2026-12-05'],
];

/** Indicators of industries: [id, zh, en, unit, industry, what, values as [kind, period, value]]. */
const MEASURES = [
  [
    'making-firms',
    '智能制造企业',
    'Firms in smart manufacturing',
    'firms',
    'smart-making',
    'firms',
    [
      ['actual', '2024', 86],
      ['actual', '2025', 94],
    ],
  ],
  ['making-jobs', '智能制造从业人员', 'Jobs in smart manufacturing', 'people', 'smart-making', 'jobs', [['actual', '2025', 5200]]],
  [
    'robotics-firms',
    '机器人企业',
    'Firms in robotics',
    'firms',
    'robotics',
    'firms',
    [
      ['actual', '2025', 7],
      ['actual', '2026-09', 11],
    ],
  ],
  ['software-firms', '软件服务企业', 'Firms in software services', 'firms', 'software', 'firms', [['actual', '2025', 41]]],
];

/** Where plans name an industry: [industry, subdistrict]. */
const PLANNED = [
  ['smart-making', 'jintian'],
  ['robotics', 'jintian'],
  ['logistics', 'anping'],
  ['textile-design', 'qingfang'],
  ['software', 'qingfang'],
  ['software', 'chenghu'],
  ['brewing-culture', 'hexi'],
  ['new-materials', 'wangchuan'],
  ['low-altitude', 'anping'],
];

/** [project, industries, priorities]. */
const SERVES = [
  ['qingfang-mill', ['textile-design'], ['consumption']],
  ['qingfang-park-1', ['software', 'textile-design'], ['innovation', 'digital']],
  ['qingfang-park-2', ['software'], ['innovation', 'digital']],
  ['jintian-machine', ['smart-making'], ['innovation']],
  ['jintian-works-park', ['smart-making', 'robotics'], ['innovation', 'opening']],
  ['anping-logistics', ['logistics'], ['region', 'opening']],
  ['baiquan-depot', ['logistics'], ['region']],
  ['hexi-brewery', ['brewing-culture'], ['consumption']],
  ['chenghu-tower', ['software'], ['digital']],
];

/** The axis of the priorities that the city asks reports on. */
export const PRIORITIES = {
  id: 'priority',
  name: { zh: '五项重点', en: 'Five priorities' },
  values: [
    ['innovation', '科技创新', 'Innovation'],
    ['opening', '开放合作', 'Opening up'],
    ['digital', '数字经济', 'Digital economy'],
    ['consumption', '消费提质', 'Better consumption'],
    ['region', '区域协同', 'Regional co-ordination'],
  ].map(([id, zh, en]) => ({ id, name: { zh, en } })),
};

/** The projects with the priorities that they are reported under. */
export function withPriorities(projects) {
  const of = new Map(SERVES.map(([project, , priorities]) => [project, priorities]));
  return projects.map((row) => ({ ...row, tags: [...row.tags, ...(of.get(row.id) ?? []).map((each) => `priority:${each}`)] }));
}

/** Industries, tiers, where each stood, reviews, their indicators with values, and the links of plans and projects. */
export function industryRows() {
  const measured = (industry, what) => MEASURES.find((each) => each[4] === industry && each[5] === what)?.[0] ?? null;
  return {
    industry: INDUSTRIES.map(([id, name_zh, name_en, definition_zh, definition_en, owner, review_from]) => ({
      id,
      name_zh,
      name_en,
      definition_zh,
      definition_en,
      owner,
      firms: measured(id, 'firms'),
      revenue: measured(id, 'revenue'),
      jobs: measured(id, 'jobs'),
      research: measured(id, 'research'),
      review_from,
      source: 'PLAN25',
      tags: ['aim:work'],
      ...note,
      visibility: 'public',
    })),
    tier: TIERS.map(([id, name_zh, name_en, scheme, from_on, position, definition_zh, definition_en, source]) => ({
      id,
      name_zh,
      name_en,
      scheme,
      from_on,
      position,
      definition_zh,
      definition_en,
      source,
      ...note,
      visibility: 'public',
    })),
    tier_place: PLACES.map(([industry, from_on, tier, reason_zh, reason_en, source]) => ({
      industry,
      from_on,
      tier,
      reason_zh,
      reason_en,
      source,
      confidence: 'high',
    })),
    industry_review: REVIEWS.map(([industry, on, stage, finding_zh, finding_en, next_on]) => ({
      industry,
      on,
      stage,
      finding_zh,
      finding_en,
      source: 'MINUTES',
      next_on,
    })),
    indicators: MEASURES.map(([id, name_zh, name_en, unit]) => ({
      id,
      name_zh,
      name_en,
      unit,
      direction: 'up',
      owner: 'industry',
      source: 'YEARBOOK',
      tags: [],
      visibility: 'public',
    })),
    values: MEASURES.flatMap(([indicator, , , , , , values]) =>
      values.map(([kind, period, value]) => ({
        indicator,
        kind,
        period,
        value,
        status: 'final',
        breaks_series: false,
        source: 'YEARBOOK',
        confidence: 'high',
      })),
    ),
    links: [
      ...PLANNED.map(([industry, area]) => link('industry', industry, 'stands-on', 'place', `area-${area}`, 'PLAN25')),
      ...SERVES.flatMap(([project, industries]) => industries.map((each) => link('project', project, 'serves', 'industry', each, 'TASKS'))),
    ],
  };
}

function link(from_kind, from_id, relation, to_kind, to_id, source) {
  return { from_kind, from_id, relation, to_kind, to_id, source };
}
