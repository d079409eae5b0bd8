// The sixty projects of the practice district, and how far each is on its day. Nothing here is real.

/** The day that the practice district stands on: everything in it happened by then. A Friday. */
export const TODAY = '2026-11-27';

/**
 * One project a line: id | Chinese | English | kind | subdistrict | lead | due | gates passed | started | finished | turn | total in ten
 * thousand yuan | households or firms it serves. `turn` says what is unusual of it; its words are those of `lives.mjs`.
 */
const TABLE = `
songling-yard-1|松岭一号院综合整治|Songling Yard 1 repairs|old-compound|songling|housing|2025-11-30|7|2025-03-18|2025-11-14||3200|412
songling-yard-3|松岭三号院综合整治|Songling Yard 3 repairs|old-compound|songling|housing|2025-11-30|7|2025-04-08|2025-11-26||2860|376
chenghu-east|澄湖东里综合整治|Chenghu East Lane repairs|old-compound|chenghu|housing|2025-12-31|7|2025-05-12|2025-12-19||4100|528
baiquan-lifts|白泉新苑加装电梯|Lifts for Baiquan New Court|old-compound|baiquan|housing|2025-10-31|7|2025-06-03|2025-12-12||1950|264
yunqiao-alley-1|云桥巷平房院落改造一期|Yunqiao Alley courtyards, phase 1|bungalow|yunqiao|housing|2025-12-31|7|2025-04-21|2025-12-05||5400|138
qingfang-mill|青坊纺织厂更新|Qingfang Mill renewal|old-factory|qingfang|industry|2025-12-31|7|2025-02-25|2025-10-18||9800|46
wangchuan-greenway-1|望川绿道一期|Wangchuan Greenway, phase 1|greenway|wangchuan|parks|2025-09-30|7|2025-03-10|2025-09-24||2400|
jintian-park|金田社区公园|Jintian Community Park|park|jintian|parks|2025-10-31|7|2025-04-15|2025-10-22||1600|
hexi-levee-1|和溪左堤加固一期|Hexi left levee, phase 1|flood-defence|hexi|water|2025-06-30|7|2025-01-14|2025-06-20||7200|
anping-clinic|安屏社区卫生服务站|Anping Community Clinic|institution|anping|health|2025-12-31|7|2025-05-26|2025-11-08||880|3100
yunqiao-hall|云桥会馆修缮|Yunqiao Guild Hall repairs|heritage|yunqiao|culture|2025-11-30|7|2025-04-02|2026-01-16||2100|
renewal-rules|更新项目管理办法|Rules for renewal projects|policy||renewal|2025-06-30|3|2025-02-10|2025-06-12|||
anping-warehouse|安屏平急两用仓库|Anping dual-use warehouse|dual-use|anping|emergency|2025-12-31|7|2025-05-08|2025-12-22||3600|
qingfang-park-1|青坊创新园一期|Qingfang Innovation Park, phase 1|industrial-park|qingfang|industry|2025-12-31|7|2025-01-20|2025-12-28||26800|38
baiquan-depot|白泉货场更新|Baiquan Goods Yard renewal|old-factory|baiquan|industry|2026-12-31|5|2025-08-18|||12600|30
jintian-shanty-1|金田棚户区改造一期|Jintian shanty area, phase 1|shantytown|jintian|housing|2026-12-31|5|2025-09-02|||38400|640
chenghu-tower|澄湖大厦更新|Chenghu Tower renewal|low-efficiency-building|chenghu|industry|2026-12-31|5|2025-10-13||blocked|8600|52
hexi-sluice|和溪闸站改建|Hexi sluice rebuilding|flood-defence|hexi|water|2026-12-31|5|2025-11-03|||6900|
wangchuan-yard-2|望川二号院综合整治|Wangchuan Yard 2 repairs|old-compound|wangchuan|housing|2026-10-31|6|2026-03-09|2026-10-20||2750|344
wangchuan-yard-5|望川五号院综合整治|Wangchuan Yard 5 repairs|old-compound|wangchuan|housing|2026-10-31|6|2026-03-16|2026-10-27||3050|398
anping-north|安屏北里综合整治|Anping North Lane repairs|old-compound|anping|housing|2026-11-13|5|2026-04-07||silent|2680|306
hexi-garden|和溪花园综合整治|Hexi Garden repairs|old-compound|hexi|housing|2026-12-31|5|2026-05-11|||3900|476
jintian-yard-9|金田九号院综合整治|Jintian Yard 9 repairs|old-compound|jintian|housing|2026-12-31|5|2026-05-18||blocked|3340|420
jintian-shanty-2|金田棚户区改造二期|Jintian shanty area, phase 2|shantytown|jintian|housing|2027-12-31|3||||45200|710
baiquan-shanty|白泉北街棚户区改造|Baiquan North Street shanty area|shantytown|baiquan|housing|2027-06-30|4||||29600|482
songling-shanty|松岭坡棚户区搬迁腾退|Songling Slope shanty area, moving out|shantytown|songling|housing|2026-09-30|5|2026-01-19||late|17800|265
yunqiao-alley-2|云桥巷平房院落改造二期|Yunqiao Alley courtyards, phase 2|bungalow|yunqiao|housing|2026-12-31|5|2026-04-20|||6100|152
yunqiao-lane-7|云桥七条平房院落更新|Yunqiao Lane 7 courtyards|bungalow|yunqiao|housing|2026-12-31|5|2026-06-08||overdue|4800|118
qingfang-lane|青坊里平房区更新|Qingfang Lane bungalows|bungalow|qingfang|housing|2027-12-31|2||||7600|204
chenghu-shore|澄湖沿平房区更新|Chenghu Shore bungalows|bungalow|chenghu|housing|2027-12-31|2|||refused|8200|226
qingfang-boiler|青坊锅炉房展示馆|Qingfang Boiler House Museum|old-factory|qingfang|culture|2026-09-30|7|2026-01-26|2026-09-16||4200|
jintian-machine|金田机械厂更新|Jintian Machine Works renewal|old-factory|jintian|industry|2027-06-30|5|2026-06-15||slipping|21500|40
hexi-brewery|和溪酿造厂更新|Hexi Brewery renewal|old-factory|hexi|industry|2026-12-31|5|2026-03-23|||9300|26
wangchuan-kiln|望川砖窑厂更新|Wangchuan Brickworks renewal|old-factory|wangchuan|industry|2027-12-31|3||||11800|
yunqiao-mall|云桥商场更新|Yunqiao Department Store renewal|low-efficiency-building|yunqiao|commerce|2026-08-31|7|2026-02-09|2026-10-10||5600|64
songling-office|松岭办公楼更新|Songling Office Block renewal|low-efficiency-building|songling|commerce|2026-12-31|5|2026-05-25|||4900|35
anping-hotel|安屏旅馆改租赁住房|Anping Hotel into rented homes|low-efficiency-building|anping|housing|2026-12-31|5|2026-06-22||overdue|3700|148
baiquan-market|白泉集贸市场更新|Baiquan Market renewal|low-efficiency-building|baiquan|commerce||2|||undated|5200|180
songling-gym|松岭体育馆平急两用改造|Songling Sports Hall, dual-use fitting|dual-use|songling|emergency|2026-10-31|6|2026-03-30|2026-10-30||2900|
jintian-parking|金田平急两用停车楼|Jintian dual-use car park|dual-use|jintian|emergency|2027-03-31|5|2026-07-06|||6400|
hexi-levee-2|和溪左堤加固二期|Hexi left levee, phase 2|flood-defence|hexi|water|2026-06-30|7|2026-01-12|2026-06-18||8100|
qingfang-park-2|青坊创新园二期|Qingfang Innovation Park, phase 2|industrial-park|qingfang|industry|2026-12-31|5|2026-02-16||slipping|31200|24
jintian-works-park|金田智造园|Jintian Smart Works Park|industrial-park|jintian|industry|2027-12-31|5|2026-09-14|||28500|
anping-logistics|安屏物流园整理|Anping Logistics Park reordering|industrial-park|anping|industry|2027-12-31|1||||15400|
baiquan-temple|白泉寺修缮|Baiquan Temple repairs|heritage|baiquan|culture|2026-12-31|5|2026-05-06||milestone|2600|
chenghu-bridge|澄湖石桥修缮|Chenghu Stone Bridge repairs|heritage|chenghu|culture|2026-07-31|7|2026-03-02|2026-07-24||1200|
qingfang-houses|青坊旧宅保护利用|Qingfang old houses, care and use|heritage|qingfang|culture|2027-06-30|3|||no|3100|
chenghu-lake-park|澄湖公园提升|Chenghu Lake Park improvement|park|chenghu|parks|2026-09-30|7|2026-02-23|2026-09-28||3300|
songling-hill-park|松岭郊野公园|Songling Hill Park|park|songling|parks|2026-12-31|5|2026-04-13|||4700|
hexi-pocket-parks|和溪口袋公园四处|Four Hexi pocket parks|park|hexi|parks|2026-11-20|5|2026-06-29||silent|980|
wangchuan-greenway-2|望川绿道二期|Wangchuan Greenway, phase 2|greenway|wangchuan|parks|2026-12-31|5|2026-04-27||waiting|2900|
hexi-waterside|和溪滨水步道|Hexi Waterside Walk|greenway|hexi|parks|2027-06-30|5|2026-05-20||stale|3800|
songling-nursery|松岭托育中心|Songling Day Nursery|institution|songling|education|2026-08-31|7|2026-02-02|2026-08-28||1400|120
yunqiao-school|云桥小学扩建|Yunqiao Primary School extension|institution|yunqiao|education|2026-08-31|5|2026-02-24||moved|5900|960
jintian-canteen|金田社区食堂|Jintian Community Canteen|institution|jintian||2026-12-31|4|||unowned|620|1800
baiquan-library|白泉图书分馆|Baiquan Branch Library|institution|baiquan|culture|2026-12-31|5|2026-07-13|||1100|
renewal-plan|更新专项规划（2026—2030年）|Renewal plan 2026 to 2030|plan||planning|2026-09-30|3|2026-01-08|2026-09-22||260|
lake-blocks-plan|澄湖片区实施方案|Implementation plan for the Chenghu blocks|plan|chenghu|planning|2026-12-31|2|2026-06-10|||180|
rent-support|低效楼宇腾退补助办法|Rules of support for emptying under-used buildings|policy||commerce|2026-06-30|2|2026-02-26||late||
yearly-programme|年度更新计划滚动编制|Rolling yearly renewal programme|programme||renewal|2026-12-31|2|2026-03-05||||`;

