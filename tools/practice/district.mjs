// The practice district itself: its axes, units, sources, departments, working calendar and the words its plans use.
import { readFileSync } from 'node:fs';
import { PRIORITIES } from './industries.mjs';

/** In the open ocean, so that no real place is drawn over. WGS 84. */
export const FRAME = [152.9, 20, 153.08, 20.14];

/** Subdistricts, row by row from the north-west: id, Chinese, English. */
export const AREAS = [
  ['songling', '松岭', 'Songling'],
  ['baiquan', '白泉', 'Baiquan'],
  ['qingfang', '青坊', 'Qingfang'],
  ['wangchuan', '望川', 'Wangchuan'],
  ['chenghu', '澄湖', 'Chenghu'],
  ['jintian', '金田', 'Jintian'],
  ['yunqiao', '云桥', 'Yunqiao'],
  ['hexi', '和溪', 'Hexi'],
  ['anping', '安屏', 'Anping'],
];

const pair = (zh, en) => ({ zh, en });
const value = (id, zh, en, more = {}) => ({ id, name: pair(zh, en), ...more });

/** The row of the district, as its JSON. */
export const DISTRICT = {
  id: 'practice',
  name: pair('练习区', 'Practice District'),
  frame: FRAME,
  metre_crs: 'EPSG:32656',
  time_zone: 'Asia/Shanghai',
  languages: ['zh', 'en'],
  axes: [
    {
      id: 'aim',
      name: pair('目标', 'Aim'),
      values: [
        value('homes', '安居', 'Good homes', { colour: 'rust', pattern: 'hatch' }),
        value('work', '兴业', 'Good work', { colour: 'indigo', pattern: 'solid' }),
        value('green', '添绿', 'Green and old', { colour: 'pine', pattern: 'outline' }),
        value('safe', '安全', 'Safety', { colour: 'water', pattern: 'wave' }),
      ],
    },
    {
      id: 'way',
      name: pair('更新方式', 'Way of renewal'),
      values: [
        value('retain', '保留利用', 'Keep and use'),
        value('improve', '整治提升', 'Repair and improve'),
        value('rebuild', '拆除重建', 'Clear and rebuild'),
      ],
    },
    {
      id: 'weight',
      name: pair('项目层级', 'Weight'),
      values: [value('district', '区级重点', 'Watched by the district'), value('subdistrict', '街道组织', 'Run by the subdistrict')],
    },
    PRIORITIES,
  ],
  units: {
    firms: pair('家', 'firms'),
    ha: pair('公顷', 'ha'),
    households: pair('户', 'households'),
    items: pair('项', 'items'),
    km: pair('公里', 'km'),
    m: pair('米', 'm'),
    m2: pair('平方米', 'm²'),
    people: pair('人', 'people'),
    'people-per-firms': pair('人/家', 'people per firm'),
    percent: pair('%', '%'),
    'wan-yuan': pair('万元', '10,000 yuan'),
    areas: pair('片', 'areas'),
    bays: pair('个泊位', 'parking bays'),
    blocks: pair('片街区', 'blocks'),
    bodies: pair('家机构', 'bodies'),
    buildings: pair('栋', 'buildings'),
    chargers: pair('个充电桩', 'chargers'),
    compounds: pair('个小区', 'compounds'),
    covers: pair('个井盖', 'covers'),
    facilities: pair('处设施', 'facilities'),
    incidents: pair('起', 'incidents'),
    'km-per-h': pair('公里/时', 'km/h'),
    'km-per-km2': pair('公里/平方公里', 'km/km²'),
    'm2-per-person': pair('平方米/人', 'm² per person'),
    'm3-per-h': pair('立方米/时', 'm³/h'),
    objects: pair('处', 'objects'),
    points: pair('处积水点', 'points'),
    roads: pair('条道路', 'roads'),
    'school-places': pair('个学位', 'school places'),
    spaces: pair('处场地', 'spaces'),
    stations: pair('座', 'stations'),
    yards: pair('个小区', 'compounds'),
  },
  notice: pair('地名、机构、数字都不是真的', 'no place, office or number in it is real'),
  opens_on: '2026-11-27',
  invented: true,
};

