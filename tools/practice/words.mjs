// Plans, sentences, commitments and what they name, from the texts of the two plans.
import { PLAN_2025 } from './plan-2025.mjs';
import { PLAN_2026 } from './plan-2026.mjs';
import { PROJECTS } from './projects.mjs';

const PLANS = [PLAN_2025, PLAN_2026];
const CLAUSE = /⟦([^⟧]+)⟧/g;
const bare = (text) => text.replaceAll(/[⟦⟧]/g, '');
const clausesIn = (text) => [...text.matchAll(CLAUSE)].map(([, clause]) => clause);
const link = (from_kind, from_id, relation, to_kind, to_id) => ({ from_kind, from_id, relation, to_kind, to_id });

/** Every commitment of the plans with its sentence, clauses and plan. */
export const COMMITMENTS = PLANS.flatMap((plan) =>
  plan.paragraphs.flatMap((sentences, p) =>
    sentences.flatMap(([zh, en, { tags = [] }, commitments], s) =>
      commitments.map(([id, title_zh, title_en, verb, owner, due, projects, more = {}], n) => ({
        id,
        plan,
        sentence: sentenceId(plan, p, s),
        title_zh,
        title_en,
        clause_zh: clausesIn(zh)[n],
        clause_en: clausesIn(en)[n],
        verb,
        owner,
        due,
        projects,
        tags,
        ...more,
      })),
    ),
  ),
);

/** The rows of the plans, their texts by path, and the links of commitments. */
export function planRows() {
  const sentences = PLANS.flatMap((plan) =>
    plan.paragraphs.flatMap((own, p) =>
      own.map(([, , what], s) => ({
        id: sentenceId(plan, p, s),
        document: plan.id,
        paragraph: p + 1,
        position: s + 1,
        checked_zh: true,
        checked_en: true,
        tags: [],
        revision: 1,
        in_text: true,
        ...what,
      })),
    ),
  );
  const withDue = (each) => ({ due_basis_zh: '原文写明', due_basis_en: 'named in the text', due_source: each.plan.source });
  return {
    document: [
      ...PLANS.map(({ id, year, title: [title_zh, title_en], published, source }) => ({
        id,
        title_zh,
        title_en,
        kind: 'plan',
        wording: 'official',
        covers: String(year),
        publisher_zh: '练习区人民政府（虚构）',
        publisher_en: 'Government of the Practice District (invented)',
        published_on: published,
        source,
      })),
      {
        id: 'five-years',
        title_zh: '城市更新五年行动计划（2026—2030 年）',
        title_en: 'Five-year programme of renewal, 2026 to 2030',
        kind: 'linked-plan',
        wording: 'none',
        covers: '2026/2030',
        publisher_zh: '上级单位（虚构）',
        publisher_en: 'the superiors (invented)',
      },
    ],
    sentence: [...sentences, FORMER_SENTENCE],
    commitment: [
      ...COMMITMENTS.map((each) => ({
        id: each.id,
        sentence: each.sentence,
        title_zh: each.title_zh,
        title_en: each.title_en,
        clause_zh: each.clause_zh,
        clause_en: each.clause_en,
        verb_class: each.verb,
        list_closed: !each.open,
        owner: each.owner,
        owner_basis_zh: each.owner ? '任务分解表的主责单位' : '任务分解表没有写明主责单位',
        owner_basis_en: each.owner ? 'the responsible department in the task sheet' : 'the task sheet names no responsible department',
        cadence: each.plan.year === 2025 ? 'none' : null,
        due_on: each.due,
        ...(each.due ? withDue(each) : { due_basis_zh: '原文没有写明时限', due_basis_en: 'the text names no day' }),
        ...(hasPlace(each) ? {} : { no_place_reason_zh: '说的是全区，没有指明哪一处', no_place_reason_en: 'speaks of the whole district' }),
        tags: each.tags,
      })),
      FORMER_COMMITMENT,
    ],
    mention: COMMITMENTS.flatMap((each) =>
      each.projects.length === 1
        ? [
            {
              sentence: each.sentence,
              thing_kind: 'project',
              thing_id: each.projects[0],
              phrase_zh: each.clause_zh,
              phrase_en: each.clause_en,
            },
          ]
        : [],
    ),
    text_question: QUESTIONS,
    draft_refusal: [
      {
        id: 'refusal-1',
        sentence: sentenceId(PLANS[1], 5, 3),
        words_zh: '各街道在居民身边设更新议事点',
        words_en: 'Every subdistrict keeps a place near its residents',
        note_zh: '常态做法，不单列承诺',
        note_en: 'a standing practice, no commitment of its own',
      },
    ],
    recipe: [
      {
        id: 'yearly-task-sheet',
        name_zh: '年度任务分解表',
        name_en: 'Task sheet of the year',
        document: 'plan-2026',
        adds_sentences: false,
        year: 2026,
        columns: ['number=序号', 'task=任务', 'lead=主责单位', 'due=完成时限', 'progress=进展'],
        departments: ['housing=住建局', 'parks=园林局'],
      },
    ],
    links: COMMITMENTS.flatMap((each) => [
      ...each.projects.map((project) => link('project', project, 'serves', 'commitment', each.id)),
      ...(each.events ?? []).map((event) => link('event', event, 'held-for', 'commitment', each.id)),
      ...(each.measures ?? []).map((indicator) => link('indicator', indicator, 'measures', 'commitment', each.id)),
      ...(each.follows ? [link('commitment', each.id, 'follows', 'commitment', each.follows)] : []),
      ...(each.id === '26-plan' ? [link('commitment', each.id, 'implements', 'document', 'five-years')] : []),
    ]),
    texts: PLANS.flatMap((plan) => [0, 1].map((n) => [`words/${plan.id}.${n === 0 ? 'zh' : 'en'}.md`, textOf(plan, n)])),
  };
}