/** Who works on it with the lead, by kind. */
const PARTNERS = {
  'old-compound': ['urban-management'],
  shantytown: ['planning', 'development'],
  bungalow: ['planning', 'urban-management'],
  'old-factory': ['planning', 'culture'],
  'low-efficiency-building': ['housing'],
  'dual-use': ['development'],
  'flood-defence': ['emergency'],
  'industrial-park': ['planning', 'development'],
  heritage: ['housing'],
  park: ['planning'],
  greenway: ['water'],
  institution: ['planning'],
  plan: ['renewal'],
  policy: ['development'],
  programme: ['development'],
};

/** The aim that a kind of project serves, and how it is renewed. */
const SORTED = {
  'old-compound': ['homes', 'improve'],
  shantytown: ['homes', 'rebuild'],
  bungalow: ['homes', 'retain'],
  'old-factory': ['work', 'retain'],
  'low-efficiency-building': ['work', 'improve'],
  'dual-use': ['safe', 'improve'],
  'flood-defence': ['safe', 'improve'],
  'industrial-park': ['work', 'rebuild'],
  heritage: ['green', 'retain'],
  park: ['green', 'improve'],
  greenway: ['green', 'improve'],
  institution: ['homes', 'improve'],
};

/** Projects that the district itself watches. */
const WATCHED = new Set([
  'jintian-shanty-1',
  'qingfang-park-2',
  'hexi-levee-2',
  'jintian-machine',
  'chenghu-lake-park',
  'renewal-plan',
  'yunqiao-school',
]);

