import type { Page } from 'playwright-core';
import { choose } from '../page.ts';
import { compareRuns } from './compare-runs.ts';
import { FLOOD_SCREENS } from './flood-screens.ts';
import { PARK_SCREENS } from './park-screens.ts';
import { readSheet } from './read-sheet.ts';
import { RESULTS_SCREENS } from './results-screens.ts';
import { superviseHall } from './supervise-hall.ts';
import type { TestedScreen } from './tested-screen.ts';

const HEADING = 'main h1';
const HEADING_OR_REFUSAL = 'main h1, main [role=alert]';

/** Every screen, every page of a record, and what opens over them. */
export const SCREENS: readonly TestedScreen[] = [
  { name: { zh: '今日待办', en: 'Today' }, route: '/today', path: '/today', ready: '.update-item' },
  {
    name: { zh: '今日待办，填报一行', en: 'Today, a row being updated' },
    route: '/today',
    path: '/today',
    ready: '.update-item',
    open: (page) => page.locator('.update-item .update-acts button[aria-expanded]').first().click(),
  },
  { name: { zh: '预警事项', en: 'Exceptions' }, route: '/exceptions', path: '/exceptions', ready: '.exceptions .list-table' },
  { name: { zh: '原文', en: 'Plan' }, route: '/plan', path: '/plan', ready: '[data-sentence]' },
  {
    name: { zh: '原文，选中一句', en: 'Plan, a sentence chosen' },
    route: '/plan',
    path: '/plan?sel=sentence:p2s4',
    ready: '.plan-panel .panel-actions',
  },
  { name: { zh: '原文，中英对照', en: 'Plan, side by side' }, route: '/plan', path: '/plan?mode=parallel', ready: '.pair' },
  {
    name: { zh: '原文与地图', en: 'Plan with the map' },
    route: '/plan',
    path: '/plan?map=1&sel=sentence:p2s4',
    ready: '.district-map-canvas canvas',
  },
  {
    name: { zh: '原文，分解任务', en: 'Plan, a commitment being created' },
    route: '/plan',
    path: '/plan?sel=sentence:p2s4&edit=cut',
    ready: '.cut-form .word-strip',
  },
  {
    name: { zh: '原文，标为叙述', en: 'Plan, a sentence being marked as context' },
    route: '/plan',
    path: '/plan?sel=sentence:p2s4&edit=narrative',
    ready: '.cut-form',
  },
  { name: { zh: '导入计划文本', en: 'Import plan' }, route: '/plan/new', path: '/plan/new', ready: '.bring textarea' },
  {
    name: { zh: '导入计划文本，未填就保存', en: 'Import plan, saved empty' },
    route: '/plan/new',
    path: '/plan/new',
    ready: '.bring textarea',
    open: storeEmpty,
  },
  {
    name: { zh: '审看承诺草稿', en: 'Review drafts' },
    route: '/plan/review',
    path: '/plan/review',
    ready: '.draft-card, .review-done',
  },
  { name: { zh: '替换文本', en: 'Replace the text' }, route: '/plan/text', path: '/plan/text', ready: '.replace textarea' },
  {
    name: { zh: '原文本与新文本', en: 'The old text and the new one' },
    route: '/plan/text',
    path: '/plan/text',
    ready: '.replace textarea',
    open: compareTexts,
  },
  { name: { zh: '文本版本', en: 'Versions of the text' }, route: '/plan/versions', path: '/plan/versions', ready: '.versions h1' },
  { name: { zh: '项目看板', en: 'Programme, the board' }, route: '/programme', path: '/programme', ready: '.level-board' },
  { name: { zh: '项目表格', en: 'Programme, the table' }, route: '/programme', path: '/programme?view=table', ready: '.programme table' },
  ...RESULTS_SCREENS,
  ...FLOOD_SCREENS,
  ...PARK_SCREENS,
  { name: { zh: '调度表', en: 'Monthly sheet' }, route: '/monthly', path: '/monthly?month=2024-12', ready: '.monthly .list-table' },
  {
    name: { zh: '调度表，填报一行', en: 'Monthly sheet, a row being reported' },
    route: '/monthly',
    path: '/monthly?month=2024-12&edit=month:left-levee-yanshan',
    ready: '.month-form',
  },
  { name: { zh: '督办台账', en: 'Action items' }, route: '/supervision', path: '/supervision', ready: '.light-counts' },
  {
    name: { zh: '督办事项', en: 'One action item' },
    route: '/supervision/$id',
    path: '/supervision/open-the-hall',
    ready: HEADING_OR_REFUSAL,
    open: superviseHall,
  },
  {
    name: { zh: '项目，立项督办', en: 'Project, an action item being created' },
    route: '/projects/$id',
    path: '/projects/old-compounds-remaining?edit=register-matter',
    ready: '.noun-main .record-form',
  },
  { name: { zh: '规则', en: 'Rulebook' }, route: '/rulebook', path: '/rulebook?kind=shantytown', ready: '.rulebook-gates' },
  {
    name: { zh: '规则，新建环节', en: 'Rulebook, a gate being added' },
    route: '/rulebook',
    path: '/rulebook?kind=shantytown&edit=new:gate',
    ready: '.rulebook .record-form',
  },
  ...[
    ['项目，过关', 'Project, a gate being passed', 'pass-gate'],
    ['项目，为关口添加文件', 'Project, a file for a gate', 'need:old-compound-health-check-1'],
    ['项目，要求提供材料', 'Project, a paper being asked for', 'ask:old-compound-health-check-1'],
  ].map(([zh = '', en = '', edit = '']) => ({
    name: { zh, en },
    route: '/projects/$id',
    path: `/projects/old-compounds-remaining?edit=${edit}`,
    ready: '.gates .record-form',
  })),
  {
    name: { zh: '项目，新建关键节点', en: 'Project, a milestone being entered' },
    route: '/projects/$id',
    path: '/projects/old-compounds-remaining?edit=new:milestone',
    ready: '.noun-main .record-form',
  },
  {
    name: { zh: '项目，新增前后关系', en: 'Project, what waits being entered' },
    route: '/projects/$id',
    path: '/projects/old-compounds-remaining?edit=new:dependency',
    ready: '.noun-main .record-form',
  },
  {
    name: { zh: '项目，新增组成部分', en: 'Project, a component being entered' },
    route: '/projects/$id',
    path: '/projects/old-compounds-remaining?edit=new:component',
    ready: '.noun-main .record-form',
  },
  {
    name: { zh: '项目，换规则', en: 'Project, its rules being changed' },
    route: '/projects/$id',
    path: '/projects/old-compounds-remaining?edit=change-rules',
    ready: '.gates .record-form',
  },
  { name: { zh: '地图', en: 'Map' }, route: '/atlas', path: '/atlas', ready: '.district-map-canvas canvas' },
  {
    name: { zh: '地图，选中一处，打开表格', en: 'Atlas, a place chosen, with the table' },
    route: '/',
    path: '/?drawer=1&sel=place:moshikou',
    ready: 'tr[data-place]',
  },
  {
    name: { zh: '承诺台账', en: 'Register of commitments' },
    route: '/register',
    path: '/register?noun=commitment',
    ready: '.register-table tbody tr',
  },
  {
    name: { zh: '项目台账', en: 'Register of projects' },
    route: '/register',
    path: '/register?noun=project',
    ready: '.register-table tbody tr',
  },
  { name: { zh: '报告', en: 'Reports' }, route: '/reports', path: '/reports', ready: '.list-files li' },
  {
    name: { zh: '报告，编成一份并核对', en: 'Reports, one made and checked' },
    route: '/reports',
    path: '/reports?asOf=2025-06-30',
    ready: '.list-files li',
    open: makeReport,
  },
  { name: { zh: '公开发布', en: 'Publish' }, route: '/publish', path: '/publish?state=public', ready: '.publish .list-table tbody tr' },
  {
    name: { zh: '后台任务，对比两次', en: 'Runs, two compared' },
    route: '/runs',
    path: '/runs',
    ready: HEADING,
    open: compareRuns,
  },
  { name: { zh: '计划分解', en: 'Plan breakdown' }, route: '/breakdown', path: '/breakdown?axis=integration', ready: '.breakdown-line' },
  { name: { zh: '覆盖情况表', en: 'Coverage sheet' }, route: '/coverage', path: '/coverage', ready: '.coverage-sheet section' },
  {
    name: { zh: '一页简报', en: 'One-page brief' },
    route: '/brief',
    path: '/brief?asOf=2025-06-30&since=2024-03-01',
    ready: '.brief-line',
  },
  { name: { zh: '句子', en: 'Sentence' }, route: '/sentences/$id', path: '/sentences/p4s4', ready: '.noun-page h1' },
  { name: { zh: '承诺', en: 'Commitment' }, route: '/commitments/$id', path: '/commitments/p4s4-3', ready: '.noun-page h1' },
  { name: { zh: '地点', en: 'Place' }, route: '/places/$id', path: '/places/moshikou', ready: '.noun-page h1' },
  { name: { zh: '项目', en: 'Project' }, route: '/projects/$id', path: '/projects/shijingshan-academy', ready: '.noun-page h1' },
  {
    name: { zh: '记录表单', en: 'Record form' },
    route: '/projects/$id',
    path: '/projects/shijingshan-academy?record=1',
    ready: '.record-form',
  },
  {
    name: { zh: '记录表单，未填就提交', en: 'Record form, sent empty' },
    route: '/projects/$id',
    path: '/projects/shijingshan-academy?record=1',
    ready: '.record-form',
    open: sendEmpty,
  },
  { name: { zh: '指标', en: 'Indicator' }, route: '/indicators/$id', path: '/indicators/P06', ready: '.noun-page h1' },
  { name: { zh: '活动', en: 'Event' }, route: '/$nouns/$id', path: '/events/ciftis-2024', ready: '.noun-page h1' },
  { name: { zh: '园区', en: 'Park' }, route: '/$nouns/$id', path: '/parks/scifi-cluster', ready: '.noun-page h1' },
  { name: { zh: '部门', en: 'Department' }, route: '/$nouns/$id', path: '/departments/drc', ready: '.noun-page h1' },
  { name: { zh: '新建区', en: 'New district' }, route: '/start', path: '/start', ready: '.start-form' },
  { name: { zh: '导入文件', en: 'Import files' }, route: '/start', path: '/start?way=bring', ready: '.drop' },
  { name: { zh: 'OC4IDS 导入与导出', en: 'OC4IDS in and out' }, route: '/start', path: '/start?way=oc4ids', ready: '.drop' },
  { name: { zh: '清空与示例', en: 'Start, clear and example' }, route: '/start', path: '/start?way=example', ready: '.start-act' },
  { name: { zh: '导入任务分解表', en: 'Import task sheet' }, route: '/plan/sheet', path: '/plan/sheet', ready: '.sheet-source' },
  {
    name: { zh: '任务分解表，逐格读出', en: 'Task sheet, read cell by cell' },
    route: '/plan/sheet',
    path: '/plan/sheet',
    ready: '.sheet-source',
    open: readSheet,
  },
  { name: { zh: '导出', en: 'Export district' }, route: '/start', path: '/start?way=away', ready: '.start-act' },
  {
    name: { zh: '人员与权限，尚无账号', en: 'People and rights, nobody yet' },
    route: '/people',
    path: '/people',
    ready: '.people .record-form',
  },
  { name: { zh: '操作日志', en: 'Journal' }, route: '/journal', path: '/journal', ready: '.start-main [role=status]' },
  {
    name: { zh: '我的账号，没有账号时', en: 'My account, where there is none' },
    route: '/account',
    path: '/account',
    ready: '.page-state',
  },
  { name: { zh: '用过的一次性链接', en: 'A one-time link that is spent' }, route: '/welcome', path: '/welcome', ready: '.door-main h1' },
  { name: { zh: '停发提醒的链接', en: 'Link that ends reminders' }, route: '/unsubscribe', path: '/unsubscribe', ready: '.door-main h1' },
  {
    name: { zh: '从统一身份认证回来', en: 'Back from the city’s directory' },
    route: '/directory',
    path: '/directory',
    ready: '.door-main h1',
  },
  {
    name: { zh: '系统外单位凭链接填报', en: 'External update, by a link' },
    route: '/outside',
    path: '/outside',
    ready: '.door-main h1',
    open: byLink,
  },
  { name: { zh: '区设置', en: 'District settings' }, route: '/settings', path: '/settings', ready: '.start-form' },
  { name: { zh: '来源', en: 'Source' }, route: '/sources/$id', path: '/sources/PLAN2024', ready: '.form-main h1' },
  {
    name: { zh: '项目台账，批量修改', en: 'Register of projects, some being changed' },
    route: '/register',
    path: '/register?noun=project',
    ready: 'td.bulk-tick input',
    open: tickFirst,
  },
  {
    name: { zh: '来源台账', en: 'Register of sources' },
    route: '/register',
    path: '/register?noun=source',
    ready: '.register-table tbody tr',
  },
  { name: { zh: '新建项目', en: 'New project' }, route: '/new/$noun', path: '/new/project', ready: 'form.record-form' },
  {
    name: { zh: '新建地点，未填就提交，更多项展开', en: 'New place, sent empty, all fields open' },
    route: '/new/$noun',
    path: '/new/place',
    ready: 'form.record-form',
    open: openAllAndSend,
  },
  { name: { zh: '修改地点', en: 'Edit a place' }, route: '/edit/$noun/$id', path: '/edit/place/moshikou', ready: 'form.record-form' },
  {
    name: { zh: '关联，正在查找另一条', en: 'Links, the other record being looked for' },
    route: '/link/$noun/$id',
    path: '/link/project/shijingshan-academy',
    ready: '.ties li',
    open: lookForPlace,
  },
  {
    name: { zh: '合并两处地点', en: 'Merge two places' },
    route: '/merge/$noun/$id',
    path: '/merge/place/moshikou',
    ready: '.record-form',
    open: pickTwin,
  },
  {
    name: { zh: '移出项目', en: 'Remove a project' },
    route: '/take-out/$noun/$id',
    path: '/take-out/project/shijingshan-academy',
    ready: '.resting li',
  },
  { name: { zh: '画新地点', en: 'Draw a new place' }, route: '/atlas', path: '/atlas?draw=new', ready: '.draw-form' },
  {
    name: { zh: '画地点的位置', en: 'Draw where a place lies' },
    route: '/atlas',
    path: '/atlas?draw=place:moshikou&sel=place:moshikou',
    ready: '.draw-form',
  },
  { name: { zh: '无障碍声明', en: 'Accessibility statement' }, route: '/accessibility', path: '/accessibility', ready: HEADING },
  { name: { zh: '查找窗口', en: 'Palette' }, route: null, path: '/plan', ready: '[data-sentence]', open: findPark },
  { name: { zh: '快捷键说明', en: 'List of shortcuts' }, route: null, path: '/register', ready: HEADING, open: tellKeys },
  { name: { zh: '不存在的记录', en: 'Record that does not exist' }, route: null, path: '/places/nowhere', ready: HEADING },
  { name: { zh: '不存在的文件', en: 'Document that does not exist' }, route: '/documents/$id', path: '/documents/nowhere', ready: HEADING },
  {
    name: { zh: '服务器拒绝回答', en: 'Refusal' },
    route: null,
    path: '/register?noun=event',
    ready: 'main .page-state',
    refuses: '**/api/v1/lists/events?*',
  },
];

