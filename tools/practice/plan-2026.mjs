// The plan of 2026 of the practice district, as it was published: paragraphs of sentences, the promising words in ⟦ ⟧.
// A sentence: [Chinese, English, what it is, commitments]. A commitment: [id, title zh, title en, verb, owner, due, projects, more].
import { narrative, promise, unreviewed } from './sentence-kinds.mjs';

export const PLAN_2026 = {
  id: 'plan-2026',
  year: 2026,
  title: ['2026 年城市更新工作要点', 'Renewal plan of 2026'],
  published: '2026-01-09',
  source: 'PLAN26',
  paragraphs: [
    [
      [
        '2025 年更新工作总体平稳，四项工作转入今年继续办理。',
        'The renewal of 2025 went well on the whole, and four works are carried on this year.',
        narrative('回顾上一年，说明结转，不作承诺', 'looks back on the year before and promises nothing'),
        [],
      ],
      [
        '2026 年，⟦坚持四项目标，把更新办到居民家门口⟧。',
        'In 2026 it ⟦keeps to the four aims and brings renewal to the doors of its residents⟧.',
        promise(),
        [
          [
            '26-aim',
            '更新办到家门口',
            'Renewal at the door',
            'aim',
            'renewal',
            null,
            [],
            { measures: ['yards', 'households', 'green', 'satisfied'] },
          ],
        ],
      ],
    ],
    [
      [
        '10 月底前，⟦完成望川二号院、望川五号院综合整治⟧；11 月中旬前，⟦完成安屏北里综合整治⟧。',
        'By the end of October it ⟦finishes the repairs of Wangchuan Yard 2 and Wangchuan Yard 5⟧; by the middle of November it ⟦finishes the repairs of Anping North Lane⟧.',
        promise('aim:homes', 'way:improve'),
        [
          [
            '26-yards',
            '望川两个小区综合整治',
            'Repairs of two Wangchuan compounds',
            'construct-series',
            'housing',
            '2026-10-31',
            ['wangchuan-yard-2', 'wangchuan-yard-5'],
            { measures: ['yards'] },
          ],
          ['26-anping', '安屏北里综合整治', 'Anping North Lane repairs', 'continue', 'housing', '2026-11-13', ['anping-north']],
        ],
      ],
      [
        '年底前，⟦完成和溪花园、金田九号院综合整治⟧。',
        'By the end of the year it ⟦finishes the repairs of Hexi Garden and Jintian Yard 9⟧.',
        promise('aim:homes', 'way:improve'),
        [
          [
            '26-two-more',
            '和溪花园、金田九号院',
            'Hexi Garden and Jintian Yard 9',
            'construct-series',
            'housing',
            '2026-12-31',
            ['hexi-garden', 'jintian-yard-9'],
            { measures: ['yards'] },
          ],
        ],
      ],
      [
        '年底前，⟦完成金田棚户区改造一期⟧；9 月底前，⟦完成松岭坡棚户区搬迁腾退⟧。',
        'By the end of the year it ⟦completes the first phase of the Jintian shanty area⟧; by the end of September it ⟦moves the households out of the Songling Slope shanty area⟧.',
        promise('aim:homes', 'way:rebuild'),
        [
          [
            '26-shanty',
            '金田棚户区一期',
            'Jintian shanty area, phase 1',
            'continue',
            'housing',
            '2026-12-31',
            ['jintian-shanty-1'],
            { follows: '25-shanty', measures: ['households'] },
          ],
          ['26-slope', '松岭坡搬迁腾退', 'Songling Slope, moving out', 'continue', 'housing', '2026-09-30', ['songling-shanty']],
        ],
      ],
      [
        '⟦推动白泉北街、金田二期棚户区改造前期工作⟧，⟦推进云桥巷二期和云桥七条平房院落更新⟧。',
        'It ⟦prepares the shanty areas of Baiquan North Street and Jintian, phase 2⟧, and ⟦renews the courtyards of Yunqiao Alley, phase 2, and of Yunqiao Lane 7⟧.',
        promise('aim:homes'),
        [
          [
            '26-next-shanty',
            '两片棚户区前期工作',
            'Two shanty areas, preparation',
            'promote',
            'housing',
            '2027-12-31',
            ['baiquan-shanty', 'jintian-shanty-2'],
          ],
          [
            '26-courtyards',
            '云桥平房院落',
            'Yunqiao courtyards',
            'continue',
            'housing',
            '2026-12-31',
            ['yunqiao-alley-2', 'yunqiao-lane-7'],
            { measures: ['households'] },
          ],
        ],
      ],
      [
        '⟦谋划青坊里、澄湖沿等平房区更新⟧。',
        'It ⟦plans the renewal of bungalow areas such as Qingfang Lane and Chenghu Shore⟧.',
        promise('aim:homes', 'way:retain'),
        [
          [
            '26-bungalows',
            '谋划平房区更新',
            'Bungalow areas, planning',
            'plan-ahead',
            'planning',
            '2026-12-31',
            ['qingfang-lane', 'chenghu-shore'],
            { open: true },
          ],
        ],
      ],
    ],
    [
      [
        '9 月底前，⟦青坊锅炉房展示馆对外开放⟧；年底前，⟦完成白泉货场更新⟧。',
        'By the end of September ⟦Qingfang Boiler House Museum opens⟧; by the end of the year it ⟦completes the renewal of Baiquan Goods Yard⟧.',
        promise('aim:work', 'way:retain'),
        [
          ['26-boiler', '青坊锅炉房展示馆', 'Qingfang Boiler House Museum', 'establish', 'culture', '2026-09-30', ['qingfang-boiler']],
          [
            '26-depot',
            '白泉货场更新',
            'Baiquan Goods Yard renewal',
            'continue',
            'industry',
            '2026-12-31',
            ['baiquan-depot'],
            { follows: '25-depot' },
          ],
        ],
      ],
      [
        '⟦加快金田机械厂、和溪酿造厂更新⟧。',
        'It ⟦speeds up the renewal of Jintian Machine Works and Hexi Brewery⟧.',
        promise('aim:work', 'way:retain'),
        [['26-works', '加快两处厂房更新', 'Two works, faster', 'expedite', 'industry', '2027-06-30', ['jintian-machine', 'hexi-brewery']]],
      ],
      [
        '年底前，⟦完成云桥商场、松岭办公楼、安屏旅馆三处低效楼宇更新⟧，⟦完成澄湖大厦更新⟧。',
        'By the end of the year it ⟦renews three under-used buildings, Yunqiao Department Store, Songling Office Block and Anping Hotel⟧, and it ⟦completes the renewal of Chenghu Tower⟧.',
        promise('aim:work', 'way:improve'),
        [
          [
            '26-buildings',
            '三处低效楼宇更新',
            'Three under-used buildings',
            'construct-series',
            'commerce',
            '2026-12-31',
            ['yunqiao-mall', 'songling-office', 'anping-hotel'],
            { measures: ['empty'] },
          ],
          [
            '26-tower',
            '澄湖大厦更新',
            'Chenghu Tower renewal',
            'continue',
            'industry',
            '2026-12-31',
            ['chenghu-tower'],
            { follows: '25-tower' },
          ],
        ],
      ],
      [
        '年底前，⟦建成青坊创新园二期⟧；三季度，⟦启动金田智造园建设⟧。',
        'By the end of the year it ⟦builds the second phase of Qingfang Innovation Park⟧; in the third quarter it ⟦starts to build Jintian Smart Works Park⟧.',
        promise('aim:work', 'way:rebuild'),
        [
          [
            '26-park',
            '青坊创新园二期',
            'Qingfang Innovation Park, phase 2',
            'continue',
            'industry',
            '2026-12-31',
            ['qingfang-park-2'],
            { measures: ['firms'] },
          ],
          ['26-works-park', '启动金田智造园', 'Jintian Smart Works Park begins', 'start', 'industry', '2026-09-30', ['jintian-works-park']],
        ],
      ],
      [
        '⟦研究望川砖窑厂、安屏物流园、白泉集贸市场等处的更新方式⟧。',
        'It ⟦studies how to renew places such as Wangchuan Brickworks, Anping Logistics Park and Baiquan Market⟧.',
        promise('aim:work'),
        [
          [
            '26-study',
            '研究三处更新方式',
            'Three places, a study',
            'plan-ahead',
            'planning',
            null,
            ['wangchuan-kiln', 'anping-logistics', 'baiquan-market'],
            { open: true },
          ],
        ],
      ],
    ],
    [
      [
        '9 月底前，⟦完成澄湖公园提升⟧；年底前，⟦建成松岭郊野公园⟧；11 月 20 日前，⟦新建和溪口袋公园四处⟧。',
        'By the end of September it ⟦improves Chenghu Lake Park⟧; by the end of the year it ⟦builds Songling Hill Park⟧; by 20 November it ⟦makes four pocket parks in Hexi⟧.',
        promise('aim:green'),
        [
          ['26-lake', '澄湖公园提升', 'Chenghu Lake Park improvement', 'continue', 'parks', '2026-09-30', ['chenghu-lake-park']],
          ['26-hill', '松岭郊野公园', 'Songling Hill Park', 'continue', 'parks', '2026-12-31', ['songling-hill-park']],
          ['26-pocket', '和溪口袋公园四处', 'Four Hexi pocket parks', 'continue', 'parks', '2026-11-20', ['hexi-pocket-parks']],
        ],
      ],
      [
        '年底前，⟦建成望川绿道二期⟧；上半年，⟦启动和溪滨水步道⟧。',
        'By the end of the year it ⟦builds the second phase of Wangchuan Greenway⟧; in the first half of the year it ⟦starts the Hexi Waterside Walk⟧.',
        promise('aim:green'),
        [
          ['26-greenway', '望川绿道二期', 'Wangchuan Greenway, phase 2', 'continue', 'parks', '2026-12-31', ['wangchuan-greenway-2']],
          ['26-waterside', '启动和溪滨水步道', 'Hexi Waterside Walk begins', 'start', 'parks', '2026-06-30', ['hexi-waterside']],
        ],
      ],
      [
        '年底前，⟦完成白泉寺、澄湖石桥修缮⟧；⟦形成青坊旧宅保护利用办法⟧。',
        'By the end of the year it ⟦finishes the repairs of Baiquan Temple and Chenghu Stone Bridge⟧, and it ⟦finds a way to keep and use the old houses of Qingfang⟧.',
        promise('aim:green', 'way:retain'),
        [
          [
            '26-heritage',
            '白泉寺、澄湖石桥修缮',
            'Baiquan Temple and Chenghu Stone Bridge',
            'construct-series',
            'culture',
            '2026-12-31',
            ['baiquan-temple', 'chenghu-bridge'],
          ],
          ['26-houses', '青坊旧宅保护利用', 'Qingfang old houses', 'promote', 'culture', '2027-06-30', ['qingfang-houses']],
        ],
      ],
    ],
    [
      [
        '汛期前，⟦完成和溪左堤加固二期⟧；年底前，⟦完成和溪闸站改建⟧。',
        'Before the floods it ⟦strengthens the second part of the Hexi left levee⟧; by the end of the year it ⟦rebuilds the Hexi sluice⟧.',
        promise('aim:safe'),
        [
          ['26-levee', '和溪左堤加固二期', 'Hexi left levee, phase 2', 'continue', 'water', '2026-06-30', ['hexi-levee-2']],
          [
            '26-sluice',
            '和溪闸站改建',
            'Hexi sluice rebuilding',
            'continue',
            'water',
            '2026-12-31',
            ['hexi-sluice'],
            { follows: '25-sluice' },
          ],
        ],
      ],
      [
        '10 月底前，⟦完成松岭体育馆平急两用改造⟧；明年一季度前，⟦建成金田平急两用停车楼⟧。',
        'By the end of October it ⟦fits out Songling Sports Hall for dual use⟧; by the end of next March it ⟦builds the dual-use car park of Jintian⟧.',
        promise('aim:safe'),
        [
          ['26-gym', '松岭体育馆平急两用', 'Songling Sports Hall, dual use', 'continue', 'emergency', '2026-10-31', ['songling-gym']],
          ['26-parking', '金田平急两用停车楼', 'Jintian dual-use car park', 'continue', 'emergency', '2027-03-31', ['jintian-parking']],
        ],
      ],
      [
        '8 月底前，⟦开办松岭托育中心⟧，⟦完成云桥小学扩建⟧；年底前，⟦开设金田社区食堂和白泉图书分馆⟧。',
        'By the end of August it ⟦opens Songling Day Nursery⟧ and ⟦completes the extension of Yunqiao Primary School⟧; by the end of the year it ⟦opens Jintian Community Canteen and Baiquan Branch Library⟧.',
        promise('aim:homes'),
        [
          ['26-nursery', '松岭托育中心', 'Songling Day Nursery', 'establish', 'education', '2026-08-31', ['songling-nursery']],
          ['26-school', '云桥小学扩建', 'Yunqiao Primary School extension', 'continue', 'education', '2026-08-31', ['yunqiao-school']],
          [
            '26-canteen',
            '社区食堂和图书分馆',
            'Canteen and branch library',
            'establish',
            null,
            '2026-12-31',
            ['jintian-canteen', 'baiquan-library'],
          ],
        ],
      ],
    ],
    [
      [
        '9 月底前，⟦更新专项规划获批并按季复核⟧；年底前，⟦编成澄湖片区实施方案⟧。',
        'By the end of September ⟦the renewal plan to 2030 is adopted and reviewed each quarter⟧; by the end of the year it ⟦draws up the plan for the Chenghu blocks⟧.',
        promise(),
        [
          ['26-plan', '更新专项规划', 'The renewal plan to 2030', 'plan-ahead', 'planning', '2026-09-30', ['renewal-plan']],
          ['26-blocks', '澄湖片区实施方案', 'Plan for the Chenghu blocks', 'plan-ahead', 'planning', '2026-12-31', ['lake-blocks-plan']],
        ],
      ],
      [
        '上半年，⟦出台低效楼宇腾退补助办法⟧；全年⟦滚动编制年度更新计划⟧。',
        'In the first half of the year it ⟦issues the rules of support for emptying under-used buildings⟧; all year it ⟦keeps the yearly programme rolling⟧.',
        promise(),
        [
          ['26-support', '低效楼宇腾退补助办法', 'Rules of support', 'implement', 'commerce', '2026-06-30', ['rent-support']],
          [
            '26-rolling',
            '滚动编制年度更新计划',
            'The rolling yearly programme',
            'implement',
            'renewal',
            '2026-12-31',
            ['yearly-programme'],
          ],
        ],
      ],
      [
        '⟦9 月举办更新开放日⟧，⟦12 月举办产业对接会⟧。',
        'It ⟦holds an open day of renewal in September⟧ and ⟦a meeting of industries in December⟧.',
        promise(),
        [
          ['26-open-day', '更新开放日', 'Open day of renewal', 'host', 'renewal', '2026-09-30', [], { events: ['open-day-2026'] }],
          [
            '26-meeting',
            '产业对接会',
            'Meeting of industries',
            'host',
            'industry',
            '2026-12-31',
            [],
            { events: ['industry-meeting-2026'] },
          ],
        ],
      ],
      [
        '各街道在居民身边设更新议事点。',
        'Every subdistrict keeps a place near its residents where renewal is talked over.',
        narrative('常态做法，不是今年新增的承诺', 'a standing practice, no new promise of the year'),
        [],
      ],
    ],
    [
      [
        '11 月增补：年底前，建成安屏街心口袋公园，完成白泉中街路灯改造。',
        'Added in November: by the end of the year it builds the pocket park at Anping Corner and completes the renewal of the street lights in Baiquan Middle Street.',
        unreviewed,
        [],
      ],
    ],
  ],
};
