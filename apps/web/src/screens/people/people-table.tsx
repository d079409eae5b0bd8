import type { AccountHolder } from '@westgate/contract';
import { Fragment, useState } from 'react';
import { useDepartments } from '../../api/questions.ts';
import { useSay, useWords } from '../../messages/words.ts';
import type { FreshLink } from '../../parts/link-note.tsx';
import { AccountForm } from './account-form.tsx';
import { useSayInstant } from './say-instant.ts';

/** Everyone who has an account; one at a time is opened to be changed. */
export function PeopleTable({ people, onLink }: { readonly people: readonly AccountHolder[]; readonly onLink: (link: FreshLink) => void }) {
  const word = useWords();
  const say = useSay();
  const sayInstant = useSayInstant();
  const departments = useDepartments().data ?? [];
  const [opened, open] = useState<string | null>(null);
  const departmentName = (id: string | null): string => {
    const found = departments.find((each) => each.id === id);
    return found ? say(found.name) : (id ?? word('people.noDepartment'));
  };
  return (
    <div className="table-scroll">
      <table className="table stacking people-table">
        <thead>
          <tr>
            <th scope="col">{word('welcome.name')}</th>
            <th scope="col">{word('signIn.name')}</th>
            <th scope="col">{word('people.roles')}</th>
            <th scope="col">{word('people.department')}</th>
            <th scope="col">{word('people.state')}</th>
            <th scope="col" className="number">
              {word('people.answersFor')}
            </th>
            <th scope="col">{word('people.seen')}</th>
            <th scope="col">
              <span className="unseen">{word('people.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Fragment key={person.id}>
              <tr className={person.state === 'closed' ? 'soft' : undefined}>
                <th scope="row">{person.name ?? word('people.erased')}</th>
                <td data-head={word('signIn.name')}>{person.signIn ?? word('people.notKept')}</td>
                <td data-head={word('people.roles')}>{person.roles.map((role) => word(`role.${role}`)).join(word('list.comma'))}</td>
                <td data-head={word('people.department')}>{departmentName(person.department)}</td>
                <td data-head={word('people.state')}>{word(`account.${person.state}`)}</td>
                <td className="number" data-head={word('people.answersFor')}>
                  {person.answersFor}
                </td>
                <td data-head={word('people.seen')}>
                  {person.seen
                    ? `${sayInstant(person.seen)} · ${word('people.sessions', { count: person.sessions })}`
                    : word('people.notIn')}
                </td>
                <td>
                  <button
                    type="button"
                    className="button plain"
                    aria-expanded={opened === person.id}
                    onClick={() => open(opened === person.id ? null : person.id)}
                  >
                    {word('people.change')}
                    <span className="unseen"> {person.name}</span>
                  </button>
                </td>
              </tr>
              {opened === person.id ? (
                <tr>
                  <td colSpan={8}>
                    <AccountForm key={person.rev} person={person} people={people} onLink={onLink} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
