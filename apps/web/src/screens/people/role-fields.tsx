import { vocabulary } from '@westgate/domain';
import { useId } from 'react';
import { useWords } from '../../messages/words.ts';
import { DepartmentField } from '../../parts/combo-field.tsx';

/** What someone may be, and whose department it is for. */
export interface Standing {
  readonly roles: readonly string[];
  readonly department: string | null;
}

/** The roles, each with what it allows, and the department. */
export function RoleFields({ standing, onStanding }: { readonly standing: Standing; readonly onStanding: (standing: Standing) => void }) {
  const word = useWords();
  const prefix = useId();
  const toggle = (role: string): void => {
    const has = standing.roles.includes(role);
    onStanding({ ...standing, roles: vocabulary.ROLES.filter((each) => (each === role ? !has : standing.roles.includes(each))) });
  };
  return (
    <>
      <fieldset className="role-list">
        <legend>{word('people.roles')}</legend>
        {vocabulary.ROLES.map((role) => (
          <label key={role}>
            <input type="checkbox" checked={standing.roles.includes(role)} onChange={() => toggle(role)} />
            <span>
              <b>{word(`role.${role}`)}</b>
              <small className="soft">{word(`role.${role}.about`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="form-field">
        <label id={`${prefix}-department-label`} htmlFor={`${prefix}-department`}>
          {word('people.department')}
        </label>
        <p className="note" id={`${prefix}-hint`}>
          {word('people.departmentHint')}
        </p>
        <DepartmentField
          id={`${prefix}-department`}
          aria-describedby={`${prefix}-hint`}
          value={standing.department ?? ''}
          empty={word('people.noDepartment')}
          onValue={(department) => onStanding({ ...standing, department: department || null })}
        />
      </div>
    </>
  );
}