/** A sentence of the first wording of the plan of 2026, which the second left out; a commitment hangs on it, and a person is to decide. */
const FORMER_SENTENCE = {
  id: '26-former',
  document: 'plan-2026',
  paragraph: 4,
  position: 9,
  text_zh: '年底前，新增停车泊位五百个。',
  text_en: 'By the end of the year it makes five hundred new parking places.',
  kind: 'promise',
  checked_zh: true,
  checked_en: true,
  tags: ['aim:safe'],
  revision: 1,
  in_text: false,
};
const FORMER_COMMITMENT = {
  id: '26-parking-places',
  sentence: FORMER_SENTENCE.id,
  title_zh: '新增停车泊位五百个',
  title_en: 'Five hundred parking places',
  clause_zh: '新增停车泊位五百个',
  clause_en: 'makes five hundred new parking places',
  verb_class: 'continue',
  list_closed: true,
  owner: 'urban-management',
  owner_basis_zh: '任务分解表的主责单位',
  owner_basis_en: 'the responsible department in the task sheet',
  due_on: '2026-12-31',
  due_basis_zh: '原文写明',
  due_basis_en: 'named in the text',
  due_source: 'PLAN26',
  no_place_reason_zh: '分布在全区，没有指明哪一处',
  no_place_reason_en: 'spread over the district, no place is named',
  tags: ['aim:safe'],
};
const QUESTIONS = [
  {
    id: 'question-1',
    document: 'plan-2026',
    kind: 'reworded',
    sentence: FORMER_SENTENCE.id,
    candidates: [sentenceId(PLANS[1], 4, 1)],
  },
];

function hasPlace({ projects }) {
  return projects.some((id) => PROJECTS.find((each) => each.id === id).area !== null);
}

function sentenceId(plan, paragraph, sentence) {
  return `${String(plan.year).slice(2)}-p${paragraph + 1}s${sentence + 1}`;
}

function textOf({ paragraphs }, language) {
  const joint = language === 0 ? '' : ' ';
  return `${paragraphs.map((sentences) => sentences.map((each) => bare(each[language])).join(joint)).join('\n\n')}\n`;
}
