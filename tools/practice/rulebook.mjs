// The rulebook of the practice district: eight gates for works, three for papers. It copies no law; it is made so that every part of a gate is used.
import { PROJECTS } from './projects.mjs';

const KINDS = [...new Set(PROJECTS.map(({ kind }) => kind))];
/** Kinds whose projects are papers. */
const PAPERS = new Set(['plan', 'policy', 'programme']);

/** Gates of works: key, level of the board, Chinese, English, meaning zh, meaning en, and what it asks for. */
const WORKS = [
  [
    'check',
    'planning',
    '体检评估',
    'Health check',
    '现状和问题已经查清',
    'what stands there and what is wrong is known',
    [['report', 'evidence', 'lead', '体检评估报告', 'Report of the health check']],
  ],
  [
    'wishes',
    'planning',
    '意愿征询',
    'Wishes asked',
    '相关人的意愿已经问明',
    'those concerned were asked',
    [
      ['survey', 'evidence', 'co-operating', '意愿征询汇总', 'Summary of the survey'],
      ['share', 'answer', 'lead', '同意的比例达到规定', 'Enough of them agree'],
    ],
  ],
  [
    'pool',
    'planning',
    '项目入库',
    'Entry to the pool',
    '项目进入储备库，按当日规则办理',
    'the project is in the pool and goes by the rules of that day',
    [
      ['title', 'answer', 'lead', '权属清楚', 'The title is clear'],
      ['money', 'answer', 'lead', '资金来源落实', 'The money is found'],
      ['consent', 'approval', 'renewal', '统筹办公室同意入库', 'The Renewal Office consents'],
    ],
  ],
  [
    'design',
    'reserve',
    '方案审查',
    'Review of the design',
    '实施方案已经通过审查',
    'the design was approved',
    [
      ['design', 'evidence', 'lead', '实施方案', 'The design'],
      ['review', 'approval', 'planning', '规划局审查同意', 'The Planning Bureau approves'],
    ],
  ],
  [
    'start',
    'delivery',
    '开工',
    'Start of works',
    '可以进场施工',
    'works may begin',
    [['order', 'evidence', 'lead', '开工令', 'Order to begin']],
  ],
  [
    'main',
    'delivery',
    '主体完工',
    'Main works finished',
    '主体工程完成，转入装修和室外工程',
    'the main works are finished; rooms and grounds follow',
    [['inspection', 'evidence', 'lead', '监理报告', 'Report of the site inspector']],
  ],
  [
    'accepted',
    'acceptance',
    '竣工验收',
    'Acceptance',
    '工程通过验收',
    'the works were accepted',
    [
      ['record', 'evidence', 'lead', '验收记录', 'Record of acceptance'],
      ['consent', 'approval', 'housing', '住房建设局验收同意', 'The Housing Bureau accepts'],
    ],
  ],
  [
    'running',
    'operation',
    '移交运营',
    'Hand-over',
    '已经移交，有人管、有人用',
    'handed over, kept and used',
    [
      ['list', 'evidence', 'owners', '移交清单', 'List of what was handed over'],
      ['keeper', 'answer', 'lead', '运营主体已经确定', 'Somebody keeps it'],
    ],
  ],
];
/** Gates of papers. */
const OF_PAPERS = [
  ['draft', 'planning', '起草', 'Drafting', '草案已经形成', 'there is a draft', [['draft', 'evidence', 'lead', '草案', 'The draft']]],
  [
    'asked',
    'planning',
    '征求意见',
    'Consultation',
    '部门和公众的意见已经听取',
    'departments and the public were heard',
    [
      ['heard', 'answer', 'lead', '意见已经逐条处理', 'Every opinion was dealt with'],
      ['consent', 'approval', 'renewal', '统筹办公室同意列入年度安排', 'The Renewal Office takes it into the year'],
    ],
  ],
  [
    'issued',
    'delivery',
    '印发',
    'Issue',
    '文件已经印发',
    'the paper was issued',
    [['text', 'evidence', 'lead', '印发文本', 'The text as issued']],
  ],
];

/** What one kind is asked for besides, at a gate: key, kind, who supplies it, Chinese, English, the law of land it is asked under. */
const MORE = {
  'old-factory': { check: [['soil', 'evidence', 'lead', '土壤检测报告', 'Soil report']] },
  'old-compound': { wishes: [['vote', 'evidence', 'owners', '业主表决票', 'Votes of the owners']] },
  shantytown: {
    design: [
      ['taking', 'approval', 'development', '征收决定', 'Decision on the taking', 'state-owned'],
      ['village', 'answer', 'co-operating', '村民会议通过', 'The village assembly agrees', 'collective'],
    ],
  },
  bungalow: { wishes: [['leave', 'evidence', 'co-operating', '申请式退租登记表', 'List of those who apply to leave']] },
  'low-efficiency-building': { design: [['fire', 'approval', 'housing', '消防设计意见', 'Opinion on fire safety']] },
  'dual-use': { design: [['switch', 'evidence', 'lead', '平急转换方案', 'Plan of the switch to emergency']] },
  'flood-defence': { design: [['flood', 'approval', 'water', '防洪影响评价', 'Assessment of the effect on floods']] },
  'industrial-park': { pool: [['trades', 'answer', 'lead', '产业准入清单已定', 'The trades admitted are settled']] },
  heritage: { design: [['relic', 'approval', 'culture', '文物修缮方案核准', 'The repair of the relic is approved']] },
  park: { design: [['shown', 'answer', 'lead', '设计已经公示', 'The design was shown to the public']] },
  greenway: { design: [['green', 'approval', 'parks', '占用绿地意见', 'Opinion on the green space used']] },
  institution: { running: [['licence', 'approval', 'education', '开办条件核验', 'The conditions of opening are met']] },
};

/** The gates of a kind in order, each with its requirements. */
export function ladderOf(kind) {
  return (PAPERS.has(kind) ? OF_PAPERS : WORKS).map(([key, level, zh, en, meaningZh, meaningEn, asked], n) => {
    const id = `${kind}-${key}`;
    return {
      id,
      key,
      level,
      position: n,
      name_zh: zh,
      name_en: en,
      meaning_zh: meaningZh,
      meaning_en: meaningEn,
      requirements: [...asked, ...(MORE[kind]?.[key] ?? [])].map(([name, what, by, name_zh, name_en, land]) => ({
        id: `${id}-${name}`,
        key: name,
        kind: what,
        supplied_by: ['lead', 'co-operating', 'owners'].includes(by) ? by : 'department',
        department: ['lead', 'co-operating', 'owners'].includes(by) ? null : by,
        name_zh,
        name_en,
        land: land ?? null,
      })),
    };
  });
}

/** Gates and requirements of all kinds. */
export function rulebookRows() {
  const ladders = KINDS.flatMap((kind) => ladderOf(kind).map((gate) => ({ kind, gate })));
  return {
    gate: ladders.map(({ kind, gate: { requirements, key, ...gate } }) => ({
      ...gate,
      project_kind: kind,
      admits: key === 'pool' || key === 'asked',
      basis_zh: '练习区更新项目关口规则（虚构）',
      basis_en: 'Rulebook of the Practice District (invented)',
      source: 'RULES',
      confidence: 'low',
      effective_from: '2024-01-01',
    })),
    requirement: ladders.flatMap(({ gate }) =>
      gate.requirements.map(({ key, ...row }, n) => ({ ...row, gate: gate.id, position: n + 1, optional: false })),
    ),
  };
}
