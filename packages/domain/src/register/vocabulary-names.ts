import { capital, isTable, nounOf } from './described.ts';
import { fieldsOf, type TableName } from './tables.ts';

type Name = { readonly zh: string; readonly en: string };
type Names = Readonly<Record<string, Name>>;

function name(zh: string, en: string): Name {
  return { zh, en };
}

/** The lists whose words are named; `noun`: the kinds of records, by what their tables call them. */
export type NamedList = keyof typeof NAMES | 'noun';

/** What a word of a closed list is called, on screens, in papers and on public pages. A word that is not named is given as it is. */
export function vocabularyName(list: NamedList, word: string): Name {
  if (list === 'noun') return isTable(word) ? capital(nounOf(word)) : { zh: word, en: word };
  const names: Names = NAMES[list];
  return names[word] ?? { zh: word, en: word };
}

/** The lists that name the words of columns, by the column, or by its table too. */
const OF_COLUMNS: Readonly<Record<string, NamedList>> = {
  'document.kind': 'document.kind',
  verb_class: 'verbClass',
  wording: 'plan.wording',
  land_title: 'title',
  cadence: 'cadence',
  visibility: 'visibility',
  confidence: 'confidence',
};

/** What the words of a stored column are called: as its field says, else as the list does that names them; undefined where neither says it. */
export function columnWords(table: TableName, column: string): ((word: string) => Name) | undefined {
  const names = fieldsOf(table)[column]?.names;
  const list = OF_COLUMNS[`${table}.${column}`] ?? OF_COLUMNS[column];
  if (names) return (word) => names[word] ?? { zh: word, en: word };
  return list && ((word) => vocabularyName(list, word));
}

