import {
  between,
  day,
  emptyIs,
  id,
  json,
  maybeGeometry,
  maybeNumber,
  maybeOneOf,
  maybeRef,
  maybeText,
  NONE,
  number,
  oneOf,
  pair,
  past,
  ref,
  text,
} from '../fields/fields.ts';
import { EMPTY_DESIGN, type FloodDesign, type FloodFrozen } from '../fields/flood-design.ts';
import { CONFIDENCES, FLOOD_SCHEMES, VERTICAL_UNITS } from '../fields/vocabulary.ts';
import { byAction, label, note, table, visibility } from './table.ts';

/** What a flood is worked out on, the cases that are worked out, and what was adopted of them. */
export const FLOOD_TABLES = {
  ground: table({
    label: label('地形数据', 'ground model', 'ground models', '份'),
    file: 'flood/grounds.csv',
    isRare: true,
    since: 38,
    key: ['id'],
    named: 'name',
    about: {
      zh: '洪水推演所用的地形：高程文件及其处理步骤',
      en: 'the ground that floods are worked out on: a file of heights, and what is done to them',
    },
    of: [],
    goesWith: [],
    owner: 'owner',
    audience: 'own',
    written: 'form',
    address: 'grounds',
    page: 'plain',
    icon: 'M2.5 16 7 7l3 5 3-7 4.5 11zM2.5 16h15',
    search: { name: 'name', note: 'remark' },
    list: ['name', 'owner', 'crs', 'vertical_unit', 'cell_m', 'source', 'confidence'],
    form: { first: ['name', 'vertical_unit', 'crs', 'cell_m', 'manning', 'source', 'confidence'] },
    fields: {
      id: id<'ground'>('固定编号', 'stable id'),
      ...pair('name', '名称', 'the name'),
      owner: {
        ...maybeRef('department', '提供地形的单位', 'the department that supplies it'),
        label: { zh: '提供单位', en: 'Supplied by' },
      },
      vertical_unit: {
        ...maybeOneOf(
          VERTICAL_UNITS,
          '高程单位；为空时采用文件所载的单位，文件也未载明时不能推演',
          'the unit of its heights; empty: that of the file, and where the file tells none nothing is worked out on it',
        ),
        label: { zh: '高程单位', en: 'Unit of heights' },
        names: { m: { zh: '米', en: 'metre' }, ft: { zh: '英尺', en: 'foot' }, 'us-ft': { zh: '美国测量英尺', en: 'US survey foot' } },
        none: { zh: '按文件所载', en: 'as the file says' },
      },
      crs: {
        ...emptyIs(
          maybeText(
            '坐标系的 EPSG 代码，如 EPSG:32650；为空时由文件得出',
            'the EPSG code of its coordinates, such as EPSG:32650; empty: that of the file',
          ),
          { zh: '按文件所载', en: 'as the file says' },
        ),
        label: { zh: '坐标系', en: 'Coordinate system' },
      },
      area: {
        ...emptyIs(
          maybeGeometry(
            '使用的范围，GeoJSON 面，WGS 84；为空时用全部',
            'the area that is used, a GeoJSON area in WGS 84; empty: all of it',
          ),
          {
            zh: '全部范围',
            en: 'all of it',
          },
        ),
        drawn: 'area',
        label: { zh: '使用范围', en: 'Area used' },
      },
      cell_m: {
        ...emptyIs(
          between(1, 1_000, maybeNumber('重采样后的网格边长，米；为空时不变', 'the cell that it is resampled to, in m; empty: as it is')),
          {
            zh: '不重采样',
            en: 'as it is',
          },
        ),
        label: { zh: '网格边长（m）', en: 'Cell (m)' },
      },
      river: {
        ...emptyIs(
          maybeGeometry(
            '河道中心线，GeoJSON 线，WGS 84，由上游至下游：沿线切槽，使河底不倒坡',
            'the line of the river from its head down, GeoJSON lines in WGS 84: along it the ground is lowered so that it nowhere rises',
          ),
          { zh: '不切槽', en: 'the ground is not lowered' },
        ),
        drawn: 'line',
        label: { zh: '河道中心线', en: 'Line of the river' },
      },
      burn_m: {
        ...emptyIs(
          between(0, 50, maybeNumber('河道沿线再下切的深度，米', 'by how much the ground along the river is lowered beside that, in m')),
          { zh: '只消除倒坡', en: 'only rises are removed' },
        ),
        label: { zh: '河道下切（m）', en: 'Lowered along the river (m)' },
      },
      fill_pits_m: {
        ...emptyIs(between(0.01, 50, maybeNumber('填平深度不超过此值的洼地，米', 'hollows up to that depth are filled, in m')), {
          zh: '保留洼地',
          en: 'hollows are kept',
        }),
        label: { zh: '填洼上限（m）', en: 'Hollows filled up to (m)' },
      },
      smooth_m: {
        ...emptyIs(
          between(
            0.01,
            10,
            maybeNumber('平滑整米台阶，高程改动不超过此值，米', 'steps of whole metres are smoothed by at most that, in m'),
          ),
          {
            zh: '不平滑',
            en: 'steps are kept',
          },
        ),
        label: { zh: '平滑台阶（m）', en: 'Steps smoothed up to (m)' },
      },
      manning: {
        ...between(0.005, 0.5, number('曼宁糙率', 'roughness after Manning, in s/m^(1/3)')),
        label: { zh: '曼宁糙率 n', en: 'Manning’s n' },
        standard: 0.035,
      },
      source: maybeRef('source', '高程的来源', 'where the heights come from'),
      confidence: oneOf(CONFIDENCES, '高程的可信度', 'how sure the heights are'),
      ...note(),
      ...visibility(),
    },
  }),
  flood_case: table({
    label: label('洪水情景', 'flood case', 'flood cases', '个'),
    file: 'flood/flood-cases.csv',
    isRare: true,
    since: 38,
    key: ['id'],
    named: 'name',
    about: {
      zh: '洪水情景：在一份地形上推演的来水、蓄滞洪工程、闸门和调度规则',
      en: 'a flood on a ground: the water that comes, the works that store it, gates and the rules that operate them',
    },
    of: [],
    goesWith: [],
    owner: 'owner',
    audience: 'own',
    written: 'form',
    address: 'flood-cases',
    page: 'plain',
    icon: 'M2.5 8c2.5-3 5 3 7.5 0s5 3 7.5 0M2.5 13c2.5-3 5 3 7.5 0s5 3 7.5 0',
    search: { name: 'name', note: 'remark' },
    list: ['name', 'ground', 'place', 'project', 'owner', 'hours', 'scheme'],
    form: { first: ['name', 'ground', 'hours', 'place', 'project', 'owner'], without: ['design'] },
    fields: {
      id: id<'flood_case'>('固定编号', 'stable id'),
      ...pair('name', '名称', 'the name'),
      ground: ref('ground', '所用地形', 'the ground it is worked out on'),
      place: emptyIs(maybeRef('place', '蓄滞洪区所在地点', 'the place that stores the water'), NONE),
      project: emptyIs(maybeRef('project', '建设该工程的项目', 'the project that builds the works'), NONE),
      owner: { ...maybeRef('department', '责任单位', 'the department that answers for it'), label: { zh: '责任单位', en: 'Owner' } },
      hours: {
        ...between(0.1, 240, number('推演时长，小时', 'how long the flood is followed, in hours')),
        label: { zh: '时长（h）', en: 'Duration (h)' },
        standard: 24,
      },
      cell_m: {
        ...emptyIs(
          between(
            1,
            1_000,
            maybeNumber('推演网格边长，米；为空时用地形的网格', 'the cell it is worked out on, in m; empty: that of the ground'),
          ),
          {
            zh: '同地形',
            en: 'as the ground',
          },
        ),
        label: { zh: '推演网格（m）', en: 'Cell of the run (m)' },
      },
      manning: {
        ...emptyIs(between(0.005, 0.5, maybeNumber('曼宁糙率；为空时用地形的糙率', 'roughness after Manning; empty: that of the ground')), {
          zh: '同地形',
          en: 'as the ground',
        }),
        label: { zh: '曼宁糙率 n', en: 'Manning’s n' },
      },
      scheme: {
        ...oneOf(FLOOD_SCHEMES, '计算格式', 'how it is worked out'),
        label: { zh: '计算格式', en: 'Scheme' },
        names: {
          sd03: { zh: '完整动量', en: 'full momentum' },
          'local-inertia': { zh: '局部惯性（初筛）', en: 'local inertia (screening)' },
        },
        standard: 'sd03',
      },
      design: {
        ...json<FloodDesign>('来水、工程、闸门和规则', 'the water that comes, the works, gates and rules'),
        label: { zh: '情景内容', en: 'Design' },
        standard: EMPTY_DESIGN,
      },
      ...note(),
      ...visibility(),
    },
  }),
  flood_adoption: table({
    label: label('情景采用', 'adoption of a flood case', 'adoptions of flood cases', '次'),
    file: 'flood/flood-adoptions.csv',
    isRare: true,
    since: 38,
    key: ['id'],
    about: {
      zh: '项目采用了某情景的工程或调度规则：会议记录、冻结的输入和结果',
      en: 'a project takes on the works or the rules of a case: the minute, the frozen inputs and what came of them',
    },
    of: ['project', 'flood_case'],
    goesWith: ['project', 'flood_case'],
    audience: 'record',
    written: byAction(
      '由采用推演结果产生（POST /api/v1/flood-cases/:id/adopt）',
      'an adoption is made by adopting a run (POST /api/v1/flood-cases/:id/adopt)',
    ),
    right: 'update',
    isFact: true,
    fields: {
      id: id<'flood_adoption'>('固定编号', 'stable id'),
      project: ref('project', '采用的项目', 'the project that takes it on'),
      flood_case: ref('flood_case', '洪水情景', 'the case'),
      on: { ...past(day('采用日期', 'the day it was adopted')), label: { zh: '采用日期', en: 'Adopted on' } },
      ...pair('minute', '会议记录：采用什么、为什么', 'the minute: what is adopted, and why'),
      run: { ...text('推演的编号', 'the id of the run'), label: { zh: '推演', en: 'Run' } },
      inputs: { ...text('输入的 SHA-256', 'SHA-256 of its inputs'), label: { zh: '输入哈希', en: 'Hash of inputs' } },
      frozen: {
        ...json<FloodFrozen>('冻结的情景、引擎版本和结果', 'the case as it was, the version of the engine, and what came out'),
        label: { zh: '冻结的内容', en: 'As it was' },
      },
    },
  }),
} as const;
