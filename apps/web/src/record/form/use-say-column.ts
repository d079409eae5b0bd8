import { fieldsOf, type vocabulary } from '@westgate/domain';
import { useDepartments } from '../../api/questions.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { valueWordId } from './field-words.ts';

/** Gives the text of a value of a column as people read it: a department by its name, a word of a list by its own. */
export function useSayColumn(kind: vocabulary.ReviewedKind): (column: string, value: string) => string {
  const word = useWords();
  const say = useSay();
  const departments = useDepartments().data ?? [];
  return (column, value) => {
    const isDepartment = fieldsOf(kind)[column]?.table === 'department';
    const department = isDepartment ? departments.find(({ id }) => id === value) : undefined;
    if (department) return say(department.name);
    const id = valueWordId(kind, column, value);
    return id ? word(id) : value;
  };
}
