import { useDepartments } from '../api/questions.ts';
import { useSetView } from '../frame/use-view.ts';
import { useSay, useWords } from '../messages/words.ts';

/** Whose work is shown: one department's, or all. It stands in the address. */
export function DepartmentSelect({ value }: { readonly value: string | undefined }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const departments = useDepartments().data ?? [];
  return (
    <label className="small department-select">
      <span className="soft">{word('today.whose')}</span>{' '}
      <select
        className="field"
        value={value ?? ''}
        onChange={({ target }) => setView({ department: target.value || 'all' }, { replace: true })}
      >
        <option value="">{word('today.everyone')}</option>
        {departments.map((department) => (
          <option key={department.id} value={department.id}>
            {say(department.name)}
          </option>
        ))}
      </select>
    </label>
  );
}
