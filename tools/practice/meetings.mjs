// Meetings of the practice district, what they decided, and requests of one department to another.

const NOTE = { note_zh: '虚构', note_en: 'invented' };

const MEETINGS = [
  {
    id: 'renewal-meeting-1116',
    name_zh: '区更新专题会（11 月 16 日）',
    name_en: 'Renewal meeting of 16 November',
    kind: 'special',
    held_on: '2026-11-16',
    chair_zh: '常务副区长',
    chair_en: 'Executive deputy head of the district',
    convener: 'renewal',
    minutes_zh: '会议听取棚改和学校工程进展，议定下列事项。',
    minutes_en: 'The meeting heard how shantytowns and schools come on, and decided as follows.',
    concluded_on: '2026-11-17',
    source: 'MINUTES',
  },
  {
    id: 'parks-progress-1125',
    name_zh: '园区招商调度会（11 月 25 日）',
    name_en: 'Progress meeting on parks of 25 November',
    kind: 'progress',
    held_on: '2026-11-25',
    chair_zh: '分管副区长',
    chair_en: 'Deputy head in charge',
    convener: 'industry',
    minutes_zh: '纪要待印发。',
    minutes_en: 'The minutes are still to be issued.',
    concluded_on: null,
    source: null,
  },
];

/** Decisions: the first is past its day, the second under way, the third settles an issue, the fourth has nobody to carry it out yet. */
const DECISIONS = [
  {
    id: 'jintian-notice',
    meeting: 'renewal-meeting-1116',
    position: 1,
    name_zh: '公示金田二期实施方案',
    name_en: 'Put the design of Jintian Phase 2 on public notice',
    owner: 'housing',
    due_on: '2026-11-24',
    project: 'jintian-shanty-2',
  },
  {
    id: 'school-heating',
    meeting: 'renewal-meeting-1116',
    position: 2,
    name_zh: '云桥小学完成供暖调试',
    name_en: 'Finish the heating tests of Yunqiao Primary School',
    owner: 'education',
    due_on: '2026-12-18',
    project: 'yunqiao-school',
  },
  {
    id: 'firms-letting',
    meeting: 'parks-progress-1125',
    position: 1,
    name_zh: '二期交付前先行签订入驻意向',
    name_en: 'Sign letters of intent before phase 2 is handed over',
    owner: 'industry',
    due_on: '2026-12-25',
    issue: 'firms-slow',
  },
  {
    id: 'parks-brochure',
    meeting: 'parks-progress-1125',
    position: 2,
    name_zh: '编印园区招商手册',
    name_en: 'Print a brochure of the parks',
  },
];

const [SPECIAL] = MEETINGS;

/** Matters that carry out decisions, and two requests: one past its day and escalated, one answered. */
const MATTERS = [
  ...DECISIONS.filter(({ meeting }) => meeting === SPECIAL.id).map((decision) => ({
    id: `matter-${decision.id}`,
    subject_kind: 'project',
    subject_id: decision.project,
    asked_zh: decision.name_zh,
    asked_en: decision.name_en,
    instruction_zh: SPECIAL.name_zh,
    instruction_en: SPECIAL.name_en,
    source: SPECIAL.source,
    lead: decision.owner,
    due_on: decision.due_on,
    registered_on: SPECIAL.concluded_on,
    decision: decision.id,
  })),
  {
    id: 'request-tower-pipes',
    subject_kind: 'project',
    subject_id: 'chenghu-tower',
    asked_zh: '提供澄湖大厦周边管线资料',
    asked_en: 'Supply the plans of the pipes around Chenghu Tower',
    lead: 'urban-management',
    due_on: '2026-11-18',
    registered_on: '2026-11-04',
    asked_by: 'industry',
    escalated_level: 'leader',
    escalated_to_zh: '分管副区长',
    escalated_to_en: 'the deputy head in charge',
    escalated_on: '2026-11-23',
  },
  {
    id: 'request-canteen-rooms',
    subject_kind: 'project',
    subject_id: 'yunqiao-school',
    asked_zh: '商请腾出体育馆作临时食堂',
    asked_en: 'Lend the gymnasium as a canteen for the time of the works',
    lead: 'culture',
    due_on: '2026-11-13',
    registered_on: '2026-11-02',
    asked_by: 'education',
  },
];

/** Steps: the matter, the step, its day, its words. */
const STEPS = [
  ['matter-jintian-notice', 'signed-for', '2026-11-18', '已签收', 'signed for'],
  ['matter-school-heating', 'signed-for', '2026-11-18', '已签收', 'signed for'],
  ['request-tower-pipes', 'signed-for', '2026-11-05', '已签收', 'signed for'],
  ['request-canteen-rooms', 'signed-for', '2026-11-03', '已签收', 'signed for'],
  ['request-canteen-rooms', 'reported', '2026-11-11', '同意借用至 2027 年 2 月', 'agreed until February 2027'],
  ['request-canteen-rooms', 'verified', '2026-11-12', '已收到复函', 'the answer is here'],
  ['request-canteen-rooms', 'closed', '2026-11-12', '同意办结', 'closed'],
];

/** Meetings, decisions, and the matters and steps that they and requests brought. */
export function meetingRows() {
  const counts = new Map();
  const nextOf = (id) => {
    const next = (counts.get(id) ?? 0) + 1;
    counts.set(id, next);
    return next;
  };
  const leads = new Map(MATTERS.map(({ id, lead, asked_by }) => [id, { lead, asked_by: asked_by ?? null }]));
  return {
    meeting: MEETINGS.map((row) => ({ ...row, ...NOTE, visibility: 'district' })),
    decision: DECISIONS.map((row) => ({ ...row, ...NOTE, visibility: 'public' })),
    supervision: MATTERS,
    supervision_step: STEPS.map(([supervision, step, on, words_zh, words_en]) => ({
      supervision,
      position: nextOf(supervision),
      step,
      on,
      words_zh,
      words_en,
      department: step === 'signed-for' || step === 'reported' ? leads.get(supervision).lead : leads.get(supervision).asked_by,
    })),
  };
}
