import type { Said } from '@westgate/base';
import type { OfficeAction } from './policy.ts';

/** A list whose rows are worked out: what it is called, and the right its rows are told by, page by page and as a file; `listen`: to who signed in. */
interface Computed {
  readonly name: Said;
  readonly right: 'listen' | OfficeAction;
}

/** The lists whose rows are worked out. They are the office's own work: none is told to the public. */
export const COMPUTED_LISTS = {
  supervision: { name: { zh: '督办台账', en: 'Action items' }, right: 'listen' },
  exceptions: { name: { zh: '预警事项', en: 'Exceptions' }, right: 'listen' },
  months: { name: { zh: '调度表', en: 'Monthly sheet' }, right: 'listen' },
  programme: { name: { zh: '项目与办理环节', en: 'Projects and gates' }, right: 'listen' },
  publicity: { name: { zh: '公开情况', en: 'Publication status' }, right: 'publish' },
  people: { name: { zh: '人员与权限', en: 'People and rights' }, right: 'manage-people' },
} as const satisfies Readonly<Record<string, Computed>>;

/** The name of such a list in an address. */
export type ComputedList = keyof typeof COMPUTED_LISTS;
export const COMPUTED_LIST_NAMES = Object.keys(COMPUTED_LISTS) as readonly ComputedList[];