/** Who may know of a project that is not public. */
const NOT_PUBLIC = { 'rent-support': 'district', 'anping-logistics': 'department', 'lake-blocks-plan': 'district' };

/** The projects as they are told above, each with who works with its lead and its values of the plan axes. */
export const PROJECTS = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [id, zh, en, kind, area, lead, due, passed, started, finished, turn, total, serves] = line.split('|');
    const [aim, way] = SORTED[kind] ?? [];
    return {
      id,
      zh,
      en,
      kind,
      area: area || null,
      lead: lead || null,
      due: due || null,
      passed: Number(passed),
      started: started || null,
      finished: finished || null,
      turn: turn || null,
      totalWan: total ? Number(total) : null,
      serves: serves ? Number(serves) : null,
      partners: [...PARTNERS[kind].filter((each) => each !== lead), ...(area ? [area] : [])],
      tags: [...(aim ? [`aim:${aim}`, `way:${way}`] : []), `weight:${WATCHED.has(id) ? 'district' : area ? 'subdistrict' : 'district'}`],
    };
  });

/** The rows of the projects, and the links to the places they stand on and to those who work with the lead. */
export function projectRows() {
  const projects = PROJECTS.map((each) => ({
    id: each.id,
    name_zh: each.zh,
    name_en: each.en,
    kind: each.kind,
    verb_class: each.kind === 'plan' ? 'plan-ahead' : each.kind === 'policy' || each.kind === 'programme' ? 'implement' : 'continue',
    lead: each.lead,
    lead_basis_zh: each.lead ? '任务分解表的牵头部门' : '任务分解表没有写明牵头部门',
    lead_basis_en: each.lead ? 'the lead department in the task sheet' : 'the task sheet names no lead department',
    cadence: each.finished ? 'none' : null,
    due_on: each.due,
    due_basis_zh: each.due ? '任务分解表的完成时限' : '任务分解表没有写明时限',
    due_basis_en: each.due ? 'the time limit in the task sheet' : 'the task sheet names no time limit',
    due_source: each.due ? 'TASKS' : null,
    no_place_reason_zh: each.area ? null : '是制度和计划工作，不落在某一处',
    no_place_reason_en: each.area ? null : 'work on rules and programmes, tied to no place',
    tags: each.tags,
    visibility: NOT_PUBLIC[each.id] ?? 'public',
  }));
  const links = PROJECTS.flatMap((each) => [
    ...(each.area ? [{ from_kind: 'project', from_id: each.id, relation: 'stands-on', to_kind: 'place', to_id: `site-${each.id}` }] : []),
    ...each.partners.map((partner) => ({
      from_kind: 'department',
      from_id: partner,
      relation: 'co-operates',
      to_kind: 'project',
      to_id: each.id,
    })),
  ]);
  return { projects, links };
}
