import { escalationOf, type Matter, originOf, sayDay, vocabulary, vocabularyName } from '@westgate/domain';
import { departmentsByMatter } from '../../present/matter.ts';
import { pair } from '../../present/text.ts';
import { thingOf } from '../../present/thing.ts';
import {
  type Column,
  dayColumn,
  numberColumn,
  plainColumn,
  type Seen,
  thingColumn,
  thingsColumn,
  wordColumn,
  wordsColumn,
} from './column.ts';
import { plansColumn } from './shared.ts';

/** The ledger of supervision: lights name departments, not persons. */
export const MATTER_COLUMNS: readonly Column<Matter>[] = [
  plainColumn('id', ['编号', 'Id'], ({ row }) => row.id, { width: 20 }),
  {
    ...wordColumn<Matter>('light', ['亮灯', 'Status (RAG)'], ['light', vocabulary.SUPERVISION_LIGHTS], ({ standing }) => standing.light, {
      width: 14,
      byDay: true,
    }),
    around: ({ standing: { lateBy } }) => ({
      after: lateBy > 0 ? { zh: `${lateBy} 个工作日`, en: lateBy === 1 ? '1 working day' : `${lateBy} working days` } : null,
    }),
  },
  numberColumn('late_by', ['逾期工作日', 'Working days late'], ({ standing }) => standing.lateBy, {
    kind: 'integer',
    width: 12,
    byDay: true,
  }),
  wordsColumn('asked', ['督办事项', 'Required action'], ({ row }) => pair(row.asked_zh, row.asked_en), { width: 50 }),
  wordColumn('about', ['对象类别', 'About'], ['noun', vocabulary.SUPERVISED_KINDS], ({ row }) => row.subject_kind, { width: 12 }),
  wordsColumn('subject', ['对象', 'Record'], ({ row }, { view }) => thingOf(view.register, row.subject_kind, row.subject_id).name, {
    width: 40,
  }),
  wordColumn('origin', ['事项来源', 'Origin'], ['matter.origin', vocabulary.MATTER_ORIGINS], ({ row }) => originOf(row), { width: 14 }),
  thingColumn('asked_by', ['提出单位', 'Requested by'], 'department', ({ row }) => row.asked_by, { width: 24 }),
  dayColumn('escalated_on', ['提级日期', 'Escalated on'], ({ row }, { view }) => escalationOf(row, view.asOf)?.on ?? null, {
    width: 12,
    byDay: true,
  }),
  plansColumn(({ row }) => [row.subject_kind, row.subject_id]),
  thingColumn('lead', ['牵头单位', 'Lead department'], 'department', ({ row }) => row.lead, { width: 24 }),
  thingsColumn('departments', ['配合单位', 'Supporting organisations'], 'department', departmentsOf, { width: 30 }),
  thingsColumn(
    'concerned',
    ['涉及单位', 'Departments concerned'],
    'department',
    (row, seen) => [row.row.lead, ...(row.row.asked_by === null ? [] : [row.row.asked_by]), ...departmentsOf(row, seen)],
    {
      width: 30,
    },
  ),
  {
    ...wordColumn<Matter>(
      'stands',
      ['办理状态', 'Progress'],
      ['matter', ['registered', ...vocabulary.SUPERVISION_STEPS, 'answered']],
      ({ standing }) => standing.name,
      { width: 18, byDay: true },
    ),
    around: ({ standing, lost, lostAnswer }) => ({
      after: sayDay(standing.since),
      note: lost.length > 0 || lostAnswer !== null ? vocabularyName('why', 'reopened') : null,
    }),
  },
  wordColumn(
    'owes',
    ['当前责任方', 'Next action by'],
    ['matter.owedBy', ['lead', 'office', 'asker', 'nobody']],
    ({ standing }) => standing.owedBy ?? 'nobody',
    { width: 16, byDay: true },
  ),
  dayColumn('since', ['自', 'Since'], ({ standing }) => standing.since, { width: 12, byDay: true }),
  dayColumn('due', ['完成时限', 'Due date'], ({ row }) => row.due_on, { width: 12, groupBy: 'month' }),
  dayColumn('registered_on', ['立项日', 'Registered'], ({ row }) => row.registered_on, { width: 12 }),
];

function departmentsOf({ row }: Matter, { view }: Seen): readonly string[] {
  return (departmentsByMatter(view.register).get(row.id) ?? []).map(({ department }) => department);
}
