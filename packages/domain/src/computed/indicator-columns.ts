import { INDICATOR_STANDINGS } from '../register/fields/vocabulary.ts';
import type { Row } from '../register/tables.ts';
import { NAMES } from '../register/vocabulary-names.ts';
import { indicatorStanding } from '../results/standing.ts';
import type { Computed } from './computed.ts';

const RESTS = ['indicator', 'indicator_value', 'district', 'dual_use_asset', 'drill'] as const;

/** How an indicator stands to the path to its target, and how far from it. */
export const INDICATOR_COLUMNS: readonly Computed<Row<'indicator'>>[] = [
  {
    id: 'standing',
    field: {
      kind: 'enum',
      optional: true,
      about: { zh: '截至当日与目标路径相比的状态', en: 'how it stands to the path to its target on the day' },
      label: { zh: '序时状态', en: 'Status' },
      values: INDICATOR_STANDINGS,
      names: NAMES.indicatorStanding,
    },
    rests: RESTS,
    byDay: true,
    of: ({ id }, { register, asOf }) => indicatorStanding(register, id, asOf)?.name ?? null,
  },
  {
    id: 'gap',
    field: {
      kind: 'number',
      optional: true,
      about: {
        zh: '最近值超出目标路径要求的数，以该指标的单位计；低于 0 为不足',
        en: 'how far its latest value is beyond what the path to its target asks for, in its unit; below 0 where it falls short',
      },
      label: { zh: '与路径差距', en: 'Gap to path' },
    },
    rests: RESTS,
    byDay: true,
    of: ({ id }, { register, asOf }) => indicatorStanding(register, id, asOf)?.gap ?? null,
  },
];
