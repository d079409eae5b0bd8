import type { AccountHolder } from '@westgate/contract';
import { Fragment, useState } from 'react';
import { useLanguage, useView } from '../../frame/use-view.ts';
import { arrange, type HeadedSection, headed } from '../../lists/arrange.ts';
import { GroupedBody } from '../../lists/grouped-body.tsx';
import { ListPivot } from '../../lists/list-pivot.tsx';
import { RowTools } from '../../lists/row-tools.tsx';
import { SortHead } from '../../lists/sort-head.tsx';
import { useWords } from '../../messages/words.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import type { FreshLink } from '../../parts/link-note.tsx';
import { useSayInstant } from '../../parts/use-say-instant.ts';
import { WordField } from '../../parts/word-field.tsx';
import { AccountForm } from './account-form.tsx';
import { hayOfPerson } from './people-keys.ts';
import { usePeopleAspects } from './use-people-aspects.ts';

/** Whose row is opened, and in which group. */
interface Opened {
  readonly section: string | null;
  readonly id: string;
}

/** Columns of the table. */
const COLUMNS = 8;

/**
 * Everyone who has an account, as the address arranges them; one at a time is opened to be changed. There are no saved views of it: what is
 * looked for here are names of persons, and a view is kept in the journal; nor do the words stand in the address.
 */
export function PeopleTable({ people, onLink }: { readonly people: readonly AccountHolder[]; readonly onLink: (link: FreshLink) => void }) {
  const word = useWords();
  const language = useLanguage();
  const ask = useView();
  const aspects = usePeopleAspects();
  const [typed, type] = useState('');
  const [opened, open] = useState<Opened | null>(null);
  const shown = arrange(people, { ...ask, q: typed }, aspects, { hayOf: hayOfPerson, language });
  const sections = headed(shown.sections);
  const openRow = opened && rowOf(sectionOf(sections, opened), opened.id);
  const group = aspects.attributes.find(({ id }) => id === ask.group) ?? null;
  return (
    <>
      <WordField className="field people-words no-print" label={word('register.filter')} value={typed} onWord={type} />
      <RowTools shown={shown.all} aspects={aspects} />
      {shown.all.length < people.length ? (
        <p className="small soft" role="status">
          {word('register.shown', { shown: shown.all.length, total: people.length })}
        </p>
      ) : null}
      <ListPivot shown={shown.all} aspects={aspects} />
      {shown.all.length === 0 ? <EmptyState>{word('register.empty')}</EmptyState> : null}
      <div className="table-scroll" hidden={shown.all.length === 0}>
        <table className="table stacking people-table">
          <caption className="unseen">{word('people.title')}</caption>
          <thead>
            <tr>
              <SortHead id="name">{word('welcome.name')}</SortHead>
              <SortHead id="signIn">{word('signIn.name')}</SortHead>
              <th scope="col">{word('people.roles')}</th>
              <SortHead id="department">{word('people.department')}</SortHead>
              <th scope="col">{word('people.state')}</th>
              <SortHead id="answersFor" isNumber>
                {word('people.answersFor')}
              </SortHead>
              <SortHead id="seen">{word('people.seen')}</SortHead>
              <th scope="col">
                <span className="unseen">{word('people.change')}</span>
              </th>
            </tr>
          </thead>
          <GroupedBody sections={sections} group={group} columns={COLUMNS}>
            {(person, section) => (
              <Fragment key={person.id}>
                <PersonRow
                  person={person}
                  department={aspects.departmentOf(person.department)}
                  isOpened={openRow === rowOf(section, person.id)}
                  onPress={() => open(openRow === rowOf(section, person.id) ? null : { section, id: person.id })}
                />
                {openRow === rowOf(section, person.id) ? (
                  <tr>
                    <td colSpan={COLUMNS}>
                      <AccountForm key={person.rev} person={person} people={people} onLink={onLink} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            )}
          </GroupedBody>
        </table>
      </div>
    </>
  );
}

/** A row by its name: whoever has several roles stands in several groups. */
function rowOf(section: string | null, id: string): string {
  return `${section ?? ''} ${id}`;
}

/** The group a person was opened in, or the first that holds the person now: a saved change may have moved the row. */
function sectionOf(sections: readonly HeadedSection<AccountHolder>[], { section, id }: Opened): string | null {
  const holding = sections.filter(({ items }) => items.some((each) => each.id === id)).map(({ key }) => key);
  return holding.includes(section) ? section : (holding[0] ?? null);
}

function PersonRow({
  person,
  department,
  isOpened,
  onPress,
}: {
  readonly person: AccountHolder;
  readonly department: string;
  readonly isOpened: boolean;
  readonly onPress: () => void;
}) {
  const word = useWords();
  const sayInstant = useSayInstant();
  return (
    <tr className={person.state === 'closed' ? 'soft' : undefined}>
      <th scope="row">{person.name ?? word('people.erased')}</th>
      <td data-head={word('signIn.name')}>{person.signIn ?? word('people.notKept')}</td>
      <td data-head={word('people.roles')}>{person.roles.map((role) => word(`role.${role}`)).join(word('list.comma'))}</td>
      <td data-head={word('people.department')}>{department}</td>
      <td data-head={word('people.state')}>{word(`account.${person.state}`)}</td>
      <td className="number" data-head={word('people.answersFor')}>
        {person.answersFor}
      </td>
      <td data-head={word('people.seen')}>
        {person.seen ? `${sayInstant(person.seen)} · ${word('people.sessions', { count: person.sessions })}` : word('people.notIn')}
      </td>
      <td>
        <button type="button" className="button plain" aria-expanded={isOpened} onClick={onPress}>
          {word('people.change')}
          <span className="unseen"> {person.name}</span>
        </button>
      </td>
    </tr>
  );
}