async function sendEmpty(page: Page): Promise<void> {
  await page.locator('form.record-form button[type=submit]').click();
  await page.locator('.fault-summary').waitFor();
}

/** Makes a link on a project and opens it. */
async function byLink(page: Page): Promise<void> {
  const { origin, search } = new URL(page.url());
  const expiresOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const body = { zh: '河滨钢铁公司', en: 'Riverside Steel' };
  const data = { who: 'Ada', subjectKind: 'project', subjectId: 'shijingshan-academy', body, expiresOn };
  const { link } = await (await page.request.post(`${origin}/api/v1/outside-links`, { data })).json();
  await page.goto(origin + link.replace('#', `${search}#`), { waitUntil: 'load' });
  await page.locator('.outside-form').waitFor();
}

async function makeReport(page: Page): Promise<void> {
  await page.locator('.record-form input[autocomplete=name]').fill('Ada');
  await page.locator('.record-form button[type=submit]').click();
  await page.locator('.report-list .hash').first().waitFor();
  await page.locator('.report-list .hash + button').first().click();
  await page.locator('.report-list output').getByText('✓').first().waitFor();
}

async function openAllAndSend(page: Page): Promise<void> {
  await page.locator('.form-more summary').click();
  await sendEmpty(page);
}

async function lookForPlace(page: Page): Promise<void> {
  await page.locator('form.record-form select').selectOption('to stands-on place');
  await page.locator('form.record-form [role=combobox]').click();
  await page.locator('.combo-popover [data-key]').first().waitFor();
}

async function pickTwin(page: Page): Promise<void> {
  await choose(page.locator('.record-form [role=combobox]'), 'shougang');
  await page.locator('.merge-table').waitFor();
}

async function findPark(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('park');
  await page.locator('[role=dialog] [role=option]').first().waitFor();
}

async function tellKeys(page: Page): Promise<void> {
  await page.keyboard.press('?');
  await page.locator('[role=dialog]').waitFor();
}

async function storeEmpty(page: Page): Promise<void> {
  await page.locator('.bring button[type=submit]').click();
  await page.locator('.fault-summary').waitFor();
}

/** Each text without its first sentence. */
async function compareTexts(page: Page): Promise<void> {
  for (const box of await page.locator('.replace textarea').all()) await box.fill((await box.inputValue()).replace(/^[^。.]*[。.]\s*/, ''));
  await page.locator('.replace .bring-pair input').last().fill('walk');
  await page.locator('.replace button[type=submit]').click();
  await page.locator('.compare-row').first().waitFor();
}

/** Ticks the first row; what was scrolled for it goes back, as a control that is half out of sight counts as too small. */
async function tickFirst(page: Page): Promise<void> {
  await page.locator('td.bulk-tick input').first().check();
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) element.scrollTo(0, 0);
  });
}
