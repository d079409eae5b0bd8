import { useId } from 'react';
import { useSetView } from '../frame/use-view.ts';
import { useWords } from '../messages/words.ts';
import { DepartmentField } from '../parts/department-field.tsx';

/** Whose work is shown: one department's, or all. It stands in the address. */
export function DepartmentSelect({ value }: { readonly value: string | undefined }) {
  const word = useWords();
  const setView = useSetView();
  const id = useId();
  return (
    <span className="small department-select">
      <label id={`${id}-label`} className="soft" htmlFor={id}>
        {word('today.whose')}
      </label>{' '}
      <DepartmentField
        id={id}
        value={value ?? ''}
        empty={word('today.everyone')}
        onValue={(department) => setView({ department: department || 'all' }, { replace: true })}
      />
    </span>
  );
}
