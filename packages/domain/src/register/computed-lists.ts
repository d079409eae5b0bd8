import type { Said } from '@westgate/base';

/** The lists whose rows are worked out, and what they are called. They are the office's own work: told to who signed in. */
export const COMPUTED_LISTS = {
  supervision: { zh: '督办台账', en: 'Supervision' },
  exceptions: { zh: '例外', en: 'Exceptions' },
  months: { zh: '调度表', en: 'Monthly sheet' },
  programme: { zh: '项目与关口', en: 'Projects and gates' },
} as const satisfies Readonly<Record<string, Said>>;

/** The name of such a list in an address. */
export type ComputedList = keyof typeof COMPUTED_LISTS;
export const COMPUTED_LIST_NAMES = Object.keys(COMPUTED_LISTS) as readonly ComputedList[];
