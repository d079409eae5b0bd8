import type { Row } from '../register/tables.ts';
import type { Computed } from './computed.ts';

/** How large an enterprise is, by the people who work there. */
export const ENTERPRISE_COLUMNS: readonly Computed<Row<'enterprise'>>[] = [
  {
    id: 'size',
    field: {
      kind: 'enum',
      optional: true,
      about: { zh: '企业规模', en: 'how large it is' },
      label: { zh: '规模', en: 'Size' },
      values: ['small', 'large'],
      names: { small: { zh: '小型', en: 'small' }, large: { zh: '大型', en: 'large' } },
    },
    rests: [],
    of: ({ workers }) => (workers === null ? null : workers < 100 ? 'small' : 'large'),
  },
];
