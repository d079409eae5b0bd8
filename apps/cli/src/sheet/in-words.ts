import type { TaskSheet } from '@westgate/contract';
import { aligned, counted } from '../terminal/print.ts';

const ROWS_SHOWN = 200;
const TASK_LENGTH = 48;

/** A sheet as it was understood: one line a row, then the faults with their cells. */
export function sheetInWords({
  reads,
  sheet,
  title,
  year,
  month,
  columns,
  rows,
  rowCount,
  counts,
  faults,
  faultCount,
  notKept,
  unknownDepartments,
  unknownDepartmentCount,
  absentCount,
}: TaskSheet): string {
  const isMonthly = reads === 'monthly';
  const dated = month === null ? ', no month found' : `, month ${month.value} (${month.from})`;
  const yearly = year === null ? ', no year found' : `, year ${year.value} (${year.from})`;
  const known = columns.filter(({ role }) => role !== null);
  const lines = rows.slice(0, ROWS_SHOWN).map(({ row, state, commitment, project, number, fields }) => {
    const field = (name: string): string => {
      const value = fields.find((each) => each.field === name)?.value ?? '';
      return typeof value === 'string' ? value : value.join(', ');
    };
    const task = fields.find(({ field: name }) => name === (isMonthly ? 'project' : 'task'))?.raw ?? '';
    return [
      `row ${row}`,
      state,
      commitment ?? project ?? '',
      number ?? '',
      field(isMonthly ? 'department' : 'lead'),
      field(isMonthly ? 'year' : 'due'),
      task.length > TASK_LENGTH ? `${task.slice(0, TASK_LENGTH - 1)}…` : task,
    ];
  });
  const names = unknownDepartments
    .map(({ name, proposed }) => (proposed.length === 0 ? name : `${name} (perhaps ${proposed.join(' or ')})`))
    .join(', ');
  const left = notKept.map(({ head }) => head).join(', ');
  return [
    `${sheet}${title === '' ? '' : `: ${title}`}${isMonthly ? dated : yearly}`,
    aligned(
      known.map(({ letters, head, role, rule }) => [letters, head, String(role), rule]),
      '  ',
    ),
    '',
    aligned(lines),
    ...(rowCount > lines.length ? [`… ${counted(rowCount - lines.length, 'row')} more`] : []),
    '',
    ...faults.map(({ weight, message }) => `${weight}  ${message}`),
    ...(faultCount > faults.length ? [`… ${counted(faultCount - faults.length, 'fault')} more`] : []),
    ...(unknownDepartmentCount > 0 ? [`${counted(unknownDepartmentCount, 'department')} not known: ${names}`] : []),
    ...(left === '' ? [] : [`Read, but without a place in the district: ${left}`]),
    ...(absentCount > 0
      ? [
          isMonthly
            ? `${counted(absentCount, 'project')} of earlier sheets in no row; they stay.`
            : `${counted(absentCount, 'commitment')} of the plan in no row; they stay.`,
        ]
      : []),
    `${counted(rowCount, isMonthly ? 'project' : 'task')}: ${Object.entries(counts.rows)
      .map(([state, count]) => `${count} ${state}`)
      .join(', ')}.`,
  ].join('\n');
}
