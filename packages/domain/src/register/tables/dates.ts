import { anyRef, id, integer, maybeDay, oneOf, pair, past, ref } from '../fields/fields.ts';
import { DEPENDENCY_KINDS, DEPENDENT_KINDS } from '../fields/vocabulary.ts';
import { label, note, table } from './table.ts';

/** The dates of projects, and what waits for what. */
export const DATES_TABLES = {
  milestone: table({
    label: label('关键节点', 'milestone', 'milestones', '个'),
    file: 'programme/milestones.csv',
    since: 9,
    key: ['id'],
    named: 'name',
    about: {
      zh: '项目的关键节点：承诺日期、预计日期、实际日期',
      en: 'a dated step of a project: the day promised, the day expected, the day it was',
    },
    of: ['project'],
    goesWith: ['project'],
    audience: 'record',
    written: 'form',
    form: { first: ['name', 'forecast', 'actual', 'position'], without: ['project', 'baseline', 'frozen_on'] },
    based: [{ value: ['forecast', 'actual'], basis: ['note_zh', 'note_en'], words: 'note', tellsLoss: true }],
    fields: {
      id: id<'milestone'>('固定编号', 'stable id'),
      project: ref('project', '项目', 'the project'),
      position: integer('在项目各关键节点中的次序', 'its place among the milestones of the project'),
      ...pair('name', '名称', 'the name'),
      baseline: maybeDay('计划日期（基线）；锁定计划节点时写入', 'the day it was promised for; set when the dates are frozen'),
      frozen_on: past(maybeDay('锁定计划节点的日期', 'the day the baseline was frozen')),
      forecast: maybeDay('预计日期', 'the day it is expected'),
      actual: past(maybeDay('实际日期', 'the day it was')),
      ...note(),
    },
  }),
  dependency: table({
    label: label('前置关系', 'dependency', 'dependencies', '条'),
    file: 'programme/dependencies.csv',
    since: 9,
    key: ['from_kind', 'from_id', 'to_kind', 'to_id'],
    about: {
      zh: '前置关系：项目或节点须待另一项目或节点',
      en: 'a project or milestone that waits for another',
    },
    of: ['to_id', 'from_id'],
    goesWith: ['from_id', 'to_id'],
    audience: 'record',
    written: 'form',
    fields: {
      from_kind: oneOf(DEPENDENT_KINDS, '前置记录的种类', 'kind of what is waited for'),
      from_id: anyRef('from_kind', '前置记录', 'what is waited for'),
      to_kind: oneOf(DEPENDENT_KINDS, '后续记录的种类', 'kind of what waits'),
      to_id: anyRef('to_kind', '后续记录', 'what waits'),
      kind: oneOf(DEPENDENCY_KINDS, '关系类型：FS、SS、FF、SF', 'which end waits for which: FS, SS, FF, SF'),
      lag_days: integer('间隔天数；可重叠时为负', 'days in between; negative where they may overlap'),
      ...note(),
    },
  }),
} as const;
