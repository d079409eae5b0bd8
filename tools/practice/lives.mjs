// What happened to every project: outcomes, dated steps, money, reports and parts.
import { between, daysAfter, earlier, monthsBetween } from './day.mjs';
import { halfDoneOn, halfwayOf, passedOn } from './gates-passed.mjs';
import { PROJECTS, TODAY } from './projects.mjs';
import { COMMITMENTS } from './words.mjs';

const FEN_PER_WAN = 1_000_000;
/** The last month that was reported on. */
const LAST_MONTH = '2026-11';
/** Works that end with an opening; the others end with an acceptance. */
const OPENED = new Set(['qingfang-mill', 'anping-clinic', 'qingfang-boiler', 'songling-nursery']);
/** When a project is now expected, where that is later than promised. */
const EXPECTED = {
  'songling-shanty': '2026-12-20',
  'jintian-machine': '2027-09-30',
  'qingfang-park-2': '2027-03-31',
  'yunqiao-school': '2027-02-28',
  'rent-support': '2026-12-15',
};
/** Whom a project waits for, and why. */
const WAITS = {
  'chenghu-tower': [
    'planning',
    '外立面方案与街区风貌要求不一致，等规划局意见',
    'the front does not fit the street; waiting for the Planning Bureau',
  ],
  'jintian-yard-9': [
    'urban-management',
    '雨污分流与市政管线接口没有定，等城市管理局明确',
    'where the new drains join the main is not settled; waiting for City Management',
  ],
  'wangchuan-greenway-2': ['water', '跨河段要等闸站改建让出作业面', 'the stretch over the river waits until the sluice leaves room'],
};
/** The work on site, by how much of it is done. */
const SITE_WORK = [
  [0.12, '进场，围挡和临时设施完成', 'on site; fences and sheds are up'],
  [0.35, '基础和管线施工', 'foundations and pipes'],
  [0.6, '主体施工', 'the main works'],
  [0.85, '外立面和室内施工', 'fronts and rooms'],
  [0.99, '收尾和场地清理', 'finishing and clearing'],
  [1, '完工', 'finished'],
];

const isPaper = ({ kind }) => kind === 'plan' || kind === 'policy' || kind === 'programme';
const note = (zh, en) => ({ note_zh: zh, note_en: en });
const fen = (wan) => Math.round(wan) * FEN_PER_WAN;

/** What happened to projects, and on commitments themselves. */
export function outcomeRows() {
  const of = (subject_kind, subject_id, what, dates, more = {}) => ({
    id: `${subject_id}-${what}-${dates.slice(0, 10)}`,
    subject_kind,
    subject_id,
    what,
    dates,
    source: 'SITE',
    confidence: 'high',
    ...more,
  });
  const projects = PROJECTS.flatMap((each) => {
    const { id, started, finished, turn } = each;
    const on = (what, dates, more) => of('project', id, what, dates, more);
    const rows = started ? [on('started', started, isPaper(each) ? { source: 'MINUTES' } : {})] : [];
    if (id === 'renewal-plan')
      return [
        ...rows,
        on('adopted', finished, { source: 'MINUTES' }),
        on('reviewed', '2026-09-25', { source: 'MINUTES' }),
        on('reviewed', '2026-11-10', { source: 'MINUTES' }),
      ];
    if (finished && isPaper(each))
      return [...rows, on('adopted', finished, { source: 'MINUTES' }), on('completed', finished, { source: 'MINUTES' })];
    if (finished) return [...rows, on(OPENED.has(id) ? 'opened' : 'accepted', finished)];
    if (id === 'rent-support')
      return [
        ...rows,
        on('not-done', '2026-07-15', {
          source: 'MINUTES',
          ...note('会议确认没有按期出台', 'the meeting found that they were not issued in time'),
        }),
      ];
    if (turn === 'moved')
      return [
        ...rows,
        on('progress', '2026-07-30', note('主体封顶', 'the shell is up')),
        on('rescheduled', '2026-08-12', {
          new_due_on: EXPECTED[id],
          source: 'MINUTES',
          ...note('区专题会同意延期', 'the meeting agreed to a later day'),
        }),
      ];
    if (turn === 'late') return [...rows, on('progress', '2026-10-21', note('还有 31 户没有签约', '31 households have not signed yet'))];
    if (turn === 'silent') return [...rows, on('progress', '2026-09-24', note('完成过半', 'more than half is done'))];
    if (started) return [...rows, on('progress', daysAfter(TODAY, -37), note('按计划推进', 'going on as planned'))];
    return id === 'baiquan-shanty' ? [on('progress', '2026-10-20', note('征收方案公示', 'the plan of the taking was shown'))] : [];
  });
  const moved = COMMITMENTS.filter(({ movedTo }) => movedTo).map(({ id, movedTo }) =>
    of('commitment', id, 'rescheduled', '2025-12-19', {
      new_due_on: movedTo,
      source: 'MINUTES',
      ...note('年度结转：转入 2026 年继续办理', 'carried on into 2026'),
    }),
  );
  const talked = ['26-bungalows', '26-study'].map((id) =>
    of('commitment', id, 'progress', '2026-09-17', { source: 'MINUTES', ...note('完成一轮现场踏勘', 'every place was walked once') }),
  );
  const events = [
    of('event', 'forum-2025', 'held', '2025-11-06'),
    of('event', 'lantern-fair-2026', 'held', '2026-02-26/2026-02-28'),
    of('event', 'open-day-2026', 'held', '2026-09-19'),
  ];
  return [...projects, ...moved, ...talked, ...events];
}

