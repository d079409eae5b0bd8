import type { TestedScreen } from './tested-screen.ts';

/** The screens of the room of results. */
export const RESULTS_SCREENS: readonly TestedScreen[] = [
  { name: { zh: '成效', en: 'Results' }, route: '/results', path: '/results', ready: '.board-table tbody tr' },
  { name: { zh: '领导一页纸', en: 'Leader’s page' }, route: '/results/leader', path: '/results/leader', ready: '.leader-table tbody tr' },
  {
    name: { zh: '汇总页', en: 'What is gathered' },
    route: '/gathering/$by/$id',
    path: '/gathering/place/new-shougang-park',
    ready: '.gathering h1',
  },
  {
    name: { zh: '城市体检', en: 'Health check' },
    route: '/results/health-check',
    path: '/results/health-check?sel=indicator:H03',
    ready: '.check-units .empty, .check-units tbody tr',
  },
  { name: { zh: '填报数值', en: 'Enter values' }, route: '/results/values', path: '/results/values', ready: '.value-table tbody tr' },
  {
    name: { zh: '导入指标数据表', en: 'Import a sheet of values' },
    route: '/results/values/sheet',
    path: '/results/values/sheet',
    ready: '.value-standards',
  },
  { name: { zh: '成效，产业', en: 'Results, industries' }, route: '/results/industries', path: '/results/industries', ready: '.tier-name' },
  { name: { zh: '活动筹备', en: 'Event readiness' }, route: '/results/events', path: '/results/events', ready: '.readiness-finding' },
  { name: { zh: '导入日历文件', en: 'Import calendar file' }, route: '/settings/calendar', path: '/settings/calendar', ready: 'main h1' },
];
