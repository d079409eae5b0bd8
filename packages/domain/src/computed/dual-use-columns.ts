import { drillOn, gapsOf, lastDrillOf, modeOn } from '../programme/dual-use/assets.ts';
import { ASSET_GAPS, ASSET_MODES, DRILL_STANDINGS } from '../register/fields/vocabulary.ts';
import { ASSET_MODE_NAMES } from '../register/tables/table.ts';
import type { Row } from '../register/tables.ts';
import { NAMES } from '../register/vocabulary-names.ts';
import type { Computed } from './computed.ts';

const NOT_RECORDED = { zh: '无记录', en: 'none recorded' };

/** In which mode a dual-use asset is on the day, when it was drilled last, and what it lacks. */
export const ASSET_COLUMNS: readonly Computed<Row<'dual_use_asset'>>[] = [
  {
    id: 'mode',
    field: {
      kind: 'enum',
      optional: true,
      about: { zh: '当日的状态，由最后一次状态转换得出', en: 'its mode on the day, by the last switch' },
      label: { zh: '当前状态', en: 'Mode' },
      values: ASSET_MODES,
      names: ASSET_MODE_NAMES,
    },
    rests: ['mode_change'],
    byDay: true,
    of: ({ id }, { register, asOf }) => modeOn(register, id, asOf),
  },
  {
    id: 'last_drill',
    field: {
      kind: 'day',
      optional: true,
      about: { zh: '最近一次转换演练的日期', en: 'the day of its last drill' },
      label: { zh: '最近演练', en: 'Last drill' },
      none: NOT_RECORDED,
    },
    rests: ['drill'],
    byDay: true,
    of: ({ id }, { register, asOf }) => lastDrillOf(register, id, asOf)?.held_on ?? null,
  },
  {
    id: 'measured_minutes',
    field: {
      kind: 'integer',
      optional: true,
      about: { zh: '最近一次演练的实测转换时间，分钟', en: 'the time that was measured at its last drill, in minutes' },
      label: { zh: '最近实测转换时间', en: 'Last measured time' },
      none: NOT_RECORDED,
    },
    unit: { zh: '分钟', en: 'min' },
    rests: ['drill'],
    byDay: true,
    of: ({ id }, { register, asOf }) => lastDrillOf(register, id, asOf)?.minutes ?? null,
  },
  {
    id: 'gaps',
    field: {
      kind: 'list',
      optional: true,
      about: { zh: '当日的缺项', en: 'what it lacks on the day' },
      label: { zh: '缺项', en: 'Gaps' },
      none: { zh: '无', en: 'none' },
      values: ASSET_GAPS,
      names: NAMES.assetGap,
    },
    rests: ['drill'],
    byDay: true,
    of: (row, { register, asOf }) => gapsOf(register, row, asOf),
  },
];

/** How a drill stands on the day. */
export const DRILL_COLUMNS: readonly Computed<Row<'drill'>>[] = [
  {
    id: 'standing',
    field: {
      kind: 'enum',
      optional: true,
      about: {
        zh: '截至当日的状态，由计划日期、演练日期、实测时间和设施的计划转换时间得出',
        en: 'how it stands on the day, by its days, the measured time and the time that is planned for its asset',
      },
      label: { zh: '演练状态', en: 'Status' },
      values: DRILL_STANDINGS,
      names: NAMES.drillStanding,
    },
    rests: ['dual_use_asset'],
    byDay: true,
    of: (row, { register, asOf }) => drillOn(register, row, asOf),
  },
];
