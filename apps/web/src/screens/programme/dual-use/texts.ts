import type { Said } from '@westgate/base';

const said = (zh: string, en: string): Said => ({ zh, en });

/** What the sections of a dual-use asset say; apart from the catalogue, which every first look loads. */
export const TEXTS = {
  capacity: said('能力', 'Capacity'),
  mode: said('状态', 'Mode'),
  basis: said('依据', 'Basis'),
  log: said('状态转换记录', 'Log of switches'),
  noLog: said('尚无状态转换，当前为平时状态。', 'No switch is recorded: it is in its normal mode.'),
  drills: said('转换演练', 'Drills'),
  noDrills: said('尚未登记演练，也没有演练计划。', 'No drill is recorded or planned.'),
  addDrill: said('新建演练', 'Plan drill'),
  parts: said('平时使用的部位', 'Parts used on ordinary days'),
  noParts: said('尚未登记部位。', 'No parts are recorded.'),
  closed: said('每年关闭天数', 'Days closed a year'),
  daysYear: said('天/年', 'days a year'),
  levels: said('日常水位', 'Everyday levels'),
  noLevels: said(
    '所在地点尚未登记日常水位，关闭天数未知。',
    'No everyday levels are recorded at its place: the days closed are not known.',
  ),
  noPlace: said('未填所在地点，不能登记日常水位。', 'It has no place yet, so that no everyday levels can be recorded.'),
  closedAt: said('此水位时关闭的部位', 'Parts closed at this level'),
  none: said('无', 'none'),
};
