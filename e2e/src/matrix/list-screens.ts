import type { TestedScreen } from './screens.ts';

/** Lists as they look when they are grouped, set against a second attribute, and narrowed. */
export const LIST_SCREENS: readonly TestedScreen[] = [
  {
    name: { zh: '项目看板，分组并交叉', en: 'Programme, grouped and set against a second attribute' },
    route: '/programme',
    path: '/programme?group=kind&pivot=lead&shut=greenway&where=slip:',
    ready: '.pivot-table td a',
  },
  {
    name: { zh: '调度表，按种类分组并求和', en: 'Monthly sheet, by kind with the money added up' },
    route: '/monthly',
    path: '/monthly?month=2024-12&group=kind&pivot=reported&sum=total',
    ready: '.pivot-table td a',
  },
];
