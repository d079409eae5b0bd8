// The plan of 2025 of the practice district, as it was published: paragraphs of sentences, the promising words in ⟦ ⟧.
// A sentence: [Chinese, English, what it is, commitments]. A commitment: [id, title zh, title en, verb, owner, due, projects, more].
import { narrative, promise } from './sentence-kinds.mjs';

export const PLAN_2025 = {
  id: 'plan-2025',
  year: 2025,
  title: ['2025 年城市更新工作要点', 'Renewal plan of 2025'],
  published: '2025-01-10',
  source: 'PLAN25',
  paragraphs: [
    [
      [
        '过去一年，全区摸清了老旧小区、平房院落和低效楼宇的底数。',
        'In the past year the district counted its old compounds, courtyards and under-used buildings.',
        narrative('回顾上一年，不作承诺', 'looks back on the year before and promises nothing'),
        [],
      ],
      [
        '2025 年，⟦围绕安居、兴业、添绿、安全四项目标推进城市更新⟧。',
        'In 2025 the district ⟦renews itself for good homes, good work, green places and safety⟧.',
        promise(),
        [['25-aim', '四项目标', 'The four aims', 'aim', 'renewal', null, [], { measures: ['yards', 'green', 'empty'] }]],
      ],
    ],
    [
      [
        '年底前，⟦完成松岭一号院、松岭三号院和澄湖东里三个小区综合整治⟧。',
        'By the end of the year it ⟦finishes the repairs of Songling Yard 1, Songling Yard 3 and Chenghu East Lane⟧.',
        promise('aim:homes', 'way:improve'),
        [
          [
            '25-yards',
            '三个小区综合整治',
            'Repairs of three compounds',
            'construct-series',
            'housing',
            '2025-12-31',
            ['songling-yard-1', 'songling-yard-3', 'chenghu-east'],
            { measures: ['yards'] },
          ],
        ],
      ],
      [
        '10 月底前，⟦完成白泉新苑加装电梯⟧；年底前，⟦完成金田棚户区改造一期签约腾退⟧。',
        'By the end of October it ⟦puts the lifts into Baiquan New Court⟧; by the end of the year it ⟦completes the first phase of the Jintian shanty area⟧.',
        promise('aim:homes'),
        [
          ['25-lifts', '白泉新苑加装电梯', 'Lifts for Baiquan New Court', 'continue', 'housing', '2025-10-31', ['baiquan-lifts']],
          [
            '25-shanty',
            '金田棚户区一期',
            'Jintian shanty area, phase 1',
            'continue',
            'housing',
            '2025-12-31',
            ['jintian-shanty-1'],
            { movedTo: '2026-12-31' },
          ],
        ],
      ],
      [
        '年内，⟦完成云桥巷平房院落改造一期⟧。',
        'Within the year it ⟦finishes the first courtyards of Yunqiao Alley⟧.',
        promise('aim:homes', 'way:retain'),
        [['25-alley', '云桥巷平房院落一期', 'Yunqiao Alley courtyards, phase 1', 'continue', 'housing', '2025-12-31', ['yunqiao-alley-1']]],
      ],
    ],
    [
      [
        '年内，⟦青坊纺织厂更新后对外开放⟧，⟦完成白泉货场更新⟧。',
        'Within the year ⟦Qingfang Mill opens after its renewal⟧, and it ⟦completes the renewal of Baiquan Goods Yard⟧.',
        promise('aim:work', 'way:retain'),
        [
          ['25-mill', '青坊纺织厂开放', 'Qingfang Mill opens', 'establish', 'industry', '2025-12-31', ['qingfang-mill']],
          [
            '25-depot',
            '白泉货场更新',
            'Baiquan Goods Yard renewal',
            'continue',
            'industry',
            '2025-12-31',
            ['baiquan-depot'],
            { movedTo: '2026-12-31' },
          ],
        ],
      ],
      [
        '⟦推进澄湖大厦更新⟧，⟦建成青坊创新园一期⟧。',
        'It ⟦carries on with the renewal of Chenghu Tower⟧ and ⟦builds the first phase of Qingfang Innovation Park⟧.',
        promise('aim:work'),
        [
          [
            '25-tower',
            '澄湖大厦更新',
            'Chenghu Tower renewal',
            'continue',
            'industry',
            '2025-12-31',
            ['chenghu-tower'],
            { movedTo: '2026-12-31' },
          ],
          ['25-park', '青坊创新园一期', 'Qingfang Innovation Park, phase 1', 'continue', 'industry', '2025-12-31', ['qingfang-park-1']],
        ],
      ],
    ],
    [
      [
        '⟦建成望川绿道一期⟧和⟦金田社区公园⟧。',
        'It ⟦builds the first phase of Wangchuan Greenway⟧ and ⟦Jintian Community Park⟧.',
        promise('aim:green'),
        [
          ['25-greenway', '望川绿道一期', 'Wangchuan Greenway, phase 1', 'continue', 'parks', '2025-09-30', ['wangchuan-greenway-1']],
          ['25-park-jintian', '金田社区公园', 'Jintian Community Park', 'continue', 'parks', '2025-10-31', ['jintian-park']],
        ],
      ],
      [
        '11 月底前，⟦完成云桥会馆修缮⟧。',
        'By the end of November it ⟦finishes the repairs of Yunqiao Guild Hall⟧.',
        promise('aim:green', 'way:retain'),
        [['25-hall', '云桥会馆修缮', 'Yunqiao Guild Hall repairs', 'continue', 'culture', '2025-11-30', ['yunqiao-hall']]],
      ],
    ],
    [
      [
        '汛期前，⟦完成和溪左堤加固一期⟧；年底前，⟦完成和溪闸站改建⟧。',
        'Before the floods it ⟦strengthens the first part of the Hexi left levee⟧; by the end of the year it ⟦rebuilds the Hexi sluice⟧.',
        promise('aim:safe'),
        [
          ['25-levee', '和溪左堤加固一期', 'Hexi left levee, phase 1', 'continue', 'water', '2025-06-30', ['hexi-levee-1']],
          [
            '25-sluice',
            '和溪闸站改建',
            'Hexi sluice rebuilding',
            'continue',
            'water',
            '2025-12-31',
            ['hexi-sluice'],
            { movedTo: '2026-12-31' },
          ],
        ],
      ],
      [
        '⟦建成安屏平急两用仓库⟧，⟦开设安屏社区卫生服务站⟧。',
        'It ⟦builds the dual-use warehouse of Anping⟧ and ⟦opens Anping Community Clinic⟧.',
        promise('aim:safe'),
        [
          ['25-warehouse', '安屏平急两用仓库', 'Anping dual-use warehouse', 'continue', 'emergency', '2025-12-31', ['anping-warehouse']],
          ['25-clinic', '安屏社区卫生服务站', 'Anping Community Clinic', 'establish', 'health', '2025-12-31', ['anping-clinic']],
        ],
      ],
      [
        '上半年，⟦出台更新项目管理办法⟧；下半年，⟦举办城市更新论坛⟧。',
        'In the first half of the year it ⟦issues the rules for renewal projects⟧; in the second it ⟦holds a forum on renewal⟧.',
        promise(),
        [
          ['25-rules', '更新项目管理办法', 'Rules for renewal projects', 'implement', 'renewal', '2025-06-30', ['renewal-rules']],
          ['25-forum', '城市更新论坛', 'Forum on renewal', 'host', 'renewal', '2025-12-31', [], { events: ['forum-2025'] }],
        ],
      ],
    ],
  ],
};
