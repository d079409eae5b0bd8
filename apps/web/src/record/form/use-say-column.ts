import { fieldsOf } from '@westgate/domain';
import type { FormKind } from '../../api/form-kinds.ts';
import { useDepartments } from '../../api/questions.ts';
import { useSay } from '../../messages/words.ts';
import { useSayValue } from './use-say-value.ts';

/** Gives the text of a value of a column as people read it: a department by its name, a word of a list by its own. */
export function useSayColumn(kind: FormKind): (column: string, value: string) => string {
  const say = useSay();
  const sayValue = useSayValue(kind);
  const departments = useDepartments().data ?? [];
  return (column, value) => {
    const isDepartment = fieldsOf(kind)[column]?.table === 'department';
    const department = isDepartment ? departments.find(({ id }) => id === value) : undefined;
    return department ? say(department.name) : sayValue(column, value);
  };
}
