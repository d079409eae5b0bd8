import type { ThingKind } from './vocabulary.ts';

type Name = { readonly zh: string; readonly en: string };
type Names = Readonly<Record<string, Name>>;

function name(zh: string, en: string): Name {
  return { zh, en };
}

/** The lists whose words are named. */
export type NamedList = keyof typeof NAMES;

/**
 * What a word of a closed list is called, as papers write it; the screens' catalogues say the same, which their test compares. A word that
 * is not named is given as it is.
 */
export function vocabularyName(list: NamedList, word: string): Name {
  const names: Names = NAMES[list];
  return names[word] ?? { zh: word, en: word };
}

/** Every list that is named, with its words. */
export const NAMES = {
  state: {
    'not-started': name('未开始', 'not started'),
    'under-way': name('在做', 'under way'),
    done: name('已办', 'done'),
    late: name('逾期', 'late'),
    slipped: name('顺延', 'slipped'),
    unmeasurable: name('无法衡量', 'unmeasurable'),
    'not-known': name('未定', 'not known'),
  },
  timing: { early: name('提前', 'early'), 'on-time': name('按时', 'on time'), late: name('延后', 'late') },
  stage: {
    candidate: name('候选', 'candidate'),
    'under-way': name('在做', 'under way'),
    done: name('已办', 'done'),
    'not-known': name('未知', 'not known'),
  },
  why: {
    'due-not-known': name('到期结果不明', 'due, outcome not known'),
    late: name('逾期', 'late'),
    reopened: name('需重新办理', 're-opened'),
    slipped: name('顺延', 'put off'),
    unsourced: name('日期改动无来源', 'date changed, no source'),
    blocked: name('受阻', 'blocked'),
    waiting: name('在等别的部门', 'waiting for another department'),
    slipping: name('预计晚于期限', 'expected later than promised'),
    stale: name('整期失报', 'stale'),
    overdue: name('填报逾期', 'report overdue'),
    'no-owner': name('没有责任部门', 'no owner'),
    'no-due-date': name('没有期限', 'no due date'),
  },
  gap: {
    'sentence-unlinked': name('没有着落', 'not linked'),
    'narrative-without-reason': name('叙述句没有写理由', 'narrative without a reason'),
    'no-verb-class': name('没有动词类别', 'without verb class'),
    'no-owner': name('没有责任部门', 'without owner'),
    'no-due-date': name('没有期限', 'without due date'),
    'no-place': name('没有地点也没有理由', 'with neither place nor reason'),
    'has-no-place': name('不落在某一处（有理由）', 'tied to no place, with a reason'),
    'serves-no-sentence': name('不服务于任何句子', 'serving no sentence'),
    'position-not-known': name('位置未知', 'position not known'),
    'no-commitment': name('没有写成承诺', 'without a commitment'),
    'no-measure': name('没有衡量的指标', 'without a measure'),
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
  'sentence.kind': { promise: name('承诺句', 'promise'), narrative: name('叙述句', 'narrative'), source: name('来源句', 'source line') },
  position: {
    known: name('位置已知', 'position known'),
    assumed: name('位置为假定', 'position assumed'),
    'not-known': name('位置未知', 'position not known'),
    none: name('没有位置', 'has no position'),
  },
  source: {
    official: name('官方', 'official'),
    press: name('媒体', 'press'),
    reprint: name('转载', 'reprint'),
    encyclopedia: name('百科', 'encyclopedia'),
    secondary: name('二手', 'secondary'),
    law: name('法规', 'law'),
    dataset: name('数据集', 'dataset'),
    recalled: name('回忆，未读到页面', 'recalled, no page was read'),
    estimate: name('估计', 'estimate'),
  },
  direction: {
    up: name('越高越好', 'more is better'),
    down: name('越低越好', 'less is better'),
    none: name('不分高低', 'neither way is better'),
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
    institution: name('机构', 'institution'),
    station: name('车站', 'station'),
    office: name('办公地', 'office'),
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
    institution: name('机构', 'institution'),
    plan: name('计划', 'plan'),
    policy: name('政策', 'policy'),
    programme: name('计划项', 'programme'),
  },
  noun: {
    sentence: name('句子', 'Sentence'),
    commitment: name('承诺', 'Commitment'),
    place: name('地点', 'Place'),
    project: name('项目', 'Project'),
    indicator: name('指标', 'Indicator'),
    event: name('活动', 'Event'),
    park: name('园区', 'Park'),
    department: name('部门', 'Department'),
    document: name('文件', 'Document'),
    district: name('区', 'District'),
    supervision: name('督办事项', 'Supervision matter'),
  } satisfies Readonly<Record<ThingKind | 'sentence' | 'supervision', Name>>,
  matter: {
    registered: name('已立项', 'registered'),
    'signed-for': name('已签收', 'signed for'),
    reported: name('已反馈', 'reported'),
    returned: name('已退回', 'returned'),
    verified: name('已核查', 'verified'),
    closed: name('已办结', 'closed'),
    answered: name('已答复', 'answered'),
  },
  light: {
    overdue: name('逾期', 'overdue'),
    near: name('临期', 'near its due date'),
    'in-time': name('在期内', 'in time'),
    closed: name('已办结', 'closed'),
  },
  level: {
    none: name('不需上级决定', 'nobody above'),
    department: name('部门', 'the department'),
    'district-office': name('区专班', 'the district office'),
    district: name('区', 'the district'),
    city: name('市', 'the city'),
  },
  'verb.deed': {
    'add-evidence': name('添加了证明材料', 'added an evidence file'),
    comment: name('批注了', 'commented on'),
    'withdraw-comment': name('撤回了批注', 'withdrew a comment on'),
    'close-matter': name('办结了', 'closed'),
    'ask-evidence': name('要求提供', 'asked for'),
    'register-matter': name('列入督办', 'put under supervision'),
    'report-matter': name('反馈了', 'reported on'),
    'return-matter': name('退回了', 'returned the report on'),
    'sign-for-matter': name('签收了', 'signed for'),
    'verify-matter': name('核查了', 'verified'),
    'answer-question': name('决定了一句的去向', 'decided about a sentence'),
    create: name('新建', 'made'),
    edit: name('改动', 'changed'),
    import: name('导入', 'imported'),
    'import-sheet': name('导入了任务分解表', 'took in a task sheet'),
    merge: name('合并', 'merged'),
    'mend-journal': name('修复了日志', 'mended the journal'),
    'make-report': name('编成报告', 'made a report'),
    'report-month': name('报了月度进展', 'reported the month'),
    'record-outcome': name('登记结果', 'recorded an outcome'),
    'replace-text': name('替换了文本', 'replaced the text'),
    revise: name('更正', 'corrected'),
    undo: name('撤销', 'undid'),
    withdraw: name('撤回', 'withdrew'),
  },
} as const satisfies Readonly<Record<string, Names>>;
