import { useId } from 'react';
import { useWords } from '../messages/words.ts';
import { DepartmentField } from '../parts/department-field.tsx';
import { useSetView } from '../scope/use-view.ts';

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
