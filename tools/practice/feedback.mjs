// What people wrote to the practice district on its public pages: answered and public, answered, to be answered, late, set aside.

/** Feedback: number, what it is about, the day it came and is to be answered, owner, the words in Chinese and in English, then what became of it. */
const WRITTEN = [
  [
    '2026-412',
    { project: 'songling-yard-1' },
    ['2026-09-03', '2026-09-24'],
    'housing',
    '换水管那几天停水多久？楼里有卧床老人。',
    'For how long is the water off while the pipes are changed? There is a bedridden resident in the building.',
    {
      ...answer(
        '分两天施工，每天停水不超过4小时，提前三天在单元门张贴通知，社区为卧床老人送水。',
        'Two days, no more than four hours each; notices are posted three days before, and the community brings water.',
      ),
      answered_on: '2026-09-15',
      visibility: 'public',
    },
  ],
  [
    '2026-455',
    { commitment: '26-school' },
    ['2026-10-19', '2026-11-09'],
    'education',
    '学校推迟到明年，今年秋季的孩子去哪里上学？',
    'The school is put off to next year: where do the children go who start this autumn?',
    {
      ...answer('由云桥小学和和溪小学统筹安排，名单已公布。', 'They go to the Yunqiao and Hexi schools; the lists are published.'),
      answered_on: '2026-11-05',
    },
  ],
  [
    '2026-478',
    { commitment: '26-slope' },
    ['2026-10-26', '2026-11-16'],
    'housing',
    '剩下没签约的住户什么时候再谈？',
    'When will the households be asked again that have not signed?',
    {},
  ],
  [
    '2026-501',
    { park: 'qingfang-innovation' },
    ['2026-11-20', '2026-12-11'],
    'industry',
    '园区二期有没有适合小微企业的小面积空间？',
    'Does phase 2 have small units for small firms?',
    {},
  ],
  [
    '2026-503',
    { project: 'baiquan-temple' },
    ['2026-11-23', '2026-12-14'],
    'culture',
    '承接各类文物修缮，价格从优，欢迎来电。',
    'We repair all kinds of heritage at good prices; call us.',
    { dismissed: 'spam', dismissal_zh: '广告信息', dismissal_en: 'an advertisement' },
  ],
];

/** Feedback as rows. */
export function feedbackRows() {
  return {
    feedback: WRITTEN.map(([number, about, [received_on, due_on], owner, words_zh, words_en, became]) => ({
      id: `feedback-${number}`,
      name_zh: `意见 ${number}`,
      name_en: `Feedback ${number}`,
      words_zh,
      words_en,
      ...about,
      received_on,
      due_on,
      owner,
      visibility: 'district',
      note_zh: '虚构',
      note_en: 'invented',
      ...became,
    })),
  };
}

function answer(answer_zh, answer_en) {
  return { answer_zh, answer_en };
}
