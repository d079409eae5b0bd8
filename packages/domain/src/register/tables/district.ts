import {
  between,
  day,
  flag,
  id,
  json,
  list,
  maybeDay,
  maybeInteger,
  maybePeriod,
  maybeRef,
  maybeText,
  maybeWeb,
  oneOf,
  pair,
  text,
} from '../fields/fields.ts';
import { USUAL_SPAN } from '../fields/usual-span.ts';
import { CONFIDENCES, SOURCE_KINDS } from '../fields/vocabulary.ts';
import { type Axis, type Frame, type LevelNames, label, table, type UnitNames, visibility, WAS_PUBLIC } from './table.ts';

/** The district itself, what was read, and who answers. */
export const DISTRICT_TABLES = {
  district: table({
    label: label('区', 'district', 'districts', '个'),
    file: 'district.json',
    since: 1,
    was: {
      first_day: '1949-01-01',
      last_day: '2100-12-31',
      opens_on: null,
      levels: {},
      invented: false,
      oc4ids_prefix: null,
      feedback_days: null,
    },
    key: ['id'],
    named: 'name',
    about: {
      zh: '本区，只有一行',
      en: 'the district itself: one row',
    },
    of: [],
    goesWith: [],
    audience: 'all',
    written: 'district',
    settings: {
      begun: [
        { label: { zh: '名称', en: 'Name' }, entries: ['name', 'languages', 'id', 'time_zone'] },
        { label: { zh: '地图范围', en: 'Map extent' }, entries: ['frame', 'metre_crs'] },
        {
          label: { zh: '分类', en: 'Plan axes' },
          hint: {
            zh: '承诺按这些清单归类。“目标”里的每一项在文本和地图上有自己的颜色和图案；也可以以后在区设置里添加。',
            en: 'Lists by which commitments are sorted. Each aim has its own colour and pattern in the text and on the map. You can add them later in the settings.',
          },
          entries: ['axes'],
        },
        {
          label: { zh: '计量单位', en: 'Units' },
          hint: {
            zh: '数字和指标可以使用的单位；以后可以再加。',
            en: 'Units that figures and indicators may have; more can be added later.',
          },
          entries: ['units'],
        },
      ],
      held: [
        {
          label: { zh: '页头提示', en: 'Header notice' },
          hint: { zh: '例如说明这是示例数据；不填则不显示。', en: 'Such as that this is sample data; empty: nothing is shown.' },
          entries: ['notice'],
        },
        {
          label: { zh: '入库层级名称', en: 'Levels of the programme' },
          hint: {
            zh: '本区项目看板各列的名称。不填则用通用名称。',
            en: 'Names of the columns of the project board. Empty: the usual names.',
          },
          entries: ['levels'],
        },
        {
          label: { zh: '本区日期范围', en: 'Dates of the district' },
          hint: {
            zh: '范围之外的日期在任何地方都不接受；要记更早或更晚的日期，先放宽这里。',
            en: 'No date outside these two is accepted anywhere. Widen them for older or later dates.',
          },
          entries: ['first_day', 'last_day'],
        },
        {
          label: { zh: '默认截止日期', en: 'Opens as of' },
          hint: {
            zh: '打开首屏时采用的截止日期，例如计划年度末日。',
            en: 'The date the first screen opens at, for example the end of the plan year.',
          },
          entries: ['opens_on'],
        },
        {
          label: { zh: '意见答复时限', en: 'Answer time for feedback' },
          hint: {
            zh: '收到公众意见后答复的工作日数，1 至 90；留空为 15。已收到的意见时限不变。',
            en: 'Working days in which feedback of the public is answered, 1 to 90. Empty: 15. Feedback received already keeps its due date.',
          },
          entries: ['feedback_days'],
        },
      ],
      elsewhere: ['oc4ids_prefix', 'invented'],
    },
    fields: {
      id: id<'district'>('本区编号，如行政区划代码', 'the district, e.g. its administrative code'),
      ...pair('name', '名称', 'the name'),
      frame: {
        ...json<Frame>('地图范围：西、南、东、北，WGS 84 度', 'west, south, east, north of the map frame, WGS 84 degrees'),
        shape: 'extent',
      },
      metre_crs: {
        ...text('量算长度所用投影坐标系的 EPSG 代码', 'EPSG code of the projected system in which metres are measured'),
        shape: 'projection',
      },
      time_zone: { ...text('IANA 时区', 'IANA time zone'), shape: 'time-zone' },
      languages: {
        ...list('本区使用的语言：zh、en 或两者', 'the languages the district keeps: zh, en or both'),
        shape: 'languages',
      },
      axes: { ...json<readonly Axis[]>('计划的各维度及其取值', 'the plan axes and their values'), shape: 'axes' },
      units: {
        ...json<UnitNames>(
          '数字和指标的计量单位，名称用本区的语言',
          'the units of figures and indicators, named in the district’s languages',
        ),
        shape: 'units',
      },
      ...pair('notice', '页首显示的一行文字，如注明为示例数据', 'a line shown in the head, e.g. that this is example data'),
      first_day: {
        ...day('本区日期允许的首日', 'the first day that a date of this district may name'),
        form: 'bound',
        standard: USUAL_SPAN.first,
        label: { zh: '最早日期', en: 'First date' },
      },
      last_day: {
        ...day('本区日期允许的末日', 'the last day that a date of this district may name'),
        form: 'bound',
        standard: USUAL_SPAN.last,
        notBefore: 'first_day',
        label: { zh: '最晚日期', en: 'Last date' },
      },
      opens_on: {
        ...maybeDay(
          '本区默认截止日期，如计划年度末日；不填：今日',
          'the day as of which the district opens, e.g. the end of its plan year; empty: today',
        ),
        label: { zh: '默认截止日期', en: 'Opens as of' },
        emptied: { zh: '改为当天', en: 'Use today' },
        none: { zh: '未设定：打开时采用当天。', en: 'Not set: it opens as of today.' },
      },
      levels: {
        ...json<LevelNames>(
          '本区对各入库层级的叫法，与系统不同时填写',
          'what the district calls the levels of its programme, where not as the screens do',
        ),
        standard: {},
        shape: 'levels',
      },
      oc4ids_prefix: {
        ...maybeText(
          '本区项目在 OC4IDS 登记的六位前缀；不填：未登记',
          'the six characters registered for its projects in OC4IDS; empty: none is registered',
        ),
        label: { zh: 'OC4IDS 前缀', en: 'OC4IDS prefix' },
      },
      feedback_days: {
        ...between(
          1,
          90,
          maybeInteger('答复公众意见的工作日数；不填：15', 'working days in which feedback of the public is answered; empty: 15'),
        ),
        label: { zh: '意见答复时限（工作日）', en: 'feedback answer time (working days)' },
        none: { zh: '15 个工作日', en: '15 working days' },
      },
      invented: flag(
        '全部为虚构的练习数据；各屏、文稿和导出均注明',
        'all of it is invented, for practice; every screen, paper and export says so',
      ),
    },
  }),
  source: table({
    label: label('来源', 'source', 'sources', '个'),
    file: 'results/sources.csv',
    since: 1,
    was: { ...WAS_PUBLIC, attribution_zh: null, attribution_en: null },
    key: ['id'],
    about: {
      zh: '日期、数字或位置的来源',
      en: 'where a date, a figure or a position was read',
    },
    of: [],
    goesWith: [],
    audience: 'own',
    written: 'form',
    address: 'sources',
    page: 'alone',
    list: ['title', 'kind', 'dated'],
    form: { first: ['title', 'kind', 'url', 'dated'] },
    fields: {
      id: id<'source'>('简短代码', 'short code'),
      title: text('标题、发布机构和日期，写成一行', 'title, publisher and date in one line'),
      kind: oneOf(SOURCE_KINDS, '来源种类', 'where it comes from'),
      url: maybeWeb(
        '网址；种类为 reprint、recalled、estimate 时不显示为链接',
        'address; shown as a link unless the kind is reprint, recalled or estimate',
      ),
      dated: maybePeriod('发布日期或时期', 'day or period of publication'),
      ...pair(
        'attribution',
        '地图显示取自该来源的内容时须同时显示的署名与许可',
        'what must be shown wherever the map shows what was taken from it, with its licence',
      ),
      ...visibility(),
    },
  }),
  department: table({
    label: label('部门', 'department', 'departments', '个'),
    file: 'programme/departments.csv',
    since: 1,
    key: ['id'],
    named: 'name',
    about: {
      zh: '牵头或配合办理工作的单位',
      en: 'an organ that owns or supports work',
    },
    of: [],
    goesWith: [],
    audience: 'all',
    written: 'form',
    address: 'departments',
    page: 'plain',
    icon: 'M3 8l7-4 7 4M4 8h12M5.5 8v7M10 8v7M14.5 8v7M3 16h14',
    search: { name: 'name', role: 'text' },
    list: ['name', 'owns', 'confidence'],
    form: { first: ['name', 'role', 'confidence'] },
    based: [{ value: ['role_zh', 'role_en'], basis: ['confidence', 'source'] }],
    fields: {
      id: id<'department'>('简短代码', 'short code'),
      ...pair('name', '名称', 'the name'),
      ...pair('role', '职责', 'what it answers for'),
      confidence: oneOf(CONFIDENCES, '本条的可信度', 'how sure the entry is'),
      source: maybeRef('source', '来源', 'where it was read'),
    },
  }),
} as const;
