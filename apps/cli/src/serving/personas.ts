import type { Desk, Persona } from '@westgate/desk';
import type { Role } from '@westgate/domain';

/** The parts that someone who looks at the example may play. */
const PARTS: readonly { readonly name: string; readonly roles: readonly Role[]; readonly isOfDepartment?: true }[] = [
  { name: '示例·项目统筹 Programme manager', roles: ['programme-office'] },
  { name: '示例·部门负责人 Department owner', roles: ['department-lead'], isOfDepartment: true },
  { name: '示例·部门成员 Department member', roles: ['department-member'], isOfDepartment: true },
  { name: '示例·领导 Leader', roles: ['reader'] },
  { name: '示例·审计员 Auditor', roles: ['auditor'] },
  { name: '示例·系统管理员 System administrator', roles: ['system-administrator'] },
  { name: '示例·安全管理员 Security administrator', roles: ['security-administrator'] },
];

/** The people of an example; those of a department belong to the one that has most to do. */
export function personasOf({ register }: Desk): readonly Persona[] {
  const counts = new Map<string, number>();
  const owners = [
    ...[...register.commitment.values()].map(({ owner }) => owner),
    ...[...register.project.values()].map(({ lead }) => lead),
  ];
  for (const department of owners) if (department !== null) counts.set(department, (counts.get(department) ?? 0) + 1);
  const [busiest = null] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return PARTS.map(({ name, roles, isOfDepartment }) => ({ name, reader: { roles, department: isOfDepartment ? busiest : null } }));
}
