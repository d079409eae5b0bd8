import { Link } from '@tanstack/react-router';
import { fieldsOf } from '@westgate/domain';
import { useIssuesOf } from '../api/questions.ts';
import { useSay, useWords } from '../messages/words.ts';
import { DayText } from '../parts/day-text.tsx';
import { Unknown } from '../parts/fact.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { useFieldWord } from '../record/form/field-words.ts';
import { useMayChange } from '../scope/may-change.ts';

type IssueSubject = 'indicator' | 'commitment' | 'project' | 'place';
type Issue = NonNullable<ReturnType<typeof useIssuesOf>['data']>['items'][number];

/** On the page of a record: the issues that name it, and the way to one more. Nothing where there is neither. */
export function IssuesSection({ kind, id }: { readonly kind: IssueSubject; readonly id: string }) {
  const word = useWords();
  const say = useSay();
  const field = useFieldWord('issue');
  const mayRaise = useMayChange('update', 'any');
  const items = useIssuesOf(kind, id).data?.items ?? [];
  if (items.length === 0 && !mayRaise) return null;
  const levels = fieldsOf('issue').level?.names ?? {};
  const columns: readonly TableColumn<Issue>[] = [
    {
      head: word('noun.issue'),
      isRowHead: true,
      headed: 'bare',
      of: (issue) => <ThingLink thing={{ kind: 'issue', id: issue.id, name: issue.name }} />,
    },
    { head: field('level'), of: ({ level }) => say(levels[level] ?? { zh: level, en: level }) },
    { head: field('owner'), of: ({ owner }) => (owner ? <ThingLink thing={owner} /> : <Unknown />) },
    { head: field('due_on'), of: ({ dueOn }) => (dueOn ? <DayText on={dueOn} /> : <Unknown />) },
    { head: field('closed_on'), of: ({ closedOn }) => (closedOn ? <DayText on={closedOn} /> : word('issue.isOpen')) },
  ];
  return (
    <section className="section" aria-labelledby="issues">
      <h2 id="issues">
        {word('nouns.issue')} <small>{items.length > 0 ? items.length : ''}</small>
      </h2>
      {items.length === 0 ? null : <Table columns={columns} rows={items} keyOf={(issue) => issue.id} />}
      {mayRaise ? (
        <p className="part-start">
          <Link className="button" to="/new/$noun" params={{ noun: 'issue' }} search={{ sel: `${kind}:${id}` }}>
            {word('issue.raise')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
