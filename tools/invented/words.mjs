// The word lists of the invented district. Nothing here is a real office, street or work.

/** Two-character name stems are made of one syllable of each list: [character, pinyin]. */
export const FIRST = [
  ['松', 'Song'],
  ['澄', 'Cheng'],
  ['望', 'Wang'],
  ['云', 'Yun'],
  ['青', 'Qing'],
  ['白', 'Bai'],
  ['金', 'Jin'],
  ['永', 'Yong'],
  ['安', 'An'],
  ['和', 'He'],
  ['兴', 'Xing'],
  ['东', 'Dong'],
  ['南', 'Nan'],
  ['西', 'Xi'],
  ['北', 'Bei'],
  ['长', 'Chang'],
  ['玉', 'Yu'],
  ['龙', 'Long'],
  ['凤', 'Feng'],
  ['梅', 'Mei'],
  ['兰', 'Lan'],
  ['竹', 'Zhu'],
  ['桂', 'Gui'],
  ['莲', 'Lian'],
  ['春', 'Chun'],
  ['夏', 'Xia'],
  ['秋', 'Qiu'],
  ['晓', 'Xiao'],
  ['朝', 'Zhao'],
  ['星', 'Xing'],
  ['文', 'Wen'],
  ['德', 'De'],
  ['仁', 'Ren'],
  ['信', 'Xin'],
  ['光', 'Guang'],
  ['明', 'Ming'],
  ['新', 'Xin'],
  ['古', 'Gu'],
  ['石', 'Shi'],
  ['沙', 'Sha'],
];
export const SECOND = [
  ['岭', 'ling'],
  ['川', 'chuan'],
  ['湖', 'hu'],
  ['桥', 'qiao'],
  ['河', 'he'],
  ['山', 'shan'],
  ['泉', 'quan'],
  ['林', 'lin'],
  ['溪', 'xi'],
  ['园', 'yuan'],
  ['台', 'tai'],
  ['门', 'men'],
  ['坊', 'fang'],
  ['井', 'jing'],
  ['坡', 'po'],
  ['田', 'tian'],
  ['港', 'gang'],
  ['洲', 'zhou'],
  ['湾', 'wan'],
  ['塘', 'tang'],
  ['原', 'yuan'],
  ['关', 'guan'],
  ['庄', 'zhuang'],
  ['家', 'jia'],
  ['丰', 'feng'],
  ['平', 'ping'],
  ['乐', 'le'],
  ['康', 'kang'],
  ['昌', 'chang'],
  ['城', 'cheng'],
];

/** Kinds of sites: [kind, share, Chinese noun, English noun, kind of the project that renews it]. `#` stands for a house number. */
export const SITE_KINDS = [
  ['compound', 42, '路#号院', 'Road # compound', 'old-compound'],
  ['building', 26, '大厦#号楼', 'Tower # building', 'low-efficiency-building'],
  ['bungalow', 11, '胡同#号平房区', 'Hutong # bungalows', 'bungalow'],
  ['factory', 13, '机械厂#号厂房', 'Machine Works hall #', 'old-factory'],
  ['shantytown', 5, '村#号棚户区', 'Village # shanty area', 'shantytown'],
  ['industrial-park', 3, '产业园#期', 'Industry Park phase #', 'industrial-park'],
];
/** Kinds of other places: [kind, share, Chinese noun, English noun]. */
export const OTHER_KINDS = [
  ['institution', 30, '小学#校区', 'School campus #'],
  ['park', 16, '公园#园', 'Park garden #'],
  ['station', 10, '地铁站#口', 'Metro Station exit #'],
  ['office', 10, '街道办事处#所', 'Subdistrict Office branch #'],
  ['heritage', 10, '寺#殿', 'Temple hall #'],
  ['venue', 7, '体育馆#馆', 'Sports Venue hall #'],
  ['heritage-block', 4, '历史街区#片', 'Historic Block part #'],
  ['greenway', 4, '绿道#段', 'Greenway stretch #'],
  ['waterfront', 4, '滨水岸#段', 'Waterfront reach #'],
  ['flood-works', 3, '蓄洪池#池', 'Flood Basin #'],
  ['landmark', 2, '塔#座', 'Pagoda #'],
];