/** Four dated steps of every works project that is in the pool: promised when it entered, expected or done. */
export function milestoneRows() {
  return PROJECTS.filter((each) => !isPaper(each) && each.passed >= 3).flatMap((each) => {
    const { id, started, finished, due, turn } = each;
    const begun = started ?? (due <= '2026-12-31' ? '2026-12-07' : '2027-02-15');
    const promised = [daysAfter(begun, -30), begun, halfwayOf(each) ?? between(begun, due), due];
    const actual = [each.passed >= 4 ? passedOn(each, 3) : null, started, halfDoneOn(each), finished];
    const isTold = [true, true, turn !== 'milestone', turn !== 'silent'];
    const forecast = promised.map((day, n) => (actual[n] || !isTold[n] ? null : n === 3 ? (EXPECTED[id] ?? day) : day));
    return STEPS.map(([key, name_zh, name_en], n) => ({
      id: `${id}-${key}`,
      project: id,
      position: n + 1,
      name_zh,
      name_en,
      baseline: promised[n],
      frozen_on: passedOn(each, 2),
      forecast: forecast[n],
      actual: actual[n],
    }));
  });
}
const STEPS = [
  ['design', '方案通过', 'Design approved'],
  ['begin', '开工', 'Works begin'],
  ['half', '主体完成', 'Main works finished'],
  ['accept', '竣工验收', 'Accepted'],
];

/** What projects are to cost, in all and in each year that they are worked on. */
export function amountRows() {
  return PROJECTS.filter(({ totalWan }) => totalWan !== null).flatMap((each) => {
    const { id, totalWan, started, finished } = each;
    const years = started
      ? [2025, 2026].filter((year) => `${year}` >= started.slice(0, 4) && (!finished || `${year}` <= finished.slice(0, 4)))
      : [];
    const row = (key, year, wan) => ({
      id: `${id}-${key}`,
      project: id,
      year,
      amount_fen: fen(wan),
      source: 'BUDGET',
      confidence: year === null && !started ? 'medium' : 'high',
    });
    return [
      row('total', null, totalWan),
      ...years.map((year) => row(year, year, years.length === 1 ? totalWan * (each.due > '2026-12-31' ? 0.4 : 1) : totalWan / 2)),
    ];
  });
}

