import type { Department } from '@westgate/contract';
import { commitmentOrder, type Groups, grouped, type Register, type Row, registerIndex } from '@westgate/domain';
import { shownBy, type View } from '../view/view.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { missing, thingOf } from './thing.ts';

/** Commitments and projects named with a department; the count tells how many there are in all. */
const OWNS_SHOWN = 100;

interface Owned {
  readonly kind: 'commitment' | 'project';
  readonly id: string;
  readonly department: string;
}

/** What each department leads: commitments in the order of the text, then projects. */
const ownedBy = registerIndex<Groups<Owned>>({
  basis: {
    document: [],
    sentence: ['document', 'paragraph', 'position', 'text_zh', 'text_en'],
    commitment: ['sentence', 'clause_zh', 'clause_en', 'owner'],
    project: ['lead'],
  },
  build(register) {
    const owned = commitmentOrder(register).flatMap((id): readonly Owned[] => {
      const department = register.commitment.get(id)?.owner ?? null;
      return department === null ? [] : [{ kind: 'commitment', id, department }];
    });
    const led = [...register.project.values()].flatMap(({ id, lead }): readonly Owned[] =>
      lead === null ? [] : [{ kind: 'project', id, department: lead }],
    );
    return grouped([...owned, ...led], ({ department }) => department);
  },
});

/** How many commitments and projects a department leads. */
export function ownsCountOf(register: Register, id: string): number {
  return ownedBy(register).get(id)?.length ?? 0;
}

/** A department by its id, as it is shown; null where there is none. */
export const departmentIn: (view: View, id: string) => Department | null = shownBy('department', departmentOf);

/** One department. */
export function departmentDetail(view: View, id: string): Department {
  const department = departmentIn(view, id);
  if (!department) throw missing('department', id);
  return department;
}

function departmentOf(view: View, row: Row<'department'>): Department {
  const { register } = view;
  const owned = ownedBy(register).get(row.id) ?? [];
  return {
    id: row.id,
    rev: row.rev,
    name: pair(row.name_zh, row.name_en),
    role: pair(row.role_zh, row.role_en),
    confidence: row.confidence,
    source: sourceAt(register, row),
    owns: owned.slice(0, OWNS_SHOWN).map(({ kind, id }) => thingOf(register, kind, id)),
    ownsCount: owned.length,
  };
}
