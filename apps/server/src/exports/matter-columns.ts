import type { Matter } from '@westgate/contract';
import type { Column } from './column.ts';

/** The ledger of supervision as rows: lights name departments, not persons. */
export const MATTER_COLUMNS: readonly Column<Matter>[] = [
  { head: { zh: '编号', en: 'Id' }, cell: ({ id }) => id, width: 20 },
  { head: { zh: '亮灯', en: 'Light' }, cell: ({ light }, { say }) => say.word('light', light), width: 12 },
  { head: { zh: '逾期工作日', en: 'Working days late' }, cell: ({ lateBy }) => lateBy, width: 12 },
  { head: { zh: '督办事项', en: 'What is asked' }, cell: ({ asked }, { say }) => say.of(asked), width: 50 },
  { head: { zh: '对象类别', en: 'About' }, cell: ({ subject }, { say }) => say.word('noun', subject.kind), width: 12 },
  { head: { zh: '对象', en: 'Record' }, cell: ({ subject }, { say }) => say.of(subject.name), width: 40 },
  { head: { zh: '计划', en: 'Plan' }, cell: ({ plans }, saying) => saying.plans(plans), width: 24 },
  { head: { zh: '牵头部门', en: 'Lead department' }, cell: ({ lead }, { say }) => say.of(lead.name), width: 24 },
  {
    head: { zh: '配合部门', en: 'Co-operating departments' },
    cell: ({ departments }, { say }) => departments.map(({ name }) => say.of(name)).join(say.text('、', ', ')) || null,
    width: 30,
  },
  { head: { zh: '办到哪一步', en: 'Stands at' }, cell: ({ stands }, { say }) => say.word('matter', stands), width: 14 },
  { head: { zh: '自', en: 'Since' }, cell: ({ since }) => since, width: 12 },
  { head: { zh: '期限', en: 'Due date' }, cell: ({ dueOn }) => dueOn, width: 12 },
  { head: { zh: '立项日', en: 'Registered' }, cell: ({ registeredOn }) => registeredOn, width: 12 },
];
