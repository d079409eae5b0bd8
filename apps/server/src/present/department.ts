import type { OwnParts } from '@westgate/contract';
import { commitmentOrder, type Groups, grouped, type Register, type Row, registerIndex } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { thingOf } from './thing.ts';

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
    sentence: ['document', 'paragraph', 'position', 'text_zh', 'text_en', 'in_text'],
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

/** What a department leads. */
export function departmentBeside({ register }: View, { id }: Row<'department'>): OwnParts<'department'> {
  const owned = ownedBy(register).get(id) ?? [];
  return { owns: owned.slice(0, OWNS_SHOWN).map((each) => thingOf(register, each.kind, each.id)), ownsCount: owned.length };
}
