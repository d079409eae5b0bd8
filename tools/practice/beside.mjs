// What stands beside the projects of the practice district: events, parks, indicators, and what waits for what.

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
/** Who reports an indicator, how often it has a value, and its values between those years: period and value, the last of them provisional where that is said. */
const REPORTED = {
  yards: ['housing', 'quarterly', ['2025-Q1', 12], ['2025-Q2', 13], ['2025-Q3', 14], ['2026-Q1', 16], ['2026-Q2', 17], ['2026-Q3', 18]],
  households: ['housing', 'yearly'],
  empty: ['industry', 'quarterly', ['2025-Q1', 30.5], ['2025-Q2', 29.6], ['2026-Q1', 27.2], ['2026-Q2', 27.9], ['2026-Q3', 26.1]],
  green: ['parks', 'yearly'],
  greenways: ['parks', 'yearly'],
  firms: ['industry', 'quarterly', ['2025-Q1', 92], ['2025-Q2', 101], ['2025-Q3', 113], ['2026-Q1', 128], ['2026-Q3', 138, 'provisional']],
  satisfied: ['renewal', 'yearly'],
  jobs: ['industry', 'half-yearly', ['2026-H1', 2610, 'provisional']],
  levees: ['water', 'yearly'],
  moved: ['housing', 'monthly', ['2026-06', 960], ['2026-07', 1010], ['2026-08', 1055], ['2026-09', 1120]],
};
/** An indicator that fell silent, and one that is calculated from others. */
const FURTHER = [
  {
    id: 'answered',
    name_zh: '居民诉求按时办结率',
    name_en: 'Residents’ requests settled in time',
    unit: 'percent',
    direction: 'up',
    definition_zh: '当月到期的居民诉求中按时办结的占比',
    definition_en: 'of the requests that fall due in the month, those that were settled in time',
    frequency: 'monthly',
    owner: 'urban-management',
    source: 'YEARBOOK',
    tags: [],
  },
  {
    id: 'jobs-per-firm',
    name_zh: '园区户均就业',
    name_en: 'Jobs for each firm in the parks',
    unit: 'people-per-firms',
    direction: 'up',
    definition_zh: '更新带动就业除以园区入驻企业',
    definition_en: 'jobs that came with renewal, for each firm in the parks',
    formula: '[jobs] / [firms]',
    frequency: 'half-yearly',
    owner: 'industry',
    source: 'YEARBOOK',
    tags: [],
  },
];
const FURTHER_VALUES = [
  ['answered', 'baseline', '2024', 88.2, 'YEARBOOK'],
  ['answered', 'target', '2026', 95, 'PLAN26'],
  ['answered', 'actual', '2026-05', 91.6, 'SITE'],
  ['answered', 'actual', '2026-06', 92.3, 'SITE'],
  ['answered', 'actual', '2026-07', 92.9, 'SITE'],
  ['jobs-per-firm', 'target', '2026', 20, 'PLAN26'],
];
/** The first of them are the headline indicators of the leader’s page: at most so many. */
const MOST_HEADLINES = 12;

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

/** What waits for what: kind and id of what is waited for, of what waits, which ends, days between. */
const DEPENDENCIES = [
  ['project', 'hexi-sluice', 'project', 'wangchuan-greenway-2', 'FF', -20],
  ['project', 'jintian-shanty-1', 'project', 'jintian-shanty-2', 'FS', 60],
  ['project', 'qingfang-park-1', 'project', 'qingfang-park-2', 'FS', 30],
  ['milestone', 'jintian-works-park-half', 'milestone', 'jintian-machine-accept', 'SS', 0],
  ['project', 'renewal-plan', 'project', 'lake-blocks-plan', 'FS', 14],
  ['project', 'lake-blocks-plan', 'project', 'chenghu-tower', 'SS', 0],
];

/** Events, parks, indicators with two years of values, dependencies, and their links. */
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
    indicator: [
      ...INDICATORS.map(([id, name_zh, name_en, unit, direction, definition_zh, definition_en], index) => ({
        id,
        name_zh,
        name_en,
        unit,
        direction,
        definition_zh,
        definition_en,
        owner: REPORTED[id][0],
        frequency: REPORTED[id][1],
        headline: index + 1 > MOST_HEADLINES ? null : index + 1,
        source: 'YEARBOOK',
        tags: [],
      })),
      ...FURTHER,
    ],
    indicator_value: [
      ...INDICATORS.flatMap(([indicator, , , , , , , values]) => {
        const [baseline, target25, actual25, target26, actual26] = values;
        const [, , ...between] = REPORTED[indicator];
        return [
          valueRow(indicator, 'baseline', '2024', baseline, 'YEARBOOK', 'final'),
          valueRow(indicator, 'target', '2025', target25, 'PLAN25'),
          valueRow(indicator, 'actual', '2025', actual25, 'YEARBOOK', 'final'),
          valueRow(indicator, 'target', '2026', target26, 'PLAN26'),
          ...(actual26 === null ? [] : [valueRow(indicator, 'actual', '2026-10', actual26, 'SITE', 'provisional')]),
          ...between.map(([period, value, status = 'final']) => valueRow(indicator, 'actual', period, value, 'SITE', status)),
        ];
      }),
      ...FURTHER_VALUES.map((each) => valueRow(...each)),
    ],
    dependency: DEPENDENCIES.map(([from_kind, from_id, to_kind, to_id, kind, lag_days]) => ({
      from_kind,
      from_id,
      to_kind,
      to_id,
      kind,
      lag_days,
    })),
    links: [
      ...EVENTS.map(([id, , , , , department]) => link('department', department, 'co-operates', 'event', id)),
      ...MEASURED.map(([indicator, project]) => link('indicator', indicator, 'measures', 'project', project)),
    ],
  };
}

function valueRow(indicator, kind, period, value, source, status = null) {
  return { indicator, kind, period, value, status, breaks_series: false, source, confidence: 'high' };
}
