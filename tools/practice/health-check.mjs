// The health check of the practice district: the indicators as lists in public use name them, what was measured in its survey units in two years, and the problems found.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AREAS } from './district.mjs';

/** Compounds that are surveyed, in their order, and the houses of the first of them. */
const COMPOUNDS = [
  'songling-yard-1',
  'songling-yard-3',
  'chenghu-east',
  'baiquan-lifts',
  'wangchuan-yard-2',
  'wangchuan-yard-5',
  'anping-north',
  'hexi-garden',
  'jintian-yard-9',
];
const HOUSES = ['1', '2', '3', '4'];
/** The survey units by level. A subdistrict stands for its blocks. */
const UNITS = {
  dwelling: [
    ...HOUSES.map((n) => `songling-yard-1-house-${n}`),
    ...COMPOUNDS.slice(1).map((id) => `site-${id}`),
    'area-qingfang',
    'area-yunqiao',
  ],
  compound: [...COMPOUNDS.map((id) => `site-${id}`), 'area-qingfang', 'area-yunqiao'],
  block: AREAS.map(([id]) => `area-${id}`),
};
const SURVEYS = ['2025-06', '2026-06'];
/** Not measured at all; measured two years ago and not since; measured in some units only. */
const SILENT = ['H10', 'C12', 'U04', 'U05', 'U14', 'U15', 'U16', 'U22', 'U26', 'U28', 'U29'];
const OLD = ['B08', 'C08'];
const BEFORE = ['2024-06'];
const PARTLY = ['H02', 'C02', 'B05'];
/** The largest count in a unit, where it is not 3; 0: none anywhere. */
const MOST = { H08: 9, H09: 8, C04: 40, C05: 180, C06: 60, C09: 1.4, B07: 6, C03: 0, C10: 0, B03: 0 };
/** Values of the whole district in the two years. */
const WHOLE = {
  U01: [91, 93.5],
  U02: [1, 0],
  U03: [62, 68],
  U06: [0, 0],
  U07: [5.9, 6.1],
  U08: [100, 100],
  U09: [92, 100],
  U10: [14, 11],
  U11: [0, 0],
  U12: [0, 0],
  U13: [3, 4],
  U17: [1, 0],
  U18: [4, 2],
  U19: [1200, null],
  U20: [70, 78],
  U21: [82, 91],
  U23: [90, 94],
  U24: [0, 0],
  U25: [1.1, 1.2],
  U27: [80, 88],
  U30: [100, 100],
};
/** Problems: id, indicator, unit, what is wrong, owner, due, raised, project or why none, how it was closed. */
const PROBLEMS = [
  [
    'pipes-yard-1',
    'H06',
    'site-songling-yard-1',
    '松岭一号院管线破损',
    'Damaged pipes in Songling Yard 1',
    'housing',
    '2026-06-30',
    '2025-07-08',
    'songling-yard-1',
    ['复测 4 栋均无破损', 'none of the four houses has damaged pipes', '2026-07-06'],
  ],
  [
    'stairs-yard-3',
    'H03',
    'site-songling-yard-3',
    '松岭三号院楼道堆物',
    'Blocked stairways in Songling Yard 3',
    'housing',
    '2026-06-30',
    '2025-07-08',
    'songling-yard-3',
  ],
  [
    'aged-chenghu',
    'H08',
    'site-chenghu-east',
    '澄湖东里需适老化改造',
    'Age-friendly works owed in Chenghu East Lane',
    'housing',
    '2027-06-30',
    '2026-07-10',
    'chenghu-east',
  ],
  [
    'bays-anping',
    'C05',
    'site-anping-north',
    '安屏北里停车泊位不足',
    'Too few parking bays in Anping North Lane',
    'housing',
    '2026-12-31',
    '2026-07-10',
    null,
  ],
  [
    'lines-yunqiao',
    'B05',
    'area-yunqiao',
    '云桥空中线路乱拉',
    'Untidy overhead lines in Yunqiao',
    'urban-management',
    '2026-10-31',
    '2026-07-10',
    { zh: '纳入日常养护，不单独立项', en: 'part of daily upkeep, without a project of its own' },
  ],
];

const link = (from, to) => ({ from_kind: 'place', from_id: from, relation: 'member-of', to_kind: 'place', to_id: to });

/** Which of the places of the ground are survey units. */
export function surveyed(places) {
  return places.map((row) => {
    if (row.kind === 'area' && row.id.startsWith('area-')) return { ...row, survey_level: 'block' };
    return COMPOUNDS.some((id) => row.id === `site-${id}`) ? { ...row, survey_level: 'compound' } : row;
  });
}

