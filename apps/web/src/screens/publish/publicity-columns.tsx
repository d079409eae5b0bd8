import type { PublicityRow } from '@westgate/contract';
import { useDepartments } from '../../api/questions.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { RecordLink } from '../../parts/record-link.tsx';
import type { TableColumn } from '../../parts/table.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { useFieldWord } from '../../record/form/field-words.ts';
import { formKind } from '../../record/form/form-kinds.ts';
import { kindWord } from './standings.ts';

/** The columns of a record: what it is, whose, who may know of it, and how it stands towards the public. */
export function usePublicityColumns(): readonly TableColumn<PublicityRow>[] {
  const word = useWords();
  const say = useSay();
  const departments = useDepartments().data ?? [];
  return [
    {
      head: word('publish.record'),
      className: 'publicity-name',
      of: ({ kind, id, name, of }) => (
        <>
          <Named kind={kind} id={id} name={name} />
          {of ? (
            <>
              {' · '}
              <ThingLink thing={of} />
            </>
          ) : null}
        </>
      ),
    },
    { head: word('publish.kind'), of: ({ kind }) => word(kindWord(kind)) },
    {
      head: word('noun.department'),
      of: (row) => {
        const department = departments.find(({ id }) => id === row.department);
        return department ? say(department.name) : null;
      },
    },
    {
      head: word('publish.own'),
      of: ({ visibility }) => (visibility ? word(`visibility.${visibility}`) : <span className="soft">{word('publish.noOwn')}</span>),
    },
    { head: word('publish.why'), of: (row) => <Why row={row} /> },
  ];
}

function Why({ row: { kind, standing, under, without } }: { readonly row: PublicityRow }) {
  const word = useWords();
  const fieldWord = useFieldWord(formKind(kind) ?? 'project');
  switch (standing) {
    case 'public':
      return word('publish.standing.public');
    case 'partly':
      return word('publish.why.without', { fields: [...new Set(without.map(fieldWord))].join(' · ') });
    case 'under':
      return (
        <>
          {word('publish.why.under')} {under ? <Named {...under} /> : <Unknown />}
        </>
      );
    default:
      return word('publish.why.own', { visibility: word(`visibility.${standing}`) });
  }
}

/** A record by its name, linked where it has a page. */
function Named({ kind, id, name }: { readonly kind: string; readonly id: string; readonly name: PublicityRow['name'] }) {
  const say = useSay();
  const text = say(name) || id;
  const known = formKind(kind);
  return known ? (
    <RecordLink kind={known} id={id}>
      {text}
    </RecordLink>
  ) : (
    text
  );
}
