import type { PublicityRow } from '@westgate/contract';
import { useDepartments } from '../../api/questions.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { RecordLink } from '../../parts/record-link.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { useFieldWord } from '../../record/form/field-words.ts';
import { formKind } from '../../record/form/form-kinds.ts';
import { kindWord } from './standings.ts';

/** The cells of a record: what it is, whose, who may know of it, and how it stands towards the public. */
export function PublicityCells({ row }: { readonly row: PublicityRow }) {
  const word = useWords();
  const say = useSay();
  const departments = useDepartments().data ?? [];
  const department = departments.find(({ id }) => id === row.department);
  return (
    <>
      <td data-head={word('publish.record')} className="publicity-name">
        <Named kind={row.kind} id={row.id} name={row.name} />
        {row.of ? (
          <>
            {' · '}
            <ThingLink thing={row.of} />
          </>
        ) : null}
      </td>
      <td data-head={word('publish.kind')}>{word(kindWord(row.kind))}</td>
      <td data-head={word('noun.department')}>{department ? say(department.name) : null}</td>
      <td data-head={word('publish.own')}>
        {row.visibility ? word(`visibility.${row.visibility}`) : <span className="soft">{word('publish.noOwn')}</span>}
      </td>
      <td data-head={word('publish.why')}>
        <Why row={row} />
      </td>
    </>
  );
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