/** Every list that is named, with its words. */
export const NAMES = {
  pipelineStage: {
    watch: name('观察', 'watch'),
    seed: name('培育', 'seed'),
    pilot: name('试点', 'pilot'),
    scale: name('规模化', 'scale'),
  },
  reviewStanding: {
    overdue: name('逾期未评议', 'review overdue'),
    near: name('临近评议', 'review due soon'),
    'in-time': name('在评议期内', 'reviewed in time'),
  },
  'plan.wording': {
    official: name('官方原文', 'the publisher’s words'),
    rendering: name('本系统译写（非官方文本）', 'unofficial translation by Westgate'),
    none: name('未收录文本', 'no text is held'),
  },
  title: {
    'state-granted': name('国有出让', 'state-owned, granted'),
    'state-allocated': name('国有划拨', 'state-owned, allocated'),
    collective: name('集体', 'collective'),
    mixed: name('混合', 'mixed'),
    'not-known': name('未知', 'not known'),
  },
  state: {
    'not-started': name('未开始', 'not started'),
    'under-way': name('推进中', 'under way'),
    done: name('已完成', 'done'),
    late: name('逾期', 'late'),
    slipped: name('延期', 'slipped'),
    unmeasurable: name('无法衡量', 'unmeasurable'),
    'not-known': name('情况不明', 'not known'),
  },
  timing: { early: name('提前', 'early'), 'on-time': name('按时', 'on time'), late: name('逾期完成', 'late') },
  stage: {
    candidate: name('储备', 'candidate'),
    'under-way': name('推进中', 'under way'),
    done: name('已完成', 'done'),
    'not-known': name('未知', 'not known'),
  },
  why: {
    'due-not-known': name('到期结果不明', 'due, outcome not known'),
    late: name('逾期', 'late'),
    reopened: name('需重新办理', 're-opened'),
    slipped: name('延期', 'postponed'),
    unsourced: name('日期改动无来源', 'date changed, no source'),
    blocked: name('受阻', 'blocked'),
    waiting: name('待其他单位配合', 'waiting for another organisation'),
    slipping: name('预计晚于时限', 'expected after the due date'),
    stale: name('整期未报', 'full period missed'),
    overdue: name('填报逾期', 'update overdue'),
    'no-owner': name('无责任单位', 'no owner'),
    'no-due-date': name('无完成时限', 'no due date'),
  },
  gap: {
    'sentence-unlinked': name('未分解', 'not linked'),
    'narrative-without-reason': name('叙述句未写理由', 'context without a reason'),
    'no-verb-class': name('无任务类型', 'without commitment type'),
    'no-owner': name('无责任单位', 'without owner'),
    'no-due-date': name('无完成时限', 'without due date'),
    'no-place': name('无地点且未说明', 'with neither place nor reason'),
    'has-no-place': name('无地点（有说明）', 'without place, with a reason'),
    'serves-no-sentence': name('不服务于任何句子', 'serving no sentence'),
    'position-not-known': name('位置未知', 'position not known'),
    'no-commitment': name('未分解为承诺', 'without a commitment'),
    'no-measure': name('无衡量指标', 'without a measure'),
    unmeasurable: name('无法衡量', 'unmeasurable'),
  },
  qualifier: {
    'at-least': name('不少于', 'at least'),
    over: name('超过', 'over'),
    about: name('约', 'about'),
    nearly: name('近', 'nearly'),
    'at-most': name('不超过', 'at most'),
  },
  confidence: { high: name('高', 'high'), medium: name('中', 'medium'), low: name('低', 'low') },
  'sentence.kind': { promise: name('承诺句', 'commitment'), narrative: name('叙述句', 'context'), source: name('来源句', 'source line') },
  position: {
    known: name('位置已知', 'position known'),
    assumed: name('位置为假定', 'position assumed'),
    'not-known': name('位置未知', 'position not known'),
    none: name('无位置', 'has no position'),
  },
  source: {
    official: name('官方', 'official'),
    press: name('媒体', 'press'),
    reprint: name('转载', 'reprint'),
    encyclopedia: name('百科', 'encyclopedia'),
    secondary: name('间接来源', 'secondary'),
    law: name('法规', 'law'),
    dataset: name('数据集', 'dataset'),
    recalled: name('经办人掌握，未见原文', 'known to staff, original not seen'),
    estimate: name('估计', 'estimate'),
  },
  direction: {
    up: name('正向指标', 'more is better'),
    down: name('逆向指标（上限控制）', 'less is better'),
    none: name('不分方向', 'neither'),
  },
  place: {
    factory: name('厂房', 'factory'),
    compound: name('小区', 'compound'),
    shantytown: name('棚户区', 'shantytown'),
    bungalow: name('平房区', 'bungalows'),
    building: name('楼宇', 'building'),
    'industrial-park': name('产业园区', 'industrial park'),
    park: name('公园', 'park'),
    heritage: name('文物', 'heritage'),
    'heritage-block': name('历史街区', 'heritage block'),
    waterfront: name('滨水区', 'waterfront'),
    'flood-works': name('防洪工程', 'flood works'),
    greenway: name('绿道', 'greenway'),
    venue: name('场馆', 'venue'),
    landmark: name('地标', 'landmark'),
    institution: name('公共服务设施', 'public facility'),
    station: name('车站', 'station'),
    office: name('行政机关', 'government office'),
    area: name('片区', 'area'),
  },
  project: {
    'old-factory': name('老旧厂房', 'old factory'),
    'old-compound': name('老旧小区', 'old compound'),
    shantytown: name('棚户区', 'shantytown'),
    bungalow: name('平房区', 'bungalows'),
    'low-efficiency-building': name('低效楼宇', 'low-efficiency building'),
    'dual-use': name('平急两用', 'dual use'),
    'flood-defence': name('防洪', 'flood defence'),
    'industrial-park': name('产业园区', 'industrial park'),
    heritage: name('文物', 'heritage'),
    park: name('公园', 'park'),
    greenway: name('绿道', 'greenway'),
    institution: name('公共服务设施', 'public facility'),
    plan: name('计划', 'plan'),
    policy: name('政策', 'policy'),
    programme: name('专项（项目群）', 'programme'),
  },
  matter: {
    registered: name('已立项', 'registered'),
    'signed-for': name('已签收', 'acknowledged'),
    reported: name('已反馈', 'reported'),
    returned: name('已退回', 'returned'),
    verified: name('已核查', 'verified'),
    closed: name('已办结', 'closed'),
    answered: name('已答复', 'answered'),
  },
  'matter.owedBy': {
    lead: name('牵头单位', 'the lead department'),
    office: name('督查室', 'the programme office'),
    nobody: name('无', 'none'),
  },
  'exceptions.age': {
    older: name('超过 92 天', 'over 92 days'),
    quarter: name('32 至 92 天', '32 to 92 days'),
    month: name('8 至 31 天', '8 to 31 days'),
    week: name('7 天以内', 'up to 7 days'),
  },
  step: {
    'not-begun': name('未开始', 'not begun'),
    'under-way': name('推进中', 'under way'),
    blocked: name('受阻', 'blocked'),
    finished: name('本步骤已完成', 'step finished'),
  },
  light: {
    overdue: name('逾期', 'overdue'),
    near: name('临期', 'due soon'),
    'in-time': name('正常', 'on track'),
    closed: name('已办结', 'closed'),
  },
  level: {
    planning: name('谋划', 'Planning'),
    reserve: name('储备', 'Reserve'),
    delivery: name('实施', 'Delivery'),
    acceptance: name('验收', 'Acceptance'),
    operation: name('运营', 'Operation'),
    none: name('无需协调', 'none'),
    department: name('牵头单位', 'the department'),
    'district-office': name('督查室（专班）', 'the programme office'),
    district: name('区级领导', 'district leaders'),
    city: name('市级', 'the city'),
  },
  'money.note': {
    'over-total': name('超过总投资', 'over the total'),
    'over-plan': name('超过年计划', 'over the annual plan'),
    fell: name('累计值较上期减少', 'less than before'),
  },
  'monthly.standing': {
    missing: name('未报', 'not reported'),
    reported: name('已报', 'reported'),
    finished: name('此前已完成，不再填报', 'done before, none owed'),
  },
  'document.kind': { plan: name('计划', 'plan'), 'linked-plan': name('关联计划', 'linked plan') },
  'group.standing': {
    given: name('本期已报', 'submitted'),
    ahead: name('未到填报期', 'not due yet'),
    near: name('快到期', 'due soon'),
    due: name('今天到期', 'due today'),
    open: name('已到期，宽限期内', 'due, in grace period'),
    late: name('已到期未报（宽限期内）', 'overdue, in grace period'),
    overdue: name('填报逾期', 'update overdue'),
    stale: name('整期未报', 'full period missed'),
  },
  verbClass: {
    start: name('启动', 'start'),
    expedite: name('加快', 'expedite'),
    continue: name('继续', 'continue'),
    host: name('举办', 'host'),
    implement: name('落实', 'implement'),
    establish: name('建立', 'establish'),
    'construct-series': name('建设一批', 'construct a series'),
    improve: name('改善', 'improve'),
    promote: name('促进', 'promote'),
    integrate: name('融合', 'integrate'),
    'plan-ahead': name('谋划', 'plan ahead'),
    aim: name('目标', 'aim'),
  },
  cadence: {
    weekly: name('每周', 'every week'),
    monthly: name('每月', 'every month'),
    quarterly: name('每季度', 'every quarter'),
    'half-yearly': name('每半年', 'every half-year'),
    none: name('不用填报', 'no updates'),
  },
  indicatorStanding: {
    'off-path': name('滞后序时', 'off track'),
    stale: name('数据过旧', 'out of date'),
    'not-known': name('未知', 'not known'),
    'no-target': name('未定目标', 'no target'),
    'on-path': name('达序时', 'on track'),
  },
  visibility: {
    public: name('公开', 'public'),
    district: name('区内', 'district'),
    department: name('部门内', 'department'),
    confidential: name('限部门负责人（内部敏感）', 'department lead only'),
  },
  role: {
    reader: name('查阅者', 'Reader'),
    'department-member': name('部门填报员', 'Department member'),
    'department-lead': name('部门负责人', 'Department lead'),
    'programme-office': name('统筹管理员', 'Programme manager'),
    'system-administrator': name('系统管理员', 'System administrator'),
    'security-administrator': name('安全管理员', 'Security administrator'),
    auditor: name('审计员', 'Auditor'),
  },
  account: {
    invited: name('已邀请，未启用', 'invited'),
    open: name('使用中', 'open'),
    closed: name('已关闭', 'closed'),
  },
  'publish.standing': {
    public: name('公开', 'Public'),
    partly: name('公开，缺部分栏目', 'Public in part'),
    district: name('不公开：区内', 'Withheld: district only'),
    department: name('不公开：部门内', 'Withheld: department only'),
    confidential: name('不公开：限部门负责人', 'Withheld: department lead only'),
    under: name('不公开：随所属记录', 'Withheld with another record'),
  },
  'verb.deed': {
    'add-evidence': name('上传了佐证材料', 'uploaded an evidence file'),
    create: name('新建', 'created'),
    edit: name('编辑', 'edited'),
    import: name('导入', 'imported'),
    'import-sheet': name('导入了办公表格', 'imported a sheet'),
    merge: name('合并', 'merged'),
    'mend-journal': name('修复了操作日志', 'repaired the journal'),
    'replace-text': name('替换了文本', 'replaced the text'),
    revise: name('更正', 'corrected'),
    undo: name('撤销', 'undid'),
    withdraw: name('撤回', 'withdrew'),
    'bring-plan': name('导入了计划', 'imported a plan'),
    'change-account': name('编辑了账号', 'edited an account'),
    'close-account': name('停用了账号', 'closed an account'),
    'invite-person': name('新建了账号', 'created an account'),
    other: name('改动', 'changed'),
    'reopen-account': name('重新启用了账号', 'reopened an account'),
    'start-district': name('新建了区', 'created the district'),
    'take-up-account': name('启用了账号', 'activated an account'),
  },
  outcome: {
    accepted: name('通过验收', 'accepted'),
    adopted: name('获批', 'adopted'),
    announced: name('宣布', 'announced'),
    completed: name('完工', 'completed'),
    held: name('举办', 'held'),
    'in-use': name('投入使用', 'in use'),
    measured: name('测得', 'measured'),
    'not-done': name('未完成', 'not done'),
    opened: name('开放', 'opened'),
    progress: name('进展', 'progress'),
    rescheduled: name('改期', 'rescheduled'),
    reviewed: name('复核', 'reviewed'),
    started: name('开工', 'started'),
  },
  value: {
    actual: name('实际值', 'actual'),
    baseline: name('基线', 'baseline'),
    target: name('目标值', 'target'),
  },
} as const satisfies Readonly<Record<string, Names>>;
