import { WestgateError } from '@westgate/base';
import type { GateStanding, Need, Register, Row, Rung } from '@westgate/domain';

/** A missing thing as the details of a refusal tell it. */
interface MissingTold {
  readonly requirement: string;
  readonly name: { readonly zh: string | null; readonly en: string | null };
  readonly kind: string;
  readonly why: string;
  readonly suppliedBy: Need['supplier']['role'];
  readonly departments: readonly { readonly id: string; readonly name: { readonly zh: string | null; readonly en: string | null } }[];
}

/** Who supplies what a gate asks for, in Chinese. */
const SUPPLIERS: Readonly<Record<Need['supplier']['role'], string>> = {
  lead: '牵头单位',
  'co-operating': '配合单位',
  department: '指定部门',
  owners: '业主',
};

/** The refusal of a gate: exactly what is missing, and who can supply each. */
export function closedError(register: Register, project: Row<'project'>, rung: Rung, { missing }: GateStanding): WestgateError {
  const told = missing.map((need) => toldOf(register, need));
  const list = told.map(({ name, requirement, why, suppliedBy, departments }) => {
    const who = departments.map((each) => each.name.en ?? each.name.zh ?? each.id).join(', ') || suppliedBy;
    return `${name.en ?? name.zh ?? requirement} (${why}; ${who})`;
  });
  const { name_zh, name_en, id } = rung.gate;
  const listZh = told.map(({ name, requirement, departments, suppliedBy }) => {
    const who = departments.map((each) => each.name.zh ?? each.name.en ?? each.id).join('、') || SUPPLIERS[suppliedBy];
    return `${name.zh ?? name.en ?? requirement}（由${who}提供）`;
  });
  const zh = `项目 ${project.id} 的环节“${name_zh ?? name_en ?? id}”还缺 ${told.length} 项：${listZh.join('；')}`;
  const en = `gate ${name_en ?? name_zh ?? id} of ${project.id}: expected everything it asks for, missing ${told.length}: ${list.join('; ')}`;
  return new WestgateError('WG_GATE_CLOSED', { zh, en }, { project: project.id, gate: rung.gate.id, missing: told });
}

function toldOf(register: Register, { requirement, why, supplier }: Need): MissingTold {
  const departments: ReadonlyMap<string, Row<'department'>> = register.department;
  return {
    requirement: requirement.id,
    name: { zh: requirement.name_zh, en: requirement.name_en },
    kind: requirement.kind,
    why: why ?? 'no-file',
    suppliedBy: supplier.role,
    departments: supplier.departments.map((id) => {
      const row = departments.get(id);
      return { id, name: { zh: row?.name_zh ?? null, en: row?.name_en ?? null } };
    }),
  };
}