/** The rows of the health check: houses, indicators, values, problems; `random`: seeded. */
export function checkRows(random) {
  const indicators = definitions();
  return {
    place: HOUSES.map((n) => ({
      id: `songling-yard-1-house-${n}`,
      name_zh: `松岭一号院 ${n} 号楼`,
      name_en: `Songling Yard 1, house ${n}`,
      kind: 'building',
      is_site: false,
      position: 'not-known',
      survey_level: 'dwelling',
      no_place_reason_zh: '楼栋位置未绘制，随小区统计',
      no_place_reason_en: 'the house is not drawn; it is counted with its compound',
      tags: [],
    })),
    links: HOUSES.map((n) => link(`songling-yard-1-house-${n}`, 'site-songling-yard-1')),
    indicator: indicators,
    place_value: indicators.flatMap((row) => placeValues(random, row)),
    indicator_value: indicators.flatMap(({ id }) => wholeValues(id)),
    issue: PROBLEMS.map(problemRow),
  };
}

function definitions() {
  const [head, ...lines] = readFileSync(join(import.meta.dirname, 'check-indicators.csv'), 'utf8')
    .trim()
    .split('\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line
      .match(/("([^"]|"")*"|[^,]*)(,|$)/g)
      .map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '').replaceAll('""', '"'));
    const row = Object.fromEntries(columns.map((column, index) => [column, cells[index] || null]));
    return {
      ...row,
      threshold: row.threshold === null ? null : Number(row.threshold),
      within_m: row.within_m === null ? null : Number(row.within_m),
      frequency: 'yearly',
      owner: OWNERS[row.check_level],
      source: 'CHECKLIST',
      tags: [],
    };
  });
}

const OWNERS = { dwelling: 'housing', compound: 'housing', block: 'urban-management', district: 'renewal' };

function placeValues(random, { id, check_level, roll_up, place_method }) {
  // What is worked out from places is not surveyed.
  if (place_method) return [];
  if (check_level === 'district' || SILENT.includes(id)) return [];
  const units = PARTLY.includes(id) ? UNITS[check_level].slice(0, -3) : UNITS[check_level];
  return (OLD.includes(id) ? BEFORE : SURVEYS).flatMap((period) =>
    units.map((place) => ({
      indicator: id,
      place,
      period,
      value: roll_up === null ? 70 + random.below(31) : countIn(random, id, place, period),
      weight: null,
      status: period === SURVEYS[1] ? 'provisional' : 'final',
      source: 'SURVEY',
      confidence: 'high',
    })),
  );
}

/** Less in the second year than in the first; where a problem was closed, nothing. */
function countIn(random, id, place, period) {
  const most = MOST[id] ?? 3;
  const found = Math.max(0, random.between(-most, most));
  if (id === 'H06' && place.startsWith('songling-yard-1')) return period === SURVEYS[0] ? 1 : 0;
  const at = PROBLEMS.find(([, indicator, unit]) => indicator === id && unit === place);
  const counted = at && (period === SURVEYS[0] || !at[9]) ? Math.max(1, found) : found;
  return most < 2 ? Math.round(counted * 10) / 10 : Math.round(counted);
}

function wholeValues(id) {
  return (WHOLE[id] ?? []).flatMap((value, index) =>
    value === null
      ? []
      : [
          {
            indicator: id,
            kind: 'actual',
            period: index === 0 ? '2024' : '2025',
            value,
            status: 'final',
            breaks_series: false,
            source: 'SURVEY',
            confidence: 'high',
          },
        ],
  );
}

function problemRow([id, indicator, place, zh, en, owner, due_on, raised_on, works, closing]) {
  const project = typeof works === 'string' ? works : null;
  return {
    id,
    name_zh: zh,
    name_en: en,
    level: 'department',
    owner,
    due_on,
    indicator,
    place,
    project,
    no_project_reason_zh: project === null ? (works?.zh ?? null) : null,
    no_project_reason_en: project === null ? (works?.en ?? null) : null,
    raised_on,
    closing_zh: closing?.[0] ?? null,
    closing_en: closing?.[1] ?? null,
    closed_on: closing?.[2] ?? null,
    source: 'SURVEY',
    visibility: 'district',
    note_zh: '虚构',
    note_en: 'invented',
    tags: [],
  };
}
