// What must be ready before events of the practice district: one that was held, one that is near with what goes wrong before one, one far ahead.

/** Items: event, id, Chinese, English, kind, working days before the opening, owner, then what is said of it. */
const ITEMS = [
  [
    'lantern-fair-2026',
    'lantern-2026-permit',
    '大型活动安全许可',
    'Safety permit',
    'safety',
    20,
    'emergency',
    { done_on: '2026-01-22', ...evidence('许可文书', 'the permit') },
  ],
  [
    'lantern-fair-2026',
    'lantern-2026-traffic',
    '交通组织方案',
    'Traffic plan',
    'transport',
    12,
    'urban-management',
    { done_on: '2026-02-04', ...evidence('方案批复', 'the plan as approved') },
  ],
  [
    'lantern-fair-2026',
    'lantern-2026-lights',
    '灯组搭建验收',
    'Lanterns set up and inspected',
    'venue',
    2,
    'culture',
    { done_on: '2026-02-24', ...evidence('验收单', 'the record of inspection') },
  ],
  [
    'lantern-fair-2026',
    'lantern-2026-stalls',
    '商户邀请 40 家',
    'Forty stalls invited',
    'invitation',
    15,
    'commerce',
    { done_on: '2026-01-30', ...evidence('商户名单', 'the list of stalls') },
  ],
  [
    'industry-meeting-2026',
    'meeting-2026-venue',
    '场地租用合同',
    'Contract for the venue',
    'venue',
    30,
    'industry',
    { done_on: '2026-10-20', ...evidence('合同', 'the contract') },
  ],
  ['industry-meeting-2026', 'meeting-2026-permit', '安保方案备案', 'Safety plan filed', 'safety', 10, 'emergency', {}],
  [
    'industry-meeting-2026',
    'meeting-2026-floors',
    '样板楼层交付',
    'Sample floors handed over',
    'works',
    2,
    'industry',
    { project: 'chenghu-tower' },
  ],
  [
    'industry-meeting-2026',
    'meeting-2026-shuttle',
    '接驳班车落实',
    'Shuttle buses arranged',
    'transport',
    3,
    'urban-management',
    { expected_on: '2026-12-04' },
  ],
  ['industry-meeting-2026', 'meeting-2026-firms', '参会企业 120 家回执', 'Replies of 120 firms', 'invitation', 5, 'industry', {}],
  [
    'industry-meeting-2026',
    'meeting-2026-stage',
    '会场布置',
    'Stage and signs set up',
    'venue',
    1,
    'industry',
    { expected_on: '2026-12-09' },
  ],
  ['reading-day-2027', 'reading-2027-hall', '阅览厅布展', 'Reading hall set up', 'venue', 3, 'culture', { expected_on: '2027-04-16' }],
  ['reading-day-2027', 'reading-2027-guests', '嘉宾邀请', 'Guests invited', 'invitation', 40, 'culture', { expected_on: '2027-01-29' }],
  ['reading-day-2027', 'reading-2027-traffic', '周边停车方案', 'Parking plan', 'transport', 15, 'urban-management', {}],
];

/** Readiness items as rows. */
export function readinessRows() {
  return {
    readiness_item: ITEMS.map(([event, id, name_zh, name_en, kind, days_before, owner, said]) => ({
      event,
      id,
      name_zh,
      name_en,
      kind,
      days_before,
      owner,
      visibility: 'public',
      note_zh: '虚构',
      note_en: 'invented',
      ...(said.done_on ? { source: 'MINUTES' } : {}),
      ...said,
    })),
  };
}

function evidence(evidence_zh, evidence_en) {
  return { evidence_zh, evidence_en };
}
