import type { Department } from '@westgate/contract';
import type { Row } from '@westgate/domain';
import { type View, viewMemo } from '../view.ts';
import { commitmentOrder } from './order.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { missing, thingOf } from './thing.ts';

/** Every department, in the order of the folder. */
export const departmentsIn: (view: View) => ReadonlyMap<string, Department> = viewMemo(
  (view) => new Map([...view.register.department].map(([id, row]) => [id, departmentOf(view, row)])),
);

/** One department. */
export function departmentDetail(view: View, id: string): Department {
  const department = departmentsIn(view).get(id);
  if (!department) throw missing('department', id);
  return department;
}

function departmentOf(view: View, row: Row<'department'>): Department {
  const { register } = view;
  const owned = commitmentOrder(register).filter((id) => register.commitment.get(id)?.owner === row.id);
  const led = [...register.project.values()].filter((project) => project.lead === row.id);
  return {
    id: row.id,
    rev: row.rev,
    name: pair(row.name_zh, row.name_en),
    role: pair(row.role_zh, row.role_en),
    confidence: row.confidence,
    source: sourceAt(register, row.source),
    owns: [...owned.map((id) => thingOf(register, 'commitment', id)), ...led.map((project) => thingOf(register, 'project', project.id))],
  };
}
