import type { TestedScreen } from './tested-screen.ts';

/** A list as it looks when it is grouped, set against a second attribute, and narrowed; all lists have the same tools. */
export const LIST_SCREENS: readonly TestedScreen[] = [
  {
    name: { zh: '项目看板，分组并交叉', en: 'Programme, grouped and set against a second attribute' },
    route: '/programme',
    path: '/programme?group=kind&pivot=lead&shut=greenway&where=slip:',
    ready: '.pivot-table td a',
  },
];