/** The last month that a project was reported on, where its lead fell silent. */
const SILENT_SINCE = { stale: '2026-07', overdue: '2026-09', silent: '2026-10' };
/** What the leads reported near the end of every month, up to November 2026. */
export function monthRows(random) {
  return PROJECTS.filter((each) => each.started && each.totalWan !== null && !isPaper(each)).flatMap((each) => {
    const { id, started, finished, due, turn, lead, totalWan } = each;
    const end = finished ?? EXPECTED[id] ?? due;
    const last = SILENT_SINCE[turn] ?? earlier(LAST_MONTH, (finished ?? TODAY).slice(0, 7));
    const months = monthsBetween(started, last);
    const all = monthsBetween(started, end).length;
    let share = 0;
    return months.map((month, n) => {
      const isLast = finished !== null && n === months.length - 1;
      share = isLast ? 1 : Math.min(0.97, Math.max(share, (n + 1) / (all + 1) + random.between(-0.02, 0.02)));
      const isCut = id === 'hexi-garden' && month === '2026-09';
      const [, words_zh, words_en] = SITE_WORK.find(([most]) => share <= most);
      const [, problem_zh, problem_en] = month === LAST_MONTH ? (WAITS[id] ?? []) : [];
      return {
        project: id,
        month,
        completed_fen: fen(totalWan * (isCut ? share - 0.12 : share)),
        share: Math.round(share * 100) / 100,
        words_zh,
        words_en,
        problem_zh,
        problem_en,
        level: problem_zh ? 'district-office' : 'none',
        ...(isCut ? { fall_reason_zh: '结算审减', fall_reason_en: 'the account was cut at its review' } : {}),
        reported_on: `${month}-${23 + (id.length % 4)}`,
        reporter: lead,
      };
    });
  });
}

/** What owners said: each month of projects that are not finished, each quarter of the commitments of 2026. Here and there nobody did. */
export function updateRows() {
  const row = (subject_kind, subject_id, reported_on, reporter, said) => ({
    id: `${subject_id}-${reported_on}`,
    subject_kind,
    subject_id,
    reported_on,
    reporter,
    ...(said ? { unchanged: false, ...said } : { unchanged: true }),
  });
  const projects = PROJECTS.filter(({ lead, finished }) => lead !== null && finished === null).flatMap((each, n) => {
    const days = ['2026-07-29', '2026-08-27', '2026-09-25', '2026-10-29', ...(n % 2 === 0 ? ['2026-11-24'] : [])];
    const until = { stale: '2026-07-31', overdue: '2026-09-30', silent: '2026-10-31' }[each.turn] ?? TODAY;
    const kept = days.filter((day) => day <= until && (!each.started || day >= each.started));
    const told = Math.max(
      0,
      kept.findLastIndex((day) => day <= '2026-10-31'),
    );
    return kept.map((day, at) => row('project', each.id, day, each.lead, at === told ? saidOf(each) : null));
  });
  const commitments = COMMITMENTS.filter(({ plan, owner }) => plan.year === 2026 && owner !== null).flatMap((each) => {
    const days = LATE_REPORTERS.has(each.id) ? ['2026-03-26', '2026-06-25'] : ['2026-03-26', '2026-06-25', '2026-09-24'];
    return days.map((day, at) => row('commitment', each.id, day, each.owner, at === 0 ? BEGUN : null));
  });
  return [...projects, ...commitments, row('commitment', '26-parking-places', '2026-09-24', 'urban-management', BEGUN)];
}
/** Commitments whose owners did not report on the third quarter. */
const LATE_REPORTERS = new Set(['26-hill', '26-parking']);
const BEGUN = { step: 'under-way', words_zh: '已分解到季度，责任到科室', words_en: 'parted into quarters; each section knows its part' };

function saidOf({ id, started, turn, due }) {
  const [waits_for, words_zh, words_en] = WAITS[id] ?? [];
  if (turn === 'blocked') return { step: 'blocked', waits_for, words_zh, words_en };
  if (turn === 'waiting') return { step: 'under-way', waits_for, words_zh, words_en };
  if (EXPECTED[id])
    return {
      step: 'under-way',
      forecast_on: EXPECTED[id],
      words_zh: '比原计划晚，已报区更新统筹办公室',
      words_en: 'later than planned; the Renewal Office was told',
    };
  if (!started) return { step: 'not-begun', words_zh: '前期手续在办', words_en: 'the papers before the works are under way' };
  return { step: 'under-way', forecast_on: due, words_zh: '按节点推进', words_en: 'going on step by step' };
}