/** Where things are said to have been read. All of it is invented, and says so. */
const SOURCES = [
  ['PLAN25', '练习区 2025 年城市更新工作要点（虚构） Practice District, renewal plan of 2025 (invented)', 'official', '2025-01-10'],
  ['PLAN26', '练习区 2026 年城市更新工作要点（虚构） Practice District, renewal plan of 2026 (invented)', 'official', '2026-01-09'],
  [
    'CHECKLIST',
    '城市体检指标清单（公开清单整理，部分达标值凭记忆） Indicators of the health check (from lists in public use; some thresholds recalled)',
    'secondary',
    '2025/2026',
  ],
  ['SURVEY', '练习区城市体检记录（虚构） Records of the health check (invented)', 'official', '2025/2026'],
  ['TASKS', '重点任务分解表（虚构） Task sheet of the renewal office (invented)', 'official', '2026-01-20'],
  ['MINUTES', '区更新专题会纪要（虚构） Minutes of the renewal meetings (invented)', 'official', '2025/2026'],
  ['SITE', '现场核查记录（虚构） Records of site visits (invented)', 'official', '2025/2026'],
  ['BUDGET', '区级项目投资计划（虚构） Investment plan of district projects (invented)', 'official', '2026-01-30'],
  ['YEARBOOK', '练习区统计摘要（虚构） Statistical summary of the Practice District (invented)', 'dataset', '2026-03'],
  ['RULES', '练习区更新项目关口规则（虚构） Rulebook of the Practice District (invented)', 'law', '2024-01-01'],
  ['DESK', '编写练习数据时的估计 Estimate made with the practice data', 'estimate', null],
];

const DEPARTMENTS = [
  [
    'renewal',
    '区更新统筹办公室',
    'Renewal Office',
    '统筹全区更新，受理入库，汇总调度',
    'leads the renewal, keeps the pool, gathers the reports',
  ],
  ['housing', '区住房建设局', 'Housing Bureau', '老旧小区、平房院落、棚户区', 'old compounds, courtyards, shanty areas'],
  ['planning', '区规划局', 'Planning Bureau', '规划、用地、方案审查', 'planning, land, review of designs'],
  ['development', '区发展改革局', 'Development Bureau', '立项和投资计划', 'approvals and the investment plan'],
  ['industry', '区产业促进局', 'Industry Bureau', '老旧厂房和产业园区', 'old works and industrial parks'],
  ['commerce', '区商务局', 'Commerce Bureau', '商业楼宇', 'shops and office buildings'],
  ['parks', '区园林绿化局', 'Parks Bureau', '公园和绿道', 'parks and greenways'],
  ['water', '区水务局', 'Water Bureau', '河道和防洪', 'rivers and flood defence'],
  ['culture', '区文化和旅游局', 'Culture Bureau', '文物和文化设施', 'heritage and cultural places'],
  ['emergency', '区应急管理局', 'Emergency Bureau', '平急两用设施', 'dual-use facilities'],
  ['education', '区教育局', 'Education Bureau', '学校和托育', 'schools and nurseries'],
  ['health', '区卫生健康局', 'Health Bureau', '社区卫生', 'community health'],
  ['urban-management', '区城市管理局', 'City Management Bureau', '管线、环卫、占道', 'pipes, cleaning, the use of streets'],
];

/** Sources, departments with the nine subdistrict offices, the working calendar of 2025 and 2026, how reports are asked for, and what is reviewed. */
export function districtRows(calendarFile) {
  const calendar = JSON.parse(readFileSync(calendarFile, 'utf8'));
  const days = calendar.days.filter(({ day }) => day >= '2025');
  const notices = calendar.sources.filter(({ id }) => days.some(({ source }) => source === id));
  return {
    source: [...SOURCES.map(([id, title, kind, dated]) => ({ id, title, kind, dated })), ...notices],
    department: [
      ...DEPARTMENTS.map(([id, name_zh, name_en, role_zh, role_en]) => ({
        id,
        name_zh,
        name_en,
        role_zh,
        role_en,
        confidence: 'high',
        source: 'TASKS',
      })),
      ...AREAS.map(([id, zh, en]) => ({
        id,
        name_zh: `${zh}街道办事处`,
        name_en: `${en} Subdistrict Office`,
        role_zh: '属地组织、征求居民意见',
        role_en: 'organises on the spot, asks the residents',
        confidence: 'high',
        source: 'TASKS',
      })),
    ],
    calendar_day: days,
    update_rule: [
      { subject_kind: 'commitment', cadence: 'quarterly', asked_from: '2026-01-01', near_days: 5, window_days: 2, escalate_days: 5 },
      { subject_kind: 'project', cadence: 'monthly', asked_from: '2026-01-01', near_days: 3, window_days: 1, escalate_days: 5 },
    ],
    review_rule: ['commitment', 'project'].map((subject_kind) => ({
      subject_kind,
      field: 'due_on',
      basis_zh: '时限调整须经区更新统筹办公室同意',
      basis_en: 'a time limit is changed with the consent of the Renewal Office',
      source: 'RULES',
    })),
  };
}

/** Short names of departments and places as plans and task sheets write them. */
export function termRows() {
  return [
    ...DEPARTMENTS.filter(([, zh]) => zh.endsWith('局')).flatMap(([id, zh]) => [
      { kind: 'department', language: 'zh', words: zh.slice(1), meaning: id },
      { kind: 'department', language: 'zh', words: `区${zh.slice(1, -1)}`, meaning: id },
    ]),
    ...AREAS.map(([id, zh]) => ({ kind: 'department', language: 'zh', words: `${zh}街道`, meaning: id })),
    ...AREAS.map(([id, , en]) => ({ kind: 'place', language: 'en', words: en, meaning: `area-${id}` })),
  ];
}