/** What a clause promises: [verb class, Chinese, English]; `$` stands for the thing. No clause can stand inside another. */
export const PROMISES = [
  ['start', '年内启动$的改造', 'starts the renovation of $ within the year'],
  ['expedite', '加快推进$的更新', 'speeds up the renewal of $'],
  ['continue', '继续实施$的整治', 'carries on with the works at $'],
  ['establish', '建成$的社区服务站', 'opens a service station at $'],
  ['improve', '完善$的配套设施', 'completes the facilities around $'],
  ['promote', '推动$的转型利用', 'promotes the new use of $'],
  ['plan-ahead', '谋划$的后续利用', 'plans ahead for the later use of $'],
];

export const DEPARTMENTS = [
  ['更新办公室', 'Renewal Office', '统筹更新', 'leads the renewal'],
  ['住房局', 'Housing Bureau', '小区与平房', 'compounds and bungalows'],
  ['园林局', 'Parks Bureau', '公园与绿道', 'parks and greenways'],
  ['水务局', 'Water Bureau', '河道与防洪', 'rivers and flood defence'],
  ['产业局', 'Industry Bureau', '厂房与园区', 'works and parks of industry'],
  ['文物局', 'Heritage Bureau', '文物与街区', 'heritage and historic blocks'],
  ['交通局', 'Transport Bureau', '道路与车站', 'roads and stations'],
  ['教育局', 'Schools Bureau', '学校', 'schools'],
];

/** Narrative sentences, Chinese and English. `#` is a number, so that no two are alike. */
export const NARRATIVE = [
  [
    '第#片区的居民反映，道路窄、停车难是多年的老问题。',
    'Residents of area # say that narrow roads and parking have been a trouble for years.',
  ],
  ['第#片区的厂房建成已久，大多空置。', 'The works of area # were built long ago and mostly stand empty.'],
  ['第#片区的底数已经摸清，清单已经公布。', 'What stands in area # has been counted and the list is public.'],
];

export const INDICATORS = [
  ['改造完成小区', 'Compounds renovated', 'sites', 'up'],
  ['更新建筑面积', 'Floor area renewed', 'm2', 'up'],
  ['受益户数', 'Households served', 'households', 'up'],
  ['空置率', 'Share of floor area empty', 'percent', 'down'],
  ['新增绿地', 'New green space', 'm2', 'up'],
];

export const EVENTS = [
  ['更新论坛', 'Renewal Forum'],
  ['社区开放日', 'Open Day'],
  ['产业对接会', 'Industry Meeting'],
  ['灯会', 'Lantern Fair'],
];

export const AXES = [
  {
    id: 'aim',
    name: { zh: '目标', en: 'Aim' },
    values: [
      { id: 'homes', name: { zh: '安居', en: 'Good homes' }, colour: 'rust', pattern: 'hatch' },
      { id: 'work', name: { zh: '乐业', en: 'Good work' }, colour: 'indigo', pattern: 'solid' },
      { id: 'green', name: { zh: '绿意', en: 'Green' }, colour: 'pine', pattern: 'outline' },
    ],
  },
  {
    id: 'wave',
    name: { zh: '批次', en: 'Wave' },
    values: [1, 2, 3, 4].map((n) => ({ id: `wave-${n}`, name: { zh: `第${'一二三四'[n - 1]}批`, en: `Wave ${n}` } })),
  },
];

export const UNITS = {
  households: { zh: '户', en: 'households' },
  m2: { zh: '平方米', en: 'm²' },
  percent: { zh: '%', en: '%' },
  sites: { zh: '处', en: 'sites' },
};
