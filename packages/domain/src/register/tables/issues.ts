import { id, maybeDay, maybeRef, NONE, oneOf, pair, past } from '../fields/fields.ts';
import { ISSUE_LEVELS } from '../fields/vocabulary.ts';
import { label, note, table, tags, visibility } from './table.ts';

/** A matter that somebody must decide: what is amiss, why, at which level it is decided, and how it ended. */
export const ISSUE_TABLE = table({
  label: label('问题', 'issue', 'issues', '项'),
  file: 'programme/issues.csv',
  isRare: true,
  since: 25,
  was: { no_project_reason_zh: null, no_project_reason_en: null },
  key: ['id'],
  named: 'name',
  about: {
    zh: '需要决定解决的问题：原因、决定层级、时限、销号依据',
    en: 'what is amiss and must be decided: why, by whom, by when, and by what it was closed',
  },
  of: [],
  goesWith: [],
  owner: 'owner',
  audience: 'own',
  written: 'form',
  setByOffice: ['level', 'due_on', 'owner', 'decision_zh', 'decision_en', 'decided_on'],
  takenOutByOffice: true,
  right: 'update',
  address: 'issues',
  page: 'plain',
  icon: 'M5 17V3h10l-2.5 3.5L15 10H5',
  search: { name: 'name', cause: 'text', decision: 'text', note: 'remark' },
  list: ['name', 'standing', 'level', 'owner', 'due_on', 'indicator', 'project', 'commitment', 'raised_on'],
  order: 'due_on',
  form: {
    first: ['name', 'cause', 'level', 'owner', 'due_on', 'indicator', 'commitment', 'project', 'place', 'raised_on'],
    // Decided and closed by actions of their own, which look whether that may be.
    without: ['decision_zh', 'decision_en', 'decided_on', 'closing_zh', 'closing_en', 'closed_on'],
  },
  fields: {
    id: id<'issue'>('固定编号', 'stable id'),
    ...pair('name', '存在问题', 'what is amiss'),
    ...pair('cause', '原因', 'why'),
    level: {
      ...oneOf(ISSUE_LEVELS, '须作出决定的层级', 'who must decide'),
      label: { zh: '协调层级', en: 'Decided by' },
      names: {
        department: { zh: '责任单位自行解决', en: 'the unit itself' },
        office: { zh: '统筹部门协调', en: 'the programme office' },
        leader: { zh: '区领导专题协调', en: 'the district leaders' },
        city: { zh: '提请市级协调', en: 'the city' },
      },
    },
    owner: { ...maybeRef('department', '责任单位', 'the department that answers for it'), label: { zh: '责任单位', en: 'Owner' } },
    due_on: maybeDay('解决时限', 'the day by which it is to be settled'),
    indicator: { ...maybeRef('indicator', '反映该问题的指标', 'the indicator that shows it'), none: NONE },
    commitment: { ...maybeRef('commitment', '受该问题影响的承诺', 'the commitment that it holds up'), none: NONE },
    project: {
      ...maybeRef('project', '受该问题影响或用于解决该问题的项目', 'the project that it holds up, or that solves it'),
      none: NONE,
    },
    ...pair('no_project_reason', '不立项的理由，无项目解决时填写', 'why no project solves it, where none does'),
    place: { ...maybeRef('place', '所在地点', 'where it is'), none: NONE },
    raised_on: { ...past(maybeDay('提出日期', 'the day it was raised')), label: { zh: '提出日期', en: 'Raised on' } },
    ...pair('decision', '议定内容', 'what was decided'),
    decided_on: {
      ...past(maybeDay('决定日期', 'the day it was decided')),
      label: { zh: '议定日期', en: 'Decided on' },
      none: { zh: '未议定', en: 'not yet' },
    },
    ...pair('closing', '销号依据', 'what shows that it is settled'),
    closed_on: {
      ...past(maybeDay('办结日期', 'the day it was closed')),
      label: { zh: '销号日期', en: 'Closed on' },
      none: { zh: '未销号', en: 'not yet' },
    },
    source: maybeRef('source', '议定或销号依据的来源', 'where the decision or what closed it was read'),
    tags: tags(),
    ...note(),
    ...visibility(),
  },
});