/** Whom a project serves, and the floor area of old works and buildings. */
export function figureRows() {
  const row = (id, key, label_zh, label_en, value, unit) => ({
    id: `${id}-${key}`,
    subject_kind: 'project',
    subject_id: id,
    label_zh,
    label_en,
    value,
    unit,
    qualifier: value % 10 === 0 ? 'about' : null,
    period: '2026',
    source: 'TASKS',
    confidence: 'high',
  });
  const others = OTHER_FIGURES.map(([subject_kind, subject_id, key, ...told]) => ({ ...row(subject_id, key, ...told), subject_kind }));
  const projects = PROJECTS.flatMap(({ id, kind, serves, totalWan }) => {
    const isOfFirms = kind === 'old-factory' || kind === 'industrial-park' || kind === 'low-efficiency-building';
    return [
      ...(serves
        ? [
            isOfFirms
              ? row(id, 'firms', '入驻企业', 'firms', serves, 'firms')
              : row(id, 'households', '受益户数', 'households served', serves, 'households'),
          ]
        : []),
      ...(totalWan && isOfFirms ? [row(id, 'floor', '更新建筑面积', 'floor area renewed', totalWan * 3, 'm2')] : []),
    ];
  });
  return [...projects, ...others];
}

/** Figures of other records: kind, id, key, Chinese, English, value, unit. */
const OTHER_FIGURES = [
  ['commitment', '26-support', 'buildings', '涉及低效楼宇', 'under-used buildings concerned', 24, 'items'],
  ['event', 'open-day-2026', 'visitors', '到场居民', 'residents who came', 1860, 'people'],
  ['event', 'industry-meeting-2026', 'invited', '拟邀企业', 'firms to be invited', 85, 'firms'],
  ['park', 'qingfang-innovation', 'signed', '已签约企业', 'firms that have signed', 62, 'firms'],
  ['place', 'site-baiquan-depot', 'area', '占地面积', 'area of the site', 7.4, 'ha'],
  ['district', 'practice', 'people', '常住人口', 'people who live here', 214_000, 'people'],
];

/** Parts of projects: [project, Chinese, English, stage, day]. */
const PARTS = [
  ['jintian-shanty-1', '东片', 'East part', 'done', '2026-06-30'],
  ['jintian-shanty-1', '西片', 'West part', 'under-way', '2026-03-12'],
  ['jintian-shanty-1', '铁路边片', 'Part by the railway', 'not-started', '2026-10-29'],
  ['hexi-pocket-parks', '桥头口袋公园', 'Bridge pocket park', 'done', '2026-09-10'],
  ['hexi-pocket-parks', '校门口袋公园', 'School pocket park', 'done', '2026-09-18'],
  ['hexi-pocket-parks', '粮站口袋公园', 'Granary pocket park', 'under-way', '2026-08-24'],
  ['hexi-pocket-parks', '河湾口袋公园', 'River bend pocket park', 'not-known', null],
  ['qingfang-park-2', '一号楼', 'Building 1', 'under-way', '2026-02-16'],
  ['qingfang-park-2', '二号楼', 'Building 2', 'under-way', '2026-04-20'],
  ['qingfang-park-2', '三号楼', 'Building 3', 'not-started', '2026-10-29'],
  ['wangchuan-greenway-2', '山前段', 'Stretch by the hill', 'under-way', '2026-04-27'],
  ['wangchuan-greenway-2', '跨河段', 'Stretch over the river', 'not-started', '2026-10-29'],
  ['chenghu-tower', '裙楼', 'Lower floors', 'under-way', '2025-10-13'],
  ['chenghu-tower', '塔楼', 'Tower', 'not-started', '2026-10-29'],
  ['songling-yard-1', '楼栋', 'Houses', 'done', '2025-10-30'],
  ['songling-yard-1', '院内道路和管线', 'Paths and pipes', 'done', '2025-11-14'],
];

export function componentRows() {
  return PARTS.map(([project, name_zh, name_en, stage, stage_on], n) => {
    const position = PARTS.slice(0, n + 1).filter(([each]) => each === project).length;
    return {
      id: `${project}-${position}`,
      project,
      position,
      name_zh,
      name_en,
      stage,
      stage_on,
      source: stage === 'not-known' ? null : 'SITE',
    };
  });
}
